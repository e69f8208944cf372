"""Keeping in touch: one open follow-up for each customer whose tag has a cadence, put off by any real contact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpStatus, Origin, Priority
from crm_desktop.domain.plans import ANSWERS, Cadence
from crm_desktop.store.parts import get_part
from crm_desktop.store.sqlite_sql import random_public_id
from crm_desktop.store.tables import cadence, customer, customer_tag, follow_up, interaction, tag
from crm_desktop.store.unit_of_work import UnitOfWork

_OPEN = FollowUpStatus.OPEN.value
_DAY_MS = 86_400_000
BACKLOG_DAYS = 30
"""Those who should have been met long ago are spread over so many days at most, the longest silent first."""
TRY_AGAIN_DAYS = 3
"""After so many days somebody who was not reached is tried again."""


def all_cadences(connection: Connection) -> list[Cadence]:
    """Return every cadence, the shortest first: it is the one that counts for who carries several tags."""
    return [_cadence(row) for row in connection.execute(select(cadence).order_by(cadence.c.ideal_days, cadence.c.id))]


def save_cadence(work: UnitOfWork, changed: Cadence) -> int:
    """Insert or update the cadence of a tag; return its id; raise Fault NOT_FOUND.

    With another ideal gap, what it planned and is still open moves by the difference, to no day before today.
    """
    values = {
        "tag_id": changed.tag_id,
        "kind": changed.kind,
        "contact_kinds": ",".join(changed.contact_kinds),
        "ideal_days": changed.ideal_days,
        "longest_days": changed.longest_days,
        "active": int(changed.active),
    }
    if changed.id is None:
        return work.insert_one(cadence, public_id=new_public_id(), **values)
    old = get_part(work.connection, cadence, changed.id)
    work.update(cadence, changed.id, **values)
    if old.ideal_days != changed.ideal_days:
        _move_planned(work, changed.id, changed.ideal_days - old.ideal_days)
    return changed.id


def _move_planned(work: UnitOfWork, cadence_id: int, days: int) -> None:
    today = from_stamp(work.at).date().isoformat()
    mine = and_(follow_up.c.cadence_id == cadence_id, follow_up.c.status == _OPEN, follow_up.c.day > today)
    moved = func.max(func.date(follow_up.c.day, f"{days:+d} days"), today)
    work.update_where(follow_up, mine, {"day": moved})


def remove_cadence(work: UnitOfWork, cadence_id: int, reason: str) -> None:
    """Switch a cadence off and close what it planned; the row goes where nothing was ever done for it."""
    close_planned(work, follow_up.c.cadence_id == cadence_id, reason)
    used = select(follow_up.c.id).where(follow_up.c.cadence_id == cadence_id).limit(1)
    if work.connection.execute(used).scalar() is None:
        work.delete_where(cadence, cadence.c.id == cadence_id)
    else:
        work.update(cadence, cadence_id, active=0)


def close_planned(work: UnitOfWork, which: ColumnElement[bool], reason: str) -> int:
    """Close the open follow-ups of cadences that match."""
    mine = and_(follow_up.c.cadence_id.is_not(None), follow_up.c.status == _OPEN, which)
    closed = {"status": FollowUpStatus.CLOSED.value, "close_reason": reason, "closed_at": work.at}
    return work.update_where(follow_up, mine, {**closed, "closed_by": work.person_id})


def no_longer_tagged() -> ColumnElement[bool]:
    """Return which follow-ups of cadences are for customers who have lost the tag, or whose cadence is off."""
    carries = exists().where(
        cadence.c.id == follow_up.c.cadence_id,
        cadence.c.active == 1,
        customer_tag.c.tag_id == cadence.c.tag_id,
        customer_tag.c.customer_id == follow_up.c.customer_id,
    )
    return ~carries


def doubled() -> ColumnElement[bool]:
    """Return which open follow-ups of cadences are for customers who have an earlier one: they were two before."""
    other = follow_up.alias()
    earlier = or_(other.c.day < follow_up.c.day, and_(other.c.day == follow_up.c.day, other.c.id < follow_up.c.id))
    return exists().where(
        other.c.customer_id == follow_up.c.customer_id,
        other.c.status == _OPEN,
        other.c.cadence_id.is_not(None),
        earlier,
    )


def plan_missing(work: UnitOfWork, one: Cadence, title: str, today: date, offset_ms: int, *, most: int) -> int:
    """Plan the next contact of those with the tag who have none, at most of so many; return for how many.

    It is due the ideal number of days after the last real contact (after she became a customer, where there was none).
    Where that day is past, the longest silent come first, spread over the days that follow: nobody can call a thousand
    today. `offset_ms` is the shop's time zone.
    """
    waiting = _waiting(one, offset_ms).subquery()
    late = waiting.c.due <= today.isoformat()
    within = min(one.ideal_days, BACKLOG_DAYS)
    before = _planned_lately(work, one, today + timedelta(days=within))
    backlog = func.sum(case((late, 1), else_=0)).over()
    a_day = func.max(1, (backlog + before + within - 1) // within)
    place = (func.row_number().over(order_by=[waiting.c.due, waiting.c.id]) - 1 + before) // a_day
    spread = func.date(today.isoformat(), func.printf("+%d days", place))
    day = case((late, spread), else_=waiting.c.due)
    values = [one.kind, title, Origin.CADENCE.value, one.id, work.at, work.person_id]
    rows = select(random_public_id(), waiting.c.id, waiting.c.owner_id, day, *(literal(value) for value in values))
    rows = rows.order_by(waiting.c.due, waiting.c.id).limit(most)
    columns = ("public_id", "customer_id", "owner_id", "day", "kind", "title", "origin", "cadence_id", "created_at")
    return work.insert_from(follow_up, [*columns, "created_by"], rows)


def _planned_lately(work: UnitOfWork, one: Cadence, until: date) -> int:
    """Return how many of a cadence were spread over the days until one since yesterday: the next come behind them."""
    mine = and_(follow_up.c.cadence_id == one.id, follow_up.c.status == _OPEN, follow_up.c.day < until.isoformat())
    lately = follow_up.c.created_at >= work.at - _DAY_MS
    count: int = work.connection.execute(select(func.count()).where(mine, lately)).scalar_one()
    return count


def put_off(work: UnitOfWork, customer_id: int, kind: InteractionKind, day: date) -> bool:
    """Begin the gap anew after a real contact: move the open follow-up of a cadence; tell whether there was one.

    It only ever moves on: a contact that is logged long afterwards, or a later day somebody chose, makes nothing due.
    """
    rows = (
        select(follow_up.c.id, follow_up.c.day, cadence.c.ideal_days, cadence.c.contact_kinds)
        .join(cadence, cadence.c.id == follow_up.c.cadence_id)
        .where(follow_up.c.customer_id == customer_id, follow_up.c.status == _OPEN)
    )
    found = False
    for row in work.connection.execute(rows).all():
        if kind in row.contact_kinds.split(","):
            due = (day + timedelta(days=row.ideal_days)).isoformat()
            if due > row.day:
                work.update(follow_up, row.id, day=due, time=None, priority=int(Priority.NORMAL))
            found = True
    return found


def plan_next(work: UnitOfWork, customer_id: int, title: str, day: date) -> int | None:
    """Plan the next contact of a customer with a cadence and nothing open of it; return the follow-up's id.

    After a contact of long ago the next would be late at once: that is left to `plan_missing`, which looks at all.
    """
    mine = and_(customer_tag.c.customer_id == customer_id, customer_tag.c.tag_id == cadence.c.tag_id)
    rows = select(cadence, customer.c.owner_id).join(customer_tag, mine).join(customer, customer.c.id == customer_id)
    row = work.connection.execute(
        rows.where(cadence.c.active == 1).order_by(cadence.c.ideal_days, cadence.c.id).limit(1)
    ).first()
    is_open = select(follow_up.c.id).where(
        follow_up.c.customer_id == customer_id, follow_up.c.status == _OPEN, follow_up.c.cadence_id.is_not(None)
    )
    if row is None or work.connection.execute(is_open.limit(1)).scalar() is not None:
        return None
    due = day + timedelta(days=row.ideal_days)
    if due < from_stamp(work.at).date():
        return None
    return work.insert_one(
        follow_up,
        public_id=new_public_id(),
        customer_id=customer_id,
        owner_id=row.owner_id or work.person_id,
        kind=row.kind,
        title=title,
        day=due.isoformat(),
        origin=Origin.CADENCE.value,
        cadence_id=row.id,
        created_at=work.at,
        created_by=work.person_id,
    )


def raise_overdue(work: UnitOfWork, one: Cadence, today: date) -> int:
    """Let those matter more whose longest gap has passed; return how many."""
    latest = today - timedelta(days=one.longest_days - one.ideal_days)
    passed = and_(
        follow_up.c.cadence_id == one.id,
        follow_up.c.status == _OPEN,
        follow_up.c.day < latest.isoformat(),
        follow_up.c.priority < int(Priority.HIGH),
    )
    return work.update_where(follow_up, passed, {"priority": int(Priority.HIGH)})


def _waiting(one: Cadence, offset_ms: int) -> Select[Any]:
    """Return the customers of a cadence without an open follow-up of one: id, who looks after them, ideal day."""
    outcomes = [outcome.value for outcome in ANSWERS]
    met = (
        select(func.max(interaction.c.at))
        .where(
            interaction.c.customer_id == customer.c.id,
            interaction.c.kind.in_([kind.value for kind in one.contact_kinds]),
            or_(interaction.c.outcome.is_(None), interaction.c.outcome.in_(outcomes)),
        )
        .correlate(customer)
        .scalar_subquery()
    )
    met_due = func.coalesce(met, customer.c.created_at) + one.ideal_days * _DAY_MS
    due = func.max(met_due, func.coalesce(_put_aside_until(one), met_due)) + offset_ms
    has_one = exists().where(
        follow_up.c.customer_id == customer.c.id, follow_up.c.status == _OPEN, follow_up.c.cadence_id.is_not(None)
    )
    return (
        select(customer.c.id, customer.c.owner_id, func.date(due / 1000, "unixepoch").label("due"))
        .join(customer_tag, customer_tag.c.customer_id == customer.c.id)
        .where(customer_tag.c.tag_id == one.tag_id, customer.c.deleted_at.is_(None), ~has_one)
    )


def _put_aside_until(one: Cadence) -> ScalarSelect[Any]:
    """Return until when people put the next contact off: they closed the last one, or tried in vain.

    Without this the very same entry would stand there again a minute after it was closed.
    """
    in_vain = follow_up.c.outcome == Outcome.NO_ANSWER.value
    pause = case((in_vain, min(one.ideal_days, TRY_AGAIN_DAYS)), else_=one.ideal_days)
    mine = and_(follow_up.c.customer_id == customer.c.id, follow_up.c.cadence_id.is_not(None))
    by_people = and_(follow_up.c.status != _OPEN, follow_up.c.closed_by.is_not(None))
    last = select(func.max(follow_up.c.closed_at + pause * _DAY_MS)).where(mine, by_people)
    return last.correlate(customer).scalar_subquery()


def tag_name(connection: Connection, tag_id: int) -> str:
    """Return the name of a tag."""
    return connection.execute(select(tag.c.name).where(tag.c.id == tag_id)).scalar() or ""


def offset_of(moment: datetime) -> int:
    """Return how far a local moment's zone is ahead of UTC, in milliseconds."""
    ahead = moment.utcoffset()
    return 0 if ahead is None else round(ahead.total_seconds() * 1000)


def _cadence(row: Row[Any]) -> Cadence:
    kinds: Sequence[InteractionKind] = [InteractionKind(kind) for kind in row.contact_kinds.split(",") if kind]
    return Cadence(row.tag_id, row.ideal_days, row.longest_days, row.kind, tuple(kinds), bool(row.active), row.id)
