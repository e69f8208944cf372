"""The window reminds: a card with Done, Snooze and Open, once for all that was slept through, and what was missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from crm_desktop.base.declared_settings import REMINDS, USUAL_REMINDER
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.services import due_reminders
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.read_follow_up import read_follow_up
from crm_desktop.ui import reminding as reminding_module
from crm_desktop.ui.notices import Notice
from crm_desktop.ui.reminding import AWAY, SEEN, Reminding
from crm_desktop.ui.widgets.reminder_card import ReminderCard
from tests.support.follow_up_desk import FollowUpDesk, said
from tests.support.frame import plain_page
from tests.support.shop import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Tray(QObject):
    """The system's notices as a test hears them."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.stands = False

    def say(self, title: str, text: str) -> None:
        self.said.append((said(title), text))
        self.stands = True

    def clear(self) -> None:
        self.stands = False


class Desk(FollowUpDesk):
    """A window on a shop whose clock the test turns; it is noon."""

    def __init__(self, qtbot, folder) -> None:
        super().__init__(qtbot, folder, lambda _: [plain_page(name) for name in ("today", "customer", "calendar")])
        self.now = NOON
        self.place = replace(self.place, clock=lambda: self.now)
        self.tray = Tray()
        self.assembled.settings.set(USUAL_REMINDER, "at_time")
        self.remind()

    def remind(self) -> None:
        made, tray = self.assembled, self.tray
        self.reminding = Reminding(self.place, made.work, made.settings, made.memory, lambda _theme: tray)
        self.reminding.serve(self.window)

    def open(self, seen=NOON - HOUR) -> None:
        """Open the window; it was open before."""
        if seen is not None:
            self.assembled.memory.setValue(SEEN, seen.isoformat())
        self.show("today")
        self.window.settle()
        self.bot.wait(60)
        self.settle()

    def turn(self, **by: float) -> None:
        """Turn the clock and let the window look at it."""
        self.now += timedelta(**by)
        self.reminding.look()
        self.settle()

    def rows(self) -> list[str]:
        """The entries on the card."""
        found = self.window.findChildren(QLabel, "reminder.title")
        return [label.text() for label in found if label.isVisible()]

    def head(self) -> str:
        return said(self.find(QLabel, "reminders.head").text())

    def click(self, name: str, place: int = 0) -> None:
        buttons = [b for b in self.window.findChildren(QPushButton, name) if b.isVisible()]
        buttons[place].click()
        self.settle()

    def choose(self, choice: str) -> None:
        """Choose from the menu of a snooze that has just been opened."""
        self.window.findChild(QAction, f"reminders.snooze.{choice}").trigger()
        QApplication.activePopupWidget().close()
        self.settle()

    def away(self) -> list[Notice]:
        return [notice for notice in self.assembled.notices.standing if notice.key == AWAY]


@pytest.fixture
def desk(qtbot, tmp_path, monkeypatch):
    for name in ("FIRST_MS", "SOON_MS"):
        monkeypatch.setattr(reminding_module, name, 5)
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()
    made.reminding.deleteLater()


@pytest.fixture
def rung(desk):
    """Return the desk with a call to 王小明 on its card."""
    desk.wang = desk.shop.add("王小明", "13800001234")
    desk.call = desk.plan("回访", 0, desk.wang, time=time(4, 30))
    desk.open()
    desk.turn(hours=1)
    return desk


def test_at_its_time_the_entry_stands_on_a_card_with_whom_to_call(rung):
    assert (rung.head(), rung.rows()) == ("1 reminder", ["王小明 · 回访"])
    assert rung.find(QLabel, "reminder.note").text() == "today 04:30 · Call · 138 0000 1234"


def test_before_its_time_nothing_is_said_and_the_timer_waits_for_it(desk):
    desk.plan("回访", 0, time=time(4, 30))
    desk.open()
    assert desk.rows() == []
    assert 0 < desk.reminding._timer.remainingTime() <= 30 * 60_000


def test_the_timer_itself_brings_it(desk):
    desk.plan("回访", 0, time=time(4, 1))
    desk.now += timedelta(seconds=59, milliseconds=900)
    desk.open()
    desk.now += timedelta(seconds=1)
    desk.bot.waitUntil(lambda: desk.rows() == ["回访"])


