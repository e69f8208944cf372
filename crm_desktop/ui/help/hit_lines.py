"""Paints what a search of the guide found: the heading, and below it, quieter, the words around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crm_desktop.ui.theme.theme import Theme

EDGE = 6
_WRAP = int(Qt.TextFlag.TextWordWrap)


class HitLines(QStyledItemDelegate):
    """A line's first row is its heading; a line of the contents has no other."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Give both texts the room they need in the width of the list."""
        width = self._view.viewport().width() - 4 * self._view.spacing()
        parts = self._parts(index, QRect(0, 0, width, 10_000))
        return QSize(width, parts[-1][1].bottom() + EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw the ground of a chosen line, then the texts."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, self._theme.colour("selected"))
        for number, (text, place, font) in enumerate(self._parts(index, option.rect)):
            painter.setFont(font)
            quiet = "muted" if number and not chosen else "on_selected" if chosen else "text"
            painter.setPen(self._theme.colour(quiet))
            painter.drawText(place, _WRAP, text)
        painter.restore()

    def _parts(self, index: QModelIndex, room: QRect) -> list[tuple[str, QRect, QFont]]:
        heading, _, excerpt = str(index.data()).partition("\n")
        texts = [(heading, self._theme.font(bold=bool(excerpt)))]
        texts += [(excerpt, self._theme.font(0.9))] if excerpt else []
        parts, top = [], room.top() + EDGE // 2
        for text, font in texts:
            width = room.width() - 2 * EDGE
            height = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
            parts.append((text, QRect(room.left() + EDGE, top, width, height), font))
            top += height + 1
        return parts
