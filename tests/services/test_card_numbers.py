"""New cards: the next free number behind the shop's prefix, whoever held the ones before."""

from __future__ import annotations

import pytest

from crm_desktop.base.declared_settings import CARD_DIGITS, CARD_PREFIX
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.query import Selection
from crm_desktop.services.card_numbers import give_card, next_card_number
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import undo
from tests.support.shop import Shop


def test_the_first_card_has_the_shops_letters_and_digits(shop: Shop) -> None:
    change_setting(shop.workplace, CARD_PREFIX.key, "VIP")
    change_setting(shop.workplace, CARD_DIGITS.key, 4)
    assert next_card_number(shop.workplace) == "VIP0001"
    shop.add("陈静", card_number="VIP0009")
    shop.add("李娜", card_number="VIP0010A")
    assert next_card_number(shop.workplace) == "VIP0010"


def test_a_number_keeps_the_length_the_shop_uses_and_grows_past_it(shop: Shop) -> None:
    shop.add("陈静", card_number="0088")
    assert next_card_number(shop.workplace) == "0089"
    shop.add("李娜", card_number="9999")
    assert next_card_number(shop.workplace) == "10000"


def test_no_number_of_the_merged_or_deleted_comes_again(shop: Shop) -> None:
    one, other = shop.add("陈静", card_number="000007"), shop.add("陈 静", card_number="000008")
    third = shop.add("李娜", card_number="000009")
    merge_customers(shop.workplace, [one, other])
    delete_customers(shop.workplace, Selection(frozenset({third})))
    assert next_card_number(shop.workplace) == "000010"


def test_a_lost_card_is_answered_by_a_new_one_and_taken_back(shop: Shop) -> None:
    lost = shop.add("陈静", card_number="000007")
    give_card(shop.workplace, lost)
    assert shop.customer(lost).card_number == "000008"
    undo(shop.workplace)
    assert shop.customer(lost).card_number == "000007"


def test_nobody_gets_the_card_of_another(shop: Shop) -> None:
    shop.add("陈静", card_number="A7")
    with pytest.raises(Fault) as caught:
        give_card(shop.workplace, shop.add("李娜"), "A7")
    assert caught.value.kind is FaultKind.VALUE_TAKEN
