"""Finding: one box, every way a shopkeeper remembers somebody."""

import pytest

from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerDraft
from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.query import CustomerQuery, Selection, Sort
from crm_desktop.services import read_customers
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.register_customer import register_customer
from tests.support.shop import Shop


@pytest.fixture
def people(shop: Shop) -> dict[str, int]:
    tea = CustomerDraft(
        "李娜", {"company": "上海禾田咖啡"}, (ContactPoint(ContactKind.EMAIL, "lina@example.com"),), (), ("VIP", "茶叶")
    )
    found = {
        "王小明": shop.add("王小明", "138 0000 1234", card_number="VIP-0007"),
        "王明": shop.add("王明", "010-8888 6666"),
        "曾丽": shop.add("曾丽", "13912345678"),
        "Sarah": shop.add("Sarah Thompson", "+44 20 7946 0958"),
    }
    added = register_customer(shop.workplace, tea)
    assert added.subject_id is not None
    return found | {"李娜": added.subject_id}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("王", ["王明", "王小明"]),
        ("明", ["王明", "王小明"]),
        ("小明", ["王小明"]),
        ("wangxiaoming", ["王小明"]),
        ("wxm", ["王小明"]),
        ("xiaom", ["王小明"]),
        ("王xm", ["王小明"]),
        ("wang ming", ["王明", "王小明"]),
        ("zengli", ["曾丽"]),
        ("1234", ["王小明"]),
        ("138 0000", ["王小明"]),
        ("+86 13912345678", ["曾丽"]),
        ("88886666", ["王明"]),
        ("0958", ["Sarah"]),
        ("sarah", ["Sarah"]),
        ("thom", ["Sarah"]),
        ("hompson", []),
        ("vip-0007", ["王小明"]),
        ("vip", ["王小明", "李娜"]),
        ("茶", ["李娜"]),
        ("chaye", ["李娜"]),
        ("禾田", ["李娜"]),
        ("李 vip", ["李娜"]),
        ("lina@example", ["李娜"]),
        ("９１", []),
        ("139１２３", ["曾丽"]),
        ('"', []),
        ("* OR", []),
    ],
)
def test_a_customer_is_found_by(shop: Shop, people: dict[str, int], typed: str, names: list[str]) -> None:
    listing = read_customers.full_list(shop.workplace, CustomerQuery(typed))
    assert sorted(listing.ids) == sorted(people[name] for name in names)


def test_exact_matches_come_first(shop: Shop, people: dict[str, int]) -> None:
    shop.add("王明明")
    assert read_customers.first_screen(shop.workplace, CustomerQuery("王明"))[0] == people["王明"]


def test_a_filter_narrows_what_was_typed(shop: Shop, people: dict[str, int]) -> None:
    has_card = Group(parts=(Condition("card_number", Operator.IS_FILLED),))
    assert list(read_customers.full_list(shop.workplace, CustomerQuery("王", has_card)).ids) == [people["王小明"]]


def test_a_search_in_a_chosen_order_has_the_same_people(shop: Shop, people: dict[str, int]) -> None:
    by_name = read_customers.full_list(shop.workplace, CustomerQuery("vip", sort=Sort("name")))
    assert list(by_name.ids) == [people["李娜"], people["王小明"]]


def test_a_whole_search_can_be_selected_but_one(shop: Shop, people: dict[str, int]) -> None:
    selection = Selection(query=CustomerQuery("王"), excluded=frozenset({people["王明"]}))
    assert read_customers.count_selected(shop.workplace, selection) == 1


@pytest.mark.parametrize("descending", [False, True])
def test_empty_values_come_last_either_way(shop: Shop, people: dict[str, int], descending: bool) -> None:
    ids = list(read_customers.full_list(shop.workplace, CustomerQuery(sort=Sort("phone", descending))).ids)
    assert ids[-1] == people["李娜"]
    assert len(ids) == 5


def test_any_number_of_customers_can_be_selected_by_hand(shop: Shop, people: dict[str, int]) -> None:
    ids = frozenset(range(100_000))
    assert read_customers.count_selected(shop.workplace, Selection(ids=ids)) == len(people)


@pytest.mark.parametrize("descending", [False, True])
def test_everybody_stands_in_the_order_of_a_contact_as_those_of_a_filter_do(shop: Shop, descending: bool) -> None:
    for name, wechat in (("甲", "b"), ("乙", ""), ("丙", "a"), ("丁", "b"), ("戊", "c")):
        points = [ContactPoint(ContactKind.WECHAT, text) for text in (wechat, f"z{wechat}") if wechat]
        register_customer(shop.workplace, CustomerDraft(name, {}, tuple(points), (), ()))
    delete_customers(shop.workplace, Selection(ids=frozenset({5})))
    order = Sort("wechat", descending)
    named = Group(parts=(Condition("name", Operator.IS_FILLED),))
    ids = [
        list(read_customers.full_list(shop.workplace, CustomerQuery("", which, order)).ids)
        for which in (Group(), named)
    ]
    assert ids[0] == ids[1] == ([4, 1, 3, 2] if descending else [3, 1, 4, 2])
