"""Programmes and tiers: rules in versions, one step to take back, and no rule that leaves a hole."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import (
    BirthdayGift,
    Multiplier,
    Offer,
    PointsRules,
    Spending,
    StoredRules,
    TierRules,
    VisitRules,
)
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, SaleDraft
from crm_desktop.services.programmes import (
    put_aside_programme,
    read_programmes,
    rename_programme,
    rules_history,
    save_rules,
)
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.tiers import TierDraft, put_aside_tier, read_tiers, save_tier
from crm_desktop.services.top_up import TopUpDraft, WithdrawDraft, top_up, withdraw
from crm_desktop.services.undo import redo, undo
from tests.support.loyalty import give, held, programme, refused, slip, sums_hold
from tests.support.shop import Shop


def test_a_changed_rule_is_a_version_of_its_own_and_the_old_one_stays(shop: Shop) -> None:
    place = shop.workplace
    save_rules(place, ProgrammeKind.POINTS, PointsRules(money=1_000))
    save_rules(place, ProgrammeKind.POINTS, PointsRules(money=500))
    points = read_programmes(place).points
    assert points is not None
    assert points.rules == PointsRules(money=500)
    assert [one.rules.money for one in rules_history(place, points.programme_id)] == [500, 1_000]  # type: ignore[union-attr]


def test_the_same_rules_again_write_nothing(shop: Shop) -> None:
    save_rules(shop.workplace, ProgrammeKind.STORED, StoredRules((Offer(10_000, 1_000),)))
    assert not save_rules(shop.workplace, ProgrammeKind.STORED, StoredRules((Offer(10_000, 1_000),))).changed


def test_each_sort_of_visit_card_is_a_programme_with_a_name_of_its_own(shop: Shop) -> None:
    place = shop.workplace
    save_rules(place, ProgrammeKind.VISITS, VisitRules(10, 88_000), "面部护理十次卡")
    save_rules(place, ProgrammeKind.VISITS, VisitRules(5, 50_000), "肩颈五次卡")
    with pytest.raises(Fault) as taken:
        save_rules(place, ProgrammeKind.VISITS, VisitRules(5), "肩颈五次卡")
    with pytest.raises(Fault) as unnamed:
        save_rules(place, ProgrammeKind.VISITS, VisitRules(5))
    assert (taken.value.kind, unnamed.value.kind) == (FaultKind.VALUE_TAKEN, FaultKind.VALUE_INVALID)
    assert [one.name for one in read_programmes(place).cards] == ["面部护理十次卡", "肩颈五次卡"]


def test_a_programme_is_renamed_put_aside_and_begun_again(shop: Shop) -> None:
    place = shop.workplace
    save_rules(place, ProgrammeKind.POINTS, PointsRules())
    first = read_programmes(place).programmes[0].programme_id
    rename_programme(place, first, "茶豆")
    put_aside_programme(place, first)
    assert read_programmes(place).points is None
    save_rules(place, ProgrammeKind.POINTS, PointsRules())
    points = read_programmes(place).points
    assert points is not None
    assert (points.programme_id, points.name) == (first, "茶豆")


def test_rules_of_another_kind_or_for_goods_that_are_not_there_are_refused(shop: Shop) -> None:
    wrong = [
        (ProgrammeKind.POINTS, StoredRules(), "kind"),
        (ProgrammeKind.POINTS, PointsRules(birthday=BirthdayGift(batch_id=7)), "birthday.batch_id"),
        (ProgrammeKind.POINTS, PointsRules(product_points={3: 5}), "product_points"),
        (
            ProgrammeKind.POINTS,
            PointsRules(multipliers=(Multiplier("双倍", 200, tier_ids=frozenset({9})),)),
            "multipliers[0].tier_ids",
        ),
        (ProgrammeKind.POINTS, PointsRules(money=0), "money"),
    ]
    for kind, rules, field in wrong:
        with pytest.raises(Fault) as caught:
            save_rules(shop.workplace, kind, rules, "x")
        assert (caught.value.kind, caught.value.values["field"]) == (FaultKind.RULES_INVALID, field)
    assert read_programmes(shop.workplace).programmes == ()


def test_tiers_stand_in_the_order_of_their_thresholds(shop: Shop) -> None:
    place = shop.workplace
    for name, threshold in (("金卡", 500_000), ("银卡", 100_000), ("钻石", 2_000_000)):
        save_tier(place, TierDraft(name, TierRules(threshold)))
    assert [(one.name, one.position) for one in read_tiers(place)] == [("银卡", 0), ("金卡", 1), ("钻石", 2)]


def test_tiers_that_begin_alike_or_ask_more_to_stay_are_refused_by_name(shop: Shop) -> None:
    place = shop.workplace
    save_tier(place, TierDraft("银卡", TierRules(100_000)))
    for rules, why in ((TierRules(100_000), "overlap"), (TierRules(200_000, keep=300_000), "hole")):
        with pytest.raises(Fault) as caught:
            save_tier(place, TierDraft("金卡", rules))
        assert (caught.value.kind, caught.value.values["why"]) == (FaultKind.RULES_INVALID, why)
        assert caught.value.values["tier"] == "金卡"
    assert len(read_tiers(place)) == 1


def test_a_tier_that_was_put_aside_leaves_no_gap(shop: Shop) -> None:
    place = shop.workplace
    for name, threshold in (("银卡", 100_000), ("金卡", 500_000), ("钻石", 2_000_000)):
        save_tier(place, TierDraft(name, TierRules(threshold), "amber"))
    gold = read_tiers(place)[1].tier_id
    put_aside_tier(place, gold)
    assert [one.name for one in read_tiers(place) if one.active] == ["银卡", "钻石"]
    save_tier(place, TierDraft("铂金", TierRules(500_000)))
    with pytest.raises(Fault):
        put_aside_tier(place, gold, active=True)
    undo(place)
    put_aside_tier(place, gold, active=True)
    assert [one.position for one in read_tiers(place)] == [0, 1, 2]


def test_a_programme_taken_back_is_gone_and_comes_again(shop: Shop) -> None:
    save_rules(shop.workplace, ProgrammeKind.POINTS, PointsRules())
    undo(shop.workplace)
    assert read_programmes(shop.workplace).programmes == ()
    redo(shop.workplace)
    assert read_programmes(shop.workplace).points is not None


def test_of_a_programme_that_was_ended_what_is_there_is_spent_and_nothing_more_given(shop: Shop) -> None:
    place, who = shop.workplace, shop.add("陈静")
    points = programme(shop, rules=PointsRules(money=100, spending=Spending(points=1, money=1)))
    stored = programme(shop, ProgrammeKind.STORED)
    give(shop, who, points, 500)
    top_up(place, TopUpDraft(slip(1), who, 10_000))
    for one in (points, stored):
        put_aside_programme(place, one)
    assert refused(lambda: top_up(place, TopUpDraft(slip(2), who, 10_000)))[0] is FaultKind.NOT_FOUND
    paid = (Payment(PayBy.STORED_VALUE.value, 1_000),)
    record_sale(place, SaleDraft(slip(3), (LineDraft("茶", 1_200),), who, paid, points_spent=200))
    assert held(shop, who) == (300, 10_000, 0)
    withdraw(place, WithdrawDraft(slip(4), who))
    assert held(shop, who)[1] <= 1_000
    assert sums_hold(shop)
