"""Whom an event of a plan has come to since the program last looked: read from the journal and from dates.

The journal says exactly who became a customer or was tagged since, whatever window or command did it; a file that was
brought in starts no plans, or a thousand old customers would be called at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select

from crm_desktop.domain.anniversaries import DayKey, keys_on
from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.lunar import lunar_day
from crm_desktop.store import sale_events
from crm_desktop.store.tables import (
    change,
    customer,
    customer_tag,
    follow_up_plan,
    important_date,
    meta,
    operation,
    sale,
)

_POSITION = "plans_looked_until"
_DAY = "plans_looked_on"
_BY_PEOPLE = (Source.WINDOW.value, Source.COMMAND.value)


@dataclass(frozen=True)
class Look:
    """What is new since the program last looked: the operations, what they wrote to, and whether a day has begun.

    `warranties` are the months that warranties of the shop's goods last.
    """

    operations: range
    entities: frozenset[str]
    new_day: bool
    warranties: tuple[int, ...] = ()

    def concerns(self, *entities: str) -> bool:
        """Tell whether to look again at all that goes by the day, or by these tables."""
        return self.new_day or not self.entities.isdisjoint(entities)


def begin_look(connection: Connection, today: date) -> Look:
    """Return what is to be looked at; the first time that is all since the first plan was switched on."""
    newest = newest_operation(connection)
    until = position(connection)
    if until is None:
        since = connection.execute(select(func.min(follow_up_plan.c.active_since))).scalar()
        until = newest if since is None else operation_before(connection, since)
    written = (
        select(change.c.entity)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(change.c.operation_id.between(until + 1, newest), operation.c.source != Source.PROGRAM.value)
        .distinct()
    )
    entities = frozenset(connection.execute(written).scalars())
    new_day = _noted(connection, _DAY) != today.isoformat()
    return Look(range(until + 1, newest + 1), entities, new_day, sale_events.warranties(connection))


def position(connection: Connection) -> int | None:
    """Return the operation until which the journal was looked through."""
    value = _noted(connection, _POSITION)
    return None if value is None else int(value)


def newest_operation(connection: Connection) -> int:
    """Return the newest operation."""
    newest: int = connection.execute(select(func.coalesce(func.max(operation.c.id), 0))).scalar_one()
    return newest


def operation_before(connection: Connection, at: int) -> int:
    """Return the newest operation before a moment; 0 where there is none."""
    newest = select(func.max(operation.c.id)).where(operation.c.at < at)
    return connection.execute(newest).scalar() or 0


def note_done(connection: Connection, operation_id: int, day: date) -> None:
    """Remember until where the journal was looked through, and on which day: book-keeping, not journaled."""
    for key, value in ((_POSITION, str(operation_id)), (_DAY, day.isoformat())):
        updated = meta.update().where(meta.c.key == key, meta.c.value != value).values(value=value)
        if not connection.execute(updated).rowcount and _noted(connection, key) is None:
            connection.execute(insert(meta).values(key=key, value=value))


def is_done(connection: Connection, today: date) -> bool:
    """Tell whether the work of a day is done, and nobody has changed anything since."""
    looked_until = position(connection)
    if looked_until is None or _noted(connection, _DAY) != today.isoformat():
        return False
    later = select(operation.c.id).where(operation.c.id > looked_until, operation.c.source != Source.PROGRAM.value)
    return connection.execute(later.limit(1)).scalar() is None


def _noted(connection: Connection, key: str) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def became_customers(looked: range, since: int) -> Select[Any]:
    """Return the customers whom people registered in these operations, and since a moment."""
    return _inserted(customer.name, Kind.CUSTOMER_ADD, looked, since)


def were_tagged(tag_id: int, looked: range, since: int) -> Select[Any]:
    """Return the customers who were given a tag in these operations, and still carry it."""
    kinds = (Kind.TAG_ADD, Kind.CUSTOMER_ADD)
    given = or_(*(customer_tag.c.id.in_(_inserted(customer_tag.name, kind, looked, since)) for kind in kinds))
    return select(customer_tag.c.customer_id).where(customer_tag.c.tag_id == tag_id, given)


def bought_first(looked: range, since: int) -> Select[Any]:
    """Return the customers who bought for the first time in these operations, and since a moment."""
    return sale_events.bought_first(_inserted(sale.name, Kind.SALE, looked, since))


def fell_quiet(before: int, since: int) -> Select[Any]:
    """Return the customers whose last contact lies before one stamp, but not before the other."""
    last = customer.c.last_contact_at
    return select(customer.c.id).where(customer.c.deleted_at.is_(None), last >= since, last < before)


def have_date(kind: str, label: str, day: date) -> Select[Any]:
    """Return the customers who keep an important date of a kind on a day, solar or lunar.

    `label` is what another date is called, "" for any. One that names its year does not count before it; another date
    (a warranty's end) counts in that year alone, a birthday and an anniversary in each.
    """
    lunar = lunar_day(day)
    years = {"solar": day.year, "lunar": lunar.year if lunar else day.year}
    on_day = [_kept_on(key, years[key.calendar], once=kind == DateKind.OTHER.value) for key in keys_on(day)]
    found = select(important_date.c.customer_id).where(or_(*on_day), important_date.c.kind == kind)
    return found.where(important_date.c.label == label) if label else found


def have_any_date(kind: str, label: str) -> Select[Any]:
    """Return the customers with an important date of a kind; `label` is what another date is called, "" for any."""
    found = select(important_date.c.customer_id).where(important_date.c.kind == kind)
    return found.where(important_date.c.label == label) if label else found


def _kept_on(key: DayKey, year: int, *, once: bool) -> ColumnElement[bool]:
    of_year = important_date.c.year == year if once else important_date.c.year <= year
    return and_(
        important_date.c.calendar == key.calendar,
        important_date.c.month == key.month,
        important_date.c.day == key.day,
        important_date.c.leap_month == int(key.leap_month),
        or_(important_date.c.year.is_(None), of_year),
    )


def _inserted(entity: str, kind: Kind, looked: range, since: int) -> Select[Any]:
    """Return the ids of the rows that people put into a table."""
    return (
        select(change.c.row_id)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(
            change.c.operation_id.between(looked.start, looked.stop - 1),
            change.c.entity == entity,
            change.c.action == "insert",
            operation.c.kind == kind.value,
            operation.c.source.in_(_BY_PEOPLE),
            operation.c.at >= since,
        )
    )
