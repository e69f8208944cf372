"""What the till answers: a slip worked out before it is written, and what writing it did."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import Balance, Reason


@dataclass(frozen=True)
class PricedLineShown:
    """One line as it will stand on the slip: `amount` after its own discount, `net` after its share of the bill's."""

    name: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    net: int
    points: int = 0
    product_id: int | None = None


@dataclass(frozen=True)
class TierMove:
    """A customer's tier before and after; None stands for none."""

    before: str | None
    after: str | None


@dataclass(frozen=True)
class SalePreview:
    """A slip as it would be written now; money in minor units.

    `warnings` are steps in words of `services.say_loyalty`, too: nothing of them keeps the slip from being written.
    """

    lines: tuple[PricedLineShown, ...]
    subtotal: int
    discount: int
    total: int
    points_earned: int = 0
    points_value: int = 0
    """What the points that are spent pay of the total."""
    explanation: tuple[Reason, ...] = ()
    balances_after: tuple[Balance, ...] = ()
    tier_after: str | None = None
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Recorded:
    """What was written: the slip and what followed from it. `was_there` tells that this slip had been written before.

    Its `changes` are then empty.
    """

    changes: ChangeSet
    sale_id: int
    number: str
    total: int
    points_earned: int = 0
    explanation: tuple[Reason, ...] = ()
    balances: tuple[Balance, ...] = ()
    tier_move: TierMove | None = None
    gifts: tuple[Reason, ...] = ()
    was_there: bool = False
