"""The rules of a programme as a shop sets them: points, stored value, visit cards, tiers.

Whole numbers only: money in minor units, points and uses whole, rates and factors in hundredths (150 is × 1.5),
per cents in hundredths of a per cent (1 000 is 10 %). A change makes a new version; what was given keeps its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

ONCE = 100
"""A factor or a rate of one."""

EVERYTHING = 10_000
"""A per cent of a hundred."""


class Base(StrEnum):
    """What points are counted on: prices as they stand, or what is left after every discount."""

    BEFORE_DISCOUNT = "before"
    AFTER_DISCOUNT = "after"


class Stacking(StrEnum):
    """What several factors make together: 1.5 and 2 are 2 (best), 2.5 (sum) or 3 (multiply)."""

    BEST = "best"
    SUM = "sum"
    MULTIPLY = "multiply"


class Rounding(StrEnum):
    """How a slip's points are made whole, once for the slip."""

    FLOOR = "floor"
    HALF_UP = "half_up"
    CEIL = "ceil"


class BirthdayTime(StrEnum):
    """When it counts as somebody's birthday."""

    DAY = "day"
    MONTH = "month"


class ExpiryMode(StrEnum):
    """When what was given ends."""

    NONE = "none"
    DAYS = "days"
    MONTHS = "months"
    YEAR_END = "year_end"
    """With the last day of the year, or of one of the years after."""
    INACTIVITY = "inactivity"
    """So many months after the last purchase: each one puts it off."""


class Metric(StrEnum):
    """What a tier is reached by."""

    SPEND = "spend"
    POINTS = "points"
    VISITS = "visits"


class Window(StrEnum):
    """The time in which it counts."""

    ROLLING = "rolling"
    """Twelve months back from the day."""
    YEAR = "year"
    """The calendar year; what was reached in one holds to the end of the next."""
    LIFE = "life"


class SpendOrder(StrEnum):
    """Which part of stored value pays first."""

    PRINCIPAL_FIRST = "principal_first"
    GIFT_FIRST = "gift_first"
    PRO_RATA = "pro_rata"


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A promotion: a factor or points on top, on some days, at some hours, for some members or goods.

    Everything that is given must hold. `hours` are minutes of the day: from, until (not reached); a span past
    midnight has its end before its start. Goods limit the factor to their lines; the points on top are given once.
    """

    name: str
    factor: int = ONCE
    plus: int = 0
    weekdays: frozenset[int] = frozenset()
    """Monday is 0; none is every day."""
    hours: tuple[int, int] | None = None
    birthday: BirthdayTime | None = None
    tier_ids: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    category_ids: frozenset[int] = frozenset()
    product_ids: frozenset[int] = frozenset()

    @property
    def for_goods(self) -> bool:
        """Tell whether only some lines of a slip are meant."""
        return bool(self.category_ids or self.product_ids)


@dataclass(frozen=True, slots=True)
class Expiry:
    """When points end: `count` days, months or years, on a month's last day where `month_end` says so."""

    mode: ExpiryMode = ExpiryMode.NONE
    count: int = 0
    month_end: bool = False


@dataclass(frozen=True, slots=True)
class Spending:
    """How points pay: `points` are worth `money`; between a smallest number and a share of the bill, in steps."""

    points: int = 0
    """None: points do not pay, they only buy rewards."""
    money: int = 100
    minimum: int = 0
    step: int = 1
    max_share: int = EVERYTHING

    @property
    def allowed(self) -> bool:
        """Tell whether points pay at all."""
        return self.points > 0


@dataclass(frozen=True, slots=True)
class BirthdayGift:
    """What is given once a year: points that may end after some days, a coupon of a batch, or both."""

    points: int = 0
    batch_id: int | None = None
    days_before: int = 0
    valid_days: int = 0
    """Days the points can be used; none is as the programme says."""


@dataclass(frozen=True, slots=True)
class Referral:
    """What both sides get with the friend's first purchase of at least `minimum`."""

    introducer: int = 0
    friend: int = 0
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class PointsRules:
    """How points are earned, how long they last and what they pay, and what tiers are reached by."""

    points: int = 1
    """So many points …"""
    money: int = 100
    """… for so much money."""
    per_visit: int = 0
    product_points: dict[int, int] = field(default_factory=dict)
    """Points for one of a product, on top of those for its money."""
    product_rates: dict[int, int] = field(default_factory=dict)
    """Hundredths of the usual rate for a product, whatever the catalogue says; 0 earns nothing."""
    category_rates: dict[int, int] = field(default_factory=dict)
    """The same for a category; the catalogue's rate of a product goes before it."""
    minimum: int = 0
    """The least a slip must come to."""
    base: Base = Base.AFTER_DISCOUNT
    earn_on_points_part: bool = False
    earn_on_gift_part: bool = False
    multipliers: tuple[Multiplier, ...] = ()
    stacking: Stacking = Stacking.BEST
    cap: int = 0
    """The highest factor of all together, hundredths; 0 is none."""
    rounding: Rounding = Rounding.FLOOR
    expiry: Expiry = Expiry()
    spending: Spending = Spending()
    refund_may_go_below_zero: bool = True
    days_after_return: int = 30
    """Days that spent points live on at least when they come back with a return."""
    birthday: BirthdayGift = BirthdayGift()
    referral: Referral = Referral()
    metric: Metric = Metric.SPEND
    window: Window = Window.ROLLING
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """Who tops up at least `pay` gets `gift` on top."""

    pay: int
    gift: int


@dataclass(frozen=True, slots=True)
class StoredRules:
    """How stored value is topped up and spent."""

    offers: tuple[Offer, ...] = ()
    spend_order: SpendOrder = SpendOrder.PRINCIPAL_FIRST
    gift_days: int = 0
    """Days a gift lasts; 0 is for ever. Principal never ends."""
    warn_above: int = 0
    """The balance above which the shop is warned (the law limits what cards may hold); 0 is never."""
    withdrawal_takes_gift: bool = True
    """Whether a gift goes in the measure in which its principal is paid back."""
    days_after_return: int = 30


@dataclass(frozen=True, slots=True)
class VisitRules:
    """A sort of visit card: so many uses for a price, for what, when, how long and how often."""

    uses: int
    price: int = 0
    product_ids: frozenset[int] = frozenset()
    category_ids: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    hours: tuple[int, int] | None = None
    valid_days: int = 0
    """0 is for ever, unless `until` says a day."""
    until: date | None = None
    per_day: int = 0
    """0 is as often as one likes."""
    for_household: bool = False
    days_after_return: int = 30


@dataclass(frozen=True, slots=True)
class TierRules:
    """What a tier asks and gives: reached from `threshold`, kept from `keep` (None: the threshold)."""

    threshold: int
    keep: int | None = None
    price_off: int = 0
    """Hundredths of a per cent off every price."""
    factor: int = ONCE
    benefits: str = ""

    @property
    def keep_from(self) -> int:
        """Return what must be reached to stay."""
        return self.threshold if self.keep is None else self.keep


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of the shop with its rules."""

    tier_id: int
    name: str
    rules: TierRules
    position: int = 0
    colour: str = ""


Rules = PointsRules | StoredRules | VisitRules
"""The rules of one programme, whatever its kind."""
