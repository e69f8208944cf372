"""What was booked on accounts is taken back by a counter-entry, refused where it was used, and moves in merges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crm_desktop.base.errors import FaultKind
from crm_desktop.domain.loyalty.rules import PointsRules, TierRules, VisitRules
from crm_desktop.domain.loyalty.words import CouponKind, ProgrammeKind, RewardKind
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, ProductKind, RefundDraft, SaleDraft
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.card_numbers import give_card
from crm_desktop.services.coupons import BatchDraft, coupons_of, issue_coupons, read_batches, save_batch
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.programmes import put_aside_programme, rename_programme, save_rules
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.refund_sale import refund_sale
from crm_desktop.services.rewards import (
    RewardDraft,
    order_rewards,
    put_aside_reward,
    read_rewards,
    redeem,
    save_reward,
)
from crm_desktop.services.set_tier import set_tier
from crm_desktop.services.tiers import TierDraft, put_aside_tier, read_tiers, save_tier
from crm_desktop.services.top_up import TopUpDraft, WithdrawDraft, top_up, withdraw
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, share_card, use_card
from crm_desktop.services.void_sale import void_sale
from crm_desktop.store.dump import Dump, business_dump
from tests.support.loyalty import give, held, product, programme, refused, slip, sums_hold
from tests.support.shop import Shop


class Scene:
    """A member with points, stored value and a card, and a reward of each kind."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.place = shop, shop.workplace
        self.points, self.stored = programme(shop), programme(shop, ProgrammeKind.STORED)
        self.card = programme(shop, ProgrammeKind.VISITS)
        self.who = shop.add("陈静")
        give(shop, self.who, self.points, 1_000)
        top_up(self.place, TopUpDraft(slip(901), self.who, 10_000))
        sell_card(self.place, CardSaleDraft(slip(902), self.who, self.card, price=0))
        save_tier(self.place, TierDraft("金卡", TierRules(10_000_000)))
        save_batch(self.place, BatchDraft("十元券", CouponKind.MONEY, 1_000))
        batch = read_batches(self.place)[0].batch_id
        cup = product(shop, "茶杯", ProductKind.PRODUCT, stock=3)
        save_reward(self.place, RewardDraft("茶杯", RewardKind.PRODUCT, 100, product_id=cup))
        save_reward(self.place, RewardDraft("券", RewardKind.COUPON, 100, batch_id=batch))
        save_reward(self.place, RewardDraft("次", RewardKind.VISITS, 100, 2, programme_id=self.card))
        self.cup, self.coupon, self.visits = (one.reward_id for one in read_rewards(self.place))

    def state(self) -> tuple[object, ...]:
        """What the customer and the shelf hold."""
        shown = loyalty_of(self.place, self.who)
        tier = shown.tier.name if shown.tier else ""
        stock = [one.stock for one in read_rewards(self.place)]
        return held(self.shop, self.who), shown.principal, shown.gift, tier, stock, len(shown.coupons)


