"""The days that series fall on, worked out: from when each came to the shop to 400 days ahead, and months beyond.

A day that nobody dealt with stays here, however long ago it was: it is late, and nothing but somebody's work takes it
away. What is worked out is told by `meta` (the last day), `occurrence_month` (months beyond that somebody looked at)
and, for each series, `filled`: the last day it is worked out to as a number (20271231), nothing where it is not worked
out at all. An occurrence that became a follow-up of its own, or was taken out of its series, is no row here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, or_, select, update

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.recurrence import (
    Anchor,
    Moment,
    Occurrence,
    OnClosed,
    RecurrenceError,
    Rule,
    occurrences,
    parse_rule,
    zone_named,
)
from crm_desktop.store.follow_ups import extra_of, minutes_of, original_of, time_of
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import (
    customer,
    follow_up,
    follow_up_series,
    meta,
    occurrence,
    occurrence_month,
    series_exception,
)

if TYPE_CHECKING:
    from crm_desktop.domain.shop_calendar import ShopCalendar

BEHIND = timedelta(days=60)
"""So far before the day it was entered on a series begins at most: what is older was never the shop's to do here."""
AHEAD = timedelta(days=400)
_WINDOW = "occurrences"
_NIGHT = timedelta(days=1)
"""By so much a day may differ between the clocks of two zones."""
PIECE = timedelta(days=550)
"""Rules are asked for so many days at once: years of an hourly one are not refused for what they come to in all."""

Span = tuple[date, date]
Days = dict[str, tuple[str, int | None]]
"""Occurrences of a series: by original their day and minutes after midnight."""


@dataclass(frozen=True)
class Window:
    """The days that are worked out: up to a last one, and the first days of months beyond it."""

    last: date
    months: tuple[date, ...] = ()

    @classmethod
    def around(cls, today: date, months: Iterable[date] = ()) -> Window:
        """Return the window of a day. It ends with a month, so that it is made longer once a month, not once a day."""
        last = end_of_month(today + AHEAD)
        return cls(last, tuple(sorted(month for month in months if month > last)))

    def spans_of(self, series: Any, until: date | None = None) -> list[Span]:
        """Return the days a series is worked out for; `until` where it lags behind the window."""
        last = self.last if until is None else min(self.last, until)
        return [(first_day_of(series), last), *((month, end_of_month(month)) for month in self.months)]


def first_day_of(series: Any) -> date:
    """Return the first day a series can have at the shop.

    It follows from the record alone, by the world's clock: neither a shop that moves nor a clock that is set back
    gives or takes a day.
    """
    return from_stamp(series.created_at).date() - BEHIND


def mark_of(day: date) -> int:
    """Return a day as the number that `filled` holds."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(mark: int) -> date:
    """Return the day of a number that `filled` holds."""
    return date(mark // 10_000, mark // 100 % 100, mark % 100)


def end_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)


# the window


def read_window(connection: Connection) -> Window | None:
    """Return what is worked out, None where nothing ever was."""
    value = connection.execute(select(meta.c.value).where(meta.c.key == _WINDOW)).scalar()
    if value is None:
        return None
    last = date.fromisoformat(value)
    months = connection.execute(select(occurrence_month.c.month).order_by(occurrence_month.c.month)).scalars()
    return Window(last, tuple(date.fromisoformat(f"{month}-01") for month in months))


def set_window(connection: Connection, window: Window) -> None:
    """Say what is worked out from now on; months that the window has reached are no months beyond any more."""
    connection.execute(delete(meta).where(meta.c.key == _WINDOW))
    connection.execute(insert(meta).values(key=_WINDOW, value=window.last.isoformat()))
    beyond = {f"{month:%Y-%m}" for month in window.months}
    known = set(connection.execute(select(occurrence_month.c.month)).scalars())
    connection.execute(delete(occurrence_month).where(occurrence_month.c.month.in_(sorted(known - beyond))))
    if beyond - known:
        connection.execute(insert(occurrence_month), [{"month": month} for month in sorted(beyond - known)])


def move_window(connection: Connection, today: date) -> Window:
    """Bring the window to a day and return it; series that it makes stale are worked out later.

    After a step back, such as of a clock that was wrong, nothing that is worked out is trusted any more. Days that lie
    behind stay what they are.
    """
    before = read_window(connection)
    window = Window.around(today, before.months if before else ())
    if before == window:
        return window
    if before and window.last < before.last:
        connection.execute(update(follow_up_series).values(filled=None))
    set_window(connection, window)
    return window


def stale_series(connection: Connection, window: Window, limit: int) -> list[int]:
    """Return series that are not worked out to the window's end."""
    filled = follow_up_series.c.filled
    unknown = select(follow_up_series.c.id).where(filled.is_(None)).limit(limit)
    found = list(connection.execute(unknown).scalars())
    if found:
        return found
    behind = select(follow_up_series.c.id).where(filled < mark_of(window.last)).limit(limit)
    return list(connection.execute(behind).scalars())


# working out


