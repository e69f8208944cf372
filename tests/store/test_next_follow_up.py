"""Lists know the next follow-up of a customer: sorted, filtered by how it stands to the shop's today, and shown."""

from datetime import timedelta

import pytest

from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.query import CustomerQuery, Sort
from crm_desktop.services.read_customers import count_customers, first_screen, full_list, rows
from crm_desktop.services.shop_settings import change_setting
from tests.support.follow_ups import TODAY, plan
from tests.support.shop import Shop

NAMES = {"late": -2, "today": 0, "later": 5}


@pytest.fixture
def people(shop: Shop) -> dict[str, int]:
    """Register somebody with a follow-up that is late, due today, due later, and somebody without."""
    found = {name: shop.add(name) for name in (*NAMES, "none")}
    for name, days in NAMES.items():
        plan(shop, TODAY + timedelta(days=days), customer_id=found[name])
    return found


def asking(*conditions: Condition) -> CustomerQuery:
    return CustomerQuery(filter=Group(parts=conditions))


@pytest.mark.parametrize("due", [*NAMES, "none"])
def test_a_list_can_be_filtered_by_how_it_stands_to_today(shop: Shop, people: dict[str, int], due: str) -> None:
    query = asking(Condition("due", Operator.ANY_OF, [due]))
    assert first_screen(shop.workplace, query) == [people[due]]
    others = asking(Condition("due", Operator.NONE_OF, [due]))
    assert set(full_list(shop.workplace, others).ids) == set(people.values()) - {people[due]}


def test_it_can_be_asked_for_as_a_date(shop: Shop, people: dict[str, int]) -> None:
    query = asking(Condition("next_follow_up", Operator.BETWEEN, ["2026-11-01", "2026-11-21"]))
    assert first_screen(shop.workplace, query) == [people["late"]]
    assert count_customers(shop.workplace, asking(Condition("next_follow_up", Operator.IS_EMPTY))) == 1


def test_sorted_by_it_the_late_come_first_and_those_without_last(shop: Shop, people: dict[str, int]) -> None:
    ids = full_list(shop.workplace, CustomerQuery(sort=Sort("next_follow_up"))).ids
    assert list(ids) == [people[name] for name in (*NAMES, "none")]


def test_a_row_says_in_how_many_days_it_is(shop: Shop, people: dict[str, int]) -> None:
    shown = rows(shop.workplace, list(people.values()), ["next_follow_up", "due", "due_days"])
    assert [row.values["due"] for row in shown] == [*NAMES, "none"]
    assert [row.values["due_days"] for row in shown] == [-2, 0, 5, None]


def test_the_shops_own_zone_says_what_today_is(shop: Shop, people: dict[str, int]) -> None:
    change_setting(shop.workplace, "time_zone", "Pacific/Honolulu")
    assert first_screen(shop.workplace, asking(Condition("due", Operator.ANY_OF, ["today"]))) == []
    later = asking(Condition("due", Operator.ANY_OF, ["later"]))
    assert set(first_screen(shop.workplace, later)) == {people["today"], people["later"]}
