"""Files that somebody opened with the program, kept until the window can take them.

They come with the start, from a second start (`single_window`), or from macOS, which tells the running application.
Whatever stands before the window meanwhile – a password, a PIN, a fault – they wait.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Inbox(QObject):
    """What waits to be opened; there is one for the whole application."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []

    def put(self, files: Iterable[Path]) -> None:
        """Add files; one that waits already is not opened twice."""
        new = [file for file in files if file not in self._waiting]
        self._waiting += new
        if new:
            self.arrived.emit()

    def take(self) -> list[Path]:
        """Return what waits, once."""
        taken, self._waiting = self._waiting, []
        return taken

    def waits(self) -> tuple[Path, ...]:
        """Return what waits, and leave it there."""
        return tuple(self._waiting)


def inbox() -> Inbox:
    """Return the one inbox of the application, made now if there was none."""
    application = QCoreApplication.instance()
    found = application.findChild(Inbox) if application is not None else None
    return found if isinstance(found, Inbox) else Inbox(application)


class Application(QApplication):
    """The application; macOS sends it the files that were double-clicked or dropped on its icon."""

    def event(self, event: QEvent) -> bool:
        """Put a file that is to be opened into the inbox."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                inbox().put([Path(event.file())])
            return True
        return super().event(event)
