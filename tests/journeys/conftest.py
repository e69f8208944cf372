"""The whole program on a new folder, and short ways to use it as a shopkeeper does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.app import Program
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.pages.customers.view import CustomersView
from tests.support.keys import MemoryVault
from tests.support.tidied import tidied

__all__ = ["tidied"]

W = TypeVar("W", bound=QWidget)


class Counter:
    """The program at work."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path, vault: MemoryVault | None = None) -> None:
        self.bot = qtbot
        options = ShopOptions(folder, "en")
        self.shop: OpenShop = open_shop(options, Source.WINDOW, vault or MemoryVault())
        self.program = Program(application, self.shop, options)
        self.program._memory.setValue("recovery/offered", "1")  # the notice of a first day is a story of its own
        self.program.keeper.open("customers")
        self.settle()

    @property
    def window(self) -> MainWindow:
        return self.program.keeper.window

    @property
    def list(self) -> CustomersView:
        view = self.window.stack.view("customers")
        assert isinstance(view, CustomersView)
        return view

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        self.bot.wait(150)
        self.wait(self.program.work.is_idle)
        self.bot.wait(20)

    def wait(self, reached: Callable[[], bool]) -> None:
        self.bot.waitUntil(reached, timeout=30_000)

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of this name that can be seen, dialogs first."""
        for window in (*QApplication.topLevelWidgets(), self.window):
            for widget in window.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        raise AssertionError(f"no {name} in sight")

    def sees(self, name: str) -> bool:
        return any(w.isVisible() for top in QApplication.topLevelWidgets() for w in top.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Press a button."""
        self.find(QPushButton, name).click()
        self.settle()

    def do(self, verb: str) -> None:
        """Choose something from the menu."""
        self.window.verbs.run(verb)
        self.settle()

    def can_press(self, name: str) -> bool:
        """Tell whether a button is in sight and can be pressed."""
        return self.sees(name) and self.find(QPushButton, name).isEnabled()

    def bring_in(self, file: Path) -> None:
        """Import a file as who is content with what the program proposes: Enter, Enter, and to the list."""
        self.program.flows.import_files([file])
        for step in ("file", "dry_run"):
            self.wait(lambda step=step: self.sees(f"wizard.{step}") and self.can_press("wizard.primary"))  # type: ignore[misc]
            self.bot.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)
        self.wait(lambda: self.sees("wizard.undo"))
        self.bot.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)
        self.settle()

    def search(self, text: str) -> list[str]:
        """Type into the search box; return the names that show."""
        self.window.verbs.run("edit.find")
        field = QApplication.focusWidget() or self.window.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(text)
        self.settle()
        return self.names()

    def names(self, limit: int = 60) -> list[str]:
        """Return the names in the list."""
        model = self.list.model
        shown = [model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in range(min(model.rowCount(), limit))]
        return [str(name) for name in shown]

    def close(self) -> None:
        self.program.keeper.speak("en")
        self.program.hooks.leave_without_backup()
        self.window.close()
        self.window.deleteLater()
        self.program.close()


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Counter]:
    made = Counter(qtbot, qapp, tmp_path / "shop")
    yield made
    made.close()
