from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given

from crm_desktop.domain.anniversaries import next_anniversary
from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member, earn
from crm_desktop.domain.loyalty.rules import (
    Base,
    BirthdayTime,
    Expiry,
    ExpiryMode,
    Multiplier,
    PointsRules,
    Rounding,
    Stacking,
)
from tests.domain.loyalty.makers import GOLD, NOON, TODAY, VIP, days, members, points_rules, slips, times

TIERS = (VIP, GOLD)


def one_line(net, gross=None, **more):
    return EarnSlip((EarnLine(net if gross is None else gross, net),), **more)


def earned(rules, slip, member=Member(), day=TODAY, at=NOON):  # noqa: B008
    return earn(rules, TIERS, slip, member, day=day, at=at).total


def plain_points(rules, slip, member, day, at):
    """The same promise in fractions, line by line, with nothing shared but the words of the rules."""
    paid = sum(line.net for line in slip.lines)
    left_out = (not rules.earn_on_points_part) * slip.by_points + (not rules.earn_on_gift_part) * slip.by_gift
    part = Fraction(max(paid - left_out, 0), paid) if paid else Fraction(1)
    value = {id(line): line.net if rules.base == "after" else line.gross for line in slip.lines}
    if sum(value.values()) * part < rules.minimum:
        return 0
    running = [one for one in rules.multipliers if runs(one, member, day, at)]
    points = Fraction(0)
    for line in slip.lines:
        rate = rules.category_rates.get(line.category_id, 100) if line.rate is None else line.rate
        rate = rules.product_rates.get(line.product_id, rate)
        base = value[id(line)] * part * Fraction(rules.points, rules.money) * Fraction(rate, 100)
        if line.net or rules.base == "before":
            base += Fraction(line.quantity, 1000) * rules.product_points.get(line.product_id, 0)
        points += base * plain_factor(rules, member, [one for one in running if is_for(one, line)])
    rounded = {"floor": floor, "ceil": ceil, "half_up": lambda number: floor(number + Fraction(1, 2))}
    tops = [one.plus for one in running if any(is_for(one, line) for line in slip.lines)]
    top = max(tops, default=0) if rules.stacking == "best" else sum(tops)
    return rounded[rules.rounding](points) + rules.per_visit + top


def runs(one, member, day, at):
    minute = at.hour * 60 + at.minute
    begin, end = one.hours or (0, 1440)
    inside = begin <= minute < end or (end < begin and (minute >= begin or minute < end))
    return (
        inside
        and (not one.weekdays or day.weekday() in one.weekdays)
        and (one.first is None or one.first <= day)
        and (not one.tier_ids or member.tier_id in one.tier_ids)
        and (one.birthday is None or has_birthday(member.birthday, day, one.birthday))
    )


def has_birthday(birthday, day, when):
    if birthday is None:
        return False
    if when is BirthdayTime.DAY:
        return next_anniversary(birthday, day) == day
    if birthday.calendar == "solar":
        return birthday.month == day.month
    first = replace(birthday, day=1)
    begins = [next_anniversary(first, date.fromordinal(day.toordinal() - back)) for back in (29, 28)]
    long = next_anniversary(replace(birthday, day=30), begins[0]).toordinal() - begins[0].toordinal()
    return begins[0].toordinal() <= day.toordinal() <= begins[0].toordinal() + long


def is_for(one, line):
    goods = one.product_ids or one.category_ids
    return not goods or line.product_id in one.product_ids or line.category_id in one.category_ids


def plain_factor(rules, member, running):
    own = [Fraction(tier.rules.factor, 100) for tier in TIERS if tier.tier_id == member.tier_id]
    all_ = own + [Fraction(one.factor, 100) for one in running if one.factor != 100]
    factor = Fraction(1)
    if all_ and rules.stacking == "best":
        factor = max(all_)
    elif rules.stacking == "sum":
        factor = max(1 + sum(one - 1 for one in all_), Fraction(0))
    else:
        for one in all_:
            factor *= one
    return min(factor, Fraction(rules.cap, 100)) if rules.cap and all_ else factor


@given(points_rules, slips, members, days, times)
def test_a_slip_earns_what_a_plain_reading_of_the_rules_says(rules, slip, member, day, at):
    result = earn(rules, TIERS, slip, member, day=day, at=at)
    assert result.total == plain_points(rules, slip, member, day, at)
    assert Earner(rules, TIERS).points(slip, member, day, at) == result.total


@given(points_rules, slips, members, days, times)
def test_lines_and_lots_always_add_up_to_what_a_slip_earned(rules, slip, member, day, at):
    result = Earner(rules, TIERS).earn(slip, member, day, at)
    assert sum(result.by_line) == result.total == sum(lot.quantity for lot in result.lots)
    assert len(result.by_line) == len(slip.lines)
    assert min(result.by_line) >= 0


