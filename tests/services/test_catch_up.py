"""The work of a day is done once, after every change, and when a day begins."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.services.catch_up import catch_up, catch_up_if_behind, standing
from crm_desktop.services.follow_up_plans import save_plan
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import read_days
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.tag_customers import add_tag
from tests.support.shop import Shop

CARE = Plan("新客关怀", (PlanStep(1, "回访"),), PlanEvent.NEW_CUSTOMER)


def at(shop: Shop, moment: datetime) -> Shop:
    return replace(shop, workplace=replace(shop.workplace, clock=lambda: moment))


def test_after_it_nothing_is_to_be_done_until_somebody_changes_something(shop: Shop) -> None:
    save_plan(shop.workplace, CARE)
    shop.add("王小明")
    assert standing(shop.workplace).behind
    assert [changes.subject_count for changes in catch_up(shop.workplace).changes] == [1]
    assert not standing(shop.workplace).behind, "what the program did itself asks for nothing more"
    add_tag(shop.workplace, Selection(frozenset({1})), "VIP")
    assert standing(shop.workplace).behind


def test_a_new_day_of_the_shop_is_to_be_worked_and_the_night_before_it_is_not(shop: Shop) -> None:
    change_setting(shop.workplace, "time_zone", "Asia/Shanghai")
    catch_up(shop.workplace)
    night = datetime.combine(date(2026, 11, 22), time(19, 30), UTC)  # 03:30 of the 23rd in Shanghai
    morning = datetime.combine(date(2026, 11, 22), time(20, 30), UTC)
    assert not standing(at(shop, night).workplace).behind
    assert standing(at(shop, morning).workplace).behind


def test_a_command_finds_the_days_of_a_series_worked_out(shop: Shop) -> None:
    draft = FollowUpDraft("盘点", date(2026, 11, 23), repeat=Repeat("FREQ=MONTHLY"))
    plan_follow_up(shop.workplace, draft)
    next_year = at(shop, datetime(2027, 11, 22, 4, tzinfo=UTC))
    catch_up_if_behind(next_year.workplace)
    assert not standing(next_year.workplace).behind
    days = [item.day for item in read_days(next_year.workplace, date(2028, 11, 1), date(2028, 11, 30))]
    assert days == [date(2028, 11, 23)]


def test_asked_to_stop_it_goes_on_the_next_time(shop: Shop) -> None:
    save_plan(shop.workplace, CARE)
    shop.add("王小明")
    stopped = catch_up(shop.workplace, lambda: True)
    assert (stopped.changes, stopped.complete) == ((), False)
    assert standing(shop.workplace).behind
    assert len(catch_up(shop.workplace).changes) == 1
