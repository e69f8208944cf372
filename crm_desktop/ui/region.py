"""What the computer's region says about a shop: its country and its currency."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def country_of_computer() -> str:
    """Return the two letters of the country the computer is set to; "" where it names none."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ""


def currency_of(country: str) -> str:
    """Return the three letters of a country's currency; "" where Qt knows none."""
    own = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))
    return own.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
