"""Rows of follow-ups and series: when a series falls, planning one, and occurrences that become rows of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpStatus, Origin
from crm_desktop.domain.recurrence import Anchor, Moment, Rule, moments_from, occurrences, parse_rule, split
from crm_desktop.store.follow_up_entries import Entry
from crm_desktop.store.follow_ups import (
    draft_values,
    extra_of,
    extra_text,
    minutes_of,
    original_of,
    series_values,
    time_of,
)
from crm_desktop.store.tables import follow_up, follow_up_series
from crm_desktop.store.unit_of_work import UnitOfWork

FIELDS = ("customer_id", "kind", "title", "note", "length", "priority", "owner_id", "reminders", "promised")
"""What follow-ups and series both say of themselves."""
MADE = ("origin", "created_at", "created_by")
OPEN = FollowUpStatus.OPEN.value


@dataclass(frozen=True)
class Course:
    """When a series falls: its rule from a start, and days beside the rule."""

    rule: Rule | None
    start: Moment
    extra: tuple[Moment, ...] = ()

    @classmethod
    def of(cls, series: Row[Any]) -> Course:
        """Return the course of a series as it is kept."""
        rule = parse_rule(series.rule) if series.rule else None
        start = Moment(date.fromisoformat(series.start_day), time_of(series.start_time))
        return cls(rule, start, extra_of(series.extra))

    def moments_from(self, since: date) -> Iterator[Moment]:
        """Yield the moments of the series on or after a day, for about a century."""
        ruled = moments_from(self.rule, self.start, Moment(since)) if self.rule else iter(())
        beside = sorted(moment for moment in self.extra if moment.day >= since)
        before = None
        for moment in merge(ruled, beside):
            if moment != before:
                yield moment
            before = moment

    def within(self, first: date, last: date) -> set[Moment]:
        """Return the moments of the series on the days from `first` to `last`."""
        return {one.original for one in occurrences(self.rule, self.start, first, last, extra=self.extra)}

    def before(self, at: Moment) -> Course | None:
        """Return what comes before one of its moments, None for nothing."""
        extra = tuple(moment for moment in self.extra if moment < at)
        rule = split(self.rule, self.start, at).earlier if self.rule else None
        return None if rule is None and not extra else Course(rule, self.start, extra)

    def since(self, at: Moment) -> Course:
        """Return what comes from one of its moments on."""
        extra = tuple(moment for moment in self.extra if not moment < at)
        parts = split(self.rule, self.start, at) if self.rule else None
        if parts is None or parts.later is None:
            return Course(None, at, extra)
        return Course(parts.later, parts.start or at, extra)

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns that hold it."""
        return {
            "rule": self.rule.text if self.rule else "",
            "start_day": self.start.day.isoformat(),
            "start_time": minutes_of(self.start.time),
            "extra": extra_text(self.extra),
        }


# new rows


def insert_planned(work: UnitOfWork, draft: FollowUpDraft, origin: Origin) -> Entry:
    """Insert a follow-up or a series; return its first entry. Raises Fault VALUE_INVALID for a series of no day."""
    made = _made(work, origin)
    if draft.repeat is None:
        return row_entry(work, work.insert_one(follow_up, public_id=new_public_id(), **draft_values(draft), **made))
    if draft.repeat.anchor == Anchor.AFTER_DONE.value:
        series_id = insert_series(work, series_values(draft) | made)
        values = draft_values(draft) | made
        return row_entry(work, work.insert_one(follow_up, public_id=new_public_id(), series_id=series_id, **values))
    course = Course(parse_rule(draft.repeat.rule), Moment(draft.day, draft.time))
    first = first_of(course)
    series_id = insert_series(work, series_values(draft) | course.columns | made)
    return Entry(None, series_row(work, series_id), original_of(first), first.day, first.time)


def materialise(work: UnitOfWork, entries: Sequence[Entry], changed: Mapping[str, Any]) -> range:
    """Let occurrences become rows of their own, with some values changed; return their ids."""
    rows = []
    for entry in entries:
        values = {name: getattr(entry.values, name) for name in (*FIELDS, *MADE)}
        when = {"day": entry.day.isoformat(), "time": minutes_of(entry.time)}
        place = {"public_id": new_public_id(), "series_id": entry.values.id, "original": entry.original}
        rows.append({"status": OPEN, **values, **when, **place, **changed})
    return work.insert(follow_up, rows)


def insert_next(work: UnitOfWork, series: Row[Any], day: date) -> int:
    """Insert the next row of a series that counts from the last one done."""
    values = {name: getattr(series, name) for name in FIELDS}
    when = {"day": day.isoformat(), "time": series.start_time, "created_at": work.at, "created_by": work.person_id}
    place = {"public_id": new_public_id(), "series_id": series.id, "origin": series.origin}
    return work.insert_one(follow_up, status=OPEN, **values, **when, **place)


def _made(work: UnitOfWork, origin: Origin) -> dict[str, Any]:
    return {"origin": origin.value, "created_at": work.at, "created_by": work.person_id}


def insert_series(work: UnitOfWork, values: Mapping[str, Any]) -> int:
    """Insert a series; return its id."""
    return work.insert_one(follow_up_series, public_id=new_public_id(), **values)


def row_entry(work: UnitOfWork, row_id: int) -> Entry:
    """Return a row as an entry."""
    row = work.connection.execute(select(follow_up).where(follow_up.c.id == row_id)).one()
    series = None if row.series_id is None else series_row(work, row.series_id)
    return Entry(row, series, row.original, date.fromisoformat(row.day), time_of(row.time))


def series_row(work: UnitOfWork, series_id: int) -> Row[Any]:
    """Return the row of a series."""
    return work.connection.execute(select(follow_up_series).where(follow_up_series.c.id == series_id)).one()


def first_of(course: Course) -> Moment:
    """Return the first moment of a course; raise Fault VALUE_INVALID where it has none."""
    first = next(course.moments_from(course.start.day), None)
    if first is None:
        raise Fault(FaultKind.VALUE_INVALID, field="repeat", reason="no_day")
    return first


def count_rows(connection: Connection, series_id: int) -> int:
    """Return how many rows a series has."""
    mine = select(func.count()).select_from(follow_up).where(follow_up.c.series_id == series_id)
    return int(connection.execute(mine).scalar_one())


def has_open_row(connection: Connection, series_id: int) -> bool:
    """Tell whether a series has a row that is open."""
    mine = select(follow_up.c.id).where(follow_up.c.series_id == series_id, follow_up.c.status == OPEN).limit(1)
    return connection.execute(mine).scalar() is not None


def differing(row: Row[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a row does not have yet: the journal is to hold what was changed, and nothing else."""
    return {name: value for name, value in values.items() if getattr(row, name) != value}
