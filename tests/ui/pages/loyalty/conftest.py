"""A window with the Loyalty page and the pane, on a small shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Page
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.customer.record_page import CustomerPage
from crm_desktop.ui.pages.loyalty.page import loyalty_page
from crm_desktop.ui.pages.loyalty.view import LoyaltyView
from tests.support.frame import Assembled
from tests.support.shop import open_shop


class Desk:
    """The window, the shop, and short ways to press and read."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bot = qtbot
        self.shop = open_shop(folder)
        self.place = self.shop.workplace
        pages: list[Page] = [loyalty_page(self.place), customer_page(self.place)]
        self.assembled = Assembled(folder, pages, Hooks(outcome=self._outcome))
        self.toasts: list[str] = []
        self.assembled.notices.toasted.connect(lambda toast: self.toasts.append(toast.text))

    def _outcome(self, result: object) -> Outcome | None:
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        return Outcome(result, change_sentence(result))

    def open(self, page: str, argument: object = None) -> None:
        window = self.assembled.window
        window.resize(1280, 800)
        window.stack.open(page, argument)
        with self.bot.waitExposed(window):
            window.show()
        window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        self.bot.waitUntil(self.assembled.work.is_idle, timeout=10_000)
        self.bot.wait(1)
        for error in self.assembled.crashes:
            raise error

    @property
    def page(self) -> LoyaltyView:
        view = self.assembled.window.stack.view("loyalty")
        assert isinstance(view, LoyaltyView)
        return view

    @property
    def record(self) -> CustomerPage:
        view = self.assembled.window.stack.view("customer")
        assert isinstance(view, CustomerPage)
        return view

    def dialog(self) -> QDialog:
        """Return the dialog in front."""
        found = [one for one in self.assembled.window.findChildren(QDialog) if one.isVisible()]
        assert found, "no dialog is open"
        return found[-1]

    def find(self, kind: type, name: str, root: QWidget | None = None) -> QWidget:
        """Return the widget of this name that is in sight."""
        found = [one for one in (root or self.assembled.window).findChildren(kind, name) if one.isVisible()]
        assert found, f"no {name} in sight"
        return found[-1]

    def press(self, name: str) -> None:
        """Press what has this name, and wait for what follows."""
        from PySide6.QtWidgets import QAbstractButton

        self.find(QAbstractButton, name).click()
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        if text.isascii():
            self.bot.keyClicks(field, text)
        else:
            field.setText(text)
        self.bot.wait(1)

    def key(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.assembled.window.focusWidget(), key)
        self.settle()

    def text(self, name: str) -> str:
        """Read a label in sight."""
        return self.find(QLabel, name).text()

    def texts(self, root: QWidget) -> list[str]:
        """Read every label and button in sight below a widget."""
        labels = [one for one in root.findChildren(QLabel) if one.isVisible()]
        buttons = [one for one in root.findChildren(QPushButton) if one.isVisible()]
        return [one.text() for one in (*labels, *buttons) if one.text()]


Read = Callable[[], list[str]]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.assembled.close()
    made.shop.store.close()
