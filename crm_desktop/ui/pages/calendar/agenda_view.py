"""The agenda: a list by day that goes on as it is scrolled, one line for each entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.ui.pages.calendar.agenda_model import ROW, AgendaModel, Row
from crm_desktop.ui.pages.calendar.book import Book, is_late
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.grid_parts import BeginsTyping, MovesChosen, TakesDrops, with_alt
from crm_desktop.ui.pages.calendar.kind_look import due_text
from crm_desktop.ui.pages.calendar.state import CalendarState, Span, View, moved
from crm_desktop.ui.pages.calendar.words import clock, day_title, holiday_sign, item_text, label_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class AgendaDelegate(QStyledItemDelegate):
    """Draws headings of days, and entries with time, kind, words and owner."""

    def __init__(self, theme: Theme, chips: ChipPainter, state: CalendarState, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._chips = chips
        self._state = state
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wish for one line; a heading takes more."""
        row: Row = index.data(ROW)
        line = self._chips.metrics.height()
        return QSize(100, round(line * 2.3) if row.line is None else self._theme.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.line is None:
            self._paint_day(painter, rect, row)
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, self._theme.colour("hover"))
            self._paint_line(painter, QRectF(rect), row)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, row: Row) -> None:
        is_today = row.day == self._state.today
        painter.fillRect(rect, self._theme.colour("window"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._theme.font(1.05, bold=True))
        painter.setPen(self._theme.colour("accent_text" if is_today else "text"))
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        title = day_title(row.day)
        painter.drawText(room, _LEFT, title)
        left = room.left() + painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(self._theme.font(0.95))
        painter.setPen(self._theme.colour("muted"))
        beside = [due_text(row.day, self._state.today)] if abs((row.day - self._state.today).days) <= 1 else []
        if row.labels is not None:
            beside += [text for text in (holiday_sign(row.labels), label_text(row.labels)) if text]
        free = QRect(room)
        free.setLeft(left)
        painter.drawText(free, _LEFT, " · ".join(beside))
        painter.drawText(free, _RIGHT, str(row.count) if row.count else _T("Calendar", "nothing planned"))

    def _paint_line(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        hours = self._chips.metrics.horizontalAdvance("00:00 – 00:00") + 2 * _PAD
        height = self._chips.height + 4
        chip = QRectF(rect.left() + hours, rect.center().y() - height / 2, 0, height)
        line = row.line
        if line is None:
            return
        if line.item is None:
            chip.setRight(rect.right() - _PAD)
            self._chips.line(painter, chip, line)
            return
        self._paint_hours(painter, QRectF(rect.left() + _PAD, rect.top(), hours - _PAD, rect.height()), line.item)
        chip.setWidth(min(rect.right() - _PAD - chip.left(), self._chip_width(line.item)))
        self._chips.item(painter, chip, line.item, with_time=False)
        beside = QRectF(chip.right() + 10, rect.top(), rect.right() - chip.right() - _PAD - 10, rect.height())
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._chips.font)
        said = self._chips.looks.of(line.item.kind).word
        if is_late(line.item, self._state.today):
            painter.setPen(self._theme.colour("danger"))
            said = f"{said} · {due_text(line.item.day, self._state.today)}"
        painter.drawText(beside, _LEFT, self._chips.cut(said, beside.width()))

    def _paint_hours(self, painter: QPainter, room: QRectF, item: CalendarItem) -> None:
        painter.setFont(self._chips.strong if item.time else self._chips.font)
        is_open = item.status is FollowUpStatus.OPEN
        painter.setPen(QColor(self._theme.colour("text" if item.time and is_open else "muted")))
        painter.drawText(room, _LEFT, hours_text(item))

    def _chip_width(self, item: CalendarItem) -> float:
        signs = 4 if is_late(item, self._state.today) else 3
        words = self._chips.metrics.horizontalAdvance(item_text(item))
        return float(words + (self._chips.side + 6) * signs + 70)


class AgendaView(TakesDrops, BeginsTyping, MovesChosen, QListView):
    """Emits what the user wants, and `more_wanted` near its end."""

    moving_keys = (Key.Key_Left, Key.Key_Right)

    day_wanted = Signal(object)
    item_opened = Signal(object, QRect)
    line_opened = Signal(object, QRect)
    write_wanted = Signal()
    moved = Signal(object, object)
    typed = Signal(object)
    more_wanted = Signal()
    dropped_customers = Signal(object, object)
    dropped_follow_ups = Signal(object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, state: CalendarState, book: Book, chips: ChipPainter) -> None:
        super().__init__()
        named(self, "calendar.agenda", _T("Calendar", "Agenda"))
        self._state = state
        self._chips = chips
        self.span: Span = state.span()
        self.lines = AgendaModel(state, book, self)
        self.setItemDelegate(AgendaDelegate(theme, chips, state, self))
        self.setModel(self.lines)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.take_drops()
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    # what the page asks

    def begin(self) -> None:
        """Begin at the state's day, with the first days only."""
        self.span = self._state.span()

    def extend(self, days: int) -> Span:
        """Go on by so many days; return the new ones."""
        first, last = self.span
        following = (moved(last, 1), moved(last, days))
        self.span = (first, following[1])
        return following

    def show_days(self) -> None:
        """Show what state and book hold now."""
        self.lines.looks = self._chips.looks
        item = self.chosen_item()
        self.lines.show(self.span)
        row = self.lines.row_of(self._state.day, item) if self._state.view is View.AGENDA else None
        if row is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(row))
        self.viewport().update()

    def is_full(self) -> bool:
        """Tell whether there is more to scroll to than fits twice."""
        return self.verticalScrollBar().maximum() > self.viewport().height()

    def chosen_item(self) -> CalendarItem | None:
        """Return the entry the keyboard stands on."""
        row = self._row(self.currentIndex())
        return row.line.item if row is not None and row.line is not None else None

    def choose_item(self, item: CalendarItem | None) -> None:
        """Put the keyboard on an entry."""
        row = self.lines.row_of(item.day, item) if item is not None else None
        if row is not None:
            self.setCurrentIndex(self.lines.index(row))

    def current_day(self) -> date:
        """Return the day the keyboard stands on."""
        row = self._row(self.currentIndex())
        return row.day if row is not None else self._state.day

    def item_place(self, item: CalendarItem) -> QRect:
        """Return where an entry is on the screen."""
        row = self.lines.row_of(item.day, item)
        return self._place_on_screen(self.lines.index(row)) if row is not None else QRect()

    def editor_place(self) -> QRect:
        """Return where a text is typed, within the viewport: over the heading of the day."""
        row = self.lines.row_of(self.current_day())
        place = self.visualRect(self.lines.index(row or 0))
        left = round(self._chips.metrics.horizontalAdvance("00:00 – 00:00")) + 2 * _PAD
        return place.adjusted(left, 2, -_PAD, -2)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, move by days, or begin to type; the arrows are the list's."""
        key, alt = Qt.Key(event.key()), with_alt(event)
        item = self.chosen_item()
        if alt and key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down) and item is not None:
            days = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -7, Key.Key_Down: 7}[key]
            self.moved.emit(item, moved(item.day, days))
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(self.currentIndex())
        elif self.begins_text(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters begin a new entry."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell on which day the keyboard stands."""
        super().currentChanged(current, previous)
        row = self._row(current)
        if row is not None and self.hasFocus():
            self.day_wanted.emit(row.day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._open(index, by_mouse=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a line."""
        self.menu_wanted.emit(event.globalPos())

    # what is dropped from elsewhere

    def drop_place(self, point: QPoint) -> date | None:
        """Return the day of the line at a place."""
        row = self._row(self.indexAt(point))
        return row.day if row is not None else None

    # inside

    def _row(self, index: Index) -> Row | None:
        return self.lines.rows[index.row()] if index.isValid() and index.row() < len(self.lines.rows) else None

    def _open(self, index: Index, *, by_mouse: bool = False) -> None:
        row = self._row(index)
        if row is None:
            return
        shown = self._place_on_screen(index)
        if row.line is None:
            if not by_mouse:
                self.write_wanted.emit()
        elif row.line.item is not None:
            self.item_opened.emit(row.line.item, shown)
        else:
            self.line_opened.emit(row.line, shown)

    def _place_on_screen(self, index: Index) -> QRect:
        place = self.visualRect(self.lines.index(index.row()))
        place.setWidth(min(place.width(), self.viewport().width() // 2))
        return QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - self.viewport().height() // 2:
            self.more_wanted.emit()


def hours_text(item: CalendarItem) -> str:
    """Return when an entry is on its day: its hours, or the whole day."""
    if item.time is None:
        return _T("Calendar", "all day")
    if not item.length:
        return clock(item.time)
    end = (item.time.hour * 60 + item.time.minute + item.length) % (24 * 60)
    return f"{clock(item.time)} – {end // 60:02d}:{end % 60:02d}"
