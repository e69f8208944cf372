"""A weekly call is planned, one is moved by dragging, one is done with the next date; each step can be taken back."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.services.check_database import check_database
from crm_desktop.services.read_customers import timeline
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.store.dump import business_dump
from crm_desktop.ui.pages.calendar.editor import FollowUpEditor
from crm_desktop.ui.pages.calendar.repeat_choice import Every
from crm_desktop.ui.pages.calendar.state import View
from crm_desktop.ui.pages.calendar.view import CalendarView
from tests.journeys.conftest import Counter
from tests.support.shop import Shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
WEEK = timedelta(days=7)


@pytest.fixture
def customer_id(counter: Counter) -> int:
    return Shop(counter.shop.store, counter.shop.workplace).add("李娜", "13911110000")


@pytest.fixture
def today(counter: Counter) -> date:
    return shop_clock(counter.shop.workplace).day_of(counter.shop.workplace.now())


def book(counter: Counter) -> object:
    with counter.shop.store.read() as connection:
        return business_dump(connection)


def calendar(counter: Counter) -> CalendarView:
    view = counter.window.stack.view("calendar")
    assert isinstance(view, CalendarView)
    return view


def look(counter: Counter, view: View, day: date) -> None:
    counter.window.stack.open("calendar", view)
    counter.window.activateWindow()
    counter.bot.waitUntil(counter.window.isActiveWindow)
    calendar(counter).go(day)
    counter.settle()


def entry(counter: Counter, day: date) -> CalendarItem:
    (found,) = calendar(counter).book.items(day)
    return found


def plan_weekly(counter: Counter, customer_id: int) -> None:
    counter.press("calendar.new")
    editor = counter.find(FollowUpEditor, "followUpEditor")
    editor.form.customer.set_customer(customer_id)
    editor.form.title.setText("weekly call")
    editor.form.when.time.setEditText("10:00")
    editor.repeat.every.setCurrentIndex(editor.repeat.every.findData(Every.WEEKLY.value))
    counter.press("editor.save")


def drag_to(counter: Counter, item: CalendarItem, day: date) -> None:
    hours = calendar(counter).hours
    start = hours.visualRect(hours.entries.index(hours.entries.row_of(item.key) or 0)).center()
    columns = [column.day for column in hours.painter_.scene.columns]
    end = QPoint(round(hours.painter_.column(columns.index(day)).center().x()), start.y())
    counter.bot.mousePress(hours.viewport(), LEFT, pos=start)
    for share in (0.4, 0.8, 1.0):
        counter.bot.mouseMove(hours.viewport(), start + (end - start) * share)
        QApplication.processEvents()
    counter.bot.mouseRelease(hours.viewport(), LEFT, pos=end)
    counter.settle()


def finish(counter: Counter, item: CalendarItem) -> None:
    view = calendar(counter)
    view.grid().choose_item(item)
    counter.bot.keyClick(view.grid(), Qt.Key.Key_Return)
    counter.settle()
    counter.press("calendar.peek.done")
    focus = QApplication.focusWidget()
    assert focus is not None
    counter.bot.keyClick(focus, Qt.Key.Key_1)
    counter.find(QLineEdit, "calendar.finish.text").setText("likes the new tea")
    view.peek.strip.next.choose(["1"])
    counter.press("calendar.finish.keep")


def test_a_weekly_call_is_planned_moved_done_and_all_of_it_taken_back(
    counter: Counter, customer_id: int, today: date
) -> None:
    look(counter, View.WEEK, today)
    steps = [book(counter)]
    plan_weekly(counter, customer_id)
    steps.append(book(counter))

    look(counter, View.WEEK, today + WEEK)
    start, _ = calendar(counter).state.span()
    other = next(day for day in (start, start + timedelta(days=1)) if day != today + WEEK)
    drag_to(counter, entry(counter, today + WEEK), other)
    assert entry(counter, other).time == time(10)
    assert not calendar(counter).book.items(today + WEEK)
    steps.append(book(counter))

    finish(counter, entry(counter, other))
    assert entry(counter, other).status == "done"
    (told,), _ = timeline(counter.shop.workplace, customer_id)
    assert (told.outcome, told.text.endswith("likes the new tea")) == (Outcome.REACHED, True)
    assert check_database(counter.shop.workplace).is_clean
    look(counter, View.WEEK, today + 2 * WEEK)
    assert entry(counter, today + 2 * WEEK).repeats

    for before in reversed(steps):
        counter.do("edit.undo")
        assert book(counter) == before
    look(counter, View.WEEK, today + WEEK)
    assert not calendar(counter).book.items(today + WEEK)
