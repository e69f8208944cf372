"""A calendar file is brought in: what is in it and what is wrong with it, then Import, then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.services.import_calendar import (
    CalendarFile,
    CalendarResult,
    bring_in,
    look_through,
    read_calendar_file,
)
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.choose_file import choose_open
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.row_list import RowList

_ROWS = 7


class _Stage(Enum):
    """How far the dialog is."""

    READING = 1
    ASKING = 2
    WRITING = 3
    DONE = 4
    REFUSED = 5


class BringCalendarDialog(Sheet):
    """Reads the file at once; nothing is written before Import is pressed."""

    def __init__(self, parent: QWidget, frame: Frame, shop: OpenShop, path: Path) -> None:
        super().__init__(parent, frame.theme, "bringCalendar", _T("BringCalendar", "Import a calendar"), ems=64)
        self._frame = frame
        self._shop = shop
        self._path = path
        self._file: CalendarFile | None = None
        self._job: LongJob | None = None
        self._backup: LongJob | None = None
        self.stage = _Stage.READING
        self.say_lead(path.name)
        self._arrange()
        self._close = self.add_verb("bringCalendar.cancel", _T("BringCalendar", "Cancel"), self.reject)
        self._verb = self.add_verb("bringCalendar.import", _T("BringCalendar", "Import"), self._import, "primary")
        self._read()

    def reject(self) -> None:
        """Close; a file that is being read is left, one that is being written is written first."""
        if self._job is not None:
            self._job.cancel()
        elif self.stage is not _Stage.WRITING:
            super().reject()

    # building

    def _arrange(self) -> None:
        self._progress = ProgressPanel("bringCalendar.progress", self.reject)
        self._card = CardPanel(_T("BringCalendar", "What is in it"), "bringCalendar.counts")
        self._counts = text_label("", "bringCalendar.told")
        self._more = text_label("", "bringCalendar.more", "muted")
        self._card.body.addWidget(self._counts)
        self._card.body.addWidget(self._more)
        self._wrong_title = text_label("", "bringCalendar.problems.title")
        headings = [
            _T("BringCalendar", "Line"),
            _T("BringCalendar", "What is wrong"),
            _T("BringCalendar", "What becomes of it"),
        ]
        spoken = _T("BringCalendar", "What is wrong in the file")
        self.problems = RowList(self.theme, "bringCalendar.problems", spoken, headings, stretch=1, rows=_ROWS)
        for widget in (self._progress, self._card, self._wrong_title, self.problems):
            self.body.addWidget(widget)

    def _turn(self, stage: _Stage) -> None:
        self.stage = stage
        waiting = stage in (_Stage.READING, _Stage.WRITING)
        self._progress.setVisible(waiting)
        told = stage in (_Stage.ASKING, _Stage.DONE)
        self._card.setVisible(told)
        for widget in (self._wrong_title, self.problems):
            widget.setVisible(told and self.problems.topLevelItemCount() > 0)
        self._verb.setVisible(stage is _Stage.ASKING)
        self._close.setVisible(not waiting)
        is_over = stage in (_Stage.DONE, _Stage.REFUSED)
        self._close.setText(_T("BringCalendar", "Close") if is_over else _T("BringCalendar", "Cancel"))
        (self._verb if stage is _Stage.ASKING and self._verb.isEnabled() else self._close).setFocus()
        self.fit(may_shrink=True)

    # reading

    def _read(self) -> None:
        place, path = self._shop.workplace, self._path

        def read(progress: Progress) -> tuple[CalendarFile, CalendarResult]:
            file = read_calendar_file(place, path, progress.is_cancelled)
            return file, look_through(place, file)

        self._progress.begin(_T("BringCalendar", "Reading {file} …").format(file=path.name))
        self._turn(_Stage.READING)
        job = self._job = LongJob(read)
        job.done.connect(self._ask)
        job.failed.connect(self._not_read)
        job.crashed.connect(self._crashed)
        job.start()

    def _ask(self, found: tuple[CalendarFile, CalendarResult]) -> None:
        self._job = None
        self._file, seen = found
        self._counts.setText(would_sentence(seen))
        self._show_more(seen)
        self._show_problems(seen)
        self._verb.setEnabled(bool(seen.created + seen.updated))
        self._turn(_Stage.ASKING)

    def _not_read(self, fault: Fault) -> None:
        self._job = None
        if fault.kind is FaultKind.CANCELLED:
            super().reject()
            return
        self._turn(_Stage.REFUSED)
        self.say_fault(sentence_for(fault))

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._turn(_Stage.REFUSED)
        self._frame.notices.tell_crash(error)

    def _show_more(self, seen: CalendarResult) -> None:
        lines = more_lines(seen)
        self._more.setText("\n".join(lines))
        self._more.setVisible(bool(lines))

    def _show_problems(self, seen: CalendarResult) -> None:
        self.problems.clear()
        locale = QLocale()
        for error in seen.errors:
            item = self.problems.add_row([locale.toString(error.row), error.problem, error.fix])
            item.setToolTip(1, error.problem)
        self.problems.set_height_in_rows(max(1, min(_ROWS, len(seen.errors))))
        self._wrong_title.setText(_T("BringCalendar", "%n problem(s) in the file, line by line:", None, seen.problems))

    # writing

    def _import(self) -> None:
        """Back up beside the two threads of the window, then write."""
        shop = self._shop
        self.say_fault("")
        self._progress.begin(_T("BringCalendar", "Backing up and importing …"), can_stop=False)
        self._turn(_Stage.WRITING)
        job = self._backup = LongJob(
            lambda _progress: back_up_if_changed(shop.workplace, shop.places, shop.key, BackupReason.IMPORT)
        )
        job.done.connect(self._write)
        job.failed.connect(self._not_written)
        job.crashed.connect(self._crashed)
        job.start()

    def _write(self, _backup: object) -> None:
        file, place = self._file, self._shop.workplace
        assert file is not None
        results: list[CalendarResult] = []

        def write() -> ChangeSet:
            results.append(bring_in(place, file))
            return results[-1].changes

        self._frame.work.write(write, lambda _changes: self._written(results[-1]), self._not_written)

    def _written(self, result: CalendarResult) -> None:
        self.heading.setText(_T("BringCalendar", "The calendar is imported"))
        self._counts.setText(did_sentence(result))
        self._show_more(result)
        self._turn(_Stage.DONE)

    def _not_written(self, fault: Fault) -> None:
        self._turn(_Stage.ASKING)
        self.say_fault(sentence_for(fault))


def would_sentence(seen: CalendarResult) -> str:
    """Say what an import would do."""
    if not seen.created + seen.updated:
        if not seen.unchanged:
            return _T("BringCalendar", "There is nothing in it that can be imported.")
        return _T("BringCalendar", "Everything in it is here already; nothing would change.")
    return _numbers(_T("BringCalendar", "{created} new, {updated} to change, {unchanged} as they are."), seen)


def did_sentence(result: CalendarResult) -> str:
    """Say what an import did."""
    text = _T(
        "BringCalendar", "{created} new, {updated} changed, {unchanged} as before. It can be taken back as a whole."
    )
    return _numbers(text, result)


def more_lines(seen: CalendarResult) -> list[str]:
    """Return what else there is to say of a file, a line each."""
    counts = seen.counts
    lines: Sequence[tuple[int, Callable[[int], str]]] = (
        (counts.series, lambda n: _T("BringCalendar", "%n of them (repeats|repeat).", None, n)),
        (
            counts.exceptions,
            lambda n: _T("BringCalendar", "%n single day(s) of what repeats.", None, n),
        ),
        (
            counts.with_customer,
            lambda n: _T("BringCalendar", "%n (belongs|belong) to a customer, by phone, e-mail or name.", None, n),
        ),
        (counts.over, lambda n: _T("BringCalendar", "%n of days gone by (is|are) kept as done.", None, n)),
        (
            seen.skipped,
            lambda n: _T("BringCalendar", "%n part(s) of other kinds (is|are) left out.", None, n),
        ),
    )
    return [say(number) for number, say in lines if number]


def _numbers(text: str, seen: CalendarResult) -> str:
    locale = QLocale()
    return text.format(**{name: locale.toString(getattr(seen, name)) for name in ("created", "updated", "unchanged")})


def show_calendars(parent: QWidget, frame: Frame, shop: OpenShop, paths: Sequence[Path]) -> BringCalendarDialog:
    """Bring calendar files in, each when the dialog of the one before it is closed."""
    first, rest = paths[0], list(paths[1:])
    dialog = BringCalendarDialog(parent, frame, shop, first)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if rest:
        dialog.finished.connect(lambda _code: show_calendars(parent, frame, shop, rest))
    dialog.open()
    return dialog


def choose_calendar(parent: QWidget, frame: Frame, shop: OpenShop) -> None:
    """Ask for a calendar file and bring it in."""
    choose_open(
        parent,
        _T("BringCalendar", "Choose a calendar"),
        _T("BringCalendar", "Calendars (*.ics *.ical *.vcs)"),
        lambda path: show_calendars(parent, frame, shop, [path]),
        memory=frame.memory,
        purpose="calendar",
    )
