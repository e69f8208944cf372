"""From an empty folder to the first customer found, with every press of a key or button on the way counted."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.app import Program
from crm_desktop.base.declared_settings import CURRENCY, LANGUAGE, SHOP_NAME
from crm_desktop.domain.journal import Source
from crm_desktop.services.begin_trade import has_rules_and_plans
from crm_desktop.services.check_database import check_database
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.ui.dialogs.first_run import FirstRun
from crm_desktop.ui.first_run import is_first
from crm_desktop.ui.help.window import GuideWindow
from tests.journeys.conftest import Counter
from tests.support.data import real_data
from tests.support.keys import MemoryVault

MOST_PRESSES = 20
"""Keys and clicks from the first start to the first customer found, the shop's name and the search typed out."""

MEMBERS = [
    ["姓名", "手机", "生日", "积分"],
    ["王小明", "13800001234", "1990-05-01", 1288],
    ["李娜", "13900002345", "1988-11-20", 66],
    ["曾丽", "13600004567", "1992-02-29", 0],
]


class Newcomer(Counter):
    """Somebody who starts the program for the first time; every press is counted."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self.bot = qtbot
        self.presses = 0
        options = ShopOptions(folder)
        self.shop = open_shop(options, Source.WINDOW, MemoryVault())
        self.program = Program(application, self.shop, options)
        self.program.show()
        self.wait(lambda: self.sees("firstRun.heading"))

    @property
    def dialog(self) -> FirstRun:
        return self.find_top(FirstRun)

    def find_top(self, kind: type[FirstRun]) -> FirstRun:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())

    def keyboard(self) -> QWidget:
        """Return where the keyboard is."""
        found = QApplication.focusWidget() or self.window.focusWidget()
        assert found is not None
        return found

    def key(self, key: Qt.Key) -> None:
        """Press a key wherever the keyboard is."""
        self.presses += 1
        self.bot.keyClick(self.keyboard(), key)
        self.bot.wait(20)

    def click(self, name: str) -> None:
        """Click a button."""
        self.presses += 1
        self.bot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)
        self.bot.wait(20)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is; what an input method makes of it arrives as a whole."""
        self.presses += len(text)
        field = self.keyboard()
        assert isinstance(field, QLineEdit), field
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            field.insert(text)

    def pick(self, file: Path) -> None:
        """Pick a file in the system's dialog: a click on it, and Enter."""
        self.presses += 2
        self.wait(lambda: bool(self._file_dialogs()))
        dialog = self._file_dialogs()[0]
        dialog.setDirectory(str(file.parent))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(file))
        dialog.accept()

    def through_the_wizard(self) -> None:
        """Enter, Enter, and Enter to the list: whoever is content with what is proposed."""
        for step in ("file", "dry_run"):
            self.wait(lambda step=step: self.sees(f"wizard.{step}") and self.can_press("wizard.primary"))  # type: ignore[misc]
            self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.sees("wizard.undo"))
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.window.stack.current_id == "customers")
        self.settle()

    def _file_dialogs(self) -> list[QFileDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]

    def close(self) -> None:
        self.program.settings.set(LANGUAGE, "en")
        self.settle()
        super().close()


