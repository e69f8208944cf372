"""What stands on a customer's accounts: true by the day, whatever was booked, merged or shared."""

from __future__ import annotations

from datetime import date, timedelta

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.loyalty.rules import Offer, PointsRules, StoredRules, TierRules, VisitRules
from crm_desktop.domain.loyalty.words import CouponKind, LotKind, ProgrammeKind, RewardKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.balance_message import balance_message
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.coupons import BatchDraft, issue_coupons, read_batches, save_batch
from crm_desktop.services.decide_pairs import same_household
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.read_loyalty import ledger_of, loyalty_of
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.rewards import RewardDraft, save_reward
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.tiers import TierDraft, save_tier
from crm_desktop.services.top_up import TopUpDraft, top_up
from crm_desktop.services.undo import undo
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, use_card
from tests.support.loyalty import TODAY, give, later, programme, slip
from tests.support.shop import Shop


def test_everything_a_customer_has_in_one_look(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静", card_number="VIP7")
    programme(shop, ProgrammeKind.STORED, StoredRules((Offer(10_000, 1_000),)))
    card = programme(shop, ProgrammeKind.VISITS, VisitRules(10, 0, weekdays=frozenset({0})))
    give(shop, who, points, 120, TODAY + timedelta(days=20))
    give(shop, who, points, 30)
    top_up(shop.workplace, TopUpDraft(slip(1), who, 10_000))
    sell_card(shop.workplace, CardSaleDraft(slip(2), who, card, price=0))
    shown = loyalty_of(shop.workplace, who)
    assert (shown.name, shown.card_number, shown.points, shown.principal, shown.gift) == (
        "陈静",
        "VIP7",
        150,
        10_000,
        1_000,
    )
    assert [lot.left for lot in shown.lots if lot.kind is LotKind.POINTS] == [120, 30]
    assert [(one.left, one.weekdays, one.problem) for one in shown.cards] == [(10, (0,), "weekday")]


def test_what_has_expired_is_gone_the_day_after_whether_booked_or_not(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静")
    give(shop, who, points, 120, TODAY)
    assert loyalty_of(shop.workplace, who).points == 120
    tomorrow = loyalty_of(later(shop, 1).workplace, who)
    assert (tomorrow.points, tomorrow.lots) == (0, ())


def test_a_survivor_of_a_merge_holds_both_and_un_merged_each_has_her_own(shop: Shop) -> None:
    points, one, other = programme(shop), shop.add("陈静"), shop.add("陈 静")
    give(shop, one, points, 100, TODAY + timedelta(days=9))
    give(shop, other, points, 11, TODAY + timedelta(days=5))
    card = programme(shop, ProgrammeKind.VISITS)
    give(shop, other, card, 3)
    merge_customers(shop.workplace, [one, other])
    shown = loyalty_of(shop.workplace, one)
    assert (shown.points, [each.left for each in shown.cards]) == (111, [3])
    (balance,) = (each for each in shown.balances if each.kind is ProgrammeKind.POINTS)
    assert (balance.next_expiry, balance.expiring) == (TODAY + timedelta(days=5), 11)
    undo(shop.workplace)
    assert [loyalty_of(shop.workplace, each).points for each in (one, other)] == [100, 11]
    assert [len(loyalty_of(shop.workplace, each).cards) for each in (one, other)] == [0, 1]


def test_the_household_sees_a_shared_card_as_somebody_elses(shop: Shop) -> None:
    mother, child = shop.add("陈静"), shop.add("陈小宝")
    card = programme(shop, ProgrammeKind.VISITS, VisitRules(10, 0, per_day=1))
    sell_card(shop.workplace, CardSaleDraft(slip(1), mother, card, price=0, for_household=True))
    same_household(shop.workplace, [mother, child])
    use_card(shop.workplace, CardUseDraft(slip(2), child))
    shown = loyalty_of(shop.workplace, child)
    assert shown.cards == ()
    (hers,) = shown.household_cards
    assert (hers.left, hers.holder_name, hers.used_today, hers.problem) == (9, "陈静", 1, "per_day")


def test_the_tier_says_what_is_missing_to_the_next(shop: Shop) -> None:
    programme(shop)
    save_tier(shop.workplace, TierDraft("银卡", TierRules(10_000, benefits="免费茶点")))
    save_tier(shop.workplace, TierDraft("金卡", TierRules(50_000)))
    who = shop.add("陈静")
    before = loyalty_of(shop.workplace, who).tier
    assert (before and before.missing, before and before.name) == (10_000, "")
    record_sale(shop.workplace, SaleDraft(slip(1), (LineDraft("茶", 42_000),), who))
    tier = loyalty_of(shop.workplace, who).tier
    assert tier is not None
    assert (tier.name, tier.benefits, tier.since) == ("银卡", "免费茶点", TODAY)
    assert (tier.measured, tier.next_name, tier.needed, tier.missing) == (42_000, "金卡", 50_000, 8_000)


def test_the_history_has_one_line_for_what_a_slip_did_with_the_balance_and_the_why(shop: Shop) -> None:
    programme(shop, rules=PointsRules(money=100))
    who = shop.add("陈静")
    lines = (LineDraft("茶", 10_000), LineDraft("杯", 5_000))
    record_sale(shop.workplace, SaleDraft(slip(1), lines, who))
    record_sale(later(shop, 1).workplace, SaleDraft(slip(2), (LineDraft("茶", 2_000),), who))
    newest, oldest = ledger_of(shop.workplace, who)
    assert [(one.delta, one.balance_after, one.number) for one in (newest, oldest)] == [
        (20, 170, "261123-001"),
        (150, 150, "261122-001"),
    ]
    assert [reason.step for reason in oldest.explanation] == ["money"]
    assert ledger_of(shop.workplace, who, offset=1, limit=5) == [oldest]


def test_what_to_say_now_is_what_matters_today(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静")
    add_date(shop.workplace, who, read_date(DateKind.BIRTHDAY, "1990-11-24"))
    give(shop, who, points, 500, TODAY + timedelta(days=8))
    card = programme(shop, ProgrammeKind.VISITS)
    give(shop, who, card, 1)
    save_batch(shop.workplace, BatchDraft("十元券", CouponKind.MONEY, 1_000, valid_days=5))
    issue_coupons(shop.workplace, read_batches(shop.workplace)[0].batch_id, customer_ids=[who])
    save_reward(shop.workplace, RewardDraft("茶杯", RewardKind.MONEY, 400, 1_000))
    said = loyalty_of(shop.workplace, who).say_now
    begins = ("Birthday in 2 day", "十次卡: 1 visit", "500 point", "Coupon “十元券” until 27", "Her points are enough")
    assert len(said) == len(begins)
    assert all(text.startswith(begin) for text, begin in zip(said, begins, strict=True))
    assert said[2].endswith("can be used until 30 November 2026.")


def test_a_stranger_to_the_programmes_has_nothing_to_show(shop: Shop) -> None:
    shown = loyalty_of(shop.workplace, shop.add("李娜"))
    assert (shown.balances, shown.tier, shown.say_now, shown.points) == ((), None, (), 0)


def test_the_balance_is_a_message_to_paste(shop: Shop) -> None:
    change_setting(shop.workplace, SHOP_NAME.key, "静心茶馆")
    points, who = programme(shop), shop.add("陈静")
    give(shop, who, points, 1_200, date(2027, 1, 31))
    message = balance_message(shop.workplace, who)
    assert message.splitlines()[0].startswith("Dear 陈静")
    assert "Points: 1,200" in message
    assert message.endswith("静心茶馆")