def test_a_vip_earns_half_as_much_again():
    result = earn(PointsRules(), TIERS, one_line(18_800), Member(tier_id=1), day=TODAY, at=NOON)
    assert result.total == 282
    (reason,) = result.reasons
    assert reason.values["parts"] == [{"amount": 18_800, "rate": 100, "goods": 0, "factors": [["VIP", 150]]}]


@pytest.mark.parametrize(("stacking", "points"), [(Stacking.BEST, 200), (Stacking.SUM, 250), (Stacking.MULTIPLY, 300)])
def test_factors_stack_as_the_shop_says_and_never_above_the_cap(stacking, points):
    rules = PointsRules(multipliers=(Multiplier("Double day", 200),), stacking=stacking)
    assert earned(rules, one_line(10_000), Member(tier_id=1)) == points
    assert earned(replace(rules, cap=180), one_line(10_000), Member(tier_id=1)) == 180


def test_a_slip_is_rounded_once_not_line_by_line():
    slip = EarnSlip(tuple(EarnLine(50, 50) for _ in range(5)))
    totals = {how: earned(PointsRules(rounding=how), slip) for how in Rounding}
    assert totals == {Rounding.FLOOR: 2, Rounding.HALF_UP: 3, Rounding.CEIL: 3}


def test_what_is_paid_by_points_or_gifts_earns_only_if_the_shop_says_so():
    slip = one_line(10_000, by_points=2_000, by_gift=3_000)
    assert earned(PointsRules(), slip) == 50
    assert earned(PointsRules(earn_on_points_part=True), slip) == 70
    assert earned(PointsRules(earn_on_points_part=True, earn_on_gift_part=True), slip) == 100


def test_the_minimum_is_of_what_counts_and_is_enforced():
    rules = PointsRules(minimum=10_000, per_visit=5)
    assert earned(rules, one_line(9_999)) == 0
    assert earned(rules, one_line(12_000, by_points=2_001)) == 0
    assert earned(rules, one_line(10_000)) == 105


def test_points_are_counted_on_prices_before_or_after_discounts():
    slip = one_line(8_000, gross=10_000)
    assert earned(PointsRules(), slip) == 80
    assert earned(PointsRules(base=Base.BEFORE_DISCOUNT), slip) == 100


def test_happy_hours_past_midnight_end_on_time():
    rules = PointsRules(multipliers=(Multiplier("Night", 200, hours=(22 * 60, 2 * 60)),))
    at = {clock: earned(rules, one_line(100), at=time(*clock)) for clock in ((21, 59), (22, 0), (1, 59), (2, 0))}
    assert list(at.values()) == [1, 2, 2, 1]


def test_somebody_born_on_29_february_has_a_birthday_each_year():
    rules = PointsRules(multipliers=(Multiplier("Birthday", plus=50, birthday=BirthdayTime.DAY),))
    member = Member(birthday=parse_date("1992-02-29"))
    found = [earned(rules, one_line(0), member, date.fromisoformat(f"{day}")) for day in ("2026-02-28", "2028-02-28")]
    assert found == [50, 0]
    assert earned(rules, one_line(0), member, date(2028, 2, 29)) == 50


def test_a_birthday_in_a_leap_lunar_month_falls_in_the_plain_one_of_common_years():
    rules = PointsRules(multipliers=(Multiplier("Birthday", plus=50, birthday=BirthdayTime.MONTH),))
    leap = Member(birthday=parse_date("农历闰六月初五"))
    plain = Member(birthday=parse_date("农历六月初五"))
    in_2025 = {"plain": date(2025, 7, 1), "leap": date(2025, 8, 1)}
    assert [earned(rules, one_line(0), plain, day) for day in in_2025.values()] == [50, 0]
    assert [earned(rules, one_line(0), leap, day) for day in in_2025.values()] == [0, 50]
    assert earned(rules, one_line(0), leap, date(2026, 7, 20)) == 50


def test_a_promotion_for_goods_doubles_only_their_lines():
    rules = PointsRules(multipliers=(Multiplier("Tea week", 200, category_ids=frozenset({7})),))
    slip = EarnSlip((EarnLine(10_000, 10_000, category_id=7), EarnLine(5_000, 5_000)))
    result = earn(rules, (), slip, Member(), day=TODAY, at=NOON)
    assert (result.total, result.by_line) == (250, (200, 50))


def test_a_changed_rule_never_touches_what_was_given_before():
    before = earn(PointsRules(expiry=Expiry(ExpiryMode.MONTHS, 12)), (), one_line(100), Member(), day=TODAY, at=NOON)
    assert before.lots[0].expires_on == date(2027, 11, 22)
    after = earn(PointsRules(expiry=Expiry(ExpiryMode.DAYS, 1)), (), one_line(100), Member(), day=TODAY, at=NOON)
    assert (before.lots[0].expires_on, after.lots[0].expires_on) == (date(2027, 11, 22), date(2026, 11, 23))
