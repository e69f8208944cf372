"""The bill: what is on it and by what it is paid."""

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.sales import ONE, PayBy, Payment, Product
from crm_desktop.ui.pages.till.bill import Bill, Part, cash_part, change_due, usual_notes

TEA = Product("龙井", price=9800, product_id=7, category_id=2)


def test_the_same_thing_twice_is_one_line_with_two_of_it():
    bill = Bill()
    assert (bill.add_product(TEA), bill.add_product(TEA, 2 * ONE)) == (0, 0)
    assert [(line.name, line.quantity) for line in bill.lines] == [("龙井", 3 * ONE)]
    assert bill.subtotal() == 3 * 9800


def test_a_line_of_another_price_stands_apart():
    bill = Bill()
    bill.add_product(TEA)
    bill.change(0, unit_price=8800)
    bill.add_product(TEA)
    assert [line.unit_price for line in bill.lines] == [8800, 9800]


def test_all_is_paid_in_one_way_where_nothing_else_is_said():
    assert Bill(method="wechat").payments(18800) == (Payment("wechat", 18800),)


def test_a_bill_of_nothing_is_still_paid():
    assert Bill().payments(0) == (Payment(PayBy.CASH, 0),)


def test_points_and_parts_are_paid_first_and_the_rest_in_the_chosen_way():
    bill = Bill(method="cash", parts=(Part("wechat", 5000),), tendered=20000)
    assert bill.payments(18800, 1000) == (
        Payment(PayBy.POINTS, 1000),
        Payment("wechat", 5000),
        Payment(PayBy.CASH, 12800, 20000),
    )


def test_stored_value_that_does_not_reach_leaves_the_rest_in_cash():
    bill = Bill(method=PayBy.STORED_VALUE)
    assert bill.payments(18800, 0, 5000) == (Payment(PayBy.STORED_VALUE, 5000), Payment(PayBy.CASH, 13800))
    assert bill.payments(18800, 0, 20000) == (Payment(PayBy.STORED_VALUE, 18800),)


@given(st.integers(0, 10**7), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["cash", "stored_value"]))
def test_payments_always_come_to_the_total(total, points, stored, method):
    bill = Bill(method=method, parts=(Part("wechat", min(total, 1234)),))
    assert sum(payment.amount for payment in bill.payments(total, min(points, total), stored)) == total


def test_change_is_what_is_handed_over_above_the_cash():
    due = cash_part((Payment("wechat", 5000), Payment("cash", 12800)))
    assert change_due(due, 15000) == 2200
    assert change_due(due, 10000) is None
    assert change_due(due, None) is None


def test_round_sums_are_offered_above_the_amount():
    assert usual_notes(18850, 2) == (18850, 18900, 19000, 20000)
    assert usual_notes(10000, 2) == (10000, 20000, 50000, 100000)
