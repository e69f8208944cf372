"""Follow-up plans in words: what starts one, and when its steps come."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.domain.plans import ON_A_DATE, Plan, PlanEvent, PlanStep


def event_words() -> dict[PlanEvent, str]:
    """Return what can start a plan."""
    return {
        PlanEvent.BY_HAND: _T("Plans", "By hand"),
        PlanEvent.NEW_CUSTOMER: _T("Plans", "A new customer"),
        PlanEvent.TAGGED: _T("Plans", "A tag is given"),
        PlanEvent.QUIET: _T("Plans", "Quiet for some time"),
        PlanEvent.BIRTHDAY: _T("Plans", "Birthday"),
        PlanEvent.ANNIVERSARY: _T("Plans", "Anniversary"),
        PlanEvent.OTHER_DATE: _T("Plans", "Another important date"),
        PlanEvent.FIRST_PURCHASE: _T("Plans", "A first purchase"),
        PlanEvent.WARRANTY_END: _T("Plans", "The end of a warranty"),
    }


def event_text(plan: Plan, tags: dict[int, str]) -> str:
    """Return what starts a plan, with its tag, days or date."""
    if plan.event is PlanEvent.TAGGED:
        return _T("Plans", "Tag “{tag}”").format(tag=tags.get(plan.event_tag_id or 0, "…"))
    if plan.event is PlanEvent.QUIET:
        return _T("Plans", "Quiet for %n day(s)", n=plan.event_days or 0)
    if plan.event is PlanEvent.OTHER_DATE and plan.event_label:
        return plan.event_label
    return event_words()[plan.event]


def delay_text(days: int, event: PlanEvent) -> str:
    """Return when a step comes: day 3; for a date: 3 days before, on the day, 3 days after."""
    if event not in ON_A_DATE:
        return _T("Plans", "at once") if days == 0 else _T("Plans", "day {day}").format(day=days)
    if days == 0:
        return _T("Plans", "on the day")
    return _T("Plans", "%n day(s) before", n=-days) if days < 0 else _T("Plans", "%n day(s) after", n=days)


def steps_text(steps: Sequence[PlanStep], event: PlanEvent) -> str:
    """Return the days of all steps, earliest first: day 1 · day 3 · day 7."""
    return " · ".join(delay_text(days, event) for days in sorted({step.delay_days for step in steps}))
