import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.expiry import last_day, months_on
from crm_desktop.domain.loyalty.rule_checks import check_rules, check_tiers
from crm_desktop.domain.loyalty.rules import (
    Expiry,
    ExpiryMode,
    Multiplier,
    Offer,
    PointsRules,
    Spending,
    StoredRules,
    Tier,
    TierRules,
    VisitRules,
)
from crm_desktop.domain.loyalty.rules_text import from_json, programme_rules, to_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from tests.domain.loyalty.makers import days, points_rules


def fault_of(call, *args):
    with pytest.raises(Fault) as refused:
        call(*args)
    assert refused.value.kind is FaultKind.RULES_INVALID
    return refused.value.values


@given(points_rules)
def test_rules_are_kept_word_for_word(rules):
    assert programme_rules(ProgrammeKind.POINTS, to_json(rules)) == rules


def test_stored_value_and_cards_are_kept_too():
    stored = StoredRules((Offer(10_000, 1_000),), gift_days=90)
    visits = VisitRules(10, hours=(540, 1080), until=date(2027, 1, 31), weekdays=frozenset({0, 6}))
    tier = TierRules(1_000, keep=500, benefits="茶水免费")
    assert [from_json(type(one), to_json(one)) for one in (stored, visits, tier)] == [stored, visits, tier]


@pytest.mark.parametrize(
    ("text", "field", "why"),
    [
        ("{", "", "unreadable"),
        ("[]", "", "unreadable"),
        ("{}", "form", "newer"),
        ('{"form": 2}', "form", "newer"),
        ('{"form": 1, "pionts": 1}', "pionts", "unknown"),
        ('{"form": 1, "points": "1"}', "points", "unreadable"),
        ('{"form": 1, "points": 1.5}', "points", "unreadable"),
        ('{"form": 1, "points": true}', "points", "unreadable"),
        ('{"form": 1, "base": "sometimes"}', "base", "unreadable"),
        ('{"form": 1, "expiry": []}', "expiry", "unreadable"),
        ('{"form": 1, "product_rates": {"x": 1}}', "product_rates", "unreadable"),
        ('{"form": 1, "multipliers": [{"factor": 200}]}', "multipliers[0].name", "missing"),
        (
            '{"form": 1, "multipliers": [{"name": "a", "hours": [1]}]}',
            "multipliers[0].hours",
            "unreadable",
        ),
        ('{"form": 1, "money": 0}', "money", "zero"),
    ],
)
def test_nonsense_is_refused_with_the_field_to_blame(text, field, why):
    assert fault_of(from_json, PointsRules, text) == {"field": field, "why": why}


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_any_value_in_any_field_is_read_or_refused_in_words(value):
    for name in ("points", "base", "multipliers", "expiry", "product_rates", "earn_on_gift_part"):
        said = None
        try:
            from_json(PointsRules, json.dumps({"form": 1, name: value}))
        except Fault as fault:
            said = fault
        assert said is None or (said.kind is FaultKind.RULES_INVALID and str(said.values["field"]).startswith(name))


DOUBLE = Multiplier("Double", 200)


@pytest.mark.parametrize(
    ("rules", "field", "why"),
    [
        (PointsRules(points=-1), "points", "negative"),
        (PointsRules(minimum=10**13), "minimum", "too_large"),
        (PointsRules(multipliers=(replace(DOUBLE, name=" "),)), "multipliers[0].name", "missing"),
        (PointsRules(multipliers=(DOUBLE, replace(DOUBLE, factor=100))), "multipliers[1].factor", "does_nothing"),
        (PointsRules(multipliers=(replace(DOUBLE, weekdays=frozenset({7})),)), "multipliers[0].weekdays", "weekday"),
        (PointsRules(multipliers=(replace(DOUBLE, hours=(60, 60)),)), "multipliers[0].hours", "hour"),
        (
            PointsRules(multipliers=(replace(DOUBLE, first=date(2026, 2, 1), last=date(2026, 1, 1)),)),
            "multipliers[0].last",
            "backwards",
        ),
        (PointsRules(expiry=Expiry(ExpiryMode.DAYS, 0)), "expiry.count", "zero"),
        (PointsRules(spending=Spending(100, step=0)), "spending.step", "zero"),
        (StoredRules((Offer(100, 5), Offer(100, 6))), "offers", "twice"),
        (StoredRules((Offer(100, 5), Offer(200, 4))), "offers", "less_for_more"),
        (VisitRules(0), "uses", "zero"),
        (VisitRules(5, weekdays=frozenset({9})), "weekdays", "weekday"),
        (TierRules(100, keep=101), "keep", "hole"),
        (TierRules(100, price_off=10_001), "price_off", "too_large"),
    ],
)
def test_rules_that_make_no_sense_name_what_is_wrong(rules, field, why):
    assert fault_of(check_rules, rules) == {"field": field, "why": why}


def tiers(*rules):
    return [Tier(number, f"T{number}", one, number) for number, one in enumerate(rules)]


def test_tiers_with_a_hole_or_an_overlap_are_named():
    assert fault_of(check_tiers, tiers(TierRules(100), TierRules(100)))["why"] == "overlap"
    assert fault_of(check_tiers, tiers(TierRules(500), TierRules(100)))["why"] == "hole"
    hole = fault_of(check_tiers, tiers(TierRules(500, keep=400), TierRules(600, keep=100)))
    assert hole == {"field": "threshold", "why": "hole", "tier": "T1", "other": "T0"}
    assert fault_of(check_tiers, tiers(TierRules(5), TierRules(9, keep=10)))["tier"] == "T1"
    check_tiers(tiers(TierRules(0), TierRules(500, keep=400), TierRules(1_000)))


@given(days, st.integers(0, 60))
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(day, count):
    end = months_on(day, count)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count
    assert end.day == day.day or (end + timedelta(days=1)).day == 1
    assert (months_on(day, count, month_end=True) + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("expiry", "day", "end"),
    [
        (Expiry(), "2026-01-01", None),
        (Expiry(ExpiryMode.DAYS, 365), "2027-03-01", "2028-02-29"),
        (Expiry(ExpiryMode.MONTHS, 12), "2028-02-29", "2029-02-28"),
        (Expiry(ExpiryMode.MONTHS, 12, month_end=True), "2027-02-01", "2028-02-29"),
        (Expiry(ExpiryMode.YEAR_END), "2026-12-31", "2026-12-31"),
        (Expiry(ExpiryMode.YEAR_END, 1), "2026-01-01", "2027-12-31"),
        (Expiry(ExpiryMode.INACTIVITY, 6), "2026-08-31", "2027-02-28"),
        (Expiry(ExpiryMode.MONTHS, 1200), "9990-01-01", "9999-12-31"),
    ],
)
def test_points_end_on_the_day_the_rule_says(expiry, day, end):
    assert last_day(expiry, date.fromisoformat(day)) == (end and date.fromisoformat(end))
