from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.pricing import Cut, CutKind, PriceLine, gross_of, price
from crm_desktop.domain.loyalty.rules import TierRules

price_lines = st.builds(
    PriceLine,
    st.integers(0, 100_000),
    st.integers(1, 9_000),
    product_id=st.none() | st.integers(1, 2),
    category_id=st.none() | st.integers(1, 2),
    member_price=st.none() | st.integers(0, 100_000),
)
cuts = st.builds(
    Cut,
    st.sampled_from(CutKind),
    st.integers(0, 10_000),
    product_id=st.none() | st.integers(1, 2),
    category_id=st.none() | st.integers(1, 2),
)
tiers = st.none() | st.builds(TierRules, st.just(0), price_off=st.integers(0, 10_000))


def for_somebody(cut, lines):
    return any(
        (cut.product_id in (None, line.product_id)) and (cut.category_id in (None, line.category_id)) for line in lines
    )


@given(st.lists(price_lines, min_size=1, max_size=5), tiers, st.lists(cuts, max_size=4), st.fractions(0, 1))
def test_the_lines_always_add_up_to_the_total(lines, tier, wanted, share):
    wanted = [cut for cut in wanted if for_somebody(cut, lines)]
    before = price(lines, tier, wanted)
    off = int(before.total * share)
    priced = price(lines, tier, wanted, off)
    assert sum(line.net for line in priced.lines) == priced.total == before.total - off
    assert priced.subtotal - priced.discount == priced.total == priced.subtotal - off - cut_sum(priced)
    for line in priced.lines:
        assert 0 <= line.net <= line.amount == line.gross - line.discount
    for cut in priced.cuts:
        assert sum(cut.by_line) == cut.saved
        assert min(cut.by_line) >= 0


def cut_sum(priced):
    return sum(cut.saved for cut in priced.cuts)


@given(st.integers(0, 10**7), st.integers(1, 10**6))
def test_a_price_times_a_quantity_is_rounded_half_up(unit, quantity):
    exact = Fraction(unit * quantity, 1000)
    assert abs(gross_of(unit, quantity) - exact) <= Fraction(1, 2)
    assert gross_of(1, 500) == 1


def test_the_better_of_member_and_tier_price_counts_not_both():
    tier = TierRules(0, price_off=1_000)
    priced = price([PriceLine(10_000, member_price=8_800), PriceLine(10_000, member_price=9_500)], tier)
    assert [line.saved for line in priced.lines] == [1_200, 1_000]


def test_goods_come_before_per_cents_and_per_cents_before_money_whatever_the_order_given():
    lines = [PriceLine(10_000, product_id=1), PriceLine(10_000, 2_000, product_id=2)]
    chosen = [Cut(CutKind.MONEY, 500), Cut(CutKind.PERCENT, 1_000), Cut(CutKind.PRODUCT, 1_000, product_id=2)]
    priced = price(lines, None, chosen)
    assert [(cut.cut.kind, cut.saved) for cut in priced.cuts] == [
        (CutKind.PRODUCT, 10_000),
        (CutKind.PERCENT, 2_000),
        (CutKind.MONEY, 500),
    ]
    assert (priced.total, priced) == (17_500, price(lines, None, chosen[::-1]))


def test_a_coupon_for_goods_lowers_only_their_lines():
    lines = [PriceLine(1_000, category_id=1), PriceLine(3_000, category_id=1), PriceLine(9_999, category_id=2)]
    priced = price(lines, None, [Cut(CutKind.MONEY, 1_001, category_id=1)])
    assert [line.net for line in priced.lines] == [750, 2_249, 9_999]


@pytest.mark.parametrize(
    ("cut", "why"),
    [(Cut(CutKind.MONEY, 100, minimum=5_001), "minimum"), (Cut(CutKind.MONEY, 100, product_id=9), "goods")],
)
def test_a_coupon_that_is_not_for_this_bill_is_refused_in_words(cut, why):
    with pytest.raises(Fault) as refused:
        price([PriceLine(5_000)], None, [cut])
    assert (refused.value.kind, refused.value.values["why"]) == (FaultKind.COUPON_NOT_VALID, why)


@pytest.mark.parametrize(
    ("line", "off", "what"),
    [
        (PriceLine(-1), 0, "price"),
        (PriceLine(100, 0), 0, "quantity"),
        (PriceLine(100, -1_000), 0, "quantity"),
        (PriceLine(100, discount=101), 0, "discount"),
        (PriceLine(100), 101, "discount"),
        (PriceLine(100), -1, "discount"),
    ],
)
def test_amounts_that_cannot_be_are_refused(line, off, what):
    with pytest.raises(Fault) as refused:
        price([line], off=off)
    assert (refused.value.kind, refused.value.values["what"]) == (FaultKind.AMOUNT_WRONG, what)


def test_more_off_than_there_is_makes_nothing_to_pay_and_never_less():
    assert price([PriceLine(300), PriceLine(200)], None, [Cut(CutKind.MONEY, 9_999)]).total == 0
    assert price([PriceLine(300)], None, [Cut(CutKind.PERCENT, 10_000), Cut(CutKind.PRODUCT, 9_000)]).total == 0
