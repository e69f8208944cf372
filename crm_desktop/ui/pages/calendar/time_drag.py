"""An entry on its way beside the hours: where it would stand, and what letting go means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import QPoint

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.ui.pages.calendar.time_layout import (
    DAY_MINUTES,
    SHORTEST,
    Block,
    lengthened,
    snapped,
    time_at,
)
from crm_desktop.ui.pages.calendar.time_paint import TimePainter


@dataclass(frozen=True)
class Place:
    """Where something stands or is dropped: the day, the time (None: the whole day), and whose column."""

    day: date
    at: time | None
    owner_id: int | None = None
    is_person: bool = False


@dataclass
class HeldBlock:
    """An entry under the pressed button; `grip` is how far from its start, in minutes, it was taken."""

    item: CalendarItem
    start: QPoint
    grip: float
    is_edge: bool
    is_dragged: bool = False
    target: Block | None = None
    whole_day: int | None = None

    def drag_to(self, point: QPoint, painter: TimePainter) -> None:
        """Work out where it would stand; it is painted there from memory."""
        self.is_dragged = True
        column, minute = painter.column_at(point.x()), painter.minute_at(point.y())
        self.whole_day = None
        if self.is_edge and self.item.time is not None:
            self.target = self._longer(minute, painter)
        elif column is None:
            self.target = None
        elif point.y() < painter.head():
            self.target, self.whole_day = None, column
        else:
            start = snapped(minute - self.grip)
            end = min(DAY_MINUTES, start + max(SHORTEST, self.item.length or 0))
            self.target = Block(replace(self.item, time=time_at(start)), column, start, end)

    def dropped(self, painter: TimePainter) -> tuple[Place, int | None] | None:
        """Return its new place and length; None where nothing changes."""
        column = self.target.column if self.target else self.whole_day
        if column is None:
            return None
        there, item = painter.scene.columns[column], self.item
        at = self.target.item.time if self.target else None
        length = self.target.item.length if self.target else item.length
        owner = there.owner_id if there.is_person else item.owner_id
        if (there.day, at, length, owner) == (item.day, item.time, item.length, item.owner_id):
            return None
        return Place(there.day, at, there.owner_id, there.is_person), length

    def _longer(self, minute: float, painter: TimePainter) -> Block | None:
        here = next((block for block in painter.scene.blocks if block.item.key == self.item.key), None)
        if here is None:
            return None
        length = lengthened(here.start, minute)
        return replace(here, end=here.start + length, item=replace(self.item, length=length))
