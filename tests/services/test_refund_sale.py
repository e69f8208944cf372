"""Refunds, exchanges and voids: exactly what was earned and spent goes and comes back, and no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import PointsRules, Spending, StoredRules
from crm_desktop.domain.loyalty.words import LotKind
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, RefundDraft, SaleDraft
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.read_sales import read_slip
from crm_desktop.services.record_sale import exchange_sale, record_sale
from crm_desktop.services.refund_sale import preview_refund, refund_sale, refundable
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.services.void_sale import void_sale
from tests.support.shop import Shop
from tests.support.till import Till

PAYING = PointsRules(spending=Spending(points=100, money=100))


@pytest.fixture
def till(shop: Shop) -> Till:
    return Till(shop)


def refused(kind: FaultKind, job, *args, **values) -> Fault:
    with pytest.raises(Fault) as caught:
        job(*args, **values)
    assert caught.value.kind is kind
    return caught.value


def test_a_refund_in_parts_is_the_whole_to_the_last_point(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 300)
    lines = (LineDraft("A", 10_000), LineDraft("B", 333, quantity=3_000))
    sold = record_sale(till.place, SaleDraft("x", lines, customer, points_spent=300))
    thing = refundable(till.place, sold.sale_id).lines[1].line_id
    for _ in range(3):
        till.refund(sold.sale_id, quantities={thing: 1_000})
    assert refundable(till.place, sold.sale_id).lines[1].returned == 3_000
    till.refund(sold.sale_id)
    assert (till.points(customer), till.held(customer)["spent"]) == (300, 0)
    refused(FaultKind.REFUND_TOO_HIGH, till.refund, sold.sale_id)


def test_a_preview_of_a_refund_is_what_it_does(till: Till) -> None:
    till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    sold = till.sell(10_000, customer)
    total, payments, said = preview_refund(till.place, RefundDraft("r", sold.sale_id, amount=2_500))
    back = till.refund(sold.sale_id, amount=2_500)
    assert (-back.total, payments, back.explanation) == (total, (Payment("cash", 2_500),), said)
    assert till.points(customer) == 75


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"amount": 10_001}, FaultKind.REFUND_TOO_HIGH),
        ({"amount": 0}, FaultKind.AMOUNT_WRONG),
        ({"amount": -1}, FaultKind.AMOUNT_WRONG),
        ({"quantities": {1: 1_001}}, FaultKind.REFUND_TOO_HIGH),
        ({"quantities": {99: 1_000}}, FaultKind.NOT_FOUND),
        ({"amount": 500, "payments": (Payment("cash", 400),)}, FaultKind.PAYMENTS_DIFFER),
        ({"amount": 500, "payments": (Payment("points", 500),)}, FaultKind.REFUND_TOO_HIGH),
        ({"sale_id": 77}, FaultKind.NOT_FOUND),
    ],
)
def test_a_refund_that_cannot_be_changes_nothing(till: Till, values: dict, kind: FaultKind) -> None:
    sold = till.sell(10_000)
    refused(kind, till.refund, **({"sale_id": sold.sale_id} | values))
    assert till.rows("SELECT count(*) FROM sale") == [(1,)]


def test_points_spent_since_become_a_debt_that_the_next_sale_fills(till: Till) -> None:
    till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    sold = till.sell(20_000, customer)
    till.sell(10_000, customer, points_spent=200)  # earns 98
    till.refund(sold.sale_id)
    assert till.points(customer) == -102
    refused(FaultKind.NOT_ENOUGH, till.sell, 5_000, customer, points_spent=1)
    till.sell(20_000, customer)
    assert till.points(customer) == 98
    assert till.rows("SELECT sum(\"left\") FROM lot WHERE source = 'debt'") == [(0,)]


def test_without_debts_the_shop_is_told_to_ask_for_money(till: Till) -> None:
    till.programme("points", PointsRules(spending=Spending(100, 100), refund_may_go_below_zero=False))
    customer = till.shop.add("王小明")
    sold = till.sell(20_000, customer)
    till.sell(10_000, customer, points_spent=200)
    fault = refused(FaultKind.ALREADY_SPENT, till.refund, sold.sale_id)
    assert "money" in sentence_for(fault)
    assert till.points(customer) == 98


def test_an_expired_lot_that_comes_back_lives_on_for_some_days(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 500, expires_on=date(2026, 11, 12))
    sold = till.sell(10_000, customer, points_spent=500, at=till.place.now() - timedelta(days=11))
    till.refund(sold.sale_id)
    assert till.rows('SELECT source, "left", expires_on FROM lot WHERE "left" > 0') == [("refund", 500, "2026-12-22")]


def test_stored_value_comes_back_to_where_it_came_from(till: Till) -> None:
    stored = till.programme("stored", StoredRules())
    customer = till.shop.add("王小明")
    till.give(customer, stored, LotKind.PRINCIPAL, 10_000)
    till.give(customer, stored, LotKind.GIFT, 1_000)
    sold = till.sell(11_000, customer, payments=(Payment(PayBy.STORED_VALUE, 11_000),))
    till.refund(sold.sale_id, amount=1_500)
    assert till.rows('SELECT "left" FROM lot ORDER BY id') == [(500,), (1_000,)]
    till.refund(sold.sale_id)
    assert till.rows('SELECT "left" FROM lot ORDER BY id') == [(10_000,), (1_000,)]


def test_what_points_paid_never_comes_out_of_the_drawer(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 1_000)
    sold = till.sell(2_000, customer, points_spent=1_000)
    cash = (Payment("cash", 2_000),)
    fault = refused(FaultKind.REFUND_TOO_HIGH, till.refund, sold.sale_id, payments=cash)
    assert fault.values["most"] == 1_000


def test_an_exchange_is_one_step_and_one_undo(till: Till) -> None:
    till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    sold = till.sell(10_000, customer)
    new = SaleDraft("n", (LineDraft("B", 12_000),), customer)
    exchange_sale(till.place, RefundDraft("b", sold.sale_id), new)
    assert (till.points(customer), till.held(customer)["spent"]) == (120, 12_000)
    undo(till.place)
    assert (till.points(customer), till.held(customer)["spent"]) == (100, 10_000)
    assert read_slip(till.place, sold.sale_id).live


def test_a_void_is_the_inverse_of_everything(till: Till) -> None:
    programme = till.programme("points", PAYING)
    till.tier("VIP", 10_000)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 500)
    before = till.held(customer)
    sold = till.sell(12_000, customer, points_spent=500)
    assert till.held(customer)["tier_id"] == 1
    done = void_sale(till.place, sold.sale_id, "mistyped")
    assert till.held(customer) == before | {"spent": None}
    assert change_sentence(done.changes) == "Voided a slip of 王小明"
    slips = [read_slip(till.place, sale_id) for sale_id in (sold.sale_id, done.sale_id)]
    assert sum(slip.total for slip in slips) == 0
    assert [slip.live for slip in slips] == [False, False]
    refused(FaultKind.ALREADY_VOID, void_sale, till.place, sold.sale_id)
    refused(FaultKind.ALREADY_VOID, void_sale, till.place, done.sale_id)
    refused(FaultKind.ALREADY_VOID, till.refund, sold.sale_id)
    assert undo_steps(till.place).redo == ()


def test_refunds_are_voided_before_their_sale(till: Till) -> None:
    sold = till.sell(10_000)
    back = till.refund(sold.sale_id, amount=4_000)
    fault = refused(FaultKind.NOT_UNDOABLE, void_sale, till.place, sold.sale_id)
    assert back.number in sentence_for(fault)
    void_sale(till.place, back.sale_id)
    assert refundable(till.place, sold.sale_id).lines[0].returned == 0
    void_sale(till.place, sold.sale_id)


def test_undo_of_a_sale_is_its_void_and_is_not_done_again(till: Till) -> None:
    till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.sell(10_000, customer)
    changes = undo(till.place)
    assert change_sentence(changes) == "Taken back: Sale to 王小明 · the slip is void"
    steps = undo_steps(till.place)
    assert steps.redo == ()
    assert [step.kind.value for step in steps.undo][-1] != "sale"
    assert till.rows("SELECT kind FROM sale ORDER BY id") == [("sale",), ("void",)]
    assert till.points(customer) == 0


def test_the_same_refund_twice_is_written_once(till: Till) -> None:
    sold = till.sell(10_000)
    draft = RefundDraft("again", sold.sale_id, amount=100)
    first, second = refund_sale(till.place, draft), refund_sale(till.place, draft)
    assert (second.sale_id, second.was_there) == (first.sale_id, True)


@pytest.mark.parametrize("grace", [0, 30])
def test_a_tier_that_one_slip_reached_goes_with_it(till: Till, grace: int) -> None:
    till.programme("points", PointsRules(grace_days=grace))
    silver = till.tier("Silver", 20_000)
    customer = till.shop.add("王小明")
    sold = till.sell(25_000, customer)
    assert till.held(customer)["tier_id"] == silver
    till.refund(sold.sale_id)
    assert till.held(customer)["tier_id"] is None


def test_a_tier_that_is_still_reached_stays_after_a_refund(till: Till) -> None:
    till.programme("points", PointsRules(grace_days=30))
    silver = till.tier("Silver", 20_000)
    customer = till.shop.add("王小明")
    sold = till.sell(25_000, customer)
    till.refund(sold.sale_id, amount=5_000)
    assert till.held(customer)["tier_id"] == silver
