"""Customers chosen in the list become one; the record says so and takes them apart again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.read_customers import survivor_of
from crm_desktop.store.dump import business_dump
from crm_desktop.ui.dialogs.take_apart import take_apart
from tests.support.shop import Shop
from tests.ui.pages.duplicates.conftest import Desk, Key


@pytest.fixture
def desk(unsearched: Desk) -> Desk:
    return unsearched


def choose(desk: Desk, ids: list[int]) -> None:
    desk.go("customers")
    view = desk.window.stack.view("customers")
    view.table.choose(ids, ids[0])
    desk.settle()


def dump(shop: Shop) -> object:
    with shop.store.read() as connection:
        return business_dump(connection)


def test_chosen_customers_are_put_side_by_side_and_merged(desk: Desk, ids: list[int]) -> None:
    choose(desk, ids[:3])
    desk.click("selection.merge")
    assert desk.window.stack.current_id == "merge"
    assert set(desk.merging.side.state.ids) == set(ids[:3])
    desk.press(Key.Key_M)
    assert len({survivor_of(desk.place, one) for one in ids[:3]}) == 1
    assert desk.window.stack.current_id == "customers"


def test_the_key_does_the_same(desk: Desk, ids: list[int]) -> None:
    choose(desk, ids[:2])
    desk.press(Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.stack.current_id == "merge"


def test_one_customer_is_nothing_to_merge(desk: Desk, ids: list[int]) -> None:
    choose(desk, ids[:1])
    desk.window.verbs.run("list.merge")
    assert desk.window.stack.current_id == "customers"
    assert desk.toasts[-1] == "Select 2 to 10 customers to merge them."


def test_esc_leaves_everything_as_it_is(desk: Desk, ids: list[int]) -> None:
    before = dump(desk.shop)
    desk.go("merge", tuple(ids[:2]))
    desk.press(Key.Key_Escape)
    assert desk.window.stack.current_id != "merge"
    assert dump(desk.shop) == before


def test_a_customer_nobody_was_merged_into_says_nothing_of_it(desk: Desk, ids: list[int]) -> None:
    desk.go("customer", ids[4])
    assert not desk.sees("record.merged")


def test_the_record_says_who_was_merged_and_takes_them_apart(desk: Desk, ids: list[int]) -> None:
    before = dump(desk.shop)
    merged = merge_customers(desk.place, ids[:3])
    desk.go("customer", merged.survivor_id)
    assert desk.text("record.merged.text").startswith("Merged from 2 others")
    desk.click("record.merged.apart")
    assert "Sarah Thompson" in desk.text("takeApart.again.text")
    assert "everything will be as before" in desk.text("takeApart.nothing.text")
    desk.click("takeApartVerb")
    assert dump(desk.shop) == before
    assert not desk.sees("record.merged")


def test_what_came_later_is_listed_and_stays(desk: Desk, ids: list[int]) -> None:
    merged = merge_customers(desk.place, ids[:2])
    log_interaction(desk.place, merged.survivor_id, Contact(InteractionKind.CALL, "新茶到了"))
    desk.go("customer", merged.survivor_id)
    desk.click("record.merged.apart")
    assert ": 1" in desk.find(QLabel, "takeApart.later.text").text()
    desk.click("takeApartVerb")
    assert survivor_of(desk.place, merged.merged[0]) == merged.merged[0]
    assert desk.shop.customer(merged.survivor_id).last_contact_at is not None


def test_the_timeline_takes_a_merge_apart_too(desk: Desk, ids: list[int]) -> None:
    merged = merge_customers(desk.place, ids[:2])
    desk.go("customer", merged.survivor_id)
    timeline = desk.window.stack.view("customer").timeline
    menu = timeline.entry_menu(timeline.view.lines.lines[0])
    assert [action.objectName() for action in menu.actions()] == ["timeline.takeApart", "timeline.copy"]
    menu.actions()[0].trigger()
    desk.settle()
    desk.click("takeApartVerb")
    assert survivor_of(desk.place, merged.merged[0]) == merged.merged[0]


def test_a_later_merge_is_taken_apart_first(desk: Desk, ids: list[int]) -> None:
    first = merge_customers(desk.place, ids[:2])
    merge_customers(desk.place, [first.survivor_id, ids[4]], MergeChoices(ids[4]))
    take_apart(desk.window, desk.window.frame, desk.place, first.changes.operation_id)
    desk.settle()
    assert desk.find(QPushButton, "takeApartVerb").text() == "Show the later merge"
    desk.click("takeApartVerb")
    assert "李娜" in desk.text("takeApart.again.text")
    desk.click("takeApartVerb")
    assert survivor_of(desk.place, first.survivor_id) == first.survivor_id


def test_the_record_of_a_merged_customer_becomes_that_of_the_survivor(desk: Desk, ids: list[int]) -> None:
    desk.go("customer", ids[4])
    merge_customers(desk.place, [ids[0], ids[4]], MergeChoices(ids[0]))
    desk.window.refresh_pages(None)
    desk.settle()
    page = desk.window.stack.view("customer")
    assert page.model.customer_id == ids[0]
    assert page.header.name.value() == "李娜"
    assert desk.sees("record.merged")
