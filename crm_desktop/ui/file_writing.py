"""Writing one file beside the two threads of the window, with the way to its folder once it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import Choice, Notices


class FileWriting(QObject):
    """Writes files one after the other for as long as its parent lives: no save has to wait for them."""

    def __init__(self, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        self._path = Path()
        self._sentence: Callable[[Any], str] = str
        self._job: LongJob | None = None

    def write(self, path: Path, job: Callable[[Progress], Any], sentence: Callable[[Any], str]) -> None:
        """Do a job that writes a file; `sentence` says of what it returned that it is done."""
        self._path, self._sentence = path, sentence
        running = self._job = LongJob(job)
        running.done.connect(self._written)
        running.failed.connect(self._refused)
        running.crashed.connect(self._crashed)
        running.start()

    def _written(self, result: object) -> None:
        folder = self._path.parent
        choice = Choice(_T("Export", "Open folder"), lambda: open_folder(folder))
        self._notices.toast(self._sentence(result), choice=choice)

    def _refused(self, fault: Fault) -> None:
        self._notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._notices.tell_crash(error)


def with_ending(path: Path, ending: str) -> Path:
    """Return a path whose name ends in ".pdf" or the like: what was typed stays before it."""
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")


def plain_file_name(name: str) -> str:
    """Return a name every system takes: without the characters that mean something in paths."""
    return "".join("-" if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name).strip(" .")


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
