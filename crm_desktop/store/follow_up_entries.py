"""Finding the entry of the calendar that a key names: a follow-up, or an occurrence of a series that has no row yet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select, tuple_

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, FollowUpStatus, Priority
from crm_desktop.domain.recurrence.expand import LONGEST_SHIFT
from crm_desktop.store.follow_ups import moment_of, reminders_of, repeat_of, time_of
from crm_desktop.store.occurrences import taken_of, worked_out
from crm_desktop.store.shop_calendar import shop_calendar
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import follow_up, follow_up_series, occurrence


@dataclass(frozen=True)
class Entry:
    """What a key names: a row, or an occurrence of a series; `original` is its day and time by the rule."""

    row: Row[Any] | None
    series: Row[Any] | None
    original: str | None
    day: date
    time: time | None

    @property
    def key(self) -> FollowUpKey:
        """Return the key that names it now."""
        if self.row is not None:
            return FollowUpKey(self.row.id)
        return FollowUpKey(None, None if self.series is None else self.series.id, self.original)

    @property
    def values(self) -> Row[Any]:
        """Return the row that holds title, kind and the like: its own, or its series'."""
        found = self.row if self.row is not None else self.series
        assert found is not None
        return found

    @property
    def status(self) -> FollowUpStatus:
        """Return how it stands."""
        return FollowUpStatus.OPEN if self.row is None else FollowUpStatus(self.row.status)

    @property
    def draft(self) -> FollowUpDraft:
        """Return the entry as its editor starts from it."""
        values = self.values
        return FollowUpDraft(
            values.title,
            self.day,
            self.time,
            values.customer_id,
            values.kind,
            values.note or "",
            values.length,
            Priority(values.priority),
            values.owner_id,
            reminders_of(values.reminders),
            bool(values.promised),
            None if self.series is None else repeat_of(self.series),
        )


def find_entry(connection: Connection, key: FollowUpKey) -> Entry:
    """Return what a key names; an occurrence that became a row of its own meanwhile is that row.

    Raises Fault NOT_FOUND.
    """
    return find_entries(connection, [key])[0]


def find_entries(connection: Connection, keys: Iterable[FollowUpKey]) -> list[Entry]:
    """Return what keys name, in their order, each entry once: a few statements for one and for thousands.

    Raises Fault NOT_FOUND where one names nothing.
    """
    wanted = list(dict.fromkeys(keys))
    found = _Found(connection, wanted)
    entries = {entry.key: entry for entry in map(found.entry, wanted)}
    return list(entries.values())


def missed_before(connection: Connection, entries: Iterable[Entry], today: date) -> list[Entry]:
    """Return the late occurrences of the entries' series that come before each of them."""
    until = {entry.series.id: entry for entry in entries if entry.series is not None}
    if not until:
        return []
    late = and_(ids_in(occurrence.c.series_id, until), occurrence.c.day < today.isoformat())
    rows = connection.execute(select(occurrence).where(late)).all()
    before = [row for row in rows if row.original < (until[row.series_id].original or "")]
    return [Entry(None, until[row.series_id].series, row.original, _day(row.day), time_of(row.time)) for row in before]


class _Found:
    """The rows, occurrences and series behind some keys."""

    def __init__(self, connection: Connection, keys: list[FollowUpKey]) -> None:
        self._connection = connection
        ids = [key.follow_up_id for key in keys if key.follow_up_id is not None]
        named = [(key.series_id, key.original) for key in keys if key.follow_up_id is None]
        rows = list(connection.execute(select(follow_up).where(ids_in(follow_up.c.id, ids)))) if ids else []
        self._rows = {FollowUpKey(row.id): row for row in rows}
        self._occurrences: dict[FollowUpKey, Row[Any]] = {}
        if named:
            own = connection.execute(select(follow_up).where(these_occurrences(follow_up, named))).all()
            self._rows |= {FollowUpKey(None, row.series_id, row.original): row for row in own}
            days = connection.execute(select(occurrence).where(these_occurrences(occurrence, named)))
            self._occurrences = {FollowUpKey(None, row.series_id, row.original): row for row in days}
            rows += own
        needed = {row.series_id for row in rows if row.series_id} | {series_id for series_id, _ in named if series_id}
        series = select(follow_up_series).where(ids_in(follow_up_series.c.id, needed))
        self._series = {row.id: row for row in connection.execute(series)} if needed else {}

    def entry(self, key: FollowUpKey) -> Entry:
        row = self._rows.get(key)
        if row is not None:
            return Entry(row, self._series.get(row.series_id), row.original, _day(row.day), time_of(row.time))
        series = self._series.get(key.series_id or 0)
        there = self._occurrences.get(key)
        if there is not None:
            return Entry(None, series, key.original, _day(there.day), time_of(there.time))
        beyond = None if series is None else _beyond(self._connection, series, key.original or "")
        if beyond is None:
            raise Fault(FaultKind.NOT_FOUND, entity=follow_up.name, id=key.text)
        return Entry(None, series, key.original, *beyond)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def these_occurrences(table: Any, names: list[tuple[int | None, str | None]]) -> ColumnElement[bool]:
    """Return which rows of a table are the named occurrences: one JSON array, not two placeholders each."""
    pairs = func.json_each(json.dumps(names)).table_valued("value").alias()
    series, original = func.json_extract(pairs.c.value, "$[0]"), func.json_extract(pairs.c.value, "$[1]")
    return tuple_(table.c.series_id, table.c.original).in_(select(series, original))


def _beyond(connection: Connection, series: Row[Any], original: str) -> tuple[date, time | None] | None:
    """Return day and time of an occurrence that is not worked out (yet), None where the series has none such."""
    if original in taken_of(connection, [series.id]).get(series.id, set()):
        return None
    try:
        moment = moment_of(original)
    except ValueError:
        return None
    # A closed day moves an occurrence by a month at most.
    span = moment.day - timedelta(days=LONGEST_SHIFT), moment.day + timedelta(days=LONGEST_SHIFT)
    found = worked_out(series, [span], shop_calendar(connection), shop_time(connection).zone).get(original)
    return None if found is None else (_day(found[0]), time_of(found[1]))
