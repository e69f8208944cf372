"""Whether rules make sense: the first thing that does not is named, so that a form can point at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import (
    EVERYTHING,
    ExpiryMode,
    Multiplier,
    PointsRules,
    Rules,
    StoredRules,
    Tier,
    TierRules,
    VisitRules,
)

LARGEST = 10**12
"""The largest number a rule may hold."""

HIGHEST_FACTOR = 10_000
_MINUTES_A_DAY = 24 * 60
_LONGEST_DAYS = 36_500

Found = Iterator[tuple[str, "RuleFault"]]


class RuleFault(StrEnum):
    """What is wrong with one field of rules."""

    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    MISSING = "missing"
    NEWER = "newer"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_LARGE = "too_large"
    TWICE = "twice"
    BACKWARDS = "backwards"
    """The end lies before the start."""
    WEEKDAY = "weekday"
    HOUR = "hour"
    DOES_NOTHING = "does_nothing"
    HOLE = "hole"
    """Keeping asks more than reaching, or the order of tiers is not that of their thresholds: who belongs where?"""
    OVERLAP = "overlap"
    """Two tiers begin at the same value."""
    LESS_FOR_MORE = "less_for_more"
    """A larger top-up gives a smaller gift."""


def check_rules(rules: Rules | TierRules) -> None:
    """Raise Fault RULES_INVALID with `field` and `why` (a word of `RuleFault`) for the first thing that is wrong."""
    for name, why in _CHECKS[type(rules)](rules):
        raise Fault(FaultKind.RULES_INVALID, field=name, why=why.value)


def check_tiers(tiers: Sequence[Tier]) -> None:
    """Check the tiers of a shop together, lowest first; the fault says which tier with `tier` and `other`."""
    for tier in tiers:
        try:
            check_rules(tier.rules)
        except Fault as fault:
            raise Fault(fault.kind, tier=tier.name, **fault.values) from None
    for lower, upper in pairwise(sorted(tiers, key=lambda tier: tier.position)):
        if upper.rules.threshold == lower.rules.threshold:
            raise _between(lower, upper, RuleFault.OVERLAP)
        if upper.rules.threshold < lower.rules.threshold or upper.rules.keep_from < lower.rules.keep_from:
            raise _between(lower, upper, RuleFault.HOLE)


def _between(lower: Tier, upper: Tier, why: RuleFault) -> Fault:
    values = {"field": "threshold", "why": why.value, "tier": upper.name, "other": lower.name}
    return Fault(FaultKind.RULES_INVALID, **values)


def _range(name: str, value: int, least: int = 0, most: int = LARGEST) -> Found:
    if value < 0:
        yield name, RuleFault.NEGATIVE
    if value < least:
        yield name, RuleFault.ZERO
    if value > most:
        yield name, RuleFault.TOO_LARGE


def _points_rules(rules: PointsRules) -> Found:
    yield from _range("points", rules.points)
    yield from _range("money", rules.money, 1)
    for name in ("per_visit", "minimum", "cap"):
        yield from _range(name, getattr(rules, name))
    for name in ("product_points", "product_rates", "category_rates"):
        for value in getattr(rules, name).values():
            yield from _range(name, value, most=LARGEST if name == "product_points" else HIGHEST_FACTOR)
    for place, one in enumerate(rules.multipliers):
        yield from _multiplier(one, f"multipliers[{place}]")
    yield from _expiry(rules)
    yield from _spending(rules)
    for name in ("points", "days_before", "valid_days"):
        yield from _range(f"birthday.{name}", getattr(rules.birthday, name))
    for name in ("introducer", "friend", "minimum"):
        yield from _range(f"referral.{name}", getattr(rules.referral, name))
    for name in ("days_after_return", "grace_days"):
        yield from _range(name, getattr(rules, name), most=_LONGEST_DAYS)


def _multiplier(one: Multiplier, path: str) -> Found:
    if not one.name.strip():
        yield f"{path}.name", RuleFault.MISSING
    yield from _range(f"{path}.factor", one.factor, most=HIGHEST_FACTOR)
    yield from _range(f"{path}.plus", one.plus)
    if one.factor == 100 and not one.plus:
        yield f"{path}.factor", RuleFault.DOES_NOTHING
    yield from _times(path, one.weekdays, one.hours)
    if one.first and one.last and one.last < one.first:
        yield f"{path}.last", RuleFault.BACKWARDS


def _times(path: str, weekdays: frozenset[int], hours: tuple[int, int] | None) -> Found:
    dot = f"{path}." if path else ""
    if not all(0 <= day <= 6 for day in weekdays):
        yield f"{dot}weekdays", RuleFault.WEEKDAY
    if hours and (not all(0 <= minute <= _MINUTES_A_DAY for minute in hours) or hours[0] == hours[1]):
        yield f"{dot}hours", RuleFault.HOUR


def _expiry(rules: PointsRules) -> Found:
    counts = {ExpiryMode.DAYS: _LONGEST_DAYS, ExpiryMode.MONTHS: 1200, ExpiryMode.INACTIVITY: 1200}
    if rules.expiry.mode in counts:
        yield from _range("expiry.count", rules.expiry.count, 1, counts[rules.expiry.mode])
    else:
        yield from _range("expiry.count", rules.expiry.count, most=100)


def _spending(rules: PointsRules) -> Found:
    yield from _range("spending.points", rules.spending.points)
    yield from _range("spending.money", rules.spending.money, 1)
    yield from _range("spending.minimum", rules.spending.minimum)
    yield from _range("spending.step", rules.spending.step, 1)
    yield from _range("spending.max_share", rules.spending.max_share, 1, EVERYTHING)


def _stored_rules(rules: StoredRules) -> Found:
    offers = sorted(rules.offers, key=lambda offer: offer.pay)
    for place, offer in enumerate(rules.offers):
        yield from _range(f"offers[{place}].pay", offer.pay, 1)
        yield from _range(f"offers[{place}].gift", offer.gift)
    for one, other in pairwise(offers):
        if one.pay == other.pay:
            yield "offers", RuleFault.TWICE
        if other.gift < one.gift:
            yield "offers", RuleFault.LESS_FOR_MORE
    for name in ("gift_days", "days_after_return"):
        yield from _range(name, getattr(rules, name), most=_LONGEST_DAYS)
    yield from _range("warn_above", rules.warn_above)


def _visit_rules(rules: VisitRules) -> Found:
    yield from _range("uses", rules.uses, 1)
    for name in ("price", "per_day"):
        yield from _range(name, getattr(rules, name))
    for name in ("valid_days", "days_after_return"):
        yield from _range(name, getattr(rules, name), most=_LONGEST_DAYS)
    yield from _times("", rules.weekdays, rules.hours)


def _tier_rules(rules: TierRules) -> Found:
    yield from _range("threshold", rules.threshold)
    yield from _range("price_off", rules.price_off, most=EVERYTHING)
    yield from _range("factor", rules.factor, most=HIGHEST_FACTOR)
    if rules.keep is not None:
        yield from _range("keep", rules.keep)
        if rules.keep > rules.threshold:
            yield "keep", RuleFault.HOLE


_CHECKS: dict[type, Callable[..., Found]] = {
    PointsRules: _points_rules,
    StoredRules: _stored_rules,
    VisitRules: _visit_rules,
    TierRules: _tier_rules,
}
