"""A day of the calendar: typed, stepped with the arrows, or chosen from a month that opens below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayField(QDateEdit):
    """Holds a `date`; the weekday stands behind it."""

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self._theme = theme
        self.setDisplayFormat("yyyy-MM-dd ddd")
        self.setCalendarPopup(True)
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        month = named(QCalendarWidget(), f"{name}.month", spoken)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        month.setGridVisible(False)
        self.setCalendarWidget(month)
        theme.changed.connect(self._dress)
        self._dress()

    def day(self) -> date:
        """Return the day."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day, silently."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def _dress(self) -> None:
        """Give weekends a colour of the theme: Qt's red cannot be read on a dark ground."""
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("muted"))
        for weekday in _WEEKEND:
            self.calendarWidget().setWeekdayTextFormat(weekday, look)
