"""Week, day and staff columns: dragging beside the hours, by pointer and by keys."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.ui.carried import carry_customers, carry_follow_ups
from crm_desktop.ui.pages.calendar.state import View
from tests.support.typing import type_text
from tests.ui.pages.calendar.conftest import Open
from tests.ui.pages.calendar.driver import ALT, LEFT, Driver, Key, drop
from tests.ui.pages.calendar.fake_jobs import TODAY, FakeJobs


@pytest.fixture
def week(calendar: Driver) -> Driver:
    calendar.press(Key.Key_2)
    return calendar


def where(week: Driver, item: CalendarItem) -> QPoint:
    return week.page.hours.finder.rect(item).center().toPoint()


def at(week: Driver, column: int, minute: int) -> QPoint:
    painter = week.page.hours.painter_
    return QPoint(round(painter.column(column).center().x()), round(painter.y_of(minute)))


def shown(week: Driver) -> list[str]:
    model = week.page.hours.entries
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_week_lists_its_entries_by_day_and_hour(week: Driver) -> None:
    assert week.title == "16 – 22 November 2026"
    assert [line.split(", ", 1)[0] for line in shown(week)] == [
        "Thursday 19 November",
        "Friday 20 November",
        "Sunday 22 November",
        "Sunday 22 November",
    ]
    table = QAccessible.queryAccessibleInterface(week.page.hours)
    assert table.role() == QAccessible.Role.List
    assert [table.child(row).text(QAccessible.Text.Name) for row in range(table.childCount())] == shown(week)


def test_dragging_moves_to_a_quarter_of_an_hour_of_another_day(week: Driver) -> None:
    item = week.jobs.item("new tea")
    grip = where(week, item)
    distance = at(week, 2, 600).y() - at(week, 2, 570).y()
    week.drag(week.page.hours.viewport(), grip, QPoint(at(week, 2, 0).x(), grip.y() + distance * 3 + 4))
    assert week.jobs.asked == [("move", "new tea", TODAY - timedelta(days=4), time(11), None)]


def test_dragging_the_edge_lengthens(week: Driver) -> None:
    item = week.jobs.item("visit")
    rect = week.page.hours.finder.rect(item)
    edge = QPoint(round(rect.center().x()), round(rect.bottom()) - 3)
    week.drag(week.page.hours.viewport(), edge, at(week, 6, 14 * 60))
    assert week.jobs.asked == [("move", "visit", TODAY, time(11), 180)]


def test_dragged_above_the_hours_it_takes_the_whole_day(week: Driver) -> None:
    above = QPoint(at(week, 6, 0).x(), 10)
    week.drag(week.page.hours.viewport(), where(week, week.jobs.item("new tea")), above)
    assert week.jobs.asked == [("move", "new tea", TODAY, None, None)]


def test_a_whole_day_entry_dragged_beside_the_hours_gets_one(week: Driver) -> None:
    week.drag(week.page.hours.viewport(), where(week, week.jobs.item("quote")), at(week, 3, 10 * 60 + 20))
    assert week.jobs.asked == [("move", "quote", TODAY - timedelta(days=3), time(10), None)]


def test_esc_leaves_it_where_it_was(week: Driver) -> None:
    viewport = week.page.hours.viewport()
    week.drag(viewport, where(week, week.jobs.item("new tea")), at(week, 1, 700), drop=False)
    week.press(Key.Key_Escape)
    week.bot.mouseRelease(viewport, LEFT, pos=at(week, 1, 700))
    week.settle()
    assert week.jobs.asked == []


def test_alt_and_arrows_move_by_a_quarter_of_an_hour_and_by_a_day(week: Driver) -> None:
    week.press(Key.Key_Tab)
    week.press(Key.Key_Down, ALT)
    week.press(Key.Key_Left, ALT)
    yesterday = TODAY - timedelta(days=1)
    assert week.jobs.asked == [
        ("move", "new tea", TODAY, time(9, 45), None),
        ("move", "new tea", yesterday, time(9, 45), None),
    ]
    assert week.page.chosen_item() == week.jobs.item("new tea")


def test_arrows_choose_the_hour_that_is_written_at(week: Driver) -> None:
    week.press(Key.Key_Down)
    week.press(Key.Key_Down)
    week.press(Key.Key_Left)
    week.press(Key.Key_N)
    type_text(week.page.entry, "取样品")
    week.press(Key.Key_Return)
    assert week.jobs.asked == [("plan", "取样品", TODAY - timedelta(days=1), time(10))]


def test_page_keys_turn_weeks(week: Driver) -> None:
    week.press(Key.Key_PageDown)
    assert week.title == "23 – 29 November 2026"
    assert "Monday 23 November, 10:00, Call, weekly call, repeats" in shown(week)


def test_staff_stand_side_by_side_and_give_each_other_work(filled: FakeJobs, open_calendar: Open) -> None:
    filled.people.append(Person(2, "小张", "teal", True))
    calendar = open_calendar(filled)
    calendar.press(Key.Key_5)
    columns = calendar.page.hours.painter_.scene.columns
    assert [column.heading for column in columns] == ["Owner", "小张"]
    grip = where(calendar, filled.item("new tea"))
    calendar.drag(calendar.page.hours.viewport(), grip, QPoint(at(calendar, 1, 0).x(), grip.y()))
    assert calendar.jobs.asked == [("hand_over", filled.item("new tea").key, 2)]


def test_what_nobody_has_stands_in_a_column_of_its_own(filled: FakeJobs, open_calendar: Open) -> None:
    filled.people.append(Person(2, "小张", "teal", True))
    filled.add("unowned", TODAY, time(15), owner_id=None)
    calendar = open_calendar(filled)
    calendar.press(Key.Key_5)
    columns = calendar.page.hours.painter_.scene.columns
    assert [column.heading for column in columns] == ["Owner", "小张", "Nobody"]


def test_more_than_has_room_above_the_hours_is_in_the_agenda(filled: FakeJobs, open_calendar: Open) -> None:
    for number in range(40):
        filled.add(f"call {number:02d}", TODAY)
    calendar = open_calendar(filled)
    calendar.press(Key.Key_3)
    hours = calendar.page.hours
    lines = hours.painter_.scene.whole_day[0]
    assert lines[-1].hidden == 40 - len(lines) + 1
    place = hours.painter_.whole_day_slot(0, len(lines) - 1).center().toPoint()
    calendar.bot.mouseClick(hours.viewport(), LEFT, pos=place)
    calendar.settle()
    assert calendar.page.state.view is View.AGENDA


def test_a_customer_dropped_beside_an_hour_is_planned_then(week: Driver) -> None:
    drop(week.page.hours.viewport(), carry_customers([42]), at(week, 2, 15 * 60 + 8))
    week.settle()
    type_text(week.page.entry, "样品")
    week.press(Key.Key_Return)
    assert week.jobs.asked == [("plan", "样品", TODAY - timedelta(days=4), time(15))]


def test_follow_ups_dropped_beside_the_hours_keep_theirs(week: Driver) -> None:
    key = week.jobs.item("quote").key
    drop(week.page.hours.viewport(), carry_follow_ups([key]), at(week, 6, 15 * 60))
    week.settle()
    assert week.jobs.asked == [("move_many", (key,), TODAY)]
