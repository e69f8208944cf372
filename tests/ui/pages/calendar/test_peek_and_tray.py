"""The card of an entry, and the tray of what is late."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSpinBox

from crm_desktop.domain.customer import Outcome
from tests.ui.pages.calendar.driver import Driver, Key
from tests.ui.pages.calendar.fake_jobs import TODAY, FakeJobs


@pytest.fixture
def peek(calendar: Driver) -> Driver:
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Return)
    return calendar


def test_a_card_says_what_when_and_whom(peek: Driver) -> None:
    assert peek.text("calendar.peek.title") == "new tea"
    assert peek.text("calendar.peek.when") == "Call · Sunday 22 November, 09:30"
    assert peek.text("calendar.peek.whom") == "孙丽 · 13800001234"


def test_a_card_says_who_refused_calls_in_the_place_of_the_number(
    calendar: Driver, jobs: FakeJobs, monkeypatch
) -> None:
    read = jobs.read
    monkeypatch.setattr(jobs, "read", lambda key: replace(read(key), customer_phone=None, refused_calls=True))
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Return)
    assert calendar.text("calendar.peek.whom") == "孙丽 · refused calls"


def test_a_click_opens_the_card_too(calendar: Driver) -> None:
    month = calendar.page.month
    calendar.bot.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=calendar.chip(TODAY, 1))
    calendar.settle()
    assert calendar.text("calendar.peek.title") == "visit"


def test_done_asks_how_it_went_by_one_key_and_plans_the_next(peek: Driver) -> None:
    peek.click("calendar.peek.done")
    peek.press(Key.Key_1)
    peek.find(QLineEdit, "calendar.finish.text").setText("likes it")
    peek.click("calendar.finish.next.1")
    peek.click("calendar.finish.keep")
    key = peek.jobs.item("new tea").key
    assert peek.jobs.asked == [("finish", key, Outcome.REACHED, "likes it", TODAY + timedelta(days=7))]
    assert "done" in " ".join(peek.day(TODAY))


def test_digits_choose_views_again_once_the_card_is_closed(peek: Driver) -> None:
    peek.press(Key.Key_Escape)
    peek.press(Key.Key_2)
    assert peek.title == "16 – 22 November 2026"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_card_moves_to_a_usual_day(peek: Driver) -> None:
    peek.click("calendar.peek.move")
    menu = peek.find(QMenu, "calendar.peek.days")
    menu.actions()[1].trigger()
    menu.close()
    peek.settle()
    assert [asked[:3] for asked in peek.jobs.asked] == [("move", "new tea", TODAY + timedelta(days=1))]


def test_a_card_opens_the_customer(peek: Driver) -> None:
    peek.click("calendar.peek.customer")
    assert peek.window.stack.current_id == "customer"


def test_the_tray_lists_what_is_late(calendar: Driver) -> None:
    assert calendar.find(QLabel, "calendar.tray.heading").text() == "1 late"
    model = calendar.page.tray.list.entries
    assert [str(model.index(row).data()) for row in range(model.rowCount())] == [
        "all day, Call, 李娜 quote, 3 days late"
    ]


def test_all_that_is_late_moves_to_today(calendar: Driver) -> None:
    calendar.click("calendar.tray.today")
    assert calendar.jobs.asked == [("move_many", (calendar.jobs.item("quote").key,), TODAY)]
    assert calendar.find(QLabel, "calendar.tray.said").text() == "Nothing is late."


def test_what_is_late_is_spread_by_a_daily_number(calendar: Driver) -> None:
    calendar.click("calendar.tray.spread")
    calendar.find(QSpinBox, "spread.quota").setValue(3)
    calendar.click("spread.go")
    assert calendar.jobs.asked == [("spread", (calendar.jobs.item("quote").key,), 3, TODAY)]


def test_what_is_late_is_closed_with_a_reason(calendar: Driver) -> None:
    calendar.click("calendar.tray.close")
    calendar.find(QLineEdit, "close.reason").setText("settled")
    calendar.click("close.go")
    assert calendar.jobs.asked == [("close", (calendar.jobs.item("quote").key,), "settled")]


def test_the_tray_can_be_hidden_and_stays_so(calendar: Driver) -> None:
    calendar.window.verbs.run("calendar.tray")
    assert not calendar.sees("calendar.tray")
    assert calendar.assembled.memory.value("calendar.split/shown") == "no"


def test_a_click_elsewhere_closes_the_card(peek: Driver) -> None:
    month = peek.page.month
    peek.bot.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=peek.cell(TODAY - timedelta(days=12)).center())
    peek.settle()
    assert not peek.sees("calendar.peek")
    assert peek.page.state.day == TODAY - timedelta(days=12)


def test_a_key_asks_at_once_how_the_chosen_entry_went(calendar: Driver) -> None:
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    calendar.press(Key.Key_2)
    calendar.press(Key.Key_Return)
    key = calendar.jobs.item("new tea").key
    assert calendar.jobs.asked == [("finish", key, Outcome.NO_ANSWER, "", None)]


def test_with_nothing_chosen_the_way_to_choose_is_said(calendar: Driver) -> None:
    calendar.press(Key.Key_Delete)
    assert calendar.jobs.asked == []
    assert calendar.toasts == ["Choose a follow-up first: Tab goes through those of a day."]
