from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.loyalty.rules import PointsRules, Tier, TierRules, Window
from crm_desktop.domain.loyalty.tiers import (
    Missing,
    Reached,
    Standing,
    decide,
    missing_to_next,
    window_of,
    year_before,
)
from tests.domain.loyalty.makers import TODAY, days

SILVER = Tier(1, "Silver", TierRules(1_000, keep=800), position=0)
GOLD = Tier(2, "Gold", TierRules(5_000, keep=3_000), position=1)
LADDER = (SILVER, GOLD)


def tier_after(standing, value, day=TODAY, grace=0, last_year=0):
    return decide(LADDER, standing, Reached(value, last_year), day, grace).standing


@given(st.lists(st.integers(0, 8_000), min_size=1, max_size=40), st.integers(0, 5), st.booleans())
def test_a_tier_goes_up_at_once_and_down_only_after_its_grace(values, grace, locked):
    standing, low = Standing(None, locked), 0
    for number, value in enumerate(values):
        day = TODAY + timedelta(days=number)
        before = standing
        standing = tier_after(standing, value, day, grace)
        if locked:
            assert standing == before
            continue
        keeps = {None: 0, 1: 800, 2: 3_000}[before.tier_id]
        low = low + 1 if value < keeps else 0
        expected = 2 if value >= 5_000 else max(before.tier_id or 0, 1) if value >= 1_000 else before.tier_id or 0
        if low > grace + (1 if grace else 0):
            expected = 1 if value >= 1_000 or (value >= 800 and before.tier_id) else 0
            low = 0
        assert (standing.tier_id or 0) == expected


def test_a_locked_customer_stays_whatever_is_spent():
    decision = decide(LADDER, Standing(2, locked=True), Reached(0), TODAY)
    assert (decision.standing.tier_id, decision.changed) == (2, False)


def test_a_grace_begins_once_and_ends_when_the_tier_is_earned_again():
    begun = decide(LADDER, Standing(2), Reached(2_999), TODAY, 30)
    assert (begun.standing, begun.changed, begun.moved) == (Standing(2, keep_until=date(2026, 12, 22)), True, False)
    waiting = decide(LADDER, begun.standing, Reached(0), date(2026, 12, 22), 30)
    assert not waiting.changed
    assert tier_after(begun.standing, 3_000, grace=30) == Standing(2)
    assert tier_after(begun.standing, 900, date(2026, 12, 23), 30) == Standing(1)


def test_what_was_reached_in_a_year_holds_to_the_end_of_the_next():
    assert tier_after(Standing(2), 0, last_year=5_000).tier_id == 2
    assert tier_after(Standing(1), 0, last_year=5_000).tier_id == 1
    assert year_before(PointsRules(window=Window.YEAR), TODAY) == (date(2025, 1, 1), date(2025, 12, 31))
    assert year_before(PointsRules(), TODAY) is None


def test_a_tier_that_is_no_more_counts_as_none():
    assert tier_after(Standing(9), 900) == Standing(None)
    assert tier_after(Standing(9), 1_000) == Standing(1)


@pytest.mark.parametrize(
    ("window", "first"),
    [(Window.ROLLING, date(2025, 11, 23)), (Window.YEAR, date(2026, 1, 1)), (Window.LIFE, date.min)],
)
def test_what_counts_lies_within_the_window(window, first):
    assert window_of(PointsRules(window=window), TODAY) == (first, TODAY)


@given(days)
def test_twelve_months_are_a_year_of_days_also_over_29_february(day):
    first, last = window_of(PointsRules(), day)
    assert (last - first).days + 1 in (365, 366)


def test_what_is_missing_to_the_next_tier_is_said():
    assert missing_to_next(LADDER, Standing(1), 1_200) == Missing(GOLD, 3_800)
    assert missing_to_next(LADDER, Standing(2), 1_200) is None
