from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.lots import NewLot, available, take_up_to
from crm_desktop.domain.loyalty.rules import (
    BirthdayGift,
    Expiry,
    ExpiryMode,
    Metric,
    PointsRules,
    Referral,
    Spending,
    Tier,
    TierRules,
    Window,
)
from crm_desktop.domain.loyalty.simulate import Bought, Buyer, DraftReplay, RulesDraft, warm_up_from
from crm_desktop.domain.loyalty.tiers import Reached, Standing, decide, window_of, year_before
from crm_desktop.domain.loyalty.words import Lot
from crm_desktop.domain.loyalty.worth import PointWorth
from tests.domain.loyalty.makers import NOON, TODAY, expiries

FIRST = date(2025, 11, 22)
WORTH = PointWorth(1, 1)
LADDER = (
    Tier(1, "Silver", TierRules(30_000, keep=20_000, factor=150, price_off=1_000), 0),
    Tier(2, "Gold", TierRules(80_000, keep=60_000, factor=200), 1),
)


def sale(number, day, total, by_points=0):
    return Bought(number, day, NOON, total, EarnSlip((EarnLine(total, total),), by_points))


def refund(number, day, total, of):
    return Bought(number, day, NOON, -total, EarnSlip(()), of)


@st.composite
def histories(draw):
    """Draw a customer's slips, the oldest first, some of them refunds of earlier ones."""
    days = sorted(draw(st.lists(st.dates(date(2023, 6, 1), TODAY), max_size=12)))
    slips, left = [], {}
    for number, day in enumerate(days, 1):
        back = draw(st.sampled_from([None, *left])) if left else None
        if back and draw(st.booleans()):
            amount = draw(st.integers(1, left[back]))
            left[back] -= amount
            left = {one: rest for one, rest in left.items() if rest}
            slips.append(refund(number, day, amount, back))
        else:
            total = draw(st.integers(100, 60_000))
            left[number] = total
            slips.append(sale(number, day, total, draw(st.sampled_from((0, 0, 50)))))
    return slips


rules = st.builds(
    PointsRules,
    expiry=expiries.filter(lambda one: one.mode is not ExpiryMode.INACTIVITY),
    metric=st.sampled_from((Metric.SPEND, Metric.VISITS)),
    window=st.sampled_from(Window),
    grace_days=st.sampled_from((0, 0, 20)),
)


def played(points_rules, slips, tiers=LADDER, buyer=Buyer(), first=FIRST):  # noqa: B008
    replay = DraftReplay(RulesDraft(points_rules, tiers), WORTH, first, TODAY)
    replay.play(buyer, slips)
    return replay.totals


def tier_by_day(points_rules, slips, tiers):
    """The tier on every single day, decided from sums over all slips: what the replay must come to in its leaps."""
    standing, found = Standing(), {}
    for number in range(date(2023, 5, 31).toordinal(), TODAY.toordinal() + 1):
        day = date.fromordinal(number)
        steps = [None, *(bought for bought in slips if bought.day == day)]
        for bought in steps:
            so_far = [one for one in slips if one.day < day or (bought and one.sale_id <= bought.sale_id)]
            reached = Reached(*(measured(points_rules, so_far, span) for span in spans(points_rules, day)))
            standing = decide(tiers, standing, reached, day, points_rules.grace_days).standing
        found[day] = standing.tier_id
    return found


def spans(points_rules, day):
    return window_of(points_rules, day), year_before(points_rules, day) or (date.max, date.max)


def measured(points_rules, slips, span):
    inside = [one for one in slips if span[0] <= one.day <= span[1]]
    if points_rules.metric is Metric.SPEND:
        return sum(one.total for one in inside)
    return len({one.day for one in inside if one.refers_to is None})


@given(rules, histories())
def test_the_replay_ends_in_the_tier_that_daily_checks_come_to(points_rules, slips):
    ladder = LADDER
    if points_rules.metric is Metric.VISITS:
        ladder = (Tier(1, "Silver", TierRules(2, keep=1)), Tier(2, "Gold", TierRules(4, keep=3), 1))
    last = tier_by_day(points_rules, slips, ladder)[TODAY]
    totals = played(points_rules, slips, ladder)
    assert {tier_id for tier_id, count in totals.tiers.items() if count.members} == ({last} if last else set())


@given(rules, histories())
def test_points_never_vanish_in_a_replay(points_rules, slips):
    totals = played(points_rules, slips)
    gone = totals.spent + totals.expired + totals.unspent
    assert gone <= totals.issued <= gone + totals.taken_back
    if not any(bought.refers_to for bought in slips):
        assert (totals.issued, totals.taken_back) == (gone, 0)


@given(rules, histories())
def test_points_are_those_of_the_tills_own_engine_lot_by_lot(points_rules, slips):
    slips = [one for one in slips if one.refers_to is None and one.day >= FIRST]
    earner, lots, spent = Earner(points_rules, ()), [], 0
    for bought in slips:
        takes = {one.lot_id: one.quantity for one in take_up_to(lots, bought.slip.by_points, bought.day)}
        spent += sum(takes.values())
        lots = [with_left(one, one.left - takes.get(one.lot_id, 0)) for one in lots]
        earned = earner.earn(bought.slip, Member(), bought.day, NOON)
        lots += [kept(one, len(lots) + 1) for one in earned.lots]
    totals = played(points_rules, slips, ())
    assert (totals.unspent, totals.spent) == (available(lots, TODAY), spent)
    assert totals.issued == sum(one.quantity for one in lots)


