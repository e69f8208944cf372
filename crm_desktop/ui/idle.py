"""Tells when nobody has touched keyboard or mouse for a while, and when the computer has slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 5_000
_SLEPT_S = 60.0
"""A look that comes so much later than it was due was held up by sleep."""
_TOUCHES = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove, QEvent.Type.TabletPress),
    }
)


class Idle(QObject):
    """Watches the windows that have the keyboard, not every event of every widget: that would be felt."""

    idle = Signal()
    slept = Signal()
    back = Signal()
    """Somebody touches something again."""

    def __init__(
        self,
        seconds: Callable[[], float],
        running: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Begin; `seconds` is asked how long is too long, 0 for never."""
        super().__init__()
        self._seconds, self._running, self._wall = seconds, running, wall
        self._touched, self._looked = running(), wall()
        self._is_idle = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            application.applicationStateChanged.connect(self._state_changed)
            self._watch(QGuiApplication.focusWindow())

    def touch(self) -> None:
        """Count from now."""
        self._touched = self._running()

    def look(self) -> None:
        """See whether it has been too long."""
        before, self._looked = self._looked, self._wall()
        if self._looked - before > _SLEPT_S + _LOOK_MS / 1000:
            self.slept.emit()
        limit = self._seconds()
        if limit and self._running() - self._touched >= limit:
            self.touch()
            self._is_idle = True
            self.idle.emit()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is here."""
        if event.type() in _TOUCHES:
            self._touched = self._running()
            if self._is_idle:
                self._is_idle = False
                self.back.emit()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.slept.emit()
