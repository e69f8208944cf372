"""One person stands in the book three times: found, merged, and taken apart again to the very same book."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.services.check_database import check_database
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.read_customers import read_customer, survivor_of
from crm_desktop.store.dump import business_dump
from crm_desktop.ui.pages.duplicates.merge_view import MergeView
from crm_desktop.ui.pages.duplicates.view import DuplicatesView
from tests.journeys.conftest import Counter
from tests.support.shop import Shop


@pytest.fixture
def ids(counter: Counter) -> list[int]:
    """Return three times the same 李娜, each with something of her own, and somebody else."""
    shop = Shop(counter.shop.store, counter.shop.workplace)
    found = [
        shop.add("李娜", "13911110000", likes="绿茶", note="周末来"),
        shop.add("李娜", "13911110000", "13700001111", card_number="80001"),
        shop.add("李 娜", "13911110000", company="禾田咖啡", note="要发票"),
        shop.add("曾丽", "13755667788"),
    ]
    log_interaction(shop.workplace, found[1], Contact(InteractionKind.CALL, "新茶到了"))
    counter.window.refresh_pages(None)
    counter.settle()
    return found


def book(counter: Counter) -> object:
    with counter.shop.store.read() as connection:
        return business_dump(connection)


def key(counter: Counter, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    counter.window.activateWindow()
    counter.bot.waitUntil(counter.window.isActiveWindow)
    counter.bot.keyClick(QApplication.focusWidget() or counter.window, pressed, held)
    counter.settle()


def test_merge_three_and_take_apart_all_is_as_before(counter: Counter, ids: list[int]) -> None:
    before = book(counter)
    counter.list.table.choose(ids[:3], ids[0])
    counter.settle()
    counter.press("selection.merge")
    merging = counter.window.stack.view("merge")
    assert isinstance(merging, MergeView)
    key(counter, Qt.Key(Qt.Key.Key_1 + merging.side.state.ids.index(ids[1])))
    key(counter, Qt.Key.Key_M)
    assert {survivor_of(counter.shop.workplace, one) for one in ids[:3]} == {ids[1]}
    merged = read_customer(counter.shop.workplace, ids[1])
    assert (merged.likes, merged.company, merged.card_number) == ("绿茶", "禾田咖啡", "80001")
    counter.window.stack.open("customer", ids[1])
    counter.settle()
    counter.press("record.merged.apart")
    counter.press("takeApartVerb")
    assert book(counter) == before
    assert check_database(counter.shop.workplace).is_clean


def test_a_whole_group_is_found_and_merged_with_one_key_and_taken_back_with_one(
    counter: Counter, ids: list[int]
) -> None:
    before = book(counter)
    counter.do("duplicates.scan")
    counter.wait(lambda: counter.sees("scan.begin"))
    counter.settle()
    page = counter.window.stack.view("duplicates")
    assert isinstance(page, DuplicatesView)
    assert [set(entry.ids) for entry in page.queue.entries] == [set(ids[:3])]
    key(counter, Qt.Key.Key_M)
    assert len({survivor_of(counter.shop.workplace, one) for one in ids[:3]}) == 1
    assert counter.find(QLabel, "side.nothing.sentence").isVisible()
    key(counter, Qt.Key.Key_Z)
    assert book(counter) == before
    assert set(page.side.state.ids) == set(ids[:3])


def test_at_the_counter_the_one_who_is_there_already_is_used(counter: Counter, ids: list[int]) -> None:
    counter.do("customer.new")
    counter.find(QLineEdit, "new.name").setText("曾丽")
    counter.find(QLineEdit, "new.phone").setText("137 5566 7788, 136 0000 2222")
    counter.wait(lambda: counter.sees("new.like.0.use"))
    counter.press("new.like.0.use")
    counter.press("noticeChoice0")
    phones = [contact.shown for contact in read_customer(counter.shop.workplace, ids[3]).contacts]
    assert phones == ["137 5566 7788", "136 0000 2222"]
