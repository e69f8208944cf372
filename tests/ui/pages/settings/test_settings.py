"""The page of settings is made of the declarations, and every change counts at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crm_desktop.base.declared_settings import (
    ALL_SETTINGS,
    COMPLETENESS,
    CURRENCY,
    MASK_PHONES,
    PHONE_COUNTRY,
    SHOP_NAME,
    TEXT_SIZE,
    THEME,
    TIME_ZONE,
)
from crm_desktop.base.settings import Kind, MemoryStore, Settings
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.main_window import Hooks
from crm_desktop.ui.pages.settings.page import settings_page
from crm_desktop.ui.pages.settings.view import SettingsView
from tests.support.frame import Assembled, plain_page

W = TypeVar("W", bound=QWidget)


class Opened:
    """The page of settings in a window, and what it keeps."""

    def __init__(self, folder: Path, shop: MemoryStore | None) -> None:
        self.settings = Settings(MemoryStore({"language": "en"}), shop)
        self.assembled = Assembled(folder, [plain_page("today"), settings_page()], Hooks(), self.settings)
        self.window = self.assembled.window
        self.window.verbs.add(Verb("keys", "Password and ke&y …", self._noted))
        self.went: list[str] = []
        self.window.show()
        self.window.verbs.run("tools.settings")
        view = self.window.stack.view("settings")
        assert isinstance(view, SettingsView)
        self.page = view

    def _noted(self) -> None:
        self.went.append("keys")

    def find(self, kind: type[W], name: str) -> W:
        return next(one for one in self.page.findChildren(kind) if one.objectName() == name)

    def choose(self, key: str, value: str) -> None:
        box = self.find(QComboBox, f"setting.{key}")
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def shown(self) -> list[str]:
        titles = {label.objectName(): label for label in self.page.findChildren(QLabel)}
        labels = {setting.key: titles.get(f"setting.{setting.key}.title") for setting in ALL_SETTINGS}
        return [key for key, label in labels.items() if label is not None and not label.isHidden()]


@pytest.fixture
def open_settings(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    made: list[Opened] = []

    def make(shop: MemoryStore | None = None) -> Opened:
        made.append(Opened(tmp_path, shop))
        return made[-1]

    yield make
    for opened in made:
        opened.assembled.close()


@pytest.fixture
def opened(open_settings: Callable[..., Opened]) -> Opened:
    return open_settings(MemoryStore())


def test_each_kind_is_kept_at_once(opened: Opened) -> None:
    opened.choose("theme", "dark")
    opened.choose("currency", "JPY")
    opened.choose("phone_country", "TW")
    opened.choose("time_zone", "Asia/Shanghai")
    opened.find(QSpinBox, "setting.text_size").setValue(150)
    opened.find(QCheckBox, "setting.mask_phones").setChecked(True)
    name = opened.find(QLineEdit, "setting.shop_name")
    name.setText(" 翼龙茶庄 ")
    name.editingFinished.emit()
    kept = [
        opened.settings.get(s) for s in (THEME, CURRENCY, PHONE_COUNTRY, TIME_ZONE, TEXT_SIZE, MASK_PHONES, SHOP_NAME)
    ]
    assert kept == ["dark", "JPY", "TW", "Asia/Shanghai", 150, True, "翼龙茶庄"]


def test_settings_without_a_place_are_not_shown(open_settings: Callable[..., Opened]) -> None:
    look = ["language", "theme", "text_size", "density", "starts_with"]
    assert open_settings().shown() == [*look, "slip_width", "slip_after_sale", "hears_scanner", "reminds"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("country", ["phone_country"]), ("mask phone", ["mask_phones"]), ("dark", ["theme"]), ("zzz", [])],
)
def test_search_finds_by_title_help_and_choice(opened: Opened, text: str, found: list[str]) -> None:
    opened.page.search.set_query(text)
    assert opened.shown() == found
    assert opened.find(QLabel, "settingsNothing").isHidden() == bool(found)


def test_a_value_that_does_not_fit_is_said_beside(opened: Opened) -> None:
    name = opened.find(QLineEdit, "setting.shop_name")
    name.setText("x" * 201)
    name.editingFinished.emit()
    problem = opened.find(QLabel, "setting.shop_name.problem")
    assert (opened.settings.get(SHOP_NAME), problem.isHidden()) == ("", False)


def test_what_is_in_force_is_chosen(open_settings: Callable[..., Opened]) -> None:
    opened = open_settings(MemoryStore({"currency": "XAF", "phone_country": "JP"}))
    assert opened.find(QComboBox, "setting.currency").currentData() == "XAF"
    assert "日本" in opened.find(QComboBox, "setting.phone_country").currentText()


def test_every_zone_on_offer_is_one(opened: Opened) -> None:
    box = opened.find(QComboBox, "setting.time_zone")
    assert box.itemData(0) == "system"
    assert all(QTimeZone.isTimeZoneIdAvailable(box.itemData(i).encode()) for i in range(1, box.count()))


def test_what_a_complete_card_has_is_ticked(opened: Opened) -> None:
    for part in ("gender", "address"):
        opened.find(QCheckBox, f"setting.completeness_parts.{part}").click()
    kept = opened.settings.get(COMPLETENESS).split(",")
    assert ("gender" in kept, "address" in kept, "phone" in kept) == (False, True, True)


def test_every_control_has_a_name(opened: Opened) -> None:
    controls = [
        control
        for kind in (QComboBox, QSpinBox, QCheckBox, QLineEdit)
        for control in opened.page.findChildren(kind)
        if control.objectName().startswith("setting.") and control.objectName().count(".") == 1
    ]
    assert len(controls) == len([setting for setting in ALL_SETTINGS if setting.kind is not Kind.TICKS])
    assert all(control.accessibleName() for control in controls)


def test_a_changed_setting_goes_back_to_the_usual_value(opened: Opened) -> None:
    usual = opened.find(QToolButton, "setting.text_size.usual")
    assert usual.isHidden()
    opened.find(QSpinBox, "setting.text_size").setValue(150)
    assert not usual.isHidden()
    usual.click()
    assert (opened.settings.get(TEXT_SIZE), opened.find(QSpinBox, "setting.text_size").value()) == (100, 100)
    assert usual.isHidden()


def test_what_a_key_changed_is_shown(opened: Opened) -> None:
    opened.window.verbs.run("view.larger")
    assert opened.find(QSpinBox, "setting.text_size").value() == 110


def test_a_change_that_was_refused_does_not_stand(opened: Opened) -> None:
    opened.find(QCheckBox, "setting.mask_phones").setChecked(True)
    opened.settings._stores[MASK_PHONES.scope].set(MASK_PHONES.key, False)  # as the shop does that says no
    opened.assembled.notices.say("No.")
    assert not opened.find(QCheckBox, "setting.mask_phones").isChecked()


def test_what_is_set_up_elsewhere_is_found_and_opened(opened: Opened) -> None:
    opened.page.search.set_query("password")
    assert opened.shown() == []
    opened.find(QPushButton, "button.keys").click()
    assert opened.went == ["keys"]


def test_a_group_is_brought_to_the_top(opened: Opened) -> None:
    button = opened.find(QToolButton, "settings.group.privacy")
    button.click()
    assert button.isChecked()
    bar = opened.page.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(0)
    assert opened.find(QToolButton, "settings.group.look").isChecked()
