"""The search field asks for what is typed, and only for that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.search_field import SearchField
from tests.support.typing import compose, type_text


class Asked(list[str]):
    """What was asked for, in order."""


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> SearchField:
    made = SearchField(theme, "Search customers")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(field: SearchField) -> Asked:
    heard = Asked()
    field.asked.connect(heard.append)
    return heard


def test_every_change_is_asked_for(field: SearchField, asked: Asked) -> None:
    type_text(field, "王")
    type_text(field, "小明")
    assert asked == ["王", "王小明"]


def test_what_is_being_composed_is_not_asked_for(field: SearchField, asked: Asked) -> None:
    compose(field, "wang")
    assert asked == []
    type_text(field, "王")
    assert asked == ["王"]


def test_blanks_at_the_ends_change_nothing(field: SearchField, asked: Asked) -> None:
    field.set_query("wang")
    field.setText("  wang ")
    assert asked == ["wang"]


def test_esc_clears_and_an_empty_field_leaves_it_to_others(field: SearchField, asked: Asked, qtbot: QtBot) -> None:
    field.set_query("wang")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), asked) == ("", ["wang", ""])


def test_the_cross_is_there_when_there_is_something_to_clear(field: SearchField) -> None:
    cross = field.actions()[-1]
    assert not cross.isVisible()
    field.set_query("wang")
    assert cross.isVisible()
    cross.trigger()
    assert field.text() == ""


def test_down_and_enter_go_to_the_results(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    field.set_query("wang")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == ["wang"]


def test_ctrl_z_is_the_programs_while_the_field_has_nothing_to_take_back(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = SearchField(theme, "Search")
    window.setCentralWidget(field)
    undo, done = QAction(window, shortcut="Ctrl+Z"), []
    undo.triggered.connect(lambda: done.append("program"))
    window.addAction(undo)
    with qtbot.waitExposed(window):
        window.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["program"]
    type_text(field, "wang")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (done, field.text()) == (["program"], "")


@pytest.mark.parametrize(("letter", "whose"), [("E", "program"), ("K", "program"), ("A", "field"), ("V", "field")])
def test_only_editing_keys_are_the_fields_own(theme: Theme, qtbot: QtBot, letter: str, whose: str) -> None:
    field = SearchField(theme, "Search")
    qtbot.addWidget(field)
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.ControlModifier
    )
    asked.setAccepted(True)  # as a field on X11 does, where Ctrl+E and Ctrl+K edit
    field.event(asked)
    assert asked.isAccepted() is (whose == "field")
