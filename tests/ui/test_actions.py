"""One registry: what is said once shows everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from crm_desktop.ui.actions import Menu, Verb, VerbBook, key_texts, plain
from crm_desktop.ui.theme.theme import Theme

Make = Callable[..., Verb]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def book(window: QMainWindow, qapp: QApplication, tmp_path: Path) -> Iterator[VerbBook]:
    theme = Theme(qapp, tmp_path)
    theme.use()
    return VerbBook(window, theme)  # type: ignore[return-value]


def test_a_verb_is_in_its_menu_with_its_key(book: VerbBook, window: QMainWindow) -> None:
    book.add(Verb("customer.new", "&New customer", lambda: None, "Ctrl+N", menu=Menu.FILE))
    book.fill_menu_bar(window.menuBar())
    book.add(Verb("customer.import", "&Import", lambda: None, menu=Menu.FILE, section=2))
    file = window.menuBar().actions()[0].menu()
    assert [action.text() for action in file.actions()] == ["&Import", "", "&New customer"]
    assert file.actions()[2].shortcut().toString() == "Ctrl+N"


def test_menus_without_verbs_are_not_shown(book: VerbBook, window: QMainWindow) -> None:
    book.add(Verb("a", "A", lambda: None, menu=Menu.HELP))
    book.fill_menu_bar(window.menuBar())
    assert [action.text() for action in window.menuBar().actions() if action.isVisible()] == ["&Help"]


def test_a_button_follows_its_verb(book: VerbBook, qtbot: QtBot) -> None:
    done: list[str] = []
    book.add(Verb("undo", "&Undo", lambda: done.append("undone"), QKeySequence.StandardKey.Undo, icon="undo-2"))
    button = book.button("undo")
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    book.set_text("undo", "&Undo: tag 3 customers")
    book.set_enabled("undo", False)
    assert done == ["undone"]
    assert (button.text(), button.isEnabled()) == ("Undo: tag 3 customers", False)
    assert "Ctrl+Z" in button.toolTip()


def test_a_verb_of_a_page_works_only_there(book: VerbBook) -> None:
    book.add(
        Verb("edit", "Edit", lambda: None, "F2", page="customers"), Verb("rename", "x", lambda: None, "F2", page="x")
    )
    assert not book.action("edit").isEnabled()
    book.show_page("customers")
    assert book.action("edit").isEnabled()
    assert not book.action("rename").isEnabled()


@pytest.mark.parametrize("second", [Verb("a", "B", lambda: None), Verb("b", "B", lambda: None, "Ctrl+N", page="x")])
def test_a_name_or_a_key_is_given_once(book: VerbBook, second: Verb) -> None:
    book.add(Verb("a", "A", lambda: None, "Ctrl+N"))
    with pytest.raises(ValueError, match="verb"):
        book.add(second)


def test_a_context_menu_holds_the_same_actions(book: VerbBook, window: QMainWindow) -> None:
    book.add(Verb("a", "A", lambda: None), Verb("b", "B", lambda: None))
    menu = book.context_menu(["b", "", "a"], window)
    assert [action.text() for action in menu.actions()] == ["B", "", "A"]
    assert menu.actions()[0] is book.action("b")


@pytest.mark.parametrize(
    ("text", "read"),
    [("&New customer …", "New customer"), ("导入(&I)…", "导入"), ("A && B", "A & B"), ("文件(&F)", "文件")],
)
def test_a_mnemonic_is_not_read_out(text: str, read: str) -> None:
    assert plain(text).strip() == read


def test_only_the_first_of_a_platforms_keys_is_shown() -> None:
    assert key_texts(Verb("undo", "Undo", lambda: None, QKeySequence.StandardKey.Undo)) == ["Ctrl+Z"]
    assert key_texts(Verb("big", "Big", lambda: None, "Ctrl++", more_shortcuts=("Ctrl+=",))) == ["Ctrl++", "Ctrl+="]


def test_an_open_menu_has_a_letter_for_each_entry(book: VerbBook, window: QMainWindow) -> None:
    book.fill_menu_bar(window.menuBar())
    texts = ("&Fields", "Sta&ff", "&Find", "Wi&fi")
    book.add(*(Verb(text, text, lambda: None, menu=Menu.FILE) for text in texts))
    file = window.menuBar().actions()[0].menu()
    file.aboutToShow.emit()
    assert [action.text() for action in file.actions()] == ["&Fields", "&Staff", "F&ind", "&Wifi"]
