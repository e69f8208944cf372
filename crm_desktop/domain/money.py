"""Currencies: how many decimals an amount has."""

from __future__ import annotations

_WITHOUT_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF"})


def places_of(currency: str) -> int:
    """Return how many decimals an amount of a currency has: amounts are kept in units of the last (ISO 4217)."""
    return 0 if currency in _WITHOUT_CENTS else 2
