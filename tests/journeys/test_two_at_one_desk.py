"""An owner and a clerk share one computer: each comes in with her PIN, and sees and may what is hers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.app import Program
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.journal import Source
from crm_desktop.domain.roles import Role
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.pins import reset_pin, set_own_pin
from crm_desktop.services.register_customer import register_customer
from crm_desktop.ui.lock import LOCK, SWITCH
from crm_desktop.ui.main_window import MainWindow
from tests.support.keys import MemoryVault
from tests.support.shop import phone_contact
from tests.support.staff import hire

PHONE = "13812345678"


class Desk:
    """The program, started locked."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self.bot = qtbot
        vault, options = MemoryVault(), ShopOptions(folder, "en")
        first = open_shop(options, Source.WINDOW, vault)
        place = first.workplace
        register_customer(place, CustomerDraft("王小明", {}, (phone_contact(PHONE),)))
        reset_pin(place, hire(place, "小李", Role.CLERK), "4711")
        set_own_pin(place, "2580")
        first.close()
        self.shop: OpenShop = open_shop(options, Source.WINDOW, vault)
        self.program = Program(application, self.shop, options)
        self.program._show_or_ask()
        self.wait(lambda: self.sees("lock.person.1"))

    @property
    def window(self) -> MainWindow:
        return self.program.keeper.window

    def wait(self, reached) -> None:
        self.bot.waitUntil(reached, timeout=30_000)

    def settle(self) -> None:
        self.bot.wait(200)
        self.wait(self.program.work.is_idle)
        self.bot.wait(20)

    def sees(self, name: str) -> bool:
        return self.find(name) is not None

    def find(self, name: str) -> QWidget | None:
        for top in QApplication.topLevelWidgets():
            for widget in top.findChildren(QWidget, name) if top.isVisible() else ():
                if widget.isVisible():
                    return widget
        return None

    def sign_in(self, number: int, pin: str) -> None:
        card = self.find(f"lock.person.{number}")
        assert isinstance(card, QToolButton)
        card.click()
        self.give(pin)

    def give(self, pin: str) -> None:
        field = self.find("lock.pin.field")
        assert isinstance(field, QLineEdit)
        field.setText(pin)
        self.bot.keyClick(field, Qt.Key.Key_Return)
        self.wait(lambda: not self.sees("lockView"))
        self.settle()

    def phone(self) -> str:
        view = self.window.stack.view("customers")
        model = view.model  # type: ignore[attr-defined]
        return str(model.index(0, 1).data(Qt.ItemDataRole.DisplayRole))

    def close(self) -> None:
        self.program.hooks.leave_without_backup()
        self.window.close()
        self.window.deleteLater()
        self.program.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path / "shop")
    yield made
    made.close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_each_sees_and_may_what_is_hers(desk: Desk) -> None:
    assert desk.program.keeper._window is None, "nothing of the shop is made before somebody is let in"
    desk.sign_in(1, "2580")
    assert desk.phone() == "138 1234 5678"
    assert desk.window.verbs.action("export").isEnabled()

    desk.window.verbs.run(SWITCH)
    first = desk.window
    desk.sign_in(2, "4711")
    assert desk.window is not first
    assert desk.phone() == "138 **** 5678"
    assert not desk.window.verbs.action("export").isEnabled()
    assert "Export and print lists" in desk.window.verbs.action("export").toolTip()

    desk.window.verbs.run(LOCK)
    assert desk.sees("lockOverlay")
    desk.give("4711")
    assert desk.phone() == "138 **** 5678"

    desk.window.verbs.run(SWITCH)
    desk.sign_in(1, "2580")
    assert desk.phone() == "138 1234 5678"
    assert desk.window.verbs.action("export").isEnabled()
