"""The month: one widget that paints its days from memory, with the keyboard on a day or on an entry within it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.ui.notices import announce
from crm_desktop.ui.pages.calendar.book import Book, Line, LineKind
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.grid_parts import BeginsTyping, MovesChosen, TakesDrops, TellsTips, with_alt
from crm_desktop.ui.pages.calendar.month_model import MonthModel
from crm_desktop.ui.pages.calendar.month_paint import DayMarks, MonthPainter, corner
from crm_desktop.ui.pages.calendar.state import CalendarState, moved
from crm_desktop.ui.pages.calendar.words import line_spoken
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WHEEL = 120
_TURN_MS = 700
"""How long something is held above or below the month before its page turns."""
Key = Qt.Key


@dataclass
class Held:
    """A chip under the pressed button: dragged once the pointer has gone far enough."""

    item: CalendarItem
    start: QPoint
    at: QPoint
    target: date | None = None
    is_dragged: bool = False


class MonthView(TakesDrops, BeginsTyping, MovesChosen, TellsTips, QTableView):
    """Emits what the user wants; it changes nothing but where the keyboard stands."""

    moving_keys = tuple(_STEPS)
    day_wanted = Signal(object)
    """The keyboard goes to this day, perhaps of another month."""
    day_opened = Signal(object)
    line_opened = Signal(object, QRect)
    """A line was clicked or opened by key, and where it is, on the screen."""
    moved = Signal(object, object)
    """An entry was moved to a day."""
    typed = Signal(object)
    """A key press or input method event begins a text in the current day."""
    dropped_customers = Signal(object, object)
    dropped_follow_ups = Signal(object, object)
    page_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    room_changed = Signal()

    def __init__(self, theme: Theme, state: CalendarState, book: Book, chips: ChipPainter) -> None:
        super().__init__()
        named(self, "calendar.month", _T("Calendar", "Month"))
        self._state = state
        self._chips = chips
        self.days = MonthModel(state, book, self)
        self.painter_ = MonthPainter(theme, chips, state, book)
        self.chosen: Line | None = None
        self._held: Held | None = None
        self._is_click = False
        self._over: date | None = None
        self._turn = 0
        self._turning = QTimer(self, interval=_TURN_MS)
        self._turning.timeout.connect(self._turn_page)
        self._room = 0
        self._wheel = 0
        self._set_up()
        self.setModel(self.days)
        theme.changed.connect(self._fit)
        self._fit()

    # what the page asks

    def show_days(self) -> None:
        """Show what state and book hold now."""
        if self.days.show():
            self._fit_rows()
        place = self.days.place_of(self._state.day)
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        self._keep_chosen()
        self.viewport().update()

    def lines(self, day: date | None = None) -> list[Line]:
        """Return the lines that a day shows; the current day's without one."""
        place = self.days.place_of(day or self._state.day)
        return self.painter_.lines(day or self._state.day, self.visualRect(place).height()) if place.isValid() else []

    def room(self) -> int:
        """Return how many lines the lowest day has room for."""
        heights = [self.rowHeight(row) for row in range(self.days.rowCount())]
        return self.painter_.room(max(heights, default=0))

    def chosen_item(self) -> CalendarItem | None:
        """Return the entry the keyboard stands on."""
        return self.chosen.item if self.chosen else None

    def choose_item(self, item: CalendarItem) -> None:
        """Put the keyboard on an entry of the current day, where it is in sight."""
        self._choose(next((line for line in self.lines() if line.item is not None and line.item.key == item.key), None))

    def place_of(self, line: Line) -> QRect:
        """Return where a line is on the screen."""
        rect = self._slot(line).toRect()
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def item_place(self, item: CalendarItem) -> QRect:
        """Return where an entry is on the screen; its day, where it has no line of its own."""
        line = next((line for line in self.lines(item.day) if line.item and line.item.key == item.key), None)
        if line is not None:
            return self.place_of(line)
        cell = self._cell(item.day)
        return QRect(self.viewport().mapToGlobal(cell.topLeft()), cell.size())

    def editor_place(self) -> QRect:
        """Return where a text is typed into the current day, within the viewport: below its last line."""
        cell = QRectF(self.visualRect(self.days.place_of(self._state.day)))
        used = min(len(self.lines()), max(0, self.painter_.room(int(cell.height())) - 1))
        slot = self.painter_.slot(cell, used).toRect()
        return slot.adjusted(-3, -2, 3, 4)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days that need it, and what is dragged above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self.days.rowCount()):
            for column in range(self.days.columnCount()):
                cell = self.visualRect(self.days.index(row, column))
                if cell.intersects(event.rect()):
                    day = self.days.day_at(row, column)
                    painter.setClipRect(cell)
                    self.painter_.paint(painter, QRectF(cell), day, self._marks(day))
        if self._held is not None and self._held.is_dragged:
            painter.setClipping(False)
            painter.setOpacity(0.9)
            self._chips.item(painter, self._ghost(self._held), self._held.item)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day and from entry to entry, open, move, or begin to type."""
        key = Qt.Key(event.key())
        if self._held is not None and key == Key.Key_Escape:
            self._let_go()
        elif with_alt(event) and key in _STEPS:
            self._move_chosen(_STEPS[key])
        elif key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(key)
        elif key in _ENTER:
            self._open_chosen()
        elif key == Key.Key_Escape and self.chosen is not None:
            self._choose(None)
        elif key in (Key.Key_Home, Key.Key_End):
            start = self._state.start_of_week(self._state.day)
            self.day_wanted.emit(start if key == Key.Key_Home else moved(start, 6))
        elif self.begins_text(event):
            self.typed.emit(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on a day or a line; an open entry can be dragged from here."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        self._is_click = True
        day = self.days.day_at(index.row(), index.column())
        line = self._line_at(index, place)
        if day != self._state.day and not self._state.is_outside(day):
            self.day_wanted.emit(day)
        self._choose(line)
        if line is not None and line.item is not None and line.item.status is FollowUpStatus.OPEN:
            self._held = Held(line.item, place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; the cursor tells what can be clicked."""
        place = event.position().toPoint()
        held = self._held
        if held is None:
            index = self.indexAt(place)
            over = index.isValid() and self._line_at(index, place) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = (place - held.start).manhattanLength() >= QApplication.startDragDistance()
        if held.is_dragged or far:
            self._drag_to(held, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or open what was clicked."""
        held, self._held = self._held, None
        self._turning.stop()
        index = self.indexAt(event.position().toPoint())
        if held is not None and held.is_dragged:
            self.viewport().unsetCursor()
            self.viewport().update()
            if held.target is not None and held.target != held.item.day:
                self.moved.emit(held.item, held.target)
            return
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or not self._is_click:
            return
        line = self._line_at(index, event.position().toPoint())
        if line is not None:
            self.line_opened.emit(line, self.place_of(line))
        else:
            self.day_wanted.emit(self.days.day_at(index.row(), index.column()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a day."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._line_at(index, event.position().toPoint()) is None:
            self.day_opened.emit(self.days.day_at(index.row(), index.column()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the day or the entry."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.day_wanted.emit(self.days.day_at(index.row(), index.column()))
                self._choose(self._line_at(self.indexAt(event.pos()), event.pos()))
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn to the next month with a notch of the wheel, once the weeks are scrolled to their end."""
        bar = self.verticalScrollBar()
        end = bar.minimum() if event.angleDelta().y() > 0 else bar.maximum()
        if bar.value() != end:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _WHEEL:
            self.page_wanted.emit(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    def tip_at(self, point: QPoint) -> str:
        """Return a line in full."""
        index = self.indexAt(point)
        line = self._line_at(index, point) if index.isValid() else None
        return line_spoken(line, self._chips.looks, self._state.today) if line is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more entries where there is room for more."""
        super().resizeEvent(event)
        self._fit_rows()
        room = self.room()
        if room != self._room:
            self._room = room
            self.room_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    # what is dropped from elsewhere

    def drop_place(self, point: QPoint) -> date | None:
        """Return the day at a place."""
        index = self.indexAt(point)
        return self.days.day_at(index.row(), index.column()) if index.isValid() else None

    def mark_drop(self, point: QPoint | None) -> None:
        """Mark the day that would be dropped on."""
        day = self.drop_place(point) if point is not None else None
        if day != self._over:
            self._over = day
            self.viewport().update()

    # inside

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.take_drops()
        named(self.horizontalHeader(), "calendar.month.weekdays", _T("Calendar", "Days of the week"))
        named(self.verticalHeader(), "calendar.month.weeks", _T("Calendar", "Weeks"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit_rows(self) -> None:
        """Share the height among the weeks; where that leaves no room for entries, the month is scrolled."""
        weeks = max(1, self.days.rowCount())
        height = max(self.viewport().height() // weeks, self.painter_.least())
        rest = self.viewport().height() - height * weeks
        for row in range(weeks):
            self.setRowHeight(row, height + (1 if row < rest else 0))
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        self.verticalHeader().setFixedWidth(self.fontMetrics().horizontalAdvance("00") + 22)
        self._fit_rows()
        self.viewport().update()

    def _marks(self, day: date) -> DayMarks:
        is_current = day == self._state.day
        held = self._held.target if self._held is not None and self._held.is_dragged else self._over
        return DayMarks(is_current, self.hasFocus(), held == day, self.chosen if is_current else None)

    def _slot(self, line: Line) -> QRectF:
        cell = QRectF(self.visualRect(self.days.place_of(line.day)))
        lines = self.lines(line.day)
        return self.painter_.slot(cell, lines.index(line)) if line in lines else cell

    def _line_at(self, index: QModelIndex, place: QPoint) -> Line | None:
        cell = QRectF(self.visualRect(index))
        lines = self.painter_.lines(self.days.day_at(index.row(), index.column()), int(cell.height()))
        found = (line for number, line in enumerate(lines) if self.painter_.slot(cell, number).contains(QPointF(place)))
        return next(found, None)

    # the keyboard

    def _go(self, key: Qt.Key) -> None:
        """Go on: among the lines of a day while one is chosen, else to another day."""
        lines = self.lines()
        if self.chosen in lines and key in (Key.Key_Up, Key.Key_Down):
            place = lines.index(self.chosen) + (1 if key == Key.Key_Down else -1)
            if 0 <= place < len(lines):
                self._choose(lines[place])
                return
        self._choose(None)
        self.day_wanted.emit(moved(self._state.day, _STEPS[key]))

    def step(self, by: int) -> bool:
        """Go to the next line of the day."""
        lines = self.lines()
        here = lines.index(self.chosen) if self.chosen in lines else -1 if by > 0 else 0
        place = here + by
        if not 0 <= place < len(lines):
            self._choose(None)
            return False
        self._choose(lines[place])
        return True

    def _choose(self, line: Line | None) -> None:
        if line != self.chosen:
            self.chosen = line
            self.viewport().update()
            if line is not None:
                announce(self, line_spoken(line, self._chips.looks, self._state.today))

    def _keep_chosen(self) -> None:
        """Stay on the chosen line where the day still shows it, perhaps changed."""
        if self.chosen is not None:
            key = self.chosen.item.key if self.chosen.item else None
            self.chosen = next((line for line in self.lines() if _is_same(line, self.chosen.kind, key)), None)

    def _open_chosen(self) -> None:
        if self.chosen is None:
            self.day_opened.emit(self._state.day)
        else:
            self.line_opened.emit(self.chosen, self.place_of(self.chosen))

    def _move_chosen(self, days: int) -> None:
        item = self.chosen_item()
        if item is not None and item.status is FollowUpStatus.OPEN:
            self.moved.emit(item, moved(item.day, days))

    # the pointer

    def _drag_to(self, held: Held, place: QPoint) -> None:
        """Paint the chip at the pointer; only what it leaves and enters is drawn again."""
        before = self._ghost(held).toAlignedRect() if held.is_dragged else QRect()
        index = self.indexAt(place)
        target = self.days.day_at(index.row(), index.column()) if index.isValid() else None
        days = {held.target, target} if target != held.target else set()
        held.at, held.target, held.is_dragged = place, target, True
        self._turn_at_edge(place)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        for rect in (before, self._ghost(held).toAlignedRect(), *(self._cell(day) for day in days if day is not None)):
            self.viewport().update(rect.adjusted(-3, -3, 3, 3))

    def _turn_at_edge(self, place: QPoint) -> None:
        """Turn the page while something is held above or below the month."""
        self._turn = -1 if place.y() < 0 else 1 if place.y() >= self.viewport().height() else 0
        if self._turn == 0:
            self._turning.stop()
        elif not self._turning.isActive():
            self._turning.start()

    def _turn_page(self) -> None:
        if self._held is not None and self._turn:
            self.page_wanted.emit(self._turn)

    def _let_go(self) -> None:
        """Leave what is dragged where it was; letting the button go is no click any more."""
        self._held = None
        self._turning.stop()
        self._is_click = False
        self.viewport().unsetCursor()
        self.viewport().update()

    def _ghost(self, held: Held) -> QRectF:
        size = QRectF(0, 0, max(90, self.columnWidth(0) - 12), self._chips.height)
        size.moveTopLeft(corner(QPointF(held.at)))
        return size

    def _cell(self, day: date) -> QRect:
        return self.visualRect(self.days.place_of(day))


def _is_same(line: Line, kind: LineKind, key: object) -> bool:
    return line.kind is kind and (line.item.key if line.item else None) == key
