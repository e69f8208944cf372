"""A sale with points, tier and explanation in a shop of a million customers and ten million entries of the ledger.

Durable to the disk each; then the balance shown, selling while millions of lots expire, and the check of all sums.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.expire_lots import Expired, expire_lots
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_balances import read_balances
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.check_ledger import ledger_findings
from crm_desktop.store.check_rules import Finding
from tests.bench.measure import Context, Result, percentile, seconds
from tests.bench.shop import open_bench_shop
from tests.bench.sold import LOTS, sold_shop

NAME = "sale"
SALES = 300
WARM = 20
EXPIRING = 30.0
"""Seconds of selling while lots expire."""


def run(context: Context) -> list[Result]:
    """Sell to customers all over the book, each slip with two lines and some of its points."""
    folder = context.scratch / "shop"
    shop = sold_shop(context.shop).copy_to(folder).open()
    customers = _customers(full_list(shop.workplace, CustomerQuery()).ids)
    numbers = count(1)
    took = [_sell(shop.workplace, next(customers), next(numbers)) for _ in range(SALES)][WARM:]
    shown = [_show(shop.workplace, next(customers)) for _ in range(SALES)]
    busy, booked = _while_expiring(shop, folder, customers, numbers)
    found: list[Finding] = []
    with shop.workplace.store.read() as connection:
        checked = seconds(lambda: found.extend(ledger_findings(connection)))
    pace = f"{booked.lots:,} lots in {EXPIRING:.0f} s: a million in {EXPIRING / 60 * 1e6 / booked.lots:.0f} min"
    shop.close()
    sold, balance, slowest = percentile(took, 0.95), percentile(shown, 0.95), percentile(busy, 0.95)
    longest, size = booked.longest, f"{_rows(context):,} entries"
    middle = [percentile(times, 0.5) * 1000 for times in (took, shown, busy)]
    tills, beside = "a sale, p95", "a sale while lots expire, p95"
    return [
        Result(NAME, tills, sold * 1000, "ms", "≤ 50 ms", sold <= 0.050, note=size, middle=middle[0]),
        Result(NAME, "a balance, p95", balance * 1000, "ms", "≤ 5 ms", balance <= 0.005, middle=middle[1]),
        Result(NAME, beside, slowest * 1000, "ms", "≤ 50 ms", slowest <= 0.050, note=pace, middle=middle[2]),
        Result(NAME, "a turn of booking, the longest", longest * 1000, "ms", "≤ 100 ms", longest <= 0.100),
        Result(NAME, "check of all sums, then", checked, "s", "≤ 60 s, clean", checked <= 60 and not found),
    ]


def _rows(context: Context) -> int:
    return 2 * LOTS * context.shop.customers


def _customers(ids: Sequence[int]) -> Iterator[int]:
    """Yield customers far apart from each other, again and again."""
    return (ids[number * 7919 % len(ids)] for number in count(1))


def _sell(workplace: Workplace, customer: int, number: int) -> float:
    lines = (LineDraft("龙井", 8_800), LineDraft("茶杯", 1_250, 2_000))
    began = time.perf_counter()
    record_sale(workplace, SaleDraft(f"bench-{number}", lines, customer))
    return time.perf_counter() - began


def _show(workplace: Workplace, customer: int) -> float:
    began = time.perf_counter()
    read_balances(workplace, customer)
    return time.perf_counter() - began


def _while_expiring(
    shop: OpenShop, folder: Path, customers: Iterator[int], numbers: Iterator[int]
) -> tuple[list[float], Expired]:
    """Sell on while another connection books what has expired by half a year later."""
    later = shop.workplace.now() + timedelta(days=183)
    place = replace(shop.workplace, clock=lambda: later)
    other = open_bench_shop(folder)
    stop = time.perf_counter() + EXPIRING
    booked: list[Expired] = []

    def expire() -> None:
        program = replace(other.workplace, clock=lambda: later)
        booked.append(expire_lots(program, lambda: time.perf_counter() > stop))

    thread = threading.Thread(target=expire)
    thread.start()
    took = []
    while thread.is_alive():
        took.append(_sell(place, next(customers), next(numbers)))
        time.sleep(0.05)  # a busy till
    thread.join()
    other.close()
    return took, booked[0]
