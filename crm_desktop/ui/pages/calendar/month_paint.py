"""Paints the days of a month: ground, number, labels, and the lines that fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from crm_desktop.services.read_calendar import DayLabels
from crm_desktop.ui.pages.calendar.book import Book, Line
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.state import CalendarState
from crm_desktop.ui.pages.calendar.words import holiday_sign, label_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.theme.tokens import mix

EDGE = 5
SLOT_GAP = 1
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class DayMarks:
    """What of a day is marked: the keyboard stands on it, something is held over it, a line is chosen."""

    is_current: bool = False
    has_focus: bool = False
    is_target: bool = False
    chosen: Line | None = None


class MonthPainter:
    """Knows where in a day its lines are, and draws them."""

    def __init__(self, theme: Theme, chips: ChipPainter, state: CalendarState, book: Book) -> None:
        self._theme = theme
        self._chips = chips
        self._state = state
        self._book = book
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take fonts and sizes for the text size in use."""
        self._number = self._theme.font(1.0)
        self._today = self._theme.font(1.0, bold=True)
        self._small = self._theme.font(0.9)
        self.head = round(QFontMetricsF(self._number).height() * 1.15) + 3

    # where things are

    def room(self, height: int) -> int:
        """Return how many lines fit into a day of that height."""
        return max(0, (height - self.head - 1) // (self._chips.height + SLOT_GAP))

    def least(self) -> int:
        """Return the least height of a day: with room for two lines."""
        return self.head + 2 * (self._chips.height + SLOT_GAP) + 2

    def lines(self, day: date, height: int) -> list[Line]:
        """Return the lines of a day of that height."""
        return self._book.lines(day, self.room(height))

    def slot(self, cell: QRectF, place: int) -> QRectF:
        """Return where a line of a day is."""
        top = cell.top() + self.head + place * (self._chips.height + SLOT_GAP)
        return QRectF(cell.left() + EDGE, top, cell.width() - 2 * EDGE, self._chips.height)

    # painting

    def paint(self, painter: QPainter, cell: QRectF, day: date, marks: DayMarks) -> None:
        """Draw one day."""
        labels = self._book.labels.get(day)
        painter.fillRect(cell, QColor(self._ground(day, labels, marks)))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        self._paint_head(painter, cell, day, labels)
        for place, line in enumerate(self.lines(day, int(cell.height()))):
            slot = self.slot(cell, place)
            self._chips.line(painter, slot, line)
            if line == marks.chosen and marks.has_focus:
                self._chips.ring(painter, slot)
        if marks.is_target or (marks.is_current and (marks.chosen is None or not marks.has_focus)):
            self._paint_ring(painter, cell, marks)

    def _ground(self, day: date, labels: DayLabels | None, marks: DayMarks) -> str:
        tokens = self._theme.tokens
        if marks.is_target:
            return mix(tokens.selected, tokens.surface, 0.8)
        if self._state.is_outside(day):
            return tokens.window
        is_off = day.weekday() >= 5 if labels is None or labels.holiday is None else labels.holiday
        if is_off or (labels is not None and labels.closed):
            return mix(tokens.window, tokens.surface, 0.5)
        return tokens.surface

    def _paint_head(self, painter: QPainter, cell: QRectF, day: date, labels: DayLabels | None) -> None:
        head = QRectF(cell.left() + EDGE + 3, cell.top() + 2, cell.width() - 2 * EDGE - 5, self.head - 3)
        left = self._paint_number(painter, head, day)
        if labels is None or not self._state.labels:
            return
        painter.setFont(self._small)
        if sign := holiday_sign(labels):
            left = self._paint_sign(painter, head, left, sign, off=bool(labels.holiday))
        special = bool(labels.festival or labels.solar_term)
        faint = self._state.is_outside(day)
        painter.setPen(self._theme.colour("faint" if faint else "accent_text" if special else "muted"))
        room = QRectF(left + 2, head.top(), head.right() - left - 2, head.height())
        painter.drawText(room, _RIGHT, self._chips.cut(label_text(labels), room.width()))

    def _paint_number(self, painter: QPainter, head: QRectF, day: date) -> float:
        text = str(day.day)
        if day != self._state.today:
            painter.setFont(self._number)
            painter.setPen(self._theme.colour("faint" if self._state.is_outside(day) else "text"))
            painter.drawText(head, _LEFT, text)
            return head.left() + QFontMetricsF(self._number).horizontalAdvance(text) + 4
        side = head.height() - 1
        circle = QRectF(head.left() - 4, head.top() + 0.5, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(circle)
        painter.setFont(self._today)
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(circle, _CENTRE, text)
        return circle.right() + 4

    def _paint_sign(self, painter: QPainter, head: QRectF, left: float, sign: str, *, off: bool) -> float:
        tokens = self._theme.tokens
        metrics = QFontMetricsF(self._small)
        badge = QRectF(
            left, head.center().y() - metrics.height() / 2, metrics.horizontalAdvance(sign) + 6, metrics.height()
        )
        if badge.right() > head.right():
            return left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.success_soft if off else tokens.warning_soft))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(QColor(tokens.success if off else tokens.warning))
        painter.drawText(badge, _CENTRE, sign)
        return badge.right() + 3

    def _paint_ring(self, painter: QPainter, cell: QRectF, marks: DayMarks) -> None:
        strong = marks.has_focus or marks.is_target
        painter.setPen(QPen(self._theme.colour("focus" if strong else "border"), 2 if strong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -2, -2), 4, 4)


def corner(point: QPointF) -> QPointF:
    """Return where the shadow of a dragged chip hangs from the pointer."""
    return QPointF(point.x() + 8, point.y() - 6)
