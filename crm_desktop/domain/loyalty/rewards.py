"""What points buy: rewards at a fixed price, and any number of points towards the bill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.pricing import Cut, CutKind
from crm_desktop.domain.loyalty.rules import EVERYTHING, Spending
from crm_desktop.domain.loyalty.words import RewardKind


@dataclass(frozen=True, slots=True)
class Reward:
    """What `cost` points buy; `value` is minor units, hundredths of a per cent, thousandths of goods, or uses.

    `stock` is what is left of the product, None where nobody counts.
    """

    reward_id: int
    name: str
    kind: RewardKind
    cost: int
    value: int = 0
    minimum: int = 0
    product_id: int | None = None
    batch_id: int | None = None
    programme_id: int | None = None
    stock: int | None = None


@dataclass(frozen=True, slots=True)
class SpendLimits:
    """How many points can pay: a multiple of `step` from `least` to `most`; `most` 0 says none can."""

    least: int
    most: int
    step: int


def check_rewards(rewards: Sequence[Reward], points: int, total: int) -> int:
    """Return what rewards cost together, on a slip that comes to `total` before them.

    Raises Fault NOT_ENOUGH with `asked` and `available`, OUT_OF_STOCK with `name`, LIMIT_REACHED with `minimum`.
    """
    cost = sum(one.cost for one in rewards)
    if cost > points:
        raise Fault(FaultKind.NOT_ENOUGH, asked=cost, available=max(points, 0))
    for one in rewards:
        if one.stock is not None and one.stock < rewards.count(one):
            raise Fault(FaultKind.OUT_OF_STOCK, name=one.name)
        if total < one.minimum:
            raise Fault(FaultKind.LIMIT_REACHED, name=one.name, minimum=one.minimum)
    return cost


def reward_cut(reward: Reward) -> Cut | None:
    """Return what a reward takes off a bill, its key `reward-ID`; None for coupons and visits, which are given."""
    if reward.kind in (RewardKind.COUPON, RewardKind.VISITS):
        return None
    kind, key = CutKind(reward.kind.value), f"reward-{reward.reward_id}"
    return Cut(kind, reward.value, reward.name, key, reward.minimum, product_id=reward.product_id)


def worth_of(spending: Spending, points: int) -> int:
    """Return what so many points pay, minor units, rounded down."""
    return points * spending.money // spending.points if spending.allowed else 0


def spend_limits(spending: Spending, points: int, total: int) -> SpendLimits:
    """Return how many of a customer's `points` can pay on a bill of `total`; never more than they are worth there."""
    if not spending.allowed or points <= 0 or total <= 0:
        return SpendLimits(spending.minimum, 0, spending.step)
    payable = total * spending.max_share // EVERYTHING
    most = min(points, payable * spending.points // spending.money)
    most -= most % spending.step
    least = -(-spending.minimum // spending.step) * spending.step
    return SpendLimits(least, most if most >= least else 0, spending.step)


def pay_with(spending: Spending, asked: int, points: int, total: int) -> int:
    """Return what `asked` points pay.

    Raises Fault NOT_ENOUGH with `asked` and `available`, and LIMIT_REACHED with `least`, `most` and `step` where the
    rules do not allow that number on this bill.
    """
    if asked < 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="points", value=asked)
    if asked > points:
        raise Fault(FaultKind.NOT_ENOUGH, asked=asked, available=max(points, 0))
    limits = spend_limits(spending, points, total)
    if asked and (asked % limits.step or not limits.least <= asked <= limits.most):
        raise Fault(FaultKind.LIMIT_REACHED, least=limits.least, most=limits.most, step=limits.step)
    return worth_of(spending, asked)
