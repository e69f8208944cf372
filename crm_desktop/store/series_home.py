"""Series of another zone that are given another day, time or rule here: from then on they go by the shop's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.domain.recurrence import Moment, Rule, moved, zone_named
from crm_desktop.store.follow_up_entries import Entry
from crm_desktop.store.follow_ups import moment_of, original_of
from crm_desktop.store.series_rows import Course, series_row
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.tables import follow_up, follow_up_series, series_exception
from crm_desktop.store.unit_of_work import UnitOfWork


def at_home(work: UnitOfWork, entry: Entry, draft: FollowUpDraft) -> tuple[Entry, FollowUpDraft]:
    """Return an entry and what is to become of its series, on the shop's clock where that says another day or time.

    Raises RecurrenceError for a rule that cannot be put on another day of the week, the month or the year.
    """
    if not _is_to_come_home(entry, draft):
        return entry, draft
    home = _bring_home(work, entry)
    before, after = entry.draft.repeat, home.draft.repeat
    if draft.repeat is None or before is None or after is None or draft.repeat.rule != before.rule:
        return home, draft
    return home, replace(draft, repeat=replace(draft.repeat, rule=after.rule))


def _is_to_come_home(entry: Entry, draft: FollowUpDraft) -> bool:
    series, before = entry.series, entry.draft
    if series is None or series.zone is None or entry.original is None or draft.repeat is None:
        return False
    return (draft.day, draft.time, draft.repeat) != (before.day, before.time, before.repeat)


def _bring_home(work: UnitOfWork, entry: Entry) -> Entry:
    """Put a series on the shop's clock, as that stands to its own on the day of the entry; return the entry again."""
    series = entry.series
    assert series is not None
    course, at = Course.of(series), moment_of(entry.original or "")
    shift = _shift(work, at, series.zone)
    columns = _shifted(course, at, shift).columns
    work.update(follow_up_series, series.id, **columns, zone=None)
    for table in (follow_up, series_exception):
        _rename(work, table, series.id, shift)
    row = entry.row
    if row is not None:
        row = work.connection.execute(select(follow_up).where(follow_up.c.id == row.id)).one()
    return replace(entry, row=row, series=series_row(work, series.id), original=original_of(_later(at, shift)))


def _shift(work: UnitOfWork, at: Moment, zone: str) -> timedelta:
    if at.time is None:
        return timedelta()
    there = datetime.combine(at.day, at.time, zone_named(zone))
    return shop_time(work.connection).local(there) - at.wall


def _later(moment: Moment, shift: timedelta) -> Moment:
    return moment if moment.time is None else Moment.of(moment.wall + shift)


def _shifted(course: Course, at: Moment, shift: timedelta) -> Course:
    extra = tuple(_later(moment, shift) for moment in course.extra)
    if course.rule is None:
        return Course(None, _later(course.start, shift), extra)
    target = _later(at, shift)
    within = shift - timedelta(days=(target.day - at.day).days)
    series = moved(_ending_later(course.rule, within), course.start, at, target)
    return Course(series.rule, series.start, extra)


def _ending_later(rule: Rule, shift: timedelta) -> Rule:
    """Return a rule whose end goes with the time of day."""
    return replace(rule, until=rule.until + shift) if isinstance(rule.until, datetime) else rule


def _rename(work: UnitOfWork, table: Any, series_id: int, shift: timedelta) -> None:
    """Name the days of a series by the shop's clock, from the far end on so that no two meet."""
    mine = (table.c.series_id == series_id) & table.c.original.is_not(None)
    rows = work.connection.execute(select(table.c.id, table.c.original).where(mine).order_by(table.c.original)).all()
    for row in reversed(rows) if shift > timedelta() else rows:
        work.update(table, row.id, original=original_of(_later(moment_of(row.original), shift)))