@pytest.fixture
def newcomer(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Newcomer]:
    made = Newcomer(qtbot, qapp, tmp_path / "shop")
    yield made
    made.close()


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """Return a list of members as a shop keeps one."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in MEMBERS:
        sheet.append(row)
    book.save(tmp_path / "会员.xlsx")
    return tmp_path / "会员.xlsx"


def begin_in_chinese(newcomer: Newcomer) -> None:
    """Answer the first step: language, name, trade, and on."""
    newcomer.click("firstLanguage.zh_CN")
    newcomer.dialog.shop.focus_first()
    newcomer.type("龙井茶庄")
    newcomer.click("firstTrade.tea_wine")
    newcomer.key(Qt.Key.Key_Return)


def find_first(newcomer: Newcomer, typed: str) -> list[str]:
    """Find somebody by typing."""
    newcomer.do("edit.find")
    newcomer.presses += 1
    newcomer.type(typed)
    newcomer.settle()
    return newcomer.names()


@pytest.mark.parametrize("file", ["members", "chinook"])
def test_from_nothing_to_the_first_customer_found(newcomer: Newcomer, members: Path, file: str) -> None:
    workbook = members if file == "members" else real_data("chinook", "customers.xlsx")
    begin_in_chinese(newcomer)
    newcomer.key(Qt.Key.Key_Return)
    newcomer.pick(workbook)
    newcomer.through_the_wizard()
    found = find_first(newcomer, "wxm" if file == "members" else "luis")
    assert "王小明" in found or "Luís Gonçalves" in found
    assert newcomer.presses <= MOST_PRESSES, newcomer.presses
    assert newcomer.window.windowTitle().startswith("龙井茶庄")
    assert has_rules_and_plans(newcomer.shop.workplace) == (True, True)
    assert check_database(newcomer.shop.workplace).is_clean


def test_whoever_skips_everything_stands_before_an_empty_book(newcomer: Newcomer) -> None:
    newcomer.key(Qt.Key.Key_Escape)
    newcomer.settle()
    assert newcomer.presses == 1
    assert [newcomer.sees(name) for name in ("empty.import", "empty.new", "empty.demo")] == [True, True, True]
    assert has_rules_and_plans(newcomer.shop.workplace) == (False, False)
    assert SHOP_NAME.key not in read_settings(newcomer.shop.workplace)


def test_what_was_answered_before_skipping_is_kept_and_asked_again_from_the_menu(newcomer: Newcomer) -> None:
    newcomer.type("Longjing")
    newcomer.key(Qt.Key.Key_Return)
    newcomer.key(Qt.Key.Key_Escape)
    newcomer.settle()
    assert newcomer.window.windowTitle().startswith("Longjing")
    newcomer.do("help.first")
    newcomer.wait(lambda: newcomer.sees("firstRun.heading"))
    assert newcomer.find(QLineEdit, "firstShop").text() == "Longjing"
    newcomer.click("firstTrade.gym")
    newcomer.key(Qt.Key.Key_Escape)
    newcomer.wait(lambda: has_rules_and_plans(newcomer.shop.workplace) == (True, True))
    newcomer.settle()
    newcomer.do("edit.undo")
    assert has_rules_and_plans(newcomer.shop.workplace) == (False, False)


def test_the_first_customer_is_typed_and_the_code_is_offered_then(newcomer: Newcomer) -> None:
    newcomer.key(Qt.Key.Key_Return)
    newcomer.click("firstWay.type")
    newcomer.wait(lambda: newcomer.sees("new.name"))
    assert not newcomer.sees("recoveryDialog.heading")
    newcomer.type("Li Na")
    newcomer.press("new.save")
    newcomer.wait(lambda: newcomer.sees("notice"))
    newcomer.do("recovery")
    newcomer.wait(lambda: newcomer.sees("recoveryDialog.heading"))
    newcomer.press("recoveryLater")


def test_the_sample_shop_comes_with_its_own_rules(newcomer: Newcomer) -> None:
    newcomer.click("firstTrade.repair")
    newcomer.key(Qt.Key.Key_Return)
    newcomer.click("firstWay.sample")
    newcomer.wait(lambda: newcomer.list.model.rowCount() > 100)
    newcomer.settle()
    assert check_database(newcomer.shop.workplace).is_clean


def test_the_guide_answers_its_key_over_the_first_questions(newcomer: Newcomer) -> None:
    newcomer.key(Qt.Key.Key_F1)
    newcomer.wait(lambda: newcomer.dialog.findChild(GuideWindow) is not None)
    guide = newcomer.dialog.findChild(GuideWindow)
    assert guide.isVisible()
    guide.close()
    newcomer.click("firstLater")
    newcomer.settle()


def test_another_country_brings_its_currency(newcomer: Newcomer) -> None:
    country = newcomer.find(QComboBox, "firstCountry")
    country.setCurrentIndex(country.findData("JP"))
    country.activated.emit(country.currentIndex())
    newcomer.key(Qt.Key.Key_Escape)
    newcomer.settle()
    assert newcomer.program.settings.get(CURRENCY) == "JPY"


def test_a_backup_is_asked_for_over_the_new_window(newcomer: Newcomer) -> None:
    newcomer.click("firstBackup")
    newcomer.wait(lambda: newcomer.sees("restoreDialog.heading"))
    newcomer.press("restoreCancel")
    assert not newcomer.sees("recoveryDialog.heading")


def test_whoever_lost_power_over_the_questions_is_asked_again(newcomer: Newcomer, qapp: QApplication) -> None:
    newcomer.dialog.answered.disconnect()
    newcomer.dialog.done(0)
    assert is_first(newcomer.shop, newcomer.program._memory)
    again = Program(qapp, dataclasses.replace(newcomer.shop, is_new=False), ShopOptions(newcomer.shop.places.data.path))
    newcomer.program.work.close()
    newcomer.program = again
    again.show()
    newcomer.wait(lambda: newcomer.sees("firstRun.heading"))
    newcomer.dialog.reject()
    newcomer.settle()
    assert not is_first(again.shop, again._memory)
