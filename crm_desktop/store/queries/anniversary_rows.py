"""Important dates of customers that come round on days: how many, and the first of each day, by index alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Integer, and_, cast, column, func, or_, select

from crm_desktop.store.sqlite_sql import ids_in, json_list
from crm_desktop.store.tables import customer, important_date

if TYPE_CHECKING:
    from crm_desktop.domain.anniversaries import DayKey


@dataclass(frozen=True, slots=True)
class Kept:
    """One important date: whose, what, and by which key it was found."""

    customer_id: int
    name: str
    kind: str
    label: str | None
    year: int | None
    key: DayKey


def counts(
    connection: Connection, keys: Sequence[DayKey], per_key: int
) -> dict[DayKey, tuple[int, list[tuple[int, str, int | None]]]]:
    """Return how many dates each key has, of customers who are not in the bin, and its first (id, kind, year).

    Who is in the bin is gathered once: looking up the customer of each date would read most of the table.
    """
    rows = json.dumps([[key.calendar, key.month, key.day, int(key.leap_month)] for key in keys])
    asked = func.json_each(rows).table_valued(column("key"), column("value"), name="asked")
    date = important_date.c
    parts = (date.calendar, date.month, date.day, date.leap_month)
    same = [part == func.json_extract(asked.c.value, f"$[{place}]") for place, part in enumerate(parts)]
    condition = and_(*same, _is_live())
    total = select(func.count()).select_from(important_date).where(condition).correlate(asked).scalar_subquery()
    first = select(date.id, date.kind, date.year).where(condition).order_by(date.kind, date.year).limit(per_key)
    found = connection.execute(select(cast(asked.c.key, Integer), total, json_list(first.correlate(asked))))
    return {keys[place]: (count, [tuple(row) for row in json.loads(shown)]) for place, count, shown in found if count}


def named(connection: Connection, keys: Mapping[int, DayKey]) -> dict[int, Kept]:
    """Return important dates by their ids, with whose they are; `keys` says by which key each was found."""
    date = important_date.c
    rows = (
        select(date.id, date.customer_id, customer.c.name, date.kind, date.label, date.year)
        .join(customer, customer.c.id == date.customer_id)
        .where(ids_in(date.id, keys))
    )
    return {
        row.id: Kept(row.customer_id, row.name, row.kind, row.label, row.year, keys[row.id])
        for row in connection.execute(rows)
    }


def page(connection: Connection, keys: Sequence[DayKey], offset: int, limit: int) -> list[Kept]:
    """Return the dates of one day, a page at a time; keys are those of the day."""
    date = important_date.c
    known = {(key.calendar, key.month, key.day, int(key.leap_month)): key for key in keys}
    chosen = (
        select(date.id, date.calendar, date.month, date.day, date.leap_month)
        .where(or_(*(_is(key) for key in keys)), _is_live())
        .order_by(date.kind, date.year, date.customer_id, date.id)
        .limit(limit)
        .offset(offset)
    )
    found = {row_id: known[tuple(rest)] for row_id, *rest in connection.execute(chosen)}
    rows = named(connection, found)
    return [rows[row_id] for row_id in found if row_id in rows]


def _is(key: DayKey) -> ColumnElement[bool]:
    date = important_date.c
    in_month = and_(date.calendar == key.calendar, date.month == key.month)
    return and_(in_month, date.day == key.day, date.leap_month == int(key.leap_month))


def _is_live() -> ColumnElement[Any]:
    in_bin = select(customer.c.id).where(customer.c.deleted_at.is_not(None))
    return important_date.c.customer_id.not_in(in_bin)
