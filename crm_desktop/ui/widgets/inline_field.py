"""A value with its label that turns into an editor where it stands.

F2, Enter, Space or a click begins; Enter commits, Tab commits and moves on, Esc takes back; leaving commits. What is
wrong with a value is said under it and never in a dialog. A commit only emits; the owner saves and calls `set_value`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped_text import MeasuredTexts, paint_wrapped

Validate = Callable[[str], str]
"""Returns what is wrong with a text in one sentence, or ""."""


class _Value(QAbstractButton):
    """The value at rest: text that can be pressed, wrapped over as many lines as it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._measured = MeasuredTexts()
        self.placeholder = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Wish for one line."""
        return QSize(120, self.heightForWidth(120) if "\n" in self.text() else self._line())

    def minimumSizeHint(self) -> QSize:
        """Need one line."""
        return QSize(40, self._line())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return max(self._line(), self._measured.height(self.text(), self.font(), width - 16) + 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw text, ground under the pointer, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().adjusted(1, 1, -1, -1)
        ring = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("focus"), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        if ring or self.underMouse():
            painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(self._theme.colour("text" if self.text() else "muted"))
        paint_wrapped(painter, self.rect().adjusted(8, 0, -8, 0), self.text() or self.placeholder, centred=True)

    def _line(self) -> int:
        return max(28, self.fontMetrics().height() + 12)


class InlineField(QWidget):
    """Emits `committed` with the new text when it differs and is valid."""

    committed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        spoken: str,
        *,
        validate: Validate | None = None,
        multiline: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        named(self, name)
        self._validate = validate or (lambda _: "")
        self._given = ""
        self._value = named(_Value(theme), f"{name}.value", spoken)
        self._value.placeholder = placeholder
        self._value.clicked.connect(self.begin)
        self.editor: QLineEdit | QPlainTextEdit = QPlainTextEdit() if multiline else QLineEdit()
        named(self.editor, f"{name}.editor", spoken)
        self.editor.setPlaceholderText(placeholder)
        self.editor.installEventFilter(self)
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.viewport().installEventFilter(self)
        self.editor.hide()
        self._value.installEventFilter(self)
        self._problem = named(QLabel(wordWrap=True), f"{name}.problem", role="danger")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._value, self.editor, self._problem):
            column.addWidget(widget)
        self.setFocusProxy(self._value)

    def value(self) -> str:
        """Return the value last given or committed."""
        return self._given

    def set_value(self, text: str) -> None:
        """Show a value; what is being typed is left alone."""
        self._given = text
        self._value.setText(text)
        self._value.setAccessibleDescription(text)
        self._value.updateGeometry()

    def is_editing(self) -> bool:
        """Say whether the editor is open."""
        return not self.editor.isHidden()

    def draft(self) -> str | None:
        """Return what is being typed, None when nothing is; for `save_state`."""
        return self._typed() if self.is_editing() else None

    def begin(self, draft: str | None = None) -> None:
        """Open the editor, with a draft that was kept or the value."""
        text = draft if isinstance(draft, str) else self._given
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.selectAll()
        else:
            self.editor.setPlainText(text)
        self._value.hide()
        self.editor.show()
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> bool:
        """Emit the text if it differs; False and a sentence when it is not valid."""
        text = self._typed().strip()
        problem = self._validate(text) if text != self._given else ""
        self.set_problem(problem)
        if problem:
            return False
        changed = text != self._given
        self.set_value(text)
        self._close()
        if changed:
            self.committed.emit(text)
        return True

    def cancel(self) -> None:
        """Close the editor and forget what was typed."""
        self.set_problem("")
        self._close()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong, "" for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        named(self.editor, self.editor.objectName(), invalid="true" if sentence else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of value and editor, and the editor's loss of focus."""
        if watched is self._value and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._value_key(event)
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._editor_key(event)
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.ignore()  # a dropped file is the window's, not a text for this field
            return True
        if watched is self.editor and event.type() == QEvent.Type.FocusOut and self.is_editing():
            self._focus_left()
        return super().eventFilter(watched, event)

    def _value_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin()
            return True
        return False

    def _editor_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.cancel()
            self._value.setFocus()
            return True
        wants_line = isinstance(self.editor, QPlainTextEdit) and not held & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not wants_line:
            if self.commit():
                self._value.setFocus()
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self.commit():
                self._value.setFocus()
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return True
        return False

    def _focus_left(self) -> None:
        from PySide6.QtWidgets import QApplication

        inside = QApplication.activePopupWidget() is not None or not self.window().isActiveWindow()
        if not inside:
            self.commit()

    def _typed(self) -> str:
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def _close(self) -> None:
        self.editor.hide()
        self._value.show()
        self.setFocusProxy(self._value)
