import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from crm_desktop.base.text import use_language
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.explain import Step, from_values, to_values
from crm_desktop.domain.loyalty.presets import Trade, preset
from crm_desktop.domain.loyalty.rule_checks import RuleFault
from crm_desktop.domain.loyalty.rules import (
    BirthdayTime,
    Expiry,
    ExpiryMode,
    Metric,
    Multiplier,
    PointsRules,
    Spending,
    Stacking,
    TierRules,
    VisitRules,
    Window,
)
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind, Reason
from crm_desktop.services.read_loyalty import CardHeld, Loyalty
from crm_desktop.services.say_cards import say_tier
from crm_desktop.services.say_loyalty import balance_message_text, example, explanation_text, say_step
from crm_desktop.services.say_rule_words import RuleWords, rule_fault_words
from crm_desktop.services.say_rules import say_expiry, say_multiplier, say_rules
from tests.domain.loyalty.makers import GOLD, NOON, TODAY, VIP, days, members, points_rules, slips, times

WORDS = RuleWords("CNY", {1: "Tea", 2: "Pot", 3: "Cup"}, {1: "Drinks", 2: "Sweets", 3: "Gifts"}, {1: "VIP", 2: "Gold"})


def why(rules, slip, member=Member(tier_id=1)):  # noqa: B008
    earned = Earner(rules, (VIP, GOLD)).earn(slip, member, TODAY, NOON)
    return explanation_text(earned.reasons, "CNY")


def paid(*amounts, **more):
    return EarnSlip(tuple(EarnLine(one, one, **more) for one in amounts))


def sentences(rules):
    return [one.text for one in say_rules(rules, WORDS, (VIP,))]


def test_a_slip_says_why_it_earned_its_points():
    rules = PointsRules(multipliers=(Multiplier("birthday", plus=50),))
    assert why(rules, paid(18_800)) == "188.00 × 1 × VIP 1.5 = 282; +50 birthday"


@pytest.mark.parametrize(
    ("rules", "slip", "said"),
    [
        (PointsRules(), paid(18_850), "188.50 × 1 × VIP 1.5 ≈ 282"),
        (PointsRules(money=1_000), paid(18_000), "180.00 ÷ 10 × 1 × VIP 1.5 = 27"),
        (PointsRules(per_visit=5), paid(100_000), "1,000.00 × 1 × VIP 1.5 = 1,500; +5 for the visit"),
        (PointsRules(minimum=20_000), paid(100), "no points: ¥1.00 is below ¥200.00"),
        (PointsRules(product_points={1: 3}), paid(1_000, product_id=1), "(10.00 × 1 + 3) × VIP 1.5 ≈ 19"),
        (PointsRules(product_rates={1: 0}), paid(1_000, product_id=1), "0 = 0"),
    ],
)
def test_the_sum_can_be_followed_with_a_pocket_calculator(rules, slip, said):
    assert why(rules, slip) == said


@pytest.mark.parametrize(
    ("stacking", "cap", "said"),
    [
        (Stacking.BEST, 0, "100.00 × 1 × Double day 2 = 200"),
        (Stacking.SUM, 0, "100.00 × 1 × 2.5 (VIP 1.5 + Double day 2) = 250"),
        (Stacking.MULTIPLY, 0, "100.00 × 1 × VIP 1.5 × Double day 2 = 300"),
        (Stacking.MULTIPLY, 250, "100.00 × 1 × at most 2.5 (VIP 1.5, Double day 2) = 250"),
    ],
)
def test_stacked_factors_are_all_named(stacking, cap, said):
    rules = PointsRules(multipliers=(Multiplier("Double day", 200),), stacking=stacking, cap=cap)
    assert why(rules, paid(10_000)) == said


def test_lines_with_other_rates_stand_apart_in_the_sum():
    slip = EarnSlip((EarnLine(10_000, 10_000), EarnLine(5_000, 5_000, rate=200), EarnLine(1_000, 1_000)))
    assert why(PointsRules(), slip, Member()) == "110.00 × 1 + 50.00 × 1 × 2 = 210"


@given(points_rules, slips, members, days, times)
def test_every_explanation_can_be_kept_and_said_and_never_claims_a_false_sum(rules, slip, member, day, at):
    earned = Earner(rules, (VIP, GOLD)).earn(slip, member, day, at)
    kept = from_values(json.loads(json.dumps(to_values(earned.reasons))))
    text = explanation_text(kept, "CNY")
    pluses = sum(int(number.replace(",", "")) for number in re.findall(r"(?:^|; )\+([\d,]+)", text))
    sums = [int(number.replace(",", "")) for number in re.findall(r"[=≈] ([\d,]+)", text)]
    assert sum(sums) + pluses == earned.total
    assert "{" not in text


def test_every_step_has_its_words_and_an_unknown_one_none():
    values = {"amount": 100, "minimum": 200, "points": 5, "name": "Gold", "before": "VIP", "occasion": "birthday"}
    values["until"] = "2026-12-31"
    said = {step: say_step(Reason(step, values), "CNY") for step in Step if step is not Step.MONEY}
    assert all(said.values())
    assert said[Step.SPENT] == "5 points pay ¥1.00"
    assert said[Step.TIER] == "tier VIP → Gold"
    assert say_step(Reason("of tomorrow"), "CNY") == ""


