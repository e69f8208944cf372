"""Amounts of the shop's money as the window shows them, and points with their thousands apart."""

from __future__ import annotations

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.base.settings import Settings
from crm_desktop.domain.money import places_of
from crm_desktop.services.say_money import MINUS, money_text


class Amounts:
    """Says amounts in one currency; `places` is how many decimals they have."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.places = places_of(currency)

    @classmethod
    def of(cls, settings: Settings) -> Amounts:
        """Return what says amounts in the shop's currency."""
        return cls(settings.get(CURRENCY))

    def money(self, units: int) -> str:
        """Return minor units with the currency's sign: ¥1,234.50."""
        return money_text(units, self.currency)

    def change(self, units: int) -> str:
        """Return what came or went, with its sign: +¥100.00, −¥20.00."""
        return self.money(units) if units < 0 else f"+{self.money(units)}"


def count(number: int) -> str:
    """Return a number of points or visits with its thousands apart; what is owed has a true minus."""
    return f"{number:,}".replace("-", MINUS)


def count_change(number: int) -> str:
    """Return points or visits that came or went, with their sign."""
    return count(number) if number < 0 else f"+{count(number)}"


def share(hundredths: int) -> str:
    """Return hundredths of a per cent as one writes them: 12.5 %."""
    return f"{hundredths / 100:g} %"


def factor(hundredths: int) -> str:
    """Return a factor of hundredths as one writes it: 1.5."""
    return f"{hundredths / 100:g}"
