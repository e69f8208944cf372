"""A trade is begun with in one step: what was said is what comes, it goes as one, and what is there already stays."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.domain.plans import PlanEvent
from crm_desktop.domain.rights import Right
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.begin_trade import SALES_TEAM, begin_trade, beginnings, has_rules_and_plans, say_beginning
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.follow_up_plans import read_plans, save_plan
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.keep_in_touch import read_cadences
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.read_today import read_today
from crm_desktop.services.undo import undo
from tests.support.shop import Shop

KEYS = [*(trade.value for trade in Trade), SALES_TEAM]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("key", KEYS)
def test_what_a_trade_says_is_what_comes(shop: Shop, key: str, language: str) -> None:
    use_language(language)
    begin_trade(shop.workplace, key)
    begun, kept = read_programmes(shop.workplace), [shown.plan for shown in read_plans(shop.workplace)]
    chosen = next(one for one in beginnings("CNY") if one.key == key)
    said = say_beginning(chosen)
    assert [plan.name for plan in kept if plan.name not in said] == []
    assert [card.name for card in begun.cards if card.name not in said] == []
    assert (begun.points is None) == (key == SALES_TEAM)
    assert [one.ideal_days for one in read_cadences(shop.workplace)] == [one.ideal_days for one in chosen.cadences]
    assert all(one.tag in said for one in chosen.cadences)


@pytest.mark.parametrize("key", KEYS)
def test_each_plan_is_one_the_editor_would_keep(shop: Shop, key: str) -> None:
    begin_trade(shop.workplace, key)
    kept = [shown.plan for shown in read_plans(shop.workplace)]
    assert len(kept) == 3
    assert all(not save_plan(shop.workplace, plan).changed for plan in kept)
    assert all(plan.event_tag_id for plan in kept if plan.event is PlanEvent.TAGGED)


def test_it_goes_as_one_step(shop: Shop) -> None:
    changes = begin_trade(shop.workplace, SALES_TEAM)
    assert change_sentence(changes) == "Set up what suits your trade"
    begin_trade(shop.workplace, Trade.GYM.value)
    undo(shop.workplace)
    assert has_rules_and_plans(shop.workplace) == (False, True)
    undo(shop.workplace)
    assert has_rules_and_plans(shop.workplace) == (False, False)
    assert read_cadences(shop.workplace) == []


def test_what_the_shop_has_already_stays_as_it_is(shop: Shop) -> None:
    start_with_preset(shop.workplace, Trade.SALON)
    before = read_programmes(shop.workplace)
    begin_trade(shop.workplace, Trade.CLOTHING.value)
    assert read_programmes(shop.workplace) == before
    assert not begin_trade(shop.workplace, Trade.CLOTHING.value).changed


def test_a_file_brought_in_afterwards_plans_nothing_for_anybody(shop: Shop, tmp_path) -> None:
    begin_trade(shop.workplace, Trade.GYM.value)
    file = tmp_path / "members.csv"
    file.write_text("姓名,手机\n王小明,13800001234\n李娜,13900002345\n", encoding="utf-8")
    import_customers(shop.workplace, file)
    do_daily_work(shop.workplace)
    today = read_today(shop.workplace)
    assert (today.due_count, today.overdue_count) == (0, 0)


def test_amounts_are_of_the_shops_currency() -> None:
    yen, yuan = (next(one.rules for one in beginnings(code) if one.rules) for code in ("JPY", "CNY"))
    assert yen.points.money * 100 == yuan.points.money


def test_nobody_without_the_right_sets_a_trade_up(shop: Shop) -> None:
    shop.workplace.store.staff.forget()
    with pytest.raises(Fault) as refused:
        begin_trade(shop.workplace.acting_as(None), Trade.GYM.value)
    assert (refused.value.kind, refused.value.values["right"]) == (FaultKind.NOT_ALLOWED, Right.PROGRAMMES)


def test_a_trade_there_is_none_of_is_refused(shop: Shop) -> None:
    with pytest.raises(Fault) as refused:
        begin_trade(shop.workplace, "circus")
    assert refused.value.kind is FaultKind.NOT_FOUND
