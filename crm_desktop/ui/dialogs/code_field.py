"""A field for a recovery code, however its groups are written."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from crm_desktop.ui.widgets.named import named

SHAPE = "-".join(["XXXX"] * 7)
"""What a code looks like on paper."""


def code_field(name: str, spoken: str) -> QLineEdit:
    """Return an empty field that shows the shape of a code."""
    field = named(QLineEdit(), name, spoken)
    field.setPlaceholderText(SHAPE)
    return field
