"""Bringing occurrences up to the day, slice by slice: each slice is a short transaction of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.pace import Pace
from crm_desktop.store import dated
from crm_desktop.store.faults import as_fault
from crm_desktop.store.occurrences import (
    Window,
    day_of,
    end_of_month,
    extend,
    fill,
    first_day_of,
    mark_filled,
    move_window,
    read_window,
    set_window,
    stale_series,
)
from crm_desktop.store.shop_calendar import shop_calendar
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import follow_up_series

if TYPE_CHECKING:
    from crm_desktop.domain.shop_calendar import ShopCalendar

_SLICE_SECONDS = 0.03
"""How long one transaction holds the lock that a save waits for."""
_REST_SECONDS = 0.005
"""How long the lock is free between two transactions: a command beside the window waits for it, too."""
_AT_ONCE = 10
_DAYS_AT_ONCE = 6_000
_LONGEST_STEP = timedelta(days=400)
_ALL_AT_ONCE = 200

IsCancelled = Callable[[], bool]
Step = Callable[[Connection, "ShopCalendar"], bool]
"""Does a little in a transaction; tells whether there may be more to do."""


def is_filled(connection: Connection, now: datetime) -> bool:
    """Tell whether all series are worked out for the days around a moment."""
    today = shop_time(connection).day_of(now)
    window = read_window(connection)
    if window is None:
        return connection.execute(select(follow_up_series.c.id).limit(1)).scalar() is None
    return window == Window.around(today, window.months) and not stale_series(connection, window, 1)


def work_out_all(connection: Connection, at: int) -> None:
    """Work everything out in an open transaction: every series, and what is next for each customer."""
    dated.make_tables(connection)
    window = move_window(connection, shop_time(connection).day_of(from_stamp(at)))
    calendar = shop_calendar(connection)
    while ids := stale_series(connection, window, _ALL_AT_ONCE):
        fill(connection, ids, window, calendar)
    for source in ("follow_up WHERE status = 'open' AND", "occurrence WHERE"):
        dated.note_customers(connection, f"{source} customer_id IS NOT NULL")
    dated.refresh_customers(connection)


class Filling:
    """One run over all that is not worked out."""

    def __init__(self, writes: Engine, now: datetime) -> None:
        self._writes = writes
        self._now = now
        self._pace = Pace()
        self.series = 0
        self.changed = False

    def run(self, months: Sequence[date], is_cancelled: IsCancelled) -> bool:
        """Work out what there is to do; tell whether it came to its end."""
        with self._slice() as connection:
            window = move_window(connection, shop_time(connection).day_of(self._now))
        beyond = sorted({month for month in months if month > window.last} - set(window.months))
        return self._until_done(
            lambda connection, calendar: self._fill(connection, calendar, window), is_cancelled
        ) and all(self._add_month(month, is_cancelled) for month in beyond)

    def _until_done(self, step: Step, is_cancelled: IsCancelled) -> bool:
        """Run a step until it finds nothing more to do, each slice of time in a transaction of its own."""
        more = True
        while more:
            if is_cancelled():
                return False
            with self._slice() as connection:
                calendar = shop_calendar(connection)
                until = time.perf_counter() + _SLICE_SECONDS
                while more and time.perf_counter() < until:
                    more = step(connection, calendar)
                    self._pace.step()
                self.changed = dated.refresh_customers(connection) or self.changed
            time.sleep(_REST_SECONDS)
        return True

    @contextmanager
    def _slice(self) -> Iterator[Connection]:
        with as_fault(), self._writes.begin() as connection:
            dated.make_tables(connection)
            yield connection

    def _fill(self, connection: Connection, calendar: ShopCalendar, window: Window) -> bool:
        """Work some series out that are not, wholly or for the days by which the window moved on.

        Where a shop stood still for years, that is a part of them at a time.
        """
        ids = stale_series(connection, window, _AT_ONCE)
        if not ids:
            return False
        for known, alike in _by_filled(connection, ids).items():
            same = _first_few(connection, alike, window) if known is None else alike
            if known is None:
                touched = fill(connection, same, window, calendar)
            else:
                last = min(window.last, day_of(known) + _LONGEST_STEP)
                touched = extend(connection, same, [(day_of(known) + timedelta(days=1), last)], calendar)
                mark_filled(connection, same, last)
            self._count(connection, len(same), touched)
        return True

    def _add_month(self, month: date, is_cancelled: IsCancelled) -> bool:
        """Work all series out for a month beyond the window; only then it counts as worked out."""
        span = (month, end_of_month(month))
        last = 0

        def step(connection: Connection, calendar: ShopCalendar) -> bool:
            nonlocal last
            later = select(follow_up_series.c.id).where(follow_up_series.c.id > last)
            ids = list(connection.execute(later.order_by(follow_up_series.c.id).limit(_AT_ONCE)).scalars())
            if not ids:
                window = read_window(connection)
                if window is not None:
                    set_window(connection, Window(window.last, (*window.months, month)))
                return False
            self._count(connection, len(ids), extend(connection, ids, [span], calendar))
            last = ids[-1]
            return True

        return self._until_done(step, is_cancelled)

    def _count(self, connection: Connection, series: int, touched: set[int]) -> None:
        self.series += series
        if touched:
            self.changed = True
            dated.note_series(connection, sorted(touched))


def _by_filled(connection: Connection, ids: Sequence[int]) -> dict[int | None, list[int]]:
    """Return series by how far they are worked out."""
    rows = select(follow_up_series.c.filled, follow_up_series.c.id).where(ids_in(follow_up_series.c.id, ids))
    found: dict[int | None, list[int]] = {}
    for filled, series_id in connection.execute(rows):
        found.setdefault(filled, []).append(series_id)
    return found


def _first_few(connection: Connection, ids: Sequence[int], window: Window) -> list[int]:
    """Return the first of some series, fewer where they have been at the shop for years; at least one."""
    rows = select(follow_up_series.c.id, follow_up_series.c.created_at).where(ids_in(follow_up_series.c.id, ids))
    few: list[int] = []
    days = 0
    for series in connection.execute(rows):
        days += (window.last - first_day_of(series)).days
        if few and days > _DAYS_AT_ONCE:
            break
        few.append(series.id)
    return few
