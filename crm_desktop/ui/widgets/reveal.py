"""Brings what has just opened into sight, once it has its place."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 12
_SETTLED_MS = 60
"""Layouts within layouts take a few turns of the event loop until each has its place."""


def reveal(widget: QWidget) -> None:
    """Scroll the nearest place around a widget so far that it shows, its top at least."""

    def scroll() -> None:
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        focused = widget.window().focusWidget()
        area.ensureWidgetVisible(widget, 0, _MARGIN)
        if focused is not None and widget.isAncestorOf(focused):
            area.ensureWidgetVisible(focused, 0, _MARGIN)  # of what is higher than its place, what is being typed

    for wait in (0, _SETTLED_MS):
        QTimer.singleShot(wait, widget, scroll)
