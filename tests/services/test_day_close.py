"""A day of the shop is added up, closed with what was counted, and only set right by dated entries afterwards."""

from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, SaleDraft
from crm_desktop.domain.takings import Amounts, DayFigures, MethodTakings
from crm_desktop.services.day_close import close_day, correct_day, move_cash, read_day
from crm_desktop.services.month_figures import read_month
from crm_desktop.services.record_sale import price_sale, record_sale
from crm_desktop.services.takings_tables import day_tables, money_taken
from crm_desktop.store.tables import sale, sale_payment
from tests.support.follow_ups import TODAY
from tests.support.shop import Shop


def sell(shop: Shop, amount: int, method: str = PayBy.CASH.value, customer_id: int | None = None) -> int:
    draft = SaleDraft(new_public_id(), (LineDraft("Tea", amount),), customer_id, (Payment(method, amount),))
    return record_sale(shop.workplace, draft).sale_id


def reverse(shop: Shop, sale_id: int, kind: str, amount: int) -> None:
    """Write the slip that a refund or a void leaves, as the till does."""
    values = {"public_id": new_public_id(), "number": "x", "kind": kind, "at": 0, "day": TODAY.isoformat()}
    money = {"subtotal": -amount, "total": -amount, "origin": "till", "refers_to": sale_id}
    with shop.workplace.unit_of_work(Kind.SALE_REFUND) as work:
        slip = work.insert_one(sale, **values, **money)
        work.insert_one(sale_payment, sale_id=slip, method=PayBy.CASH.value, amount=-amount)
        work.commit()


def test_a_day_is_told_by_sort_of_slip_and_way_of_payment(shop: Shop) -> None:
    one = sell(shop, 10_000)
    sell(shop, 5_000, PayBy.WECHAT.value)
    reverse(shop, one, "refund", 2_500)
    figures = read_day(shop.workplace, TODAY).figures
    assert figures.amounts == Amounts(sales=2, sold=15_000, refunds=1, refunded=-2_500)
    assert {one.method: one.amounts.taken for one in figures.methods} == {"cash": 7_500, "wechat": 5_000}
    assert (figures.clerks[0].name, figures.clerks[0].amounts.turnover) == ("Owner", 15_000)


def test_what_points_and_stored_value_pay_is_no_money_that_came_in(shop: Shop) -> None:
    figures = DayFigures(
        TODAY,
        Amounts(sales=2, sold=15_000, top_ups=1, topped_up=10_000),
        (
            MethodTakings("cash", "Cash", True, Amounts(sold=4_000, topped_up=10_000)),
            MethodTakings("stored_value", "Stored value", False, Amounts(sold=10_000)),
            MethodTakings("points", "Points", False, Amounts(sold=1_000)),
        ),
    )
    assert money_taken(figures) == 14_000
    day, methods, *_more = day_tables(figures, "CNY")
    assert day.rows[-1][-1] == methods.rows[-1][-1] == 14_000


def test_only_cash_is_expected_in_the_drawer_and_what_was_put_in(shop: Shop) -> None:
    move_cash(shop.workplace, 20_000, "change in the morning")
    sell(shop, 10_000)
    sell(shop, 5_000, PayBy.ALIPAY.value)
    move_cash(shop.workplace, -3_000, "paid for water")
    shown = read_day(shop.workplace, TODAY)
    assert shown.expected == 27_000
    assert [move.amount for move in shown.figures.cash_moves] == [20_000, -3_000]


def test_a_difference_needs_a_word_and_is_kept(shop: Shop) -> None:
    sell(shop, 10_000)
    with pytest.raises(Fault) as refused:
        close_day(shop.workplace, TODAY, 9_950)
    assert refused.value.values["field"] == "note"
    close_day(shop.workplace, TODAY, 9_950, "gave too much change")
    close = read_day(shop.workplace, TODAY).close
    assert close is not None
    assert (close.expected, close.difference, close.note) == (10_000, -50, "gave too much change")


def test_what_is_sold_after_the_close_belongs_to_the_next_day(shop: Shop) -> None:
    sell(shop, 10_000)
    close_day(shop.workplace, TODAY, 10_000)
    assert price_sale(shop.workplace, SaleDraft("later", (LineDraft("Tea", 700),))).total == 700
    sell(shop, 700)
    assert read_day(shop.workplace, TODAY).figures.amounts.sold == 10_000
    shown = read_day(shop.workplace, TODAY + timedelta(days=1))
    assert (shown.figures.amounts.sold, shown.expected) == (700, 10_700)


def test_a_day_is_closed_once(shop: Shop) -> None:
    close_day(shop.workplace, TODAY, 0)
    with pytest.raises(Fault) as refused:
        close_day(shop.workplace, TODAY, 0)
    assert refused.value.kind is FaultKind.DAY_CLOSED


def test_a_correction_is_an_entry_of_its_own_and_counts_in_the_drawer(shop: Shop) -> None:
    close_day(shop.workplace, TODAY, 0)
    correct_day(shop.workplace, TODAY, PayBy.CASH.value, -500, "change was noted twice")
    shown = read_day(shop.workplace, TODAY)
    assert shown.expected == -500
    assert [(one.amount, one.note) for one in shown.corrections] == [(-500, "change was noted twice")]
    with pytest.raises(Fault) as refused:
        correct_day(shop.workplace, TODAY - timedelta(days=9), PayBy.CASH.value, 5, "nothing to correct")
    assert refused.value.kind is FaultKind.NOT_FOUND


def test_nothing_is_rung_up_for_a_closed_day(shop: Shop) -> None:
    close_day(shop.workplace, TODAY - timedelta(days=1), 0)
    draft = SaleDraft(new_public_id(), (LineDraft("Tea", 100),), at=shop.workplace.now() - timedelta(days=1))
    with pytest.raises(Fault) as refused:
        record_sale(shop.workplace, draft)
    assert refused.value.kind is FaultKind.DAY_CLOSED


def test_a_day_to_come_is_not_closed(shop: Shop) -> None:
    with pytest.raises(Fault) as refused:
        close_day(shop.workplace, TODAY + timedelta(days=1), 0)
    assert refused.value.values["reason"] == "to_come"


def test_a_month_tells_who_came_first_and_who_came_again(shop: Shop) -> None:
    known, new = shop.add("known"), shop.add("new")
    draft = SaleDraft(new_public_id(), (LineDraft("Tea", 900),), known, at=shop.workplace.now() - timedelta(days=40))
    record_sale(shop.workplace, draft)
    for customer_id in (known, new, new, None):
        sell(shop, 1_000, customer_id=customer_id)
    shown = read_month(shop.workplace, TODAY)
    assert (shown.total.sales, shown.total.turnover, shown.total.visitors) == (4, 4_000, 3)
    assert (shown.total.new_buyers, shown.total.returning, shown.total.new_members) == (1, 1, 2)
    assert shown.days[-1].day == TODAY
    assert shown.before.turnover == 900
