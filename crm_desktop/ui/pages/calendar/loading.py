"""Fills the book through the reading thread: entries first, then birthdays and what the days are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from crm_desktop.services.read_calendar import CalendarFilter, DayShown
from crm_desktop.ui.pages.calendar.book import Book
from crm_desktop.ui.pages.calendar.jobs import Around, CalendarJobs, Overdue, Setup
from crm_desktop.ui.pages.calendar.state import CalendarState, Span, View
from crm_desktop.ui.work import Work

_SETUP, _DAYS, _AROUND, _OVERDUE = "calendar.setup", "calendar.days", "calendar.around", "calendar.overdue"
_MORE = "calendar.more"


class CalendarLoader(QObject):
    """Asks for what is in sight; answers that come too late are dropped."""

    set_up = Signal(object)
    shown = Signal()
    """Something new is in the book."""
    more = Signal()
    """Days that follow are in the book."""
    filled = Signal()
    """Series were worked out for days in sight: ask again."""
    overdue = Signal(object)

    def __init__(self, jobs: CalendarJobs, work: Work, book: Book, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._work = work
        self._book = book
        self._span: Span | None = None
        self._filled: set[Span] = set()

    def ask_setup(self) -> None:
        """Ask for the shop's day, hours, people and kinds."""
        self._work.read(self._jobs.setup, self._take_setup, group=_SETUP)

    def ask(self, state: CalendarState, span: Span, per_day: int) -> None:
        """Read the days in sight."""
        first, last = span
        self._work.forget(_MORE)
        if span != self._span:
            self._span = span
            self._book.days = {}
        if state.view is View.MONTH:
            self._work.read(self._month(first, last, state.who, per_day), self._take_entries, group=_DAYS)
        else:
            self._work.read(self._days(first, last, state.who), self._take_entries, group=_DAYS)
        self._work.read(lambda: self._jobs.around(first, last), self._take_around, group=_AROUND)

    def ask_more(self, state: CalendarState, span: Span) -> None:
        """Read days that follow those in sight."""
        if self._span is not None:
            self._span = (self._span[0], span[1])
        first, last, who, jobs = *span, state.who, self._jobs
        self._work.read(lambda: (jobs.days(first, last, who), jobs.around(first, last)), self._take_more, group=_MORE)

    def ask_overdue(self) -> None:
        """Read what is late."""
        self._work.read(self._jobs.overdue, self._take_overdue, group=_OVERDUE, patient=True)

    def _month(self, first: date, last: date, who: CalendarFilter, per_day: int) -> Callable[[], dict[date, DayShown]]:
        return lambda: self._jobs.month(first, last, who, per_day)

    def _days(self, first: date, last: date, who: CalendarFilter) -> Callable[[], dict[date, DayShown]]:
        return lambda: self._jobs.days(first, last, who)

    def _take_setup(self, setup: Setup) -> None:
        self.set_up.emit(setup)

    def _take_entries(self, days: dict[date, DayShown]) -> None:
        self._book.put(days)
        self.shown.emit()

    def _take_around(self, around: Around) -> None:
        self._book.put_around(around.anniversaries, around.labels)
        self.shown.emit()
        if around.unfilled:
            self._fill()

    def _fill(self) -> None:
        """Have series worked out for the days in sight, once for each span of them."""
        if self._span is not None and self._span not in self._filled:
            self._filled.add(self._span)
            months = months_of(self._span)
            self._work.write_patiently(lambda waits: self._jobs.fill(months, waits), self._filled_up)

    def _take_more(self, found: tuple[dict[date, DayShown], Around]) -> None:
        days, around = found
        self._book.put(days, more=True)
        self._book.put_around(around.anniversaries, around.labels, more=True)
        self.more.emit()
        if around.unfilled:
            self._fill()

    def _take_overdue(self, overdue: Overdue) -> None:
        self.overdue.emit(overdue)

    def _filled_up(self, changed: bool) -> None:
        if changed:
            self.filled.emit()


def months_of(span: Span) -> list[date]:
    """Return the first day of every month that a span touches."""
    first, last = span
    months = [first.replace(day=1)]
    while (following := _next_month(months[-1])) <= last:
        months.append(following)
    return months


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
