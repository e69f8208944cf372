"""The calendar on paper: the week, the agenda or the day's call list, printed or saved as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.calendar_paper import (
    Paper,
    agenda_paper,
    call_list_paper,
    save_paper,
    week_paper,
)
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.file_writing import FileWriting, with_ending
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.state import CalendarState, View

WEEK, AGENDA, CALLS = "week", "agenda", "calls"


class CalendarPaper(QObject):
    """Makes a document on the reading thread, then hands it to the printer or draws it in a child process."""

    def __init__(self, frame: Frame, workplace: Workplace, state: CalendarState, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._workplace = workplace
        self._state = state
        self._window = parent
        self._paper: Paper | None = None
        self._writing = FileWriting(frame.notices, self)

    def print_it(self, kind: str) -> None:
        """Open the print preview; without a printer, offer a PDF instead."""
        self._frame.work.read(self._maker(kind), self._print, group="calendar.paper")

    def save_it(self, kind: str) -> None:
        """Ask for a file and write the PDF."""
        self._frame.work.read(self._maker(kind), self._ask_file, group="calendar.paper")

    def _maker(self, kind: str) -> Callable[[], Paper]:
        place, day, who = self._workplace, self._state.day, self._state.who
        if kind == CALLS:
            return lambda: call_list_paper(place, day, who)
        if kind == AGENDA:
            return lambda: agenda_paper(place, day, who)
        first, last = CalendarState(day, day, View.WEEK, self._state.week_start).span()
        return lambda: week_paper(place, first, last, who)

    def _print(self, paper: Paper) -> None:
        from crm_desktop.ui.dialogs.paper import print_html

        if not print_html(self._window.window(), paper.title, paper.html):
            choice = Choice(_T("Calendar", "Save as PDF …"), lambda: self._ask_file(paper))
            said = _T("Calendar", "No printer is set up on this computer.")
            self._frame.notices.say(said, Level.INFO, (choice,), key="no-printer")

    def _ask_file(self, paper: Paper) -> None:
        from crm_desktop.ui.dialogs.choose_file import choose_save

        self._frame.notices.withdraw("no-printer")
        self._paper = paper
        choose_save(
            self._window.window(),
            _T("Calendar", "Save as PDF"),
            _T("Export", "PDF (*.pdf)"),
            proposed=f"{paper.title}.pdf",
            on_file=self.write,
            memory=self._frame.memory,
            purpose="export",
        )

    def write(self, path: Path) -> None:
        """Draw the document to a file, beside the two threads of the window: a save must not wait for it."""
        paper, place = self._paper, self._workplace
        if paper is None:
            return
        target = with_ending(path, ".pdf")
        said = _T("Calendar", "Saved as {file}.").format(file=target.name)
        self._writing.write(target, lambda _progress: save_paper(place, paper, target), lambda _nothing: said)
