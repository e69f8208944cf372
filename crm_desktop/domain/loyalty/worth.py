"""What a point is worth in money: what it pays, or the best reward in money it buys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from crm_desktop.domain.loyalty.rules import Spending


@dataclass(frozen=True, slots=True)
class PointWorth:
    """So many points are worth so much money, minor units; no money where points buy nothing that has a price."""

    points: int = 1
    money: int = 0

    def of(self, points: int) -> int:
        """Return what so many points are worth, rounded down; a debt is worth as much below zero."""
        worth = abs(points) * self.money // self.points
        return worth if points >= 0 else -worth

    def points_for(self, amount: int) -> int:
        """Return how many points an amount takes, rounded up; none where points are worth nothing."""
        return -(-amount * self.points // self.money) if self.money else 0


def point_worth(spending: Spending, rewards: Iterable[tuple[int, int]] = ()) -> PointWorth:
    """Return a point's worth; `rewards` are (cost in points, worth in money). What pays a bill goes before rewards."""
    if spending.allowed:
        return PointWorth(spending.points, spending.money)
    best = max(((cost, money) for cost, money in rewards if cost > 0), key=_ratio, default=(1, 0))
    return PointWorth(*best)


def _ratio(reward: tuple[int, int]) -> Fraction:
    return Fraction(reward[1], reward[0])
