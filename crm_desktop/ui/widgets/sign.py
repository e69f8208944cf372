"""A small picture beside words, drawn in a colour of the theme that holds when it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.ui.theme.theme import Theme


class Sign(QWidget):
    """One icon, `factor` times as large as goes with ordinary text; the words beside it say what it means."""

    def __init__(self, theme: Theme, icon: str, token: str, factor: float = 1.0) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._icon = theme.icon(icon, token)
        self._factor = factor
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Wish for the icon and the margins around it."""
        side = self._theme.icon_side(self._factor)
        return QSize(side, side).grownBy(self.contentsMargins())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon in the middle."""
        side = self._theme.icon_side(self._factor)
        place = QRect(0, 0, side, side)
        place.moveCenter(self.contentsRect().center())
        painter = QPainter(self)
        self._icon.paint(painter, place)
        painter.end()
