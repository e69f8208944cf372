"""Whatever of slips, lots and balances was changed behind the program is found by the sums."""

from __future__ import annotations

from contextlib import closing

import pytest

from crm_desktop.domain.loyalty.rules import PointsRules, Spending, StoredRules
from crm_desktop.domain.loyalty.words import LotKind
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, ProductDraft, SaleDraft
from crm_desktop.services.catalogue import add_product, move_stock
from crm_desktop.services.check_database import check_database, report_to_json
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.void_sale import void_sale
from crm_desktop.store.driver import raw_connection
from tests.support.shop import KEY, Shop
from tests.support.till import Till


@pytest.fixture
def till(shop: Shop) -> Till:
    """Return a till at which a customer bought, paid in three ways, brought back a part, and one slip was void."""
    till = Till(shop)
    till.programme("points", PointsRules(spending=Spending(points=100, money=100)))
    stored = till.programme("stored", StoredRules())
    till.tier("VIP", 5_000)
    customer = shop.add("王小明")
    till.give(customer, stored, LotKind.PRINCIPAL, 10_000)
    _, product = add_product(till.place, ProductDraft("龙井", price=9_900, counts_stock=True))
    move_stock(till.place, product, 5_000)
    line = LineDraft("龙井", 9_900, 2_000, product_id=product)
    paid = (Payment("cash", 10_000), Payment(PayBy.STORED_VALUE, 9_800))
    sold = record_sale(till.place, SaleDraft("one", (line,), customer, paid))
    till.sell(1_000, customer, points_spent=50)
    till.refund(sold.sale_id, amount=5_000)
    void_sale(till.place, till.sell(700, customer).sale_id)
    return till


def problems(till: Till) -> set[tuple[str, str]]:
    report = report_to_json(check_database(till.place))
    return {(each["check"], each["problem"]) for each in report["problems"]}


def test_a_till_in_order_is_clean(till: Till) -> None:
    assert problems(till) == set()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ('UPDATE lot SET "left" = "left" + 1 WHERE id = 1', "left_differs"),
        ("UPDATE account SET balance = 0 WHERE id = 2", "balance_differs"),
        ("UPDATE customer SET points = 1", "holdings_differ"),
        ("UPDATE customer SET tier_id = NULL", "holdings_differ"),
        ("UPDATE customer SET spent = spent + 1", "purchases_differ"),
        ("UPDATE customer SET last_sale_on = '2020-01-01'", "purchases_differ"),
        ("UPDATE sale SET live = 1 WHERE kind = 'void'", "live_differs"),
        ("UPDATE sale SET total = total + 1 WHERE id = 1", "total_differs"),
        ("UPDATE sale_line SET net = net + 1 WHERE id = 1", "lines_differ"),
        ("UPDATE sale_payment SET amount = amount - 1 WHERE id = 1", "payments_differ"),
        ("UPDATE sale_line SET net = -90000 WHERE refers_to IS NOT NULL", "more_money_back"),
        ("UPDATE product SET stock = 0", "stock_differs"),
        ("UPDATE ledger_entry SET delta = -999 WHERE cause = 'spend'", "below_zero"),
        ("UPDATE ledger_entry SET account_id = 1 WHERE account_id = 2", "other_account"),
        ("INSERT INTO sale(public_id, number, kind, at, day, subtotal, total, origin, refers_to) "
         "SELECT 'z', 'z', 'void', at, day, -subtotal, -total, origin, refers_to FROM sale WHERE kind = 'void'",
         "voided_twice"),
    ],
)  # fmt: skip
def test_a_sum_that_was_changed_is_found(till: Till, statement: str, problem: str) -> None:
    with closing(raw_connection(till.shop.store.path, KEY)) as connection:
        assert connection.execute(statement).rowcount != 0
        if problem == "below_zero":
            connection.execute('UPDATE lot SET "left" = (SELECT sum(delta) FROM ledger_entry WHERE lot_id = lot.id)')
    assert ("ledger", problem) in problems(till)
