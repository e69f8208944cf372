"""Lists know what a customer bought: sorted, filtered in the currency's own units, and shown."""

from datetime import date

import pytest

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.query import CustomerQuery, Sort
from crm_desktop.services.read_customers import first_screen, full_list, rows
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.store.tables import sale
from tests.support.follow_ups import TODAY
from tests.support.shop import Shop


def _sell(shop: Shop, customer_id: int, total: int, day: date) -> None:
    values = {"kind": "sale", "at": 0, "day": day.isoformat(), "subtotal": total, "total": total, "origin": "till"}
    with shop.workplace.unit_of_work(Kind.SALE) as work:
        work.insert_one(sale, public_id=new_public_id(), number="1", customer_id=customer_id, **values)
        work.commit()


@pytest.fixture
def people(shop: Shop) -> dict[str, int]:
    """Register somebody who bought twice, somebody who bought once for more, and somebody who never did."""
    found = {name: shop.add(name) for name in ("often", "once", "never")}
    _sell(shop, found["often"], 10_050, date(2026, 3, 1))
    _sell(shop, found["often"], 950, TODAY)
    _sell(shop, found["once"], 50_000, date(2026, 10, 1))
    return found


def asking(*conditions: Condition) -> CustomerQuery:
    return CustomerQuery(filter=Group(parts=conditions))


def test_a_row_says_what_was_bought_and_when(shop: Shop, people: dict[str, int]) -> None:
    keys = ["sales", "spent", "first_sale_on", "last_sale_on", "days_since_sale"]
    shown = {
        row.values["name"]: [row.values[key] for key in keys]
        for row in rows(shop.workplace, list(people.values()), keys)
    }
    assert shown["often"] == [2, 110.0, "2026-03-01", TODAY.isoformat(), 0]
    assert shown["once"][:2] == [1, 500.0]
    assert shown["never"] == [None] * 5


def test_sorted_by_money_the_best_come_first_and_those_without_last(shop: Shop, people: dict[str, int]) -> None:
    ids = full_list(shop.workplace, CustomerQuery(sort=Sort("spent", descending=True))).ids
    assert list(ids) == [people[name] for name in ("once", "often", "never")]


def test_money_is_asked_for_as_people_write_it(shop: Shop, people: dict[str, int]) -> None:
    assert first_screen(shop.workplace, asking(Condition("spent", Operator.MORE_THAN, 499.5))) == [people["once"]]
    change_setting(shop.workplace, "currency", "JPY")
    same = asking(Condition("spent", Operator.BETWEEN, [11_000, 11_000]))
    assert first_screen(shop.workplace, same) == [people["often"]]


def test_who_has_not_bought_for_long_is_found(shop: Shop, people: dict[str, int]) -> None:
    query = asking(Condition("last_sale_on", Operator.NOT_IN_LAST_DAYS, 30), Condition("sales", Operator.MORE_THAN, 0))
    assert first_screen(shop.workplace, query) == [people["once"]]
    assert first_screen(shop.workplace, asking(Condition("first_sale_on", Operator.IS_EMPTY))) == [people["never"]]
