"""`duplicates`: search the shop for customers who may be one, and print the pairs with score and reasons."""

from __future__ import annotations

import argparse
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.cli.output import progress_shown, say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.likeness import Skipped
from crm_desktop.domain.party import Pair
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_duplicates import read_pairs
from crm_desktop.services.say_likeness import evidence_text, key_words
from crm_desktop.services.scan_duplicates import ScanReport, last_scan, scan_duplicates


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print the best pairs; none is an answer too."""
    with shop_of(options) as shop:
        report = last_scan(shop.workplace) if arguments.last else None
        report = report or scan_duplicates(shop.workplace, progress_shown(_percent))
        pairs = read_pairs(shop.workplace, arguments.limit)
    if arguments.json:
        say_json(_as_json(report, pairs))
    else:
        say(*_lines(report, pairs))


def _as_json(report: ScanReport, pairs: list[Pair]) -> dict[str, Any]:
    counts = {name: getattr(report, name) for name in ("customers", "compared", "probable", "possible", "seconds")}
    skipped = [{"kind": one.kind, "groups": one.blocks, "customers": one.customers} for one in report.skipped]
    return counts | {"skipped": skipped, "pairs": [_pair_as_json(pair) for pair in pairs]}


def _pair_as_json(pair: Pair) -> dict[str, Any]:
    return {
        "score": pair.score,
        "band": pair.band.value,
        "customers": [{"id": one.public_id, "name": one.name, "phone": one.phone} for one in (pair.one, pair.other)],
        "reasons": [
            {"sign": found.sign.value, "points": found.points, "value": found.value, "other": found.other}
            for found in pair.evidence
        ],
    }


def _lines(report: ScanReport, pairs: list[Pair]) -> list[str]:
    rows = [
        [str(pair.score), pair.one.public_id, pair.one.name, pair.other.public_id, pair.other.name, _why(pair)]
        for pair in pairs
    ]
    text = _T("Command", "Customers {customers}, pairs probably the same {probable}, possibly the same {possible}.")
    counts = text.format(customers=report.customers, probable=report.probable, possible=report.possible)
    return [*(table(rows) if rows else []), counts, *map(_skipped_line, report.skipped)]


def _why(pair: Pair) -> str:
    return "; ".join(f"{evidence_text(found)} ({found.points:+})" for found in pair.evidence)


def _skipped_line(skipped: Skipped) -> str:
    text = _T("Command", "Not compared for {what}: {customers} customers, because too many share the same.")
    return text.format(what=key_words()[skipped.kind], customers=skipped.customers)


def _percent(done: int, total: int) -> str:
    return f"{100 * done // total} %"
