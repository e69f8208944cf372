"""Week, day and staff columns: entries beside their hours, dragged to move and at their edge to lengthen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip

from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.ui.carried import customers_of, follow_ups_of, is_ours
from crm_desktop.ui.notices import announce
from crm_desktop.ui.pages.calendar.book import Book, Line
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.state import CalendarState, View, moved
from crm_desktop.ui.pages.calendar.time_columns import columns_of
from crm_desktop.ui.pages.calendar.time_layout import (
    DAY_MINUTES,
    SHORTEST,
    SNAP,
    Block,
    blocks_of,
    lengthened,
    minutes,
    snapped,
    time_at,
)
from crm_desktop.ui.pages.calendar.time_model import TimeModel
from crm_desktop.ui.pages.calendar.time_paint import TimeMarks, TimePainter, whole_day_lines
from crm_desktop.ui.pages.calendar.words import item_spoken
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

Key = Qt.Key
_EDGE = 7
_DAYS = {Key.Key_Left: -1, Key.Key_Right: 1}
_HOURS = {Key.Key_Up: -1, Key.Key_Down: 1}
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint


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


class TimeView(QListView):
    """Emits what the user wants; its list of entries is what a screen reader reads."""

    day_wanted = Signal(object)
    item_opened = Signal(object, QRect)
    line_opened = Signal(object, QRect)
    write_wanted = Signal()
    moved = Signal(object, object, object)
    """An entry, its new place, and its length in minutes or None."""
    typed = Signal(object)
    dropped_customers = Signal(object, object)
    dropped_follow_ups = Signal(object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, state: CalendarState, book: Book, chips: ChipPainter, name: str) -> None:
        super().__init__()
        named(self, name)
        self._state = state
        self._book = book
        self._chips = chips
        self._people: Sequence[Person] = ()
        self.entries = TimeModel(self)
        self.painter_ = TimePainter(theme, chips, state, book)
        self._chosen: CalendarItem | None = None
        self._held: HeldBlock | None = None
        self._over: int | None = None
        self._minute = 9 * 60
        self._is_scrolled = False
        self._set_up()
        self.setModel(self.entries)
        theme.changed.connect(self._fit)

    # what the page asks

    def set_shop(self, people: Sequence[Person], opens_at: int, now: int | None) -> None:
        """Take the people, the hour the shop opens at, and the minute of the shop's day it is."""
        self._people = people
        self.painter_.scene.opens_at, self.painter_.scene.now = opens_at, now
        if not self._is_scrolled:
            self._minute = opens_at * 60

    def show_days(self) -> None:
        """Show what state and book hold now."""
        scene = self.painter_.scene
        scene.columns = columns_of(self._state, self._people, self._items())
        scene.blocks, whole = blocks_of(scene.columns, self._items())
        room = self.painter_.room()
        pairs = zip(scene.columns, whole, strict=True)
        scene.whole_day = [whole_day_lines(self._book, column, here, room) for column, here in pairs]
        in_order = [item for place in range(len(scene.columns)) for item in self._in_column(place, whole[place])]
        self.entries.show(in_order, self._chips.looks, self._state.today)
        key = self._chosen.key if self._chosen else None
        self._chosen = next((item for item in in_order if item.key == key), None)
        self.updateGeometries()
        self.viewport().update()

    def chosen_item(self) -> CalendarItem | None:
        """Return the entry the keyboard stands on."""
        return self._chosen

    def choose_item(self, item: CalendarItem | None) -> None:
        """Put the keyboard on an entry."""
        before, self._chosen = self._chosen, item
        row = self.entries.row_of(item.key) if item else None
        self.setCurrentIndex(self.entries.index(row) if row is not None else QModelIndex())
        if item is not None and item != before:
            self._bring(item)
            announce(self, item_spoken(item, self._chips.looks, self._state.today))
        self.viewport().update()

    def place(self) -> Place:
        """Return where a new entry would be written: the current day at the hour the keyboard stands on."""
        owner = None
        if self._state.view is View.STAFF:
            column = self.painter_.scene.columns[self._column()]
            owner = column.owner_id
        return Place(self._state.day, time_at(self._minute), owner)

    def editor_place(self) -> QRect:
        """Return where a text is typed at the current hour, within the viewport."""
        self._bring_minute(self._minute)
        whole = self.painter_.column(self._column())
        top = self.painter_.y_of(self._minute)
        return QRectF(whole.left() + 2, top, whole.width() - 4, self._chips.height + 8).toRect()

    # Qt's own names: geometry

    def visualRect(self, index: Index) -> QRect:
        """Return where an entry is."""
        if not index.isValid() or index.row() >= len(self.entries.items):
            return QRect()
        return self._rect(self.entries.items[index.row()]).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the entry at a place."""
        item = self._item_at(point)
        row = self.entries.row_of(item.key) if item else None
        return self.entries.index(row) if row is not None else QModelIndex()

    def scrollTo(self, index: Index, _hint: Hint = Hint.EnsureVisible) -> None:
        """Bring an entry into sight."""
        if index.isValid() and index.row() < len(self.entries.items):
            self._bring(self.entries.items[index.row()])

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the hours."""
        scene = self.painter_.scene
        scene.width, scene.height = self.viewport().width(), self.viewport().height()
        room = max(0, scene.height - self.painter_.head())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.painter_.inner() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self.painter_.hour // 2)
        if not self._is_scrolled and scene.columns and room > 50:
            self._is_scrolled = True
            bar.setValue(round(scene.opens_at * self.painter_.hour - self.painter_.hour * 0.4))
        scene.scroll = bar.value()

    def verticalOffset(self) -> int:
        """Return how far the hours are scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Paint anew: the headings stay where they are."""
        self.painter_.scene.scroll = self.verticalScrollBar().value()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and scroll bar."""
        super().resizeEvent(event)
        self.updateGeometries()
        self.show_days()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw everything."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self._held if self._held is not None and self._held.is_dragged else None
        has_slot = self.hasFocus() and self._chosen is None and held is None
        marks = TimeMarks(
            chosen=self._chosen.key if self._chosen and self.hasFocus() else None,
            slot=(self._column(), self._minute) if has_slot and self.painter_.scene.columns else None,
            dragged=held.item.key if held else None,
            ghost=held.target if held else None,
            over=held.whole_day if held else self._over,
        )
        self.painter_.paint(painter, marks)
        painter.end()

    # Qt's own names: keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about, open, move, or begin to type."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._held is not None and key == Key.Key_Escape:
            self._let_go()
        elif alt and key in (*_DAYS, *_HOURS):
            self._move_chosen(_DAYS.get(key, 0), _HOURS.get(key, 0) * SNAP)
        elif key in _DAYS:
            self._go_day(_DAYS[key])
        elif key in _HOURS:
            self._go_hour(_HOURS[key])
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open_chosen()
        elif key == Key.Key_Escape and self._chosen is not None:
            self.choose_item(None)
        elif key in (Key.Key_Home, Key.Key_End):
            self._stand_at(0 if key == Key.Key_Home else DAY_MINUTES - SHORTEST)
        elif event.text().isprintable() and event.text().strip() and not alt and not _is_command(event):
            self.typed.emit(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Tab within the current column while it has entries to go to, and Alt with an arrow for moving."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in (Key.Key_Tab, Key.Key_Backtab):
                if self._step_item(1 if event.key() == Key.Key_Tab else -1):
                    return True
            elif event.type() == QEvent.Type.ShortcutOverride and self._wants_alt(event):
                event.accept()
                return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters begin a new entry."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to type with an input method, too."""
        if event.preeditString() or event.commitString():
            self.typed.emit(event)

    # Qt's own names: the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on an hour or an entry; an open entry can be dragged from here."""
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        item = self._item_at(point)
        self._stand_on(point)
        self.choose_item(item)
        if item is not None and item.status is FollowUpStatus.OPEN:
            rect = self._rect(item)
            is_edge = item.time is not None and point.y() > rect.bottom() - _EDGE and rect.height() > 2 * _EDGE
            grip = self.painter_.minute_at(point.y()) - minutes(item.time) if item.time else SNAP
            self._held = HeldBlock(item, point, grip, is_edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; the cursor tells what can be done."""
        point, held = event.position().toPoint(), self._held
        if held is None:
            self.viewport().setCursor(self._cursor_at(point))
            return
        if held.is_dragged or (point - held.start).manhattanLength() >= QApplication.startDragDistance():
            held.is_dragged = True
            self._drag_to(held, point)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or open what was clicked."""
        held, self._held = self._held, None
        self.viewport().update()
        if held is not None and held.is_dragged:
            self._drop(held)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to write at an hour."""
        if self._item_at(event.position().toPoint()) is None:
            self.write_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the hour or the entry."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._stand_on(event.pos())
            self.choose_item(self._item_at(event.pos()))
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.editor_place().center()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tool tip what is cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(event.pos())
            if item is not None:
                QToolTip.showText(event.globalPos(), item_spoken(item, self._chips.looks, self._state.today), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take customers and follow-ups; leave the rest to the window."""
        if is_ours(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the column that would be dropped on."""
        self._over = self.painter_.column_at(event.position().x())
        self.viewport().update()
        if is_ours(event.mimeData()) and self._over is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Unmark it."""
        self._over = None
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Plan for the customers, or move the follow-ups, that were dropped."""
        self._over = None
        point = event.position().toPoint()
        place = self._place_at(point)
        if place is None:
            return
        self._stand_on(point)
        if customers := customers_of(event.mimeData()):
            self.dropped_customers.emit(customers, place)
        elif keys := follow_ups_of(event.mimeData()):
            self.dropped_follow_ups.emit(keys, place.day)
        event.acceptProposedAction()

    # inside

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def _fit(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _items(self) -> list[CalendarItem]:
        first, last = self._state.span()
        return [item for day, shown in self._book.days.items() if first <= day <= last for item in shown.items]

    def _in_column(self, place: int, whole_day: Sequence[CalendarItem]) -> list[CalendarItem]:
        timed = [block.item for block in self.painter_.scene.blocks if block.column == place]
        return [*whole_day, *timed]

    def _column(self) -> int:
        """Return the column the keyboard stands on."""
        columns = self.painter_.scene.columns
        if self._state.view is View.STAFF:
            return min(self._staff, len(columns) - 1)
        return next((place for place, column in enumerate(columns) if column.day == self._state.day), 0)

    _staff = 0

    def _rect(self, item: CalendarItem) -> QRectF:
        for block in self.painter_.scene.blocks:
            if block.item.key == item.key:
                return self.painter_.block(block)
        for column, lines in enumerate(self.painter_.scene.whole_day):
            for number, line in enumerate(lines):
                if line.item is not None and line.item.key == item.key:
                    return self.painter_.whole_day_slot(column, number)
        return QRectF()

    def _line_at(self, point: QPoint) -> Line | None:
        """Return the line above the hours at a place."""
        column = self.painter_.column_at(point.x())
        if column is None or point.y() >= self.painter_.head():
            return None
        lines = enumerate(self.painter_.scene.whole_day[column])
        spot = QPointF(point)
        return next((line for n, line in lines if self.painter_.whole_day_slot(column, n).contains(spot)), None)

    def _item_at(self, point: QPoint) -> CalendarItem | None:
        if point.y() < self.painter_.head():
            line = self._line_at(point)
            return line.item if line else None
        blocks = reversed(self.painter_.scene.blocks)
        return next((block.item for block in blocks if self.painter_.block(block).contains(QPointF(point))), None)

    def _place_at(self, point: QPoint) -> Place | None:
        column = self.painter_.column_at(point.x())
        if column is None:
            return None
        found = self.painter_.scene.columns[column]
        is_above = point.y() < self.painter_.head()
        at = None if is_above else time_at(snapped(self.painter_.minute_at(point.y()) - SNAP / 2))
        return Place(found.day, at, found.owner_id, found.is_person)

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        item = self._item_at(point)
        if item is None:
            return Qt.CursorShape.ArrowCursor
        rect = self._rect(item)
        if item.time is not None and item.status is FollowUpStatus.OPEN and point.y() > rect.bottom() - _EDGE:
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.PointingHandCursor

    def _stand_on(self, point: QPoint) -> None:
        """Put the keyboard on the day and the hour at a place."""
        column = self.painter_.column_at(point.x())
        if column is None:
            return
        self._staff = column
        if point.y() >= self.painter_.head():
            self._minute = int(self.painter_.minute_at(point.y())) // SHORTEST * SHORTEST
        day = self.painter_.scene.columns[column].day
        if day != self._state.day:
            self.day_wanted.emit(day)

    def _click(self, point: QPoint) -> None:
        item = self._item_at(point)
        if item is not None:
            self.item_opened.emit(item, self._on_screen(self._rect(item)))
            return
        line = self._line_at(point)
        if line is not None:
            self.line_opened.emit(line, QRect(self.viewport().mapToGlobal(point), QRect().size()))

    def _on_screen(self, rect: QRectF) -> QRect:
        shown = rect.toRect().intersected(self.viewport().rect())
        return QRect(self.viewport().mapToGlobal(shown.topLeft()), shown.size())

    # the keyboard

    def _go_day(self, by: int) -> None:
        self.choose_item(None)
        columns = self.painter_.scene.columns
        if self._state.view is View.STAFF and 0 <= self._staff + by < len(columns):
            self._staff += by
            self.viewport().update()
        elif self._state.view is not View.STAFF:
            self.day_wanted.emit(moved(self._state.day, by))

    def _go_hour(self, by: int) -> None:
        if self._chosen is not None and self._step_item(by):
            return
        self.choose_item(None)
        self._stand_at(self._minute + by * SHORTEST)

    def _stand_at(self, minute: int) -> None:
        self._minute = max(0, min(DAY_MINUTES - SHORTEST, minute))
        self._bring_minute(self._minute)
        self.viewport().update()

    def _step_item(self, by: int) -> bool:
        """Go to the next entry of the column; False past the last."""
        column = self._column()
        whole = [line.item for line in self.painter_.scene.whole_day[column] if line.item is not None]
        items = self._in_column(column, whole) if self.painter_.scene.columns else []
        keys = [item.key for item in items]
        here = (
            keys.index(self._chosen.key) if self._chosen and self._chosen.key in keys else -1 if by > 0 else len(keys)
        )
        place = here + by
        if not 0 <= place < len(items):
            self.choose_item(None)
            return False
        self.choose_item(items[place])
        return True

    def _open_chosen(self) -> None:
        if self._chosen is None:
            self.write_wanted.emit()
        else:
            self.item_opened.emit(self._chosen, self._on_screen(self._rect(self._chosen)))

    def _move_chosen(self, days: int, by: int) -> None:
        item = self._chosen
        if item is None or item.status is not FollowUpStatus.OPEN:
            return
        at = time_at(minutes(item.time) + by) if item.time is not None else None
        self.moved.emit(item, Place(moved(item.day, days), at, item.owner_id), item.length)

    def _wants_alt(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return alt and Qt.Key(event.key()) in (*_DAYS, *_HOURS) and self._chosen is not None

    def _bring(self, item: CalendarItem) -> None:
        if item.time is not None:
            self._bring_minute(minutes(item.time))

    def _bring_minute(self, minute: int) -> None:
        """Scroll so that an hour is in sight."""
        y, head = self.painter_.y_of(minute), self.painter_.head()
        bar, bottom = self.verticalScrollBar(), self.viewport().height() - self.painter_.hour
        if y < head:
            bar.setValue(round(bar.value() + y - head - 6))
        elif y > bottom:
            bar.setValue(round(bar.value() + y - bottom))

    # dragging

    def _drag_to(self, held: HeldBlock, point: QPoint) -> None:
        """Work out where the entry would stand; it is painted there from memory."""
        column = self.painter_.column_at(point.x())
        item, minute = held.item, self.painter_.minute_at(point.y())
        held.whole_day = None
        if held.is_edge and item.time is not None:
            start = minutes(item.time)
            length = lengthened(start, minute)
            here = next(block for block in self.painter_.scene.blocks if block.item.key == item.key)
            held.target = replace(here, end=start + length, item=replace(item, length=length))
        elif column is None:
            held.target = None
        elif point.y() < self.painter_.head():
            held.target, held.whole_day = None, column
        else:
            start = snapped(minute - held.grip)
            shown = replace(item, time=time_at(start))
            held.target = Block(shown, column, start, min(DAY_MINUTES, start + max(SHORTEST, item.length or 0)))
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if held.is_edge else Qt.CursorShape.ClosedHandCursor)

    def _drop(self, held: HeldBlock) -> None:
        self.viewport().unsetCursor()
        column = held.target.column if held.target else held.whole_day
        if column is None:
            return
        there = self.painter_.scene.columns[column]
        at = held.target.item.time if held.target else None
        length = held.target.item.length if held.target else held.item.length
        place = Place(there.day, at, there.owner_id, there.is_person)
        owner = held.item.owner_id if not there.is_person else there.owner_id
        if (place.day, at, length, owner) != (held.item.day, held.item.time, held.item.length, held.item.owner_id):
            self.moved.emit(held.item, place, length)

    def _let_go(self) -> None:
        """Leave what is dragged where it was."""
        self._held = None
        self.viewport().unsetCursor()
        self.viewport().update()


def _is_command(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & held)
