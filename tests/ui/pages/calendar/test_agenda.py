"""The agenda as a list by day that goes on."""

from datetime import timedelta

import pytest

from crm_desktop.ui.pages.calendar.state import View
from tests.support.typing import type_text
from tests.ui.pages.calendar.conftest import Open
from tests.ui.pages.calendar.driver import ALT, Driver, Key
from tests.ui.pages.calendar.fake_jobs import TODAY, FakeJobs


@pytest.fixture
def agenda(filled: FakeJobs, open_calendar: Open) -> Driver:
    for number in range(120):
        filled.add(f"call {number}", TODAY + timedelta(days=number))
    calendar = open_calendar(filled)
    calendar.press(Key.Key_4)
    calendar.settle()
    return calendar


def lines(agenda: Driver) -> list[str]:
    model = agenda.page.agenda.lines
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_days_stand_under_their_headings(agenda: Driver) -> None:
    assert lines(agenda)[:4] == [
        "Sunday 22 November, today, 3 follow-ups, 小雪",
        "all day, Call, call 0",
        "09:30, Call, 孙丽 new tea",
        "11:00, Visit, 刘洋 visit",
    ]
    assert "刘洋 turns 40" in lines(agenda)


def test_no_day_is_left_out_as_it_goes_on(agenda: Driver) -> None:
    bar = agenda.page.agenda.verticalScrollBar()
    for _ in range(12):
        bar.setValue(bar.maximum())
        agenda.settle()
    numbers = [int(line.rsplit(" ", 1)[1]) for line in lines(agenda) if ", call " in line and "back" not in line]
    assert numbers == list(range(120))


def test_what_was_in_sight_stays_there_when_more_comes(agenda: Driver) -> None:
    bar = agenda.page.agenda.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    bar.setValue(bar.maximum())
    agenda.settle()
    assert bar.maximum() > before


def test_enter_opens_an_entry_and_writes_on_a_day(agenda: Driver) -> None:
    agenda.press(Key.Key_Down)
    agenda.press(Key.Key_Return)
    assert agenda.text("calendar.peek.title") == "call 0"
    agenda.press(Key.Key_Escape)
    agenda.press(Key.Key_N)
    type_text(agenda.page.entry, "回访")
    agenda.press(Key.Key_Return)
    assert agenda.jobs.asked == [("plan", "回访", TODAY, None)]


def test_alt_and_an_arrow_move_to_the_next_day(agenda: Driver) -> None:
    agenda.press(Key.Key_Down)
    agenda.press(Key.Key_Right, ALT)
    assert agenda.jobs.asked == [("move", "call 0", TODAY + timedelta(days=1), None, None)]
    assert agenda.page.state.view is View.AGENDA


def test_page_keys_go_on_by_weeks(agenda: Driver) -> None:
    agenda.press(Key.Key_PageDown)
    assert lines(agenda)[0].startswith("Sunday 29 November")
