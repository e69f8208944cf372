"""Lets files be dropped on a widget to attach them to the customer in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from crm_desktop.services.file_kinds import readable_files


class AttachDrop(QObject):
    """Takes the drags of a widget; `leaves_lists` leaves customer lists to the window, which imports them."""

    def __init__(
        self,
        widget: QWidget,
        attach: Callable[[Sequence[Path]], object],
        over: Callable[[bool], object],
        *,
        leaves_lists: bool,
    ) -> None:
        super().__init__(widget)
        self._attach = attach
        self._over = over
        self._leaves_lists = leaves_lists
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags that bring files."""
        if isinstance(event, QDragEnterEvent) and self._files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._over(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._over(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._over(False)
            files = self._files(event.mimeData())
            if files:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._attach(files)
                return True
        return super().eventFilter(watched, event)

    def _files(self, data: QMimeData) -> list[Path]:
        files = [path for url in data.urls() if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]
        return [] if self._leaves_lists and readable_files(files) else files
