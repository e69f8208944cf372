"""Names for widgets: what tests and scripts find them by, and what a screen reader says."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, spoken: str = "", **properties: str) -> W:
    """Give a widget its objectName, its accessible name and style properties ("kind", "role", "panel"); return it."""
    widget.setObjectName(name)
    widget.setAccessibleIdentifier(name)  # else assistive tools get the way to it, cut at the last dot of the name
    if spoken:
        widget.setAccessibleName(spoken)
    for key, value in properties.items():
        widget.setProperty(key, value)
    return widget
