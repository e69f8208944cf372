"""Customers side by side: what differs is marked and said, each value can be chosen, totals are shown before."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.ui.pages.duplicates.side_paint import PADDING
from tests.ui.pages.duplicates.conftest import Desk, Key


@pytest.fixture
def desk(unsearched: Desk) -> Desk:
    return unsearched


def compare(desk: Desk, *ids: int) -> None:
    desk.go("merge", ids)


def test_every_cell_says_field_customer_value_and_what_became_of_it(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[1], ids[4])
    side = desk.merging.side
    assert desk.spoken(side, "Name", 0) == "Name, 1 李娜: 李娜, differs, chosen"
    assert desk.spoken(side, "Name", 1) == "Name, 2 曾丽: 曾丽, differs"
    assert desk.spoken(side, "Card number", 1) == "Card number, 2 曾丽: nothing"
    assert desk.spoken(side, "Name", 2) == "Name, after the merge: 李娜"


def test_a_number_in_a_row_chooses_whose_value_stays(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[1], ids[4])
    side = desk.merging.side
    desk.stand_on(side, "Name", 0)
    desk.press(Key.Key_2)
    assert desk.row(side, "Name")[2] == "曾丽"
    assert desk.row(side, "Who stays") == ["stays", "joins in", "李娜"]


def test_space_chooses_the_cell_at_hand(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[1], ids[4])
    side = desk.merging.side
    desk.stand_on(side, "Phone", 1)
    desk.press(Key.Key_Space)
    assert desk.row(side, "Phone")[2] == "137 5566 7788"


def test_all_phones_are_kept_unless_one_is_chosen(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[1], ids[4])
    side = desk.merging.side
    everything = desk.row(side, "Phone")[2]
    assert everything.count("\n") == 2
    desk.stand_on(side, "Phone", 0)
    desk.press(Key.Key_1)
    assert desk.row(side, "Phone")[2].count("\n") == 1
    desk.press(Key.Key_0)
    assert desk.row(side, "Phone")[2] == everything


def test_numbers_over_the_columns_choose_who_stays(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[0], ids[1])
    side = desk.merging.side
    desk.merging.bar.button("merge").setFocus()
    desk.press(Key.Key_2)
    assert desk.row(side, "Who stays")[:2] == ["joins in", "stays"]


def test_totals_are_said_before_anything_is_written(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[0], ids[1])
    side = desk.merging.side
    phones = next(row for row in side.model.rows if row.key == "phones")
    assert (phones.cells, phones.result) == (("1", "2"), "2")
    assert "Phones 2" in desk.text("side.totals")
    assert desk.shop.customer(ids[0]).merged_into is None


def test_what_is_equal_can_be_hidden(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[1], ids[4])
    side = desk.merging.side
    desk.find(QCheckBox, "side.onlyDifferent").click()
    labels = [row.label for row in side.model.rows]
    assert "Name" in labels
    assert "Card number" not in labels


def test_a_customer_who_was_merged_meanwhile_leaves_nothing_to_merge(desk: Desk, ids: list[int]) -> None:
    compare(desk, ids[0], ids[1])
    desk.press(Key.Key_M)
    compare(desk, ids[1], ids[0])
    assert desk.text("side.nothing.sentence") == "There is nothing to merge here any more"


def test_two_of_ten_stay_in(desk: Desk, ids: list[int]) -> None:
    compare(desk, *ids[:3])
    side = desk.merging.side
    for column in (2, 1):
        desk.stand_on(side, "Who stays", column)
        desk.press(Key.Key_X)
    assert len(side.state.taking_part()) == 2
    assert desk.toasts[-1] == "Two customers at least stay in."


def test_nothing_is_lost_at_twice_the_text(desk: Desk, ids: list[int]) -> None:
    desk.assembled.theme.use(text_percent=200)
    compare(desk, ids[1], ids[4])
    table = desk.merging.side.table
    assert table.columnWidth(0) >= table.horizontalHeader().minimumSectionSize()
    assert desk.sees("merge.bar.merge")
    desk.assembled.theme.use(text_percent=100)


def test_three_columns_have_room_for_every_line_about_a_customer(desk: Desk, ids: list[int]) -> None:
    log_interaction(desk.place, ids[0], Contact(InteractionKind.CALL, "asked for new tea"))
    compare(desk, ids[0], ids[1], ids[4])
    header = desk.merging.side.table.horizontalHeader()
    assert header.about(0)[1] == "last contact today"
    assert header.about(1)[1] == "never contacted"
    words = QFontMetrics(desk.assembled.theme.font(0.9))
    for line in header.about(0):
        assert words.horizontalAdvance(line) <= header.sectionSize(0) - header.height() / 2 - 2 * PADDING
