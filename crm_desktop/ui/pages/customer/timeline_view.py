"""The list of the timeline: an icon, what happened, when; long texts wrap, changes stand value by value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crm_desktop.ui.moments import long_moment, short_moment
from crm_desktop.ui.pages.customer.timeline_lines import Line
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped_text import MeasuredTexts, paint_wrapped

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_BODY_LINES = 6
GAP = 8
Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """The lines in sight."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def when(self, line: Line) -> str:
        """Return the moment of a line, short."""
        return short_moment(line.entry.at, self._now())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line for the delegate, its words for searching and screen readers."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.when(line)} · {line.spoken}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return long_moment(line.entry.at)
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Draws a line: title and moment, the text below, who did it at the foot."""

    def __init__(self, theme: Theme, model: TimelineModel, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._measured = MeasuredTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height the wrapped text needs at the width of the view."""
        line: Line = index.data(LINE_ROLE)
        width = self._view.viewport().width()
        return QSize(width, self._heights(line, width, option.font)[2])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        self._paint_ground(painter, option)
        left, metrics = self._left(), option.fontMetrics
        room = QRect(left, rect.y() + GAP, rect.width() - left - GAP, rect.height())
        self._paint_icon(painter, rect, line)
        self._paint_head(painter, room, line, metrics)
        self._paint_body(painter, room, line, metrics)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(left, rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _left(self) -> int:
        return self._theme.icon_side(1.7) + 2 * GAP

    def _body_height(self, text: str, width: int, font: QFont) -> int:
        if not text:
            return 0
        most = MOST_BODY_LINES * QFontMetrics(font).lineSpacing()
        return min(self._measured.height(text, font, width - self._left() - GAP), most)

    def _heights(self, line: Line, width: int, font: QFont) -> tuple[int, int, int]:
        """Return the heights of body, foot and all."""
        metrics = QFontMetrics(font)
        body = self._body_height(line.body, width, font)
        foot = metrics.lineSpacing() if line.details else 0
        gaps = 2 * GAP + (3 if body else 0) + (2 if foot else 0)
        return body, foot, max(metrics.lineSpacing() + body + foot + gaps, self._theme.icon_side(1.7) + 2 * GAP)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.setBrush(self._theme.colour("selected" if selected else "hover"))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -2), 6, 6)

    def _paint_icon(self, painter: QPainter, rect: QRect, line: Line) -> None:
        side = self._theme.icon_side(1.7)
        disc = QRect(rect.x() + GAP // 2, rect.y() + GAP, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("info_soft" if line.is_contact else "window"))
        painter.drawEllipse(disc)
        if self._theme.tokens.name == "contrast":
            painter.setPen(self._theme.colour("line"))
            painter.drawEllipse(disc)
        inset = round(side * 0.24)
        token = "info" if line.is_contact else "muted"
        self._theme.icon(line.icon, token).paint(painter, disc.adjusted(inset, inset, -inset, -inset))

    def _paint_head(self, painter: QPainter, room: QRect, line: Line, metrics: QFontMetrics) -> None:
        when = self._model.when(line)
        row = QRect(room.x(), room.y(), room.width(), metrics.lineSpacing())
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(row, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        font.setStrikeOut(line.entry.undone)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted" if line.entry.undone else "text"))
        free = row.adjusted(0, 0, -metrics.horizontalAdvance(when) - GAP, 0)
        title = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)

    def _paint_body(self, painter: QPainter, room: QRect, line: Line, metrics: QFontMetrics) -> None:
        body, foot, _ = self._heights(line, self._view.viewport().width(), self._view.font())
        top = room.y() + metrics.lineSpacing()
        if body:
            top += 3
            painter.setPen(self._theme.colour("muted" if line.entry.undone else "text"))
            paint_wrapped(painter, QRect(room.x(), top, room.width(), body), line.body)
            top += body
        if foot:
            font = painter.font()
            font.setStrikeOut(False)
            font.setPointSizeF(font.pointSizeF() * 0.9)
            painter.setFont(font)
            painter.setPen(self._theme.colour("muted"))
            details = QFontMetrics(font).elidedText(line.details, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.x(), top + 2, room.width(), foot), int(Qt.AlignmentFlag.AlignVCenter), details)


class TimelineView(QListView):
    """The list; Enter, a double click or the menu key asks what can be done with a line."""

    asked = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], datetime], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "timeline", spoken)
        self.lines = TimelineModel(now)
        self.setModel(self.lines)
        self.setItemDelegate(TimelineDelegate(theme, self.lines, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet("QListView { border: none; }")
        self.doubleClicked.connect(lambda index: self.asked.emit(index.data(LINE_ROLE)))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def current_line(self) -> Line | None:
        """Return the chosen line."""
        index = self.currentIndex()
        return index.data(LINE_ROLE) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask on Enter."""
        line = self.current_line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.asked.emit(line)
        else:
            super().keyPressEvent(event)
