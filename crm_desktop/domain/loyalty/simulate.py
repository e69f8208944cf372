"""Former sales replayed against rules that are tried, by the till's own engine, one customer after the other.

What lies before the first day only prepares: it fills the windows of tiers, and nobody moves up from nothing on the
first day. Prices stay as they were; what a tier takes off them is counted as cost. Points that paid then pay as much
money now, as far as there are any.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from math import inf

from crm_desktop.domain.anniversaries import DayKey, anniversaries, key_of
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.earning import Earner, EarnSlip, Member
from crm_desktop.domain.loyalty.expiry import days_on, last_day, months_on
from crm_desktop.domain.loyalty.rules import EVERYTHING, ExpiryMode, Metric, PointsRules, Tier, Window
from crm_desktop.domain.loyalty.shares import share
from crm_desktop.domain.loyalty.tiers import Reached, Standing, decide
from crm_desktop.domain.loyalty.worth import PointWorth

_NEVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class RulesDraft:
    """Rules that are tried; the tiers belong to them."""

    points: PointsRules
    tiers: tuple[Tier, ...] = ()


@dataclass(frozen=True, slots=True)
class Buyer:
    """What is known of a customer: birthday, and whether somebody brought her with a first purchase in the time."""

    birthday: PartialDate | None = None
    brought_on: date | None = None


@dataclass(frozen=True, slots=True)
class Bought:
    """One slip: a sale, or a refund of `refers_to` (its total below zero); what was paid is as it was then.

    A sale without lines is a visit only: a card was used.
    """

    sale_id: int
    day: date
    at: time
    total: int
    slip: EarnSlip
    refers_to: int | None = None


@dataclass
class TierCount:
    """What became of a tier: members at the end, moves up into it and down out of it."""

    members: int = 0
    up: int = 0
    down: int = 0


@dataclass
class Totals:
    """What a draft comes to: points, and what lower prices of tiers cost in minor units."""

    issued: int = 0
    taken_back: int = 0
    spent: int = 0
    expired: int = 0
    unspent: int = 0
    price_cost: int = 0
    tiers: dict[int, TierCount] = field(default_factory=dict)


@lru_cache(maxsize=2048)
def _anniversaries(key: DayKey, first: date, last: date) -> tuple[date, ...]:
    return tuple(anniversaries(key, first, last))


@lru_cache(maxsize=4096)
def _leaves_on(day: date) -> date:
    """Return the first day on which a purchase lies more than twelve months back."""
    leaves = months_on(day, 12)
    return leaves if leaves.day == day.day else days_on(leaves, 1)


def _bounds(ladder: Sequence[Tier]) -> dict[int | None, tuple[float, float]]:
    """Return the value from which each tier is kept, and the one from which a higher one is reached."""
    tops = [tier.rules.threshold for tier in ladder[1:]] + [inf]
    bounds: dict[int | None, tuple[float, float]] = {None: (-inf, ladder[0].rules.threshold if ladder else inf)}
    for tier, most in zip(ladder, tops, strict=False):
        bounds[tier.tier_id] = (tier.rules.keep_from, most)
    return bounds


class DraftReplay:
    """Replays customers against one draft from `first` to `today` and adds up what comes of it."""

    def __init__(self, draft: RulesDraft, worth: PointWorth, first: date, today: date) -> None:
        self.rules = draft.points
        self.tiers = sorted(draft.tiers, key=lambda tier: (tier.rules.threshold, tier.position))
        self.earner = Earner(draft.points, draft.tiers)
        self.worth = worth
        self.first = first
        self.today = today
        self.totals = Totals(tiers={tier.tier_id: TierCount() for tier in draft.tiers})
        self.places = {tier.tier_id: place for place, tier in enumerate(self.tiers)}
        self._bounds = _bounds(self.tiers)
        self._ends: dict[date, date | None] = {}
        self.off = {tier.tier_id: tier.rules.price_off for tier in draft.tiers if tier.rules.price_off}

    def ends(self, day: date) -> date | None:
        """Return the last day of points given on a day."""
        if day not in self._ends:
            self._ends[day] = last_day(self.rules.expiry, day)
        return self._ends[day]

    def stays(self, tier_id: int | None, value: int, last_year: int) -> bool:
        """Tell whether a tier is plainly neither left nor surpassed, without deciding."""
        least, most = self._bounds[tier_id]
        return value < most and (value >= least or last_year >= least)

    def play(self, buyer: Buyer, slips: Iterable[Bought]) -> None:
        """Replay all slips of one customer, the oldest first."""
        life = _Life(self, buyer)
        for bought in slips:
            life.go_to(bought.day)
            life.meet(bought)
        life.go_to(self.today)
        life.end()


class _Life:
    """One customer under one draft: tier, what counts towards it, points."""

    def __init__(self, replay: DraftReplay, buyer: Buyer) -> None:
        self._replay = replay
        self._totals = replay.totals
        self._rules = replay.rules
        self._buyer = buyer
        self._standing = Standing()
        self._steps: deque[tuple[date, int]] = deque()
        self._value = 0
        self._year = self._last_year = 0
        self._debt = 0
        self._soonest = _NEVER
        self._visited: date | None = None
        self._lots: list[list[int]] = []
        self._earned: dict[int, list[int]] = {}
        self._gifts = self._birthdays()

    # time

    def go_to(self, day: date) -> None:
        """Let time pass up to a day: windows move on, gifts come, points end."""
        if self._replay.tiers:
            self._turn_years(day)
            self._leave(day)
        while self._gifts and self._gifts[0] <= day:
            self._give(self._gifts.popleft())
        self._end_points(day)

    def _leave(self, day: date) -> None:
        """Let what is too old leave the window and graces end, one day after the other."""
        while True:
            grace, steps = self._standing.keep_until, self._steps
            when = min(steps[0][0] if steps else date.max, days_on(grace, 1) if grace else date.max)
            if when > day or when == date.max:
                return
            while steps and steps[0][0] == when:
                self._value -= steps.popleft()[1]
            if self._standing.tier_id is not None:
                self._decide(when)

    def _turn_years(self, day: date) -> None:
        """Begin new calendar years where they are what counts."""
        if self._rules.window is not Window.YEAR:
            return
        self._year = self._year or day.year
        while self._year < day.year:
            self._leave(date(self._year, 12, 31))
            self._year, self._last_year, self._value = self._year + 1, self._value, 0
            if self._standing.tier_id is not None:
                self._decide(date(self._year, 1, 1))

    def _decide(self, day: date) -> None:
        before = self._standing
        if before.keep_until is None and self._replay.stays(before.tier_id, self._value, self._last_year):
            return
        reached = Reached(self._value, self._last_year)
        decision = decide(self._replay.tiers, before, reached, day, self._rules.grace_days)
        self._standing = decision.standing
        if decision.moved and day >= self._replay.first:
            self._count_move(before.tier_id, decision.standing.tier_id)

    def _count_move(self, before: int | None, after: int | None) -> None:
        places = self._replay.places
        if places.get(after or 0, -1) > places.get(before or 0, -1):
            self._totals.tiers[after or 0].up += 1
        elif before in places:
            self._totals.tiers[before].down += 1

    def _end_points(self, day: date) -> None:
        ordinal = day.toordinal()
        if self._soonest >= ordinal:
            return
        self._totals.expired += sum([left for ends, left in self._lots if ends < ordinal])
        self._lots = [lot for lot in self._lots if lot[0] >= ordinal and lot[1]]
        self._soonest = min([ends for ends, _ in self._lots], default=_NEVER)

    # slips

    def meet(self, bought: Bought) -> None:
        """Take in one slip: points, spending, and what counts towards tiers."""
        counted = bought.day >= self._replay.first
        points = self._refund(bought, counted) if bought.refers_to is not None else self._sale(bought, counted)
        if self._replay.tiers:
            self._count(bought, points)

    def _sale(self, bought: Bought, counted: bool) -> int:
        if not counted:
            return max(bought.total, 0) * self._rules.points // self._rules.money
        if not bought.slip.lines:
            self._came(bought.day)
            return 0
        if bought.slip.by_points:
            self._spend(self._replay.worth.points_for(bought.slip.by_points))
        member = Member(self._standing.tier_id, self._buyer.birthday)
        points = self._replay.earner.points(bought.slip, member, bought.day, bought.at)
        off = self._replay.off.get(self._standing.tier_id or 0, 0)
        if off:
            self._totals.price_cost += sum([line.gross for line in bought.slip.lines]) * off // EVERYTHING
        self._earned[bought.sale_id] = [points, bought.total, 0]
        if points:
            self._add(points, self._replay.ends(bought.day))
        if self._buyer.brought_on == bought.day and bought.total >= self._rules.referral.minimum:
            self._refer(bought.day)
        self._came(bought.day)
        return points

    def _came(self, day: date) -> None:
        if self._rules.expiry.mode is ExpiryMode.INACTIVITY:
            self._put_off(day)

    def _refund(self, bought: Bought, counted: bool) -> int:
        earned = self._earned.get(bought.refers_to or 0)
        if earned is None or not counted:
            return 0
        points, total, before = earned
        back = min(-bought.total, max(total - before, 0))
        earned[2] += back
        due = share(points, total, before, back)
        self._totals.taken_back += due
        self._debt += due - self._take(due)
        return -due

    def _refer(self, day: date) -> None:
        both = self._rules.referral.introducer + self._rules.referral.friend
        if both:
            self._add(both, self._replay.ends(day))

    def _add(self, points: int, ends: date | None) -> None:
        self._totals.issued += points
        filled = min(self._debt, points)
        self._debt -= filled
        points -= filled
        ordinal = ends.toordinal() if ends else _NEVER
        if self._lots and self._lots[-1][0] == ordinal:
            self._lots[-1][1] += points
        else:
            self._lots.append([ordinal, points])
            self._soonest = min(self._soonest, ordinal)

    def _put_off(self, day: date) -> None:
        """Let everything end as late as what this purchase gave, or later."""
        ends = self._replay.ends(day)
        ordinal = ends.toordinal() if ends else _NEVER
        kept = [lot for lot in self._lots if lot[0] > ordinal]
        put_off = sum([left for ends, left in self._lots if ends <= ordinal])
        self._lots = [*kept, [ordinal, put_off]]
        self._soonest = ordinal

    def _spend(self, points: int) -> None:
        self._totals.spent += self._take(points)

    def _take(self, points: int) -> int:
        """Take so many points, nearest end first, and return how many there were."""
        taken = 0
        for lot in sorted(self._lots):
            part = min(lot[1], points - taken)
            lot[1] -= part
            taken += part
        return taken

    # tiers and gifts

    def _count(self, bought: Bought, points: int) -> None:
        """Add a slip to what counts towards tiers, and decide anew."""
        metric = self._rules.metric
        value = bought.total if metric is Metric.SPEND else points
        if metric is Metric.VISITS:
            value = int(bought.refers_to is None and self._visited != bought.day)
            self._visited = bought.day if value else self._visited
        if not value:
            return
        self._value += value
        if self._rules.window is Window.ROLLING:
            self._steps.append((_leaves_on(bought.day), value))
        self._decide(bought.day)

    def _birthdays(self) -> deque[date]:
        gift, born = self._rules.birthday, self._buyer.birthday
        if not gift.points or born is None:
            return deque()
        first, last = days_on(self._replay.first, gift.days_before), days_on(self._replay.today, gift.days_before)
        days = _anniversaries(key_of(born), first, last)
        return deque(date.fromordinal(day.toordinal() - gift.days_before) for day in days)

    def _give(self, day: date) -> None:
        gift = self._rules.birthday
        ends = days_on(day, gift.valid_days) if gift.valid_days else last_day(self._rules.expiry, day)
        self._add(gift.points, ends)

    def end(self) -> None:
        """Count what is left on the last day."""
        self._totals.unspent += sum(lot[1] for lot in self._lots)
        if self._standing.tier_id is not None:
            self._totals.tiers[self._standing.tier_id].members += 1


def warm_up_from(drafts: Sequence[RulesDraft], first: date) -> date:
    """Return the day from which slips are needed for tiers to stand as they would on the first day."""
    windows = {draft.points.window for draft in drafts if draft.tiers}
    if Window.LIFE in windows:
        return date.min
    if Window.YEAR in windows:
        return min(date(max(first.year - 1, 1), 1, 1), months_on(first, -12) if windows != {Window.YEAR} else first)
    return months_on(first, -12) if windows else first
