"""The page of takings: a day is read, cash moves, the day is closed and set right; a month stands beside it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.sales import LineDraft, Payment, SaleDraft
from crm_desktop.services.day_close import read_day
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.takings_paper import day_paper, month_paper, write_takings
from crm_desktop.ui.pages.takings.page import TAKINGS_PAGE, takings_page
from crm_desktop.ui.widgets.row_list import RowList
from tests.support.follow_up_desk import TODAY, FollowUpDesk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[FollowUpDesk]:
    opened = FollowUpDesk(qtbot, tmp_path, lambda place: [takings_page(place)])
    sell(opened, 10_000)
    sell(opened, 5_050, "wechat")
    opened.show(TAKINGS_PAGE)
    yield opened
    opened.close()


def sell(desk: FollowUpDesk, amount: int, method: str = "cash") -> None:
    draft = SaleDraft(new_public_id(), (LineDraft("Tea", amount),), None, (Payment(method, amount),))
    record_sale(desk.place, draft)


def rows(desk: FollowUpDesk, key: str) -> list[list[str]]:
    return desk.find(RowList, f"takings.{key}.rows").texts()


def press(desk: FollowUpDesk, name: str) -> None:
    desk.bot.mouseClick(desk.find(QPushButton, name), Qt.MouseButton.LeftButton)
    desk.settle()


def fill(desk: FollowUpDesk, name: str, text: str) -> None:
    field = desk.find(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    desk.bot.keyClicks(field, text)


def lead(desk: FollowUpDesk) -> str:
    return desk.find(QLabel, "takings.lead").text()


def test_the_day_is_told_by_way_of_payment_and_what_the_drawer_should_hold(desk: FollowUpDesk) -> None:
    assert [(row[0], row[-1]) for row in rows(desk, "methods")] == [
        ("Cash", "100.00"),
        ("WeChat Pay", "50.50"),
        ("Together", "150.50"),
    ]
    assert "¥100.00" in lead(desk)


def test_a_sale_elsewhere_shows_at_once(desk: FollowUpDesk) -> None:
    desk.assembled.work.write(lambda: record_sale_of(desk, 900), lambda _changes: None)
    desk.bot.waitUntil(lambda: desk.find(QLabel, "takings.sums.0.amount").text() == "¥159.50")
    assert desk.find(QLabel, "takings.sums.0.slips").text() == "3 slips"


def record_sale_of(desk: FollowUpDesk, amount: int) -> object:
    return record_sale(desk.place, SaleDraft(new_public_id(), (LineDraft("Tea", amount),))).changes


def test_closing_with_a_difference_asks_for_a_word(desk: FollowUpDesk) -> None:
    press(desk, "takings.closeDay")
    fill(desk, "takings.close.form.counted", "99.50")
    desk.bot.waitUntil(lambda: desk.find(QLabel, "takings.close.note").text() == "¥0.50 missing")
    press(desk, "takings.close.go")
    assert read_day(desk.place, TODAY).close is None
    fill(desk, "takings.close.form.note", "too much change")
    press(desk, "takings.close.go")
    desk.bot.waitUntil(lambda: "¥0.50 less than expected. too much change" in lead(desk))
    assert not desk.sees("takings.closeDay")


def test_cash_is_taken_out_with_a_reason_and_a_closed_day_is_set_right(desk: FollowUpDesk) -> None:
    press(desk, "takings.cash")
    fill(desk, "takings.cashSheet.form.amount", "20")
    fill(desk, "takings.cashSheet.form.note", "water")
    press(desk, "takings.cashSheet.go")
    desk.bot.waitUntil(lambda: [row[-1] for row in rows(desk, "drawer")] == ["−20.00"])
    assert "¥80.00" in lead(desk)


def test_the_month_counts_the_day(desk: FollowUpDesk) -> None:
    press(desk, "takings.what.month")
    desk.bot.waitUntil(lambda: "month" in rows_key(desk))
    assert rows(desk, "month")[0][:3] == ["The whole month", "2", "150.50"]
    desk.press(Qt.Key.Key_PageUp)


def rows_key(desk: FollowUpDesk) -> str:
    found = desk.window.findChildren(RowList)
    return " ".join(one.objectName() for one in found)


def test_paper_and_workbook_hold_the_same_figures(desk: FollowUpDesk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    paper = day_paper(desk.place, TODAY)
    assert "WeChat Pay" in paper.html
    write_takings(desk.place, paper, tmp_path / "day.xlsx")
    book = load_workbook(tmp_path / "day.xlsx")
    assert [cell.value for cell in list(book["By way of payment"].rows)[-1]][-1] == 150.5
    write_takings(desk.place, month_paper(desk.place, TODAY - timedelta(days=1)), tmp_path / "month.xlsx")
    assert load_workbook(tmp_path / "month.xlsx")["Day by day"]["C2"].value == 150.5
