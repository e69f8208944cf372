"""Finding the entry of the calendar that a key names: a follow-up, or an occurrence of a series that has no row yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Row, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, FollowUpStatus, Priority
from crm_desktop.store.follow_ups import get_series, reminders_of, repeat_of, time_of
from crm_desktop.store.tables import follow_up, occurrence


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
    row = _row(connection, key)
    series_id = key.series_id if row is None else row.series_id
    series = None if series_id is None else get_series(connection, series_id)
    if row is not None:
        return Entry(row, series, row.original, date.fromisoformat(row.day), time_of(row.time))
    there = None if series is None else _occurrence(connection, key)
    if there is None:
        raise Fault(FaultKind.NOT_FOUND, entity=follow_up.name, id=key.text)
    return Entry(None, series, key.original, date.fromisoformat(there.day), time_of(there.time))


def _row(connection: Connection, key: FollowUpKey) -> Row[Any] | None:
    mine = follow_up.c.id == key.follow_up_id
    if key.follow_up_id is None:
        mine = (follow_up.c.series_id == key.series_id) & (follow_up.c.original == key.original)
    return connection.execute(select(follow_up).where(mine)).one_or_none()


def _occurrence(connection: Connection, key: FollowUpKey) -> Row[Any] | None:
    mine = (occurrence.c.series_id == key.series_id) & (occurrence.c.original == key.original)
    return connection.execute(select(occurrence).where(mine)).one_or_none()