def kept(new: NewLot, number):
    return Lot(number, 1, new.kind, new.source, new.quantity, new.quantity, new.earned_on, new.expires_on)


def with_left(one, left):
    return Lot(one.lot_id, 1, one.kind, one.source, one.quantity, left, one.earned_on, one.expires_on)


def test_sales_before_the_first_day_only_prepare():
    totals = played(PointsRules(), [sale(1, FIRST - timedelta(days=30), 40_000), sale(2, FIRST, 10_000)])
    assert totals.issued == 150
    assert (totals.tiers[1].members, totals.tiers[1].up, totals.price_cost) == (0, 0, 1_000)
    assert totals.tiers[1].down == 1


def test_moves_up_and_down_are_counted_where_they_lead_and_leave():
    slips = [sale(1, FIRST, 40_000), sale(2, FIRST + timedelta(days=10), 50_000)]
    totals = played(PointsRules(), slips)
    assert {tier: (one.members, one.up, one.down) for tier, one in totals.tiers.items()} == {1: (1, 1, 0), 2: (0, 1, 1)}


def test_a_refund_takes_back_its_share_and_a_debt_is_filled_first():
    slips = [sale(1, FIRST, 10_000), sale(2, FIRST, 100, 80), refund(3, FIRST, 5_000, 1), sale(4, FIRST, 9_900)]
    totals = played(PointsRules(), slips, ())
    assert (totals.issued, totals.spent, totals.taken_back) == (100 + 0 + 99, 80, 50)
    assert totals.unspent == 199 - 80 - 50


def test_each_purchase_puts_off_points_that_end_by_inactivity():
    rule = PointsRules(expiry=Expiry(ExpiryMode.INACTIVITY, 3))
    often = [sale(number, FIRST + timedelta(days=80 * number), 1_000) for number in range(5)]
    seldom = [sale(number, FIRST + timedelta(days=120 * number), 1_000) for number in range(4)]
    assert [played(rule, slips, ()).unspent for slips in (often, seldom)] == [50, 10]
    assert [played(rule, slips, ()).expired for slips in (often, seldom)] == [0, 30]


def test_using_a_card_is_a_visit_that_earns_nothing_and_keeps_points():
    rule = PointsRules(metric=Metric.VISITS, per_visit=5, expiry=Expiry(ExpiryMode.INACTIVITY, 3))
    days = [FIRST + timedelta(days=80 * number) for number in range(5)]
    used = [Bought(number, day, NOON, 0, EarnSlip(())) for number, day in enumerate(days[1:], 2)]
    totals = played(rule, [sale(1, days[0], 1_000), *used], (Tier(1, "Regular", TierRules(5)),))
    assert (totals.issued, totals.unspent, totals.tiers[1].up) == (15, 15, 1)


def test_birthdays_and_friends_are_part_of_what_a_draft_costs():
    rule = PointsRules(birthday=BirthdayGift(100, days_before=7, valid_days=10), referral=Referral(30, 20, minimum=500))
    born = Buyer(parse_date("1990-11-28"), brought_on=FIRST)
    totals = played(rule, [sale(1, FIRST, 1_000)], (), born)
    assert (totals.issued, totals.expired, totals.unspent) == (10 + 50 + 100, 0, 160)
    assert played(rule, [sale(1, FIRST, 499)], (), born).issued == 4 + 100


@pytest.mark.parametrize(
    ("window", "start"),
    [(Window.ROLLING, date(2024, 11, 22)), (Window.YEAR, date(2024, 1, 1)), (Window.LIFE, date.min)],
)
def test_tiers_are_prepared_from_as_far_back_as_their_window_reaches(window, start):
    assert warm_up_from([RulesDraft(PointsRules(window=window), LADDER)], FIRST) == start
    assert warm_up_from([RulesDraft(PointsRules(window=window))], FIRST) == FIRST


def test_two_drafts_see_the_same_sales():
    drafts = [RulesDraft(PointsRules(spending=Spending(100, 100))), RulesDraft(PointsRules(points=2))]
    slips = [sale(1, FIRST, 10_000)]
    found = [played(draft.points, slips, draft.tiers).issued for draft in drafts]
    assert found == [100, 200]


def test_everything_a_customer_bought_on_one_day_counts_as_one_visit():
    rule = PointsRules(metric=Metric.VISITS)
    ladder = (Tier(1, "Regular", TierRules(2)),)
    same = played(rule, [sale(1, TODAY, 100), sale(2, TODAY, 100)], ladder)
    other = played(rule, [sale(1, TODAY - timedelta(days=1), 100), sale(2, TODAY, 100)], ladder)
    assert (same.tiers[1].members, other.tiers[1].members) == (0, 1)
