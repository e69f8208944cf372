"""Runs the benches and prints their table; exit code 1 where a bar is missed."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from tests.bench.measure import Bench, Context, Result, figure
from tests.bench.names import NAMES, module_of
from tests.bench.record import DOCS, write
from tests.bench.shop import CACHE, CUSTOMERS, SEED, bench_shop

BUSY = 1.5
_HEADINGS = ("bench", "what", "measured", "floor", "ratio", "bar", "")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what was asked for."""
    options = _options(argv)
    shop = bench_shop(options.customers, SEED)
    results: list[Result] = []
    for name in options.only or NAMES:
        sys.stderr.write(f"{name} …\n")
        scratch = Path(mkdtemp(prefix="scratch-", dir=CACHE))  # its own: a run beside this one removes only its own
        rows = _measured(name, Context(shop, scratch))
        results += rows
        shutil.rmtree(scratch, ignore_errors=True)
        if options.write and any(row.unit or row.value for row in rows):  # after each: a run may be broken off
            write(options.write, name, rows, shop.customers)
    sys.stdout.write("\n".join([_heading(shop.customers), *table(results)]) + "\n")
    if options.json:
        options.json.write_text(json.dumps([result.as_json() for result in results], indent=1), encoding="utf-8")
    return 0 if all(result.holds for result in results) else 1


def _measured(name: str, context: Context) -> list[Result]:
    """Return a bench's rows; one that breaks off is a row that does not hold, and the others go on."""
    bench = cast(Bench, import_module(module_of(name)))
    try:
        return bench.run(context)
    except Exception:  # noqa: BLE001 - whatever it is, it is told in the table
        traceback.print_exc()
        return [Result(name, "could not be measured", 0, "", "", holds=False)]


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure the program against its bars.")
    parser.add_argument("--only", action="append", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file, too")
    kept = "write the rows measured into benchmarks.json and benchmarks.md of a folder (docs), and keep the others"
    parser.add_argument("--write", type=Path, nargs="?", const=DOCS, metavar="FOLDER", help=kept)
    size = int(os.environ.get("CRM_BENCH_CUSTOMERS", CUSTOMERS))
    parser.add_argument("--customers", type=int, default=size, metavar="NUMBER", help="a smaller shop, to try")
    return parser.parse_args(argv)


def _heading(customers: int) -> str:
    """Return what the figures hang on: the size of the shop, and whether the machine was left alone."""
    busy = os.getloadavg()[2] if hasattr(os, "getloadavg") else 0.0
    alone = "" if busy < BUSY else f"; others use this machine too (load {busy:.1f}): times come out too long"
    return f"{customers:,} customers, {os.cpu_count()} processors{alone}"


def table(results: Sequence[Result]) -> list[str]:
    """Return the results as aligned lines."""
    rows = [_HEADINGS, *map(_row, results)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(result: Result) -> tuple[str, ...]:
    floor = "" if result.floor is None else figure(result.floor, result.unit)
    ratio = "" if result.ratio is None else f"{result.ratio:.2f} ×"
    verdict = "holds" if result.holds else "MISSED"
    note = f"{verdict} ({result.note})" if result.note else verdict
    return result.name, result.what, figure(result.value, result.unit), floor, ratio, result.limit, note


if __name__ == "__main__":
    sys.exit(main())
