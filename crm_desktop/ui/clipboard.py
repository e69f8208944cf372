"""Customers' data on the clipboard: for a moment only, unless somebody has put something else there since."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 30_000
_TIMER = "privateClipboard"


def copy_for_a_moment(text: str) -> None:
    """Put a customer's data on the clipboard; it is taken off again after half a minute."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    timer = _timer(clipboard) or _new_timer(clipboard)
    timer.setProperty("text", text)
    timer.start(STAYS_MS)


def clear_clipboard() -> None:
    """Take off now what was put there for a moment."""
    clipboard = QGuiApplication.clipboard()
    timer = _timer(clipboard)
    if timer is None:
        return
    timer.stop()
    ours = timer.property("text")
    timer.setProperty("text", None)
    if ours and clipboard.text() == ours:
        clipboard.clear()


def _timer(clipboard: QClipboard) -> QTimer | None:
    found = clipboard.findChild(QTimer, _TIMER)
    return found if isinstance(found, QTimer) else None


def _new_timer(clipboard: QClipboard) -> QTimer:
    timer = QTimer(clipboard, singleShot=True)
    timer.setObjectName(_TIMER)
    timer.timeout.connect(clear_clipboard)
    return timer
