"""A group of customers who look alike is told apart in one step."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.read_duplicates import count_pairs, read_decided
from crm_desktop.services.tell_apart import tell_apart
from crm_desktop.services.undo import undo
from tests.support.shop import Shop


def decided(shop: Shop) -> set[frozenset[int]]:
    return {frozenset((one.one.id, one.other.id)) for one in read_decided(shop.workplace)}


def test_all_of_a_group_are_told_from_each_other(shop: Shop) -> None:
    ids = [shop.add("李娜") for _ in range(3)]
    tell_apart(shop.workplace, ids)
    assert len(decided(shop)) == 3


def test_only_the_others_are_told_from_the_rest(shop: Shop) -> None:
    one, two, other = (shop.add("李娜") for _ in range(3))
    tell_apart(shop.workplace, [one, two, other], [other])
    assert decided(shop) == {frozenset((one, other)), frozenset((two, other))}


def test_it_is_one_step_to_take_back(shop: Shop) -> None:
    changes = tell_apart(shop.workplace, [shop.add("李娜") for _ in range(3)])
    undo(shop.workplace, changes.operation_id)
    assert count_pairs(shop.workplace).different == 0


def test_one_customer_is_no_group(shop: Shop) -> None:
    with pytest.raises(Fault) as refused:
        tell_apart(shop.workplace, [shop.add("李娜")] * 2)
    assert refused.value.kind is FaultKind.VALUE_INVALID
