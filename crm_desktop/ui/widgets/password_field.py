"""A field for a password: hidden or shown, and it says when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class PasswordField(QWidget):
    """The field, an eye that shows what is typed, and a hint below while Caps Lock is on."""

    grown = Signal()
    """A hint came or went."""

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.row")
        self._theme = theme
        self.field = named(_Line(), name, spoken)
        self.setFocusProxy(self.field)
        self.eye = IconButton(theme, f"{name}.eye", "eye", _T("Password", "Show the password"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show_typed)
        self._caps = named(QLabel(_T("Password", "Caps Lock is on.")), f"{name}.caps", role="danger")
        self._caps.hide()
        self.field.caps_lock.connect(self._hint)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._caps)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def clear(self) -> None:
        """Empty the field and hide what comes next."""
        self.field.clear()
        self.eye.setChecked(False)

    def mark(self, *, wrong: bool) -> None:
        """Show the field itself as wrong, or as well."""
        self.field.setProperty("invalid", "true" if wrong else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _show_typed(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(self._theme.icon("eye-off" if shown else "eye", "muted"))
        self.eye.say(_T("Password", "Hide the password") if shown else _T("Password", "Show the password"))

    def _hint(self, on: bool) -> None:
        if on and self._caps.isHidden():
            announce(self, self._caps.text())
        if on == self._caps.isHidden():
            self._caps.setVisible(on)
            self.grown.emit()


class _Line(QLineEdit):
    """Hides what is typed; emits `caps_lock` with what the keys tell about it."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # Words picked from a list are remembered by the input method, and cannot be picked while they are hidden.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhLatinOnly
        )
        self._is_on: bool | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Learn from a letter's case whether Caps Lock is on: no system tells it alike."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._is_on is not None:
            self._learn(not self._is_on)
        elif len(text) == 1 and text.isascii() and text.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._learn(text.isupper() != shifted)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Know nothing of what is pressed elsewhere."""
        self._is_on = None
        super().focusOutEvent(event)

    def _learn(self, on: bool) -> None:
        self._is_on = on
        self.caps_lock.emit(on)
