"""Ways to reach a customer: kept as typed, normalised, one of each kind the main one."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind
from crm_desktop.services.change_contacts import add_contact, change_contact, make_primary_contact, remove_contact
from tests.support.shop import Shop

PHONE = ContactKind.PHONE


def test_a_phone_is_kept_as_typed_and_normalised(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_contact(shop.workplace, customer_id, PHONE, "１３８－0000－1234", label="work")
    (phone,) = shop.customer(customer_id).contacts
    assert (phone.value, phone.normal, phone.label) == ("１３８－0000－1234", "+8613800001234", "work")
    assert phone.is_primary


def test_a_phone_is_read_by_the_country_of_the_shop(shop: Shop) -> None:
    customer_id = shop.add("Sarah")
    add_contact(shop.workplace, customer_id, PHONE, "020 7946 0958", region="GB")
    assert shop.customer(customer_id).contacts[0].normal == "+442079460958"


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (PHONE, "ab", "not_a_phone"),
        (PHONE, "   ", "empty"),
        (ContactKind.EMAIL, "wang.example.com", "not_an_email"),
        (ContactKind.ADDRESS, "x" * 501, "too_long"),
        (PHONE, "+86 138-0000-1234", "already_there"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(shop: Shop, kind: ContactKind, text: str, reason: str) -> None:
    customer_id = shop.add("王小明", "13800001234")
    with pytest.raises(Fault) as refused:
        add_contact(shop.workplace, customer_id, kind, text)
    assert refused.value.kind is FaultKind.VALUE_INVALID
    assert refused.value.values["reason"] == reason


def test_the_oldest_other_phone_becomes_the_main_one_when_that_goes(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234", "13900001234", "13700001234")
    first, second, _ = shop.customer(customer_id).contacts
    remove_contact(shop.workplace, first.id or 0)
    assert [phone.id for phone in shop.customer(customer_id).contacts if phone.is_primary] == [second.id]


def test_only_one_of_a_kind_is_the_main_one(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234", "13900001234")
    add_contact(shop.workplace, customer_id, ContactKind.EMAIL, "w@example.com")
    second = shop.customer(customer_id).contacts[1]
    make_primary_contact(shop.workplace, second.id or 0)
    main = [contact.value for contact in shop.customer(customer_id).contacts if contact.is_primary]
    assert main == ["13900001234", "w@example.com"]


def test_an_emptied_phone_is_removed(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234")
    change_contact(shop.workplace, shop.customer(customer_id).contacts[0].id or 0, "  ")
    assert shop.customer(customer_id).contacts == ()


def test_a_contact_that_is_gone_is_said(shop: Shop) -> None:
    with pytest.raises(Fault) as refused:
        remove_contact(shop.workplace, 99)
    assert refused.value.kind is FaultKind.NOT_FOUND
