"""How alike, as a small bar and a percentage."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.ui.theme.theme import Theme


def paint_score(painter: QPainter, rect: QRectF, score: int, theme: Theme, token: str) -> None:
    """Draw a bar filled to a score of 0–100, in the colour of a token."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_ = rect.height() / 2
    painter.setPen(theme.colour("line") if theme.tokens.name == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour("line" if theme.tokens.name != "contrast" else "surface")))
    painter.drawRoundedRect(rect, round_, round_)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    filled = QRectF(rect.x(), rect.y(), max(rect.height(), rect.width() * min(score, 100) / 100), rect.height())
    painter.drawRoundedRect(filled, round_, round_)
    painter.restore()


class ScoreBar(QWidget):
    """As high as a line of text; the number stands beside it, so that it is decoration for a screen reader."""

    def __init__(self, theme: Theme, name: str, ems: float = 6.0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._ems = ems
        self._score = 0
        self._token = "accent_text"
        theme.changed.connect(self.updateGeometry)

    def show_score(self, score: int, token: str = "accent_text") -> None:
        """Show a score of 0–100."""
        self._score, self._token = score, token
        self.update()

    def sizeHint(self) -> QSize:
        """Wish for a width that grows with the text."""
        return QSize(round(self.fontMetrics().height() * self._ems * 0.6), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        height = max(5.0, self.height() / 3)
        bar = QRectF(0.5, (self.height() - height) / 2, self.width() - 1, height)
        paint_score(painter, bar, self._score, self._theme, self._token)
        painter.end()
