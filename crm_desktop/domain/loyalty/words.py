"""The words of loyalty: kinds of programmes, lots, causes of entries, and what explains a number.

The values are what the database keeps. Points and uses are whole numbers, stored value is minor units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ProgrammeKind(StrEnum):
    """What a programme gives. A shop has one for points, one for stored value, and one for each sort of visit card."""

    POINTS = "points"
    STORED = "stored"
    VISITS = "visits"


class LotKind(StrEnum):
    """What a lot holds; principal was paid for and can be paid back, a gift cannot."""

    POINTS = "points"
    PRINCIPAL = "principal"
    GIFT = "gift"
    VISITS = "visits"


class LotSource(StrEnum):
    """What brought a lot about."""

    SALE = "sale"
    PROMOTION = "promotion"
    BIRTHDAY = "birthday"
    REFERRAL = "referral"
    OPENING = "opening"
    TOP_UP = "top_up"
    REWARD = "reward"
    HAND = "hand"
    REFUND = "refund"
    DEBT = "debt"
    """What was taken back although it had been spent: a lot below zero, which the next lots fill first."""


class Cause(StrEnum):
    """Why an entry of the ledger was written."""

    EARN = "earn"
    SPEND = "spend"
    TAKE_BACK = "take_back"
    """Earned points that go with what was returned."""
    GIVE_BACK = "give_back"
    """Spent points, value or uses that come back with what was returned."""
    TOP_UP = "top_up"
    WITHDRAW = "withdraw"
    USE = "use"
    EXPIRE = "expire"
    ADJUST = "adjust"
    OPENING = "opening"
    SETTLE = "settle"
    """A debt filled from a new lot."""
    REVERSE = "reverse"


class TierCause(StrEnum):
    """Why a tier changed."""

    RULE = "rule"
    HAND = "hand"
    OPENING = "opening"
    REVERSE = "reverse"


class RewardKind(StrEnum):
    """What points are exchanged for."""

    PRODUCT = "product"
    PERCENT = "percent"
    MONEY = "money"
    COUPON = "coupon"
    VISITS = "visits"


class CouponKind(StrEnum):
    """What a coupon is worth: `value` is minor units, hundredths of a per cent, or nothing for a product."""

    MONEY = "money"
    PERCENT = "percent"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Lot:
    """What was given at once: `left` of `quantity`, usable through `expires_on` (None: for ever).

    `worth` is what one of it is owed at, in minor units, where it was paid for (uses of a card).
    """

    lot_id: int
    account_id: int
    kind: LotKind
    source: LotSource
    quantity: int
    left: int
    earned_on: date
    expires_on: date | None = None
    version_id: int | None = None
    sale_id: int | None = None
    worth: int | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """So much of one lot (negative: given back to it)."""

    lot_id: int
    quantity: int


@dataclass(frozen=True)
class Reason:
    """One step of an explanation: a word of `Step` in `loyalty.explain`, and its numbers, all JSON."""

    step: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Balance:
    """What an account holds on a day: `available` counts no lot that has expired by then."""

    account_id: int
    programme_id: int
    kind: ProgrammeKind
    name: str
    available: int
    principal: int = 0
    gift: int = 0
    next_expiry: date | None = None
    expiring: int = 0
    """How much of it goes on `next_expiry`."""
    for_household: bool = False
    of_customer_id: int = 0


@dataclass(frozen=True)
class EntryShown:
    """One entry of the ledger as the history shows it, with what stood behind it afterwards."""

    entry_id: int
    account_id: int
    at: datetime
    day: date
    cause: Cause
    delta: int
    balance_after: int
    sale_id: int | None
    number: str
    person_name: str
    reason: str
    explanation: tuple[Reason, ...] = ()
