"""The frame: pages, keys, notices, drops, what other programs write, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.text import use_language
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.ui.main_window import MainWindow, Outcome
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.widgets.search_field import SearchField
from tests.support.frame import Assembled, PlainPage

Assemble = Callable[..., Assembled]


def view_of(assembled: Assembled, page_id: str) -> PlainPage:
    view = assembled.window.stack.view(page_id)
    assert isinstance(view, PlainPage)
    return view


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(QApplication.focusWidget() or window, combination.key(), combination.keyboardModifiers())


def test_the_rail_opens_pages_and_only_those_that_exist(shown: Assembled, qtbot: QtBot) -> None:
    buttons = shown.window.rail.findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons] == ["Today", "Customers"]
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert shown.window.stack.current_id == "customers"
    assert buttons[1].isChecked()


def test_ctrl_and_a_number_opens_a_page(shown: Assembled, qtbot: QtBot) -> None:
    press(qtbot, shown.window, "Ctrl+2")
    assert shown.window.stack.current_id == "customers"


def test_ctrl_f_finds_the_search_field_from_anywhere(shown: Assembled, qtbot: QtBot) -> None:
    shown.window.rail.findChildren(QToolButton)[1].setFocus()
    press(qtbot, shown.window, "Ctrl+F")
    assert view_of(shown, "today").field.hasFocus()


def test_f5_asks_again(shown: Assembled, qtbot: QtBot) -> None:
    press(qtbot, shown.window, "F5")
    assert view_of(shown, "today").told == [None]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_frame_fits_a_small_screen_at_twice_the_size(assemble: Assemble, language: str) -> None:
    use_language(language)
    told = assemble()
    told.window.stack.open("today")
    told.theme.use(text_percent=200)
    told.notices.say("The backup of yesterday could not be read.", choices=[Choice("Look", lambda: None)])
    wanted = told.window.minimumSizeHint()
    assert wanted.width() <= 1024
    assert wanted.height() <= 640


def test_back_returns_with_the_argument(shown: Assembled) -> None:
    stack = shown.window.stack
    stack.open("customers", 7)
    stack.open("customers", 8)
    stack.back()
    assert view_of(shown, "customers").opened_with == 7
    stack.forward()
    assert view_of(shown, "customers").opened_with == 8


def test_a_write_refreshes_the_page_in_sight_and_later_the_others(assemble: Assemble, qtbot: QtBot) -> None:
    changes = ChangeSet(1, Kind.CUSTOMER_EDIT)
    told = assemble(outcome=lambda result: Outcome(changes, "Changed 王小明", lambda: None))
    told.window.stack.open("customers")
    told.window.stack.open("today")
    told.work.write(lambda: "anything")
    qtbot.waitUntil(lambda: view_of(told, "today").told == [changes])
    assert view_of(told, "customers").told == []
    told.window.stack.open("customers")
    assert view_of(told, "customers").told == [changes]


def test_a_write_is_said_with_undo(assemble: Assemble, qtbot: QtBot) -> None:
    undone: list[str] = []
    changes = ChangeSet(1, Kind.CUSTOMER_EDIT)
    told = assemble(outcome=lambda _: Outcome(changes, "3 customers deleted", lambda: undone.append("yes")))
    told.window.stack.open("today")
    told.window.show()
    told.work.write(lambda: None)
    qtbot.waitUntil(told.window.toast.isVisible)
    assert told.window.toast.accessibleName() == "3 customers deleted"
    press(qtbot, told.window, "F6")
    press(qtbot, told.window, "Space")
    assert undone == ["yes"]
    assert not told.window.toast.isVisible()


def test_what_another_program_writes_is_seen(assemble: Assemble, qtbot: QtBot) -> None:
    versions = iter([1, 1, 2])
    told = assemble(version=lambda: next(versions, 2))
    told.window.stack.open("today")
    told.window.show()
    told.window._poll.setInterval(5)
    qtbot.waitUntil(lambda: view_of(told, "today").told == [None])


def test_a_notice_stays_until_it_is_closed(shown: Assembled, qtbot: QtBot) -> None:
    shown.notices.say("The backup could not be read.", Level.WARNING)
    assert shown.window.strip.findChild(QLabel, "noticeText").text() == "The backup could not be read."
    qtbot.mouseClick(shown.window.strip.findChild(QToolButton, "noticeClose"), Qt.MouseButton.LeftButton)
    assert shown.notices.standing == []
    assert not shown.window.strip.isVisible()


def test_a_notice_offers_a_way_out(shown: Assembled, qtbot: QtBot) -> None:
    taken: list[str] = []
    shown.notices.say("Disk full.", Level.FAULT, [Choice("Choose another place", lambda: taken.append("yes"))])
    press(qtbot, shown.window, "F6")
    assert isinstance(QApplication.focusWidget(), QPushButton)
    press(qtbot, shown.window, "Space")
    assert taken == ["yes"]


def test_a_dropped_workbook_is_handed_over_and_others_are_not(assemble: Assemble, tmp_path: Path) -> None:
    dropped: list[Path] = []
    told = assemble(drop_files=dropped.extend)
    told.window.stack.open("today")
    told.window.show()
    workbook = tmp_path / "客户.xlsx"
    assert drag(told.window, [workbook, tmp_path / "photo.png"]) == (True, True)
    assert dropped == [workbook]
    assert drag(told.window, [tmp_path / "photo.png"]) == (False, False)
    assert dropped == [workbook]


def test_a_file_dropped_on_a_search_field_is_imported_too(assemble: Assemble, tmp_path: Path) -> None:
    dropped: list[Path] = []
    told = assemble(drop_files=dropped.extend)
    told.window.stack.open("today")
    field = SearchField(told.theme, "Search")
    view_of(told, "today").layout().addWidget(field)
    told.window.show()
    assert drag(told.window, [tmp_path / "客户.csv"], field) == (True, True)
    assert (dropped, field.text()) == ([tmp_path / "客户.csv"], "")


def drag(window: MainWindow, files: list[Path], over: QWidget | None = None) -> tuple[bool, bool]:
    """Drag files over the window (or a widget in it) and let go; say whether each of the two was taken."""
    data = QMimeData()
    data.setText("file:///a-file")
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, buttons, held = QPoint(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, buttons, held)
    enter.ignore()
    QApplication.sendEvent(over or window, enter)
    overlay = window.findChild(QLabel, "dropOverlay")
    assert overlay.isVisible() == enter.isAccepted()
    if enter.isAccepted():
        assert files[0].name in overlay.text()
    drop = QDropEvent(where.toPointF(), Qt.DropAction.CopyAction, data, buttons, held)
    drop.ignore()
    QApplication.sendEvent(over or window, drop)
    assert not overlay.isVisible()
    return enter.isAccepted(), drop.isAccepted()


def test_the_window_comes_back_where_it_was(assemble: Assemble) -> None:
    first = assemble()
    first.window.setGeometry(QRect(40, 50, 620, 430))
    first.window.keep_geometry()
    second = assemble()
    assert second.window.size() == first.window.size()


def test_a_window_of_a_lost_screen_comes_into_sight(assemble: Assemble) -> None:
    first = assemble()
    first.window.setGeometry(QRect(9000, 9000, 600, 400))
    first.window._come_into_sight()
    ground = QApplication.primaryScreen().availableGeometry()
    assert ground.intersects(first.window.frameGeometry())


def test_long_work_shows_in_the_status_bar(shown: Assembled) -> None:
    shown.work.busy.emit(True)
    assert shown.window.status.findChild(QLabel, "statusBusy").isVisible()
    shown.work.busy.emit(False)
    assert not shown.window.status.findChild(QLabel, "statusBusy").isVisible()


def test_the_status_bar_can_be_pressed(shown: Assembled, qtbot: QtBot) -> None:
    pressed: list[str] = []
    shown.window.status.set_recovery("Recovery code not printed yet", lambda: pressed.append("print"))
    qtbot.mouseClick(shown.window.status.findChild(QPushButton, "statusRecovery"), Qt.MouseButton.LeftButton)
    shown.window.status.set_recovery("")
    assert pressed == ["print"]
    assert not shown.window.status.findChild(QPushButton, "statusRecovery").isVisible()


def test_a_close_can_be_put_off(assemble: Assemble) -> None:
    answers = [False, True]
    told = assemble(before_close=lambda: answers.pop(0))
    told.window.show()
    assert not told.window.close()
    assert told.window.close()


def test_everything_to_press_has_a_name(shown: Assembled) -> None:
    shown.notices.say("Said", choices=[Choice("Do", lambda: None)])
    shown.notices.toast("Done", lambda: None)
    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in (QPushButton, QToolButton, QLineEdit)
        for widget in shown.window.findChildren(kind)
        if not widget.isHidden() and not spoken(widget)
    ]
    assert nameless == []


def spoken(widget: QPushButton | QToolButton | QLineEdit) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
