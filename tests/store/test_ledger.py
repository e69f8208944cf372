"""The ledger's tables take rows and never give them back; what they add up to follows at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.domain.loyalty.words import Cause, LotKind, Take
from crm_desktop.store import tables
from crm_desktop.store.ledger import lots_of, write_takes
from crm_desktop.store.unit_of_work import LedgerError
from tests.support.shop import open_shop
from tests.support.till import Till


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    shop = open_shop(tmp_path)
    yield Till(shop)
    shop.store.close()


@pytest.fixture
def customer(till: Till) -> int:
    """Return a customer with 100 points and one slip."""
    programme = till.programme("points", PointsRules(points=0))
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 100)
    till.sell(500, customer)
    return customer


@pytest.mark.parametrize("table", [tables.sale, tables.sale_line, tables.lot, tables.ledger_entry])
def test_a_row_of_the_ledger_is_never_changed_or_deleted(till: Till, customer: int, table: tables.Table) -> None:
    column = {"sale": "total", "sale_line": "net", "lot": "quantity", "ledger_entry": "delta"}[table.name]
    with till.place.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        with pytest.raises(LedgerError):
            work.update(table, 1, **{column: 7})
        with pytest.raises(LedgerError):
            work.delete_where(table, table.c.id == 1)
    assert till.held(customer)["spent"] == 500


def test_whose_a_slip_is_may_change_and_sums_follow_on_both_sides(till: Till, customer: int) -> None:
    other = till.shop.add("李娜")
    with till.place.unit_of_work(Kind.MERGE) as work:
        work.update(tables.sale, 1, customer_id=other)
        work.update(tables.account, 1, customer_id=other)
        work.commit()
    assert till.held(customer) == dict.fromkeys(till.held(customer))
    assert (till.held(other)["spent"], till.held(other)["points"]) == (500, 100)


def test_what_was_taken_is_known_to_the_next_step_of_the_same_action(till: Till, customer: int) -> None:
    with till.place.unit_of_work(Kind.REDEEM) as work:
        write_takes(work, [Take(1, 30)], Cause.SPEND)
        assert [lot.left for lot in lots_of(work.connection, [1])] == [70]
        write_takes(work, [Take(1, 70)], Cause.SPEND)
        assert lots_of(work.connection, [1]) == []
        work.commit()
    assert till.points(customer) == 0


def test_a_customer_in_several_tiers_shows_the_highest_wherever_it_stands(till: Till, customer: int) -> None:
    low, high = till.tier("银卡", 10), till.tier("金卡", 20)
    with till.place.unit_of_work(Kind.TIER_SET) as work:
        for tier, programme in ((high, 1), (low, 1)):
            account = work.insert_one(
                tables.account, public_id=f"a{tier}", programme_id=programme, customer_id=customer, opened_at=1
            )
            values = {"account_id": account, "tier_id": tier, "at": 1, "day": "2026-11-22", "cause": "hand"}
            work.insert_one(tables.tier_change, **values)
        work.commit()
    assert till.held(customer)["tier_id"] == high
    with till.place.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        work.update(tables.tier, low, position=99)
        work.commit()
    assert till.held(customer)["tier_id"] == low
