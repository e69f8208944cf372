"""What other rules would have given: the sales of the last months replayed by the till's own engine, beside the shop.

A child process replays them, first those of one customer in fifty, so that figures are there within seconds; several
drafts go through in one pass and are compared on the same sales.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.domain.loyalty.rules import PointsRules, Tier
from crm_desktop.services.workplace import Workplace

MONTHS = 12
"""How far back sales are replayed where nobody says."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RulesDraft:
    """Rules that are tried; the tiers belong to them."""

    points: PointsRules
    tiers: tuple[Tier, ...] = ()


@dataclass(frozen=True)
class TierMoves:
    """What becomes of a tier: who is in it at the end, and who moved up into it or down out of it on the way."""

    tier_id: int
    name: str
    members: int
    up: int
    down: int


@dataclass(frozen=True)
class DraftFigures:
    """What a draft would have come to; money in minor units.

    `cost` is what the issued points are worth, with the tiers' lower prices; `liability` what is unspent at the end.
    """

    issued: int
    taken_back: int
    spent: int
    expired: int
    unspent: int
    points_cost: int
    price_cost: int
    liability: int
    tiers: tuple[TierMoves, ...]

    @property
    def cost(self) -> int:
        """Return what points and lower prices cost together."""
        return self.points_cost + self.price_cost


@dataclass(frozen=True)
class Simulation:
    """What the drafts came to, in their order; `sample` says that sums were raised from one customer in fifty."""

    slips: int
    customers: int
    turnover: int
    drafts: tuple[DraftFigures, ...]
    sample: bool
    seconds: float = 0.0


def simulate_rules(
    workplace: Workplace,
    drafts: tuple[RulesDraft, ...],
    months: int = MONTHS,
    *,
    progress: Progress | None = None,
    first: Callable[[Simulation], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulation:
    """Replay the last months against drafts; `first` hears what the sample says while the rest goes on.

    Raises Fault RULES_INVALID for nonsense, and CANCELLED where `cancelled` said yes.
    """
    raise NotImplementedError
