"""Amounts and quantities as people read them: ¥1,188.00, 1.5, −3."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.money import places_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_settings import all_settings, value_in

_SIGNS = {"CNY": "¥", "JPY": "¥", "USD": "$", "HKD": "HK$", "TWD": "NT$", "EUR": "€", "GBP": "£", "KRW": "₩"}
MINUS = "\N{MINUS SIGN}"


def sign_of(currency: str) -> str:
    """Return what stands before an amount of a currency."""
    return _SIGNS.get(currency, currency + " ")


def money_text(units: int, currency: str) -> str:
    """Return minor units with the currency's sign: 118800 of CNY is ¥1,188.00."""
    return f"{MINUS if units < 0 else ''}{sign_of(currency)}{plain_money(abs(units), currency)}"


def plain_money(units: int, currency: str) -> str:
    """Return minor units without a sign of the currency: 1,188.00; a refund has a minus before it."""
    places = places_of(currency)
    whole, part = divmod(abs(units), 10**places)
    return f"{MINUS if units < 0 else ''}{whole:,}{f'.{part:0{places}}' if places else ''}"


def quantity_text(thousandths: int) -> str:
    """Return a quantity without needless decimals: 1500 is 1.5."""
    from crm_desktop.domain.sales import ONE

    whole, part = divmod(abs(thousandths), ONE)
    decimals = f"{part:03}".rstrip("0")
    return f"{MINUS if thousandths < 0 else ''}{whole}{f'.{decimals}' if decimals else ''}"


def currency_of(workplace: Workplace) -> str:
    """Return the shop's currency."""
    with workplace.store.read() as connection:
        return currency_in(connection)


def currency_in(connection: Any) -> str:
    """Return the shop's currency, where its settings are open already."""
    return value_in(all_settings(connection), CURRENCY)


@contextmanager
def told_in_money(connection: Any) -> Iterator[None]:
    """Let a Fault NOT_ENOUGH say its amounts as people read them."""
    try:
        yield
    except Fault as fault:
        if fault.kind is not FaultKind.NOT_ENOUGH:
            raise
        currency = currency_in(connection)
        said = {name: money_text(value, currency) for name, value in fault.values.items() if isinstance(value, int)}
        raise Fault(fault.kind, **{**fault.values, **said}) from None
