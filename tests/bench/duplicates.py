"""Duplicates: how many of the true pairs of two known files are found and how many found are true; and how fast."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.services.look_alike import look_alikes
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_duplicates import read_pairs
from crm_desktop.services.scan_duplicates import ScanReport, scan_duplicates
from crm_desktop.store import tables
from tests.bench.measure import Context, Result, best_of
from tests.bench.shop import open_bench_shop
from tests.support.data import real_data_folder

NAME = "duplicates"
_SECONDS, _LIVE_MS = 300.0, 10.0
_TYPED = (("王伟", "13800001234"), ("李娜", "15912345678"), ("欧阳雪", "18699990000"), ("Anna Walker", "13511112222"))


@dataclass(frozen=True)
class Row:
    """One row of a known file: which person it is, and what a shop would keep of it."""

    person: str
    name: str
    born: str
    email: str = ""
    address: str = ""
    number: str = ""


def run(context: Context) -> list[Result]:
    """Measure the known files, then the whole shop."""
    folder = real_data_folder()
    results = [] if folder is None else _known_files(context, folder / "dedupe")
    shop = context.shop.copy_to(context.scratch / "shop").open()
    report = scan_duplicates(shop.workplace)
    live = max(best_of(3, lambda typed=typed: look_alikes(shop.workplace, typed[0], [typed[1]])) for typed in _TYPED)
    shop.close()
    return [*results, _scan_result(report), _live_result(live)]


def _scan_result(report: ScanReport) -> Result:
    left_out = sum(one.blocks for one in report.skipped)
    note = (
        f"{report.compared:,} pairs compared, {report.probable + report.possible:,} found, {left_out} groups too large"
    )
    what = f"{report.customers:,} customers searched in the background"
    return Result(NAME, what, report.seconds, "s", "≤ 300 s", report.seconds <= _SECONDS, note=note)


def _live_result(seconds: float) -> Result:
    return Result(NAME, "while a customer is typed", seconds * 1000, "ms", "≤ 10 ms", seconds * 1000 <= _LIVE_MS)


def _known_files(context: Context, folder: Path) -> list[Result]:
    febrl, splink = _febrl(folder / "febrl1.csv"), _splink(folder / "splink_fake_1000.csv")
    plain = [Row(row.person, row.name, row.born, row.email, row.address) for row in febrl]
    return [
        _quality(context, "febrl1", febrl, 0.95),
        _quality(context, "febrl1 without its numbers", plain, 0.9),
        _quality(context, "Splink 1000", splink, 0.8),
    ]


def _quality(context: Context, name: str, rows: list[Row], bar: float) -> Result:
    shop = open_bench_shop(context.scratch / name.replace(" ", "-"))
    ids = fill(shop, rows)
    scan_duplicates(shop.workplace)
    pairs = read_pairs(shop.workplace, limit=len(rows) * 10)
    shop.close()
    found = {tuple(sorted((pair.one.id, pair.other.id))) for pair in pairs}
    precision, recall, f1 = quality(found, true_pairs(ids, rows))
    note = f"precision {precision:.3f}, recall {recall:.3f}"
    return Result(NAME, f"{name}: F1 of pairs", f1, "", f"≥ {bar:.2f}", f1 >= bar, note=note)


def true_pairs(ids: Iterable[int], rows: Iterable[Row]) -> set[tuple[int, int]]:
    """Return the pairs of ids whose rows are one person."""
    people: dict[str, list[int]] = {}
    for row_id, row in zip(ids, rows, strict=True):
        people.setdefault(row.person, []).append(row_id)
    return {pair for mine in people.values() for pair in combinations(sorted(mine), 2)}


def quality(found: set[Any], true: set[Any]) -> tuple[float, float, float]:
    """Return precision, recall, and the F1 of both."""
    both = len(found & true)
    precision, recall = both / max(len(found), 1), both / max(len(true), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def fill(shop: OpenShop, rows: list[Row]) -> range:
    """Write rows as customers of an empty shop, in one unit of work; return their ids."""
    with shop.workplace.unit_of_work(Kind.IMPORT) as work:
        values = [
            {
                "public_id": new_public_id(),
                "name": row.name,
                "created_at": work.at,
                "status": "active",
                "file_number": row.number or None,
            }
            for row in rows
        ]
        ids = work.insert(tables.customer, values)
        work.insert(tables.contact_point, list(_contacts(ids, rows)))
        work.insert(tables.important_date, list(_birthdays(ids, rows)))
        work.commit()
        return ids


def _contacts(ids: range, rows: list[Row]) -> Iterable[dict[str, Any]]:
    for row_id, row in zip(ids, rows, strict=True):
        for kind, value, normal in (("email", row.email, row.email.casefold()), ("address", row.address, None)):
            if value:
                found = {"customer_id": row_id, "kind": kind, "value": value, "normal": normal, "is_primary": 1}
                yield found


def _birthdays(ids: range, rows: list[Row]) -> Iterable[dict[str, Any]]:
    for row_id, row in zip(ids, rows, strict=True):
        try:
            day = date.fromisoformat(row.born)
        except ValueError:
            continue  # the known files hold days that never were
        born = {"year": day.year, "month": day.month, "day": day.day}
        yield {"customer_id": row_id, "kind": "birthday", "calendar": "solar", "leap_month": 0} | born


def _febrl(path: Path) -> list[Row]:
    return [
        Row(
            row["rec_id"].split("-")[1],
            _joined(row["given_name"], row["surname"]),
            row["date_of_birth"],
            address=", ".join(
                filter(None, (_joined(row["street_number"], row["address_1"]), row["address_2"], row["suburb"],
                              row["postcode"], row["state"]))
            ),
            number=row["soc_sec_id"],
        )
        for row in _rows(path)
    ]  # fmt: skip


def _splink(path: Path) -> list[Row]:
    return [
        Row(row["cluster"], _joined(row["first_name"], row["surname"]), row["dob"], row["email"], row["city"])
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, skipinitialspace=True))


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
