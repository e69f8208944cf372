"""Bringing in 541,909 lines of old sales, from the command to the commit, against a bare reader and plain inserts."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.store.driver import raw_connection
from tests.bench.measure import Context, Result, seconds
from tests.bench.shop import BenchShop
from tests.support.data import real_data_folder

NAME = "old-sales"
LINES = 541_909
_BAR = 4
_HEADINGS = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID")
_SLIPS = 4_000
_LATER = 1_000_000


def run(context: Context) -> list[Result]:
    """Import into one copy of the shop, and let a bare reader fill another."""
    file = context.scratch / "sales.csv"
    slips = write_sales(file)
    floor = _floor(context.shop.copy_to(context.scratch / "bare"), file)
    shutil.rmtree(context.scratch / "bare")
    shop = context.shop.copy_to(context.scratch / "shop")
    first, found = _import(shop, file)
    again, same = _import(shop, file)
    return [
        Result(
            NAME, f"{found['lines']:,} lines in {found['slips']:,} slips", first, "s", f"≤ {_BAR} ×",
            first <= _BAR * floor and (found["lines"], found["slips"]) == (LINES, slips), floor,
        ),
        Result(
            NAME, f"the same again, {same['known']:,} slips there already", again, "s", f"≤ {_BAR} ×",
            again <= _BAR * floor and same["known"] == slips, floor,
        ),
    ]  # fmt: skip


def write_sales(path: Path, lines: int = LINES) -> int:
    """Write a file of so many lines: the real sample again and again, with other numbers, days and customers."""
    slips: set[str] = set()
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_HEADINGS)
        for row in islice(_endless(_sample()), lines):
            slips.add(row[0])
            writer.writerow(row)
    return len(slips)


def _endless(sample: list[list[str]]) -> Iterator[list[str]]:
    turn = 0
    while True:
        for number, code, name, quantity, at, price, customer in sample:
            mark, digits = ("C", number[1:]) if number[:1] == "C" else ("", number)
            moved = datetime.fromisoformat(at) + timedelta(days=turn)
            whose = str(int(customer) + turn * _LATER) if customer else ""
            yield [f"{mark}{int(digits) + turn * _LATER}", code, name, quantity, str(moved), price, whose]
        turn += 1


def _sample() -> list[list[str]]:
    """Return the lines of the real sample; where it is not there, as many of the same shape."""
    folder = real_data_folder()
    path = folder / "purchases" / "online_retail_sample.csv" if folder else None
    if path is None or not path.is_file():
        return [_made_up(number) for number in range(20 * _SLIPS)]
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [[row[name] for name in _HEADINGS] for row in csv.DictReader(stream)]
    return [row for row in rows if row[0].lstrip("C").isdigit()]


def _made_up(number: int) -> list[str]:
    slip, goods = number // 20, number * 7 % 3_000
    day = datetime(2024, 1, 1, 9) + timedelta(minutes=slip * 97)  # noqa: DTZ001 - what a till writes
    customer = "" if slip % 8 == 0 else str(10_000 + slip % 500)
    price = f"{1 + goods % 90}.{goods % 100:02d}"
    return [
        str(500_000 + slip),
        f"P{goods:05d}",
        f"GOODS NUMBER {goods}",
        str(1 + number % 12),
        str(day),
        price,
        customer,
    ]


def _import(shop: BenchShop, file: Path) -> tuple[float, dict[str, Any]]:
    """Run the command on a shop that is backed up already."""
    opened = shop.open()
    back_up_if_changed(opened.workplace, opened.places, opened.key)
    opened.close()
    answers: list[dict[str, Any]] = []
    took = seconds(lambda: answers.append(_command(shop, file)))
    return took, answers[0]["sales"]


def _command(shop: BenchShop, file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "crm_desktop", "--data-dir", str(shop.folder), "import", str(file)]
    done = subprocess.run([*command, "--kind", "purchases", "--json"], capture_output=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _floor(shop: BenchShop, file: Path) -> float:
    opened = shop.open()
    path, key = opened.store.path, opened.key.key
    opened.close()

    def fill() -> None:
        with closing(raw_connection(path, key)) as connection:  # closing it empties the log, as the command does
            _bare(connection, file)

    return seconds(fill)


def _bare(connection: Any, file: Path) -> None:
    """Read, and insert slips and lines, with nothing grouped, checked, matched or journaled."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    last = connection.execute("SELECT COALESCE(max(id), 0) FROM sale").fetchone()[0]
    slips: dict[str, int] = {}
    lines = [
        (slips.setdefault(number, last + len(slips) + 1), place, name, round(float(count) * 1000),
         round(float(price) * 100),
         round(float(count) * float(price) * 100))
        for place, (number, _, name, count, _, price, _) in enumerate(rows)
    ]  # fmt: skip
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(_SALE, [(row_id, f"bare{row_id:012d}", number) for number, row_id in slips.items()])
    connection.executemany(_LINE, [(*line, line[-1]) for line in lines])
    connection.execute("COMMIT")


_SALE = (
    "INSERT INTO sale(id, public_id, number, kind, at, day, subtotal, total, origin) "
    "VALUES (?, ?, ?, 'sale', 0, '2011-01-01', 0, 0, 'import')"
)
_LINE = "INSERT INTO sale_line(sale_id, position, name, quantity, unit_price, amount, net) VALUES (?, ?, ?, ?, ?, ?, ?)"
