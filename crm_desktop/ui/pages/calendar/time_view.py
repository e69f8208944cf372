"""Week, day and staff columns: entries beside their hours, dragged to move and at their edge to lengthen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.ui.notices import announce
from crm_desktop.ui.pages.calendar.book import Book
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.grid_parts import BeginsTyping, MovesChosen, TakesDrops, TellsTips, with_alt
from crm_desktop.ui.pages.calendar.state import CalendarState, View, moved
from crm_desktop.ui.pages.calendar.time_columns import columns_of
from crm_desktop.ui.pages.calendar.time_drag import HeldBlock, Place
from crm_desktop.ui.pages.calendar.time_finder import TimeFinder
from crm_desktop.ui.pages.calendar.time_layout import (
    DAY_MINUTES,
    SHORTEST,
    SNAP,
    blocks_of,
    minutes,
    time_at,
)
from crm_desktop.ui.pages.calendar.time_model import TimeModel
from crm_desktop.ui.pages.calendar.time_paint import TimeMarks, TimePainter, whole_day_lines
from crm_desktop.ui.pages.calendar.words import item_spoken
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

Key = Qt.Key
_DAYS = {Key.Key_Left: -1, Key.Key_Right: 1}
_HOURS = {Key.Key_Up: -1, Key.Key_Down: 1}
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint


class TimeView(TakesDrops, BeginsTyping, MovesChosen, TellsTips, QListView):
    """Emits what the user wants; its list of entries is what a screen reader reads."""

    moving_keys = (*_DAYS, *_HOURS)
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
        self.finder = TimeFinder(self.painter_)
        self._chosen: CalendarItem | None = None
        self._held: HeldBlock | None = None
        self._is_click = False
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

    def item_place(self, item: CalendarItem) -> QRect:
        """Return where an entry is on the screen."""
        return self._on_screen(self.finder.rect(item))

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
        return self.finder.rect(self.entries.items[index.row()]).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the entry at a place."""
        item = self.finder.item_at(point)
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
        key, alt = Qt.Key(event.key()), with_alt(event)
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
        elif self.begins_text(event):
            self.typed.emit(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters begin a new entry."""

    # Qt's own names: the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on an hour or an entry; an open entry can be dragged from here."""
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._is_click = True
        item = self.finder.item_at(point)
        self._stand_on(point)
        self.choose_item(item)
        if item is not None and item.status is FollowUpStatus.OPEN:
            is_edge = self.finder.is_edge(item, point)
            grip = self.painter_.minute_at(point.y()) - minutes(item.time) if item.time else SNAP
            self._held = HeldBlock(item, point, grip, is_edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; the cursor tells what can be done."""
        point, held = event.position().toPoint(), self._held
        if held is None:
            self.viewport().setCursor(self.finder.cursor_at(point))
            return
        if held.is_dragged or (point - held.start).manhattanLength() >= QApplication.startDragDistance():
            held.drag_to(point, self.painter_)
            shape = Qt.CursorShape.SizeVerCursor if held.is_edge else Qt.CursorShape.ClosedHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or open what was clicked."""
        held, self._held = self._held, None
        self.viewport().update()
        if held is not None and held.is_dragged:
            self.viewport().unsetCursor()
            if (dropped := held.dropped(self.painter_)) is not None:
                self.moved.emit(held.item, *dropped)
        elif event.button() == Qt.MouseButton.LeftButton and self._is_click:
            self._click(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to write at an hour."""
        if self.finder.item_at(event.position().toPoint()) is None:
            self.write_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the hour or the entry."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._stand_on(event.pos())
            self.choose_item(self.finder.item_at(event.pos()))
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.editor_place().center()))

    def tip_at(self, point: QPoint) -> str:
        """Return an entry in full."""
        item = self.finder.item_at(point)
        return item_spoken(item, self._chips.looks, self._state.today) if item is not None else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    # what is dropped from elsewhere

    def drop_place(self, point: QPoint) -> Place | None:
        """Return the day, the hour and the person at a place; the keyboard goes there."""
        place = self.finder.place_at(point)
        if place is not None:
            self._stand_on(point, tell=False)
        return place

    def mark_drop(self, point: QPoint | None) -> None:
        """Mark the column that would be dropped on."""
        over = self.painter_.column_at(point.x()) if point is not None else None
        if over != self._over:
            self._over = over
            self.viewport().update()

    # inside

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.take_drops()

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

    def _stand_on(self, point: QPoint, *, tell: bool = True) -> None:
        """Put the keyboard on the hour at a place, and with `tell` on its day."""
        column = self.painter_.column_at(point.x())
        if column is None:
            return
        self._staff = column
        if point.y() >= self.painter_.head():
            self._minute = int(self.painter_.minute_at(point.y())) // SHORTEST * SHORTEST
        day = self.painter_.scene.columns[column].day
        if tell and day != self._state.day:
            self.day_wanted.emit(day)

    def _click(self, point: QPoint) -> None:
        item = self.finder.item_at(point)
        if item is not None:
            self.item_opened.emit(item, self._on_screen(self.finder.rect(item)))
            return
        line = self.finder.line_at(point)
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
        if self._chosen is not None and self.step(by):
            return
        self.choose_item(None)
        self._stand_at(self._minute + by * SHORTEST)

    def _stand_at(self, minute: int) -> None:
        self._minute = max(0, min(DAY_MINUTES - SHORTEST, minute))
        self._bring_minute(self._minute)
        self.viewport().update()

    def step(self, by: int) -> bool:
        """Go to the next entry of the column."""
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
            self.item_opened.emit(self._chosen, self._on_screen(self.finder.rect(self._chosen)))

    def _move_chosen(self, days: int, by: int) -> None:
        item = self._chosen
        if item is None or item.status is not FollowUpStatus.OPEN:
            return
        at = time_at(minutes(item.time) + by) if item.time is not None else None
        self.moved.emit(item, Place(moved(item.day, days), at, item.owner_id), item.length)

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

    def _let_go(self) -> None:
        """Leave what is dragged where it was; letting the button go is no click any more."""
        self._held = None
        self._is_click = False
        self.viewport().unsetCursor()
        self.viewport().update()
