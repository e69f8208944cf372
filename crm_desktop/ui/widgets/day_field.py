"""A day of the calendar: typed, stepped with the arrows, or chosen from a month that opens below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDateEdit

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

ARROW = 12
"""Pixels from the right edge to the middle of the arrow."""
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

    def open_month(self) -> None:
        """Open the month below the field; Qt opens it for a press on the arrow alone."""
        place = QPointF(self.width() - ARROW, self.height() / 2)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(kind, place, self.mapToGlobal(place), button, button, none)
            QApplication.sendEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the day, for that is what one changes."""
        super().focusInEvent(event)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the month on Alt+Down or F4, as a list does."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (is_alt and event.key() == Qt.Key.Key_Down):
            self.open_month()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        """Give weekends a colour of the theme: Qt's red cannot be read on a dark ground."""
        line = self.fontMetrics().lineSpacing()
        self.calendarWidget().setMinimumSize(line * 17, line * 12)  # else the last week is cut off
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("muted"))
        for weekday in _WEEKEND:
            self.calendarWidget().setWeekdayTextFormat(weekday, look)
