"""Typing as a person does, any script: what an input method commits, and what it is still composing."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Commit a text, as an input method does; keyClicks aborts on anything but ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, text: str) -> None:
    """Show a text that is being composed and not committed yet: "wang" before it becomes 王."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))
