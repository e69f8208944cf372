"""The first run asks in two steps, keeps what was answered, and says at once what a choice means."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from crm_desktop.base.declared_settings import CURRENCY, LANGUAGE, PHONE_COUNTRY, SHOP_NAME
from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.base.text import use_language
from crm_desktop.ui import region
from crm_desktop.ui.dialogs import first_shop
from crm_desktop.ui.dialogs.first_customers import Way
from crm_desktop.ui.dialogs.first_run import FirstAnswer, FirstPlace, FirstRun
from crm_desktop.ui.theme.theme import Theme
from tests.support.counter import Hands

FOLDER = Path("/shop/data")


@pytest.fixture
def settings():
    return Settings(MemoryStore(), MemoryStore())


class Newcomer(Hands):
    """Hands on an open first run, and what it answered."""

    def __init__(self, qtbot, qapp, folder, settings, **place):
        super().__init__(qtbot)
        theme = Theme(qapp, folder)
        theme.use()
        self.answers: list[FirstAnswer] = []
        self.dialog = FirstRun(None, theme, settings, FirstPlace(FOLDER, **place))
        self.dialog.answered.connect(self.answers.append)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def key(self, name, key):
        self.qtbot.keyClick(self.find(name), key)


@pytest.fixture
def hands(qtbot, qapp, tmp_path, settings):
    return Newcomer(qtbot, qapp, tmp_path, settings, speak=use_language)


def test_the_name_of_the_shop_is_kept_with_enter_which_goes_on(hands, settings):
    hands.type("firstShop", "  龙井  茶庄 ")
    hands.key("firstShop", Qt.Key.Key_Return)
    assert settings.get(SHOP_NAME) == "龙井 茶庄"
    assert hands.see("firstChoose")
    assert hands.answers == []


def test_another_language_speaks_at_once_and_keeps_what_is_typed(hands, settings):
    hands.type("firstShop", "龙井茶庄")
    hands.press("firstTrade.gym")
    hands.press("firstLanguage.zh_CN")
    assert settings.get(LANGUAGE) == "zh_CN"
    assert hands.find("firstShop", QLineEdit).text() == "龙井茶庄"
    assert hands.dialog.shop.chosen_trade() == "gym"
    hands.press("firstLanguage.en")
    assert hands.read("firstRun.heading") == "Welcome"


def test_nothing_has_to_be_answered(hands, settings):
    hands.key("firstRun", Qt.Key.Key_Escape)
    assert settings.get(SHOP_NAME) == ""
    assert settings.get(LANGUAGE) == "system"
    assert hands.answers == [FirstAnswer()]


def test_a_trade_says_what_it_sets_up_and_may_be_none(hands):
    none = hands.read("firstTrade.says")
    hands.press("firstTrade.salon")
    said = hands.read("firstTrade.says")
    assert "Haircut, 10 times" in said
    assert "Quiet for 45 days" in said
    hands.press("firstTrade.")
    assert hands.read("firstTrade.says") == none


@pytest.mark.parametrize("way", [Way.TYPE, Way.SAMPLE, Way.BACKUP])
def test_each_way_is_answered_with_the_trade(hands, way):
    hands.press("firstTrade.pets")
    hands.press("firstNext")
    hands.press(f"firstWay.{way}")
    assert hands.answers == [FirstAnswer(way, (), "pets")]


def test_whoever_has_a_backup_need_not_answer_anything(hands):
    hands.press("firstBackup")
    assert [answer.way for answer in hands.answers] == [Way.BACKUP]


def test_back_returns_to_the_first_step_with_what_was_chosen(hands):
    hands.press("firstTrade.repair")
    hands.press("firstNext")
    hands.press("firstBack")
    assert hands.see("firstShop")
    assert hands.dialog.shop.chosen_trade() == "repair"


def test_a_list_dropped_on_either_step_is_taken(hands, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "会员.xlsx"))])
    copy, left, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(hands.dialog, QDragEnterEvent(QPoint(9, 9), copy, data, left, no_key))
    assert "会员.xlsx" in hands.read("dropOverlay")
    QApplication.sendEvent(hands.dialog, QDropEvent(QPointF(9, 9), copy, data, left, no_key))
    assert hands.answers == [FirstAnswer(Way.FILES, (tmp_path / "会员.xlsx",))]


def test_a_click_on_the_place_to_drop_asks_for_the_file(hands, tmp_path):
    (tmp_path / "会员.csv").write_text("姓名\n李娜\n", encoding="utf-8")
    hands.press("firstNext")
    hands.qtbot.mouseClick(hands.find("firstDrop"), Qt.MouseButton.LeftButton)
    hands.choose_file(tmp_path / "会员.csv")
    hands.wait(lambda: bool(hands.answers))
    assert hands.answers[0].files == (tmp_path / "会员.csv",)


def test_the_computers_region_is_proposed(qtbot, qapp, tmp_path, settings, monkeypatch):
    monkeypatch.setattr(first_shop, "country_of_computer", lambda: "GB")
    hands = Newcomer(qtbot, qapp, tmp_path, settings, speak=use_language)
    hands.key("firstRun", Qt.Key.Key_Escape)
    assert (settings.get(PHONE_COUNTRY), settings.get(CURRENCY)) == ("GB", "GBP")


def test_a_currency_chosen_by_hand_stays_when_the_country_changes(hands, settings):
    choose(hands, "firstCurrency", "USD")
    choose(hands, "firstCountry", "JP")
    hands.press("firstNext")
    assert (settings.get(PHONE_COUNTRY), settings.get(CURRENCY)) == ("JP", "USD")


def test_later_only_what_makes_sense_is_offered(qtbot, qapp, tmp_path, settings, monkeypatch):
    monkeypatch.setattr(first_shop, "country_of_computer", lambda: "GB")
    hands = Newcomer(qtbot, qapp, tmp_path, settings, asks_trade=False, is_empty=False)
    assert not hands.see("firstLanguage")
    assert not hands.see("firstTrade")
    assert not hands.see("firstBackup")
    hands.press("firstNext")
    assert [hands.see(f"firstWay.{way}") for way in (Way.TYPE, Way.SAMPLE, Way.BACKUP)] == [True, False, False]
    assert settings.get(PHONE_COUNTRY) == "CN"


def test_countries_have_their_currencies():
    assert [region.currency_of(code) for code in ("CN", "GB", "JP", "DE")] == ["CNY", "GBP", "JPY", "EUR"]


def choose(hands, name, value):
    """Choose in a list as a click does."""
    box = hands.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
