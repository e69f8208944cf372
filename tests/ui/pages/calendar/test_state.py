"""The calendar's state and its layout of hours, free of Qt."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey, FollowUpStatus, Priority
from crm_desktop.ui.pages.calendar.book import Book, LineKind
from crm_desktop.ui.pages.calendar.jobs import by_day
from crm_desktop.ui.pages.calendar.quick import draft_of
from crm_desktop.ui.pages.calendar.state import CalendarState, View, add_months
from crm_desktop.ui.pages.calendar.time_layout import Column, blocks_of, lengthened, snapped

TODAY = date(2026, 11, 22)


def item(number: int, at: time | None = None, length: int | None = None, day: date = TODAY) -> CalendarItem:
    return CalendarItem(
        FollowUpKey(number), day, at, length, "call", f"call {number}", None, None, Priority.NORMAL, 1,
        FollowUpStatus.OPEN, False, False,
    )  # fmt: skip


@given(st.dates(date(1902, 1, 1), date(2190, 1, 1)), st.integers(0, 6))
def test_a_month_is_shown_in_whole_weeks_that_hold_it(day: date, start: int) -> None:
    first, last = CalendarState(TODAY, day, week_start=start).span()
    assert first.weekday() == start
    assert ((last - first).days + 1) % 7 == 0
    assert first <= day.replace(day=1) < first + timedelta(days=7)
    assert last - timedelta(days=7) < add_months(day.replace(day=1), 1) - timedelta(days=1) <= last


def test_turning_a_page_goes_on_by_what_is_in_sight() -> None:
    steps = {View.MONTH: date(2026, 12, 22), View.WEEK: date(2026, 11, 29), View.DAY: date(2026, 11, 23)}
    for view, day in steps.items():
        state = CalendarState(TODAY, TODAY, view)
        state.step(1)
        assert state.day == day


def test_the_31st_turns_to_the_last_of_a_shorter_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)


def test_the_calendar_ends_without_a_crash() -> None:
    state = CalendarState(TODAY, date.max)
    state.step(1)
    state.move(5)
    assert state.day == date.max


def test_looks_are_remembered_and_nonsense_is_not() -> None:
    state = CalendarState(TODAY, TODAY)
    state.switch(View.WEEK)
    state.show_kinds(frozenset({"visit"}))
    state.show_owners(frozenset({3, None}))
    state.show_done(False)
    again = CalendarState(TODAY, TODAY)
    again.take_text(state.to_text())
    assert (again.view, again.who) == (View.WEEK, state.who)
    again.take_text('{"view": "year"}')
    assert again.view is View.WEEK


def test_a_day_shows_what_fits_and_counts_the_rest() -> None:
    book = Book()
    book.put(by_day(item(number) for number in range(5)))
    assert [line.kind for line in book.lines(TODAY, 5)] == [LineKind.ITEM] * 5
    lines = book.lines(TODAY, 3)
    assert lines[-1].hidden == 3
    assert len(lines) == 3


@given(st.lists(st.tuples(st.integers(0, 95), st.integers(1, 16)), max_size=20))
def test_entries_that_overlap_never_share_a_lane(times: list[tuple[int, int]]) -> None:
    items = [item(n, time(q // 4, q % 4 * 15), length * 15) for n, (q, length) in enumerate(times)]
    blocks, _ = blocks_of([Column(TODAY, "")], items)
    assert len(blocks) == len(items)
    for one in blocks:
        assert one.lane < one.lanes
        for other in blocks:
            if one is not other and one.start < other.end and other.start < one.end:
                assert (one.lane, one.lanes) != (other.lane, other.lanes) or one.lane != other.lane


def test_an_entry_alone_has_the_whole_column() -> None:
    blocks, _ = blocks_of([Column(TODAY, "")], [item(1, time(9), 60), item(2, time(10), 60)])
    assert {block.lanes for block in blocks} == {1}


@given(st.floats(-500, 3000))
def test_dragging_snaps_within_the_day(minute: float) -> None:
    assert snapped(minute) % 15 == 0
    assert 0 <= snapped(minute) <= 23 * 60 + 45
    assert lengthened(600, minute) >= 15


@pytest.mark.parametrize(
    ("typed", "title", "day", "at"),
    [
        ("15:00 回访王女士", "回访王女士", date(2026, 11, 25), time(15)),
        ("明天下午3点 回访", "回访", date(2026, 11, 23), time(15)),
        ("send tea", "send tea", date(2026, 11, 25), None),
        ("2月30日 收款", "2月30日 收款", date(2026, 11, 25), None),
    ],
)
def test_what_is_typed_on_a_day_is_read(typed: str, title: str, day: date, at: time | None) -> None:
    draft = draft_of(typed, date(2026, 11, 25), TODAY)
    assert (draft.title, draft.day, draft.time) == (title, day, at)


def test_what_is_open_stands_before_what_is_done() -> None:
    book = Book()
    done = replace(item(1, time(8)), status=FollowUpStatus.DONE)
    book.put(by_day([done, item(2, time(9))]))
    assert [line.item.title for line in book.lines(TODAY, 2) if line.item] == ["call 2", "call 1"]
