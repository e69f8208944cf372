"""A new customer who looks like one the shop has is noticed."""

from __future__ import annotations

from crm_desktop.domain.query import Selection
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.look_alike import Likeness, look_alikes
from tests.support.shop import Shop


def test_the_same_phone_is_noticed_however_it_is_written(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234")
    (found,) = look_alikes(shop.workplace, "小王", ["010-88886666", "+86 138-0000-1234"])
    assert (found.id, found.phone, found.why) == (customer_id, "138 0000 1234", Likeness.PHONE)


def test_the_same_name_is_noticed_after_the_same_phone(shop: Shop) -> None:
    named, called = shop.add("王小明", "18622223333"), shop.add("李娜", "13800001234")
    found = look_alikes(shop.workplace, "王小明", ["13800001234"])
    assert [(alike.id, alike.why) for alike in found] == [(called, Likeness.PHONE), (named, Likeness.NAME)]


def test_part_of_a_phone_or_name_is_nobody(shop: Shop) -> None:
    shop.add("王小明", "13800001234")
    assert look_alikes(shop.workplace, "王", ["1380000"]) == []


def test_who_is_in_the_bin_is_not_offered(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234")
    delete_customers(shop.workplace, Selection(frozenset({customer_id})))
    assert look_alikes(shop.workplace, "王小明", ["13800001234"]) == []
