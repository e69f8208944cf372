"""What the forms of rewards and coupons ask alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.loyalty.editors import MOST_MONEY
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked

Shown = Callable[[Answers], bool]

WHOLE = 10_000
"""A hundred per cent."""


def name_asked() -> Asked:
    """Ask what it is called."""
    return Asked("name", _T("RuleForm", "Name"), Ask.TEXT)


def money_off(shown: Shown) -> Asked:
    """Ask how much money is taken off."""
    return Asked("money", _T("RuleForm", "Money off"), Ask.MONEY, least=1, most=MOST_MONEY, shown=shown)


def percent_off(shown: Shown) -> Asked:
    """Ask which share is taken off."""
    return Asked("percent", _T("RuleForm", "Per cent off"), Ask.PERCENT, least=1, most=WHOLE, shown=shown)


def product_asked(shelf: Shelf, shown: Shown) -> Asked:
    """Ask for which product."""
    return Asked("product_id", _T("RuleForm", "Product"), Ask.CHOICE, shelf.product_choices(), shown=shown)


def minimum_asked(shown: Shown | None = None) -> Asked:
    """Ask from which bill on."""
    return Asked("minimum", _T("RuleForm", "From a bill of"), Ask.MONEY, most=MOST_MONEY, shown=shown)


def take_value(values: dict[str, object], *keys: str) -> int:
    """Take the answer to the one of these questions that was asked, and return it; 0 where none was."""
    found = [values.pop(key) for key in keys if key in values]
    return found[0] if found and isinstance(found[0], int) else 0


def row_id(key: Hashable | None) -> int | None:
    """Return the id of what is changed; None for something new."""
    return None if key is None else number_of(key)


def number_of(key: Hashable) -> int:
    """Return the key of a row as the id it is."""
    if not isinstance(key, int):
        raise TypeError(key)
    return key
