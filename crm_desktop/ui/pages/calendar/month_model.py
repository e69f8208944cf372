"""The month as a table of days: what a screen reader reads, and what the keyboard stands on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crm_desktop.ui.pages.calendar.book import Book
from crm_desktop.ui.pages.calendar.state import DAYS_OF_WEEK, CalendarState
from crm_desktop.ui.pages.calendar.words import day_spoken, week_name, weekday_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class MonthModel(QAbstractTableModel):
    """Weeks are rows, weekdays are columns."""

    def __init__(self, state: CalendarState, book: Book, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._book = book
        self._first = state.span()[0]
        self._weeks = 6

    def show(self) -> bool:
        """Show the weeks of the state's month; tell whether they are others than before."""
        first, last = self._state.span()
        weeks = ((last - first).days + 1) // DAYS_OF_WEEK
        if (first, weeks) == (self._first, self._weeks):
            return False
        self.beginResetModel()
        self._first, self._weeks = first, weeks
        self.endResetModel()
        return True

    def day_at(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        return self._first + timedelta(days=row * DAYS_OF_WEEK + column)

    def place_of(self, day: date) -> QModelIndex:
        """Return the cell of a day, an invalid one outside."""
        distance = (day - self._first).days
        if not 0 <= distance < self._weeks * DAYS_OF_WEEK:
            return QModelIndex()
        return self.index(*divmod(distance, DAYS_OF_WEEK))

    # Qt's own names

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of weeks."""
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return seven."""
        return 0 if parent.isValid() else DAYS_OF_WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name a day."""
        if role not in _NAMES or not index.isValid():
            return None
        day = self.day_at(index.row(), index.column())
        labels = self._book.labels.get(day) if self._state.labels else None
        shown = self._book.day(day)
        return day_spoken(day, shown.count, self._book.anniversaries.get(day), labels, self._state.today)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name weekdays and ISO weeks."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Horizontal:
                return weekday_name(self.day_at(0, section))
            return str(self._thursday(section).isocalendar().week)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if orientation == Qt.Orientation.Vertical:
                return week_name(self._thursday(section))
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter if orientation == Qt.Orientation.Horizontal else _TOP
        return None

    def _thursday(self, row: int) -> date:
        """Return the Thursday of a row: its ISO week is the one most of the row's days lie in."""
        return next(day for column in range(DAYS_OF_WEEK) if (day := self.day_at(row, column)).weekday() == 3)


_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
