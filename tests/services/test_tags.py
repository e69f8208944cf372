"""Tags of one customer, and tags for everybody."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.change_tags import merge_tags, recolour_tag, rename_tag
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.tag_customer import add_tag, remove_tag
from crm_desktop.services.undo import undo
from tests.support.shop import Shop


def tags(shop: Shop, customer_id: int) -> list[str]:
    return [tag.name for tag in shop.customer(customer_id).tags]


def test_a_new_tag_is_made_in_the_chosen_colour(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_tag(shop.workplace, customer_id, "  老 客户 ", "teal")
    (tag,) = shop.customer(customer_id).tags
    assert (tag.name, tag.colour) == ("老 客户", "teal")


def test_tagging_twice_changes_nothing(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_tag(shop.workplace, customer_id, "VIP")
    assert not add_tag(shop.workplace, customer_id, "VIP").changed


def test_a_tag_taken_off_one_stays_on_the_others(shop: Shop) -> None:
    one, other = shop.add("王小明"), shop.add("李娜")
    for customer_id in (one, other):
        add_tag(shop.workplace, customer_id, "VIP")
    remove_tag(shop.workplace, one, shop.customer(one).tags[0].id)
    assert (tags(shop, one), tags(shop, other)) == ([], ["VIP"])


def test_a_renamed_tag_is_found_by_its_new_name_and_after_undo_by_its_old(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_tag(shop.workplace, customer_id, "茶叶")
    rename_tag(shop.workplace, shop.customer(customer_id).tags[0].id, "咖啡")
    assert first_screen(shop.workplace, CustomerQuery("kafei")) == [customer_id]
    undo(shop.workplace)
    assert first_screen(shop.workplace, CustomerQuery("kafei")) == []
    assert first_screen(shop.workplace, CustomerQuery("chaye")) == [customer_id]


def test_a_name_in_use_is_refused(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    for name in ("VIP", "茶叶"):
        add_tag(shop.workplace, customer_id, name)
    with pytest.raises(Fault) as refused:
        rename_tag(shop.workplace, shop.customer(customer_id).tags[0].id, "茶叶")
    assert refused.value.kind is FaultKind.VALUE_TAKEN


def test_merged_tags_leave_each_customer_one(shop: Shop) -> None:
    both, one = shop.add("王小明"), shop.add("李娜")
    add_tag(shop.workplace, both, "VIP")
    for customer_id in (both, one):
        add_tag(shop.workplace, customer_id, "贵宾")
    vip, guest = shop.customer(both).tags
    merge_tags(shop.workplace, guest.id, vip.id)
    assert (tags(shop, both), tags(shop, one)) == (["VIP"], ["VIP"])


def test_a_colour_the_theme_does_not_have_is_refused(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_tag(shop.workplace, customer_id, "VIP")
    with pytest.raises(Fault):
        recolour_tag(shop.workplace, shop.customer(customer_id).tags[0].id, "#ff0000")
