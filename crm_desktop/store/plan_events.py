"""Whom an event of a plan has come to since the program last looked: read from the journal and from dates.

The journal says exactly who became a customer or was tagged since, whatever window or command did it; a file that was
brought in starts no plans, or a thousand old customers would be called at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select

from crm_desktop.domain.journal import Kind, Source
from crm_desktop.store.tables import (
    change,
    customer,
    customer_tag,
    important_date,
    meta,
    operation,
)

_POSITION = "plans_looked_until"
_BY_PEOPLE = (Source.WINDOW.value, Source.COMMAND.value)


def position(connection: Connection) -> int | None:
    """Return the operation until which the journal was looked through."""
    value = connection.execute(select(meta.c.value).where(meta.c.key == _POSITION)).scalar()
    return None if value is None else int(value)


def newest_operation(connection: Connection) -> int:
    """Return the newest operation."""
    newest: int = connection.execute(select(func.coalesce(func.max(operation.c.id), 0))).scalar_one()
    return newest


def keep_position(connection: Connection, operation_id: int) -> None:
    """Remember until where the journal was looked through: the program's own book-keeping, not journaled."""
    updated = meta.update().where(meta.c.key == _POSITION).values(value=str(operation_id))
    if not connection.execute(updated).rowcount:
        connection.execute(insert(meta).values(key=_POSITION, value=str(operation_id)))


def became_customers(looked: range, since: int) -> Select[Any]:
    """Return the customers whom people registered in these operations, and since a moment."""
    return _inserted(customer.name, Kind.CUSTOMER_ADD, looked, since)


def were_tagged(tag_id: int, looked: range, since: int) -> Select[Any]:
    """Return the customers who were given a tag in these operations, and still carry it."""
    kinds = (Kind.TAG_ADD, Kind.CUSTOMER_ADD)
    given = or_(*(customer_tag.c.id.in_(_inserted(customer_tag.name, kind, looked, since)) for kind in kinds))
    return select(customer_tag.c.customer_id).where(customer_tag.c.tag_id == tag_id, given)


def fell_quiet(before: int, since: int) -> Select[Any]:
    """Return the customers whose last contact lies before one stamp, but not before the other."""
    last = customer.c.last_contact_at
    return select(customer.c.id).where(customer.c.deleted_at.is_(None), last >= since, last < before)


Key = tuple[str, int, int, bool]
"""A day of a calendar ("solar" or "lunar"), month, day, whether of a leap month, as `important_date` keeps it."""


def have_date(kind: str, keys: Iterable[Key]) -> Select[Any]:
    """Return the customers with an important date of a kind on one of these days."""
    on_day: list[ColumnElement[bool]] = [
        and_(
            important_date.c.calendar == calendar,
            important_date.c.month == month,
            important_date.c.day == day,
            important_date.c.leap_month == int(leap),
        )
        for calendar, month, day, leap in keys
    ]
    return select(important_date.c.customer_id).where(or_(*on_day), important_date.c.kind == kind)


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
