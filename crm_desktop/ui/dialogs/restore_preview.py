"""The part of the restore dialog that shows what would change: counts now and then, and who would be missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.preview_restore import Line, RestorePreview, kind_name, preview_sentences
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.row_list import RowList

PAUSE_MS = 250
"""After the choice has moved: who walks down the list does not open every backup on the way."""
Preview = Callable[[Path, str | None], RestorePreview]


class PreviewPanel(QWidget):
    """Asks what restoring a file would change, on a thread of its own, and shows it; only the last answer counts."""

    def __init__(self, theme: Theme, preview: Preview, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("restorePreview")
        self._preview, self._changed = preview, changed
        self._asked: tuple[Path, str | None] | None = None
        self._jobs: list[LongJob] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        headings = [_T("Preview", "What"), _T("Preview", "Now"), _T("Preview", "In the backup")]
        headings += [_T("Preview", "Difference"), _T("Preview", "Newest now"), _T("Preview", "Newest in the backup")]
        self.lines = RowList(theme, "restoreLines", _T("Preview", "What would change"), headings, stretch=0, rows=6)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = text_label("", "restoreSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        column.addWidget(self.said)
        self.lines.hide()

    def ask(self, backup: Path | None, code: str | None = None) -> None:
        """Show what restoring this file would change; None shows nothing."""
        self._asked = (backup, code) if backup is not None else None
        self.lines.hide()
        self.said.setText(_T("Preview", "Looking what would change …") if backup is not None else "")
        self._pause.start()

    def end(self) -> None:
        """Wait for what is being asked; nobody is told: the data is about to be replaced, or the dialog goes."""
        self._pause.stop()
        self._asked = None
        for job in self._jobs:
            job.end()
        self._jobs.clear()

    # inside

    def _ask(self) -> None:
        asked = self._asked
        if asked is None:
            return
        job = LongJob(lambda _progress: (asked, self._preview(*asked)))
        self._jobs.append(job)
        job.done.connect(self._show)
        job.failed.connect(self._nothing)
        job.crashed.connect(self._nothing)
        job.start()

    def _show(self, answer: tuple[tuple[Path, str | None], RestorePreview]) -> None:
        asked, preview = answer
        if asked != self._asked:
            return
        self.lines.clear()
        for line in preview.lines:
            item = self.lines.add_row(_cells(line))
            for column in (1, 2, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.lines.show()
        self.said.setText("\n".join(preview_sentences(preview)))
        self._changed()

    def _nothing(self, _error: object) -> None:
        """Show nothing of a file that does not open: restoring it says why."""
        self.said.setText("")
        self._changed()


def _cells(line: Line) -> list[str]:
    number = QLocale().toString
    difference = line.difference
    return [
        kind_name(line.kind),
        "–" if line.now is None else number(line.now),
        number(line.then),
        "–" if difference is None else f"{'+' if difference > 0 else ''}{number(difference)}",
        _moment(line.newest_now),
        _moment(line.newest_then),
    ]


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "–"
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)
