"""The first start asks for language and shop name in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.declared_settings import LANGUAGE, SHOP_NAME
from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.base.text import use_language
from crm_desktop.ui.dialogs.welcome import WelcomeDialog
from crm_desktop.ui.theme.theme import Theme
from tests.support.counter import Hands


@pytest.fixture
def settings():
    return Settings(MemoryStore(), MemoryStore())


@pytest.fixture
def hands(qapp, qtbot, tmp_path, settings):
    theme = Theme(qapp, tmp_path)
    theme.use()
    dialog = WelcomeDialog(None, theme, settings, use_language)
    qtbot.addWidget(dialog)
    dialog.show()
    return Hands(qtbot)


def test_the_name_of_the_shop_is_kept_with_enter(hands, settings):
    hands.type("welcomeShop", "  龙井  茶庄 ")
    hands.qtbot.keyClick(hands.find("welcomeShop"), Qt.Key.Key_Return)
    assert settings.get(SHOP_NAME) == "龙井 茶庄"
    assert not hands.see("welcomeDialog")


def test_another_language_speaks_at_once_and_keeps_what_is_typed(hands, settings):
    hands.type("welcomeShop", "龙井茶庄")
    hands.press("welcomeLanguage.zh_CN")
    assert settings.get(LANGUAGE) == "zh_CN"
    assert hands.find("welcomeShop", QLineEdit).text() == "龙井茶庄"
    hands.press("welcomeLanguage.en")
    assert hands.read("welcomeDialog.heading") == "Welcome"


def test_nothing_has_to_be_answered(hands, settings):
    hands.qtbot.keyClick(hands.find("welcomeDialog"), Qt.Key.Key_Escape)
    assert settings.get(SHOP_NAME) == ""
    assert settings.get(LANGUAGE) == "system"


def test_whoever_has_a_backup_says_so_here(hands, settings):
    dialog = hands.find("welcomeDialog")
    assert isinstance(dialog, WelcomeDialog)
    hands.press("welcomeBackup")
    assert dialog.has_backup
    assert not hands.see("welcomeDialog")
