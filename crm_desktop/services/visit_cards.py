"""Sell a card of visits and take visits off it, for its holder or for somebody of her household.

A card sold is a sale like any other: its money is spent when it is sold, and a visit taken off it is a slip of nothing
that counts as a visit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.domain.sales import Payment, StaffShare
from crm_desktop.services.booked import Booked
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class CardSaleDraft:
    """A card before it is sold. None is what the rules of the programme say; `given` sells it for nothing."""

    slip_id: str
    customer_id: int
    programme_id: int
    uses: int | None = None
    price: int | None = None
    for_household: bool | None = None
    payments: tuple[Payment, ...] = ()
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class CardUseDraft:
    """Visits taken off a card. `customer_id` is who comes: the holder, or somebody of her household.

    `account_id` names the card where she has several; otherwise the one of `programme_id` that ends first is used.
    `confirmed` uses a card outside its weekdays or above its daily maximum, where the shop says so itself.
    """

    slip_id: str
    customer_id: int
    account_id: int | None = None
    programme_id: int | None = None
    uses: int = 1
    product_id: int | None = None
    """The service that is used; None where the card is good for one service alone, or for any."""
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    confirmed: bool = False
    at: datetime | None = None


def sell_card(workplace: Workplace, draft: CardSaleDraft) -> Booked:
    """Sell a card of visits; raise Fault AMOUNT_WRONG, PAYMENTS_DIFFER, NOT_FOUND. The same slip twice books once."""
    raise NotImplementedError


def use_card(workplace: Workplace, draft: CardUseDraft) -> Booked:
    """Take visits off a card.

    Raises Fault NOT_ENOUGH, NOT_FOUND, LIMIT_REACHED above the uses of a day, and CARD_NOT_VALID with `why`: "count",
    "household", "goods", "weekday", "hours" or "ended". The same slip twice books once.
    """
    raise NotImplementedError


def share_card(workplace: Workplace, account_id: int, for_household: bool) -> Booked:
    """Let the holder's household use a card, or no longer."""
    raise NotImplementedError
