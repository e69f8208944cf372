"""Offers the report of a window that never closed, on the strip, where it stands in nobody's way."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from crm_desktop.base.last_words import LeftOpen, answered, report_left
from crm_desktop.base.text import _T
from crm_desktop.ui.notices import Choice, Notices
from crm_desktop.ui.work import Work

_KEY = "ended"


class OfferReport:
    """Says it once a start; whoever says neither yes nor no is asked at the next one again."""

    def __init__(self, notices: Notices, work: Work, logs: Path) -> None:
        self._notices, self._work, self._logs = notices, work, logs

    def look(self, left: LeftOpen | None) -> None:
        """Offer what the window before left behind, or what was offered before and not answered."""
        logs = self._logs
        self._work.read(lambda: _read(report_left(left, logs)), self._say, group="report.left")

    def _say(self, found: tuple[Path, str] | None) -> None:
        if found is None:
            return
        file, report = found
        choices = (
            Choice(_T("Crash", "Copy details"), partial(self._copy, report)),
            Choice(_T("Crash", "Show file"), partial(self._show, file)),
            Choice(_T("Crash", "Delete"), partial(self._delete, file)),
            Choice(_T("Crash", "Not now"), lambda: None),
        )
        said = _T("Crash", "The program ended unexpectedly last time; nothing saved is lost.")
        self._notices.say(said, choices=choices, key=_KEY)

    def _copy(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self._notices.toast(
            _T("Crash", "The details are copied. They hold no customer data; send them to your helper.")
        )
        self._answer()

    def _show(self, file: Path) -> None:
        from crm_desktop.ui.file_writing import open_folder

        open_folder(file)
        self._answer()

    def _delete(self, file: Path) -> None:
        with suppress(OSError):  # then it goes with the others, when the shop keeps them no longer
            file.unlink(missing_ok=True)
        self._answer()

    def _answer(self) -> None:
        answered(self._logs)


def _read(file: Path | None) -> tuple[Path, str] | None:
    """Return a report with its text; None where there is none that can be read."""
    try:
        return None if file is None else (file, file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
