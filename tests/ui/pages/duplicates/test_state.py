"""The queue and the choices without a window."""

from __future__ import annotations

import pytest

from crm_desktop.domain.merge import KEEP_ALL
from crm_desktop.ui.pages.duplicates.queue import Entry, Page, Queue
from crm_desktop.ui.pages.duplicates.side import SideBySide, SideRow, see
from tests.support.shop import Shop


def page(*ids: tuple[int, ...]) -> Page:
    return Page(tuple(Entry(each, ("a", "b")) for each in ids), False, len(ids))


def test_a_decision_leaves_the_next_line_at_hand() -> None:
    queue = Queue()
    queue.take(page((1, 2), (3, 4), (5, 6)))
    queue.step(1)
    queue.decide()
    assert queue.entry() == Entry((5, 6), ("a", "b"))


def test_the_last_decision_leaves_the_line_before() -> None:
    queue = Queue()
    queue.take(page((1, 2), (3, 4)))
    queue.step(1)
    queue.decide()
    assert queue.entry() == Entry((1, 2), ("a", "b"))


def test_a_line_on_its_way_does_not_come_back_before_it_is_written() -> None:
    queue = Queue()
    queue.take(page((1, 2), (3, 4)))
    decision = queue.decide()
    queue.take(page((1, 2), (3, 4)))
    assert len(queue.entries) == 1
    assert decision is not None
    queue.settle(decision.entry)
    queue.take(page((1, 2), (3, 4)))
    assert len(queue.entries) == 2


def test_the_user_stays_on_the_same_customers_when_lines_come_before_them() -> None:
    queue = Queue()
    queue.take(page((3, 4)))
    queue.take(page((1, 2), (3, 4)))
    assert queue.current == 1


def test_what_was_taken_back_is_found_in_a_larger_group() -> None:
    queue = Queue()
    queue.take(page((1, 2), (3, 4, 5)))
    assert queue.place_of((4, 5)) == 1
    assert queue.place_of((1, 9)) is None


def test_what_was_taken_back_stands_where_it_stood() -> None:
    queue = Queue()
    queue.take(page((1, 2), (3, 4), (5, 6)))
    queue.step(1)
    decision = queue.decide()
    assert decision is not None
    assert queue.put_back(decision)
    assert ([entry.ids for entry in queue.entries], queue.current) == ([(1, 2), (3, 4), (5, 6)], 1)


def test_a_line_whose_customers_stand_elsewhere_is_read_anew_instead() -> None:
    queue = Queue()
    queue.take(page((1, 2), (2, 3)))
    decision = queue.decide()
    assert decision is not None
    assert not queue.put_back(decision)


@pytest.fixture
def side(shop: Shop) -> SideBySide:
    made = SideBySide()
    made.begin([shop.add("李娜", "13911110000"), shop.add("李 娜", "13700001111"), shop.add("曾丽")])
    return made


def read(shop: Shop, side: SideBySide) -> dict[str, SideRow]:
    side.take(see(shop.workplace, side.ids, side.left_out, side.choices()))
    return {row.key: row for row in side.rows()}


def test_whoever_is_left_out_counts_no_more(shop: Shop, side: SideBySide) -> None:
    read(shop, side)
    side.choose(side.rows()[0], 2)
    assert side.toggle(2)
    rows = read(shop, side)
    assert (side.survivor_id, side.taking_part()) == (None, side.ids[:2])
    assert rows["name"].cells[2] == "曾丽"
    assert rows["phones"].cells == ("1", "1", "")


def test_two_always_stay_in(shop: Shop, side: SideBySide) -> None:
    read(shop, side)
    assert side.toggle(2)
    assert not side.toggle(1)
    assert side.toggle(2)
    assert len(side.taking_part()) == 3


def test_all_values_can_be_kept_only_where_that_makes_sense(shop: Shop, side: SideBySide) -> None:
    rows = read(shop, side)
    assert rows["phone"].chosen == KEEP_ALL
    assert side.choose(rows["phone"], 0)
    assert read(shop, side)["phone"].chosen == side.ids[0]
    assert side.choose(rows["phone"], 3)
    assert not side.choose(rows["name"], 3)
    assert not side.choose(rows["phones"], 0)


def test_only_what_differs_leaves_who_stays_and_the_totals(shop: Shop, side: SideBySide) -> None:
    read(shop, side)
    keys = [row.key for row in side.rows(only_different=True)]
    assert (keys[0], "name" in keys, "status" in keys, "phones" in keys) == ("", True, False, True)
