"""Follow-up plans in the database: reading them, starting and stopping runs, each the same few statements for many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, literal, or_, select

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.follow_up import FollowUpStatus, Origin
from crm_desktop.domain.plans import Plan, PlanEvent, PlanRun, PlanStep
from crm_desktop.store.parts import get_part
from crm_desktop.store.sqlite_sql import random_public_id
from crm_desktop.store.tables import customer, follow_up, follow_up_plan, follow_up_plan_run, follow_up_plan_step
from crm_desktop.store.unit_of_work import UnitOfWork

plan, step, run = follow_up_plan.c, follow_up_plan_step.c, follow_up_plan_run.c


def all_plans(connection: Connection) -> list[Plan]:
    """Return every plan, by name."""
    steps: dict[int, list[PlanStep]] = {}
    for row in connection.execute(select(follow_up_plan_step).order_by(step.plan_id, step.position)):
        steps.setdefault(row.plan_id, []).append(PlanStep(row.delay_days, row.title, row.kind, row.note or ""))
    rows = connection.execute(select(follow_up_plan).order_by(plan.name))
    return [_plan(row, tuple(steps.get(row.id, ()))) for row in rows]


def get_plan(connection: Connection, plan_id: int) -> Plan:
    """Return a plan; raise Fault NOT_FOUND."""
    get_part(connection, follow_up_plan, plan_id)
    return next(one for one in all_plans(connection) if one.id == plan_id)


def startable_count(connection: Connection, plan_id: int | None, customers: Select[Any]) -> int:
    """Return for how many customers of a SELECT a plan does not go on already."""
    chosen = customers.subquery()
    goes_on = exists().where(
        run.plan_id == plan_id,
        run.customer_id == chosen.c.id,
        follow_up.c.plan_run_id == run.id,
        follow_up.c.status == FollowUpStatus.OPEN.value,
    )
    count: int = connection.execute(select(func.count()).select_from(chosen).where(~goes_on)).scalar_one()
    return count


def running_counts(connection: Connection) -> dict[int, int]:
    """Return for each plan for how many customers it goes on: those with an open step."""
    counts = (
        select(run.plan_id, func.count(func.distinct(run.customer_id)))
        .join(follow_up, follow_up.c.plan_run_id == run.id)
        .where(follow_up.c.status == FollowUpStatus.OPEN.value, follow_up.c.plan_run_id.is_not(None))
        .group_by(run.plan_id)
    )
    return {row[0]: row[1] for row in connection.execute(counts)}


def runs_of(connection: Connection, customer_id: int) -> list[PlanRun]:
    """Return the plans that were started for a customer, the newest first."""
    is_open = and_(follow_up.c.plan_run_id == run.id, follow_up.c.status == FollowUpStatus.OPEN.value)
    left = select(func.count()).select_from(follow_up).where(is_open).correlate(follow_up_plan_run).scalar_subquery()
    following = select(func.min(follow_up.c.day)).where(is_open).correlate(follow_up_plan_run).scalar_subquery()
    columns = (run.id, run.plan_id, plan.name, run.started_on, run.stopped_at)
    rows = (
        select(*columns, left.label("open_steps"), following.label("following"))
        .join(follow_up_plan, plan.id == run.plan_id)
        .where(run.customer_id == customer_id)
        .order_by(run.id.desc())
    )
    return [_run(row) for row in connection.execute(rows)]


def save_plan(work: UnitOfWork, changed: Plan) -> int:
    """Insert or update a plan and its steps; return its id; raise Fault NOT_FOUND.

    A plan that is switched on, or started by something else, counts from now.
    """
    values: dict[str, Any] = {
        "name": changed.name,
        "event": changed.event.value,
        "event_days": changed.event_days,
        "event_tag_id": changed.event_tag_id,
        "event_label": changed.event_label or None,
        "stops_on_answer": int(changed.stops_on_answer),
    }
    if changed.id is None:
        since = work.at if changed.active else None
        plan_id = work.insert_one(follow_up_plan, public_id=new_public_id(), active_since=since, **values)
    else:
        plan_id = changed.id
        old = get_part(work.connection, follow_up_plan, plan_id)
        is_same = (bool(old.active_since), old.event, old.event_days) == (
            changed.active,
            changed.event.value,
            changed.event_days,
        )
        since = old.active_since if is_same else work.at if changed.active else None
        work.update(follow_up_plan, plan_id, active_since=since, **values)
    _save_steps(work, plan_id, changed.steps)
    return plan_id


def _save_steps(work: UnitOfWork, plan_id: int, steps: Sequence[PlanStep]) -> None:
    there = work.connection.execute(select(follow_up_plan_step).where(step.plan_id == plan_id).order_by(step.position))
    if [PlanStep(row.delay_days, row.title, row.kind, row.note or "") for row in there] == list(steps):
        return
    work.delete_where(follow_up_plan_step, step.plan_id == plan_id)
    rows = [
        {
            "plan_id": plan_id,
            "position": place,
            "delay_days": one.delay_days,
            "kind": one.kind,
            "title": one.title,
            "note": one.note or None,
        }
        for place, one in enumerate(steps)
    ]
    work.insert(follow_up_plan_step, rows)


def remove_plan(work: UnitOfWork, plan_id: int) -> None:
    """Remove a plan that was never started."""
    work.delete_where(follow_up_plan_step, step.plan_id == plan_id)
    work.delete_where(follow_up_plan, plan.id == plan_id)


def was_started(connection: Connection, plan_id: int) -> bool:
    """Tell whether a plan was ever started for anybody."""
    return connection.execute(select(run.id).where(run.plan_id == plan_id).limit(1)).scalar() is not None


def started_ids(connection: Connection) -> frozenset[int]:
    """Return the plans that were ever started for anybody."""
    started = exists().where(run.plan_id == plan.id)
    return frozenset(connection.execute(select(plan.id).where(started)).scalars())


def start_runs(
    work: UnitOfWork,
    plan_id: int,
    customers: Select[Any],
    event_key: ColumnElement[str],
    day: date,
    *,
    most: int | None = None,
) -> range:
    """Start a plan for the customers of a SELECT without it going on or this event behind them; return the runs.

    `event_key` names the event, so that it starts the plan once: SQL, for it may tell one customer's from another's.
    At most so many are started.
    """
    first = work.connection.execute(select(func.coalesce(func.max(run.id), 0))).scalar_one()
    chosen = customers.subquery()
    mine = and_(run.plan_id == plan_id, run.customer_id == customer.c.id)
    goes_on = exists().where(mine, follow_up.c.plan_run_id == run.id, follow_up.c.status == FollowUpStatus.OPEN.value)
    had = exists().where(mine, run.event_key == event_key)
    rows = (
        select(literal(plan_id), customer.c.id, event_key, literal(day.isoformat()))
        .where(customer.c.id.in_(select(chosen.c[0])), customer.c.deleted_at.is_(None))
        .where(~or_(goes_on, had))
        .order_by(customer.c.id)
        .limit(most)
    )
    count = work.insert_from(follow_up_plan_run, ["plan_id", "customer_id", "event_key", "started_on"], rows)
    last = work.connection.execute(select(func.coalesce(func.max(run.id), 0))).scalar_one()
    return range(max(first, last - count) + 1, last + 1)


_STEP_COLUMNS = (
    "public_id", "customer_id", "plan_run_id", "owner_id", "kind", "title", "note", "day", "origin", "created_at",
    "created_by",
)  # fmt: skip


def add_steps(work: UnitOfWork, runs: range, steps: Sequence[tuple[PlanStep, date]]) -> None:
    """Plan each step of these runs on its day, for whoever looks after the customer, else for whoever starts them."""
    for one, day in steps:
        values = (one.kind, one.title, one.note or None, day.isoformat(), Origin.PLAN.value, work.at, work.person_id)
        owner = func.coalesce(customer.c.owner_id, literal(work.person_id))
        rows = (
            select(random_public_id(), run.customer_id, run.id, owner, *(literal(value) for value in values))
            .join(customer, customer.c.id == run.customer_id)
            .where(run.id.between(runs.start, runs.stop - 1))
            .order_by(run.id)
        )
        work.insert_from(follow_up, list(_STEP_COLUMNS), rows)


def stop_runs(work: UnitOfWork, which: ColumnElement[bool], reason: str) -> int:
    """Close every open step of the matching runs and mark the runs stopped; return how many went on."""
    open_step = and_(follow_up.c.plan_run_id == run.id, follow_up.c.status == FollowUpStatus.OPEN.value)
    going_on = select(run.id).where(which, run.stopped_at.is_(None), exists().where(open_step))
    ids = list(work.connection.execute(going_on).scalars())
    if not ids:
        return 0
    still_open = and_(follow_up.c.plan_run_id.in_(ids), follow_up.c.status == FollowUpStatus.OPEN.value)
    closed = {
        "status": FollowUpStatus.CLOSED.value,
        "close_reason": reason,
        "closed_at": work.at,
        "closed_by": work.person_id,
    }
    work.update_where(follow_up, still_open, closed)
    work.update_where(follow_up_plan_run, run.id.in_(ids), {"stopped_at": work.at, "stop_reason": reason})
    return len(ids)


def answered(customer_id: int) -> ColumnElement[bool]:
    """Return which runs an answer of a customer stops."""
    stopping = select(plan.id).where(plan.stops_on_answer == 1)
    return and_(run.customer_id == customer_id, run.plan_id.in_(stopping))


def _plan(row: Row[Any], steps: tuple[PlanStep, ...]) -> Plan:
    return Plan(
        row.name,
        steps,
        PlanEvent(row.event),
        row.event_days,
        row.event_tag_id,
        bool(row.stops_on_answer),
        row.active_since is not None,
        row.id,
        row.event_label or "",
    )


def _run(row: Any) -> PlanRun:
    following = date.fromisoformat(row.following) if row.following else None
    started = date.fromisoformat(row.started_on)
    return PlanRun(row.id, row.plan_id, row.name, started, row.open_steps, following, row.stopped_at is not None)
