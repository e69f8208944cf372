"""The system's own file dialogs, opened without stopping the program; the last folder is remembered by purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.file_kinds import READABLE


def choose_open(
    parent: QWidget | None,
    title: str,
    kinds: str,
    on_file: Callable[[Path], object],
    *,
    memory: QSettings | None = None,
    purpose: str = "open",
) -> QFileDialog:
    """Ask for a file to read; `kinds` is a filter as Qt writes it ("Workbooks (*.xlsx *.csv)")."""
    dialog = _dialog(parent, title, kinds, memory, purpose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog, on_file, memory, purpose)


def choose_customers(parent: QWidget, memory: QSettings | None, on_file: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file with customers."""
    kinds = _T("Import", "Customer lists ({endings})").format(endings=" ".join(f"*{ending}" for ending in READABLE))
    title = _T("Import", "Choose a file with customers")
    return choose_open(parent, title, kinds, on_file, memory=memory, purpose="import")


def choose_save(
    parent: QWidget | None,
    title: str,
    kinds: str,
    *,
    proposed: str,
    on_file: Callable[[Path], object],
    memory: QSettings | None = None,
    purpose: str = "save",
) -> QFileDialog:
    """Ask where to write; the name proposed has an ending, which a name typed without one takes over."""
    dialog = _dialog(parent, title, kinds, memory, purpose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
    dialog.selectFile(proposed)
    return _ask(dialog, on_file, memory, purpose)


def choose_folder(parent: QWidget | None, title: str, on_folder: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder, which may be a new one."""
    dialog = _dialog(parent, title, "", None, "folder")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog, on_folder, None, "folder")


def _dialog(parent: QWidget | None, title: str, kinds: str, memory: QSettings | None, purpose: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(_last_folder(memory, purpose)), kinds)
    dialog.setObjectName(f"chooseFile.{purpose}")
    # Where the system has no file dialog of its own, Qt's is used, whose two labels are not translated.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _T("Files", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _T("Files", "Kind of file:"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _ask(dialog: QFileDialog, on_file: Callable[[Path], object], memory: QSettings | None, purpose: str) -> QFileDialog:
    def take(chosen: str) -> None:
        path = Path(chosen)
        if memory is not None:
            memory.setValue(f"files/{purpose}", str(path.parent))
        on_file(path)

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def _last_folder(memory: QSettings | None, purpose: str) -> Path:
    kept = memory.value(f"files/{purpose}") if memory is not None else None
    if kept and Path(str(kept)).is_dir():
        return Path(str(kept))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if Path(documents).is_dir() else Path.home()
