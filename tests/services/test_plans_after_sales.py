"""Sales start plans: a first purchase at the till, and the end of a warranty, days before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.plans import Cadence, Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.follow_up_plans import plans_of, save_plan
from crm_desktop.services.keep_in_touch import save_cadence
from crm_desktop.services.plan_reach import plan_reach
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.store import tables as t
from tests.support.shop import NOON, Shop

BIRTHDAY = Plan("生日", (PlanStep(-3, "准备小礼"), PlanStep(0, "祝福")), PlanEvent.BIRTHDAY)
QUIET = Plan("唤醒", (PlanStep(0, "问候"),), PlanEvent.QUIET, event_days=60)
WELCOME = Plan("新客", (PlanStep(1, "问候"),), PlanEvent.NEW_CUSTOMER)
TODAY = NOON.date()
THANK = Plan("首购关怀", (PlanStep(1, "谢谢"), PlanStep(30, "回访")), PlanEvent.FIRST_PURCHASE)
WARRANTY = Plan("保修到期", (PlanStep(-30, "提醒检查"),), PlanEvent.WARRANTY_END)


def sell(shop: Shop, customer: int | None, product: int | None = None, days_ago: int = 0) -> int:
    """Sell one thing; return the number of the slip."""
    at = NOON - timedelta(days=days_ago) if days_ago else None
    line = LineDraft("茶具", 9_900, product_id=product)
    return record_sale(shop.workplace, SaleDraft(new_public_id(), (line,), customer, at=at)).sale_id


def kettle(shop: Shop, months: int) -> int:
    """Add goods with a warranty to the catalogue."""
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        values = {"kind": "product", "name": "电水壶", "price": 9_900, "warranty_months": months}
        found = work.insert_one(t.product, public_id=new_public_id(), created_at=work.at, **values)
        work.commit()
    return found


def imported(shop: Shop, customer: int) -> None:
    """Let a slip be from a file of former sales."""
    with shop.store.writes.begin() as connection:
        connection.exec_driver_sql("UPDATE sale SET origin = 'import' WHERE customer_id = ?", (customer,))


def runs(shop: Shop, customer: int) -> list[str]:
    return [run.plan_name for run in plans_of(shop.workplace, customer)]


def test_the_first_purchase_starts_its_plan_and_the_second_does_not(shop: Shop) -> None:
    save_plan(shop.workplace, THANK)
    wang = shop.add("王小明")
    sell(shop, None)
    sell(shop, wang)
    do_daily_work(shop.workplace)
    assert runs(shop, wang) == ["首购关怀"]
    assert plan_reach(shop.workplace, THANK).count == 1
    sell(shop, wang)
    do_daily_work(shop.workplace)
    assert runs(shop, wang) == ["首购关怀"]


def test_who_bought_before_the_plan_or_in_a_file_buys_for_the_first_time_no_more(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李娜")
    sell(shop, wang)
    sell(shop, li, days_ago=1)
    imported(shop, li)
    save_plan(shop.workplace, THANK)
    sell(shop, wang)
    sell(shop, li)
    do_daily_work(shop.workplace)
    assert (runs(shop, wang), runs(shop, li)) == ([], [])


def test_a_voided_slip_is_no_purchase(shop: Shop) -> None:
    save_plan(shop.workplace, THANK)
    wang = shop.add("王小明")
    slip = sell(shop, wang)
    with shop.store.writes.begin() as connection:
        connection.exec_driver_sql("UPDATE sale SET live = 0 WHERE id = ?", (slip,))
    do_daily_work(shop.workplace)
    assert runs(shop, wang) == []
    sell(shop, wang)
    do_daily_work(shop.workplace)
    assert runs(shop, wang) == ["首购关怀"]


@pytest.mark.parametrize(("days", "started"), [(0, []), (1, ["保修到期"]), (4, ["保修到期"])])
def test_the_end_of_a_warranty_is_told_of_in_time(shop: Shop, days: int, started: list[str]) -> None:
    save_plan(shop.workplace, WARRANTY)
    wang = shop.add("王小明")
    sell(shop, wang, kettle(shop, 12))
    sell(shop, wang)
    end = date(2027, 11, 22)
    on = (end - timedelta(days=31) - TODAY).days + days
    later = replace(shop.workplace, clock=clock_from(NOON + timedelta(days=on)))
    do_daily_work(later)
    assert runs(shop, wang) == started
    assert plan_reach(later, WARRANTY).count == 1
    do_daily_work(later)
    assert runs(shop, wang) == started


def test_a_clock_set_back_by_a_year_starts_nothing_twice(shop: Shop) -> None:
    for plan in (THANK, WARRANTY, BIRTHDAY, QUIET, WELCOME):
        save_plan(shop.workplace, plan)
    wang = shop.add("王小明")
    add_tag(shop.workplace, Selection(frozenset({wang})), "VIP")
    with shop.store.read() as connection:
        tag = connection.exec_driver_sql("SELECT id FROM tag").scalar_one()
    save_cadence(shop.workplace, Cadence(tag, 30, 60))
    add_date(shop.workplace, wang, read_date(DateKind.BIRTHDAY, "1990-11-24"))
    sell(shop, wang, kettle(shop, 1))
    do_daily_work(shop.workplace)
    before = planned(shop)
    for days in (-365, -200, 0, -365, 0):
        do_daily_work(replace(shop.workplace, clock=clock_from(NOON + timedelta(days=days))))
    assert planned(shop) == before
    assert len(before) >= 5


def planned(shop: Shop) -> list[tuple[object, ...]]:
    """Return all that is planned."""
    with shop.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, title, day, status FROM follow_up ORDER BY id")
        return [tuple(row) for row in rows]
