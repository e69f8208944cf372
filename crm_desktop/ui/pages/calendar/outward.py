"""What the calendar shows as an .ics file, for phones and other programs: the days, people and kinds in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.export_calendar import CalendarChoice, export_calendar
from crm_desktop.services.export_customers import ExportResult
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.notices import Choice
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
        self._job: LongJob | None = None

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
        target = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
        choice, place = CalendarChoice(*self._state.span(), self._state.who), self._workplace
        job = self._job = LongJob(
            lambda progress: export_calendar(place, target, choice, cancelled=progress.is_cancelled)
        )
        job.done.connect(self._written)
        job.failed.connect(self._refused)
        job.crashed.connect(self._crashed)
        job.start()

    def _written(self, result: ExportResult) -> None:
        from crm_desktop.ui.dialogs.export_flow import open_folder

        folder = result.path.parent
        choice = Choice(_T("Export", "Open folder"), lambda: open_folder(folder))
        said = _T("CalendarExport", "%n (entry|entries) written to {file}.", None, result.rows)
        self._frame.notices.toast(said.format(file=result.path.name), choice=choice)

    def _refused(self, fault: Fault) -> None:
        self._frame.notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._frame.notices.tell_crash(error)
