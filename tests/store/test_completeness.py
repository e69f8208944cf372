"""The score in SQL is the score of the domain, its order that of the whole list, and the shop says what counts."""

from __future__ import annotations

import random

import pytest

from crm_desktop.base.declared_settings import COMPLETENESS
from crm_desktop.domain.completeness import USUAL_PARTS, WEIGHTS, Part, missing_parts, score
from crm_desktop.domain.customer import Channel, ContactKind, DateKind
from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.query import CustomerQuery, Selection, Sort
from crm_desktop.domain.ready_filters import Gap, gap_filter
from crm_desktop.services import change_contacts, change_dates, read_customers, record_consent
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.store.queries import completeness_sql
from tests.support.shop import Shop

BIRTHDAY = change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12")
COLUMNS = {"gender": "female", "source": "抖音", "owner_id": "1", "likes": "绿茶", "company": "禾田"} | {
    "card_number": "C"
}


def fill(shop: Shop, customer: int, part: str) -> None:
    place = shop.workplace
    if part == "birthday":
        change_dates.add_date(place, customer, BIRTHDAY)
    elif part == "consent":
        record_consent.record_consent(place, customer, Channel.PHONE, False)
    elif part == "tags":
        add_tag(place, Selection(frozenset([customer])), "VIP")
    else:
        change_contacts.add_contact(place, customer, ContactKind(part), {"email": "a@b.cn"}.get(part, "上海路5号"))


PARTS = ("birthday", "consent", "tags", "wechat", "email", "address")


@pytest.fixture
def mixed(shop: Shop) -> list[int]:
    """Make forty customers, each with some of everything."""
    chance = random.Random(7)
    made = []
    for number in range(40):
        values = {key: value for key, value in COLUMNS.items() if chance.random() < 0.5}
        if "card_number" in values:
            values["card_number"] = f"C{number}"
        phones = ["13800001234"] if chance.random() < 0.6 else []
        made.append(shop.add(f"王{number}", *phones, **values))
        for part in PARTS:
            if chance.random() < 0.5:
                fill(shop, made[-1], part)
    delete_customers(shop.workplace, Selection(frozenset(made[-3:])))
    return made[:-3]


@pytest.mark.parametrize("parts", [USUAL_PARTS, tuple(Part), (Part.TAGS,), (Part.PHONE, Part.GENDER)])
def test_sql_and_domain_say_the_same(shop: Shop, mixed: list[int], parts: tuple[Part, ...]) -> None:
    change_setting(shop.workplace, COMPLETENESS.key, ",".join(parts))
    shown = {row.id: row.values["completeness"] for row in read_customers.rows(shop.workplace, mixed, ["completeness"])}
    assert shown == {customer: score(shop.customer(customer), parts) for customer in mixed}


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("seeds", [1, 12, 2_000])
def test_the_first_screen_is_the_beginning_of_the_list(
    shop: Shop, mixed: list[int], down: bool, seeds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completeness_sql, "_SEEDS", seeds)
    query = CustomerQuery(sort=Sort("completeness", down))
    whole = list(read_customers.full_list(shop.workplace, query).ids)
    with shop.store.read() as connection:
        first = read_customers.customer_list.first_ids(connection, query, 0, limit=7)
    assert whole == sorted(mixed, key=lambda c: (score(shop.customer(c)), c), reverse=down)
    assert first == whole[:7]


def test_a_filter_asks_for_the_score(shop: Shop, mixed: list[int]) -> None:
    below = Group(parts=(Condition("completeness", Operator.LESS_THAN, 50),))
    found = read_customers.full_list(shop.workplace, CustomerQuery(filter=below)).ids
    expected = {customer for customer in mixed if (score(shop.customer(customer)) or 0) < 50}
    assert set(found) == expected
    assert 0 < len(expected) < len(mixed)


def test_where_nothing_counts_nobody_has_a_score(shop: Shop, mixed: list[int]) -> None:
    change_setting(shop.workplace, COMPLETENESS.key, "")
    (row,) = read_customers.rows(shop.workplace, mixed[:1], ["completeness"])
    assert row.values["completeness"] is None
    assert len(read_customers.first_screen(shop.workplace, CustomerQuery(sort=Sort("completeness")))) == len(mixed)


def test_the_setting_names_the_parts_of_the_domain() -> None:
    assert COMPLETENESS.choices is not None
    assert [key for key, _ in COMPLETENESS.choices()] == [part.value for part in Part] == [p.value for p in WEIGHTS]
    assert COMPLETENESS.default == ",".join(USUAL_PARTS)


def test_what_weighs_most_is_named_first(shop: Shop) -> None:
    customer = shop.customer(shop.add("王小明", gender="female"))
    assert missing_parts(customer)[:3] == (Part.PHONE, Part.BIRTHDAY, Part.ONLINE)
    assert Part.GENDER not in missing_parts(customer)


def test_the_newest_answer_counts_for_consent(shop: Shop) -> None:
    asked, refused, never = (shop.add(name) for name in ("王小明", "李娜", "陈建国"))
    for channel, given in ((Channel.PHONE, True), (Channel.WECHAT, True), (Channel.PHONE, False)):
        record_consent.record_consent(shop.workplace, asked, channel, given)
    record_consent.record_consent(shop.workplace, refused, Channel.POST, False)
    shown = [r.values["consent"] for r in read_customers.rows(shop.workplace, [asked, refused, never], ["consent"])]
    assert shown == ["wechat", "refused", None]

    def found(operator: Operator, *channels: str) -> list[int]:
        group = Group(parts=(Condition("consent", operator, list(channels)),))
        return sorted(read_customers.full_list(shop.workplace, CustomerQuery(filter=group)).ids)

    assert found(Operator.ANY_OF, "wechat") == [asked]
    assert found(Operator.ANY_OF, "phone", "refused") == [refused]
    assert found(Operator.NONE_OF, "wechat") == [refused, never]
    assert found(Operator.IS_EMPTY) == [never]
    assert found(Operator.IS_FILLED) == [asked, refused]


def test_every_ready_filter_finds_its_gap(shop: Shop) -> None:
    bare = shop.add("王小明")
    odd = shop.add("李娜", "内线 123", owner_id="1")
    whole = shop.add("陈建国", "13800001234", owner_id="1")
    for part in ("birthday", "consent", "tags", "wechat"):
        for customer in (odd, whole):
            fill(shop, customer, part)
    for gap in Gap:
        found = set(read_customers.full_list(shop.workplace, CustomerQuery(filter=gap_filter(gap))).ids)
        assert found == ({odd} if gap is Gap.UNREADABLE_PHONE else {bare}), gap