def test_an_entry_planned_now_sets_the_timer_anew(desk):
    desk.open()
    assert not desk.reminding._timer.isActive()
    draft = desk.plan("回访", 0, time=time(4, 20))
    desk.window.refresh_pages(None)  # as after a command beside the window
    desk.bot.waitUntil(desk.reminding._timer.isActive)
    assert read_follow_up(desk.place, draft).status is FollowUpStatus.OPEN


def test_done_asks_how_it_went_and_finishes_it(rung):
    rung.click("reminder.done")
    rung.press(Qt.Key.Key_1)
    rung.press(Qt.Key.Key_Return)
    assert rung.read(rung.call).status is FollowUpStatus.DONE
    assert rung.rows() == []
    assert not rung.sees("reminders")


def test_esc_in_the_strip_leaves_it_on_the_card(rung):
    rung.click("reminder.done")
    assert rung.sees("reminders.finish")
    rung.press(Qt.Key.Key_Escape)
    assert (rung.rows(), rung.sees("reminders.finish")) == (["王小明 · 回访"], False)


@pytest.mark.parametrize(
    ("choice", "until"),
    [("minutes", NOON + 70 * timedelta(minutes=1)), ("hour", NOON + 2 * HOUR), ("tomorrow", NOON + 29 * HOUR)],
)
def test_snoozed_it_goes_and_comes_again_at_that_moment(rung, choice, until):
    rung.click("reminder.snooze")
    rung.choose(choice)
    assert rung.rows() == []
    rung.turn(seconds=(until - rung.now).total_seconds() - 1)
    assert rung.rows() == []
    rung.turn(seconds=1)
    assert rung.rows() == ["王小明 · 回访"]


def test_open_goes_to_the_customer_and_to_the_day_of_what_is_nobodys(rung):
    rung.click("reminder.open")
    assert rung.window.stack.current_id == "customer"
    assert rung.window.stack.view("customer").opened_with == rung.wang
    rung.plan("Order boxes", 0, time=time(5, 30))
    rung.turn(hours=1)
    rung.click("reminder.open")
    assert rung.window.stack.view("calendar").opened_with == date(2026, 11, 22)


def test_all_that_was_slept_through_is_one_card_and_one_notice(desk):
    for number in range(12):
        desk.plan(f"回访 {number}", number % 3, time=time(10, number))
    desk.open()
    desk.window.isActiveWindow = lambda: False
    desk.turn(days=4)
    assert (desk.head(), len(desk.rows())) == ("12 reminders", 3)
    assert said(desk.find(QPushButton, "reminders.more").text()) == "9 more: open Today"
    assert [title for title, _ in desk.tray.said] == ["12 reminders"]
    desk.click("reminders.more")
    assert desk.window.stack.current_id == "today"
    assert not desk.sees("reminders")


def test_snooze_all_puts_all_of_them_off(desk):
    for number in range(5):
        desk.plan(f"回访 {number}", 0, time=time(4, number + 1))
    desk.open()
    desk.turn(hours=1)
    desk.click("reminders.snoozeAll")
    desk.choose("hour")
    assert desk.rows() == []
    desk.turn(hours=1)
    assert desk.head() == "5 reminders"


def test_a_clock_set_back_reminds_of_nothing_twice(rung):
    rung.click("reminder.open")
    rung.turn(days=-365)
    rung.turn(days=365)
    assert rung.rows() == []


def test_what_is_done_elsewhere_leaves_the_card(rung):
    rung.assembled.work.write(lambda: finish_follow_up(rung.place, rung.call, Finish()).changes)
    rung.bot.waitUntil(lambda: not rung.sees("reminders"))


def test_a_notice_of_the_system_comes_while_one_looks_elsewhere_and_a_click_leads_to_the_card(desk):
    desk.plan("回访", 0, time=time(4, 30))
    desk.open()
    desk.window.isActiveWindow = lambda: False
    desk.turn(hours=1)
    assert desk.tray.said == [("1 reminder", "回访, today 04:30 · Call")]
    desk.tray.clicked.emit()
    assert QApplication.focusWidget().objectName() == "reminder.done"
    desk.click("reminder.open")
    assert not desk.tray.stands, "nothing waits any more"


def test_the_keyboard_goes_to_the_card_and_back(rung):
    field = rung.window.stack.view("today").field
    field.setFocus()
    rung.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget().accessibleName() == "Done: 王小明 · 回访"
    rung.press(Qt.Key.Key_Escape)
    assert (QApplication.focusWidget(), rung.sees("reminders")) == (field, False)


