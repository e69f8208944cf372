"""Starting plans: which days their steps fall on, by hand and by the events of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, func, literal, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.plans import ON_A_DATE, TO_PLEASE, Plan, PlanEvent, PlanStep
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store import plan_events, plans, sale_events
from crm_desktop.store.plan_events import Look
from crm_desktop.store.queries.contact_sql import has_refused
from crm_desktop.store.tables import customer, customer_tag
from crm_desktop.store.unit_of_work import UnitOfWork

_DAY_MS = 86_400_000
_NEW_FOR = 30
"""For so many days a customer is a new one to who asks whom a plan would concern."""
_DAYS_OFF = 7
"""So long a shop may be closed without a date being missed."""


_DATES = "important_date"
_DATES_OF = {PlanEvent.WARRANTY_END: "product"}
"""Whose changes may bring a date near; what is sold today has a warranty that ends after today."""

Coming = tuple[Select[Any], ColumnElement[str], date]
"""Customers, what names the event for each of them, and the day the plan's days count from."""


def start_by_hand(work: UnitOfWork, plan: Plan, whom: Select[Any], day: date) -> int:
    """Start a plan for the customers of a SELECT; return for how many.

    A plan that counts from a date of the customer counts from the day given; steps before it are done on it.
    """
    again = literal(f"{PlanEvent.BY_HAND.value}:{new_public_id()}")
    return _start(work, plan, whom, again, day, not_before=day)


def start_coming(work: UnitOfWork, plan: Plan, coming: Coming, today: date, *, most: int) -> int:
    """Start a plan for those its event has come to, at most so many; return for how many."""
    whom, key, day = coming
    return _start(work, plan, whom, key, day, not_before=today, most=most)


def fitting(plan: Plan, at: int) -> Select[Any] | None:
    """Return the customers that a plan's event fits at a moment, whenever it came; nothing where none can be told."""
    live = select(customer.c.id).where(customer.c.deleted_at.is_(None))
    event = plan.event
    if event is PlanEvent.NEW_CUSTOMER:
        return live.where(customer.c.created_at >= at - _NEW_FOR * _DAY_MS)
    if event is PlanEvent.TAGGED and plan.event_tag_id is not None:
        tagged = select(customer_tag.c.customer_id).where(customer_tag.c.tag_id == plan.event_tag_id)
        return live.where(customer.c.id.in_(tagged))
    if event is PlanEvent.QUIET and plan.event_days is not None:
        return live.where(customer.c.last_contact_at < at - plan.event_days * _DAY_MS)
    whom = _with_event(plan, at)
    return None if whom is None else live.where(customer.c.id.in_(whom))


def _with_event(plan: Plan, at: int) -> Select[Any] | None:
    """Return the customers with a sale or a date that an event speaks of."""
    if plan.event is PlanEvent.FIRST_PURCHASE:
        return sale_events.bought_first_since(from_stamp(at - _NEW_FOR * _DAY_MS).date())
    if plan.event is PlanEvent.WARRANTY_END:
        return sale_events.have_warranty()
    return plan_events.have_any_date(plan.event.value, plan.event_label) if plan.event in ON_A_DATE else None


def comings(plan: Plan, since: int, look: Look, clock: ShopTime, at: int) -> Iterator[Coming]:
    """Yield to whom the event of a plan has come at a moment; `since` it is switched on, both stamps.

    What goes by the day is looked at once a day, and after changes of plans and dates: a shop of a million customers
    is not searched after every save.
    """
    event, today, looked = plan.event, clock.day_of(from_stamp(at)), look.operations
    if event is PlanEvent.NEW_CUSTOMER:
        yield plan_events.became_customers(looked, since), literal(event.value), today
    elif event is PlanEvent.TAGGED and plan.event_tag_id is not None:
        yield plan_events.were_tagged(plan.event_tag_id, looked, since), _tag_given(plan.event_tag_id), today
    elif event is PlanEvent.QUIET and plan.event_days is not None and look.concerns("follow_up_plan"):
        quiet = plan.event_days * _DAY_MS
        contact = literal("quiet:") + cast(customer.c.last_contact_at, Text)
        yield plan_events.fell_quiet(at - quiet, since - quiet), contact, today
    elif event is PlanEvent.FIRST_PURCHASE:
        yield plan_events.bought_first(looked, since), literal(event.value), today
    elif event in ON_A_DATE and look.concerns("follow_up_plan", "follow_up_plan_step", _DATES_OF.get(event, _DATES)):
        yield from _on_dates(plan, look, today, clock.day_of(from_stamp(since)))


def _tag_given(tag_id: int) -> ColumnElement[str]:
    """Name the giving of a tag: one that is taken off and given again is another."""
    link = select(func.max(customer_tag.c.id)).where(
        customer_tag.c.customer_id == customer.c.id, customer_tag.c.tag_id == tag_id
    )
    return literal("tagged:") + cast(link.correlate(customer).scalar_subquery(), Text)


def _on_dates(plan: Plan, look: Look, today: date, since: date) -> Iterator[Coming]:
    """Yield who has the date on one of the days that the plan may begin for by now.

    That is until the day that lies as far ahead as the first step lies before its date, and from some days ago where
    anything is to be done on the date or after it: a PC that was off forgets nobody. Dates before the plan was
    switched on do not count. The event's name keeps it to one start.
    """
    delays = [step.delay_days for step in plan.steps]
    first = max(since, today - timedelta(days=_DAYS_OFF)) if max(delays) >= 0 else today
    last = today + timedelta(days=max(0, -min(delays)))
    for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
        if plan.event is not PlanEvent.WARRANTY_END:
            whom = plan_events.have_date(plan.event.value, plan.event_label, day)
        elif look.warranties:
            whom = sale_events.warranty_ends(day, look.warranties)
        else:
            return
        yield whom, literal(f"{plan.event.value}:{day.isoformat()}"), day


def _start(
    work: UnitOfWork,
    plan: Plan,
    whom: Select[Any],
    event_key: ColumnElement[str],
    day: date,
    *,
    not_before: date,
    most: int | None = None,
) -> int:
    if plan.id is None:
        return 0
    # What was to be done before a date makes no sense once the date is past.
    steps = [step for step in plan.steps if day >= not_before or step.delay_days >= 0]
    whom = wanted_by(plan, whom)
    runs = plans.start_runs(work, plan.id, whom, event_key, day, most=most)
    if runs:
        plans.add_steps(work, runs, [(step, _day(day, step, not_before)) for step in steps])
    return len(runs)


def wanted_by(plan: Plan, whom: Select[Any]) -> Select[Any]:
    """Return the customers of a SELECT without those who refused what the plan is for."""
    if plan.event not in TO_PLEASE:
        return whom
    ids = select(whom.subquery().c[0])
    return select(customer.c.id).where(customer.c.id.in_(ids), ~has_refused(Purpose.MARKETING))


def _day(start: date, step: PlanStep, not_before: date) -> date:
    return max(start + timedelta(days=step.delay_days), not_before)


def active_plans(connection: Connection) -> list[tuple[Plan, int]]:
    """Return the plans that start by themselves, with the moment each was switched on."""
    since = {row.id: row.active_since for row in connection.execute(select(plans.plan.id, plans.plan.active_since))}
    found = plans.all_plans(connection)
    return [(one, since[one.id]) for one in found if one.active and one.event is not PlanEvent.BY_HAND and one.id]
