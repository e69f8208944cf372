"""What points are exchanged for: the shop's rewards, what a customer can have, and exchanging them at the counter."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import RewardKind
from crm_desktop.services.booked import Booked
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class RewardDraft:
    """A reward as the shop writes it. `value` is minor units, hundredths of a per cent, or visits."""

    name: str
    kind: RewardKind
    cost: int
    """Points."""
    value: int = 0
    minimum: int = 0
    """The bill from which it can be had, minor units."""
    product_id: int | None = None
    batch_id: int | None = None
    """The coupon batch one is given out of, where the reward is a coupon."""
    programme_id: int | None = None
    """The visit card its visits are good for, where the reward is visits."""


@dataclass(frozen=True)
class RewardShown(RewardDraft):
    """A reward as it is kept, and whether this customer can have it."""

    reward_id: int = 0
    active: bool = True
    product_name: str = ""
    batch_name: str = ""
    programme_name: str = ""
    stock: int | None = None
    missing: int = 0
    """Points that are still missing; 0 where she has enough, or nobody was asked for."""
    on_bill: bool = False
    """Tells that it is taken off a bill, so that it is chosen with a sale and not by itself."""


def read_rewards(workplace: Workplace) -> list[RewardShown]:
    """Return every reward, in the shop's order."""
    raise NotImplementedError


def rewards_for(workplace: Workplace, customer_id: int) -> list[RewardShown]:
    """Return the rewards in use, those she can have first, each with what is missing."""
    raise NotImplementedError


def save_reward(workplace: Workplace, draft: RewardDraft, reward_id: int | None = None) -> ChangeSet:
    """Keep a reward, new or changed; raise Fault VALUE_INVALID with the `field`, NOT_FOUND."""
    raise NotImplementedError


def put_aside_reward(workplace: Workplace, reward_id: int, active: bool = False) -> ChangeSet:
    """Offer a reward no longer, or again."""
    raise NotImplementedError


def order_rewards(workplace: Workplace, reward_ids: list[int]) -> ChangeSet:
    """Put the rewards in this order."""
    raise NotImplementedError


def redeem(workplace: Workplace, customer_id: int, reward_id: int, slip_id: str, note: str = "") -> Booked:
    """Exchange points for a product, a coupon or visits, without a sale. Percent and money off go with a sale.

    Raises Fault NOT_ENOUGH, OUT_OF_STOCK, NOT_FOUND, VALUE_INVALID for a reward that goes with a bill.
    """
    raise NotImplementedError
