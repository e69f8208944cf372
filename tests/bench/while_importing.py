"""The window while 100,000 rows are brought in through it: gaps, searches, saves."""

from __future__ import annotations

import sys

from crm_desktop.services.back_up import back_up_if_changed
from tests.bench.measure import Context, Result
from tests.bench.window import answer
from tests.bench.workbook import ROWS, write_workbook

NAME = "while-importing"


def run(context: Context) -> list[Result]:
    """Import into a copy of the shop; the window is in a process of its own."""
    file = context.scratch / "customers.xlsx"
    write_workbook(file, min(ROWS, context.shop.customers))
    shop = context.shop.copy_to(context.scratch / "shop")
    opened = shop.open()
    back_up_if_changed(opened.workplace, opened.places, opened.key)
    opened.close()
    found = answer([sys.executable, "-m", "tests.bench.busy_window", str(shop.folder), str(file)])
    if found["stage"] != "tidying":
        raise RuntimeError(f"the import ended while {found['stage']}")
    gap, search, save = (max(found[name]) for name in ("gaps", "searches", "saves"))
    return [
        _row("longest gap of the window", gap, 33, "ms", 1000),
        _row(f"slowest of {len(found['searches'])} searches", search, 100, "ms", 1000),
        _row(f"slowest of {len(found['saves'])} saves", save, 3, "s", 1),
    ]


def _row(what: str, found: list[float | str], bar: float, unit: str, scale: float) -> Result:
    value = float(found[0]) * scale
    return Result(NAME, what, value, unit, f"≤ {bar:g} {unit}", value <= bar, note=str(found[1]))