def worked_out(
    series: Any, spans: Iterable[Span], calendar: ShopCalendar | None, shop_zone: tzinfo | None = None
) -> Days:
    """Return what a series falls on within spans of days, exceptions and all not yet taken out.

    Times of a series that came with a zone of its own are brought to the clock of `shop_zone`; its originals stay as
    its rule says them. A rule that cannot be read, or that would fill more than a calendar can show, falls on no day.
    """
    if series.anchor != Anchor.FIXED.value:
        return {}
    start = Moment(date.fromisoformat(series.start_day), time_of(series.start_time))
    on_closed = OnClosed(series.on_closed)
    elsewhere = series.zone if shop_zone is not None and start.time is not None else None
    margin = _NIGHT if elsewhere else timedelta()
    found: Days = {}
    try:
        rule = _rule(series.rule)
        for first, last in _pieces(spans):
            days = occurrences(
                rule,
                start,
                first - margin,
                last + margin,
                extra=extra_of(series.extra),
                calendar=None if on_closed is OnClosed.KEEP else calendar,
                on_closed=on_closed,
                zone=series.zone,
            )
            shown = ((one.original, *_on_clock(one, elsewhere, shop_zone)) for one in days)
            found |= {
                original_of(original): (day.isoformat(), minutes_of(at))
                for original, day, at in shown
                if first <= day <= last
            }
    except RecurrenceError:
        return {}
    return found


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans of days in pieces that a rule can be asked for."""
    for first, last in spans:
        begin = first
        while begin <= last:
            end = min(last, begin + PIECE)
            yield begin, end
            begin = end + _NIGHT


def _on_clock(one: Occurrence, elsewhere: str | None, shop_zone: tzinfo | None) -> tuple[date, time | None]:
    """Return day and time of an occurrence on the shop's clock."""
    if elsewhere is None or one.time is None:
        return one.day, one.time
    here = datetime.combine(one.day, one.time, zone_named(elsewhere)).astimezone(shop_zone)
    return here.date(), here.time()


def is_readable(series: Any) -> bool:
    """Tell whether the rule of a series can be read."""
    try:
        _rule(series.rule)
    except RecurrenceError:
        return False
    return True


@lru_cache(maxsize=1024)
def _rule(text: str) -> Rule | None:
    """Return a rule by its text; series of a shop have few different ones."""
    return parse_rule(text) if text else None


@dataclass
class _Present:
    """What is known of some series beside their rows."""

    taken: dict[int, set[str]]
    there: dict[int, Days]


def fill(connection: Connection, ids: Sequence[int], window: Window, calendar: ShopCalendar | None) -> set[int]:
    """Work series out for the whole window; return those of which a day came, went or moved."""
    present, zone = _present(connection, ids), shop_time(connection).zone
    gone: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    for series in read_series(connection, ids):
        taken, there = present.taken.get(series.id, set()), present.there.get(series.id, {})
        said = worked_out(series, window.spans_of(series), calendar, zone)
        days = {name: day for name, day in said.items() if name not in taken}
        gone += [{"series": series.id, "name": name} for name, day in there.items() if days.get(name) != day]
        new += [_row(series, name, *day) for name, day in days.items() if there.get(name) != day]
    _write(connection, gone, new)
    mark_filled(connection, ids, window.last)
    return {row["series"] for row in gone} | {row["series_id"] for row in new}


def extend(
    connection: Connection, ids: Sequence[int], spans: Sequence[Span], calendar: ShopCalendar | None
) -> set[int]:
    """Work series out for some more days; return those that fall on any of them. Days that are there stay."""
    taken, zone = taken_of(connection, ids), shop_time(connection).zone
    new: list[dict[str, Any]] = []
    for series in read_series(connection, ids):
        gone = taken.get(series.id, set())
        days = worked_out(series, spans, calendar, zone)
        new += [_row(series, name, *day) for name, day in days.items() if name not in gone]
    if new:
        connection.execute(insert(occurrence).prefix_with("OR IGNORE"), new)
    return {row["series_id"] for row in new}


def mark_filled(connection: Connection, ids: Sequence[int], last: date) -> None:
    """Say that series are worked out to a day."""
    connection.execute(update(follow_up_series).where(ids_in(follow_up_series.c.id, ids)).values(filled=mark_of(last)))


def read_series(connection: Connection, ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Return what is needed to work series out; `live` tells whether their customer is out of the bin."""
    live = or_(follow_up_series.c.customer_id.is_(None), customer.c.deleted_at.is_(None)).label("live")
    rows = (
        select(follow_up_series, live)
        .outerjoin(customer, customer.c.id == follow_up_series.c.customer_id)
        .where(ids_in(follow_up_series.c.id, ids))
        .order_by(follow_up_series.c.id)
    )
    return connection.execute(rows).all()


def _present(connection: Connection, ids: Sequence[int]) -> _Present:
    return _Present(taken_of(connection, ids), days_of(connection, ids))


def taken_of(connection: Connection, ids: Sequence[int]) -> dict[int, set[str]]:
    """Return the originals of series that are no occurrences: follow-ups of their own, and those taken out."""
    taken: dict[int, set[str]] = {}
    for table in (follow_up, series_exception):
        rows = select(table.c.series_id, table.c.original).where(ids_in(table.c.series_id, ids))
        for series_id, original in connection.execute(rows):
            taken.setdefault(series_id, set()).add(original)
    return taken


def days_of(connection: Connection, ids: Sequence[int]) -> dict[int, Days]:
    """Return the occurrences of series as they stand in the table."""
    found: dict[int, Days] = {}
    there = occurrence.c
    rows = select(there.series_id, there.original, there.day, there.time).where(ids_in(there.series_id, ids))
    for series_id, original, day, minutes in connection.execute(rows):
        found.setdefault(series_id, {})[original] = (day, minutes)
    return found


def _row(series: Any, original: str, day: str, minutes: int | None) -> dict[str, Any]:
    return {
        "series_id": series.id,
        "original": original,
        "day": day,
        "time": minutes,
        "priority": series.priority,
        "customer_id": series.customer_id,
        "live": int(series.live),
    }


def _write(connection: Connection, gone: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> None:
    there = occurrence.c
    if gone:
        this = (there.series_id == bindparam("series")) & (there.original == bindparam("name"))
        connection.execute(delete(occurrence).where(this), gone)
    if new:
        connection.execute(insert(occurrence), new)


def count_series(connection: Connection) -> int:
    """Return how many series there are."""
    return int(connection.execute(select(func.count()).select_from(follow_up_series)).scalar_one())
