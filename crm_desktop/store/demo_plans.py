"""Writes the plans of the sample shop, for whom they go on, and how often it keeps in touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select, update

from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.demo.plans import (
    CADENCE_TITLE,
    CADENCES,
    PLANS,
    DemoCadence,
    DemoPlans,
    DemoRun,
    DemoStep,
)
from crm_desktop.domain.demo.shop import DAY, DemoShop
from crm_desktop.domain.follow_up import FollowUpKind, FollowUpStatus, Origin
from crm_desktop.domain.plans import Plan
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad

_NEWEST = 60
_PLAN = (
    "id", "public_id", "name", "event", "event_days", "stops_on_answer", "active_since",
)  # fmt: skip
_STEP = ("plan_id", "position", "delay_days", "kind", "title")
_RUN = ("id", "plan_id", "customer_id", "event_key", "started_on", "stopped_at", "stop_reason")
_PLANNED = (
    "public_id", "customer_id", "plan_run_id", "cadence_id", "kind", "title", "day", "owner_id", "status", "outcome",
    "close_reason", "closed_at", "closed_by", "interaction_id", "origin", "created_at",
)  # fmt: skip
_TALK = ("id", "public_id", "customer_id", "kind", "outcome", "text", "at", "person_id")
_TALKS = {FollowUpKind.CALL.value: InteractionKind.CALL, FollowUpKind.MESSAGE.value: InteractionKind.MESSAGE}
_CADENCE = ("id", "public_id", "tag_id", "kind", "contact_kinds", "ideal_days", "longest_days", "active")


@dataclass(frozen=True)
class _Desk:
    """What the rows come from, and whom the steps of plans are for."""

    connection: Connection
    load: BulkLoad
    shop: DemoShop
    planned: DemoPlans
    owner: int

    def next_id(self, table: Table) -> int:
        last: int = self.connection.exec_driver_sql(sqlite_sql.last_sequence(table.name)).scalar_one()
        return last + 1


@dataclass(frozen=True)
class _Place:
    """Where a step belongs: its run, the talk that it became, and who looks after the customer."""

    run: int
    talk: int | None
    owner: int


def write_plans(connection: Connection, load: BulkLoad, shop: DemoShop, planned: DemoPlans) -> None:
    """Write plans and cadences with what they planned; customers, their talks and their tags are there already."""
    owner = connection.execute(select(func.min(t.person.c.id))).scalar_one()
    desk = _Desk(connection, load, shop, planned, owner)
    first = desk.next_id(t.follow_up_plan)
    plans = list(enumerate(PLANS, first))
    load.insert(t.follow_up_plan, _PLAN, [_plan_row(desk, number, one) for number, one in plans])
    load.insert(t.follow_up_plan_step, _STEP, [row for number, one in plans for row in _step_rows(number, one)])
    _write_runs(desk, first)
    for number, one in enumerate(CADENCES, desk.next_id(t.cadence)):
        _write_cadence(desk, number, one)


def _plan_row(desk: _Desk, number: int, plan: Plan) -> tuple[Any, ...]:
    since = desk.shop.midnight if plan.active else None
    how = (plan.event.value, plan.event_days, int(plan.stops_on_answer), since)
    return number, desk.planned.public_id(), plan.name, *how


def _step_rows(number: int, plan: Plan) -> Iterator[tuple[Any, ...]]:
    for place, one in enumerate(plan.steps):
        yield number, place, one.delay_days, one.kind, one.title


def _write_runs(desk: _Desk, first_plan: int) -> None:
    who = t.customer.c
    here = (
        select(who.id, who.created_at, who.owner_id)
        .where(who.deleted_at.is_(None))
        .order_by(who.created_at.desc(), who.id)
    )
    newest_first = here.order_by(who.created_at.desc(), who.id)
    found = desk.connection.execute(newest_first.limit(_NEWEST)).all()
    newest = [(row.id, row.created_at) for row in found]
    owners = {row.id: row.owner_id or desk.owner for row in found}
    runs = list(enumerate(desk.planned.runs(newest), desk.next_id(t.follow_up_plan_run)))
    rows = [
        (number, first_plan + one.plan, one.customer, one.event_key, one.started_on, one.stopped_at, one.reason)
        for number, one in runs
    ]
    desk.load.insert(t.follow_up_plan_run, _RUN, rows)
    talk = desk.next_id(t.interaction)
    for number, one in runs:
        for step in one.steps:
            done = step.status is FollowUpStatus.DONE
            if done:
                desk.load.insert(t.interaction, _TALK, [_talk(desk, talk, one, step, owners[one.customer])])
            place = _Place(number, talk if done else None, owners[one.customer])
            desk.load.insert(t.follow_up, _PLANNED, [_planned_row(desk, place, one, step)])
            talk += done
    latest = select(func.max(t.interaction.c.at)).where(t.interaction.c.customer_id == who.id).scalar_subquery()
    theirs = who.id.in_([one.customer for _, one in runs])
    desk.connection.execute(update(t.customer).where(theirs).values(last_contact_at=latest))


def _talk(desk: _Desk, number: int, run: DemoRun, step: DemoStep, owner: int) -> tuple[Any, ...]:
    kind = _TALKS.get(step.step.kind, InteractionKind.NOTE).value
    return (
        number, desk.planned.public_id(), run.customer, kind, Outcome.REACHED.value, step.step.title, step.closed_at,
        owner,
    )  # fmt: skip


def _planned_row(desk: _Desk, place: _Place, run: DemoRun, step: DemoStep) -> tuple[Any, ...]:
    closed_by = None if step.closed_at is None else place.owner
    outcome = None if place.talk is None else Outcome.REACHED.value
    return (
        desk.planned.public_id(), run.customer, place.run, None, step.step.kind, step.step.title, step.day, place.owner,
        step.status.value, outcome, step.reason, step.closed_at, closed_by, place.talk, Origin.PLAN.value,
        desk.shop.midnight,
    )  # fmt: skip


def _write_cadence(desk: _Desk, number: int, one: DemoCadence) -> None:
    tag = desk.connection.execute(select(t.tag.c.id).where(t.tag.c.name == one.tag)).scalar_one()
    on = one.active and desk.planned.keeps_in_touch
    row = (number, desk.planned.public_id(), tag, one.kind, ",".join(one.counts), one.ideal, one.longest, int(on))
    desk.load.insert(t.cadence, _CADENCE, [row])
    if on:
        desk.load.insert(t.follow_up, _PLANNED, list(_regular(desk, number, tag, one)))


def _regular(desk: _Desk, number: int, tag: int, one: DemoCadence) -> Iterator[tuple[Any, ...]]:
    """Yield the next regular contact with each customer who carries a tag."""
    who, shop = t.customer.c, desk.shop
    mine = (
        select(who.id, who.owner_id, who.last_contact_at)
        .join(t.customer_tag, t.customer_tag.c.customer_id == who.id)
        .where(t.customer_tag.c.tag_id == tag, who.deleted_at.is_(None))
        .order_by(who.id)
    )
    for row in desk.connection.execute(mine).all():
        since = one.ideal if row.last_contact_at is None else (shop.midnight - row.last_contact_at) // DAY + 1
        day = desk.planned.next_contact(int(since), one.ideal)
        nothing = (None,) * 5
        yield (
            desk.planned.public_id(), row.id, None, number, one.kind, CADENCE_TITLE, day, row.owner_id,
            FollowUpStatus.OPEN.value, *nothing, Origin.CADENCE.value, shop.midnight,
        )  # fmt: skip
