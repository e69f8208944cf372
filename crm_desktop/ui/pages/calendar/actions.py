"""What the calendar does: shown at once from memory, written on the writing thread, put right where it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpDraft, FollowUpKey, FollowUpKind, Which
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.finish_follow_up import Finish
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.book import Book
from crm_desktop.ui.pages.calendar.day_entry import Begun
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.quick import draft_of
from crm_desktop.ui.pages.calendar.state import CalendarState


class CalendarActions(QObject):
    """Joins the book, the services and the notices."""

    painted = Signal()
    """The book shows something else already."""
    refused = Signal()
    """What the book shows may be wrong: read again."""

    def __init__(self, frame: Frame, jobs: CalendarJobs, book: Book, state: CalendarState, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._frame = frame
        self._jobs = jobs
        self._book = book
        self._state = state

    def move(self, item: CalendarItem, day: date, at: time | None, length: int | None) -> None:
        """Move an entry: it stands there at once; of a series this one alone, with a way to the others."""
        self._book.move(item.key, day, at, length)
        self.painted.emit()
        jobs = self._jobs
        on_done = (lambda _changes: self._offer_others(item.key)) if item.repeats else None
        self._write(lambda: jobs.move(item, day, at, length), on_done)

    def move_many(self, keys: Sequence[FollowUpKey], day: date) -> None:
        """Move entries to a day, each at its own time."""
        for key in keys:
            item = self._book.find(key)
            if item is not None:
                self._book.move(key, day, item.time, item.length)
        self.painted.emit()
        jobs = self._jobs
        self._write(lambda: jobs.move_many(keys, day))

    def to_today(self, which: Which) -> None:
        """Move what is late to today."""
        jobs = self._jobs
        self._write(lambda: jobs.to_today(which))

    def ask_spread(self, which: Which, count: int) -> None:
        """Ask how many a day, then spread what is late from today on."""
        from crm_desktop.ui.pages.today.bulk import SpreadDialog

        def spread(quota: int) -> None:
            self.spread(which, quota, self._state.today)

        _show(SpreadDialog(self._window, self._frame.theme, count, spread))

    def ask_close(self, which: Which, count: int) -> None:
        """Ask for the reason, then close what is late."""
        from crm_desktop.ui.pages.today.bulk import CloseDialog

        def close(reason: str) -> None:
            self.close(which, reason)

        _show(CloseDialog(self._window, self._frame.theme, count, close))

    def spread(self, which: Which, quota: int, first: date) -> None:
        """Spread what is late over the coming days."""
        jobs = self._jobs
        self._write(lambda: jobs.spread(which, quota, first))

    def close(self, which: Which, reason: str) -> None:
        """Close entries undone."""
        jobs = self._jobs
        self._write(lambda: jobs.close(which, reason))

    def remove(self, item: CalendarItem) -> None:
        """Remove an entry, of a series this one alone; the toast takes it back."""
        self._book.remove(item.key)
        self.painted.emit()
        jobs = self._jobs
        self._write(lambda: jobs.remove(item.key))

    def plan_typed(self, begun: Begun, text: str) -> None:
        """Plan what was typed on a day: the text may hold a time or another day."""
        draft = draft_of(text, begun.day, self._state.today)
        draft = replace(draft, time=draft.time or begun.at, owner_id=begun.owner_id)
        if not draft.title:
            draft = replace(draft, title=KindLooks().of(FollowUpKind.CALL.value).word)
        jobs = self._jobs
        for customer_id in begun.customer_ids or (None,):
            planned = replace(draft, customer_id=customer_id)
            self._write(_planning(jobs, planned))

    def finish(self, key: FollowUpKey, finish: Finish) -> None:
        """Mark an entry done."""
        jobs = self._jobs
        self._write(lambda: jobs.finish(key, finish))

    def hand_over(self, item: CalendarItem, person_id: int) -> None:
        """Give an entry to a colleague."""
        jobs = self._jobs
        reason = _T("Calendar", "moved in the calendar", "reason of a hand-over")
        self._write(lambda: jobs.hand_over(item.key, person_id, reason))

    def _write(self, job: Callable[[], ChangeSet], on_done: Callable[[ChangeSet], None] | None = None) -> None:
        self._frame.work.write(job, on_done, self._tell)

    def _tell(self, fault: Fault) -> None:
        self._frame.notices.tell_fault(fault)
        self.refused.emit()

    def _offer_others(self, key: FollowUpKey) -> None:
        """Say, after the window's own word on the move, that the others of the series stay where they are."""
        QTimer.singleShot(0, self, lambda: self._say_alone(key))

    def _say_alone(self, key: FollowUpKey) -> None:
        def edit() -> None:
            from crm_desktop.ui.pages.calendar.editor import change

            change(self._window, self._frame, self._jobs.workplace, key)

        text = _T("Calendar", "Moved this one only.")
        others = Choice(_T("Calendar", "The others too …"), edit)
        self._frame.notices.toast(text, lambda: self._frame.verbs.run("edit.undo"), others)


def _planning(jobs: CalendarJobs, draft: FollowUpDraft) -> Callable[[], ChangeSet]:
    return lambda: jobs.plan(draft)


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
