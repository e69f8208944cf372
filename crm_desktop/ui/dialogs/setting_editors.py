"""The control for each kind of setting; a change is handed on at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from crm_desktop.base.settings import Kind, Setting
from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named

CURRENCIES = ("CNY", "HKD", "TWD", "MOP", "USD", "EUR", "GBP", "JPY", "KRW", "SGD", "MYR", "THB", "VND", "IDR", "PHP",
              "INR", "AUD", "NZD", "CAD", "CHF", "AED", "RUB", "BRL", "MXN", "ZAR")  # fmt: skip


def make_editor(setting: Setting[Any], value: Any, keep: Callable[[object], None]) -> QWidget:
    """Return a control that shows a value and hands each new one to `keep`, whether the setting accepts it or not."""
    return _MAKERS[setting.kind](setting, value, keep)


Keep = Callable[[object], None]


def _choice(setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    return _combo(list(setting.choices()) if setting.choices else [], value, keep)


def _country(_setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    return _combo(sorted(countries(), key=lambda pair: pair[0]), value, keep)


def _currency(_setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    codes = list(CURRENCIES) if value in CURRENCIES else [value, *CURRENCIES]
    return _combo([(code, currency_text(code)) for code in codes], value, keep)


def _zone(_setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    names = sorted(bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    places = [(name, name.replace("_", " ")) for name in names if "/" in name and not name.startswith("Etc/")]
    return _combo([("system", _T("Settings", "Like this computer")), *places], value, keep)


def _text(_setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    field = QLineEdit(str(value))
    field.editingFinished.connect(lambda: keep(field.text().strip()))
    return field


def _number(setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    spin = QSpinBox(minimum=setting.minimum, maximum=setting.maximum, singleStep=setting.step, suffix=setting.suffix)
    spin.setValue(int(value))
    spin.setKeyboardTracking(False)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    spin.valueChanged.connect(keep)
    return spin


def _switch(_setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    box = QCheckBox()
    box.setChecked(bool(value))
    box.toggled.connect(keep)
    return box


def _ticks(setting: Setting[Any], value: Any, keep: Keep) -> QWidget:
    """Return a box to tick for each choice, one under the other."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    ticked = set(str(value).split(","))
    boxes: list[tuple[str, QCheckBox]] = []

    def tell() -> None:
        keep(",".join(key for key, box in boxes if box.isChecked()))

    for key, word in setting.choices() if setting.choices else ():
        box = named(QCheckBox(word.replace("&", "&&")), f"setting.{setting.key}.{key}", word)
        box.setChecked(key in ticked)
        box.toggled.connect(tell)
        boxes.append((str(key), box))
        column.addWidget(box)
    if boxes:
        held.setFocusProxy(boxes[0][1])
    return held


_MAKERS: dict[Kind, Callable[[Setting[Any], Any, Keep], QWidget]] = {
    Kind.CHOICE: _choice,
    Kind.COUNTRY: _country,
    Kind.CURRENCY: _currency,
    Kind.ZONE: _zone,
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.SWITCH: _switch,
    Kind.TICKS: _ticks,
}


class CalmCombo(QComboBox):
    """A combo box of any length that the wheel scrolls past instead of changing it by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _combo(choices: list[tuple[Any, str]], value: Any, keep: Keep) -> QComboBox:
    box = CalmCombo()
    for choice, text in choices:
        box.addItem(text, choice)
    box.setCurrentIndex(max(0, [choice for choice, _ in choices].index(value)))
    box.activated.connect(lambda index: keep(box.itemData(index)))
    return box


def countries() -> list[tuple[str, str]]:
    """Return every country as its code and "CN  中国 · China": the name its own people give it, and the English one."""
    found = {}
    for code, territory in _territories().items():
        own = QLocale(QLocale.Language.AnyLanguage, territory).nativeTerritoryName()
        names = dict.fromkeys((own, QLocale.territoryToString(territory)))
        found[code] = f"{code}  {' · '.join(names)}"
    return list(found.items())


def currency_text(code: str) -> str:
    """Return a currency as "CNY  ¥", with the sign its own country uses."""
    for territory in _territories().values():
        own = QLocale(QLocale.Language.AnyLanguage, territory)
        if own.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == code:
            return f"{code}  {own.currencySymbol()}"
    return code


@cache
def _territories() -> dict[str, QLocale.Country]:
    """Return the countries Qt knows, by their two letters."""
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    territories = {QLocale.territoryToCode(locale.territory()): locale.territory() for locale in every}
    return {code: territory for code, territory in territories.items() if len(code) == 2 and code.isalpha()}
