"""Finds what stands where beside the hours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.ui.pages.calendar.book import Line
from crm_desktop.ui.pages.calendar.time_drag import Place
from crm_desktop.ui.pages.calendar.time_layout import SNAP, snapped, time_at
from crm_desktop.ui.pages.calendar.time_paint import TimePainter

EDGE = 7
"""So many pixels at the foot of an entry are its edge, by which it is lengthened."""


class TimeFinder:
    """Looks through what the painter paints."""

    def __init__(self, painter: TimePainter) -> None:
        self._painter = painter

    def rect(self, item: CalendarItem) -> QRectF:
        """Return where an entry is; nowhere for one that has no room."""
        for block in self._painter.scene.blocks:
            if block.item.key == item.key:
                return self._painter.block(block)
        for column, lines in enumerate(self._painter.scene.whole_day):
            for number, line in enumerate(lines):
                if line.item is not None and line.item.key == item.key:
                    return self._painter.whole_day_slot(column, number)
        return QRectF()

    def line_at(self, point: QPoint) -> Line | None:
        """Return the line above the hours at a place."""
        column = self._painter.column_at(point.x())
        if column is None or point.y() >= self._painter.head():
            return None
        lines = enumerate(self._painter.scene.whole_day[column])
        spot = QPointF(point)
        return next((line for n, line in lines if self._painter.whole_day_slot(column, n).contains(spot)), None)

    def item_at(self, point: QPoint) -> CalendarItem | None:
        """Return the entry at a place."""
        if point.y() < self._painter.head():
            line = self.line_at(point)
            return line.item if line else None
        blocks = reversed(self._painter.scene.blocks)
        return next((block.item for block in blocks if self._painter.block(block).contains(QPointF(point))), None)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the day, the hour and the person at a place."""
        column = self._painter.column_at(point.x())
        if column is None:
            return None
        found = self._painter.scene.columns[column]
        is_above = point.y() < self._painter.head()
        at = None if is_above else time_at(snapped(self._painter.minute_at(point.y()) - SNAP / 2))
        return Place(found.day, at, found.owner_id, found.is_person)

    def is_edge(self, item: CalendarItem, point: QPoint) -> bool:
        """Tell whether a place is the lower edge of an entry."""
        rect = self.rect(item)
        return item.time is not None and point.y() > rect.bottom() - EDGE and rect.height() > 2 * EDGE

    def cursor_at(self, point: QPoint) -> Qt.CursorShape:
        """Return the pointer that tells what can be done at a place."""
        item = self.item_at(point)
        if item is None:
            return Qt.CursorShape.ArrowCursor
        if item.status is FollowUpStatus.OPEN and self.is_edge(item, point):
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.PointingHandCursor
