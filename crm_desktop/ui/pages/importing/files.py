"""Where the wizard's own files go: the copy of the rows with errors, and blank templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.engine import Engine


def open_file(path: Path) -> None:
    """Open a file with the program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def on_clipboard() -> tuple[list[Path], str]:
    """Return what lies on the clipboard: files, and text."""
    data = QGuiApplication.clipboard().mimeData()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    return files, data.text() if data.hasText() else ""


def save_bad_rows_as(parent: QWidget, frame: Frame, source: str, on_file: Callable[[Path], object]) -> None:
    """Ask where the copy with the rows to mend goes."""
    name = _T("Import", "{file} – rows to mend.xlsx", "a file's name").format(file=Path(source).stem)
    choose_save(
        parent,
        _T("Import", "Where the copy goes"),
        _T("Import", "Excel workbook (*.xlsx)"),
        proposed=name,
        on_file=on_file,
        memory=frame.memory,
        purpose="errors",
    )


def save_template_as(parent: QWidget, frame: Frame, engine: Engine, kind: str) -> None:
    """Ask where a blank template goes, write it and offer to open it."""
    from crm_desktop.services.import_templates import template_name

    def save(target: Path) -> None:
        _Template(parent, frame, engine, kind, target).start()

    choose_save(
        parent,
        _T("Wizard", "Where the template goes"),
        _T("Import", "Excel workbook (*.xlsx)"),
        proposed=template_name(kind),
        on_file=save,
        memory=frame.memory,
        purpose="template",
    )


class _Template(QObject):
    """Writes one template beside the window's threads."""

    def __init__(self, parent: QObject, frame: Frame, engine: Engine, kind: str, target: Path) -> None:
        super().__init__(parent)
        self._frame, self._target = frame, target
        self._job = LongJob(lambda _progress: engine.write_template(kind, target))
        self._job.done.connect(self._written)
        self._job.failed.connect(frame.notices.tell_fault)
        self._job.crashed.connect(frame.notices.tell_crash)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def _written(self, _nothing: object) -> None:
        target = self._target
        choice = Choice(_T("Wizard", "Open it"), lambda: open_file(target))
        self._frame.notices.toast(_T("Wizard", "Template saved: {file}").format(file=target.name), choice=choice)
        self.deleteLater()
