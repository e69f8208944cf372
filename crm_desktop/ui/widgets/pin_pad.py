"""A field for a PIN with keys to press beside it: by keyboard or by mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_KEYS = "123456789"
_LONGEST = 12


class PinPad(QWidget):
    """Emits `entered` with the digits; what was typed is never shown."""

    entered = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name)
        self.field = named(QLineEdit(), f"{name}.field", _T("Pins", "PIN"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(_LONGEST)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setPlaceholderText(_T("Pins", "PIN"))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # digits go in as they are pressed
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.field))
        self.field.returnPressed.connect(self._enter)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, key in enumerate(_KEYS):
            grid.addWidget(self._key(theme, key, key), place // 3, place % 3)
        back = self._key(theme, "back", "")
        back.setIcon(theme.icon("arrow-left"))
        back.setAccessibleName(_T("Pins", "Take the last digit back"))
        grid.addWidget(back, 3, 0)
        grid.addWidget(self._key(theme, "0", "0"), 3, 1)
        self.enter = self._key(theme, "enter", _T("Pins", "OK"))
        self.enter.setProperty("kind", "primary")
        grid.addWidget(self.enter, 3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addLayout(grid)
        self.setFocusProxy(self.field)

    def clear(self) -> None:
        """Take everything out, and the keyboard in."""
        self.field.clear()
        self.field.setFocus()

    def set_able(self, able: bool) -> None:
        """Say whether something can be entered now."""
        self.setEnabled(able)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits wherever on the pad the keyboard is."""
        if event.text() and event.text() in "0123456789":
            self._press(event.text())
        else:
            super().keyPressEvent(event)

    def _key(self, theme: Theme, key: str, text: str) -> QPushButton:
        button = named(QPushButton(text), f"{self.objectName()}.{key}", text)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press of the mouse leaves the keyboard in the field
        button.setMinimumHeight(theme.icon_side(2.1))
        button.clicked.connect(partial(self._press, key))
        return button

    def _press(self, key: str, *_checked: object) -> None:
        if key == "enter":
            self._enter()
        elif key == "back":
            self.field.backspace()
        else:
            self.field.insert(key)
        if key != "enter":
            self.field.setFocus()

    def _enter(self) -> None:
        if self.field.text():
            self.entered.emit(self.field.text())
