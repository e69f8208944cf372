"""Which tier somebody belongs to: up at once, down after a grace, never while locked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crm_desktop.domain.loyalty.expiry import days_on, months_on
from crm_desktop.domain.loyalty.rules import PointsRules, Tier, Window


@dataclass(frozen=True, slots=True)
class Standing:
    """The tier somebody has: locked by hand or not, and the last day of a grace that runs."""

    tier_id: int | None = None
    locked: bool = False
    keep_until: date | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """What counts towards tiers: in the window now, and in the year before where the window is the calendar year."""

    value: int
    last_year: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """The standing there ought to be; `changed` says that it is another one, `moved` that the tier itself is."""

    standing: Standing
    changed: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing to the next tier, in the metric of the rules."""

    tier: Tier
    missing: int


def window_of(rules: PointsRules, day: date) -> tuple[date, date]:
    """Return the first and the last day that count towards a tier on `day`."""
    if rules.window is Window.YEAR:
        return date(day.year, 1, 1), day
    if rules.window is Window.ROLLING and day.year > 1:
        return months_on(day, -12) + timedelta(days=1), day
    return date.min, day


def year_before(rules: PointsRules, day: date) -> tuple[date, date] | None:
    """Return the days of the year before, where what was reached in it still holds."""
    if rules.window is not Window.YEAR or day.year == 1:
        return None
    return date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)


def decide(tiers: Sequence[Tier], standing: Standing, reached: Reached, day: date, grace_days: int = 0) -> Decision:
    """Return the standing somebody ought to have on `day`; `tiers` in any order.

    Up is at once. Below what keeps the tier a grace begins, and the tier goes after its last day; reaching it again
    meanwhile ends the grace. A lock by hand holds in both directions. A tier that is no more counts as none.
    """
    if standing.locked:
        return Decision(standing, changed=False, moved=False)
    ladder = sorted(tiers, key=lambda tier: (tier.rules.threshold, tier.position))
    place = next((number for number, tier in enumerate(ladder) if tier.tier_id == standing.tier_id), -1)
    up = max((number for number, tier in enumerate(ladder) if reached.value >= tier.rules.threshold), default=-1)
    kept = _kept(ladder[: place + 1], reached)
    best = max(up, kept)
    if best >= place:
        return _as(standing, Standing(ladder[best].tier_id if best >= 0 else None))
    if standing.keep_until is None and grace_days:
        return _as(standing, Standing(standing.tier_id, keep_until=days_on(day, grace_days)))
    if standing.keep_until is not None and day <= standing.keep_until:
        return _as(standing, standing)
    return _as(standing, Standing(ladder[best].tier_id if best >= 0 else None))


def _kept(below: Sequence[Tier], reached: Reached) -> int:
    """Return the place of the highest tier up to one's own that is kept, −1 for none."""
    value = max(reached.value, reached.last_year)
    return max((number for number, tier in enumerate(below) if value >= tier.rules.keep_from), default=-1)


def _as(before: Standing, after: Standing) -> Decision:
    return Decision(after, before != after, before.tier_id != after.tier_id)


def missing_to_next(tiers: Sequence[Tier], standing: Standing, value: int) -> Missing | None:
    """Return what is missing to the next tier above one's own; None at the top."""
    ladder = sorted(tiers, key=lambda tier: (tier.rules.threshold, tier.position))
    place = next((number for number, tier in enumerate(ladder) if tier.tier_id == standing.tier_id), -1)
    above = next((tier for tier in ladder[place + 1 :] if tier.rules.threshold > value), None)
    return Missing(above, above.rules.threshold - value) if above else None
