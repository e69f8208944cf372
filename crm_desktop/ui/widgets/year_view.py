"""Twelve small months at a glance, with days that are marked; one day is chosen, with the mouse or the arrows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_COLUMNS, _WEEKS = 7, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class Mark(StrEnum):
    """How a day is marked: ground and text of these tokens, and a ring where the shop entered it itself."""

    CLOSED = "danger"
    OPEN = "info"


class YearView(QWidget):
    """Emits `chosen` with the day that was chosen by hand."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name, _T("YearView", "Days of the year"))
        self._theme = theme
        self._year, self._today, self._day = 2000, date(2000, 1, 1), date(2000, 1, 1)
        self._marks: Mapping[date, tuple[Mark, str, bool]] = {}
        self._closed_weekdays: frozenset[int] = frozenset()
        self._first = QLocale().firstDayOfWeek().value - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # as high as its width needs: what is Fixed stands amid its place, cut off
        self.setSizePolicy(policy)

    def show_year(
        self,
        year: int,
        marks: Mapping[date, tuple[Mark, str, bool]],
        closed_weekdays: frozenset[int],
        today: date,
    ) -> None:
        """Show a year: by day its mark, its name, and whether the shop entered it; weekdays count from Monday, 0."""
        self._year, self._marks, self._closed_weekdays, self._today = year, marks, closed_weekdays, today
        if self._day.year != year:
            self._day = today if today.year == year else date(year, 1, 1)
        self.update()
        self._say()

    def day(self) -> date:
        """Return the chosen day."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a day of the year in sight, silently."""
        if day.year == self._year:
            self._day = day
            self.update()
            self._say()

    # Qt's own names

    def sizeHint(self) -> QSize:
        """Wish for cells that two digits fit into."""
        return QSize(self._cell() * 7 * 3 + self._gap() * 2, self._month_height() * self._rows() + self._gap())

    def minimumSizeHint(self) -> QSize:
        """Need the width of two months; the height follows."""
        return QSize(self._cell() * 7 * 2 + self._gap(), self._month_height() * self._rows())

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many rows of months as a width needs."""
        return self._month_height() * self._rows(width)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow place needs more rows."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._day_at(event.position())
        if day is not None:
            self._take(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days and weeks."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = self._day + timedelta(days=step)
        if day.year == self._year:
            self._take(day)

    def event(self, event: QEvent) -> bool:
        """Say what a day is where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(day) if day else "", self)
            return True
        return super().event(event)

    # inside

    def _take(self, day: date) -> None:
        self.choose(day)
        self.chosen.emit(day)

    def _say(self) -> None:
        self.setAccessibleDescription(self._words(self._day))

    def _words(self, day: date) -> str:
        shown = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        mark = self._marks.get(day)
        if mark is None:
            closed = day.weekday() in self._closed_weekdays
            return f"{shown} · {_T('YearView', 'closed every week')}" if closed else shown
        state = _T("YearView", "closed") if mark[0] is Mark.CLOSED else _T("YearView", "open")
        return " · ".join(part for part in (shown, mark[1], state) if part)

    def _cell(self) -> int:
        return round(self.fontMetrics().horizontalAdvance("00") * 1.35) + 4

    def _row(self) -> int:
        return self.fontMetrics().height() + 4

    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _month_height(self) -> int:
        return self._row() * (_WEEKS + 1) + self._gap()

    def _across(self, width: int | None = None) -> int:
        """Return how many months stand side by side."""
        room = self.width() if width is None else width
        fit = (room + self._gap()) // (self._cell() * 7 + self._gap())
        return next(count for count in (4, 3, 2, 1) if count <= max(1, fit))

    def _rows(self, width: int | None = None) -> int:
        return -(-12 // self._across(width))

    def _place(self, month: int) -> QPointF:
        across = self._across()
        wide = (self.width() + self._gap()) / across
        return QPointF((month - 1) % across * wide, (month - 1) // across * self._month_height())

    def _box(self, day: date) -> QRectF:
        place = self._place(day.month)
        lead = (date(day.year, day.month, 1).weekday() - self._first) % 7
        row, column = divmod(lead + day.day - 1, _COLUMNS)
        return QRectF(place.x() + column * self._cell(), place.y() + (row + 1) * self._row(), self._cell(), self._row())

    def _day_at(self, point: QPointF) -> date | None:
        for month in range(1, 13):
            for number in range(1, monthrange(self._year, month)[1] + 1):
                day = date(self._year, month, number)
                if self._box(day).contains(point):
                    return day
        return None

    def _paint_month(self, painter: QPainter, month: int) -> None:
        place = self._place(month)
        painter.setFont(self._theme.font(1.0, bold=True))
        painter.setPen(self._theme.colour("text"))
        name = QLocale().standaloneMonthName(month, QLocale.FormatType.LongFormat)
        painter.drawText(QRectF(place.x() + 4, place.y(), self._cell() * 7, self._row()), name)
        painter.setFont(self._theme.font(0.95))
        for number in range(1, monthrange(self._year, month)[1] + 1):
            self._paint_day(painter, date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self._box(day).adjusted(1, 1, -1, -1)
        mark = self._marks.get(day)
        token = mark[0].value if mark else "faint" if day.weekday() in self._closed_weekdays else "text"
        if mark is not None:
            painter.setPen(QPen(self._theme.colour(token), 1.4) if mark[2] else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{token}_soft"))
            painter.drawRoundedRect(box, 4, 4)
        if day == self._day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "border"), 2))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.colour("accent_text" if day == self._today else token))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
