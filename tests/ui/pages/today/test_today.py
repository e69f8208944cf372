"""The day is worked through with one key: log, next, and nothing is moved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox

from crm_desktop.domain.customer import Channel, DateKind, ImportantDate, InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpStatus, Repeat
from crm_desktop.services.change_dates import add_date
from crm_desktop.services.change_people import add_person, all_people
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.record_consent import record_consent
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.customer.record_page import CustomerPage
from crm_desktop.ui.pages.today.page import today_page
from crm_desktop.ui.pages.today.view import TodayView
from tests.support.follow_up_desk import TODAY, FollowUpDesk, said

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(FollowUpDesk):
    """The page of today and what it says."""

    @property
    def page(self) -> TodayView:
        view = self.window.stack.view("today")
        assert isinstance(view, TodayView)
        return view

    def lines(self) -> list[str]:
        model = self.page.list.lines
        return [said(str(model.index(row).data())) for row in range(model.rowCount())]

    def here(self) -> str:
        return str(self.page.list.currentIndex().data())


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [today_page(place), customer_page(place)])
    yield made
    made.close()


@pytest.fixture
def work(desk) -> Desk:
    """Return the page with a late call and two of today."""
    wang, li = desk.shop.add("王小明", "13800001234"), desk.shop.add("李娜", "13911110000")
    desk.wang, desk.li = wang, li
    desk.late = desk.plan("Ask about tea", -3, wang, note="liked Longjing")
    desk.first = desk.plan("Send the price list", 0, li, kind="message")
    desk.second = desk.plan("Order boxes", 0)
    desk.plan("Next week", 7, wang)
    desk.show("today")
    return desk


def test_an_empty_day_is_said_kindly(desk):
    desk.show("today")
    assert desk.find(QLabel, "today.empty.sentence").text() == "Nothing waits for you today"
    assert desk.sees("today.empty.plan")


def test_each_line_says_whom_what_when_and_why(work):
    lines = work.lines()
    assert lines[0] == "Late  1"
    assert lines[1] == "王小明 · Ask about tea · Call · 3 days late · 138 0000 1234 · liked Longjing"
    assert lines[2] == "Due today  2"
    assert lines[3:] == [
        "Order boxes · Call · today",
        "李娜 · Send the price list · Message · today · 139 1111 0000",
    ]


def test_enter_logs_the_call_and_goes_to_the_next(work):
    work.press(Key.Key_Return)
    work.press(Key.Key_2)
    work.press(Key.Key_Return)
    done = work.read(work.late)
    assert (done.status, done.outcome) == (FollowUpStatus.DONE, Outcome.NO_ANSWER.value)
    contact = next(entry.interaction for entry in read_timeline(work.place, work.wang).entries if entry.interaction)
    assert (contact.kind, contact.outcome) == (InteractionKind.CALL, Outcome.NO_ANSWER)
    assert work.page.list.hasFocus()
    assert work.lines()[0] == "Due today  2"
    assert work.here() in work.lines()[1:]


def test_the_next_one_is_planned_in_the_same_strip(work):
    work.press(Key.Key_L)
    work.press(Key.Key_1)
    work.bot.keyClicks(work.page.list.strip.text, "wants samples")
    work.press(Key.Key_Down)
    work.press(Key.Key_Right)
    work.press(Key.Key_Return)
    planned = [item for item in work.of(work.wang) if item.status is FollowUpStatus.OPEN]
    assert (TODAY + timedelta(3), "Ask about tea") in [(item.day, item.title) for item in planned]


def test_esc_closes_the_strip_and_finishes_nothing(work):
    work.press(Key.Key_L)
    work.press(Key.Key_Escape)
    assert work.page.list.strip is None
    assert work.page.list.hasFocus()
    assert work.read(work.late).status is FollowUpStatus.OPEN


def test_what_changes_elsewhere_does_not_close_the_strip(work):
    work.press(Key.Key_L)
    work.plan("From elsewhere", 0)
    work.page.refresh(None)
    work.settle()
    assert work.page.list.strip is not None
    work.press(Key.Key_Escape)
    assert any("From elsewhere" in line for line in work.lines())


def test_a_page_left_open_begins_the_new_day(work):
    later = work.place.clock() + timedelta(days=1)
    object.__setattr__(work.place, "clock", lambda: later)
    work.page.refresh(None)  # as the keeper of the shop's day asks of every page
    work.settle()
    assert work.find(QLabel, "today.title").text() == "Today, Monday 23 November"
    assert work.lines()[0] == "Late  3"


def test_undo_brings_it_back(work):
    work.press(Key.Key_Return)
    work.press(Key.Key_1)
    work.press(Key.Key_Return)
    work.press(Key.Key_Z, CTRL)
    assert work.lines()[0] == "Late  1"


def test_o_opens_the_customer(work):
    work.press(Key.Key_O)
    assert isinstance(work.window.stack.currentWidget(), CustomerPage)
    assert work.window.stack.view("customer").model.customer_id == work.wang


def test_the_phone_can_be_copied(work):
    work.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "138 0000 1234"
    assert work.toasts == ["Copied: 138 0000 1234"]


def test_nothing_is_moved_by_itself_but_all_late_ones_at_one_press(work):
    assert work.find(QLabel, "today.bulk.said").text() == "Nothing is moved by itself. 1 late:"
    work.find(QPushButton, "today.bulk.today").click()
    work.settle()
    assert work.read(work.late).draft.day == TODAY
    assert not work.sees("today.bulk")


def test_late_ones_are_spread_by_a_daily_quota(work):
    for number in range(4):
        work.plan(f"Late {number}", -10)
    work.settle()
    work.page.refresh(None)
    work.settle()
    work.find(QPushButton, "today.bulk.spread").click()
    work.find(QSpinBox, "spread.quota").setValue(2)
    assert said(work.find(QLabel, "spread.said").text()) == "That takes 3 working days."
    work.find(QPushButton, "spread.go").click()
    work.settle()
    assert not any(line.startswith("Late") for line in work.lines()[:1])


def test_closing_needs_a_reason(work):
    work.find(QPushButton, "today.bulk.close").click()
    work.find(QPushButton, "close.go").click()
    assert work.sees("close.reason.problem")
    work.find(QPushButton, "close.usual.2").click()
    work.find(QPushButton, "close.go").click()
    work.settle()
    closed = work.read(work.late)
    assert (closed.status, closed.close_reason) == (FollowUpStatus.CLOSED, "Cannot be reached")


def test_several_chosen_are_meant_before_the_late_ones(work):
    work.press(Key.Key_Down, SHIFT)
    work.press(Key.Key_Down, SHIFT)
    assert work.find(QLabel, "today.bulk.said").text() == "3 chosen"


def test_work_is_handed_over_with_a_reason(work):
    add_person(work.place, "小李")
    colleague = all_people(work.place)[-1].id
    work.page.refresh(None)
    work.settle()
    work.find(QPushButton, "today.bulk.handOver").click()
    work.settle()
    to = work.find(type(work.page.who), "handOver.to")
    to.setCurrentIndex(to.findText("小李"))
    work.find(QLineEdit, "handOver.reason").setText("on leave")
    work.find(QPushButton, "handOver.go").click()
    work.settle()
    handed = work.read(work.late)
    assert (handed.draft.owner_id, handed.handed_reason) == (colleague, "on leave")
    assert not any("Ask about tea" in line for line in work.lines())
    work.page.who.setCurrentIndex(work.page.who.findText("小李"))
    work.page.who.activated.emit(2)
    work.settle()
    assert any("on leave" in line for line in work.lines())


def test_birthdays_of_the_week_stand_below(desk):
    li, han = desk.shop.add("李娜", "13911110000"), desk.shop.add("韩梅", "13922220000")
    for one in (li, han):
        add_date(desk.place, one, ImportantDate(DateKind.BIRTHDAY, 11, 24, 1990))
    record_consent(desk.place, han, Channel.PHONE, given=True)
    desk.show("today")
    assert desk.lines() == [
        "Birthdays and important days  2",
        "李娜 · Birthday · turns 36 · greetings: not asked yet · Tue 24 Nov",
        "韩梅 · Birthday · turns 36 · Tue 24 Nov · 139 2222 0000",
    ]


def test_e_changes_the_follow_up(work):
    work.press(Key.Key_E)
    assert work.find(QLineEdit, "editor.title").text() == "Ask about tea"
    work.press(Key.Key_Escape)


def test_a_new_follow_up_is_for_the_customer_of_the_line(work):
    work.press(Key.Key_N, CTRL | SHIFT)
    assert work.find(QPushButton, "editor.customer.chosen").text().startswith("王小明")
    assert work.find(QLineEdit, "editor.quick").hasFocus()
    work.press(Key.Key_Escape)


def test_whose_work_is_shown_outlives_a_change_of_language(work):
    add_person(work.place, "小李")
    work.page.refresh(None)
    work.settle()
    work.page.who.setCurrentIndex(1)
    work.page.who.activated.emit(1)
    work.settle()
    state = work.page.save_state()
    work.page.restore_state({"who": work.place.person_id})
    work.page.restore_state(state)
    work.settle()
    assert work.page.who.currentText() == "Everybody"
    assert any("Owner" in line for line in work.lines())


def test_what_comes_anyway_is_said_in_the_strip(work):
    work.plan("Weekly talk", -7, work.li, repeat=Repeat("FREQ=WEEKLY;BYDAY=SU"))
    work.page.refresh(None)
    work.settle()
    place = next(place for place, line in enumerate(work.lines()) if "Weekly talk" in line)
    work.page.list.go_to(place)
    work.press(Key.Key_L)
    assert any(button.isChecked() and "Nov" in button.text() for button in work.page.list.strip.next.buttons())


def test_hundreds_of_lines_are_listed_and_the_rest_counted(desk):
    keys = [desk.plan(f"Late {number}", -1) for number in range(230)]
    desk.show("today")
    assert len(keys) == 230
    assert desk.lines()[0] == "Late  230  ·  the first 100"
    assert desk.find(QLabel, "today.bulk.said").text() == "Nothing is moved by itself. 230 late:"
    desk.find(QPushButton, "today.bulk.today").click()
    desk.settle()
    assert desk.lines()[0] == "Due today  230  ·  the first 100"


def test_who_chooses_all_lines_means_everything_the_page_counts(desk):
    for number in range(205):
        desk.plan(f"Late {number}", -1)
    promise = desk.plan("Promised", 3, promised=True)
    desk.show("today")
    desk.press(Key.Key_A, CTRL)
    assert desk.find(QLabel, "today.bulk.said").text() == "206 chosen"
    desk.find(QPushButton, "today.bulk.close").click()
    desk.find(QPushButton, "close.usual.3").click()
    desk.find(QPushButton, "close.go").click()
    desk.settle()
    assert desk.read(promise).status is FollowUpStatus.CLOSED
    assert desk.find(QLabel, "today.empty.sentence").text() == "Nothing waits for you today"


def test_a_series_missed_again_and_again_is_one_line_and_one_step(desk):
    wang = desk.shop.add("王小明")
    desk.plan("Daily check", -9, wang, repeat=Repeat("FREQ=DAILY"))
    desk.show("today")
    assert desk.lines()[:2] == [
        "Late  1",
        "王小明 · Daily check · Call · 9 days late · repeats · missed 9 times since Fri 13 Nov",
    ]
    desk.press(Key.Key_Return)
    desk.press(Key.Key_1)
    desk.press(Key.Key_Return)
    assert desk.lines()[0] == "Due today  1"
    assert [item.status for item in desk.of(wang)].count(FollowUpStatus.CLOSED) == 8
    desk.press(Key.Key_Z, CTRL)
    assert desk.lines()[0] == "Late  1"
