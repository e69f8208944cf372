"""Tiers are judged anew once a day: down when the window has moved on, after the grace days, never where locked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.domain.loyalty.rules import Metric, PointsRules, TierRules, Window
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.programmes import read_programmes, save_rules
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.recheck_tiers import recheck_tiers
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.rewards import read_rewards
from crm_desktop.services.set_tier import set_tier
from crm_desktop.services.tiers import TierDraft, read_tiers, save_tier
from crm_desktop.services.undo import undo
from tests.support.loyalty import later, programme, refused, slip
from tests.support.shop import Shop

RULES = PointsRules(grace_days=30)


def _ladder(shop: Shop, rules: PointsRules = RULES) -> None:
    programme(shop, rules=rules)
    save_tier(shop.workplace, TierDraft("银卡", TierRules(10_000, keep=8_000)))
    save_tier(shop.workplace, TierDraft("金卡", TierRules(50_000, keep=40_000)))


def _buys(shop: Shop, who: int, number: int, amount: int) -> None:
    record_sale(shop.workplace, SaleDraft(slip(number), (LineDraft("茶", amount),), who))


def _tier(shop: Shop, who: int) -> str:
    shown = loyalty_of(shop.workplace, who).tier
    return shown.name if shown else ""


def test_twelve_months_later_a_grace_begins_and_after_it_the_tier_goes(shop: Shop) -> None:
    _ladder(shop)
    who = shop.add("陈静")
    _buys(shop, who, 1, 60_000)
    for days, name in ((364, "金卡"), (365, "金卡"), (395, "金卡"), (396, "")):
        recheck_tiers(later(shop, days).workplace)
        assert (days, _tier(shop, who)) == (days, name)


def test_whoever_buys_enough_in_the_grace_stays(shop: Shop) -> None:
    _ladder(shop)
    who = shop.add("陈静")
    _buys(shop, who, 1, 60_000)
    recheck_tiers(later(shop, 370).workplace)
    _buys(later(shop, 380), who, 2, 40_000)
    recheck_tiers(later(shop, 500).workplace)
    assert _tier(shop, who) == "金卡"


def test_a_locked_tier_is_left_alone_and_one_by_hand_for_a_year(shop: Shop) -> None:
    _ladder(shop)
    gold = read_tiers(shop.workplace)[1].tier_id
    locked, held = shop.add("陈静"), shop.add("李娜")
    set_tier(shop.workplace, locked, gold, "朋友")
    set_tier(shop.workplace, held, gold, "欢迎", locked=False)
    recheck_tiers(later(shop, 365).workplace)
    assert (_tier(shop, locked), _tier(shop, held)) == ("金卡", "金卡")
    recheck_tiers(later(shop, 366).workplace)
    assert (_tier(shop, locked), _tier(shop, held)) == ("金卡", "")


def test_new_thresholds_count_for_everybody_with_the_next_days_work(shop: Shop) -> None:
    _ladder(shop)
    who = shop.add("陈静")
    _buys(shop, who, 1, 9_000)
    do_daily_work(shop.workplace)
    silver = read_tiers(shop.workplace)[0]
    save_tier(shop.workplace, TierDraft("银卡", TierRules(9_000, keep=8_000)), silver.tier_id)
    do_daily_work(shop.workplace)
    assert _tier(shop, who) == "银卡"


@pytest.mark.parametrize(("metric", "name"), [(Metric.SPEND, "金卡"), (Metric.POINTS, "银卡"), (Metric.VISITS, "")])
def test_spending_points_and_visits_are_each_a_ladder(shop: Shop, metric: Metric, name: str) -> None:
    rules = replace(RULES, metric=metric, points=1, money=5, window=Window.LIFE)
    programme(shop, rules=rules)
    save_tier(shop.workplace, TierDraft("银卡", TierRules(4_000)))
    save_tier(shop.workplace, TierDraft("金卡", TierRules(20_000)))
    who = shop.add("陈静")
    _buys(shop, who, 1, 20_000)
    recheck_tiers(shop.workplace)
    assert _tier(shop, who) == name


def test_two_cards_of_one_person_are_judged_together(shop: Shop) -> None:
    _ladder(shop)
    one, other = shop.add("陈静"), shop.add("陈 静")
    _buys(shop, one, 1, 6_000)
    _buys(shop, other, 2, 6_000)
    merge_customers(shop.workplace, [one, other])
    assert recheck_tiers(shop.workplace).moved == 1
    assert _tier(shop, one) == "银卡"
    assert recheck_tiers(shop.workplace).moved == 0


def test_many_members_are_judged_in_turns_that_can_be_stopped_between(shop: Shop) -> None:
    _ladder(shop)
    people = [shop.add(f"客{number}") for number in range(6)]
    for number, who in enumerate(people):
        _buys(shop, who, number, 60_000)
    from crm_desktop.services import recheck_tiers as job

    most, job.WRITTEN_AT_ONCE = job.WRITTEN_AT_ONCE, 2
    try:
        asked = iter([False, False, True])
        first = recheck_tiers(later(shop, 800).workplace, lambda: next(asked))
        assert (first.complete, first.moved) == (False, 4)
        assert recheck_tiers(later(shop, 800).workplace).complete
    finally:
        job.WRITTEN_AT_ONCE = most


@pytest.mark.parametrize("trade", list(Trade))
def test_a_trades_preset_is_one_step_and_comes_once(shop: Shop, trade: Trade) -> None:
    start_with_preset(shop.workplace, trade)
    begun = read_programmes(shop.workplace)
    assert begun.points is not None
    assert [tier.position for tier in begun.tiers] == [0, 1, 2]
    assert refused(lambda: start_with_preset(shop.workplace, trade))[1]["reason"] == "begun_already"
    undo(shop.workplace)
    assert (read_programmes(shop.workplace).programmes, read_rewards(shop.workplace)) == ((), [])
    save_rules(shop.workplace, ProgrammeKind.POINTS, RULES)
