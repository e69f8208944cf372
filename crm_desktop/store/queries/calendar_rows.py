"""Entries of the calendar: how many a day has, its first ones, and all of some days.

Counts and first entries come from the indexes alone; the row behind an entry, its series and its customer are read for
what is shown. Follow-ups and occurrences stand in two tables, each in the order of a day, and are put together here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey, FollowUpStatus, by_time
from crm_desktop.store.follow_ups import ITEM_COLUMNS, SERIES_ITEM_COLUMNS, item, occurrence_item
from crm_desktop.store.sqlite_sql import ids_in, json_list
from crm_desktop.store.tables import customer, follow_up, follow_up_series, occurrence

_OPEN: ColumnElement[str] = literal_column(f"'{FollowUpStatus.OPEN.value}'")
_LIVE: ColumnElement[int] = literal_column("1")
"""Words of the statement, not parameters: only so the planner sees that the index of open ones fits."""


@dataclass(frozen=True)
class Wanted:
    """Whose entries (None among the owners: nobody's) and of which kinds, None for all; `done` also what is over."""

    owner_ids: frozenset[int | None] | None = None
    kinds: frozenset[str] | None = None
    done: bool = True

    @property
    def is_everything(self) -> bool:
        """Whether no owner and no kind is left out."""
        return self.owner_ids is None and self.kinds is None


@dataclass(frozen=True)
class DayFound:
    """The first entries of a day, how many it has, and how many of them are open."""

    items: list[CalendarItem]
    count: int
    open: int


def month(connection: Connection, days: Sequence[date], wanted: Wanted, per_day: int) -> dict[date, DayFound]:
    """Return the days that have entries, each with its first ones."""
    single = _days_of(connection, days, _follow_ups(wanted), _IDS, per_day)
    repeated = _days_of(connection, days, _occurrences(wanted), _NAMES, per_day)
    items = _singles(connection, [row_id for _, _, first in single.values() for (row_id,) in first])
    items |= _repeated(connection, [name for _, _, first in repeated.values() for name in first])
    found: dict[date, DayFound] = {}
    for day in days:
        key = day.isoformat()
        count, is_open, ids = single.get(key, (0, 0, []))
        more, _, names = repeated.get(key, (0, 0, []))
        if count + more:
            keys = [FollowUpKey(row_id) for (row_id,) in ids]
            keys += [FollowUpKey(None, series_id, original) for series_id, original, *_ in names]
            shown = sorted((items[one] for one in keys if one in items), key=by_time)[:per_day]
            found[day] = DayFound(shown, count + more, is_open + more)
    return found


def days(connection: Connection, first: date, last: date, wanted: Wanted, limit: int) -> list[CalendarItem]:
    """Return the entries of some days in their order, at most so many."""
    items: list[CalendarItem] = []
    between = {"first": first.isoformat(), "last": last.isoformat()}
    table, condition = _follow_ups(wanted)
    rows = _named(select(*(follow_up.c[name] for name in ITEM_COLUMNS)), follow_up, follow_up.c.customer_id)
    rows = rows.where(condition, _within(follow_up)).order_by(*_order(follow_up)).limit(limit)
    items += [item(row) for row in connection.execute(rows, between)]
    table, condition = _occurrences(wanted)
    chosen = (
        select(*(table.c[name] for name in ("series_id", "original", "day", "time")))
        .where(condition, _within(occurrence))
        .order_by(*_order(occurrence))
        .limit(limit)
    )
    items += _repeated(connection, [tuple(row) for row in connection.execute(chosen, between)]).values()
    return sorted(items, key=by_time)[:limit]


# one table


_Source = tuple[Table, ColumnElement[bool]]
_IDS = ("id",)
_NAMES = ("series_id", "original", "day", "time")


def _follow_ups(wanted: Wanted) -> _Source:
    """Return follow-ups and the condition that they are wanted."""
    mine = follow_up.c
    parts = [mine.live == _LIVE, *_asked(wanted, mine.owner_id, mine.kind)]
    if not wanted.done:
        parts.append(mine.status == _OPEN)
    return follow_up, and_(*parts)


def _occurrences(wanted: Wanted) -> _Source:
    """Return occurrences, all of them open, and the condition that they are wanted.

    Owner and kind are the series': those that fit are found once, not looked up for each occurrence.
    """
    parts: list[ColumnElement[bool]] = [occurrence.c.live == _LIVE]
    if not wanted.is_everything:
        series = follow_up_series.c
        fitting = select(series.id).where(*_asked(wanted, series.owner_id, series.kind))
        parts.append(occurrence.c.series_id.in_(fitting))
    return occurrence, and_(*parts)


def _asked(wanted: Wanted, owner: ColumnElement[Any], kind: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    parts: list[ColumnElement[bool]] = []
    if wanted.owner_ids is not None:
        people = sorted(person for person in wanted.owner_ids if person is not None)
        owned = owner.in_(people)
        parts.append(or_(owned, owner.is_(None)) if None in wanted.owner_ids else owned)
    if wanted.kinds is not None:
        parts.append(kind.in_(sorted(wanted.kinds)))
    return parts


def _order(table: Table) -> list[ColumnElement[Any]]:
    """Return the order of entries, which is that of the indexes; those of one time go by what matters more."""
    return [table.c.day, table.c.time, table.c.priority.desc()]


def _within(table: Table) -> ColumnElement[bool]:
    return table.c.day.between(bindparam("first"), bindparam("last"))


def _days_of(
    connection: Connection, days: Sequence[date], source: _Source, columns: Sequence[str], per_day: int
) -> dict[str, tuple[int, int, list[list[Any]]]]:
    """Return by day how many there are, how many are open, and the first ones' columns; one statement for all days."""
    table, condition = source
    listed = func.json_each(json.dumps([day.isoformat() for day in days])).table_valued(column("value"), name="days")
    on_day = (condition, table.c.day == listed.c.value)
    is_open = func.sum(table.c.status == _OPEN) if table is follow_up else func.count()
    counts = select(func.json_array(func.count(), is_open)).where(*on_day).correlate(listed).scalar_subquery()
    first = select(*(table.c[name] for name in columns), literal(0)).where(*on_day)
    rows = select(
        listed.c.value, counts, json_list(first.order_by(*_order(table)[1:]).limit(per_day).correlate(listed))
    )
    found: dict[str, tuple[int, int, list[list[Any]]]] = {}
    for day, counted, shown in connection.execute(rows):
        count, opened = json.loads(counted)
        if count:
            found[day] = (count, opened or 0, [row[:-1] for row in json.loads(shown)])
    return found


# rows behind entries


def _named(rows: Select[Any], source: FromClause, customer_id: ColumnElement[Any]) -> Select[Any]:
    named = rows.add_columns(customer.c.name.label("customer_name"))
    return named.select_from(source).outerjoin(customer, customer.c.id == customer_id)


def _singles(connection: Connection, ids: Sequence[int]) -> dict[FollowUpKey, CalendarItem]:
    if not ids:
        return {}
    rows = _named(select(*(follow_up.c[name] for name in ITEM_COLUMNS)), follow_up, follow_up.c.customer_id)
    found = map(item, connection.execute(rows.where(ids_in(follow_up.c.id, ids))))
    return {one.key: one for one in found}


def _repeated(connection: Connection, names: Sequence[Sequence[Any]]) -> dict[FollowUpKey, CalendarItem]:
    """Return occurrences, each given by series, original, day and time."""
    if not names:
        return {}
    series = follow_up_series
    rows = _named(select(series.c.id, *(series.c[name] for name in SERIES_ITEM_COLUMNS)), series, series.c.customer_id)
    by_id = {row.id: row for row in connection.execute(rows.where(ids_in(series.c.id, {name[0] for name in names})))}
    found = (occurrence_item(by_id[name[0]], *name) for name in names)
    return {one.key: one for one in found}
