"""The first step of the first run: in which language, what the shop is called, where it is, and what it deals in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import CURRENCY, LANGUAGE, PHONE_COUNTRY, SHOP_NAME
from crm_desktop.base.settings import Settings
from crm_desktop.base.text import _T, LANGUAGES, language_in_use
from crm_desktop.services.begin_trade import Beginning, beginnings, say_beginning
from crm_desktop.ui.dialogs.setting_editors import CURRENCIES, CalmCombo, countries, currency_text
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.region import country_of_computer, currency_of
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

NO_TRADE = ""


class ShopStep(QWidget):
    """Holds the answers; `keep` puts them into the settings."""

    def __init__(self, theme: Theme, settings: Settings, folder: Path, *, is_first: bool, asks_trade: bool) -> None:
        super().__init__()
        self._settings = settings
        self._asks_trade = asks_trade
        self._beginnings: dict[str, Beginning] = {}
        self.language = ChipRow(_language_names(), "firstLanguage", "语言 · Language")
        self.language.choose([language_in_use()])
        self.shop_name = named(QLineEdit(settings.get(SHOP_NAME)), "firstShop")
        country, currency = _where(settings, guess=is_first)
        self._currency_chosen = not is_first
        self.country = _combo("firstCountry", sorted(countries()), country)
        codes = dict.fromkeys((currency, *CURRENCIES))
        self.currency = _combo("firstCurrency", [(code, currency_text(code)) for code in codes], currency)
        self.trade = ChipRow([(NO_TRADE, "")], "firstTrade", "")
        self.trade_text = text_label("", "firstTrade.says", "muted")
        self._trade_label = named(QLabel(), "firstTrade.label", role="heading")
        self._safe = text_label("", "firstSafe")
        self._form = FormGrid("firstForm")
        self._lay_out(theme, folder, asks_language=is_first)
        self.country.activated.connect(self._country_chosen)
        self.currency.activated.connect(self._choose_currency)
        self.trade.chosen.connect(self._say_trade)

    def focus_first(self) -> None:
        """Put the keyboard on the shop's name."""
        self.shop_name.setFocus()

    def chosen_trade(self) -> str:
        """Return the key of the trade, "" where none was chosen."""
        return str(next(iter(self.trade.keys()), NO_TRADE)) if self._asks_trade else NO_TRADE

    def choose_trade(self, key: str) -> None:
        """Choose a trade and say what it sets up."""
        self.trade.choose([key])
        self._say_trade()

    def keep(self) -> None:
        """Put the answers into the settings; what is as it was writes nothing."""
        name = " ".join(self.shop_name.text().split())
        if name:
            self._settings.set(SHOP_NAME, name)
        self._settings.set(PHONE_COUNTRY, str(self.country.currentData()))
        self._settings.set(CURRENCY, str(self.currency.currentData()))

    def say(self) -> None:
        """Say everything in the language in use; what was answered stays."""
        self._form.say(self.shop_name, _T("FirstRun", "Name of your shop"))
        self._form.say(self.country, _T("FirstRun", "Country, for phone numbers too"))
        self._form.say(self.currency, _T("FirstRun", "Currency"))
        self.shop_name.setPlaceholderText(_T("FirstRun", "for example: Longjing Tea House"))
        asked, there = _T("FirstRun", "What is your trade?"), _T("FirstRun", "Loyalty and follow-up plans")
        self._trade_label.setText(asked if self._asks_trade else there)
        self.trade.setAccessibleName(self._trade_label.text())
        self._safe.setText(
            _T(
                "FirstRun",
                "Your customers stay on this computer, encrypted: a lost backup or a copied folder tells nobody "
                "anything.",
            )
        )
        self._say_trades()

    # parts

    def _lay_out(self, theme: Theme, folder: Path, *, asks_language: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.language)
        self.language.setVisible(asks_language)
        for field in (self.shop_name, self.country, self.currency):
            self._form.add("", field)
        column.addWidget(self._form)
        for widget in (self._trade_label, self.trade, self.trade_text):
            column.addWidget(widget)
        self.trade.setVisible(self._asks_trade)
        column.addStretch(1)
        column.addWidget(self._safety(theme, folder))

    def _safety(self, theme: Theme, folder: Path) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        place = named(ElidedLabel(str(folder)), "firstFolder", role="caption")
        words.addWidget(self._safe)
        words.addWidget(place)
        row.addWidget(Sign(theme, "lock", "success", 1.2), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return whole

    # answers

    def _country_chosen(self, _index: int) -> None:
        """Let the currency follow the country, unless one was chosen."""
        if not self._currency_chosen:
            place = self.currency.findData(currency_of(str(self.country.currentData())))
            self.currency.setCurrentIndex(place if place >= 0 else self.currency.currentIndex())
            self._say_trades()

    def _choose_currency(self, _index: int) -> None:
        self._currency_chosen = True
        self._say_trades()

    def _say_trades(self) -> None:
        if not self._asks_trade:
            self.trade_text.setText(
                _T(
                    "FirstRun",
                    "Loyalty rules and follow-up plans are there already: change them on the page Loyalty and in the "
                    "menu Tools.",
                )
            )
            return
        chosen = self.chosen_trade()
        found = beginnings(str(self.currency.currentData()))
        self._beginnings = {one.key: one for one in found}
        names = [(one.key, one.name) for one in found]
        self.trade.set_choices([(NO_TRADE, _T("FirstRun", "Nothing yet")), *names])
        self.choose_trade(chosen)

    def _say_trade(self, _keys: object = None) -> None:
        chosen = self._beginnings.get(self.chosen_trade())
        if chosen is None:
            said = _T("FirstRun", "Points, tiers and follow-up plans can be begun with at any time.")
        else:
            said = _T("FirstRun", "{sets_up} Every rule can be changed, and all of it be taken back.")
            said = said.format(sets_up=say_beginning(chosen))
        self.trade_text.setText(said)


def _language_names() -> list[tuple[str, str]]:
    names = dict(LANGUAGE.choices()) if LANGUAGE.choices else {}
    return [(language, names[language]) for language in LANGUAGES]


def _where(settings: Settings, *, guess: bool) -> tuple[str, str]:
    """Return the country and the currency to begin with: at the first run those of the computer's region."""
    country = country_of_computer() if guess else ""
    if not country:
        return settings.get(PHONE_COUNTRY), settings.get(CURRENCY)
    return country, currency_of(country) or settings.get(CURRENCY)


def _combo(name: str, choices: list[tuple[str, str]], value: str) -> QComboBox:
    box = named(CalmCombo(), name)
    for choice, text in choices:
        box.addItem(text, choice)
    box.setCurrentIndex(max(0, box.findData(value)))
    return box
