"""What the calendar shows as an .ics file, for phones and other programs: the days, people and kinds in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.export_calendar import CalendarChoice, export_calendar
from crm_desktop.services.export_customers import ExportResult
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.file_writing import FileWriting, with_ending
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.state import CalendarState

EXPORT_VERB = "calendar.export"


class CalendarOutward(QObject):
    """Asks for a name and writes the file beside the two threads of the window."""

    def __init__(self, frame: Frame, workplace: Workplace, state: CalendarState, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._workplace = workplace
        self._state = state
        self._window = parent
        self._writing = FileWriting(frame.notices, self)

    def verb(self) -> Verb:
        """Return the verb for menus and palette."""
        text = _T("Verbs", "Export this &view as .ics …")
        return Verb(EXPORT_VERB, text, self.ask, None, "download", Menu.FILE, 3, "calendar")

    def ask(self) -> None:
        """Ask where the file goes."""
        from crm_desktop.ui.dialogs.choose_file import choose_save

        first, last = self._state.span()
        name = _T("CalendarExport", "Follow-ups {first} – {last}", "a file's name")
        choose_save(
            self._window.window(),
            _T("CalendarExport", "Where the calendar goes"),
            _T("CalendarExport", "Calendar (*.ics)"),
            proposed=f"{name.format(first=first.isoformat(), last=last.isoformat())}.ics",
            on_file=self.write,
            memory=self._frame.memory,
            purpose="export",
        )

    def write(self, path: Path) -> None:
        """Write what is in sight; a series goes out whole."""
        target = with_ending(path, ".ics")
        choice, place = CalendarChoice(*self._state.span(), self._state.who), self._workplace

        def say(result: ExportResult) -> str:
            said = _T("CalendarExport", "%n (entry|entries) written to {file}.", None, result.rows)
            return said.format(file=result.path.name)

        self._writing.write(
            target, lambda progress: export_calendar(place, target, choice, cancelled=progress.is_cancelled), say
        )
