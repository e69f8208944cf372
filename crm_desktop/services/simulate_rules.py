"""What other rules would have given: the sales of the last months replayed by the till's own engine, beside the shop.

A child process replays them, first those of one customer in fifty, so that figures are there within seconds; several
drafts go through in one pass and are compared on the same sales. Prices and purchases stay as they were.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.domain.loyalty.expiry import months_on
from crm_desktop.domain.loyalty.rule_checks import check_rules, check_tiers
from crm_desktop.domain.loyalty.rules import Tier
from crm_desktop.domain.loyalty.rules_text import to_json
from crm_desktop.domain.loyalty.simulate import RulesDraft
from crm_desktop.domain.loyalty.worth import PointWorth, point_worth
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.worker import Progress, run_verb
from crm_desktop.services.simulation_child import VERB
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries.owed import priced_rewards
from crm_desktop.store.shop_settings import all_settings, value_in
from crm_desktop.store.shop_time import shop_time

MONTHS = 12
"""How far back sales are replayed where nobody says."""

SAMPLE_FROM = 20_000
"""Slips from which a sample is worth its while; fewer are done as soon."""

__all__ = ("MONTHS", "DraftFigures", "RulesDraft", "Simulation", "TierMoves", "simulate_rules")


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

    Points that were there before the first day count nowhere. `points_cost` is what points that stayed are worth,
    `price_cost` what the tiers' prices take off, `liability` what is unspent at the end.
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
    drafts: Sequence[RulesDraft],
    months: int = MONTHS,
    *,
    progress: Progress | None = None,
    first: Callable[[Simulation], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulation:
    """Replay the last months against drafts; `first` hears what a sample says while the rest of many slips goes on.

    `progress` hears slips done and to do, `first` and `progress` on a thread of the work. Raises Fault RULES_INVALID
    for nonsense (with `draft`, its place), and CANCELLED where `cancelled` said yes. Tiers of a draft need ids that
    differ; those that are not in the shop yet may have any.
    """
    workplace.require(Right.PROGRAMMES)
    for draft in drafts:
        check_rules(draft.points)
        check_tiers(draft.tiers)
    began = time.monotonic()
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
        rewards = priced_rewards(connection)
        zone = value_in(all_settings(connection), TIME_ZONE)
    worths = [point_worth(draft.points.spending, rewards) for draft in drafts]

    def shown(event: dict[str, Any]) -> Simulation:
        return _shown(event, drafts, worths, time.monotonic() - began)

    request = {
        "path": str(workplace.store.path),
        "drafts": [_plain(draft) for draft in drafts],
        "worths": [[worth.points, worth.money] for worth in worths],
        "first": months_on(today, -months).isoformat(),
        "today": today.isoformat(),
        "sample_from": SAMPLE_FROM,
        "zone": zone,
    }
    part = (lambda event: first(shown(event))) if first else None
    return shown(run_verb(VERB, workplace.store.key, request, progress, cancelled, part=part))


def _plain(draft: RulesDraft) -> dict[str, Any]:
    tiers = [[tier.tier_id, tier.name, to_json(tier.rules), tier.position] for tier in draft.tiers]
    return {"points": to_json(draft.points), "tiers": tiers}


def _shown(
    event: dict[str, Any], drafts: Sequence[RulesDraft], worths: Sequence[PointWorth], seconds: float
) -> Simulation:
    every = event["every"]
    figures = zip(drafts, worths, event["drafts"], strict=True)
    return Simulation(
        slips=event["slips"] * every,
        customers=event["customers"] * every,
        turnover=event["turnover"] * every,
        drafts=tuple(_figures(draft, worth, totals, every) for draft, worth, totals in figures),
        sample=every > 1,
        seconds=seconds,
    )


def _figures(draft: RulesDraft, worth: PointWorth, totals: dict[str, Any], every: int) -> DraftFigures:
    names = ("issued", "taken_back", "spent", "expired", "unspent")
    sums = {name: totals[name] * every for name in names}
    tiers = (_moves(tier, totals["tiers"][str(tier.tier_id)], every) for tier in draft.tiers)
    return DraftFigures(
        **sums,
        points_cost=worth.of(sums["issued"] - sums["taken_back"]),
        price_cost=totals["price_cost"] * every,
        liability=worth.of(sums["unspent"]),
        tiers=tuple(tiers),
    )


def _moves(tier: Tier, count: dict[str, int], every: int) -> TierMoves:
    return TierMoves(tier.tier_id, tier.name, count["members"] * every, count["up"] * every, count["down"] * every)
