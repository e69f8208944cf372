"""Tags as pills: one painter for widgets and for the delegates of lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.theme.tokens import Tokens, contrast, mix
from crm_desktop.ui.widgets.named import named

PADDING = 8


def pill_colours(colour: str, tokens: Tokens) -> tuple[str, str]:
    """Return ground and text of a pill: the tag's colour, moved until it can be read (4.5:1)."""
    if tokens.name == "contrast":
        return tokens.surface, tokens.text
    ground = mix(colour, tokens.surface, 0.22 if tokens.dark else 0.13)
    share = 1.0
    while share > 0 and contrast(mix(colour, tokens.text, share), ground) < 4.5:
        share -= 0.1
    return ground, mix(colour, tokens.text, max(share, 0.0))


def pill_width(metrics: QFontMetrics, text: str) -> int:
    """Return the width in pixels that a pill with this text takes."""
    return metrics.horizontalAdvance(text) + 2 * PADDING


def paint_pill(painter: QPainter, rect: QRectF, text: str, colour: str, tokens: Tokens) -> None:
    """Draw a pill; the text is cut with "…" where the rectangle is too narrow."""
    ground, front = pill_colours(colour, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(front)) if tokens.name == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(front))
    room = rect.adjusted(PADDING, 0, -PADDING, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


class TagPill(QWidget):
    """One tag; a removable one has a cross, takes the keyboard, and goes with Delete."""

    removed = Signal()

    def __init__(self, text: str, colour: str, theme: Theme, removable: bool = False) -> None:
        super().__init__()
        named(self, f"tag.{text}", text)
        self._text = text
        self._colour = colour
        self._theme = theme
        self._removable = removable
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(_T("Tags", "Press Delete to take this tag away"))
            self.setToolTip(_T("Tags", "Press Delete to take this tag away"))

    def sizeHint(self) -> QSize:
        """Wish for the text, and a square for the cross."""
        metrics = self.fontMetrics()
        height = metrics.height() + 6
        return QSize(pill_width(metrics, self._text) + (height - PADDING if self._removable else 0), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw pill, cross and focus ring."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        text_room = self.width() - self.height() + PADDING if self._removable else self.width()
        paint_pill(painter, rect, "", self._colour, self._theme.tokens)
        front = pill_colours(self._colour, self._theme.tokens)[1]
        painter.setPen(QColor(front))
        room = rect.adjusted(PADDING, 0, text_room - self.width() - PADDING + 1, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        if self._removable:
            self._paint_cross(painter, front)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go away when the cross is clicked."""
        if self._removable and event.position().x() > self.width() - self.height():
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Delete."""
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _paint_cross(self, painter: QPainter, front: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(front), 1.4))
        middle, arm = QRectF(self.width() - self.height(), 0, self.height(), self.height()).center(), self.height() / 7
        for tilt in (arm, -arm):
            painter.drawLine(
                int(middle.x() - arm), int(middle.y() - tilt), int(middle.x() + arm), int(middle.y() + tilt)
            )
