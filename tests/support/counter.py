"""A real shop behind a real window: what the flows' dialogs are driven with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.clock import clock_from
from crm_desktop.domain.journal import ChangeSet, Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.page import import_page
from crm_desktop.ui.pages.imports.page import imports_page
from crm_desktop.ui.pages.staff.page import staff_page
from tests.support.frame import Assembled, plain_page
from tests.support.keys import MemoryVault
from tests.support.shop import NOON, Shop


class Hands:
    """Finds widgets by objectName in every open window, presses and reads them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the widget in sight with this name."""
        found = find(name, kind)
        assert found is not None, f"{name} is not in sight"
        return found

    def press(self, name: str) -> None:
        button = self.find(name, QAbstractButton)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), f"{name} cannot be pressed"
        button.click()

    def read(self, name: str) -> str:
        widget = self.find(name)
        assert isinstance(widget, QLabel | QLineEdit | QAbstractButton)
        return widget.text()

    def type(self, name: str, text: str) -> None:
        field = self.find(name, QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(text)

    def wait(self, true: Callable[[], bool], timeout: int = 20_000) -> None:
        self.qtbot.waitUntil(true, timeout=timeout)

    def see(self, name: str) -> bool:
        return find(name) is not None

    def wait_for(self, name: str) -> None:
        self.wait(lambda: find(name) is not None)

    def choose_file(self, path: Path) -> None:
        """Answer the open file dialog."""
        self.wait(lambda: open_file_dialog() is not None)
        dialog = open_file_dialog()
        assert dialog is not None
        dialog.setDirectory(str(path.parent))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
        dialog.accept()


class Counter(Hands, Assembled):
    """A window over an open shop."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        Hands.__init__(self, qtbot)
        self.toasts: list[str] = []
        self.shop: OpenShop = open_shop(
            ShopOptions(data_dir=folder / "data"), Source.WINDOW, MemoryVault(), clock_from(NOON)
        )
        hooks = Hooks(outcome=lambda result: Outcome(result) if isinstance(result, ChangeSet) else None)
        place = self.shop.workplace
        pages = [plain_page("customers"), import_page(self.shop), imports_page(place), staff_page(place)]
        Assembled.__init__(self, folder, pages, hooks)
        self.notices.toasted.connect(lambda toast: self.toasts.append(toast.text))
        self.window.stack.open("customers")
        self.window.show()

    @property
    def frame(self) -> Frame:
        return self.window.frame

    @property
    def shelf(self) -> Shop:
        """The shop as the builders of other tests know it."""
        return Shop(self.shop.store, self.shop.workplace)

    def close(self) -> None:
        assert not self.crashes, self.crashes
        for dialog in open_dialogs():
            dialog.close()
        Assembled.close(self)
        self.shop.close()


def open_dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def open_file_dialog() -> QFileDialog | None:
    return next((dialog for dialog in open_dialogs() if isinstance(dialog, QFileDialog)), None)


def find(name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
    """Return the widget with this name that can be seen, the newest window first."""
    for window in reversed([w for w in QApplication.topLevelWidgets() if w.isVisible()]):
        if window.objectName() == name:
            return window
        for widget in window.findChildren(kind, name):
            if widget.isVisible():
                return widget
    return None


def memory_at(folder: Path) -> QSettings:
    return QSettings(str(folder / "memory.ini"), QSettings.Format.IniFormat)
