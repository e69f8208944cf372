"""Brings what waits in the inbox into the window, as soon as somebody can decide about it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.inbox import Inbox
from crm_desktop.ui.main_window import MainWindow

LOOK_MS = 300


class OpenedFiles(QObject):
    """Waits for a window that stands, is not locked and has no dialog over it."""

    def __init__(self, inbox: Inbox, open_files: Callable[[Sequence[Path]], object]) -> None:
        super().__init__()
        self._inbox = inbox
        self._open_files = open_files
        self._window: MainWindow | None = None
        self._stands = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._has_ended = False
        inbox.arrived.connect(self._wait)

    def serve(self, window: MainWindow) -> None:
        """Take a new window on; the one before it is gone."""
        self._window, self._stands = window, False
        window.settled.connect(self._settled)
        window.closed.connect(self._gone)

    def end(self) -> None:
        """Open nothing any more: the shop closes. What waits stays for the next one."""
        self._has_ended = True
        self._timer.stop()

    def _settled(self) -> None:
        self._stands = True
        if self._inbox.waits():
            self._wait()

    def _wait(self) -> None:
        if not self._has_ended:
            self._timer.start()

    def _gone(self) -> None:
        self._stands = False

    def _look(self) -> None:
        if not self._is_free():
            return
        self._timer.stop()
        if files := self._inbox.take():
            self._open_files(files)

    def _is_free(self) -> bool:
        window = self._window
        if window is None or not self._stands or not window.isVisible() or window.is_locked:
            return False
        return QApplication.activeModalWidget() is None
