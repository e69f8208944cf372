"""Small dialogs that ask for a name: of a tag, of a view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.ui.widgets.named import named


class AskName(QDialog):
    """One field, perhaps a tick beside it, and a button that names what will happen."""

    def __init__(
        self, parent: QWidget, title: str, label: str, verb: str, *, tick: str = "", ticked: bool = False
    ) -> None:
        super().__init__(parent)
        named(self, "askName", title)
        self.setWindowTitle(title)
        self.field = named(QLineEdit(), "askName.field", label)
        self.tick = named(QCheckBox(tick), "askName.tick", tick)
        self.tick.setChecked(ticked)
        self.tick.setVisible(bool(tick))
        caption = QLabel(label)
        caption.setBuddy(self.field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("askName.go")
        self._go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        for widget in (caption, self.field, self.tick, buttons):
            column.addWidget(widget)
        self.field.setMinimumWidth(320)
        self.field.textChanged.connect(self._check)
        self._check()

    def suggest(self, words: Iterable[str]) -> None:
        """Offer words while typing."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def name(self) -> str:
        """Return what was typed."""
        return self.field.text().strip()

    def _check(self) -> None:
        self._go.setEnabled(bool(self.name()))
