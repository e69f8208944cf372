"""A sentence that can be pressed to change what it says: wrapped over its lines, with a pencil at its end."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped_text import paint_wrapped, wrapped_height

_SIDE, _ABOVE = 10, 6


class SentenceButton(QAbstractButton):
    """A click, Enter or Space presses it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name)
        self._theme = theme
        self._pencil, self._faint = theme.icon("pencil", "text"), theme.icon("pencil", "border")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show a sentence."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wish for one line."""
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        """Need one line of a few words."""
        return QSize(120, self._line())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped sentence."""
        room = max(40, width - 3 * _SIDE - self._theme.icon_side())
        return max(self._line(), wrapped_height(self.text(), self.font(), room) + 2 * _ABOVE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw sentence, pencil, ground under the pointer and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        open_, over = self.isChecked(), self.underMouse()
        painter.setPen(QPen(self._theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(
            self._theme.colour("selected" if open_ else "hover") if open_ or over else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        side = self._theme.icon_side()
        painter.setPen(self._theme.colour("on_selected" if open_ else "text"))
        room = self.rect().adjusted(_SIDE, 0, -2 * _SIDE - side, 0)
        paint_wrapped(painter, room, self.text(), centred=True)
        pencil = self._pencil if over or self.hasFocus() or open_ else self._faint
        pencil.paint(painter, QRect(self.width() - _SIDE - side, 0, side, self.height()))
        painter.end()

    def _line(self) -> int:
        return self.fontMetrics().height() + 2 * _ABOVE