ACTIONS: dict[str, Callable[[Scene], object]] = {
    "top up": lambda s: top_up(s.place, TopUpDraft(slip(1), s.who, 10_000)),
    "withdraw": lambda s: withdraw(s.place, WithdrawDraft(slip(1), s.who, 4_000)),
    "sell a card": lambda s: sell_card(s.place, CardSaleDraft(slip(1), s.who, s.card)),
    "use a card": lambda s: use_card(s.place, CardUseDraft(slip(1), s.who, uses=2)),
    "give points": lambda s: adjust_points(s.place, Adjustment(slip(1), s.who, s.points, 70, "补")),
    "take points": lambda s: adjust_points(s.place, Adjustment(slip(1), s.who, s.points, -70, "错")),
    "a gift for points": lambda s: redeem(s.place, s.who, s.cup, slip(1)),
    "a coupon for points": lambda s: redeem(s.place, s.who, s.coupon, slip(1)),
    "visits for points": lambda s: redeem(s.place, s.who, s.visits, slip(1)),
    "set a tier": lambda s: set_tier(s.place, s.who, read_tiers(s.place)[0].tier_id, "朋友"),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_taken_back_everything_stands_as_before_and_nothing_is_redone(shop: Shop, name: str) -> None:
    scene = Scene(shop)
    before = scene.state()
    ACTIONS[name](scene)
    assert scene.state() != before
    assert sums_hold(shop)
    undo(scene.place)
    assert scene.state() == before
    assert undo_steps(scene.place).redo == ()
    assert sums_hold(shop)


SETTINGS: dict[str, Callable[[Scene], object]] = {
    "rules": lambda s: save_rules(s.place, s.points, PointsRules(money=50), "茶豆"),
    "another card": lambda s: save_rules(s.place, ProgrammeKind.VISITS, VisitRules(3), "三次卡"),
    "end a programme": lambda s: put_aside_programme(s.place, s.card),
    "rename a programme": lambda s: rename_programme(s.place, s.card, "护理卡"),
    "a tier": lambda s: save_tier(s.place, TierDraft("银卡", TierRules(5_000), "teal")),
    "no tier": lambda s: put_aside_tier(s.place, read_tiers(s.place)[0].tier_id),
    "a batch": lambda s: save_batch(s.place, BatchDraft("九折", CouponKind.PERCENT, 1_000)),
    "other terms": lambda s: save_batch(s.place, BatchDraft("八折", CouponKind.PERCENT, 2_000), 1),
    "coupons": lambda s: issue_coupons(s.place, 1, customer_ids=[s.who]),
    "a reward": lambda s: save_reward(s.place, RewardDraft("减五", RewardKind.MONEY, 50, 500)),
    "no reward": lambda s: put_aside_reward(s.place, s.cup),
    "order": lambda s: order_rewards(s.place, [s.visits, s.coupon, s.cup]),
    "share a card": lambda s: share_card(s.place, loyalty_of(s.place, s.who).cards[0].account_id, True),
    "a new card": lambda s: give_card(s.place, s.who),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_what_is_set_is_taken_back_to_the_same_shop_and_done_again(shop: Shop, name: str) -> None:
    scene = Scene(shop)
    before = _dump(shop)
    SETTINGS[name](scene)
    after = _dump(shop)
    assert after != before
    undo(scene.place)
    assert _dump(shop) == before
    redo(scene.place)
    assert _dump(shop) == after


def _dump(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)


def test_a_top_up_that_was_spent_since_cannot_be_taken_back(shop: Shop) -> None:
    scene = Scene(shop)
    done = top_up(scene.place, TopUpDraft(slip(1), scene.who, 10_000))
    paid = (Payment(PayBy.STORED_VALUE.value, 15_000),)
    record_sale(scene.place, SaleDraft(slip(2), (LineDraft("茶", 15_000),), scene.who, paid))
    assert refused(lambda: undo(scene.place, done.changes.operation_id))[0] is FaultKind.ALREADY_SPENT
    assert held(shop, scene.who)[1] == 7_000


def test_a_coupon_that_was_used_keeps_its_points(shop: Shop) -> None:
    scene = Scene(shop)
    done = redeem(scene.place, scene.who, scene.coupon, slip(1))
    code = coupons_of(scene.place, scene.who)[0].code
    record_sale(scene.place, SaleDraft(slip(2), (LineDraft("茶", 15_000),), scene.who, coupon_codes=(code,)))
    assert refused(lambda: undo(scene.place, done.changes.operation_id))[0] is FaultKind.ALREADY_SPENT


def test_visits_go_back_with_the_money_that_was_paid_for_them(shop: Shop) -> None:
    scene = Scene(shop)
    sale = sell_card(scene.place, CardSaleDraft(slip(1), scene.who, scene.card)).sale_id or 0
    refund_sale(scene.place, RefundDraft(slip(2), sale, amount=44_000))
    assert held(shop, scene.who)[2] == 10 + 5
    back = refund_sale(scene.place, RefundDraft(slip(3), sale)).sale_id
    assert held(shop, scene.who)[2] == 10
    void_sale(scene.place, back)
    assert held(shop, scene.who)[2] == 10 + 5
    assert sums_hold(shop)


def test_of_a_card_only_what_was_not_used_is_paid_back(shop: Shop) -> None:
    scene = Scene(shop)
    sale = sell_card(scene.place, CardSaleDraft(slip(1), scene.who, scene.card))
    new = sale.balances[-1].account_id
    use_card(scene.place, CardUseDraft(slip(2), scene.who, new, uses=3))
    everything, rest = RefundDraft(slip(3), sale.sale_id or 0), RefundDraft(slip(4), sale.sale_id or 0, amount=61_600)
    assert refused(lambda: refund_sale(scene.place, everything)) == (
        FaultKind.ALREADY_SPENT,
        {"asked": 10, "missing": 3},
    )
    refund_sale(scene.place, rest)
    assert held(shop, scene.who)[2] == 10


def test_a_merge_moves_accounts_and_an_un_merge_gives_them_back_with_what_came_since(shop: Shop) -> None:
    scene = Scene(shop)
    other = shop.add("陈 静")
    give(shop, other, scene.points, 111)
    top_up(scene.place, TopUpDraft(slip(1), other, 5_000))
    merged = merge_customers(scene.place, [scene.who, other])
    survivor = merged.survivor_id
    assert held(shop, survivor) == (1_111, 16_000, 10)
    adjust_points(scene.place, Adjustment(slip(2), survivor, scene.points, -1_050, "换"))
    undo(scene.place, merged.changes.operation_id)
    assert sum(held(shop, one)[0] for one in (scene.who, other)) == 61
    assert min(held(shop, one)[0] for one in (scene.who, other)) >= 0
    assert (held(shop, scene.who)[1:], held(shop, other)[1:]) == ((11_000, 10), (5_000, 0))
    assert sums_hold(shop)


def test_what_came_after_a_merge_stays_with_the_survivor_when_it_is_taken_apart(shop: Shop) -> None:
    programme(shop)
    older, survivor = shop.add("陈静"), shop.add("陈 静", card_number="VIP1")
    give(shop, older, 1, 100)
    merged = merge_customers(shop.workplace, [older, survivor], MergeChoices(survivor))
    adjust_points(shop.workplace, Adjustment(slip(1), survivor, 1, 30, "补"))
    together = held(shop, survivor)[0]
    undo(shop.workplace, merged.changes.operation_id)
    assert together == 130
    assert (held(shop, older)[0], held(shop, survivor)[0]) == (100, 30)
    assert sums_hold(shop)


def test_two_who_were_taken_apart_and_merged_the_other_way_still_have_their_own(shop: Shop) -> None:
    programme(shop)
    one, other = shop.add("陈静"), shop.add("陈 静")
    give(shop, one, 1, 100)
    first = merge_customers(shop.workplace, [one, other], MergeChoices(other))
    undo(shop.workplace, first.changes.operation_id)
    give(shop, other, 1, 7)
    second = merge_customers(shop.workplace, [one, other], MergeChoices(one))
    adjust_points(shop.workplace, Adjustment(slip(1), one, 1, 30, "补"))
    with shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account").scalar_one() == 2
    undo(shop.workplace, second.changes.operation_id)
    assert (held(shop, one)[0], held(shop, other)[0]) == (130, 7)
