"""A value turns into an editor where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.inline_field import InlineField
from tests.support.typing import type_text


class Form(QWidget):
    """Two fields, one over the other, and what they committed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.committed: list[str] = []
        self.name = InlineField(theme, "name", "Name", validate=lambda text: "" if text else "A customer needs a name.")
        self.notes = InlineField(theme, "notes", "Notes", multiline=True)
        self.name.set_value("王小明")
        self.name.committed.connect(self.committed.append)
        self.notes.committed.connect(self.committed.append)
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addWidget(self.notes)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    made = Form(theme)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.name.setFocus()
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def problem(form: Form) -> str:
    label = form.name.findChild(QLabel, "name.problem")
    return "" if label.isHidden() else label.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_begins_and_enter_commits(form: Form, qtbot: QtBot, key: Qt.Key) -> None:
    press(qtbot, key)
    assert form.name.is_editing()
    type_text(form.name.editor, "王晓明")
    press(qtbot, Qt.Key.Key_Return)
    assert form.committed == ["王晓明"]
    assert not form.name.is_editing()
    assert form.name.isAncestorOf(QApplication.focusWidget())


def test_a_click_begins(form: Form, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.name.focusProxy(), Qt.MouseButton.LeftButton)
    assert form.name.is_editing()


def test_esc_takes_back(form: Form, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F2)
    type_text(form.name.editor, "x")
    press(qtbot, Qt.Key.Key_Escape)
    assert (form.name.value(), form.committed) == ("王小明", [])


def test_tab_commits_and_moves_on(form: Form, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F2)
    type_text(form.name.editor, "李娜")
    press(qtbot, Qt.Key.Key_Tab)
    assert form.committed == ["李娜"]
    assert form.notes.isAncestorOf(QApplication.focusWidget())


def test_leaving_commits(form: Form, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F2)
    type_text(form.name.editor, "李娜")
    form.notes.setFocus()
    assert form.committed == ["李娜"]


def test_nothing_changed_is_not_committed(form: Form, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F2)
    press(qtbot, Qt.Key.Key_Return)
    assert form.committed == []


def test_what_is_wrong_is_said_beside_and_the_editor_stays(form: Form, qtbot: QtBot) -> None:
    form.name.begin("")
    press(qtbot, Qt.Key.Key_Return)
    assert problem(form) == "A customer needs a name."
    assert form.name.is_editing()
    assert form.name.editor.accessibleDescription() == "A customer needs a name."
    type_text(form.name.editor, "李娜")
    press(qtbot, Qt.Key.Key_Return)
    assert (problem(form), form.committed) == ("", ["李娜"])


def test_notes_take_lines_and_ctrl_enter_commits(form: Form, qtbot: QtBot) -> None:
    form.notes.begin()
    assert isinstance(form.notes.editor, QPlainTextEdit)
    type_text(form.notes.editor, "likes tea")
    press(qtbot, Qt.Key.Key_Return)
    type_text(form.notes.editor, "no sugar")
    qtbot.keyClick(form.notes.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.committed == ["likes tea\nno sugar"]


def test_news_from_outside_leaves_typing_alone(form: Form, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F2)
    type_text(form.name.editor, "李")
    form.name.set_value("changed elsewhere")
    assert form.name.draft() == "李"


def test_a_draft_survives_a_new_window(form: Form, theme: Theme, qtbot: QtBot) -> None:
    form.name.begin()
    type_text(form.name.editor, "half a na")
    other = InlineField(theme, "name", "Name")
    qtbot.addWidget(other)
    other.set_value("王小明")
    other.begin(form.name.draft())
    assert other.draft() == "half a na"