def test_the_example_shows_each_tier_what_it_brings():
    said = example(PointsRules(), (GOLD, VIP), 10_000, "CNY", day=TODAY, at=NOON)
    assert said[0] == "A member who pays ¥100.00 gets 100 points (100.00 × 1 = 100)."
    assert said[2] == "Gold who pays ¥100.00 gets 200 points (100.00 × 1 × Gold 2 = 200)."


def test_rules_read_as_a_shopkeeper_speaks():
    rules = PointsRules(
        multipliers=(Multiplier("Happy hour", 200, weekdays=frozenset({0, 1}), hours=(840, 1020)),),
        expiry=Expiry(ExpiryMode.MONTHS, 12, month_end=True),
        spending=Spending(100, 100, 100, 100, 5_000),
        window=Window.YEAR,
        grace_days=30,
    )
    said = sentences(rules)
    assert said[0] == "For every ¥1 paid a member gets 1 point."
    assert "Happy hour: points × 2, on Mon and Tue, 14:00–17:00." in said
    assert "100 points pay ¥1, in steps of 100, for at most 50% of a bill." in said
    assert "Points end 12 months after they were given, on the last day of the month." in said
    assert said[-1].endswith("within a calendar year. Who falls below keeps the tier 30 days more.")


def test_a_promotion_names_everything_it_depends_on():
    one = Multiplier(
        "Autumn",
        plus=20,
        birthday=BirthdayTime.DAY,
        tier_ids=frozenset({1}),
        first=date(2026, 9, 1),
        last=date(2026, 9, 30),
        product_ids=frozenset({2, 9}),
    )
    said = say_multiplier(one, WORDS)
    assert said == (
        "Autumn: 20 points on top, on the birthday, for VIP, for Pot and (no longer there), "
        "from 1 September 2026 to 30 September 2026."
    )


def test_a_card_and_a_tier_say_what_they_are_good_for():
    card = VisitRules(10, 30_000, frozenset({1}), weekdays=frozenset({6}), valid_days=365, per_day=1)
    assert sentences(replace(card, for_household=True)) == [
        "10 visits for ¥300.",
        "Good for Tea.",
        "Only on Sun.",
        "Valid for 365 days from the day it is sold.",
        "At most 1 visit a day.",
        "Everybody of the household can use it.",
    ]
    said = say_tier(TierRules(20, 16, 500, 150, "Free tea"), PointsRules(metric=Metric.VISITS), WORDS)
    expected = "From 20 visits on. Kept from 16 visits. 5% off every price. Points × 1.5. Free tea"
    assert [one.text for one in said] == re.split(r"(?<=\.) (?=[A-Z5])", expected)


@pytest.mark.parametrize("mode", ExpiryMode)
def test_each_way_to_end_is_said_in_both_languages(mode):
    english = say_expiry(Expiry(mode, 1))
    use_language("zh_CN")
    assert "%n" not in english
    assert say_expiry(Expiry(mode, 1)) != english


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("trade", Trade)
def test_every_preset_is_said_without_a_gap(trade, language):
    use_language(language)
    one = preset(trade)
    for rules in (one.points, one.stored, *(card.rules for card in one.cards)):
        for said in say_rules(rules, WORDS, (VIP,)) if rules else ():
            assert "{" not in said.text
            assert said.text.endswith("。" if language == "zh_CN" else ".")


def test_every_fault_of_a_rule_has_a_sentence():
    assert set(rule_fault_words()) == set(RuleFault)


LOYALTY = Loyalty(
    customer_id=1,
    name="王芳",
    card_number="",
    today=TODAY,
    points=1_240,
    principal=10_000,
    gift=1_000,
    balances=(
        Balance(1, 1, ProgrammeKind.POINTS, "Points", 1_240, next_expiry=date(2026, 12, 31), expiring=200),
        Balance(2, 2, ProgrammeKind.STORED, "Stored value", 11_000, 10_000, 1_000),
        Balance(3, 3, ProgrammeKind.VISITS, "Haircut", 7),
    ),
    lots=(),
    tier=None,
    cards=(CardHeld(3, 3, "Haircut", 7, date(2026, 12, 31), (), (), None, 0, False, 1, "王芳"),),
    household_cards=(),
    coupons=(),
    say_now=(),
)


def test_one_key_copies_the_balance_as_a_message():
    assert balance_message_text(LOYALTY, "青柠美发", "CNY").splitlines() == [
        "Dear 王芳, this is what is on your card today (22 November 2026):",
        "Points: 1,240",
        "  200 of them until 31 December 2026",
        "Stored value: ¥110.00, ¥10.00 of it a gift",
        "Haircut: 7 visits left, until 31 December 2026",
        "Thank you, 青柠美发",
    ]


def test_who_holds_nothing_is_greeted_kindly():
    nothing = replace(LOYALTY, balances=(), cards=())
    assert "Nothing yet" in balance_message_text(nothing, "", "CNY")
