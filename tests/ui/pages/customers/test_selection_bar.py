"""The bar over a selection offers everything, whatever room there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.ui.pages.customers.selection_bar import BarAction, SelectionBar
from crm_desktop.ui.theme.theme import Theme

NAMES = ("tag", "owner", "change", "merge", "export", "delete")


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication, tmp_path: Path, ran: list[str]) -> SelectionBar:
    def runner(name: str) -> Callable[[QPushButton], object]:
        return lambda _button: ran.append(name)

    theme = Theme(qapp, tmp_path)
    theme.use()
    actions = [BarAction(name, name.title(), "tag", runner(name)) for name in NAMES]
    made = SelectionBar(theme, [*actions, BarAction("restore", "Restore", "tag", runner("restore"), in_bin=True)], list)
    qtbot.addWidget(made)
    made.resize(1200, 40)
    made.show_count("3 selected", in_bin=False)
    made.show()
    return made


def offered(bar: SelectionBar) -> list[str]:
    return [name for name in NAMES if bar.button(name).isVisible()]


def test_a_wide_bar_needs_no_menu(bar: SelectionBar) -> None:
    assert offered(bar) == list(NAMES)
    assert not bar.findChild(QPushButton, "selection.more").isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_finds_no_room_is_in_the_menu(bar: SelectionBar, ran: list[str]) -> None:
    bar.resize(bar.minimumSizeHint().width() + 20, 40)
    bar.findChild(QPushButton, "selection.more").click()
    entries = bar.findChild(QMenu).actions()
    assert offered(bar) + [entry.text().lower() for entry in entries] == list(NAMES)
    assert len(entries) >= 2
    entries[-1].trigger()
    bar.findChild(QMenu).close()
    assert ran == ["delete"]


def test_in_the_bin_there_is_only_what_is_for_it(bar: SelectionBar) -> None:
    bar.show_count("3 selected", in_bin=True)
    assert (offered(bar), bar.button("restore").isVisible()) == ([], True)
