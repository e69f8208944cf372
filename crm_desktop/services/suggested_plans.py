"""Plans the program suggests, in the shop's language: taken over with one click, then the shop's own to change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, plans

_CALL, _MESSAGE, _OTHER = FollowUpKind.CALL.value, FollowUpKind.MESSAGE.value, FollowUpKind.OTHER.value


@dataclass(frozen=True)
class Suggestion:
    """A plan to take over; `tag` names the tag that starts it, which is made where there is none."""

    key: str
    plan: Plan
    tag: str = ""


def suggestions() -> list[Suggestion]:
    """Return what is suggested, in the language in use."""
    return [
        Suggestion("new", _new_customer()),
        Suggestion("first", _first_purchase()),
        Suggestion("purchase", _after_a_purchase()),
        Suggestion("complaint", _complaint(), _T("SuggestedPlans", "Complaint", "a tag")),
        Suggestion("quiet", quiet_plan()),
        Suggestion("birthday", _birthday()),
        Suggestion("warranty", _warranty()),
        Suggestion("quotation", _quotation()),
    ]


def take_suggestion(workplace: Workplace, key: str) -> ChangeSet:
    """Keep a suggested plan as one of the shop's own, switched on; one of the same name gets a number.

    Raises Fault NOT_FOUND.
    """
    workplace.require(Right.SETTINGS)
    found = next((one for one in suggestions() if one.key == key), None)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, key=key)
    with workplace.unit_of_work(Kind.PLAN_EDIT) as work:
        known = {plan.name for plan in plans.all_plans(work.connection)}
        tag_id = customers.tag_ids(work, [found.tag])[0] if found.tag else None
        plans.save_plan(work, replace(found.plan, name=_free_name(found.plan.name, known), event_tag_id=tag_id))
        return work.commit()


def _free_name(name: str, known: set[str]) -> str:
    number = 2
    free = name
    while free in known:
        free, number = f"{name} {number}", number + 1
    return free


def _new_customer() -> Plan:
    name = _T("SuggestedPlans", "New customers: day 1, 3, 7, 30")
    return Plan(name, _four_steps(), PlanEvent.NEW_CUSTOMER, stops_on_answer=False)


def _first_purchase() -> Plan:
    name = _T("SuggestedPlans", "First purchase: day 1, 3, 7, 30")
    return Plan(name, _four_steps(), PlanEvent.FIRST_PURCHASE, stops_on_answer=False)


def _four_steps() -> tuple[PlanStep, ...]:
    return (
        PlanStep(1, _T("SuggestedPlans", "Thank her, and ask whether all is well"), _MESSAGE),
        PlanStep(3, _T("SuggestedPlans", "Ask how she likes it"), _CALL),
        PlanStep(7, _T("SuggestedPlans", "Give a tip on how to use it"), _MESSAGE),
        PlanStep(30, _T("SuggestedPlans", "Ask what she needs next"), _CALL),
    )


def _after_a_purchase() -> Plan:
    steps = (
        PlanStep(3, _T("SuggestedPlans", "Ask whether she is content with what she bought"), _CALL),
        PlanStep(30, _T("SuggestedPlans", "Ask how it serves her"), _MESSAGE),
        PlanStep(90, _T("SuggestedPlans", "Offer what goes with it"), _CALL),
    )
    return Plan(_T("SuggestedPlans", "After a purchase"), steps, PlanEvent.BY_HAND, stops_on_answer=False)


def _complaint() -> Plan:
    steps = (
        PlanStep(0, _T("SuggestedPlans", "Apologise, listen, say what will be done"), _CALL),
        PlanStep(3, _T("SuggestedPlans", "Ask whether it is solved"), _CALL),
        PlanStep(14, _T("SuggestedPlans", "Ask whether she is content again"), _CALL),
    )
    name = _T("SuggestedPlans", "After a complaint")
    return Plan(name, steps, PlanEvent.TAGGED, stops_on_answer=False)


def quiet_plan(days: int = 60) -> Plan:
    """Return the plan for who has not been heard of for so many days."""
    steps = (
        PlanStep(0, _T("SuggestedPlans", "Ask how she is"), _MESSAGE),
        PlanStep(7, _T("SuggestedPlans", "Call, and tell what is new"), _CALL),
        PlanStep(30, _T("SuggestedPlans", "Send an offer for her alone"), _MESSAGE),
    )
    name = _T("SuggestedPlans", "Quiet for {days} days").format(days=days)
    return Plan(name, steps, PlanEvent.QUIET, event_days=days)


def _birthday() -> Plan:
    steps = (
        PlanStep(-3, _T("SuggestedPlans", "Prepare a birthday present"), _OTHER),
        PlanStep(0, _T("SuggestedPlans", "Wish a happy birthday"), _MESSAGE),
    )
    return Plan(_T("SuggestedPlans", "Birthday"), steps, PlanEvent.BIRTHDAY, stops_on_answer=False)


def _warranty() -> Plan:
    steps = (
        PlanStep(-30, _T("SuggestedPlans", "Tell her that the warranty ends, offer a check"), _CALL),
        PlanStep(-7, _T("SuggestedPlans", "Remind her once more"), _MESSAGE),
    )
    return Plan(_T("SuggestedPlans", "End of the warranty"), steps, PlanEvent.WARRANTY_END)


def _quotation() -> Plan:
    steps = (
        PlanStep(2, _T("SuggestedPlans", "Ask whether the offer has been read"), _CALL),
        PlanStep(5, _T("SuggestedPlans", "Answer what is still open"), _CALL),
        PlanStep(10, _T("SuggestedPlans", "Ask for the decision"), _CALL),
    )
    return Plan(_T("SuggestedPlans", "After an offer with a price"), steps, PlanEvent.BY_HAND)
