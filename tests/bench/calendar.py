"""The calendar of a shop with a million follow-ups and five thousand series: a month, the next one, one far ahead.

Every month is opened on connections of its own, as after a start: its pages come through the cipher, not from a cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from crm_desktop.services.due_reminders import next_reminder
from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_calendar import DayShown, calendar_days, read_anniversaries, read_month
from crm_desktop.services.read_today import read_today
from tests.bench.measure import Context, Result, seconds
from tests.bench.planned import planned_shop
from tests.bench.shop import NOON, BenchShop

NAME = "calendar"
_WEEKS = 42
_TODAY = NOON.date()
_PAST_AND_COMING = (-8, -3, 0, 4, 9)
"""Months measured, counted from this one."""

_COUNT = (
    "SELECT day, count(*), sum(status = 'open') FROM follow_up WHERE live = 1 AND day BETWEEN ? AND ? GROUP BY day",
    "SELECT day, count(*) FROM occurrence WHERE live = 1 AND day BETWEEN ? AND ? GROUP BY day",
)
_ROWS = (
    "SELECT f.id, f.day, f.time, f.length, f.kind, f.title, f.priority, f.owner_id, f.status, f.promised, c.name "
    "FROM json_each(?) j JOIN follow_up f ON f.id = j.value LEFT JOIN customer c ON c.id = f.customer_id",
    "SELECT s.id, s.length, s.kind, s.title, s.priority, s.owner_id, s.promised, c.name "
    "FROM json_each(?) j JOIN follow_up_series s ON s.id = j.value LEFT JOIN customer c ON c.id = s.customer_id",
)


def run(context: Context) -> list[Result]:
    """Open months as somebody does who pages through the year."""
    shop = planned_shop(context.shop)
    opened, bare = _opened(shop, 0)
    coming, coming_bare = _opened(shop, 1)
    far, far_bare, filled = _far_ahead(shop.copy_to(context.scratch / "far"))
    around = median(_fresh(shop, lambda one, first=first: _around(one, first)) for first in _months())
    today = min(_fresh(shop, lambda one: seconds(lambda: read_today(one.workplace))) for _ in range(3))
    reminder = _fresh(shop, _next_reminder)
    return [
        _result("a month opens", opened, bare, 100),
        _result("the next month", coming, coming_bare, 50),
        _result("three years ahead, second visit", far, far_bare, 100),
        Result(NAME, "three years ahead, worked out", filled * 1000, "ms", "in the background", True),
        Result(NAME, "birthdays and labels of a month", around * 1000, "ms", "behind the entries", True),
        Result(NAME, "the next reminder", reminder * 1000, "ms", "≤ 20 ms", reminder * 1000 <= 20),
        Result(NAME, "the page of today", today * 1000, "ms", "≤ 100 ms", today * 1000 <= 100),
    ]


def _result(what: str, took: float, bare: float, limit_ms: int) -> Result:
    value, floor = took * 1000, bare * 1000
    limit = f"≤ {limit_ms} ms, ≤ 3 × bare SQL"
    return Result(NAME, what, value, "ms", limit, value <= limit_ms and value <= 3 * floor, floor)


def _months() -> list[date]:
    """Return the first days shown of the months measured."""
    return [_TODAY - timedelta(days=27) + timedelta(days=28 * number) for number in _PAST_AND_COMING]


def _opened(shop: BenchShop, paged: int) -> tuple[float, float]:
    """Return how long a month takes and its bare SQL, after paging through so many months before it."""
    ours: list[float] = []
    bare: list[float] = []
    for first in _months():
        before = [first - timedelta(days=28 * number) for number in range(paged, 0, -1)]
        ours.append(_fresh(shop, lambda one, first=first, before=before: _month(one, first, before)))
        month = _shown(shop, first)
        bare.append(_fresh(shop, lambda one, first=first, before=before, month=month: _bare(one, first, before, month)))
    return median(ours), median(bare)


def _far_ahead(shop: BenchShop) -> tuple[float, float, float]:
    first = _TODAY.replace(year=_TODAY.year + 3, day=1)
    months = [first, first + timedelta(days=31)]
    filled = _once(shop, lambda one: seconds(lambda: fill_occurrences(one.workplace, months)))
    took = median(_fresh(shop, lambda one: _month(one, first, ())) for _ in range(3))
    month = _shown(shop, first)
    bare = median(_fresh(shop, lambda one: _bare(one, first, (), month)) for _ in range(3))
    return took, bare, filled


def _fresh(shop: BenchShop, job: Callable[[OpenShop], float]) -> float:
    """Return what a job measures on a shop just opened, its first list read."""
    return min(_once(shop, job) for _ in range(2))  # the first may wait for the disk


def _once(shop: BenchShop, job: Callable[[OpenShop], float]) -> float:
    opened = shop.open()
    read_month(opened.workplace, _TODAY + timedelta(days=900), _TODAY + timedelta(days=900))  # statements are made once
    took = job(opened)
    opened.close()
    return took


def _month(shop: OpenShop, first: date, before: Iterable[date]) -> float:
    for other in before:
        read_month(shop.workplace, other, other + timedelta(days=_WEEKS - 1))
    return seconds(lambda: read_month(shop.workplace, first, first + timedelta(days=_WEEKS - 1)))


def _around(shop: OpenShop, first: date) -> float:
    last = first + timedelta(days=_WEEKS - 1)
    return seconds(
        lambda: (read_anniversaries(shop.workplace, first, last), calendar_days(shop.workplace, first, last))
    )


def _next_reminder(shop: OpenShop) -> float:
    """Return how long the question takes that is asked every few minutes, with the pages of the days in the cache."""
    place = shop.workplace
    return min(seconds(lambda: next_reminder(place, place.person_id)) for _ in range(5))


def _shown(shop: BenchShop, first: date) -> dict[date, DayShown]:
    opened = shop.open()
    month = read_month(opened.workplace, first, first + timedelta(days=_WEEKS - 1))
    opened.close()
    return month


def _bare(shop: OpenShop, first: date, before: Iterable[date], month: dict[date, DayShown]) -> float:
    """Return how long the driver alone takes for the counts of a month and the rows it shows."""
    keys = [item.key for day in month.values() for item in day.items]
    ids = str([key.follow_up_id for key in keys if key.follow_up_id is not None])
    series = str(sorted({key.series_id for key in keys if key.series_id is not None}))
    with shop.store.read() as connection:
        cursor: Any = connection.connection.cursor()
        for other in before:
            _counts(cursor, other)
        began = perf_counter()
        _counts(cursor, first)
        for statement, listed in zip(_ROWS, (ids, series), strict=True):
            cursor.execute(statement, (listed,)).fetchall()
        return perf_counter() - began


def _counts(cursor: Any, first: date) -> None:
    days = first.isoformat(), (first + timedelta(days=_WEEKS - 1)).isoformat()
    for statement in _COUNT:
        cursor.execute(statement, days).fetchall()
