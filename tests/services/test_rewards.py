"""Rewards: what a customer can have, and exchanging points for it at the counter."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import FaultKind
from crm_desktop.domain.loyalty.words import CouponKind, ProgrammeKind, RewardKind
from crm_desktop.domain.sales import ONE, ProductKind
from crm_desktop.services.coupons import BatchDraft, coupons_of, read_batches, save_batch
from crm_desktop.services.rewards import (
    RewardDraft,
    order_rewards,
    put_aside_reward,
    read_rewards,
    redeem,
    rewards_for,
    save_reward,
)
from tests.support.loyalty import entries, give, held, product, programme, refused, slip, sums_hold
from tests.support.shop import Shop


def _member(shop: Shop, points: int = 1_000) -> int:
    who = shop.add("陈静")
    give(shop, who, programme(shop), points)
    return who


def _kept(shop: Shop, draft: RewardDraft) -> int:
    save_reward(shop.workplace, draft)
    return read_rewards(shop.workplace)[-1].reward_id


def test_a_gift_goes_from_the_shelf_for_its_points(shop: Shop) -> None:
    who, cup = _member(shop), product(shop, "茶杯", ProductKind.PRODUCT, stock=1)
    reward = _kept(shop, RewardDraft("茶杯", RewardKind.PRODUCT, 400, product_id=cup))
    assert redeem(shop.workplace, who, reward, slip(1)).balances[0].available == 600
    assert read_rewards(shop.workplace)[0].stock == 0
    assert refused(lambda: redeem(shop.workplace, who, reward, slip(2)))[0] is FaultKind.OUT_OF_STOCK
    assert (held(shop, who)[0], entries(shop)[-1]) == (600, ("spend", -400))


def test_the_same_exchange_twice_is_one(shop: Shop) -> None:
    who, cup = _member(shop), product(shop, "茶杯", ProductKind.PRODUCT, stock=9)
    reward = _kept(shop, RewardDraft("茶杯", RewardKind.PRODUCT, 400, 2 * ONE, product_id=cup))
    redeem(shop.workplace, who, reward, slip(1))
    assert redeem(shop.workplace, who, reward, slip(1)).again
    assert (held(shop, who)[0], read_rewards(shop.workplace)[0].stock) == (600, 7 * ONE)


def test_points_buy_a_coupon_of_her_own(shop: Shop) -> None:
    who = _member(shop)
    save_batch(shop.workplace, BatchDraft("十元券", CouponKind.MONEY, 1_000))
    batch = read_batches(shop.workplace)[0].batch_id
    redeem(shop.workplace, who, _kept(shop, RewardDraft("十元券", RewardKind.COUPON, 300, batch_id=batch)), slip(1))
    assert [one.name for one in coupons_of(shop.workplace, who)] == ["十元券"]


def test_points_buy_visits(shop: Shop) -> None:
    who, card = _member(shop), programme(shop, ProgrammeKind.VISITS)
    reward = _kept(shop, RewardDraft("两次护理", RewardKind.VISITS, 500, 2, programme_id=card))
    redeem(shop.workplace, who, reward, slip(1))
    assert held(shop, who) == (500, 0, 2)
    assert sums_hold(shop)


def test_too_few_points_buy_nothing(shop: Shop) -> None:
    who, card = _member(shop, 499), programme(shop, ProgrammeKind.VISITS)
    reward = _kept(shop, RewardDraft("两次护理", RewardKind.VISITS, 500, 2, programme_id=card))
    kind, values = refused(lambda: redeem(shop.workplace, who, reward, slip(1)))
    assert (kind, values) == (FaultKind.NOT_ENOUGH, {"asked": 500, "available": 499})
    assert held(shop, who) == (499, 0, 0)


def test_what_goes_off_a_bill_waits_for_one(shop: Shop) -> None:
    who, reward = _member(shop), _kept(shop, RewardDraft("减十元", RewardKind.MONEY, 100, 1_000))
    assert refused(lambda: redeem(shop.workplace, who, reward, slip(1)))[1]["reason"] == "goes_with_a_sale"
    assert rewards_for(shop.workplace, who)[0].on_bill


def test_what_she_can_have_comes_first_and_the_rest_says_what_is_missing(shop: Shop) -> None:
    who = _member(shop, 500)
    dear = _kept(shop, RewardDraft("减五十", RewardKind.MONEY, 2_000, 5_000))
    cheap = _kept(shop, RewardDraft("减十元", RewardKind.MONEY, 400, 1_000))
    aside = _kept(shop, RewardDraft("旧的", RewardKind.MONEY, 1, 1))
    put_aside_reward(shop.workplace, aside)
    assert [(one.reward_id, one.missing) for one in rewards_for(shop.workplace, who)] == [(cheap, 0), (dear, 1_500)]
    order_rewards(shop.workplace, [aside, cheap, dear])
    assert [one.reward_id for one in read_rewards(shop.workplace)] == [aside, cheap, dear]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (RewardDraft("x", RewardKind.MONEY, 0, 100), "cost"),
        (RewardDraft("x", RewardKind.MONEY, 10, 0), "value"),
        (RewardDraft("x", RewardKind.PERCENT, 10, 10_001), "value"),
        (RewardDraft("", RewardKind.MONEY, 10, 100), "name"),
        (RewardDraft("x", RewardKind.PRODUCT, 10), "product_id"),
        (RewardDraft("x", RewardKind.COUPON, 10), "batch_id"),
        (RewardDraft("x", RewardKind.VISITS, 10, 2), "programme_id"),
    ],
)
def test_a_reward_that_makes_no_sense_is_refused_by_its_field(shop: Shop, draft: RewardDraft, field: str) -> None:
    assert refused(lambda: save_reward(shop.workplace, draft))[1]["field"] == field
