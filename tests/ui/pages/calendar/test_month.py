"""The month as a user meets it: reading days, going about by keys, moving, writing."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton

from crm_desktop.domain.follow_up import FollowUpKey
from crm_desktop.ui.carried import carry_customers, carry_follow_ups
from crm_desktop.ui.pages.calendar.day_entry import DayEntry
from crm_desktop.ui.pages.calendar.state import View
from tests.support.typing import compose, type_text
from tests.ui.pages.calendar.conftest import Open
from tests.ui.pages.calendar.driver import ALT, Driver, Key, drop
from tests.ui.pages.calendar.fake_jobs import TODAY, FakeJobs

TOMORROW = TODAY + timedelta(days=1)


def test_a_month_shows_its_entries(calendar: Driver) -> None:
    assert calendar.title == "November 2026"
    assert calendar.day(TODAY) == ["09:30, Call, 孙丽 new tea", "11:00, Visit, 刘洋 visit"]
    assert calendar.day(TODAY + timedelta(days=3)) == ["all day, Call, 王小明 call back, promised"]
    assert calendar.day(date(2026, 11, 20)) == ["all day, Call, delivered, done"]


def test_what_is_late_says_so(calendar: Driver) -> None:
    assert calendar.day(date(2026, 11, 19)) == ["all day, Call, 李娜 quote, 3 days late"]


def test_birthdays_stand_first_in_one_chip(calendar: Driver) -> None:
    assert calendar.day(TOMORROW) == ["刘洋 turns 40", "10:00, Call, weekly call, repeats"]


def test_a_screen_reader_reads_a_table_of_days(calendar: Driver) -> None:
    assert calendar.spoken(TODAY) == "Sunday 22 November, today, 2 follow-ups, 小雪"
    assert calendar.spoken(date(2026, 11, 28)) == "Saturday 28 November, no follow-ups, 十九, make-up working day"
    table = QAccessible.queryAccessibleInterface(calendar.page.month)
    assert table.role() == QAccessible.Role.Table
    names = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert {"Mon", "Week 47", calendar.spoken(TODAY)} <= names


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Left, date(2026, 11, 21)),
        (Key.Key_Right, date(2026, 11, 23)),
        (Key.Key_Up, date(2026, 11, 15)),
        (Key.Key_Down, date(2026, 11, 29)),
        (Key.Key_PageUp, date(2026, 10, 22)),
        (Key.Key_PageDown, date(2026, 12, 22)),
        (Key.Key_Home, date(2026, 11, 16)),
    ],
)
def test_keys_go_from_day_to_day(calendar: Driver, key: Key, day: date) -> None:
    calendar.press(key)
    assert calendar.page.state.day == day
    calendar.press(Key.Key_T)
    assert calendar.page.state.day == TODAY


def test_digits_choose_the_view(calendar: Driver) -> None:
    for key, view in zip(
        (Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_1), [*list(View)[1:], View.MONTH], strict=True
    ):
        calendar.press(key)
        assert calendar.page.state.view is view


def test_tab_goes_through_the_entries_of_a_day(calendar: Driver) -> None:
    calendar.press(Key.Key_Tab)
    assert calendar.page.chosen_item() == calendar.jobs.item("new tea")
    calendar.press(Key.Key_Down)
    assert calendar.page.chosen_item() == calendar.jobs.item("visit")
    calendar.press(Key.Key_Tab)
    assert QApplication.focusWidget() is not calendar.page.month


def test_enter_opens_a_day_and_an_entry(calendar: Driver) -> None:
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Return)
    assert calendar.text("calendar.peek.title") == "new tea"
    calendar.press(Key.Key_Escape)
    calendar.press(Key.Key_Escape)
    calendar.press(Key.Key_Return)
    assert calendar.page.state.view is View.DAY


def test_dragging_moves_an_entry_to_another_day(calendar: Driver) -> None:
    target = TODAY - timedelta(days=4)
    calendar.drag(calendar.page.month.viewport(), calendar.chip(TODAY), calendar.cell(target).center())
    assert calendar.jobs.asked == [("move", "new tea", target, time(9, 30), None)]
    assert calendar.day(target) == ["09:30, Call, 孙丽 new tea, 4 days late"]


def test_a_dragged_entry_stands_there_before_it_is_written(calendar: Driver) -> None:
    target = TODAY - timedelta(days=4)
    month = calendar.page.month
    calendar.drag(month.viewport(), calendar.chip(TODAY), calendar.cell(target).center(), drop=False)
    calendar.bot.mouseRelease(month.viewport(), Qt.MouseButton.LeftButton, pos=calendar.cell(target).center())
    assert any("new tea" in line for line in calendar.day(target))
    calendar.settle()


def test_esc_leaves_a_dragged_entry_where_it_was(calendar: Driver) -> None:
    month = calendar.page.month
    calendar.drag(month.viewport(), calendar.chip(TODAY), calendar.cell(TOMORROW).center(), drop=False)
    calendar.press(Key.Key_Escape)
    calendar.bot.mouseRelease(month.viewport(), Qt.MouseButton.LeftButton, pos=calendar.chip(TODAY))
    calendar.settle()
    assert calendar.jobs.asked == []
    assert not calendar.sees("calendar.peek")


def test_alt_and_an_arrow_move_the_chosen_entry(calendar: Driver) -> None:
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Right, ALT)
    calendar.press(Key.Key_Down, ALT)
    assert [asked[2] for asked in calendar.jobs.asked] == [TOMORROW, TODAY + timedelta(days=8)]
    assert calendar.page.chosen_item() == calendar.jobs.item("new tea")


def test_of_a_series_one_is_moved_and_the_others_are_offered(calendar: Driver) -> None:
    calendar.press(Key.Key_Right)
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Right, ALT)
    assert calendar.toasts[-1] == "Moved this one only."


def test_n_writes_a_follow_up_on_the_day(calendar: Driver) -> None:
    calendar.press(Key.Key_Right)
    calendar.press(Key.Key_N)
    type_text(calendar.find(DayEntry, "calendar.entry"), "回访王女士 15:00")
    calendar.press(Key.Key_Return)
    assert calendar.jobs.asked == [("plan", "回访王女士", TOMORROW, time(15))]
    assert QApplication.focusWidget() is calendar.page.month


def test_typing_into_a_day_begins_a_follow_up(calendar: Driver) -> None:
    calendar.type("send tea")
    calendar.press(Key.Key_Return)
    assert calendar.jobs.asked == [("plan", "send tea", TODAY, None)]


def test_an_input_method_begins_a_follow_up_too(calendar: Driver) -> None:
    compose(calendar.page.month, "hui")
    entry = calendar.find(DayEntry, "calendar.entry")
    assert entry.text() == ""
    type_text(entry, "回访")
    calendar.press(Key.Key_Return)
    assert calendar.jobs.asked == [("plan", "回访", TODAY, None)]


def test_esc_drops_what_was_typed(calendar: Driver) -> None:
    calendar.type("send")
    calendar.press(Key.Key_Escape)
    assert calendar.jobs.asked == []
    assert not calendar.sees("calendar.entry")


def test_keys_are_the_same_on_every_system(calendar: Driver) -> None:
    # The standard key for deleting is Ctrl+D as well on some of them, and that finishes an entry.
    own = [verb for verb in calendar.page.verbs() if verb.shortcut is not None]
    assert {type(verb.shortcut) for verb in own} == {str}


def test_delete_removes_and_says_so(calendar: Driver) -> None:
    calendar.press(Key.Key_Tab)
    calendar.press(Key.Key_Delete)
    assert calendar.jobs.asked == [("remove", "new tea")]
    assert calendar.toasts == ["follow_up.remove"]
    assert calendar.day(TODAY) == ["11:00, Visit, 刘洋 visit"]


def test_more_than_fit_are_counted_and_open_the_day(jobs: FakeJobs, open_calendar: Open) -> None:
    for number in range(20):
        jobs.add(f"call {number:02d}", TODAY)
    calendar = open_calendar(jobs)
    lines = calendar.day(TODAY)
    assert lines[-1] == f"{20 - len(lines) + 1} more"
    place = calendar.chip(TODAY, len(lines) - 1)
    calendar.bot.mouseClick(calendar.page.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert calendar.page.state.view is View.DAY


def test_a_customer_dropped_on_a_day_begins_a_follow_up_for_her(calendar: Driver) -> None:
    drop(calendar.page.month.viewport(), carry_customers([42]), calendar.cell(TOMORROW).center())
    calendar.settle()
    entry = calendar.find(DayEntry, "calendar.entry")
    assert entry.placeholderText() == "For Customer 42: what is to be done"
    type_text(entry, "样品")
    calendar.press(Key.Key_Return)
    assert calendar.jobs.asked == [("plan", "样品", TOMORROW, None)]
    assert calendar.jobs.item("样品").customer_id == 42


def test_follow_ups_dropped_on_a_day_move_there(calendar: Driver) -> None:
    late = calendar.jobs.item("quote").key
    drop(calendar.page.month.viewport(), carry_follow_ups([late]), calendar.cell(TOMORROW).center())
    calendar.settle()
    assert calendar.jobs.asked == [("move_many", (late,), TOMORROW)]


def test_what_is_dragged_comes_whole_and_nothing_else(calendar: Driver) -> None:
    data = QMimeData()
    data.setText("王小明")
    event = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(calendar.page.month.viewport(), event)
    assert not event.isAccepted()


def test_filters_show_some_kinds_and_are_remembered(calendar: Driver, open_calendar: Open) -> None:
    calendar.find(QPushButton, "calendar.filter.kinds").findChild(QAction, "calendar.kind.visit").trigger()
    calendar.settle()
    assert calendar.day(TODAY) == ["11:00, Visit, 刘洋 visit"]
    calendar.click("calendar.filter.done")
    again = open_calendar(calendar.jobs)
    assert again.day(TODAY) == ["11:00, Visit, 刘洋 visit"]
    assert not again.page.state.who.done


def test_labels_can_be_hidden(calendar: Driver) -> None:
    calendar.window.verbs.run("calendar.labels")
    assert calendar.spoken(TODAY) == "Sunday 22 November, today, 2 follow-ups"


def test_a_key_that_is_not_in_sight_is_no_entry(calendar: Driver) -> None:
    assert calendar.page.book.find(FollowUpKey(999)) is None


def test_a_customer_who_was_looked_for_is_planned_and_held_ready(calendar: Driver) -> None:
    calendar.page.head.picker.picked.emit(42)
    calendar.settle()
    assert calendar.find(DayEntry, "calendar.entry").placeholderText() == "For Customer 42: what is to be done"
    calendar.press(Key.Key_Escape)
    calendar.click("calendar.held")
    type_text(calendar.find(DayEntry, "calendar.entry"), "样品")
    calendar.press(Key.Key_Return)
    assert calendar.jobs.item("样品").customer_id == 42


def test_with_large_text_every_day_still_has_room_for_entries(calendar: Driver) -> None:
    calendar.assembled.theme.use(text_percent=200)
    calendar.settle()
    assert calendar.page.month.rowHeight(0) >= calendar.page.month.painter_.least()
    assert calendar.day(TODAY) == ["09:30, Call, 孙丽 new tea", "11:00, Visit, 刘洋 visit"]
    assert calendar.page.month.viewport().rect().intersects(calendar.cell(TODAY))
    calendar.assembled.theme.use(text_percent=100)


def test_tab_goes_from_the_views_by_the_filters_to_the_days(calendar: Driver) -> None:
    calendar.find(QPushButton, "calendar.views.month").setFocus()
    names = []
    for _ in range(3):
        calendar.press(Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    assert names == ["calendar.filter.kinds", "calendar.filter.done", "calendar.month"]


def test_an_entry_held_below_the_month_turns_the_page_and_is_dropped_there(calendar: Driver) -> None:
    month = calendar.page.month
    item = calendar.jobs.item("new tea")
    below = QPoint(200, month.viewport().height() + 30)
    calendar.drag(month.viewport(), calendar.chip(TODAY), below, drop=False)
    calendar.bot.waitUntil(lambda: calendar.page.state.day.month == 12, timeout=5000)
    target = date(2026, 12, 16)
    calendar.bot.mouseMove(month.viewport(), calendar.cell(target).center())
    calendar.bot.mouseRelease(month.viewport(), Qt.MouseButton.LeftButton, pos=calendar.cell(target).center())
    calendar.settle()
    assert calendar.jobs.asked == [("move", item.title, target, time(9, 30), None)]
    assert calendar.day(target) == ["09:30, Call, 孙丽 new tea"]


def test_the_day_turns_while_the_window_is_open(calendar: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.ui.pages.calendar.fake_jobs.TODAY", TOMORROW)
    chips = calendar.find(QPushButton, "calendar.filter.done")
    calendar.page.loader.ask_setup()
    calendar.settle()
    assert (calendar.page.state.today, calendar.page.state.day) == (TOMORROW, TOMORROW)
    assert calendar.spoken(TOMORROW).startswith("Monday 23 November, today")
    now = calendar.find(QPushButton, "calendar.filter.done")
    calendar.page.loader.ask_setup()
    calendar.settle()
    assert calendar.find(QPushButton, "calendar.filter.done") is now is not chips


def test_months_nobody_has_looked_at_are_worked_out_and_read_again(calendar: Driver) -> None:
    calendar.jobs.filled_until = date(2026, 12, 31)
    calendar.page.go(date(2027, 1, 10))
    calendar.settle()
    assert calendar.jobs.asked == [("fill", date(2026, 12, 1), date(2027, 1, 1))]
    assert calendar.day(date(2027, 1, 1)) == ["all day, Call, worked out"]
