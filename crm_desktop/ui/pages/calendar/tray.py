"""What is late, at the side: with the days it is late, to be dragged onto a day or put right many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey, OnToday, Which
from crm_desktop.services.read_today import TodayItem
from crm_desktop.ui.carried import carry_follow_ups
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.jobs import Overdue
from crm_desktop.ui.pages.calendar.kind_look import due_text, missed_text
from crm_desktop.ui.pages.calendar.peek import wrapping
from crm_desktop.ui.pages.calendar.words import item_spoken, item_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ITEM = Qt.ItemDataRole.UserRole + 1
LATE = Qt.ItemDataRole.UserRole + 2
_PAD = 10
_LINES_FOR_VERBS = 16
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class TrayModel(QAbstractListModel):
    """The late entries, the oldest and weightiest first."""

    def __init__(self, chips: ChipPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._chips = chips
        self.items: list[CalendarItem] = []
        self._found: tuple[TodayItem, ...] = ()

    def show(self, found: tuple[TodayItem, ...]) -> None:
        """Show other entries."""
        if found != self._found:
            self.beginResetModel()
            self._found, self.items = found, [one.item for one in found]
            self.endResetModel()

    def _late(self, row: int) -> tuple[str, str]:
        """Return how late an entry is, and how often its series was missed."""
        found = self._found[row]
        since = found.since if found.missed > 1 else found.item.day
        often = _T("Due", "%n time(s)", n=found.missed) if found.missed > 1 else ""
        return due_text(since, self._chips.today), often

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry for the delegate, its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role == LATE:
            return self._late(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = item_spoken(item, self._chips.looks, self._chips.today)
            found = self._found[index.row()]
            missed = missed_text(found.missed, found.since, self._chips.today)
            return f"{said} · {missed}" if missed else said
        return None


class TrayDelegate(QStyledItemDelegate):
    """Draws an entry in two lines: what it is, and how late."""

    def __init__(self, theme: Theme, chips: ChipPainter, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._chips = chips
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Wish for two lines."""
        return QSize(80, 2 * option.fontMetrics.lineSpacing() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry."""
        item: CalendarItem = index.data(ITEM)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        self._paint_texts(painter, rect, item, *index.data(LATE))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRect, item: CalendarItem, due: str, missed: str) -> None:
        line = self._chips.metrics.lineSpacing()
        look = self._chips.looks.of(item.kind)
        first = QRectF(rect.left() + _PAD, rect.top() + 5, rect.width() - 2 * _PAD, line)
        front = look.colours(self._theme.tokens)[1]
        self._chips.glyphs.paint(painter, first.topLeft(), self._chips.side, look.icon, front)
        words = first.adjusted(self._chips.side + 6, 0, 0, 0)
        painter.setFont(self._chips.font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(words, _LEFT, self._chips.cut(item_text(item), words.width()))
        below = words.translated(0, line + 1)
        late = self._chips.cut(due, below.width())
        painter.setPen(self._theme.colour("danger"))
        painter.drawText(below, _RIGHT, late)
        below.setRight(below.right() - self._chips.metrics.horizontalAdvance(late) - 6)
        painter.setPen(self._theme.colour("muted"))
        if below.width() > self._chips.metrics.averageCharWidth() * 3:
            painter.drawText(below, _LEFT, self._chips.cut(missed or look.word, below.width()))


class TrayList(QListView):
    """The list; what is chosen can be dragged onto a day."""

    opened = Signal(object, QRect)

    def __init__(self, theme: Theme, chips: ChipPainter) -> None:
        super().__init__()
        named(self, "calendar.late", _T("Calendar", "What is late"))
        self.entries = TrayModel(chips, self)
        self.setModel(self.entries)
        self.setItemDelegate(TrayDelegate(theme, chips, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._pressed: tuple[QMouseEvent, list[FollowUpKey]] | None = None
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def chosen(self) -> list[FollowUpKey]:
        """Return the chosen entries in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.entries.items[row].key for row in rows]

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are keys of the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; what was chosen already may be dragged together."""
        index = self.indexAt(event.position().toPoint())
        was_chosen = index.isValid() and self.selectionModel().isSelected(index)
        before = self.chosen() if was_chosen else []
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        self._pressed = (event.clone(), before or self.chosen()) if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed, once it has gone far enough."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        pressed, keys = self._pressed
        way = (event.position() - pressed.position()).toPoint().manhattanLength()
        if way >= QApplication.startDragDistance() and keys:
            self._pressed = None
            self._drag(keys)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave what was pressed."""
        super().mouseReleaseEvent(event)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an entry."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._open()

    def _open(self) -> None:
        index = self.currentIndex()
        place = self.visualRect(index)
        shown = QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())
        self.opened.emit(self.entries.items[index.row()], shown)

    def _drag(self, keys: Sequence[FollowUpKey]) -> None:
        drag = QDrag(self)
        drag.setMimeData(carry_follow_ups(keys))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


