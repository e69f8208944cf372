"""Each first step is ticked by what is really there, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.begin_trade import begin_trade
from crm_desktop.services.change_people import add_person, all_people
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.first_steps import FirstStep, first_steps
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.pins import set_own_pin
from crm_desktop.services.recovery_sheet import confirm_sheet
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.second_place import carry, choose_second_place
from crm_desktop.services.set_up_shop import name_owner
from crm_desktop.services.sign_in import sign_out
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.store.key_code import groups_of
from tests.support.keys import MemoryVault


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[OpenShop]:
    opened = open_shop(ShopOptions(data_dir=tmp_path / "data"), Source.WINDOW, MemoryVault())
    yield opened
    opened.close()


def done(shop: OpenShop) -> set[FirstStep]:
    steps = first_steps(shop)
    assert steps is not None
    assert list(steps) == list(FirstStep)
    return {step for step, is_done in steps.items() if is_done}


def test_a_new_shop_has_done_nothing(shop: OpenShop) -> None:
    assert done(shop) == set()


def test_customers_count_as_long_as_they_are_there(shop: OpenShop) -> None:
    register_customer(shop.workplace, CustomerDraft("李娜"))
    assert done(shop) == {FirstStep.CUSTOMERS}
    undo(shop.workplace)
    assert done(shop) == set()


def test_the_code_counts_once_two_groups_were_typed_back(shop: OpenShop) -> None:
    groups = groups_of(shop.key.recovery_code())
    shop.with_key(confirm_sheet(shop.key, shop.places, {0: groups[0], 3: groups[3]}, shop.workplace.clock))
    assert done(shop) == {FirstStep.RECOVERY}


def test_a_second_place_counts_once_a_backup_lies_there(shop: OpenShop, tmp_path: Path) -> None:
    register_customer(shop.workplace, CustomerDraft("李娜"))
    choose_second_place(shop.workplace, shop.places, shop.key, tmp_path / "stick")
    assert FirstStep.SECOND_PLACE not in done(shop)
    back_up(shop.workplace, shop.places, shop.key)
    carry(shop.workplace, shop.places, shop.key)
    assert FirstStep.SECOND_PLACE in done(shop)


def test_rules_or_plans_count_and_so_does_a_colleague(shop: OpenShop) -> None:
    begin_trade(shop.workplace, "sales_team")
    assert done(shop) == {FirstStep.TRADE}
    add_person(shop.workplace, "小王")
    assert done(shop) == {FirstStep.TRADE, FirstStep.STAFF}


def test_whoever_works_alone_sets_a_pin(shop: OpenShop) -> None:
    set_own_pin(shop.workplace, "4711")
    assert done(shop) == {FirstStep.STAFF}


def test_a_sample_shop_has_no_steps(shop: OpenShop) -> None:
    fill_demo(shop.workplace, 12)
    assert first_steps(shop) is None


def test_whoever_may_not_take_them_sees_none(shop: OpenShop) -> None:
    sign_out(shop.workplace)
    assert first_steps(shop) is None


def test_an_owner_is_called_in_the_language_chosen_and_by_her_own_name_for_good(shop: OpenShop) -> None:
    name_owner(shop.workplace, "Owner", "店主")
    assert [person.name for person in all_people(shop.workplace)] == ["店主"]
    name_owner(shop.workplace, "Owner", "Proprietor")
    assert [person.name for person in all_people(shop.workplace)] == ["店主"]
    assert undo_steps(shop.workplace).undo == ()
