"""A window with the pane, the record and the form, on a small shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.undo import undo
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Frame, Page, PageView
from crm_desktop.ui.pages.customer.new_customer import NewCustomer
from crm_desktop.ui.pages.customer.new_customer_page import NewCustomerPage
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.customer.pane import CustomerPane
from crm_desktop.ui.pages.customer.record_page import CustomerPage
from crm_desktop.ui.widgets.inline_field import InlineField
from tests.support.frame import Assembled
from tests.support.shop import Shop, open_shop

W = TypeVar("W", bound=QWidget)


class PaneView(PageView):
    """A page that is only the pane."""

    def __init__(self, frame: Frame, shop: Shop) -> None:
        super().__init__(frame)
        self.pane = CustomerPane(frame, shop.workplace)
        row = QHBoxLayout(self)
        row.addWidget(self.pane)

    def refresh(self, changes: ChangeSet | None) -> None:
        self.pane.refresh(changes)

    def save_state(self) -> dict[str, object]:
        return self.pane.save_state()

    def restore_state(self, state: dict[str, object]) -> None:
        self.pane.restore_state(state)


class Desk:
    """The window, the shop, and short ways to use and read them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bot = qtbot
        self.shop = open_shop(folder)
        self.place = self.shop.workplace
        self.new = NewCustomer(self.place)
        pages = [
            Page("customers", "Customers", "users", lambda frame: PaneView(frame, self.shop)),
            customer_page(self.place),
            self.new.page(),
        ]
        hooks = Hooks(outcome=self._outcome, undo=lambda: self.assembled.work.write(lambda: undo(self.place)))
        self.assembled = Assembled(folder, pages, hooks)
        self.toasts: list[str] = []
        self.assembled.notices.toasted.connect(lambda toast: self.toasts.append(toast.text))
        self.open_window()

    def _outcome(self, result: object) -> Outcome | None:
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        return Outcome(result, change_sentence(result))

    def open_window(self) -> None:
        window = self.assembled.window
        window.resize(1280, 800)
        window.stack.open("customers")
        with self.bot.waitExposed(window):
            window.show()
        window.activateWindow()

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        self.bot.waitUntil(self.assembled.work.is_idle, timeout=10_000)
        self.bot.wait(1)
        for error in self.assembled.crashes:
            raise error

    @property
    def pane(self) -> CustomerPane:
        view = self.assembled.window.stack.view("customers")
        assert isinstance(view, PaneView)
        return view.pane

    @property
    def page(self) -> CustomerPage:
        view = self.assembled.window.stack.view("customer")
        assert isinstance(view, CustomerPage)
        return view

    @property
    def form(self) -> NewCustomerPage:
        view = self.assembled.window.stack.view("customer_new")
        assert isinstance(view, NewCustomerPage)
        return view

    def show(self, customer_id: int | None) -> None:
        """Choose a customer in the list."""
        self.pane.show_customer(customer_id)
        self.settle()

    def go(self, page: str, argument: object = None) -> None:
        """Open a page."""
        self.assembled.window.stack.open(page, argument)
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """Return the shown widget of this name on the page in sight."""
        page = self.assembled.window.stack.currentWidget()
        assert page is not None
        found = [widget for widget in page.findChildren(kind, name) if widget.isVisibleTo(page)]
        assert found, f"no {name} in sight"
        return found[0]

    def edit(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> InlineField:
        """Type into an inline field and press a key."""
        field = self.find(InlineField, name)
        field.begin(text)
        self.bot.keyClick(field.editor, key)
        self.settle()
        return field

    def choose(self, menu: QMenu, name: str) -> None:
        """Choose an entry of a menu, submenus included."""
        action = menu.findChild(QAction, name)
        assert action is not None, [a.objectName() for a in menu.findChildren(QAction)]
        action.trigger()
        self.settle()

    def lines(self, of: CustomerPane | CustomerPage | None = None) -> list[str]:
        """Return the titles of the timeline."""
        return [line.title for line in (of or self.pane).timeline.view.lines.lines]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.assembled.close()
    made.shop.store.close()


@pytest.fixture
def customer(desk: Desk) -> int:
    """Return a customer who is shown in the pane."""
    customer_id = desk.shop.add("王小明", "13800001234", company="甲公司", likes="绿茶")
    desk.show(customer_id)
    return customer_id


Make = Callable[..., Desk]
