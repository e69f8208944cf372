"""Numbers for new cards: the next free one behind a prefix of the shop, and giving a customer one."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


def next_card_number(workplace: Workplace) -> str:
    """Return the number the next new card gets: the shop's prefix and one more than the highest behind it."""
    raise NotImplementedError


def give_card(workplace: Workplace, customer_id: int, number: str = "") -> ChangeSet:
    """Give a customer a card, new or in place of a lost one: this number, or the next free one.

    Raises Fault VALUE_TAKEN where somebody else holds it, NOT_FOUND.
    """
    raise NotImplementedError
