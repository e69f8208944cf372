"""The bench shop with a million follow-ups and five thousand series, spread over three years around its today."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.bulk_load import BulkLoad, room_to_load
from crm_desktop.store.tables import follow_up, follow_up_series
from tests.bench.shop import CACHE, NOON, BenchShop, open_bench_shop

FOLLOW_UPS = 1_000_000
SERIES = 5_000
_RULES = (
    "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;INTERVAL=10", "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=YEARLY;INTERVAL=2",
)  # fmt: skip
_KINDS = ("call", "call", "call", "visit", "message", "message", "service", "collect", "other", "call")
_SERIES_COLUMNS = (
    "public_id", "customer_id", "kind", "title", "start_day", "start_time", "rule", "anchor", "on_closed", "priority",
    "owner_id", "origin", "created_at",
)  # fmt: skip

_NUMBERS = (
    "WITH RECURSIVE number(n) AS (VALUES(0) UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {count}), "
    "mixed AS (SELECT n, (n * 2654435761) % 4294967296 AS r FROM number)"
)
_FOLLOW_UPS = (
    "INSERT INTO follow_up(public_id, customer_id, kind, title, day, time, length, priority, owner_id, status, "
    f"outcome, closed_at, reminders, origin, created_at, live) {_NUMBERS} "
    "SELECT printf('%016x', n + 1099511627776), customer.id, "
    "CASE r % 10 WHEN 0 THEN 'visit' WHEN 1 THEN 'message' WHEN 2 THEN 'service' ELSE 'call' END, "
    "'回访 ' || (r % 97), date({today}, printf('%+d days', r / 7 % 1095 - 730)), "
    "CASE WHEN r % 3 THEN 540 + r % 41 * 15 END, CASE WHEN r % 10 = 0 THEN 60 END, (r / 11) % 3, "
    "(r / 13) % {people} + 1, "
    "CASE WHEN r / 7 % 1095 - 730 < -20 + r % 40 THEN 'done' ELSE 'open' END, "
    "CASE WHEN r / 7 % 1095 - 730 < -20 + r % 40 THEN 'reached' END, NULL, "
    "CASE r % 19 WHEN 0 THEN '60,1440' WHEN 1 THEN '15' END, 'hand', {at}, customer.deleted_at IS NULL "
    "FROM mixed CROSS JOIN customer ON customer.id = (r * 31 + n) % {customers} + 1"
)
_NEXT = (
    "UPDATE customer SET next_follow_up = n.day FROM (SELECT customer_id, min(day) AS day FROM follow_up "
    "WHERE status = 'open' AND live = 1 GROUP BY customer_id) n WHERE n.customer_id = customer.id"
)


def planned_shop(shop: BenchShop, follow_ups: int = FOLLOW_UPS, series: int = SERIES) -> BenchShop:
    """Return the shop with so much planned in it, making it where it is not there yet."""
    folder = CACHE / f"{shop.folder.name}-planned"
    if not (folder / "planned").exists():
        sys.stderr.write(f"Planning {follow_ups:,} follow-ups and {series:,} series in {folder} …\n")
        _forget_others(folder)
        shop.copy_to(folder)
        opened = open_bench_shop(folder)
        plan_many(opened.workplace, follow_ups, series)
        opened.close()
        (folder / "planned").touch()
    return BenchShop(folder, shop.customers)


def plan_many(workplace: Workplace, follow_ups: int, series: int) -> None:
    """Write follow-ups and series by the million, without a journal, and work out what is derived."""
    writes = workplace.store.writes
    with room_to_load(writes), writes.begin() as connection:
        run = connection.exec_driver_sql
        run("DELETE FROM follow_up")
        size: dict[str, Any] = {
            "count": follow_ups,
            "customers": run("SELECT max(id) FROM customer").scalar_one(),
            "people": run("SELECT count(*) FROM person").scalar_one(),
            "today": f"'{NOON:%Y-%m-%d}'",
            "at": round(NOON.timestamp() * 1000),
        }
        load = BulkLoad(connection)
        with load.without_indexes([follow_up]):
            run(_FOLLOW_UPS.format(**size))
        load.insert(follow_up_series, _SERIES_COLUMNS, _series(series, size["customers"], size["at"]))
        run(_NEXT)
    fill_occurrences(workplace)


def _series(count: int, customers: int, at: int) -> Iterator[tuple[Any, ...]]:
    for n in range(count):
        start = NOON.date() + timedelta(days=n * 37 % 730 - 600)
        minutes = None if n % 3 == 0 else 540 + n % 41 * 15
        shift = "after" if n % 5 == 0 else "keep"
        yield (
            f"{n + 2**41:016x}", n * 7919 % customers + 1, _KINDS[n % 10], f"定期回访 {n % 97}", start.isoformat(),
            minutes, _RULES[n % len(_RULES)], "fixed", shift, n % 3, 1, "hand", at,
        )  # fmt: skip


def _forget_others(folder: Path) -> None:
    """Remove shops of the same size planned for another schema."""
    for other in CACHE.glob(f"*-{folder.name.partition('-')[2]}"):
        shutil.rmtree(other, ignore_errors=True)
