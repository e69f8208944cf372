"""Rules to begin with for each trade: sensible in China's shops, and changed as the shop likes.

Amounts are made for a currency with so many minor units in one (100 for yuan): prices of another want a look.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import (
    BirthdayGift,
    BirthdayTime,
    Expiry,
    ExpiryMode,
    Metric,
    Multiplier,
    Offer,
    PointsRules,
    Referral,
    Spending,
    SpendOrder,
    StoredRules,
    TierRules,
    VisitRules,
    Window,
)

_WORKDAYS = frozenset(range(5))
_LEGAL_LIMIT = 5_000
"""Units of money a card with a name may hold by the rules for prepaid cards."""


class Trade(StrEnum):
    """The trades there are presets for."""

    SALON = "salon"
    TEA_WINE = "tea_wine"
    MATERNITY = "maternity"
    RESTAURANT = "restaurant"
    REPAIR = "repair"
    TUITION = "tuition"
    GYM = "gym"
    CLOTHING = "clothing"
    PETS = "pets"


@dataclass(frozen=True)
class PresetTier:
    """A tier with the name and the colour to begin with."""

    name: str
    colour: str
    rules: TierRules


@dataclass(frozen=True)
class PresetCard:
    """A sort of visit card with the name to begin with."""

    name: str
    rules: VisitRules


@dataclass(frozen=True)
class PresetReward:
    """Money off for so many points."""

    name: str
    cost: int
    value: int


@dataclass(frozen=True)
class Preset:
    """Everything a trade begins with; no stored value where the trade has none."""

    points: PointsRules
    tiers: tuple[PresetTier, ...] = ()
    stored: StoredRules | None = None
    cards: tuple[PresetCard, ...] = ()
    rewards: tuple[PresetReward, ...] = ()


def trade_words() -> dict[Trade, str]:
    """Return what the trades are called."""
    return {
        Trade.SALON: _T("Preset", "Hair and beauty"),
        Trade.TEA_WINE: _T("Preset", "Tea, wine and food"),
        Trade.MATERNITY: _T("Preset", "Mother and child"),
        Trade.RESTAURANT: _T("Preset", "Restaurant and café"),
        Trade.REPAIR: _T("Preset", "Repairs and service"),
        Trade.TUITION: _T("Preset", "Lessons and courses"),
        Trade.GYM: _T("Preset", "Gym, yoga and dance"),
        Trade.CLOTHING: _T("Preset", "Clothes and shoes"),
        Trade.PETS: _T("Preset", "Pets"),
    }


def preset(trade: Trade, unit: int = 100) -> Preset:
    """Return what a trade begins with, named in the language in use; `unit` is minor units in one of the currency."""
    return {
        Trade.SALON: _salon,
        Trade.TEA_WINE: _tea_wine,
        Trade.MATERNITY: _maternity,
        Trade.RESTAURANT: _restaurant,
        Trade.REPAIR: _repair,
        Trade.TUITION: _tuition,
        Trade.GYM: _gym,
        Trade.CLOTHING: _clothing,
        Trade.PETS: _pets,
    }[trade](unit)


def _salon(unit: int) -> Preset:
    points = PointsRules(
        money=unit,
        multipliers=(_birthday_month(),),
        expiry=Expiry(ExpiryMode.MONTHS, 12, month_end=True),
        spending=_hundred_for_one(unit),
        birthday=BirthdayGift(points=200, days_before=7, valid_days=30),
        referral=Referral(200, 100, minimum=100 * unit),
        cap=300,
        grace_days=30,
    )
    tiers = _three_tiers((2_000 * unit, 5_000 * unit, 12_000 * unit), off=(500, 800, 1_200), factors=(120, 150, 200))
    card = VisitRules(10, 380 * unit, valid_days=365, per_day=1)
    return Preset(
        points,
        tiers,
        _stored(unit, (500, 50), (1_000, 150), (2_000, 400)),
        (PresetCard(_T("Preset", "Haircut, 10 times"), card),),
        _rewards(unit),
    )


def _tea_wine(unit: int) -> Preset:
    points = PointsRules(
        money=unit,
        multipliers=(_birthday_month(),),
        expiry=Expiry(ExpiryMode.YEAR_END, 1),
        spending=_hundred_for_one(unit),
        birthday=BirthdayGift(points=300, days_before=10, valid_days=60),
        referral=Referral(500, 200, minimum=300 * unit),
        window=Window.YEAR,
    )
    tiers = _three_tiers((3_000 * unit, 10_000 * unit, 30_000 * unit), off=(300, 500, 800), factors=(120, 150, 200))
    return Preset(points, tiers, _stored(unit, (1_000, 80), (3_000, 300), (5_000, 600)), (), _rewards(unit))


def _maternity(unit: int) -> Preset:
    points = PointsRules(
        money=unit,
        multipliers=(_birthday_month(),),
        expiry=Expiry(ExpiryMode.MONTHS, 12),
        spending=_hundred_for_one(unit),
        birthday=BirthdayGift(points=100, days_before=7, valid_days=30),
        referral=Referral(100, 100, minimum=100 * unit),
    )
    tiers = _three_tiers((1_500 * unit, 4_000 * unit, 10_000 * unit), off=(0, 300, 500), factors=(120, 150, 200))
    swims = VisitRules(20, 1_200 * unit, valid_days=240, per_day=1, for_household=True)
    return Preset(points, tiers, None, (PresetCard(_T("Preset", "Baby swimming, 20 times"), swims),), _rewards(unit))


def _restaurant(unit: int) -> Preset:
    quiet = Multiplier(_T("Preset", "Quiet hours"), 200, weekdays=_WORKDAYS, hours=(14 * 60, 17 * 60))
    points = PointsRules(
        money=unit,
        per_visit=5,
        minimum=20 * unit,
        multipliers=(quiet, _birthday_month()),
        expiry=Expiry(ExpiryMode.INACTIVITY, 6),
        spending=_hundred_for_one(unit),
        birthday=BirthdayGift(points=100, days_before=3, valid_days=14),
        metric=Metric.VISITS,
    )
    tiers = _three_tiers((6, 20, 50), off=(0, 500, 800), factors=(110, 120, 150))
    return Preset(points, tiers, _stored(unit, (300, 30), (500, 60), (1_000, 150)), (), _rewards(unit))


def _repair(unit: int) -> Preset:
    points = PointsRules(
        points=1,
        money=10 * unit,
        expiry=Expiry(ExpiryMode.MONTHS, 24, month_end=True),
        spending=Spending(10, unit, minimum=10, step=10, max_share=3_000),
        referral=Referral(30, 10),
        window=Window.LIFE,
    )
    tiers = _three_tiers((1_000 * unit, 5_000 * unit, 20_000 * unit), off=(300, 500, 1_000), factors=(100, 120, 150))
    care = VisitRules(3, 260 * unit, valid_days=365)
    return Preset(points, tiers, None, (PresetCard(_T("Preset", "Maintenance, 3 times"), care),))


def _tuition(unit: int) -> Preset:
    points = PointsRules(
        points=1,
        money=10 * unit,
        spending=Spending(10, unit, minimum=100, step=50, max_share=1_000),
        referral=Referral(500, 500, minimum=500 * unit),
        window=Window.LIFE,
    )
    tiers = _three_tiers((5_000 * unit, 15_000 * unit, 40_000 * unit), off=(0, 300, 500), factors=(100, 120, 150))
    lessons = VisitRules(20, 2_400 * unit, valid_days=365, per_day=2, for_household=True)
    trial = VisitRules(4, 199 * unit, valid_days=60, per_day=1)
    cards = (
        PresetCard(_T("Preset", "Course, 20 lessons"), lessons),
        PresetCard(_T("Preset", "Trial, 4 lessons"), trial),
    )
    return Preset(points, tiers, None, cards)


def _gym(unit: int) -> Preset:
    points = PointsRules(
        points=1,
        money=10 * unit,
        per_visit=5,
        expiry=Expiry(ExpiryMode.MONTHS, 12, month_end=True),
        spending=Spending(10, unit, minimum=100, step=50, max_share=1_000),
        referral=Referral(300, 300, minimum=500 * unit),
    )
    tiers = _three_tiers((3_000 * unit, 8_000 * unit, 20_000 * unit), off=(0, 300, 500), factors=(100, 120, 150))
    classes = VisitRules(20, 1_600 * unit, valid_days=180, per_day=2)
    coach = VisitRules(10, 2_800 * unit, valid_days=120, per_day=1)
    cards = (
        PresetCard(_T("Preset", "Classes, 20 times"), classes),
        PresetCard(_T("Preset", "Personal training, 10 times"), coach),
    )
    return Preset(points, tiers, None, cards)


def _clothing(unit: int) -> Preset:
    points = PointsRules(
        money=unit,
        multipliers=(_birthday_month(),),
        expiry=Expiry(ExpiryMode.MONTHS, 12, month_end=True),
        spending=_hundred_for_one(unit),
        birthday=BirthdayGift(points=200, days_before=7, valid_days=30),
        referral=Referral(200, 100, minimum=200 * unit),
    )
    tiers = _three_tiers((2_000 * unit, 6_000 * unit, 15_000 * unit), off=(300, 500, 800), factors=(120, 150, 200))
    return Preset(points, tiers, _stored(unit, (1_000, 80), (3_000, 300)), (), _rewards(unit))


def _pets(unit: int) -> Preset:
    points = PointsRules(
        money=unit,
        expiry=Expiry(ExpiryMode.MONTHS, 12),
        spending=_hundred_for_one(unit),
        referral=Referral(100, 100, minimum=100 * unit),
        cap=300,
    )
    tiers = _three_tiers((1_000 * unit, 3_000 * unit, 8_000 * unit), off=(0, 300, 500), factors=(120, 150, 200))
    washes = VisitRules(10, 680 * unit, valid_days=365, per_day=2, for_household=True)
    card = PresetCard(_T("Preset", "Washing, 10 times"), washes)
    return Preset(points, tiers, _stored(unit, (500, 40), (1_000, 120)), (card,), _rewards(unit))


def _birthday_month() -> Multiplier:
    return Multiplier(_T("Preset", "Birthday month"), 200, birthday=BirthdayTime.MONTH)


def _hundred_for_one(unit: int) -> Spending:
    """Return that a hundred points pay one of the currency, for at most half of a bill."""
    return Spending(100, unit, minimum=100, step=100, max_share=5_000)


def _stored(unit: int, *offers: tuple[int, int]) -> StoredRules:
    made = tuple(Offer(pay * unit, gift * unit) for pay, gift in offers)
    return StoredRules(made, SpendOrder.PRO_RATA, gift_days=365, warn_above=_LEGAL_LIMIT * unit)


def _three_tiers(
    thresholds: tuple[int, int, int], off: tuple[int, int, int], factors: tuple[int, int, int]
) -> tuple[PresetTier, ...]:
    names = (_T("Preset", "Silver"), _T("Preset", "Gold"), _T("Preset", "Diamond"))
    rules = [
        TierRules(threshold, threshold * 8 // 10, price_off=part, factor=factor)
        for threshold, part, factor in zip(thresholds, off, factors, strict=True)
    ]
    colours = ("slate", "amber", "violet")
    return tuple(PresetTier(*one) for one in zip(names, colours, rules, strict=True))


def _rewards(unit: int) -> tuple[PresetReward, ...]:
    return (
        PresetReward(_T("Preset", "Voucher for 10"), 800, 10 * unit),
        PresetReward(_T("Preset", "Voucher for 50"), 3_500, 50 * unit),
    )
