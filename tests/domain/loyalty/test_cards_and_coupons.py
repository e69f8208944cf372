import random
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.coupons import (
    ALPHABET,
    Coupon,
    check_coupon,
    coupon_cut,
    is_our_code,
    new_code,
    tidy_code,
    valid_through,
    why_unknown,
)
from crm_desktop.domain.loyalty.pricing import CutKind
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.loyalty.visits import Use, card_lot, use
from crm_desktop.domain.loyalty.words import CouponKind, LotKind
from tests.domain.loyalty.makers import TODAY, lot

SUNDAY_NOON = {"day": TODAY, "at": time(12)}
CUTS = VisitRules(10, 30_000, product_ids=frozenset({5}), valid_days=365)


def card(left=10, ends=None):
    return lot(1, left, ends, LotKind.VISITS, worth=3_000)


def refusal(rules, wish, *cards):
    with pytest.raises(Fault) as refused:
        use(rules, cards or (card(),), wish)
    return refused.value


def test_a_card_is_sold_with_its_uses_and_what_each_is_owed_at():
    sold = card_lot(CUTS, TODAY, 4)
    assert (sold.quantity, sold.worth, sold.expires_on) == (10, 3_000, date(2027, 11, 22))
    assert card_lot(replace(CUTS, until=date(2026, 12, 31)), TODAY).expires_on == date(2026, 12, 31)
    assert card_lot(VisitRules(3, 10_000), TODAY).worth == 3_333


def test_a_use_takes_from_the_card_that_ends_first():
    cards = (card(5, date(2027, 1, 1)), replace(card(5, date(2026, 12, 1)), lot_id=2))
    takes = use(CUTS, cards, Use(6, **SUNDAY_NOON, product_id=5))
    assert [(one.lot_id, one.quantity) for one in takes] == [(2, 5), (1, 1)]


@pytest.mark.parametrize(
    ("rules", "wish", "why"),
    [
        (CUTS, Use(1, **SUNDAY_NOON, product_id=6), "goods"),
        (replace(CUTS, weekdays=frozenset({0, 1})), Use(1, **SUNDAY_NOON, product_id=5), "weekday"),
        (replace(CUTS, hours=(600, 700)), Use(1, **SUNDAY_NOON, product_id=5), "hours"),
        (CUTS, Use(1, **SUNDAY_NOON, product_id=5, holder=False, same_household=True), "household"),
        (CUTS, Use(0, **SUNDAY_NOON, product_id=5), "count"),
    ],
)
def test_a_card_is_only_for_what_it_was_sold_for(rules, wish, why):
    fault = refusal(rules, wish)
    assert (fault.kind, fault.values["why"]) == (FaultKind.CARD_NOT_VALID, why)


def test_a_family_shares_a_card_that_is_for_the_household():
    shared = replace(CUTS, for_household=True)
    guest = Use(1, **SUNDAY_NOON, product_id=5, holder=False, same_household=True)
    assert use(shared, [card()], guest)
    assert refusal(shared, replace(guest, same_household=False)).values["why"] == "household"


def test_no_more_uses_than_a_day_allows():
    rules = replace(CUTS, per_day=2)
    assert use(rules, [card()], Use(1, **SUNDAY_NOON, used_today=1, product_id=5))
    fault = refusal(rules, Use(2, **SUNDAY_NOON, used_today=1, product_id=5))
    assert (fault.kind, fault.values["most"]) == (FaultKind.LIMIT_REACHED, 2)


def test_an_ended_card_says_when_it_ended_and_an_empty_one_what_is_left():
    wish = Use(1, **SUNDAY_NOON, product_id=5)
    ended = TODAY - timedelta(days=1)
    assert refusal(CUTS, wish, card(3, ended)).values == {"why": "ended", "day": ended}
    assert refusal(CUTS, replace(wish, uses=4), card(3)).values == {"asked": 4, "available": 3}
    assert use(CUTS, [card(3, TODAY)], wish)


def test_a_card_for_anything_takes_anything():
    assert use(VisitRules(5), [card()], Use(1, **SUNDAY_NOON))


@given(st.randoms())
def test_one_wrong_character_or_two_swapped_are_noticed_in_a_code(chance):
    code = new_code(chance.choice)
    assert is_our_code(code)
    place, other = chance.randrange(len(code)), chance.choice(ALPHABET)
    wrong = code[:place] + other + code[place + 1 :]
    # Weights are odd: a changed character always shows, two neighbours unless they are sixteen letters apart.
    assert is_our_code(wrong) == (wrong == code)
    assert why_unknown(wrong) == ("unknown" if wrong == code else "mistyped")
    swapped = code[:3] + code[4] + code[3] + code[5:]
    apart = abs(ALPHABET.index(code[3]) - ALPHABET.index(code[4]))
    assert is_our_code(swapped) == (apart in (0, 16))


def test_codes_are_read_however_they_are_typed():
    code = new_code(random.Random(7).choice)
    assert why_unknown("BIRTHDAY10") == "unknown"
    assert tidy_code(f" {code[:5].lower()}-{code[5:]}\n") == code


COUPON = Coupon("ABC", "10 off", CouponKind.MONEY, 1_000, 5_000, date(2026, 11, 1), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("coupon", "day", "why"),
    [
        (replace(COUPON, cancelled=True), TODAY, "cancelled"),
        (replace(COUPON, used=1), TODAY, "used"),
        (COUPON, date(2026, 10, 31), "early"),
        (COUPON, date(2026, 11, 23), "ended"),
        (replace(COUPON, customer_id=8), TODAY, "other"),
    ],
)
def test_a_coupon_that_cannot_be_used_says_why(coupon, day, why):
    with pytest.raises(Fault) as refused:
        check_coupon(coupon, day, 7)
    assert (refused.value.kind, refused.value.values["why"]) == (FaultKind.COUPON_NOT_VALID, why)


def test_a_coupon_can_be_used_through_its_last_day_and_as_often_as_it_says():
    check_coupon(COUPON, TODAY, None)
    check_coupon(replace(COUPON, uses=3, used=2), date(2026, 11, 1), 7)
    check_coupon(replace(COUPON, uses=None, used=999, customer_id=7), TODAY, 7)


def test_a_coupon_ends_with_its_batch_or_its_days_whichever_is_first():
    assert valid_through(None, None, TODAY) is None
    assert valid_through(None, 7, TODAY) == date(2026, 11, 29)
    assert valid_through(date(2026, 11, 25), 7, TODAY) == date(2026, 11, 25)


def test_a_coupon_takes_off_what_it_says():
    cut = coupon_cut(replace(COUPON, category_id=3))
    assert (cut.kind, cut.value, cut.minimum, cut.category_id, cut.key) == (CutKind.MONEY, 1_000, 5_000, 3, "ABC")
