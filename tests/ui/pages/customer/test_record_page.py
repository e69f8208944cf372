"""The full record: opened, left, stepped through; its columns follow the width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QTabBar, QToolButton, QWidget

from crm_desktop.base.text import use_language
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.undo import undo
from crm_desktop.ui.pages.customer.page import Visit
from crm_desktop.ui.widgets.inline_field import InlineField
from tests.ui.pages.customer.conftest import Desk


@pytest.fixture
def three(desk: Desk) -> list[int]:
    return [desk.shop.add(name) for name in ("王小明", "李娜", "陈建国")]


def name(desk: Desk) -> str:
    return desk.find(InlineField, "record.name").value()


def test_the_record_opens_from_the_pane_and_esc_goes_back(desk: Desk, customer: int) -> None:
    desk.find(QPushButton, "pane.open").click()
    desk.settle()
    assert (desk.assembled.window.stack.current_id, name(desk)) == ("customer", "王小明")
    desk.bot.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.assembled.window.stack.current_id == "customers"


def test_previous_and_next_follow_the_list(desk: Desk, three: list[int]) -> None:
    desk.go("customer", Visit(three[1], three))
    desk.find(QToolButton, "record.next").click()
    desk.settle()
    assert name(desk) == "陈建国"
    assert not desk.find(QToolButton, "record.next").isEnabled()
    desk.assembled.window.verbs.run("record.previous")
    desk.settle()
    assert name(desk) == "李娜"


def test_without_a_list_there_is_no_next(desk: Desk, three: list[int]) -> None:
    desk.go("customer", three[0])
    assert desk.page.next.isHidden()


def test_ctrl_l_logs_on_the_page_too(desk: Desk, customer: int) -> None:
    desk.go("customer", customer)
    desk.assembled.window.verbs.run("record.log")
    assert not desk.page.timeline.log.isHidden()


def test_a_customer_merged_by_somebody_else_becomes_the_survivor(desk: Desk, three: list[int]) -> None:
    desk.go("customer", three[1])
    merge_customers(desk.place, three[:2], MergeChoices(three[0]))
    desk.page.refresh(None)
    desk.settle()
    assert name(desk) == "王小明"
    desk.edit("record.name", "王小名")
    assert desk.shop.customer(three[0]).name == "王小名"


def test_a_customer_who_is_gone_is_said(desk: Desk, customer: int) -> None:
    desk.go("customer", customer)
    undo(desk.place)
    desk.page.refresh(None)
    desk.settle()
    assert desk.page.gone.accessibleName() == "This customer does not exist any more"


@pytest.mark.parametrize(("ems", "columns"), [(90, 3), (60, 2), (35, 1)])
def test_the_columns_follow_the_width(desk: Desk, customer: int, ems: int, columns: int) -> None:
    desk.go("customer", customer)
    desk.page.columns.resize(round(ems * desk.page.columns.em()), 600)
    assert desk.page.columns.count() == columns


def test_what_is_typed_outlives_a_change_of_language(desk: Desk, customer: int) -> None:
    desk.go("customer", customer)
    desk.page.timeline.begin_log()
    desk.find(QPlainTextEdit, "log.text").setPlainText("she said")
    desk.find(InlineField, "record.likes").begin("half a wor")
    state = desk.assembled.window.save_state()
    old = desk.assembled.window
    use_language("zh_CN")
    desk.assembled.window = desk.assembled.make_window()
    old.close()
    old.deleteLater()
    desk.assembled.window.show()
    desk.assembled.window.restore_state(state)
    desk.settle()
    assert desk.find(InlineField, "record.likes").draft() == "half a wor"
    assert desk.find(QPlainTextEdit, "log.text").toPlainText() == "she said"


@pytest.mark.parametrize("page", ["customers", "customer", "customer_new"])
def test_everything_one_can_press_has_a_name(desk: Desk, customer: int, page: str) -> None:
    desk.go(page, customer if page == "customer" else None)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    view = desk.assembled.window.stack.view(page)
    widgets = [w for w in view.findChildren(QWidget) if isinstance(w, kinds) and not _of_qt(w)]
    assert len(widgets) > 10
    nameless = [w.objectName() or type(w).__name__ for w in widgets if not _spoken(w) or not w.objectName()]
    assert nameless == []


def _of_qt(widget: QWidget) -> bool:
    """Tell whether Qt itself made a widget inside another: the icons in a line edit, the arrows of a bar of tabs."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit | QTabBar)


def _spoken(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
