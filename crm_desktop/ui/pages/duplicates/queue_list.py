"""The queue as a list: names, how sure, and the best reason; the likeliest stand first."""

from __future__ import annotations

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
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crm_desktop.base.text import _T
from crm_desktop.services.say_likeness import verdict_words
from crm_desktop.ui.pages.duplicates.queue import Entry, Queue
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.reasons import BAND_TOKENS, score_text
from crm_desktop.ui.widgets.score_bar import paint_score

ENTRY = Qt.ItemDataRole.UserRole + 1
PADDING = 10
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


def entry_title(entry: Entry) -> str:
    """Return the names of a line, the number of customers where there are more than two."""
    names = " · ".join(entry.names)
    return f"{names} ({len(entry.ids)})" if len(entry.ids) > 2 else names


def entry_state(entry: Entry) -> str:
    """Return how sure a line is, or what was decided."""
    return verdict_words()[entry.decided.verdict] if entry.decided else score_text(entry.score, entry.band)


class QueueModel(QAbstractListModel):
    """The lines of the queue."""

    def __init__(self, queue: Queue, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._shown: list[Entry] = []

    def show(self) -> None:
        """Show what the queue holds now."""
        if self._shown == self._queue.entries:
            return
        self.beginResetModel()
        self._shown = list(self._queue.entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line for the delegate, its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (entry_title(entry), entry_state(entry), entry.reason) if part)
        return None


class QueueDelegate(QStyledItemDelegate):
    """Draws a line: names and percentage, bar and reason below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Wish for two lines of text."""
        return QSize(80, 2 * option.fontMetrics.lineSpacing() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        line = option.fontMetrics.lineSpacing()
        head = option.rect.adjusted(PADDING, 7, -PADDING, 0)
        head.setHeight(line)
        self._paint_head(painter, head, entry)
        self._paint_below(painter, head.translated(0, line + 3), entry)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
            if self._view.hasFocus():
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))

    def _paint_head(self, painter: QPainter, row: QRect, entry: Entry) -> None:
        painter.setFont(self._theme.font(1.0, bold=True))
        painter.setPen(self._theme.colour("text"))
        percent = "" if entry.decided else _T("Likeness", "{score} %").format(score=entry.score)
        painter.drawText(row, RIGHT, percent)
        free = row.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(percent) - 8, 0)
        title = painter.fontMetrics().elidedText(entry_title(entry), Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, LEFT, title)

    def _paint_below(self, painter: QPainter, row: QRect, entry: Entry) -> None:
        painter.setFont(self._theme.font(0.9))
        painter.setPen(self._theme.colour("muted"))
        text = entry_state(entry) if entry.decided else entry.reason
        free = QRect(row)
        if not entry.decided:
            width, height = round(self._theme.base_points * 4), max(5, row.height() // 3)
            bar = QRectF(row.right() - width, row.center().y() - height / 2, width, height)
            token = BAND_TOKENS[entry.band] if entry.band else "muted"
            paint_score(painter, bar, entry.score, self._theme, token)
            free.setRight(round(bar.left()) - 8)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, LEFT, shown)


class QueueList(QListView):
    """Emits the place the user goes to, and asks for more lines near the end."""

    moved = Signal(int)
    more_wanted = Signal()

    def __init__(self, theme: Theme, queue: Queue) -> None:
        super().__init__()
        named(self, "queue", _T("Duplicates", "Customers who may be one person"))
        self._theme = theme
        self._queue = queue
        self.lines = QueueModel(queue, self)
        self.setModel(self.lines)
        self.setItemDelegate(QueueDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(180)
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self._showing = False

    def show_queue(self) -> None:
        """Show the queue and the line at hand."""
        self._showing = True
        self.lines.show()
        index = self.lines.index(self._queue.current) if self._queue.current >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self._showing = False
        self._look_ahead()

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are keys of the page here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page."""
        if event.text().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if not self._showing and current.isValid():
            self.moved.emit(current.row())

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if self._queue.more and bar.value() >= bar.maximum() - self.viewport().height():
            self.more_wanted.emit()
