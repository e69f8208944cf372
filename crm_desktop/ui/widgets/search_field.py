"""The search field: asks with every change of the text, and never with what an input method is still composing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class SearchField(QLineEdit):
    """Emits `asked` with the trimmed text whenever it differs; Esc clears; Down and Enter go to the results."""

    asked = Signal(str)
    entered = Signal(str)
    left_down = Signal()

    def __init__(self, theme: Theme, placeholder: str, name: str = "search") -> None:
        super().__init__()
        named(self, name, placeholder)
        self.setPlaceholderText(placeholder)
        self._asked = ""
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(theme.icon("x", "muted"), _T("Search", "Clear the search"), self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self.textChanged.connect(self._ask)

    def query(self) -> str:
        """Return what is searched for."""
        return self._asked

    def set_query(self, text: str) -> None:
        """Put a text into the field and search for it."""
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Leave the program its own keys, and Ctrl+Z and Ctrl+Y while the field has nothing of its own to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, leave on Enter and Down; an Esc in an empty field is for somebody else."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._asked)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave dropped files to the window, which imports them; take text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        return _is_no_editing(event) or self._has_no(event)

    def _has_no(self, event: QKeyEvent) -> bool:
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        nothing_back = event.matches(undo) and not self.isUndoAvailable()
        return nothing_back or (event.matches(redo) and not self.isRedoAvailable())

    def _ask(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        asked = " ".join(text.split())
        if asked != self._asked:
            self._asked = asked
            self.asked.emit(asked)


_EDITING = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z})


def _is_no_editing(event: QKeyEvent) -> bool:
    """Say whether it is Ctrl with a letter that is no editing; on X11 a field would take Ctrl+E and Ctrl+K too."""
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and is_letter and event.key() not in _EDITING
