"""The points a slip earns: base rules, then the tier's factor and promotions stacked, rounded once for the slip.

Exact to the end: the points of all lines are one fraction of whole numbers, and only their sum is rounded. What the
slip earns is then shared among its lines, so that a return can take exactly its part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.birthdays import is_birthday
from crm_desktop.domain.loyalty.expiry import last_day
from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.lots import NewLot
from crm_desktop.domain.loyalty.rules import ONCE, Base, Multiplier, PointsRules, Rounding, Stacking, Tier
from crm_desktop.domain.loyalty.shares import apportion
from crm_desktop.domain.loyalty.words import LotKind, LotSource, Reason
from crm_desktop.domain.sales import ONE

_Factors = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EarnLine:
    """What earning needs of a line: `gross` before any discount, `net` after all; `rate` is the catalogue's."""

    gross: int
    net: int
    quantity: int = ONE
    product_id: int | None = None
    category_id: int | None = None
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class EarnSlip:
    """What earning needs of a slip; parts of the total that were paid by points or by gifts of stored value."""

    lines: tuple[EarnLine, ...]
    by_points: int = 0
    by_gift: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """What earning needs of a customer."""

    tier_id: int | None = None
    birthday: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Earned:
    """The points of a slip: Σ `by_line` is `total`, `lots` are what is to be made, `reasons` explain the number."""

    total: int
    by_line: tuple[int, ...]
    lots: tuple[NewLot, ...] = ()
    reasons: tuple[Reason, ...] = ()


class _Part(NamedTuple):
    """A line's share: what counts of it, at which rate and factors, and its exact points over the slip's denominator.

    `goods` are points for single goods, in thousandths.
    """

    base: int
    rate: int
    factors: _Factors
    weight: int
    goods: int


class _Sum(NamedTuple):
    """What a slip earns before it is shared among lines: by money, and on top; `counted` is the money that counts."""

    by_money: int
    flat: int
    counted: int
    bases: list[int]
    parts: list[_Part]
    pluses: list[tuple[str, int]]


def earn(
    rules: PointsRules,
    tiers: Sequence[Tier],
    slip: EarnSlip,
    member: Member,
    *,
    day: date,
    at: time,
    version_id: int | None = None,
) -> Earned:
    """Return what a slip earns on the shop's `day`, at the clock's time `at`. Nothing is earned below the minimum."""
    return Earner(rules, tiers, version_id).earn(slip, member, day, at)


