"""The report of a mistake of ours: what happened, in a file and ready to copy, with personal data masked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from crm_desktop.base.report import crash_report, save_report
from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named


class CrashDialog(QDialog):
    """Says that the program made a mistake and that the data are safe, and offers the details.

    `ends` where it cannot go on: no window stands behind it.
    """

    def __init__(self, parent: QWidget | None, report: str, file: Path | None, *, ends: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(_T("Crash", "Something went wrong"))
        self._report = report
        column = QVBoxLayout(self)
        said = _T("Crash", "The program made a mistake. What was saved before is safe, and you can go on working.")
        if ends:
            said = _T("Crash", "The program made a mistake and has to close. What was saved before is safe.")
        column.addWidget(named(QLabel(said, wordWrap=True), "crashSentence"))
        details = named(QPlainTextEdit(report, readOnly=True), "crashDetails", _T("Crash", "Details"))
        column.addWidget(details, 1)
        if file is not None:
            where = _T("Crash", "Also kept in {file}").format(file=file)
            column.addWidget(named(QLabel(where, wordWrap=True), "crashFile"))
        column.addWidget(self._buttons(_T("Crash", "Close") if ends else _T("Crash", "Go on working")))
        self.resize(640, 420)

    def _buttons(self, leave: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton(_T("Crash", "Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("crashCopy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        close = box.addButton(leave, QDialogButtonBox.ButtonRole.AcceptRole)
        close.setObjectName("crashClose")
        close.setDefault(True)
        box.accepted.connect(self.accept)
        return box


def show_end(error: BaseException, folder: Path) -> None:
    """Write the report of a mistake that ends the program, and show it until it is closed."""
    report = crash_report(error)
    CrashDialog(None, report, save_report(folder, report), ends=True).exec()


def show_crash(parent: QWidget | None, error: BaseException, folder: Path | None) -> CrashDialog:
    """Write the report and show it; a mistake made again and again is shown once, until that is closed."""
    shown = parent.findChild(CrashDialog) if parent is not None else None
    if isinstance(shown, CrashDialog) and shown.isVisible():
        return shown
    report = crash_report(error)
    file = save_report(folder, report) if folder is not None else None
    dialog = CrashDialog(parent, report, file)
    dialog.open()
    return dialog