def test_while_you_were_away_is_said_quietly_with_the_first_five(desk):
    for number in range(7):
        desk.plan(f"回访 {number}", -1, time=time(10, number))
    desk.open(seen=NOON - 2 * DAY)
    (notice,) = desk.away()
    listed = ", ".join(f"回访 {number}" for number in range(5))
    assert said(notice.text) == f"While you were away, 7 follow-ups came due: {listed} and 2 more."
    assert desk.rows() == [], "said once, not twice"
    notice.choices[0].run()
    assert desk.window.stack.current_id == "today"


def test_the_first_start_of_all_says_nothing_about_the_past(desk):
    desk.plan("旧事", -1, time=time(10))
    desk.open(seen=None)
    assert (desk.rows(), desk.away()) == ([], [])
    assert desk.assembled.memory.value(SEEN) is not None


def test_switched_off_it_is_silent_and_switched_on_it_leaves_the_past(desk):
    desk.plan("回访", 0, time=time(4, 30))
    desk.plan("后来", 0, time=time(7))
    desk.assembled.settings.set(REMINDS, False)
    desk.open()
    desk.turn(hours=1)
    assert desk.rows() == []
    desk.assembled.settings.set(REMINDS, True)
    desk.settle()
    assert desk.rows() == []
    desk.turn(hours=3)
    assert desk.rows() == ["后来"]


def test_switching_off_takes_the_card_away(rung):
    rung.assembled.settings.set(REMINDS, False)
    assert not rung.sees("reminders")


def test_a_new_window_shows_what_waits(rung):
    rung.window.retire()
    rung.window.hide()
    before, rung.window = rung.window, rung.assembled.make_window()
    rung.assembled.window = rung.window
    rung.reminding.serve(rung.window)
    rung.open(seen=None)
    assert (rung.rows(), rung.away()) == (["王小明 · 回访"], [])
    before.deleteLater()


def test_after_done_the_keyboard_is_on_the_next_and_then_on_the_page_again(rung):
    rung.plan("Order boxes", 0, time=time(5, 10))
    rung.turn(minutes=30)
    for _ in range(2):
        rung.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        rung.press(Qt.Key.Key_Space)
        rung.press(Qt.Key.Key_1)
        rung.press(Qt.Key.Key_Return)
    assert not rung.sees("reminders")
    assert rung.window.stack.isAncestorOf(QApplication.focusWidget())


def test_a_screen_reader_finds_the_buttons_of_each_entry(rung):
    card = rung.find(ReminderCard, "reminders")
    assert said(spoken(card)[0]) == "1 reminder"
    assert {f"{verb}: 王小明 · 回访" for verb in ("Done", "Snooze", "Open")} <= set(spoken(card))
    assert card in rung.window.stack.parentWidget().findChildren(ReminderCard)
    assert not rung.window.stack.isAncestorOf(card), "a stack shows a screen reader its pages alone"


def spoken(card):
    return [widget.accessibleName() for widget in (card, *card.findChildren(QPushButton)) if widget.isVisible()]


def test_while_another_program_has_the_database_it_waits_for_the_next_tick(desk, monkeypatch):
    desk.plan("回访", 0, time=time(4, 30))
    desk.open()

    def busy(*_asked):
        raise Fault(FaultKind.DATABASE_BUSY)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(due_reminders, "take_due", busy)
        desk.turn(hours=1)
        assert (desk.rows(), desk.assembled.notices.standing) == ([], [])
    desk.turn(minutes=2)
    assert desk.rows() == ["回访"]


def test_what_comes_due_after_closing_is_counted_from_then(desk):
    desk.open()
    desk.turn(hours=1, minutes=3)
    desk.window.close()
    assert desk.assembled.memory.value(SEEN) == (NOON + HOUR + timedelta(minutes=3)).isoformat()


def test_this_afternoon_is_offered_while_it_is_ahead(rung):
    rung.click("reminder.snooze")
    offered = [
        action.text() for action in rung.window.findChildren(QAction) if "reminders.snooze." in action.objectName()
    ]
    QApplication.activePopupWidget().close()
    assert offered == ["10 minutes", "1 hour", "This afternoon", "Tomorrow"]


def test_while_the_database_is_being_replaced_it_waits_with_its_first_look(desk):
    desk.plan("回访", 0, time=time(4, 30))
    desk.now += HOUR
    desk.show("today")
    desk.window.set_watching(False)
    desk.window.settle()
    desk.bot.wait(40)
    assert not desk.reminding._running
    desk.window.set_watching(True)
    desk.bot.waitUntil(lambda: desk.reminding._running)