class Earner:
    """Earns by one version of the rules: made once, used for many slips."""

    def __init__(self, rules: PointsRules, tiers: Sequence[Tier], version_id: int | None = None) -> None:
        self.rules = rules
        self._version_id = version_id
        self._tiers = {tier.tier_id: (tier.name, tier.rules.factor) for tier in tiers if tier.rules.factor != ONCE}
        self._after = rules.base is Base.AFTER_DISCOUNT

    def points(self, slip: EarnSlip, member: Member, day: date, at: time) -> int:
        """Return only how many points a slip earns: what a simulation asks a million times."""
        found = self._sum(slip, member, day, at)
        return found.by_money + found.flat if found else 0

    def earn(self, slip: EarnSlip, member: Member, day: date, at: time) -> Earned:
        """Return what a slip earns, by line, as lots to be made, and why."""
        found = self._sum(slip, member, day, at)
        if found is None:
            return Earned(0, (0,) * len(slip.lines), (), self._too_little(slip))
        by_line = apportion(found.by_money, [part.weight for part in found.parts])
        if found.flat:
            on_top = apportion(found.flat, found.bases)
            by_line = [one + more for one, more in zip(by_line, on_top, strict=True)]
        total = found.by_money + found.flat
        return Earned(total, tuple(by_line), self._lots(total, day), self._reasons(slip, found))

    def _sum(self, slip: EarnSlip, member: Member, day: date, at: time) -> _Sum | None:
        """Return the exact sum, made whole once; None below the minimum."""
        rules = self.rules
        paid = sum([line.net for line in slip.lines])
        counted = max(paid - self._left_out(slip), 0)
        bases = self._bases(slip)
        whole = sum(bases)
        if whole * (counted if paid else 1) < rules.minimum * (paid or 1):
            return None
        active = [one for one in rules.multipliers if _holds(one, member, day, at)]
        scale, parts = self._parts(slip, bases, (counted, paid) if paid else (1, 1), self._own_factor(member), active)
        exact = sum([part.weight for part in parts])
        by_money = _rounded(exact, rules.money * ONCE * ONE * (paid or 1) * scale, rules.rounding)
        pluses = self._pluses(slip, active)
        flat = rules.per_visit + sum([points for _, points in pluses])
        return _Sum(by_money, flat, counted if paid else whole, bases, parts, pluses)

    def _bases(self, slip: EarnSlip) -> list[int]:
        if self._after:
            return [line.net for line in slip.lines]
        return [line.gross for line in slip.lines]

    def _left_out(self, slip: EarnSlip) -> int:
        by_points = 0 if self.rules.earn_on_points_part else slip.by_points
        return by_points + (0 if self.rules.earn_on_gift_part else slip.by_gift)

    def _own_factor(self, member: Member) -> _Factors:
        found = self._tiers.get(member.tier_id) if member.tier_id is not None else None
        return (found,) if found else ()

    def _parts(
        self,
        slip: EarnSlip,
        bases: Sequence[int],
        counted: tuple[int, int],
        own: _Factors,
        active: Sequence[Multiplier],
    ) -> tuple[int, list[_Part]]:
        """Return each line's part, and what all factors are over."""
        rules = self.rules
        changing = [one for one in active if one.factor != ONCE]
        power = len(own) + len(changing) if rules.stacking is Stacking.MULTIPLY else 1
        scale = ONCE ** max(power, 1)
        for_all = own + tuple([(one.name, one.factor) for one in changing if not one.for_goods])
        for_some = [one for one in changing if one.for_goods]
        usual = self._factor(for_all, scale)
        parts = []
        for line, base in zip(slip.lines, bases, strict=True):
            factor, factors = usual
            if for_some:
                more = tuple([(one.name, one.factor) for one in for_some if _meant(one, line)])
                factor, factors = self._factor(for_all + more, scale)
            rate = self._rate(line)
            weight = base * counted[0] * rules.points * rate * ONE
            goods = 0
            if rules.product_points and (line.net or not self._after):
                goods = line.quantity * rules.product_points.get(line.product_id or 0, 0)
                weight += goods * rules.money * ONCE * counted[1]
            parts.append(_Part(base, rate, factors, weight * factor, goods))
        return scale, parts

    def _factor(self, factors: _Factors, scale: int) -> tuple[int, _Factors]:
        """Return what factors make together, over `scale`, and those that count."""
        rules = self.rules
        if not factors:
            return scale, ()
        if rules.stacking is Stacking.BEST:
            factors = (max(factors, key=lambda one: one[1]),)
            value = factors[0][1]
        elif rules.stacking is Stacking.SUM:
            value = max(ONCE + sum([one[1] - ONCE for one in factors]), 0)
        else:
            value = scale // ONCE ** len(factors)
            for _, one in factors:
                value *= one
        if rules.cap:
            value = min(value, rules.cap * scale // ONCE)
        return value, factors

    def _rate(self, line: EarnLine) -> int:
        rules = self.rules
        if rules.product_rates and line.product_id in rules.product_rates:
            return rules.product_rates[line.product_id]
        if line.rate is not None:
            return line.rate
        if rules.category_rates and line.category_id in rules.category_rates:
            return rules.category_rates[line.category_id]
        return ONCE

    def _pluses(self, slip: EarnSlip, active: Sequence[Multiplier]) -> list[tuple[str, int]]:
        """Return the points on top; only the most where the best of all promotions counts."""
        pluses = [
            (one.name, one.plus)
            for one in active
            if one.plus and (not one.for_goods or any(_meant(one, line) for line in slip.lines))
        ]
        if self.rules.stacking is Stacking.BEST and len(pluses) > 1:
            return [max(pluses, key=lambda one: one[1])]
        return pluses

    def _lots(self, total: int, day: date) -> tuple[NewLot, ...]:
        if not total:
            return ()
        ends = last_day(self.rules.expiry, day)
        return (NewLot(LotKind.POINTS, LotSource.SALE, total, day, ends, version_id=self._version_id),)

    def _too_little(self, slip: EarnSlip) -> tuple[Reason, ...]:
        values: dict[str, object] = {"amount": sum(self._bases(slip)), "minimum": self.rules.minimum}
        return Reason(Step.BELOW_MINIMUM, values), *self._not_counted(slip)

    def _not_counted(self, slip: EarnSlip) -> list[Reason]:
        found = []
        if slip.by_points and not self.rules.earn_on_points_part:
            found.append(Reason(Step.POINTS_PART, {"amount": slip.by_points}))
        if slip.by_gift and not self.rules.earn_on_gift_part:
            found.append(Reason(Step.GIFT_PART, {"amount": slip.by_gift}))
        return found

    def _reasons(self, slip: EarnSlip, found: _Sum) -> tuple[Reason, ...]:
        rules = self.rules
        reasons = []
        if rules.points or found.by_money:
            amounts = apportion(found.counted, found.bases) if self._after else found.bases
            values: dict[str, object] = {"parts": _said_parts(found.parts, amounts), "points": rules.points}
            values |= {"money": rules.money, "stacking": rules.stacking.value, "cap": rules.cap}
            reasons.append(Reason(Step.MONEY, values | {"result": found.by_money}))
        if rules.per_visit:
            reasons.append(Reason(Step.VISIT, {"points": rules.per_visit}))
        reasons += [Reason(Step.PLUS, {"name": name, "points": points}) for name, points in found.pluses]
        return (*reasons, *self._not_counted(slip))


def _said_parts(parts: Sequence[_Part], amounts: Sequence[int]) -> list[dict[str, object]]:
    """Return the parts by rate and factors, each with what was counted of all its lines."""
    sums: dict[tuple[int, _Factors], tuple[int, int]] = {}
    for part, amount in zip(parts, amounts, strict=True):
        before = sums.get((part.rate, part.factors), (0, 0))
        sums[part.rate, part.factors] = before[0] + amount, before[1] + part.goods
    return [
        {"amount": amount, "rate": rate, "goods": goods, "factors": [list(one) for one in factors]}
        for (rate, factors), (amount, goods) in sums.items()
    ]


def _holds(one: Multiplier, member: Member, day: date, at: time) -> bool:
    """Tell whether a promotion counts now, for this member; goods are looked at line by line."""
    if one.weekdays and day.weekday() not in one.weekdays:
        return False
    if (one.first and day < one.first) or (one.last and day > one.last):
        return False
    if one.hours and not within_hours(one.hours, at):
        return False
    if one.tier_ids and member.tier_id not in one.tier_ids:
        return False
    return one.birthday is None or (member.birthday is not None and is_birthday(member.birthday, day, one.birthday))


def within_hours(hours: tuple[int, int], at: time) -> bool:
    """Tell whether a time of the clock lies in a span of minutes, which may go past midnight."""
    minute = at.hour * 60 + at.minute
    begin, end = hours
    return begin <= minute < end if begin < end else minute >= begin or minute < end


def _meant(one: Multiplier, line: EarnLine) -> bool:
    return line.product_id in one.product_ids or line.category_id in one.category_ids


def _rounded(number: int, whole: int, how: Rounding) -> int:
    if how is Rounding.FLOOR:
        return number // whole
    if how is Rounding.CEIL:
        return -(-number // whole)
    return (2 * number + whole) // (2 * whole)
