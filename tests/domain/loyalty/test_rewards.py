from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.pricing import CutKind
from crm_desktop.domain.loyalty.rewards import (
    Reward,
    check_rewards,
    pay_with,
    reward_cut,
    spend_limits,
)
from crm_desktop.domain.loyalty.rules import Spending
from crm_desktop.domain.loyalty.words import RewardKind

TEA = Reward(1, "Tea", RewardKind.PRODUCT, 200, 1_000, product_id=9, stock=1)
TEN_OFF = Reward(2, "10 off", RewardKind.MONEY, 100, 1_000, minimum=5_000)
VISIT = Reward(3, "A visit", RewardKind.VISITS, 900, 1, programme_id=4)
HUNDRED_FOR_ONE = Spending(points=100, money=100)


def refusal(call, *args):
    with pytest.raises(Fault) as refused:
        call(*args)
    return refused.value.kind, refused.value.values


def test_the_cashier_chooses_how_many_points_pay():
    assert pay_with(HUNDRED_FOR_ONE, 350, 1_000, 10_000) == 350
    assert pay_with(HUNDRED_FOR_ONE, 0, 1_000, 10_000) == 0
    assert pay_with(Spending(points=3, money=100), 7, 10, 10_000) == 233


@given(
    st.builds(
        Spending, st.integers(1, 50), st.integers(1, 300), st.integers(0, 99), st.integers(1, 9), st.integers(1, 10_000)
    ),
    st.integers(0, 500),
    st.integers(0, 5_000),
)
def test_limits_are_exactly_the_numbers_that_can_pay(spending, points, total):
    limits = spend_limits(spending, points, total)
    payable = total * spending.max_share // 10_000
    able = [
        number
        for number in range(spending.step, points + 1, spending.step)
        if number >= spending.minimum and number * spending.money <= payable * spending.points
    ]
    if limits.most:
        assert list(range(max(limits.least, limits.step), limits.most + 1, limits.step)) == able
        assert pay_with(spending, limits.most, points, total) <= payable
    else:
        assert not able


@pytest.mark.parametrize(
    ("asked", "kind"),
    [(1_001, FaultKind.NOT_ENOUGH), (-1, FaultKind.AMOUNT_WRONG), (50, FaultKind.LIMIT_REACHED)],
)
def test_points_that_cannot_pay_are_refused(asked, kind):
    assert refusal(pay_with, replace(HUNDRED_FOR_ONE, minimum=100), asked, 1_000, 10_000)[0] is kind


def test_points_pay_no_more_than_their_share_of_the_bill():
    half = replace(HUNDRED_FOR_ONE, max_share=5_000, step=100)
    kind, values = refusal(pay_with, half, 600, 10_000, 1_000)
    assert (kind, values) == (FaultKind.LIMIT_REACHED, {"least": 0, "most": 500, "step": 100})


def test_several_rewards_are_paid_together_or_not_at_all():
    assert check_rewards([TEA, TEN_OFF], 300, 5_000) == 300
    assert refusal(check_rewards, [TEA, TEN_OFF], 299, 5_000) == (
        FaultKind.NOT_ENOUGH,
        {"asked": 300, "available": 299},
    )
    assert refusal(check_rewards, [TEA, TEA], 900, 5_000)[0] is FaultKind.OUT_OF_STOCK
    assert refusal(check_rewards, [TEN_OFF], 900, 4_999)[0] is FaultKind.LIMIT_REACHED


def test_a_reward_lowers_the_bill_or_is_given():
    cut = reward_cut(TEA)
    assert (cut.kind, cut.value, cut.product_id, cut.key) == (CutKind.PRODUCT, 1_000, 9, "reward-1")
    assert reward_cut(VISIT) is None
