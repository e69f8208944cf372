"""The agenda's lines: a heading for each day that has something, with what stands there; weeks are added below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.services.read_calendar import DayLabels
from crm_desktop.ui.pages.calendar.book import Book, Line, LineKind
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.state import CalendarState, Span
from crm_desktop.ui.pages.calendar.words import day_spoken, line_spoken

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Row:
    """One line: the heading of a day (without `line`), or what stands below it."""

    day: date
    line: Line | None = None
    count: int = 0
    labels: DayLabels | None = None


class AgendaModel(QAbstractListModel):
    """Days from a first one on; those without anything have no line, but for today and the day stood on."""

    def __init__(self, state: CalendarState, book: Book, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._book = book
        self.rows: list[Row] = []
        self.looks = KindLooks()

    def show(self, span: Span) -> None:
        """Show the days of a span; lines that follow those shown are added below them."""
        rows = list(self._rows(span))
        shown = len(self.rows)
        if rows == self.rows:
            return
        if 0 < shown < len(rows) and rows[:shown] == self.rows:
            self.beginInsertRows(_NOWHERE, shown, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def row_of(self, day: date, item: CalendarItem | None = None) -> int | None:
        """Return the row of an entry, or of the first day from `day` on."""
        for number, row in enumerate(self.rows):
            if item is None and row.line is None and row.day >= day:
                return number
            if item is not None and row.line and row.line.item and row.line.item.key == item.key:
                return number
        return None

    # Qt's own names

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line for the delegate, its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if row.line is not None:
            return line_spoken(row.line, self.looks, self._state.today)
        return day_spoken(row.day, row.count, None, row.labels, self._state.today)

    def _rows(self, span: Span) -> Iterable[Row]:
        first, last = span
        always = {self._state.today, self._state.day}
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            dates, items = self._book.anniversaries.get(day), self._book.items(day)
            if not items and not (dates and dates.count) and day not in always:
                continue
            labels = self._book.labels.get(day) if self._state.labels else None
            yield Row(day, count=self._book.day(day).count, labels=labels)
            if dates is not None and dates.count:
                yield Row(day, Line(LineKind.BIRTHDAYS, day, anniversaries=dates))
            for item in items:
                yield Row(day, Line(LineKind.ITEM, day, item))
            if hidden := self._book.hidden(day):
                yield Row(day, Line(LineKind.MORE, day, hidden=hidden))
