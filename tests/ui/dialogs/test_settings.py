"""The settings dialog is made of the declarations, and every change counts at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox
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
from crm_desktop.ui.dialogs.settings import SettingsDialog
from crm_desktop.ui.theme.theme import Theme


class Opened:
    """An open settings dialog and what it keeps."""

    def __init__(self, folder: Path, shop: MemoryStore | None) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme = Theme(application, folder)
        theme.use()
        self.settings = Settings(MemoryStore(), shop)
        self.dialog = SettingsDialog(None, self.settings, ALL_SETTINGS, theme)  # type: ignore[arg-type]

    def choose(self, key: str, value: str) -> None:
        box = self.dialog.findChild(QComboBox, f"setting.{key}")
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def shown(self) -> list[str]:
        keys = [setting.key for setting in ALL_SETTINGS]
        labels = [self.dialog.findChild(QLabel, f"setting.{key}.title") for key in keys]
        return [key for key, label in zip(keys, labels, strict=True) if label is not None and not label.isHidden()]


@pytest.fixture
def open_settings(qtbot: QtBot, tmp_path: Path) -> Callable[..., Opened]:
    def make(shop: MemoryStore | None = None) -> Opened:
        opened = Opened(tmp_path, shop)
        qtbot.addWidget(opened.dialog)
        return opened

    return make


@pytest.fixture
def opened(open_settings: Callable[..., Opened]) -> Opened:
    return open_settings(MemoryStore())


def test_each_kind_is_kept_at_once(opened: Opened) -> None:
    opened.choose("theme", "dark")
    opened.choose("currency", "JPY")
    opened.choose("phone_country", "TW")
    opened.choose("time_zone", "Asia/Shanghai")
    opened.dialog.findChild(QSpinBox, "setting.text_size").setValue(150)
    opened.dialog.findChild(QCheckBox, "setting.mask_phones").setChecked(True)
    name = opened.dialog.findChild(QLineEdit, "setting.shop_name")
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
    opened.dialog.search.set_query(text)
    assert opened.shown() == found
    assert opened.dialog.findChild(QLabel, "settingsNothing").isHidden() == bool(found)


def test_a_value_that_does_not_fit_is_said_beside(opened: Opened) -> None:
    name = opened.dialog.findChild(QLineEdit, "setting.shop_name")
    name.setText("x" * 201)
    name.editingFinished.emit()
    problem = opened.dialog.findChild(QLabel, "setting.shop_name.problem")
    assert (opened.settings.get(SHOP_NAME), problem.isHidden()) == ("", False)


def test_what_is_in_force_is_chosen(open_settings: Callable[..., Opened]) -> None:
    opened = open_settings(MemoryStore({"currency": "XAF", "phone_country": "JP"}))
    assert opened.dialog.findChild(QComboBox, "setting.currency").currentData() == "XAF"
    assert "日本" in opened.dialog.findChild(QComboBox, "setting.phone_country").currentText()


def test_every_zone_on_offer_is_one(opened: Opened) -> None:
    box = opened.dialog.findChild(QComboBox, "setting.time_zone")
    assert box.itemData(0) == "system"
    assert all(QTimeZone.isTimeZoneIdAvailable(box.itemData(i).encode()) for i in range(1, box.count()))


def test_what_a_complete_card_has_is_ticked(opened: Opened) -> None:
    for part in ("gender", "address"):
        opened.dialog.findChild(QCheckBox, f"setting.completeness_parts.{part}").click()
    kept = opened.settings.get(COMPLETENESS).split(",")
    assert ("gender" in kept, "address" in kept, "phone" in kept) == (False, True, True)


def test_every_control_has_a_name(opened: Opened) -> None:
    controls = [
        control
        for kind in (QComboBox, QSpinBox, QCheckBox, QLineEdit)
        for control in opened.dialog.findChildren(kind)
        if control.objectName().startswith("setting.") and control.objectName().count(".") == 1
    ]
    assert len(controls) == len([setting for setting in ALL_SETTINGS if setting.kind is not Kind.TICKS])
    assert all(control.accessibleName() for control in controls)
