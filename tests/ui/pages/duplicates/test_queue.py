"""The queue: what a search found, decided by keyboard, one pair after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.read_customers import read_customer, survivor_of
from crm_desktop.services.read_duplicates import count_pairs
from tests.ui.pages.duplicates.conftest import Desk, Key, Open


def at_hand(desk: Desk) -> set[int]:
    return set(desk.page.side.state.ids)


def test_a_shop_that_was_never_searched_offers_to_search(open_desk: Open, ids: list[int]) -> None:
    desk = open_desk()
    desk.go("duplicates")
    assert desk.text("scan.state") == "Not searched yet"
    assert desk.window.focusWidget() is desk.find(QPushButton, "scan.begin")
    desk.click("scan.begin")
    desk.bot.waitUntil(lambda: len(desk.lines()) == 2, timeout=30_000)
    assert "among 5 customer" in desk.text("scan.state")
    desk.settle()
    assert desk.window.focusWidget() is desk.page.side.table


def test_a_running_search_shows_how_far_it_is_and_can_be_stopped(open_desk: Open) -> None:
    stopped = threading.Event()

    def search(_place: object, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        progress(420, 1000)
        while not cancelled():
            stopped.wait(0.01)
        raise Fault(FaultKind.CANCELLED)

    desk = open_desk(search)
    desk.window.verbs.run("duplicates.scan")
    assert desk.window.stack.current_id == "duplicates"
    desk.bot.waitUntil(lambda: "42 %" in desk.text("scan.state"))
    desk.find(QPushButton, "scan.stop").click()
    desk.bot.waitUntil(lambda: desk.sees("scan.begin"))
    assert desk.assembled.notices.standing == []


def test_the_likeliest_pair_stands_first_with_its_reasons(desk: Desk, ids: list[int]) -> None:
    assert at_hand(desk) in ({ids[0], ids[1]}, {ids[2], ids[3]})
    scores = [entry.score for entry in desk.page.queue.entries]
    assert scores == sorted(scores, reverse=True)
    assert "probably" in desk.text("reasons.0.score").lower() or "possibly" in desk.text("reasons.0.score").lower()
    assert "+" in desk.text("reasons.0.signs")


def test_j_and_k_go_from_pair_to_pair(desk: Desk) -> None:
    first = at_hand(desk)
    desk.press(Key.Key_J)
    second = at_hand(desk)
    desk.press(Key.Key_J)
    assert (at_hand(desk), first & second) == (second, set())
    desk.press(Key.Key_K)
    assert at_hand(desk) == first


def test_m_merges_and_the_next_pair_is_at_hand(desk: Desk) -> None:
    first, second = (set(entry.ids) for entry in desk.page.queue.entries)
    desk.press(Key.Key_M)
    assert len({survivor_of(desk.place, one) for one in first}) == 1
    assert at_hand(desk) == second
    assert len(desk.lines()) == 1
    assert desk.toasts[-1].startswith("Merged")


def test_a_key_pressed_before_the_next_pair_is_in_sight_decides_nothing(desk: Desk) -> None:
    desk.page.list.moved.emit(1)
    desk.page.merge()
    desk.settle()
    assert desk.toasts == []
    assert len(desk.lines()) == 2


def test_a_number_chooses_who_stays(desk: Desk) -> None:
    one, other = desk.page.side.state.ids
    desk.press(Key.Key_2)
    desk.press(Key.Key_M)
    assert (survivor_of(desk.place, one), survivor_of(desk.place, other)) == (other, other)


def test_n_is_remembered_through_the_next_search(desk: Desk) -> None:
    different = at_hand(desk)
    desk.press(Key.Key_N)
    assert count_pairs(desk.place).different == 1
    desk.look()
    assert all(set(entry.ids) != different for entry in desk.page.queue.entries)


def test_h_makes_one_household(desk: Desk) -> None:
    one, other = desk.page.side.state.ids
    desk.press(Key.Key_H)
    homes = {read_customer(desk.place, who).household_id for who in (one, other)}
    assert len(homes) == 1
    assert None not in homes


@pytest.mark.parametrize("decision", [Key.Key_M, Key.Key_N, Key.Key_H])
def test_z_takes_a_decision_back_and_the_pair_is_at_hand_again(desk: Desk, decision: Key) -> None:
    before, first = desk.names(), at_hand(desk)
    desk.press(decision)
    assert len(desk.names()) == 1
    desk.press(Key.Key_Z)
    assert (desk.names(), at_hand(desk)) == (before, first)


def test_a_decision_can_be_looked_at_and_taken_anew(desk: Desk) -> None:
    different = at_hand(desk)
    desk.press(Key.Key_N)
    desk.click("duplicates.show.decided")
    assert "Not the same" in desk.lines()[0]
    assert at_hand(desk) == different
    desk.press(Key.Key_R)
    assert desk.lines() == []
    desk.click("duplicates.show.all")
    assert different in [set(entry.ids) for entry in desk.page.queue.entries]


def test_the_queue_says_when_everything_is_decided(desk: Desk) -> None:
    desk.press(Key.Key_M)
    desk.press(Key.Key_M)
    assert desk.find(QLabel, "side.nothing.sentence").text() == "No duplicates are left here"
    desk.press(Key.Key_M)  # nothing at hand: nothing happens
    assert len(desk.toasts) == 2


def test_the_chips_count_and_filter(desk: Desk) -> None:
    counts = count_pairs(desk.place)
    assert desk.find(QPushButton, "duplicates.show.all").text() == f"All  {counts.probable + counts.possible}"
    desk.click("duplicates.show.possible")
    assert len(desk.lines()) == counts.possible
    desk.click("duplicates.show.probable")
    assert len(desk.lines()) == counts.probable


def test_a_group_of_three_can_leave_one_out(desk: Desk, ids: list[int]) -> None:
    third = desk.shop.add("李娜", "13911110000")
    desk.look()
    place = next(number for number, entry in enumerate(desk.page.queue.entries) if third in entry.ids)
    desk.page.step(place - desk.page.queue.current)
    desk.settle()
    side = desk.page.side
    assert at_hand(desk) == {ids[0], ids[1], third}
    desk.stand_on(side, "Who stays", side.state.ids.index(third))
    desk.press(Key.Key_X)
    assert "left out" in desk.row(side, "Who stays")
    desk.press(Key.Key_M)
    assert survivor_of(desk.place, ids[0]) == survivor_of(desk.place, ids[1])
    assert survivor_of(desk.place, third) == third


def test_one_of_three_is_told_apart_in_one_step(desk: Desk, ids: list[int]) -> None:
    third = desk.shop.add("李娜", "13911110000")
    desk.look()
    place = next(number for number, entry in enumerate(desk.page.queue.entries) if third in entry.ids)
    desk.page.step(place - desk.page.queue.current)
    desk.settle()
    desk.stand_on(desk.page.side, "Who stays", desk.page.side.state.ids.index(third))
    desk.press(Key.Key_X)
    desk.press(Key.Key_N)
    assert count_pairs(desk.place).different == 2
    assert {ids[0], ids[1]} in [set(entry.ids) for entry in desk.page.queue.entries]
    desk.press(Key.Key_Z)
    assert count_pairs(desk.place).different == 0


def test_the_page_keeps_its_place_in_a_new_window(desk: Desk) -> None:
    desk.press(Key.Key_J)
    second, state = at_hand(desk), desk.window.stack.save_state()
    desk.go("customers")
    desk.press(Key.Key_M)
    desk.window.stack.restore_state(state)
    desk.settle()
    assert at_hand(desk) == second
