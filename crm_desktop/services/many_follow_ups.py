"""What services that deal with many follow-ups at once have in common: a few statements for one and for thousands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpStatus, OnToday, Which, is_owed_each_time
from crm_desktop.domain.recurrence import Anchor
from crm_desktop.services.follow_up_rules import next_day
from crm_desktop.store import tables
from crm_desktop.store.follow_up_entries import Entry, find_entries, missed_before
from crm_desktop.store.queries.today import keys_on
from crm_desktop.store.series_rows import has_open_row, insert_next, materialise
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.unit_of_work import UnitOfWork


def about(work: UnitOfWork, entries: Sequence[Entry]) -> None:
    """Name the operation after the customer of the only entry, or after the title of one of nobody; else count them."""
    if len(entries) == 1:
        values = entries[0].values
        work.about(values.customer_id, name=values.title)
    else:
        work.about(count=len(entries))


def entries_meant(work: UnitOfWork, which: Which, today: date) -> list[Entry]:
    """Return the entries that are named, or all of the page of today; raise Fault NOT_FOUND."""
    if isinstance(which, OnToday):
        which = keys_on(work.connection, today, which.person_id, late_only=which.late_only)
    return find_entries(work.connection, which)


def settle_missed(work: UnitOfWork, entries: Sequence[Entry], today: date) -> list[Entry]:
    """Close the missed days of their series that late occurrences stand for on the page of today; return them."""
    late = [entry for entry in entries if entry.row is None and entry.day < today]
    last = [one for one in late if not is_owed_each_time(one.values.kind, promised=bool(one.values.promised))]
    missed = missed_before(work.connection, last, today)
    reason = _T("FollowUp", "Missed; the last missed day of the series stood for it")
    set_within(work, missed, closed(work, reason))
    return missed


def closed(work: UnitOfWork, reason: str) -> dict[str, Any]:
    """Return the columns of an entry that was closed without being done."""
    how = {"status": FollowUpStatus.CLOSED.value, "close_reason": reason}
    return {**how, "closed_at": work.at, "closed_by": work.person_id}


def only_open(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that are open."""
    return [entry for entry in entries if entry.status is FollowUpStatus.OPEN]


def set_within(work: UnitOfWork, entries: Sequence[Entry], values: Mapping[str, Any]) -> None:
    """Set columns of entries; occurrences become rows of their own."""
    rows = [entry.row.id for entry in entries if entry.row is not None]
    work.update_where(tables.follow_up, ids_in(tables.follow_up.c.id, rows), values)
    materialise(work, [entry for entry in entries if entry.row is None], values)


def move_within(work: UnitOfWork, entries: Sequence[Entry], day: date) -> None:
    """Move entries to a day, each keeping its time; what stands there already stays as it is."""
    moved = {"day": day.isoformat(), "handed_at": None}  # whoever moves it has seen that it was handed over
    set_within(work, [entry for entry in entries if entry.day != day], moved)


def go_on_after(work: UnitOfWork, entries: Sequence[Entry], day: date) -> int | None:
    """Insert the next ones of series that count from the last one done; return the last row inserted."""
    inserted = None
    for entry in entries:
        series = entry.series
        if series is None or series.anchor != Anchor.AFTER_DONE.value or has_open_row(work.connection, series.id):
            continue
        if (following := next_day(work.connection, series, day)) is not None:
            inserted = insert_next(work, series, following)
    return inserted