class Tray(CardPanel):
    """Emits what is to be done with the chosen entries, and how many; with none chosen, with all that are late."""

    to_today = Signal(object)
    spread_wanted = Signal(object, int)
    close_wanted = Signal(object, int)
    hidden = Signal()

    def __init__(self, theme: Theme, chips: ChipPainter) -> None:
        super().__init__(_T("Calendar", "Late"), "calendar.tray")
        self._count = self._listed = 0
        self._today = date.min
        self.list = TrayList(theme, chips)
        self.said = named(QLabel(wordWrap=True), "calendar.tray.said", role="muted")
        cross = IconButton(theme, "calendar.tray.hide", "x", _T("Calendar", "Hide what is late"))
        cross.clicked.connect(self.hidden)
        self.add_tool(cross)
        verbs = wrapping(QWidget())
        flow = FlowLayout(verbs)
        for name, text, run in (
            ("today", _T("Calendar", "To today"), self._move_to_today),
            ("spread", _T("Calendar", "Spread …"), self._spread),
            ("close", _T("Calendar", "Close …"), self._close),
        ):
            flow.addWidget(make_button(f"calendar.tray.{name}", text, run))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(verbs)
        column.addWidget(self.list, 1)
        self._verbs = verbs
        self.body.addLayout(column, 1)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()
        self.list.selectionModel().selectionChanged.connect(self._say)

    def show_overdue(self, overdue: Overdue) -> None:
        """Show what is late."""
        self._count = overdue.count
        self.list.entries.show(overdue.items)
        self._say()

    def meant(self) -> tuple[Which, int]:
        """Return what the buttons are for, and how many that is: all of them where all that are listed are chosen."""
        chosen = self.list.chosen()
        if chosen and len(chosen) < len(self.list.entries.items):
            return chosen, len(chosen)
        return OnToday(), self._count

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a low place to the list alone: with large text the buttons would be cut off."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        is_low = self.height() < _LINES_FOR_VERBS * self.fontMetrics().lineSpacing()
        self._verbs.setVisible(self._listed > 0 and not is_low)
        self.said.setVisible(not (self._listed and is_low))

    def _fit(self) -> None:
        self.setMinimumWidth(min(260, round(self._theme.base_points * 17)))

    def _say(self) -> None:
        chosen, listed = len(self.list.chosen()), len(self.list.entries.items)
        chosen = self._count if chosen == listed else chosen
        self.heading.setText(_T("Calendar", "%n late", None, self._count))
        self._listed = listed
        self._make_room()
        if not listed:
            self.said.setText(_T("Calendar", "Nothing is late."))
        elif chosen:
            self.said.setText(_T("Calendar", "%n chosen: drag them onto a day, or", None, chosen))
        elif self._count > listed:
            said = _T("Calendar", "The first {shown} of {count} are listed: drag them onto a day, or all {count}:")
            self.said.setText(said.format(shown=listed, count=self._count))
        else:
            self.said.setText(_T("Calendar", "Drag them onto a day, or all:"))

    def _move_to_today(self) -> None:
        self.to_today.emit(self.meant()[0])

    def _spread(self) -> None:
        self.spread_wanted.emit(*self.meant())

    def _close(self) -> None:
        self.close_wanted.emit(*self.meant())
