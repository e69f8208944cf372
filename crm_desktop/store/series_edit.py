"""Changing series: one occurrence becomes a row, a series changes as a whole or is split, ended or removed.

A change of day, time or rule begins at the first occurrence that is still open: what was done before keeps its day by
the old rule, and nothing that was done comes back as open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, and_, select

from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpStatus
from crm_desktop.domain.recurrence import Anchor, Moment, moved, parse_rule
from crm_desktop.store.follow_up_entries import Entry
from crm_desktop.store.follow_ups import (
    draft_values,
    minutes_of,
    moment_of,
    original_of,
    series_values,
)
from crm_desktop.store.occurrences import first_day_of, taken_of
from crm_desktop.store.series_end import dissolve
from crm_desktop.store.series_home import at_home
from crm_desktop.store.series_rows import (
    FIELDS,
    MADE,
    OPEN,
    Course,
    differing,
    first_of,
    insert_series,
    materialise,
    row_entry,
    series_row,
)
from crm_desktop.store.tables import follow_up, follow_up_series, series_exception
from crm_desktop.store.unit_of_work import UnitOfWork

# changing


def change_one(work: UnitOfWork, entry: Entry, draft: FollowUpDraft) -> None:
    """Change an entry alone; one that was single and now repeats becomes the first of a series."""
    values = draft_values(draft)
    if entry.row is None:
        materialise(work, [entry], values)
        return
    if values != draft_values(entry.draft):
        values["handed_at"] = None  # whoever changes it has seen that it was handed over
    if entry.series is None and draft.repeat is not None and entry.status is FollowUpStatus.OPEN:
        values |= _begin_series(work, entry.row, draft)
    work.update(follow_up, entry.row.id, **differing(entry.row, values))


def _begin_series(work: UnitOfWork, row: Row[Any], draft: FollowUpDraft) -> dict[str, Any]:
    """Insert the series of a row that begins to repeat; return what the row is to hold of it."""
    assert draft.repeat is not None
    made = {name: getattr(row, name) for name in MADE}
    if draft.repeat.anchor == Anchor.AFTER_DONE.value:
        return {"series_id": insert_series(work, series_values(draft) | made)}
    course = Course(parse_rule(draft.repeat.rule), Moment(draft.day, draft.time))
    first = first_of(course)
    series_id = insert_series(work, series_values(draft) | course.columns | made)
    return {"series_id": series_id, "original": original_of(first), "day": first.day.isoformat()}


def change_all(work: UnitOfWork, entry: Entry, draft: FollowUpDraft, today: date) -> None:
    """Change a whole series; what was done keeps its day, and single exceptions stay where they still fit."""
    series = entry.series
    assert series is not None
    if draft.repeat is None:
        _stop_repeating(work, entry, draft)
        return
    entry, draft = at_home(work, entry, draft)
    series = entry.series
    assert series is not None
    at = _first_open(work, series, today) if series.anchor == Anchor.FIXED.value else None
    _rewrite(work, entry, draft, series.id, at)


def change_later(work: UnitOfWork, entry: Entry, draft: FollowUpDraft, today: date) -> None:
    """Split a series at an entry and change this and all later ones."""
    series = entry.series
    assert series is not None
    if series.anchor != Anchor.FIXED.value or entry.original is None:
        change_all(work, entry, draft, today)
        return
    at, old = moment_of(entry.original), Course.of(series)
    before = old.before(at)
    if before is None:
        change_all(work, entry, draft, today)
        return
    work.update(follow_up_series, series.id, **before.columns)
    if draft.repeat is None:
        row_id = _own_row(work, entry)
        work.update(follow_up, row_id, **draft_values(draft), series_id=None, original=None)
        return
    copied = {name: getattr(series, name) for name in (*FIELDS, *MADE, "anchor", "on_closed", "zone")}
    new_id = insert_series(work, {**copied, **old.since(at).columns})
    _hand_on(work, series.id, new_id, at)
    moved_on = entry if entry.row is None else row_entry(work, entry.row.id)
    whole = Entry(moved_on.row, series_row(work, new_id), entry.original, entry.day, entry.time)
    asked = draft
    if draft.repeat.rule == series.rule:  # the rule as it was: what is left of a count counts from here
        asked = replace(draft, repeat=replace(draft.repeat, rule=series_row(work, new_id).rule))
    whole, asked = at_home(work, whole, asked)
    _rewrite(work, whole, asked, new_id, moment_of(whole.original or ""))


def _hand_on(work: UnitOfWork, old_id: int, new_id: int, at: Moment) -> None:
    """Give a new series the rows and exceptions of another from a moment on."""
    for table in (follow_up, series_exception):
        theirs = and_(table.c.series_id == old_id, table.c.original >= original_of(at))
        work.update_where(table, theirs, {"series_id": new_id})


def _rewrite(work: UnitOfWork, entry: Entry, draft: FollowUpDraft, series_id: int, at: Moment | None) -> None:
    """Give a series what was changed in one of its entries; `at` is its first open moment, None if it has none."""
    series, repeat = series_row(work, series_id), draft.repeat
    assert repeat is not None
    before, after = draft_values(entry.draft), draft_values(draft)
    fields = {name: after[name] for name in FIELDS if after[name] != before[name]}
    _change_open_rows(work, series, fields)
    how = {**fields, "anchor": repeat.anchor, "on_closed": repeat.on_closed}
    row_id: int | None = entry.row.id if entry.row is not None else None
    if repeat.anchor == Anchor.AFTER_DONE.value:
        when = {"rule": repeat.rule, "start_time": after["time"], "extra": None}
        work.update(follow_up_series, series_id, **differing(series, how | when))
        row_id = _keep_one_row(work, entry, series_id)
    elif series.anchor != repeat.anchor or (at is None and repeat.rule != series.rule):
        course = Course(parse_rule(repeat.rule), Moment(draft.day, draft.time))
        first = first_of(course)
        work.update(follow_up_series, series_id, **differing(series, how | course.columns))
        after |= {"original": original_of(first), "day": first.day.isoformat()}
    elif at is None:
        work.update(follow_up_series, series_id, **differing(series, how))
    else:
        course = _new_course(series, entry, draft, at)
        work.update(follow_up_series, series_id, **differing(series, how | course.columns))
        _carry_over(work, series, course, at, (draft.day - entry.day).days)
    if row_id is not None:
        row = row_entry(work, row_id).values
        work.update(follow_up, row_id, **differing(row, after))


def _change_open_rows(work: UnitOfWork, series: Row[Any], fields: Mapping[str, Any]) -> None:
    """Give open rows of a series its new values, where they had its old ones."""
    for name, value in fields.items():
        same = follow_up.c[name].is_not_distinct_from(getattr(series, name))
        mine = and_(follow_up.c.series_id == series.id, follow_up.c.status == OPEN, same)
        work.update_where(follow_up, mine, {name: value})


def _keep_one_row(work: UnitOfWork, entry: Entry, series_id: int) -> int:
    """Leave a series that counts from the last one done one open row; other open ones go on as single ones."""
    row_id = _own_row(work, entry)
    others = and_(follow_up.c.series_id == series_id, follow_up.c.status == OPEN, follow_up.c.id != row_id)
    work.update_where(follow_up, others, {"series_id": None, "original": None})
    work.update(follow_up, row_id, original=None)
    work.delete_where(series_exception, series_exception.c.series_id == series_id)
    return row_id


def _own_row(work: UnitOfWork, entry: Entry) -> int:
    return entry.row.id if entry.row is not None else materialise(work, [entry], {})[0]


def _new_course(kept: Row[Any], entry: Entry, draft: FollowUpDraft, at: Moment) -> Course:
    """Return when a series falls after a change of one of its entries, from its first open moment on."""
    assert draft.repeat is not None
    old = Course.of(kept)
    days = (draft.day - entry.day).days
    at_time = draft.time if draft.time != entry.time else old.start.time
    if draft.repeat.rule != kept.rule:
        start = Moment(at.day + timedelta(days=days), at_time)
        course = Course(parse_rule(draft.repeat.rule), start)
        first_of(course)
        return course
    if not days and at_time == old.start.time:
        return old
    rest = old.since(at)
    by = moment_of(entry.original) if entry.original else Moment(entry.day, old.start.time)
    extra = tuple(Moment(moment.day + timedelta(days=days), at_time) for moment in rest.extra)
    if rest.rule is None:
        return Course(None, Moment(rest.start.day + timedelta(days=days), at_time), extra)
    series = moved(rest.rule, rest.start, by, Moment(by.day + timedelta(days=days), at_time))
    return Course(series.rule, series.start, extra)


def _carry_over(work: UnitOfWork, series: Row[Any], course: Course, at: Moment, days: int) -> None:
    """Let rows and exceptions from a moment on follow a series to its new days, as far as it has such."""
    rows = _from(work, follow_up, series.id, at)
    exceptions = _from(work, series_exception, series.id, at)
    places = _places([moment_of(row.original) for row in (*rows, *exceptions)], course, days)
    for row in rows:
        old = moment_of(row.original)
        new = places.get(old)
        if new is None or new == old:
            continue
        values: dict[str, Any] = {"original": original_of(new)}
        if row.status == OPEN and row.day == old.day.isoformat():
            values["day"] = new.day.isoformat()
        if row.status == OPEN and row.time == series.start_time:
            values["time"] = minutes_of(new.time)
        work.update(follow_up, row.id, **values)
    for row in exceptions:
        new = places.get(moment_of(row.original))
        if new is None:
            work.delete_where(series_exception, series_exception.c.id == row.id)
        else:
            work.update(series_exception, row.id, original=original_of(new))


def _from(work: UnitOfWork, table: Any, series_id: int, at: Moment) -> Sequence[Row[Any]]:
    mine = and_(table.c.series_id == series_id, table.c.original >= original_of(at))
    return work.connection.execute(select(table).where(mine).order_by(table.c.original)).all()


def _places(originals: Sequence[Moment], course: Course, days: int) -> dict[Moment, Moment]:
    """Return where moments of the old course come to stand: where they are if that is still one, else so much later."""
    if not originals:
        return {}
    shift = timedelta(days=days)
    first, last = min(originals).day, max(originals).day
    span = min(first, first + shift), max(last, last + shift)
    said = course.within(*span)
    at_time = course.start.time
    places = {old: new for old in originals if (new := Moment(old.day, at_time)) in said}
    taken = set(places.values())
    for old in originals:
        new = Moment(old.day + shift, at_time)
        if old not in places and new in said and new not in taken:
            places[old] = new
            taken.add(new)
    return places


def _first_open(work: UnitOfWork, series: Row[Any], today: date) -> Moment | None:
    """Return the first moment of a series that is not done, closed or taken out."""
    course = Course.of(series)
    is_open = select(follow_up.c.original).where(follow_up.c.series_id == series.id, follow_up.c.status == OPEN)
    waiting = set(work.connection.execute(is_open).scalars())
    dealt_with = taken_of(work.connection, [series.id]).get(series.id, set()) - waiting
    earliest = (first_day_of(series), *(moment_of(one).day for one in waiting if one), today)
    since = max(course.start.day, min(earliest))
    moments = course.moments_from(since)
    return next((moment for moment in moments if original_of(moment) not in dealt_with), None)


def _stop_repeating(work: UnitOfWork, entry: Entry, draft: FollowUpDraft) -> None:
    """Let an entry go on alone and its series go; what was done of it stays."""
    row_id = _own_row(work, entry)
    assert entry.series is not None
    work.update(follow_up, row_id, **draft_values(draft))
    dissolve(work, entry.series.id)
