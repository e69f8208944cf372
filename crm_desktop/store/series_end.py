"""Ending series: one entry left out, all later ones removed, or the series with everything open of it."""

from __future__ import annotations

from sqlalchemy import and_, func, select

from crm_desktop.domain.recurrence import Anchor
from crm_desktop.store.follow_up_entries import Entry
from crm_desktop.store.follow_ups import moment_of
from crm_desktop.store.series_rows import OPEN, Course
from crm_desktop.store.tables import change, follow_up, follow_up_series, series_exception
from crm_desktop.store.unit_of_work import UnitOfWork


def dissolve(work: UnitOfWork, series_id: int) -> None:
    """Remove a series; its rows go on as single ones."""
    work.update_where(follow_up, follow_up.c.series_id == series_id, {"series_id": None, "original": None})
    work.delete_where(series_exception, series_exception.c.series_id == series_id)
    work.delete_where(follow_up_series, follow_up_series.c.id == series_id)


def remove_one(work: UnitOfWork, entry: Entry) -> None:
    """Remove an entry alone; its series leaves the day out from then on."""
    if entry.row is not None:
        work.delete_where(follow_up, follow_up.c.id == entry.row.id)
    if entry.series is not None and entry.original is not None:
        work.insert_one(series_exception, series_id=entry.series.id, original=entry.original)


def remove_all(work: UnitOfWork, series_id: int) -> None:
    """Remove a series with everything of it that is open; what was done or closed stays."""
    mine = follow_up.c.series_id == series_id
    work.delete_where(follow_up, and_(mine, follow_up.c.status == OPEN))
    dissolve(work, series_id)


def remove_later(work: UnitOfWork, entry: Entry) -> None:
    """Remove an entry and everything open of its series after it."""
    series = entry.series
    assert series is not None
    before = None
    if series.anchor == Anchor.FIXED.value and entry.original is not None:
        before = Course.of(series).before(moment_of(entry.original))
    if before is None:
        remove_all(work, series.id)
        return
    later = and_(follow_up.c.series_id == series.id, follow_up.c.original >= entry.original)
    work.delete_where(follow_up, and_(later, follow_up.c.status == OPEN))
    theirs = and_(series_exception.c.series_id == series.id, series_exception.c.original >= entry.original)
    work.delete_where(series_exception, theirs)
    work.update(follow_up_series, series.id, **before.columns)


def leave_one_open(work: UnitOfWork) -> None:
    """Where an undo left a series that counts from the last one done several open rows, let the newest carry it on."""
    written = select(change.c.row_id).where(
        change.c.operation_id == work.operation_written, change.c.entity == follow_up.name
    )
    touched = select(follow_up.c.series_id).where(follow_up.c.id.in_(written), follow_up.c.series_id.is_not(None))
    several = (
        select(follow_up.c.series_id, func.max(follow_up.c.id))
        .join(follow_up_series, follow_up_series.c.id == follow_up.c.series_id)
        .where(follow_up.c.series_id.in_(touched), follow_up.c.status == OPEN)
        .where(follow_up_series.c.anchor == Anchor.AFTER_DONE.value)
        .group_by(follow_up.c.series_id)
        .having(func.count() > 1)
    )
    for series_id, newest in work.connection.execute(several).all():
        others = and_(follow_up.c.series_id == series_id, follow_up.c.status == OPEN, follow_up.c.id != newest)
        work.update_where(follow_up, others, {"series_id": None})
