"""What stands on a customer's accounts: balances, lots, tier, visits left, coupons, and what to say to her now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.loyalty.words import Balance, EntryShown, Lot
from crm_desktop.services.coupons import CouponShown
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class TierStanding:
    """A customer's tier, and what is missing to the next.

    `measured`, `needed` and `missing` are in the metric of the rules: minor units, points or visits.
    """

    tier_id: int | None
    name: str
    colour: str
    since: date | None
    keep_until: date | None
    """The day until which it is kept although too little was reached; None where enough was."""
    locked: bool
    reason: str
    benefits: str
    metric: str
    measured: int
    next_name: str = ""
    needed: int = 0
    missing: int = 0


@dataclass(frozen=True)
class CardHeld:
    """A visit card she can use: her own, or one of her household's."""

    account_id: int
    programme_id: int
    name: str
    left: int
    expires_on: date | None
    """The first day that any of it ends on."""
    services: tuple[str, ...]
    """The products and categories it is good for; none: any."""
    weekdays: tuple[int, ...]
    """The days it is good on, Monday 0; none: every day."""
    per_day: int | None
    used_today: int
    for_household: bool
    holder_id: int
    holder_name: str
    problem: str = ""
    """Why it cannot be used today, as CARD_NOT_VALID says it in `why`, or "per_day"; "" where it can."""


@dataclass(frozen=True)
class Loyalty:
    """Everything the loyalty tab and the counter show of a customer. `points` may be below zero: a debt."""

    customer_id: int
    name: str
    card_number: str
    today: date
    points: int
    principal: int
    gift: int
    balances: tuple[Balance, ...]
    lots: tuple[Lot, ...]
    """All that is left, the nearest expiry first."""
    tier: TierStanding | None
    cards: tuple[CardHeld, ...]
    household_cards: tuple[CardHeld, ...]
    coupons: tuple[CouponShown, ...]
    say_now: tuple[str, ...]
    """Sentences worth saying to her now, the most important first."""

    @property
    def stored_value(self) -> int:
        """Return principal and gift together, minor units."""
        return self.principal + self.gift


def loyalty_of(workplace: Workplace, customer_id: int) -> Loyalty:
    """Return what stands on a customer's accounts today; raise Fault NOT_FOUND."""
    raise NotImplementedError


def ledger_of(
    workplace: Workplace, customer_id: int, offset: int = 0, limit: int = 100, programme_id: int | None = None
) -> list[EntryShown]:
    """Return a customer's entries, the newest first, each with the balance of its programme after it."""
    raise NotImplementedError
