"""Duplicates of the whole shop: who is found, who is not, and what a word about a pair does."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind, DateKind
from crm_desktop.domain.likeness import Band, Sign, Verdict
from crm_desktop.domain.query import Selection
from crm_desktop.services import change_contacts, change_dates
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.decide_pairs import not_the_same, reopen_pair, same_household
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.read_duplicates import count_pairs, read_clusters, read_decided, read_pairs
from crm_desktop.services.scan_duplicates import last_scan, scan_duplicates
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import undo
from tests.support.shop import Shop


@pytest.fixture
def alike(shop: Shop) -> tuple[int, int]:
    """Two records of one person among others."""
    one, other = shop.add("王小明", "13800001234"), shop.add("王晓明", "13800001234")
    shop.add("李娜", "13900005678")
    shop.add("李丽", "13900005678")
    scan_duplicates(shop.workplace)
    return one, other


def test_a_search_finds_the_one_person_and_leaves_a_household_alone(shop: Shop, alike: tuple[int, int]) -> None:
    (pair,) = read_pairs(shop.workplace)
    assert (pair.one.id, pair.other.id) == alike
    assert {found.sign for found in pair.evidence} == {Sign.SAME_PHONE, Sign.SAME_SOUND}
    assert (count_pairs(shop.workplace).possible, count_pairs(shop.workplace).probable) == (1, 0)


def test_not_the_same_is_remembered_through_edits_and_searches(shop: Shop, alike: tuple[int, int]) -> None:
    not_the_same(shop.workplace, alike[1], alike[0])
    change_customer(shop.workplace, alike[1], {"name": "王小明"})
    scan_duplicates(shop.workplace)
    assert read_pairs(shop.workplace) == []
    (decided,) = read_decided(shop.workplace)
    assert decided.verdict is Verdict.DIFFERENT
    reopen_pair(shop.workplace, decided.id)
    assert [pair.band for pair in read_pairs(shop.workplace)] == [Band.PROBABLE]


def test_one_household_leaves_the_list_and_an_undo_brings_it_back(shop: Shop, alike: tuple[int, int]) -> None:
    same_household(shop.workplace, alike)
    assert read_pairs(shop.workplace) == []
    assert count_pairs(shop.workplace).household == 1
    undo(shop.workplace)
    assert len(read_pairs(shop.workplace)) == 1


def test_a_pair_is_scored_by_what_is_known_when_it_is_read(shop: Shop, alike: tuple[int, int]) -> None:
    change_contacts.add_contact(shop.workplace, alike[0], ContactKind.EMAIL, "wang@example.com")
    change_contacts.add_contact(shop.workplace, alike[1], ContactKind.EMAIL, "Wang@example.com")
    assert read_pairs(shop.workplace)[0].score == 100
    change_customer(shop.workplace, alike[1], {"name": "赵丽"})
    change_contacts.remove_contact(shop.workplace, shop.customer(alike[1]).contacts[0].id or 0)
    assert read_pairs(shop.workplace) == []


def test_who_is_merged_or_in_the_bin_is_in_no_pair(shop: Shop, alike: tuple[int, int]) -> None:
    delete_customers(shop.workplace, Selection(frozenset({alike[0]})))
    assert read_pairs(shop.workplace) == []
    undo(shop.workplace)
    merge_customers(shop.workplace, alike)
    assert read_pairs(shop.workplace) == []


def test_three_records_of_one_person_are_one_cluster(shop: Shop) -> None:
    ids = {shop.add("欧阳雪", "13800001234"), shop.add("欧阳雪", "13800001234"), shop.add("欧阳雪", "13800001234")}
    shop.add("王伟", "13711112222")
    scan_duplicates(shop.workplace)
    (cluster,) = read_clusters(shop.workplace)
    assert (set(cluster.ids), len(cluster.pairs), cluster.score) == (ids, 3, 100)


def test_a_phone_that_many_share_is_no_reason_by_itself(shop: Shop) -> None:
    for name in ("王小明", "王小明", "李娜", "赵强", "孙丽"):
        shop.add(name, "057188886666")
    scan_duplicates(shop.workplace)
    (pair,) = read_pairs(shop.workplace)
    assert pair.one.name == pair.other.name
    assert Sign.SHARED_PHONE in {found.sign for found in pair.evidence}


def test_a_cancelled_search_leaves_the_list_as_it_was(shop: Shop, alike: tuple[int, int]) -> None:
    shop.add("王小明", "13800001234")
    with pytest.raises(Fault) as fault:
        scan_duplicates(shop.workplace, cancelled=lambda: True)
    assert fault.value.kind is FaultKind.CANCELLED
    report = last_scan(shop.workplace)
    assert report is not None
    assert report.customers == 4


def test_the_shop_may_weigh_otherwise(shop: Shop, alike: tuple[int, int]) -> None:
    change_setting(shop.workplace, "duplicates_possible", 95)
    assert read_pairs(shop.workplace) == []
    scan_duplicates(shop.workplace)
    report = last_scan(shop.workplace)
    assert report is not None
    assert (report.probable, report.possible) == (0, 0)


def test_a_birthday_typed_wrongly_brings_two_of_a_rare_name_together(shop: Shop) -> None:
    for day in ("1990-05-12", "1990-12-05"):
        customer = shop.add("Anna Kowalska")
        change_dates.add_date(shop.workplace, customer, change_dates.read_date(DateKind.BIRTHDAY, day))
    scan_duplicates(shop.workplace)
    assert Sign.NEAR_BIRTHDAY in {found.sign for found in read_pairs(shop.workplace)[0].evidence}


def test_progress_rises_to_the_end(shop: Shop) -> None:
    heard: list[int] = []
    shop.add("王小明")
    scan_duplicates(shop.workplace, lambda done, _total: heard.append(done))
    assert heard == sorted(heard)
