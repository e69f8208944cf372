"""Fields that a scanned code is meant for: a product's barcode, a new card's number, the code of a statement."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

W = TypeVar("W", bound=QWidget)
_PROPERTY = "takesScans"


def takes_scans(field: W) -> W:
    """Have a field take what is scanned while the keyboard is in it; return it."""
    field.setProperty(_PROPERTY, True)
    return field


def give_scan(widget: QWidget | None, code: str) -> bool:
    """Write a scanned code into the field with the keyboard; False where it takes none."""
    if widget is None or not widget.property(_PROPERTY):
        return False
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(code)
    elif isinstance(widget, QLineEdit):
        widget.selectAll()
        widget.insert(code)
    else:
        return False
    return True
