"""Undo takes back the last thing a person did or says that it cannot: it never reaches for what was before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.describe_changes import operation_name
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.services.void_sale import void_sale
from tests.support.shop import Shop
from tests.support.till import Till


@pytest.fixture
def till(shop: Shop) -> Till:
    return Till(shop)


def refused(till: Till) -> str:
    """Press Ctrl+Z where nothing can be taken back; return what is said, after nothing was written."""
    before = till.rows("SELECT count(*) FROM operation")
    with pytest.raises(Fault) as caught:
        undo(till.place)
    assert caught.value.kind is FaultKind.NOT_UNDOABLE
    assert till.rows("SELECT count(*) FROM operation") == before
    return sentence_for(caught.value)


def voids_the_last(till: Till, customer: int) -> None:
    void_sale(till.place, till.sell(5_000, customer).sale_id, "typo")


def voids_an_older(till: Till, customer: int) -> None:
    older = till.sell(5_000, customer)
    change_customer(till.place, customer, {"note": "called"})
    void_sale(till.place, older.sale_id, "typo")


def voids_a_refund(till: Till, customer: int) -> None:
    back = till.refund(till.sell(5_000, customer).sale_id)
    void_sale(till.place, back.sale_id, "typo")


@pytest.mark.parametrize("act", [voids_the_last, voids_an_older, voids_a_refund])
def test_after_a_void_by_hand_undo_changes_nothing_and_says_so(till: Till, act: Callable[[Till, int], None]) -> None:
    customer = till.shop.add("王小明")
    act(till, customer)
    assert "A void cannot be taken back, so nothing was changed" in refused(till)
    step = undo_steps(till.place).undo[-1]
    assert (step.final, operation_name(step)) == (True, "Void a slip of 王小明")
    assert undo_steps(till.place).redo == ()


def test_what_comes_after_a_void_is_taken_back_and_then_undo_stops_again(till: Till) -> None:
    customer = till.shop.add("王小明")
    voids_the_last(till, customer)
    change_customer(till.place, customer, {"note": "called"})
    assert undo(till.place).kind is Kind.CUSTOMER_EDIT
    assert "nothing was changed" in refused(till)


def test_undo_of_one_slip_after_the_other_goes_on(till: Till) -> None:
    customer = till.shop.add("王小明")
    back = till.refund(till.sell(5_000, customer).sale_id)
    assert undo(till.place).kind is Kind.SALE_REFUND
    assert undo(till.place).kind is Kind.SALE
    assert undo(till.place).kind is Kind.CUSTOMER_ADD
    assert till.rows(f"SELECT live FROM sale WHERE id = {back.sale_id}") == [(0,)]


def test_a_setting_is_changed_back_where_it_was_changed(till: Till) -> None:
    till.shop.add("王小明")
    change_setting(till.place, "currency", "EUR")
    assert "Change it in the settings" in refused(till)


def test_what_was_taken_back_out_of_turn_is_the_last_thing_done(till: Till) -> None:
    customer = till.shop.add("王小明")
    first = change_customer(till.place, customer, {"note": "one"})
    change_customer(till.place, customer, {"source": "two"})
    undo(till.place, first.operation_id)
    assert operation_name(undo_steps(till.place).undo[-1]) == "Take back: Edit 王小明"
    undo(till.place)
    assert till.rows("SELECT note, source FROM customer") == [("one", "two")]
    assert operation_name(undo_steps(till.place).redo[-1]) == "Take back: Edit 王小明"
    redo(till.place)
    assert till.rows("SELECT note, source FROM customer") == [(None, "two")]


def test_an_older_sale_taken_back_stays_so(till: Till) -> None:
    customer = till.shop.add("王小明")
    operation = till.sell(5_000, customer).changes.operation_id
    change_customer(till.place, customer, {"note": "called"})
    undo(till.place, operation)
    assert "stays so, and nothing was changed" in refused(till)
    assert till.rows("SELECT note FROM customer") == [("called",)]
