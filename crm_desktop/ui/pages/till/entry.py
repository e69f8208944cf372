"""What is typed at the till: amounts, amounts to be added, so many of something, a search, a discount; no Qt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from crm_desktop.domain.sales import ONE
from crm_desktop.ui.widgets.amount_field import read_amount

_MANY = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)\s*[*x×]\s*(.+)", re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*%")
_TENTHS = re.compile(r"(\d(?:\.?\d)?)\s*折")
_LONGEST_AMOUNT = 7
"""More digits in a row are a barcode, not a price."""


@dataclass(frozen=True)
class Entry:
    """A typed line understood: amounts in minor units, or a text to search by, and how many of it (thousandths).

    `goes_on` tells that something follows: it is put on the bill, which is not closed yet.
    """

    amounts: tuple[int, ...] = ()
    search: str = ""
    quantity: int = ONE
    goes_on: bool = False


def read_entry(text: str, places: int) -> Entry:
    """Understand "188", "45+32.5", "188+", "2*tea", "3×12" or "longjing"."""
    plain = unicodedata.normalize("NFKC", text).strip()
    goes_on = plain.endswith("+")
    plain = plain.rstrip("+ ")
    quantity = ONE
    if (found := _MANY.fullmatch(plain)) is not None:
        quantity, plain = read_quantity(found[1]), found[2].strip()
    amounts = [_amount(part, places) for part in plain.split("+")]
    if plain and all(amount is not None for amount in amounts):
        return Entry(tuple(amount for amount in amounts if amount is not None), "", quantity, goes_on)
    return Entry((), plain, quantity, goes_on)


def named_amount(text: str, places: int) -> tuple[str, int] | None:
    """Return what a text names and the amount behind it ("cutting 68"), None where there is not both."""
    name, _, last = unicodedata.normalize("NFKC", text).strip().rpartition(" ")
    amount = _amount(last, places) if name.strip() else None
    return None if amount is None else (name.strip(), amount)


def read_quantity(text: str) -> int:
    """Return a quantity in thousandths; raises ValueError where it is none or nothing."""
    quantity = read_amount(text, 3)
    if quantity is None or quantity <= 0:
        raise ValueError(text)
    return quantity


def read_discount(text: str, price: int, places: int) -> int:
    """Return what a discount takes off a price: an amount, "10%", or 85折 (15 % off); raises ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return 0
    if (found := _PERCENT.fullmatch(plain)) is not None:
        share = round(float(found[1]) * 100)
    elif (found := _TENTHS.fullmatch(plain)) is not None:
        tenths = found[1].replace(".", "")
        share = 10_000 - int(tenths) * (1_000 if len(tenths) == 1 else 100)
    else:
        amount = read_amount(plain, places)
        if amount is None or amount < 0:
            raise ValueError(text)
        return amount
    if share > 10_000:
        raise ValueError(text)
    return (abs(price) * share + 5_000) // 10_000


def _amount(text: str, places: int) -> int | None:
    """Return the minor units a text means; None where it is no amount of a till."""
    if len(text.strip().partition(".")[0]) > _LONGEST_AMOUNT:
        return None
    try:
        amount = read_amount(text, places)
    except ValueError:
        return None
    return amount if amount is None or amount > 0 else None
