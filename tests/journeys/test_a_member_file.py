"""A shop moves in: its members' points, money and visits come out of a workbook to the cent, go again, come again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from crm_desktop.services.check_database import check_database
from crm_desktop.ui.widgets.row_list import RowList
from tests.journeys.conftest import Counter

HEADINGS = ["姓名", "手机", "积分", "余额", "赠送", "剩余次数", "等级"]
MEMBERS = [
    ["王小明", "13800001234", 1288, 350.5, 50, 7, "金卡"],
    ["李娜", "13900002345", 66, 0, 0, None, "银卡"],
    ["张伟", "13700003456", None, 1000, 100, 3, None],
    ["曾丽", "13600004567", 0, 19.99, None, None, "金卡"],
]
TOTALS = ["1,354", "¥1,370.49", "¥150.00", "10"]
NOTHING = ["0", "¥0.00", "¥0.00", "0"]
BOOK = [
    ("王小明", 1288, 40050, 7, "金卡"),
    ("李娜", 66, None, None, "银卡"),
    ("张伟", None, 110000, 3, None),
    ("曾丽", 0, 1999, None, "金卡"),
]


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """Return a workbook as the shop's old till wrote it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, *MEMBERS):
        sheet.append(row)
    book.save(tmp_path / "会员.xlsx")
    return tmp_path / "会员.xlsx"


def wizard(counter: Counter, file: Path) -> tuple[str, list[list[str]]]:
    """Bring a file in with Enter, Enter; return what the check said of its sums, and the table of the result."""
    counter.program.flows.import_files([file])
    said = ""
    for step in ("file", "dry_run"):
        counter.wait(lambda step=step: counter.sees(f"wizard.{step}") and counter.can_press("wizard.primary"))  # type: ignore[misc]
        counter.settle()
        if step == "dry_run":
            said = counter.find(QLabel, "wizard.figures.remarks").text()
        counter.bot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    counter.wait(lambda: counter.sees("wizard.result.figures.sums"))
    counter.settle()
    table = counter.find(RowList, "wizard.result.figures.sums")
    rows = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    counter.bot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    counter.settle()
    return said, [[row.text(column) for column in range(1, 5)] for row in rows if row is not None]


def book(counter: Counter) -> list[tuple[object, ...]]:
    """Return what the list knows of everybody."""
    query = (
        "SELECT c.name, c.points, c.stored_value, c.uses_left, t.name FROM customer c "
        "LEFT JOIN tier t ON t.id = c.tier_id WHERE c.deleted_at = 0 OR c.deleted_at IS NULL ORDER BY c.name"
    )
    with counter.shop.store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_the_totals_are_those_of_the_file_before_and_after(counter: Counter, members: Path) -> None:
    said, result = wizard(counter, members)
    assert all(f"{total} in the file, {total} taken" in said for total in TOTALS), said
    assert result == [[total, total, before, total] for total, before in zip(TOTALS, NOTHING, strict=True)]
    assert book(counter) == sorted(BOOK)
    assert check_database(counter.shop.workplace).is_clean


def test_it_goes_as_a_whole_and_comes_again_the_same(counter: Counter, members: Path) -> None:
    first = wizard(counter, members)
    counter.do("edit.undo")
    counter.wait(lambda: counter.sees("empty.import"))
    assert book(counter) == []
    assert check_database(counter.shop.workplace).is_clean
    assert wizard(counter, members) == first
    assert book(counter) == sorted(BOOK)
    assert check_database(counter.shop.workplace).is_clean
