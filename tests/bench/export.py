"""An export of 100,000 customers to a workbook against openpyxl writing the same cells."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_customers import full_list
from tests.bench.measure import Context, Result, best_of, seconds

NAME = "export"
ROWS = 100_000
COLUMNS = (
    "name", "phone", "email", "wechat", "address", "gender", "birthday", "card_number", "source", "tags", "likes",
    "note",
)  # fmt: skip


def run(context: Context) -> list[Result]:
    """Write both files; openpyxl gets the cells ready made, from our own file."""
    shop = context.shop.open()
    ids = full_list(shop.workplace, CustomerQuery()).ids[:ROWS]
    ours_file, bare_file = context.scratch / "ours.xlsx", context.scratch / "bare.xlsx"
    ours = best_of(2, lambda: _export(shop, ours_file, list(ids)))
    shop.close()
    cells = _cells(ours_file)
    floor = seconds(lambda: _openpyxl(bare_file, cells))
    what = f"{len(cells) - 1:,} customers × {len(COLUMNS)}"
    return [Result(NAME, what, ours, "s", "≤ 0.25 ×", ours <= 0.25 * floor, floor)]


def _export(shop: OpenShop, file: Path, ids: list[int]) -> None:
    export_customers(shop.workplace, file, CustomerQuery(), COLUMNS, ids=ids)


def _cells(file: Path) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    rows: list[list[object]] = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    return rows


def _openpyxl(file: Path, cells: list[list[object]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in cells:
        sheet.append(row)
    book.save(file)
