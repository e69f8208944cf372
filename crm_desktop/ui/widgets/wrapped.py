"""Labels of plain text that wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from crm_desktop.ui.widgets.named import named


def wrapped_label(name: str, role: str = "", text: str = "") -> QLabel:
    """Return a label that breaks over as many lines as it needs; nothing in it is read as HTML."""
    label = named(QLabel(text, wordWrap=True), name, role=role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
