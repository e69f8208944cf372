"""Follow-up plans: keep them, start them for customers, stop them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.plans import LONGEST_DELAY, MOST_STEPS, ON_A_DATE, Plan, PlanEvent, PlanRun, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_values import check_kind
from crm_desktop.services.values import checked_name, clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, parts, plans, tables
from crm_desktop.store.plan_starts import start_by_hand
from crm_desktop.store.shop_time import shop_time


@dataclass(frozen=True)
class PlanShown:
    """A plan, for how many customers it goes on, and whether it was ever started: then it cannot go away any more."""

    plan: Plan
    running: int
    started: bool = False


def read_plans(workplace: Workplace) -> list[PlanShown]:
    """Return every plan by name."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        counts, started = plans.running_counts(connection), plans.started_ids(connection)
        found = plans.all_plans(connection)
        return [PlanShown(plan, counts.get(plan.id or 0, 0), plan.id in started) for plan in found]


def plans_of(workplace: Workplace, customer_id: int) -> list[PlanRun]:
    """Return the plans that were started for a customer, the newest first."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        return plans.runs_of(connection, customer_id)


def save_plan(workplace: Workplace, plan: Plan) -> ChangeSet:
    """Keep a plan, new or changed; what was planned by it before stays as it is.

    Raises Fault VALUE_INVALID for a name or step that cannot be kept, VALUE_TAKEN where another plan has the name.
    """
    workplace.require(Right.SETTINGS)
    checked = _checked(plan)
    with workplace.unit_of_work(Kind.PLAN_EDIT) as work:
        known = {one.name: one.id for one in plans.all_plans(work.connection)}
        if known.get(checked.name, checked.id) != checked.id:
            raise Fault(FaultKind.VALUE_TAKEN, field="name", value=checked.name)
        for step in checked.steps:
            check_kind(work.connection, step.kind)
        plans.save_plan(work, checked)
        return work.commit()


def remove_plan(workplace: Workplace, plan_id: int) -> ChangeSet:
    """Remove a plan; one that was ever started is switched off: its follow-ups still say where they are from."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.PLAN_EDIT) as work:
        parts.get_part(work.connection, tables.follow_up_plan, plan_id)
        if plans.was_started(work.connection, plan_id):
            work.update(tables.follow_up_plan, plan_id, active_since=None)
        else:
            plans.remove_plan(work, plan_id)
        return work.commit()


def start_plan(workplace: Workplace, plan_id: int, selection: Selection, day: date | None = None) -> ChangeSet:
    """Start a plan for selected customers, on a day (today, where none is given); who is in it already is left out.

    Raises Fault NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.PLAN_START) as work:
        plan = plans.get_plan(work.connection, plan_id)
        start = day or shop_time(work.connection).day_of(workplace.now())
        whom = bulk.selected(work.connection, selection, work.at)
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=start_by_hand(work, plan, whom, start))
        return work.commit()


def stop_plan(workplace: Workplace, customer_id: int, run_id: int, reason: str) -> ChangeSet:
    """Stop a plan for a customer: its open steps are closed with the reason."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    with workplace.unit_of_work(Kind.PLAN_STOP, reason=why) as work:
        work.about(customer_id)
        mine = (tables.follow_up_plan_run.c.id == run_id) & (tables.follow_up_plan_run.c.customer_id == customer_id)
        plans.stop_runs(work, mine, why)
        return work.commit()


def _checked(plan: Plan) -> Plan:
    name = checked_name(plan.name)
    steps = tuple(_checked_step(place, step, plan.event) for place, step in enumerate(plan.steps))
    if not 1 <= len(steps) <= MOST_STEPS:
        raise Fault(FaultKind.VALUE_INVALID, field="steps", reason="too_long" if steps else "empty")
    if plan.event is PlanEvent.QUIET and not 1 <= (plan.event_days or 0) <= LONGEST_DELAY:
        raise Fault(FaultKind.VALUE_INVALID, field="event_days", reason="not_a_number")
    if plan.event is PlanEvent.TAGGED and plan.event_tag_id is None:
        raise Fault(FaultKind.VALUE_INVALID, field="event_tag", reason="empty")
    days = plan.event_days if plan.event is PlanEvent.QUIET else None
    tag = plan.event_tag_id if plan.event is PlanEvent.TAGGED else None
    label = (clean_text(plan.event_label) or "") if plan.event is PlanEvent.OTHER_DATE else ""
    return replace(plan, name=name, steps=steps, event_days=days, event_tag_id=tag, event_label=label)


def _checked_step(place: int, step: PlanStep, event: PlanEvent) -> PlanStep:
    """Return a step as it is kept; a fault carries its place in the list as `step`."""
    earliest = -LONGEST_DELAY if event in ON_A_DATE else 0
    if not earliest <= step.delay_days <= LONGEST_DELAY:
        reason = "before_the_start" if -LONGEST_DELAY <= step.delay_days < 0 else "not_a_number"
        raise Fault(FaultKind.VALUE_INVALID, field="delay_days", reason=reason, step=place)
    try:
        title = checked_name(step.title)
    except Fault as fault:
        raise Fault(fault.kind, **{**fault.values, "field": "title", "step": place}) from None
    return replace(step, title=title, note=clean_text(step.note) or "")
