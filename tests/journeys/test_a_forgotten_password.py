"""A shopkeeper sets a password, forgets it, and comes back in with the sheet from the drawer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop import app
from crm_desktop.app import Program
from crm_desktop.base.lock import WindowLock
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.register_customer import CustomerDraft, register_customer
from tests.support.counter import Hands
from tests.support.keys import MemoryVault
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
WORD, OTHER = "three green elephants", "four blue tigers"


class Shopkeeper(Hands):
    """Starts the program, works in its window, and closes it again."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        super().__init__(qtbot)
        self.application, self.options = application, ShopOptions(folder, "en")
        self.vault = MemoryVault()
        self.paper: list[str] = []
        self.program: Program | None = None
        self.dialogs: list[str] = []

    @property
    def shop(self) -> OpenShop:
        assert self.program is not None
        return self.program.shop

    def start(self, *answers: Callable[[], object]) -> None:
        """Start as a person does, and give these answers, one after the other, to the dialog before the window."""
        self.vault = self.vault.next_start()
        places = app.find_places(self.options.data_dir)
        lock = WindowLock(places.data)
        timer = self._answering(list(answers))
        try:
            shop = app._open(self.options, places, lock, self.vault)
        finally:
            timer.stop()
            lock.release()
        assert shop is not None
        self.work_in(shop)

    def _answering(self, answers: list[Callable[[], object]]) -> QTimer:
        def answer() -> None:
            if answers and self.see("locked") and self.find("locked").isEnabled():
                answers.pop(0)()

        timer = QTimer(interval=50)
        timer.timeout.connect(answer)
        timer.start()
        return timer

    def work_in(self, shop: OpenShop) -> None:
        self.program = Program(self.application, shop, self.options)
        self.program.keeper.open("customers")
        self.settle()

    def settle(self) -> None:
        assert self.program is not None
        self.qtbot.wait(100)
        self.wait(self.program.work.is_idle)
        self.qtbot.wait(20)

    def do(self, verb: str) -> None:
        assert self.program is not None
        self.program.keeper.window.verbs.run(verb)
        self.settle()

    def leave(self) -> None:
        """Close the window and end the program."""
        if self.program is None:
            return
        self.program.hooks.leave_without_backup()
        self.program.keeper.window.close()
        self.program.keeper.window.deleteLater()
        self.program.close()
        self.program = None

    # what a person does

    def put_code_on_paper(self) -> None:
        """Copy the code, and type two groups of it back."""
        self.wait_for("recoveryNext")
        self.paper = [self.read(f"recoveryCode{number}") for number in range(1, 8)]
        self.press("recoveryNext")
        for number in range(1, 8):
            if self.see(f"recoveryGroup{number}"):
                self.type(f"recoveryGroup{number}", self.paper[number - 1])
        self.press("recoveryConfirm")

    def choose(self, name: str, word: str) -> None:
        self.type(f"{name}New", word)
        self.type(f"{name}Again", word)

    def names(self) -> list[str]:
        with self.shop.store.read() as connection:
            return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer")]


@pytest.fixture
def keeper(quick_passwords: None, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shopkeeper]:
    keeper = Shopkeeper(qtbot, qapp, tmp_path / "shop")
    shop = open_shop(keeper.options, Source.WINDOW, keeper.vault)
    register_customer(shop.workplace, CustomerDraft("王小明"))
    keeper.work_in(shop)
    yield keeper
    keeper.leave()


def set_password(keeper: Shopkeeper) -> None:
    keeper.do("keys")
    keeper.wait_for("keysSet")
    keeper.press("keysSet")
    keeper.put_code_on_paper()
    keeper.wait_for("passwordNew")
    keeper.choose("password", WORD)
    keeper.press("passwordVerb")
    keeper.wait(lambda: "only with its password" in keeper.read("keysMode"))
    keeper.press("keysClose")


def open_with(keeper: Shopkeeper, word: str) -> None:
    keeper.type("lockedPassword", word)
    keeper.press("lockedOpen")


def test_a_forgotten_password_is_replaced_with_the_sheet_from_the_drawer(keeper: Shopkeeper) -> None:
    set_password(keeper)
    keeper.leave()
    keeper.start(
        lambda: open_with(keeper, "was it elephants?"),
        lambda: keeper.press("lockedForgot"),
        lambda: (keeper.type("lockedCode", "-".join(keeper.paper)), keeper.press("lockedUseCode")),
        lambda: (keeper.choose("locked", OTHER), keeper.press("lockedChoose")),
    )
    assert keeper.names() == ["王小明"]
    keeper.leave()
    keeper.start(lambda: open_with(keeper, OTHER))
    assert keeper.names() == ["王小明"]
    assert keeper.vault.keys == {}


def test_after_a_leak_the_window_opens_anew_without_asking_and_shows_the_new_code(keeper: Shopkeeper) -> None:
    set_password(keeper)
    old_paper = keeper.paper
    keeper.do("keys")
    keeper.press("keysRekey")
    keeper.wait_for("rekeyNew")
    keeper.type("rekeyCurrent", WORD)
    keeper.choose("rekey", OTHER)
    keeper.press("rekeyVerb")
    keeper.wait(lambda: keeper.program is not None and keeper.program.again)
    assert keeper.program is not None
    assert keeper.program.code_changed
    vault = keeper.shop.vault
    keeper.leave()
    keeper.work_in(open_shop(keeper.options, Source.WINDOW, vault))
    keeper.do("recovery")
    keeper.put_code_on_paper()
    assert keeper.paper != old_paper
    keeper.wait(lambda: any(notice.key == "keys.former" for notice in keeper.program.notices.standing))
    assert keeper.names() == ["王小明"]
