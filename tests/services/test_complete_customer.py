"""What was typed for a new customer is given to one the shop has, and only what she lacks."""

from __future__ import annotations

from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerDraft, DateKind, ImportantDate
from crm_desktop.services.complete_customer import complete_customer, is_empty, what_she_lacks
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.services.undo import undo
from tests.support.shop import Shop, phone_contact

DRAFT = CustomerDraft(
    "李娜",
    {"company": "甲公司", "source": "抖音"},
    (phone_contact("139 1111 2222"), phone_contact("13700001111"), ContactPoint(ContactKind.WECHAT, "lina85")),
    (ImportantDate(DateKind.BIRTHDAY, 8, 3, 1985),),
    ("VIP", "新客"),
)


def test_only_what_she_lacks_is_offered(shop: Shop) -> None:
    customer_id = shop.add("李娜", "13911112222", company="乙公司")
    add_tag(shop.workplace, customer_id, "vip")
    lacking = what_she_lacks(shop.workplace, customer_id, DRAFT)
    assert [contact.shown for contact in lacking.contacts] == ["137 0000 1111", "lina85"]
    assert (lacking.values, lacking.tags, len(lacking.dates)) == ({"source": "抖音"}, ("新客",), 1)


def test_adding_it_leaves_what_she_has_and_nothing_to_add(shop: Shop) -> None:
    customer_id = shop.add("李小娜", "13911112222", company="乙公司")
    complete_customer(shop.workplace, customer_id, DRAFT)
    customer = shop.customer(customer_id)
    assert (customer.name, customer.company, customer.source) == ("李小娜", "乙公司", "抖音")
    assert customer.contacts_of(ContactKind.PHONE)[0].shown == "139 1111 2222"
    assert is_empty(what_she_lacks(shop.workplace, customer_id, DRAFT))


def test_it_is_one_step_to_take_back(shop: Shop) -> None:
    customer_id = shop.add("李娜")
    before = shop.customer(customer_id)
    changes = complete_customer(shop.workplace, customer_id, DRAFT)
    undo(shop.workplace, changes.operation_id)
    assert shop.customer(customer_id) == before


def test_nothing_lacking_writes_nothing(shop: Shop) -> None:
    customer_id = shop.add("李娜")
    complete_customer(shop.workplace, customer_id, DRAFT)
    assert not complete_customer(shop.workplace, customer_id, DRAFT).changed
