"""Files dropped anywhere on the window: an overlay says what will happen, then they are handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.file_kinds import is_calendar_file, readable_files
from crm_desktop.ui.widgets.named import named


def drop_sentence(files: Sequence[Path]) -> str:
    """Say what letting go will do."""
    if all(map(is_calendar_file, files)):
        if len(files) == 1:
            return _T("Drop", "Let go to bring in the calendar “{name}”").format(name=files[0].name)
        return _T("Drop", "Let go to bring in %n calendars", None, len(files))
    if len(files) == 1:
        return _T("Drop", "Let go to bring in the customers of “{name}”").format(name=files[0].name)
    return _T("Drop", "Let go to bring in the customers of %n files", None, len(files))


class FileDrop(QObject):
    """Watches a window's drags; only files the program can read are taken."""

    def __init__(self, window: QWidget, on_files: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._on_files = on_files
        self._overlay = named(QLabel(window, wordWrap=True), "dropOverlay")
        self._overlay.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._overlay.setTextFormat(Qt.TextFormat.PlainText)
        self._overlay.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._overlay.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the window's drag events."""
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._overlay.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        files = _files(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._overlay.setText(drop_sentence(files))
        self._overlay.setGeometry(self._window.rect().adjusted(16, 16, -16, -16))
        self._overlay.show()
        self._overlay.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._overlay.hide()
        files = _files(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._on_files(files)
        return True


def _files(data: QMimeData) -> list[Path]:
    return readable_files(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
