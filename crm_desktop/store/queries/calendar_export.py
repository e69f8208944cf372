"""Follow-ups and series for a calendar file: those of some days, a page at a time, series with all their parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, or_, select

from crm_desktop.domain.recurrence import Anchor
from crm_desktop.store.occurrences import worked_out
from crm_desktop.store.queries.calendar_rows import Wanted
from crm_desktop.store.queries.contact_sql import phone_to_call, refused_calls
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import customer, follow_up, follow_up_series, person, series_exception

_PAGE = 2_000
_FAR = timedelta(days=5 * 366)
"""How far is looked for a day of a series where the choice has no end."""


@dataclass(frozen=True)
class Chosen:
    """What a calendar file is to hold; None for no bound, and for everybody's."""

    first: date | None = None
    last: date | None = None
    wanted: Wanted = field(default_factory=Wanted)
    customer_id: int | None = None


def single_rows(connection: Connection, chosen: Chosen, after: int = 0) -> Sequence[Row[Any]]:
    """Return a page of follow-ups that are no day of a fixed series, by id, with names and phones to call."""
    mine = follow_up.c
    rows = _with_customer(follow_up).add_columns(
        follow_up_series.c.public_id.label("series_public_id"),
        follow_up_series.c.rule.label("series_rule"),
        follow_up_series.c.start_day.label("series_start"),
        follow_up_series.c.on_closed.label("series_on_closed"),
    )
    rows = rows.outerjoin(follow_up_series, follow_up_series.c.id == mine.series_id)
    is_alone = or_(mine.series_id.is_(None), follow_up_series.c.anchor == Anchor.AFTER_DONE.value)
    conditions = [mine.id > after, mine.live == 1, is_alone, *_asked(follow_up, chosen)]
    if chosen.first is not None:
        conditions.append(mine.day >= chosen.first.isoformat())
    if chosen.last is not None:
        conditions.append(mine.day <= chosen.last.isoformat())
    if not chosen.wanted.done:
        conditions.append(mine.status == "open")
    return connection.execute(rows.where(*conditions).order_by(mine.id).limit(_PAGE)).all()


def fixed_series(connection: Connection, chosen: Chosen, after: int = 0) -> tuple[list[Row[Any]], int | None]:
    """Return those of a page of series that fall on the days, and the id to go on after; None at the end."""
    mine = follow_up_series.c
    rows = _with_customer(follow_up_series)
    conditions = [mine.id > after, mine.anchor == Anchor.FIXED.value, *_asked(follow_up_series, chosen)]
    conditions.append(or_(mine.customer_id.is_(None), customer.c.deleted_at.is_(None)))
    if chosen.last is not None:
        conditions.append(mine.start_day <= chosen.last.isoformat())
    page = connection.execute(rows.where(*conditions).order_by(mine.id).limit(_PAGE)).all()
    used = _with_rows(connection, chosen, [row.id for row in page])
    zone = shop_time(connection).zone
    falling = [row for row in page if row.id in used or _falls(row, chosen, zone)]
    return falling, page[-1].id if len(page) == _PAGE else None


def days_of(connection: Connection, ids: Collection[int]) -> dict[int, list[Row[Any]]]:
    """Return the follow-ups that series have of their own, in the order of their days."""
    mine = ids_in(follow_up.c.series_id, ids) & follow_up.c.original.is_not(None)
    rows = _with_customer(follow_up).where(mine).order_by(follow_up.c.series_id, follow_up.c.original)
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(rows):
        found.setdefault(row.series_id, []).append(row)
    return found


def exceptions_of(connection: Connection, ids: Collection[int]) -> dict[int, list[str]]:
    """Return what was taken out of series."""
    there = series_exception.c
    rows = select(there.series_id, there.original).where(ids_in(there.series_id, ids)).order_by(there.original)
    found: dict[int, list[str]] = {}
    for series_id, original in connection.execute(rows):
        found.setdefault(series_id, []).append(original)
    return found


def _with_customer(table: Any) -> Select[Any]:
    names = (
        customer.c.name.label("customer_name"),
        phone_to_call().label("customer_phone"),
        refused_calls().label("refused_calls"),
        customer.c.public_id.label("customer_public_id"),
        person.c.name.label("owner_name"),
    )
    rows = select(table, *names).select_from(table).outerjoin(customer, customer.c.id == table.c.customer_id)
    return rows.outerjoin(person, person.c.id == table.c.owner_id)


def _asked(table: Any, chosen: Chosen) -> Iterator[ColumnElement[bool]]:
    wanted = chosen.wanted
    if chosen.customer_id is not None:
        yield table.c.customer_id == chosen.customer_id
    if wanted.kinds is not None:
        yield table.c.kind.in_(sorted(wanted.kinds))
    if wanted.owner_ids is not None:
        people = table.c.owner_id.in_(sorted(one for one in wanted.owner_ids if one is not None))
        yield or_(people, table.c.owner_id.is_(None)) if None in wanted.owner_ids else people


def _with_rows(connection: Connection, chosen: Chosen, ids: Collection[int]) -> set[int]:
    """Return the series of which a day of their own lies in the span."""
    bounds = [ids_in(follow_up.c.series_id, ids)]
    if chosen.first is not None:
        bounds.append(follow_up.c.day >= chosen.first.isoformat())
    if chosen.last is not None:
        bounds.append(follow_up.c.day <= chosen.last.isoformat())
    if not chosen.wanted.done:
        bounds.append(follow_up.c.status == "open")
    rows = select(follow_up.c.series_id).where(and_(*bounds)).distinct()
    return set(connection.execute(rows).scalars())


def _falls(series: Row[Any], chosen: Chosen, zone: tzinfo) -> bool:
    """Tell whether a series falls on any of the days, moved ones aside."""
    if chosen.first is None:
        return True
    last = chosen.last or max(chosen.first, date.fromisoformat(series.start_day)) + _FAR
    return bool(worked_out(series, [(chosen.first, last)], None, zone))
