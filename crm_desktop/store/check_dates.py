"""Works the days of every series out again, and who is live and what is next, and compares them with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Row, select

from crm_desktop.base.pace import Pace
from crm_desktop.store.check_rules import Finding
from crm_desktop.store.dated import IS_LIVE, NEXT_FOLLOW_UP
from crm_desktop.store.occurrences import (
    Days,
    Span,
    Window,
    day_of,
    days_of,
    is_readable,
    read_series,
    read_window,
    taken_of,
    worked_out,
)
from crm_desktop.store.shop_calendar import shop_calendar
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.tables import follow_up_series

if TYPE_CHECKING:
    from crm_desktop.domain.shop_calendar import ShopCalendar

_BATCH = 200
_QUERIES = {
    ("derived_next_follow_up", "customer"): (f"SELECT id FROM customer WHERE next_follow_up IS NOT ({NEXT_FOLLOW_UP})"),
    ("derived_live", "follow_up"): f"SELECT id FROM follow_up WHERE live <> {IS_LIVE}",
    ("derived_live", "occurrence"): f"SELECT series_id FROM occurrence WHERE live <> {IS_LIVE}",
    ("derived_occurrences", "follow_up_series"): (
        "SELECT DISTINCT o.series_id FROM occurrence o LEFT JOIN follow_up_series s ON s.id = o.series_id "
        "WHERE s.id IS NULL OR o.customer_id IS NOT s.customer_id OR o.priority <> s.priority"
    ),
}


def date_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what of occurrences, live marks and next follow-ups is not what the records say."""
    for (code, table), query in _QUERIES.items():
        if found := set(connection.exec_driver_sql(query).scalars()):
            yield Finding.of(code, table, found)
    wrong, unreadable = _compare_series(connection)
    if wrong:
        yield Finding.of("derived_days", "follow_up_series", wrong)
    if unreadable:
        yield Finding.of("rule_unreadable", "follow_up_series", unreadable)


def _compare_series(connection: Connection) -> tuple[list[int], list[int]]:
    """Return the series whose occurrences differ from those worked out again, and those whose rule cannot be read."""
    window = read_window(connection)
    calendar, zone, pace = shop_calendar(connection), shop_time(connection).zone, Pace()
    wrong: list[int] = []
    unreadable: list[int] = []
    for ids in _batches(connection):
        taken, there = taken_of(connection, ids), days_of(connection, ids)
        for series in read_series(connection, ids):
            pace.step()
            if not is_readable(series):
                unreadable.append(series.id)
            if window is None or series.filled is None:
                continue  # not worked out yet: there is nothing to compare
            gone, days = taken.get(series.id, set()), there.get(series.id, {})
            if not _is_as_worked_out(series, window, (calendar, zone), gone, days):
                wrong.append(series.id)
    return wrong, unreadable


def _is_as_worked_out(
    series: Row[tuple[object, ...]],
    window: Window,
    shop: tuple[ShopCalendar, tzinfo],
    taken: set[str],
    there: Days,
) -> bool:
    spans = window.spans_of(series, until=day_of(series.filled))
    expected = {name: day for name, day in worked_out(series, spans, *shop).items() if name not in taken}
    return expected == {name: day for name, day in there.items() if _is_within(day[0], spans)}


def _is_within(day: str, spans: Sequence[Span]) -> bool:
    return any(first.isoformat() <= day <= last.isoformat() for first, last in spans)


def _batches(connection: Connection) -> Iterator[list[int]]:
    last = 0
    while True:
        ids = select(follow_up_series.c.id).where(follow_up_series.c.id > last).order_by(follow_up_series.c.id)
        batch = list(connection.execute(ids.limit(_BATCH)).scalars())
        if not batch:
            return
        yield batch
        last = batch[-1]
