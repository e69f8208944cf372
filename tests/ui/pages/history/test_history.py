"""The page of the history: who did what, what was there before, and whether all of it is as it was written."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.base.paths import find_places
from crm_desktop.services.change_customer import change_customer
from crm_desktop.store.engine import raw_connection
from crm_desktop.ui.pages.history.page import HISTORY_PAGE, history_page
from crm_desktop.ui.widgets.row_list import RowList
from tests.support.follow_up_desk import FollowUpDesk
from tests.support.frame import plain_page
from tests.support.shop import KEY


@dataclass
class OpenOne:
    """What the page needs of an open shop."""

    workplace: object
    places: object


@pytest.fixture
def desk(qtbot, tmp_path):
    places = find_places(tmp_path / "data", tmp_path / "config")
    opened = FollowUpDesk(
        qtbot,
        tmp_path,
        lambda place: [plain_page("customer"), plain_page("today"), history_page(OpenOne(place, places))],
    )
    opened.shop.add("王小明", "13800001234")
    opened.shop.add("Anna", "13911112222")
    change_customer(opened.place, 1, {"note": "likes tea"})
    opened.show(HISTORY_PAGE)
    yield opened
    opened.close()


def rows(desk):
    return [row[1:] for row in desk.find(RowList, "history.list").texts()]


def view(desk):
    return desk.window.stack.view(HISTORY_PAGE)


def press(desk, name):
    desk.bot.mouseClick(desk.find(QPushButton, name), Qt.MouseButton.LeftButton)
    desk.settle()


def text(desk, name):
    return desk.find(QLabel, name).text()


def test_the_newest_entry_is_chosen_and_told(desk):
    assert rows(desk)[0] == ["Owner", "Edited", "王小明", "window"]
    assert text(desk, "history.lines") == "Note: likes tea"
    assert "Entry 4" in text(desk, "history.meta")


def test_what_is_written_meanwhile_stands_on_top_at_once(desk):
    desk.assembled.work.write(lambda: change_customer(desk.place, 2, {"note": "x"}))
    desk.settle()
    assert rows(desk)[0] == ["Owner", "Edited", "Anna", "window"]
    assert "Entry 4" in text(desk, "history.meta"), "the chosen entry stays chosen"


def test_it_is_narrowed_by_sort_and_shown_whole_again(desk):
    press(desk, "history.group.settings")
    assert rows(desk) == []
    press(desk, "history.clear")
    assert len(rows(desk)) == 4


def test_a_customer_is_searched_for(desk):
    view(desk).filters.search.setText("Anna")
    desk.bot.wait(300)
    desk.settle()
    assert [row[2] for row in rows(desk)] == ["Anna"]


def test_older_pages_follow_as_one_scrolls(desk):
    page = view(desk)
    for number in range(120):
        change_customer(desk.place, 1, {"note": f"note {number}"})
    page.filters.clear()
    desk.settle()
    assert len(rows(desk)) == 100
    bar = page.list.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.maximum())
        desk.settle()
    assert len(rows(desk)) == 124
    numbers = [entry.operation_id for entry in page._entries]
    assert numbers == sorted(numbers, reverse=True)


def test_an_entry_is_taken_back(desk):
    press(desk, "history.takeBack")
    assert rows(desk)[0][1] == "Taken back: Edit 王小明"
    assert "taken back" in rows(desk)[1][1]
    assert desk.shop.customer(1).note is None


def test_an_entry_leads_to_its_customer(desk):
    press(desk, "history.customer.1")
    assert desk.window.stack.current_id == "customer"


def test_how_she_looked_before_stands_beside_today(desk):
    press(desk, "history.asItWas")
    assert ["Note", "–", "likes tea"] in desk.find(RowList, "asItWas.list").texts()
    press(desk, "asItWas.later")
    assert ["Note", "likes tea", "likes tea"] in desk.find(RowList, "asItWas.list").texts()


def verify(desk):
    press(desk, "history.verify")
    desk.bot.waitUntil(lambda: view(desk).verification.result is not None, timeout=20_000)
    desk.settle()


def test_one_click_verifies_all(desk):
    verify(desk)
    assert text(desk, "history.result").startswith("The history is whole")
    assert "It ends with entry 4" in text(desk, "history.seal")


def test_what_was_changed_behind_the_program_is_named(desk):
    with closing(raw_connection(desk.shop.store.path, KEY)) as connection:
        connection.execute("DROP TRIGGER operation_is_fixed")
        connection.execute("UPDATE operation SET at = at - 1 WHERE id = 3")
    verify(desk)
    assert text(desk, "history.result").startswith("The history is not as it was written")
    assert text(desk, "history.found").startswith("Entry 3 (")


def test_what_is_asked_for_outlives_a_change_of_language(desk):
    press(desk, "history.group.customers")
    page = view(desk)
    state = page.save_state()
    page.filters.clear()
    page.restore_state(state)
    desk.settle()
    assert len(rows(desk)) == 3
