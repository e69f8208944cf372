"""A window with the queue, the merge page, the list and the record, on a small shop with duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.undo import undo
from crm_desktop.ui.duplicate_scan import DuplicateScan, Search
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.customers.page import customers_page
from crm_desktop.ui.pages.duplicates.merge_view import MergeView
from crm_desktop.ui.pages.duplicates.page import duplicates_page, merge_page
from crm_desktop.ui.pages.duplicates.side_view import SideView
from crm_desktop.ui.pages.duplicates.view import DuplicatesView
from tests.support.frame import Assembled
from tests.support.shop import Shop, open_shop

W = TypeVar("W", bound=QWidget)
Key = Qt.Key


class Desk:
    """The window, the shop, and short ways to use and read them."""

    def __init__(self, qtbot: QtBot, folder: Path, shop: Shop, search: Search | None = None) -> None:
        self.bot = qtbot
        self.shop = shop
        self.place = shop.workplace
        self.scan = DuplicateScan(self.place, search) if search else DuplicateScan(self.place)
        pages = [
            customers_page(self.place),
            customer_page(self.place),
            duplicates_page(self.place, self.scan),
            merge_page(self.place),
        ]
        hooks = Hooks(outcome=self._outcome, undo=lambda: self.assembled.work.write(lambda: undo(self.place)))
        self.assembled = Assembled(folder, pages, hooks, Settings(MemoryStore(), MemoryStore()))
        self.toasts: list[str] = []
        self.assembled.notices.toasted.connect(lambda toast: self.toasts.append(toast.text))
        self.window = self.assembled.window
        self.window.resize(1280, 800)
        self.window.stack.open("customers")
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def _outcome(self, result: object) -> Outcome | None:
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        take_back: Callable[[], object] = lambda: self.assembled.work.write(  # noqa: E731
            lambda: undo(self.place, result.operation_id)
        )
        return Outcome(result, change_sentence(result), take_back)

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        self.bot.wait(80)
        self.bot.waitUntil(self.assembled.work.is_idle, timeout=10_000)
        self.bot.wait(1)
        for error in self.assembled.crashes:
            raise error

    def go(self, page: str, argument: object = None) -> None:
        """Open a page."""
        self.window.stack.open(page, argument)
        self.settle()

    @property
    def page(self) -> DuplicatesView:
        view = self.window.stack.view("duplicates")
        assert isinstance(view, DuplicatesView)
        return view

    @property
    def merging(self) -> MergeView:
        view = self.window.stack.view("merge")
        assert isinstance(view, MergeView)
        return view

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def click(self, name: str) -> None:
        """Press a button in sight."""
        self.find(QPushButton, name).click()
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of this name that can be seen."""
        for top in reversed(QApplication.topLevelWidgets()):
            for widget in top.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        raise AssertionError(f"no {name} in sight")

    def sees(self, name: str) -> bool:
        return any(w.isVisible() for top in QApplication.topLevelWidgets() for w in top.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def lines(self) -> list[str]:
        """Read the queue."""
        model = self.page.list.lines
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def names(self) -> list[str]:
        """Read the names of the queue's lines."""
        return [" · ".join(entry.names) for entry in self.page.queue.entries]

    def row(self, side: SideView, label: str) -> list[str]:
        """Read a row of the table by its label: the cells, then what they become."""
        model = side.model
        row = next(number for number, row in enumerate(model.rows) if row.label == label)
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    def spoken(self, side: SideView, label: str, column: int) -> str:
        """Hear a cell as a screen reader says it."""
        model = side.model
        row = next(number for number, row in enumerate(model.rows) if row.label == label)
        return str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    def stand_on(self, side: SideView, label: str, column: int) -> None:
        """Put the keyboard on a cell."""
        model = side.model
        row = next(number for number, row in enumerate(model.rows) if row.label == label)
        side.table.setFocus()
        side.table.setCurrentIndex(model.index(row, column))

    def look(self) -> None:
        """Open the page and search for duplicates."""
        self.window.verbs.run("duplicates.scan")
        self.bot.waitUntil(lambda: not self.scan.is_running(), timeout=30_000)
        self.settle()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    yield opened
    opened.store.close()


Open = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, shop: Shop, tmp_path: Path) -> Iterator[Open]:
    opened: list[Desk] = []

    def make(search: Search | None = None) -> Desk:
        opened.append(Desk(qtbot, tmp_path, shop, search))
        opened[-1].settle()
        return opened[-1]

    yield make
    for desk in opened:
        desk.scan.end()
        desk.assembled.close()


@pytest.fixture
def ids(shop: Shop) -> list[int]:
    """Return five customers: twice the same 李娜, twice the same Sarah, and somebody else."""
    return [
        shop.add("李娜", "13911110000", likes="绿茶"),
        shop.add("李娜", "13911110000", "13700001111", card_number="80001"),
        shop.add("Sarah Thompson", "+44 20 7946 0958"),
        shop.add("Sarah Thompson", "+44 20 7946 0958"),
        shop.add("曾丽", "13755667788"),
    ]


@pytest.fixture
def unsearched(open_desk: Open, ids: list[int]) -> Desk:
    """Return a window on the customers, without a search for duplicates."""
    return open_desk()


@pytest.fixture
def desk(open_desk: Open, ids: list[int]) -> Desk:
    """Return the page of duplicates after a search that found both pairs."""
    made = open_desk()
    made.look()
    assert len(made.lines()) == 2
    return made
