"""The customers page in a real window on a small shop, driven by keys and read by its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.query import Selection
from crm_desktop.services.undo import undo
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.page import customers_page
from crm_desktop.ui.pages.customers.view import CustomersView
from tests.support.frame import Assembled, PlainPage
from tests.support.shop import Shop, open_shop

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class NamePane(QWidget):
    """A detail pane that says the id."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        self.label = QLabel()
        QVBoxLayout(self).addWidget(self.label)

    def show_customer(self, customer_id: int | None) -> None:
        self.label.setText(str(customer_id))

    def refresh(self, changes: ChangeSet | None) -> None:
        self.refreshed = changes

    def begin_log(self) -> None:
        self.label.setText(f"log {self.label.text()}")

    def save_state(self) -> dict[str, object]:
        return {"text": self.label.text()}

    def restore_state(self, state: dict[str, object]) -> None:
        self.label.setText(str(state["text"]))


class Driver:
    """A user at the page."""

    def __init__(self, bot: QtBot, shop: Shop, folder: Path) -> None:
        from crm_desktop.ui.page import Page

        self.bot, self.shop = bot, shop
        self.said: list[object] = []
        self.exported: list[tuple[Selection, Sequence[str]]] = []
        page = customers_page(
            shop.workplace,
            make_pane=NamePane,
            new_customer=lambda name: self.said.append(("new", name)),
            export=lambda selection, columns: self.exported.append((selection, columns)),
        )
        record = Page("customer", "Record", "user", PlainPage, parent="customers", verbs=self._verbs)
        hooks = Hooks(outcome=self._outcome)
        settings = Settings(MemoryStore(), MemoryStore())
        self.assembled = Assembled(folder, [page, record], hooks, settings)
        self.window = self.assembled.window
        self.window.resize(1240, 780)
        self.window.show()
        self.window.stack.open("customers")
        view = self.window.stack.view("customers")
        assert isinstance(view, CustomersView)
        self.page = view
        self.table = view.table
        self.search = view.layout_.search
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for is shown."""
        QApplication.processEvents()
        self.bot.waitUntil(self._is_quiet, timeout=10_000)
        assert self.assembled.crashes == []

    def _is_quiet(self) -> bool:
        for _ in range(3):
            QApplication.processEvents()
            if not self.assembled.work.is_idle() or self.page.views._recount.isActive():
                return False
        return True

    def cell(self, row: int, column: int = 0) -> str:
        """Read a cell."""
        return str(self.table.model().index(row, column).data() or "")

    def names(self) -> list[str]:
        """Read the names in sight."""
        return [self.cell(row) for row in range(self.table.model().rowCount())]

    def headings(self) -> list[str]:
        """Read the headings from the left."""
        header = self.table.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        return [str(self.table.model().headerData(section, Qt.Orientation.Horizontal)) for section in sections]

    def type_search(self, text: str) -> None:
        """Put a text into the search box, as an input method commits it."""
        self.search.setFocus()
        self.search.setText(text)
        self.settle()

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click a button by its name."""
        button = (within or self.window).findChild(QAbstractButton, name)
        assert button is not None, name
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def choose(self, *rows: int) -> None:
        """Select rows with the mouse, Ctrl held from the second on."""
        for number, row in enumerate(rows):
            place = self.table.visualRect(self.table.model().index(row, 1)).center()
            held = Ctrl if number else Qt.KeyboardModifier.NoModifier
            self.bot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, held, place)
        QApplication.processEvents()

    def click_heading(self, label: str) -> None:
        """Click a heading."""
        header = self.table.horizontalHeader()
        x = header.sectionViewportPosition(header.logicalIndex(self.headings().index(label))) + 12
        place = header.rect().center()
        place.setX(x)
        self.bot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def pick(self, menu: QMenu, text: str) -> None:
        """Press an entry of a menu."""
        found: list[QAction] = [action for action in menu.actions() if action.text() == text]
        assert found, [action.text() for action in menu.actions()]
        found[0].trigger()
        menu.close()
        self.settle()

    def menu(self, name: str) -> QMenu:
        """Return a menu that is open."""
        menus = [menu for menu in self.page.findChildren(QMenu, name) if menu.isVisible()]
        assert menus, name
        return menus[-1]

    def dialog(self, kind: type[Any]) -> Any:
        """Return a dialog that is open."""
        found = [dialog for dialog in self.page.findChildren(kind) if dialog.isVisible()]
        assert found, kind
        return found[-1]

    def text(self, name: str) -> str:
        """Read a label by its name."""
        label = self.window.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    def _outcome(self, result: object) -> Outcome | None:
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        return Outcome(result, f"{result.kind.value} {result.subject_count}", lambda: self.take_back(result))

    def take_back(self, changes: ChangeSet) -> None:
        """Press Undo of the toast."""
        self.assembled.work.write(lambda: undo(self.shop.workplace, changes.operation_id))

    def _verbs(self, frame: Frame) -> list[Verb]:
        def says(word: str) -> Callable[[], None]:
            return lambda: self.said.append(word)

        return [Verb(name, name, says(name)) for name in ("import", "customer.new", "demo")]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    yield opened
    opened.store.close()


@pytest.fixture
def open_page(qtbot: QtBot, shop: Shop, tmp_path: Path) -> Iterator[Callable[[], Driver]]:
    opened: list[Driver] = []

    def open_now() -> Driver:
        opened.append(Driver(qtbot, shop, tmp_path))
        return opened[-1]

    yield open_now
    for driver in opened:
        driver.assembled.close()


@pytest.fixture
def page(shop: Shop, open_page: Callable[[], Driver]) -> Driver:
    """Open the page on five customers."""
    shop.add("王小明", "13800001234", source="抖音")
    shop.add("李娜", "13911112222", company="禾田咖啡")
    shop.add("陈建国", "18622334455")
    shop.add("Sarah Thompson", "+44 20 7946 0958")
    shop.add("曾丽", "13755667788")
    return open_page()
