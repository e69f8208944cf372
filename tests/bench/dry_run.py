"""The dry run of 100,000 rows, from the file to the first page, against the bare libraries over the same cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crm_desktop.services.import_customers import stage_import
from crm_desktop.services.import_dry_run import dry_page, dry_run
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import Tab
from crm_desktop.services.import_wizard import look
from tests.bench.import_ import read_rows
from tests.bench.measure import Context, Result, seconds
from tests.bench.workbook import ROWS, write_workbook

NAME = "dry-run"
_PAGE = 50


def run(context: Context) -> list[Result]:
    """Stage and work out a file by the plan the wizard proposes, in a copy of the shop."""
    rows = min(ROWS, context.shop.customers)
    file = context.scratch / "customers.xlsx"
    write_workbook(file, rows)
    floor = seconds(lambda: _bare(file))
    shop = context.shop.copy_to(context.scratch / "shop").open()
    source = ImportSource(file)
    plan = look(shop.workplace, source).plan
    seen: list[int] = []

    def show() -> None:
        with stage_import(shop.workplace, source, plan) as staged:
            counts = dry_run(shop.workplace, staged)
            seen.append(sum(counts[tab] for tab in Tab))
            seen.append(len(dry_page(shop.workplace, staged, Tab.NEW, limit=_PAGE)))

    took = seconds(show)
    shop.close()
    what = f"{seen[0]:,} rows, first page of the new ones"
    return [Result(NAME, what, took, "s", "≤ 2 ×", took <= 2 * floor and seen == [rows, min(_PAGE, rows)], floor)]


def _bare(file: Path) -> None:
    """Read every cell, spell every name and normalise every phone, and keep nothing."""
    import phonenumbers
    from pypinyin import lazy_pinyin

    for name, phone, *_ in read_rows(file):
        lazy_pinyin(name)
        if phone:
            _normal(phonenumbers, phone)


def _normal(phonenumbers: Any, phone: str) -> str:
    found: str = phonenumbers.format_number(phonenumbers.parse(phone, "CN"), phonenumbers.PhoneNumberFormat.E164)
    return found
