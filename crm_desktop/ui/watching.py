"""Watches over the open book: damage, a file that was moved, a disk that does not answer or has no room.

A damaged or moved file stops every write at once; one calm sentence leads to the guided way out. Looking is done on a
thread that gives way to everything; the full check runs in a child process while nobody is at the till.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.base.writable import REFUSING
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.watch_database import EVERY_MS, Look, look
from crm_desktop.ui.idle import Idle
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.notices import Choice, Level, Notices
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.backup_schedule import Kept

FIRST_MS = 3_000
"""After the window has settled: first the page, then the look behind it."""
IDLE_S = 600.0
"""So long nobody has touched anything before the full check begins."""
REOPEN_EACH_S = 60.0
_STOPPED, _ROOM, _DISK = "watching.stopped", "watching.room", "watching.disk"

Restart = Callable[[FaultKind], object]
"""Closes the window and opens the guided way out of this fault."""


class Watching(QObject):
    """Serves one window at a time."""

    only_read = Signal()
    """The disk takes no writes any more."""

    def __init__(self, shop: Callable[[], OpenShop], work: Work, notices: Notices, restart: Restart) -> None:
        super().__init__()
        self._shop, self._work, self._notices, self._restart = shop, work, notices, restart
        self._window: MainWindow | None = None
        self._job: LongJob | None = None
        self._is_full = False
        self._reopened = float("-inf")
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self.look_quickly)
        self._next = QTimer(self)
        self._next.timeout.connect(self.look)
        self._idle = Idle(lambda: IDLE_S)
        self._idle.idle.connect(self.check_fully)
        self._idle.back.connect(self.stop_checking)
        self._idle.slept.connect(self.look)
        work.faulted.connect(self.hear)

    def serve(self, window: MainWindow) -> None:
        """Watch for a new window from when it has settled; the one before it is gone."""
        self._window = window
        window.settled.connect(self._begin)
        window.closed.connect(self._leave)

    def end(self) -> None:
        """Watch no more: the program closes."""
        self._leave()
        self._idle.stop()
        if self._job is not None:
            self._job.end()
            self._job = None

    # looking

    def look(self) -> None:
        """Look at the file and its disk."""
        if self._window is not None and self._window.is_watching():
            store = self._shop().store
            self._work.read(lambda: look(store), self._looked, group="watching", patient=True, can_wait=True)

    def look_quickly(self) -> None:
        """Look through the file behind the start."""
        from crm_desktop.services.look_for_damage import quick_look

        shop = self._shop()
        now = shop.workplace.now()
        self._run(lambda progress: quick_look(shop.store, shop.places, shop.key, now, progress.is_cancelled))

    def check_fully(self) -> None:
        """Check everything where that is due; nobody is here."""
        from crm_desktop.services.look_for_damage import full_check, is_full_check_due

        shop = self._shop()
        now = shop.workplace.now()
        if self._job is None and not shop.store.is_only_read and is_full_check_due(shop.places, shop.key, now):
            self._is_full = True
            self._run(lambda progress: full_check(shop.store, shop.places, shop.key, now, progress.is_cancelled))

    def stop_checking(self) -> None:
        """Give the computer back: somebody is here again."""
        if self._is_full and self._job is not None:
            self._job.cancel()

    # what was met

    def hear(self, fault: Fault) -> None:
        """Take notice of a fault that any job met."""
        own = str(self._shop().store.path)
        if str(fault.values.get("file", own)) != own:
            return  # another file: a backup that was looked at
        if fault.kind in (FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_MOVED):
            self.stop(fault.kind)
        elif fault.kind in REFUSING:
            self._ask_disk(fault.kind)

    def hear_kept(self, kept: Kept) -> None:
        """Take notice of what the shop's keeping met: a backup reads the whole book."""
        for fault in kept.faults.values():
            self.hear(fault)

    def stop(self, kind: FaultKind) -> None:
        """Stop every write and lead to the way out."""
        guard = self._shop().store.guard
        if kind is FaultKind.DATABASE_READ_ONLY:
            self.only_read.emit()
            return
        is_new = _STOPPED not in {notice.key for notice in self._notices.standing}
        guard.stop(kind)
        self._notices.withdraw(f"fault.{kind.value}")
        if not is_new:
            return
        if kind is FaultKind.DATABASE_MOVED:
            self._rescue()
        else:
            self._say_damage()

    def _ask_disk(self, kind: FaultKind) -> None:
        """Find out whether the disk takes no writes any more; after another error of it, open the file anew."""
        from crm_desktop.services.watch_database import stop_if_protected

        shop = self._shop()
        if shop.store.is_only_read:
            return

        def heard(is_protected: bool) -> None:
            if is_protected:
                self.only_read.emit()
            elif kind is FaultKind.DISK_ERROR:
                self._reopen()

        self._work.watch(lambda: stop_if_protected(shop.store, shop.places), heard)

    def _say_damage(self) -> None:
        text = _T(
            "Watching",
            "Part of the customer book can no longer be read. Nothing is written any more, so that nothing is lost; "
            "what you see is right.",
        )
        choice = Choice(_T("Watching", "Get the shop back …"), partial(self._restart, FaultKind.DATABASE_DAMAGED))
        self._notices.say(text, Level.FAULT, (choice,), key=_STOPPED)

    def _rescue(self) -> None:
        """Keep what the open connection still reads, then say what happened."""
        from crm_desktop.services.watch_database import rescue

        shop = self._shop()
        self._work.watch(lambda: _tried(lambda: rescue(shop.workplace, shop.places, shop.key)), self._rescued)

    def _rescued(self, backup: object) -> None:
        happened = _T(
            "Watching",
            "The file of the customer book was moved, renamed or replaced by another program. Nothing is written any "
            "more.",
        )
        kept = _T("Watching", "All that you entered is in a new backup.")
        lost = _T(
            "Watching", "A backup of what is open now could not be made: do not close the program, put the file back."
        )
        choice = Choice(_T("Watching", "Way out …"), partial(self._restart, FaultKind.DATABASE_MOVED))
        text = f"{happened} {lost if isinstance(backup, Fault) else kept}"
        self._notices.say(text, Level.FAULT, (choice,), key=_STOPPED)

    def _reopen(self) -> None:
        """Open the file anew, once in a while; after sleep the old handle may be dead."""
        from crm_desktop.services.watch_database import reopen_once

        now = time.monotonic()
        if now - self._reopened >= REOPEN_EACH_S:
            self._reopened = now
            store = self._shop().store
            self._work.watch(lambda: reopen_once(store), self._reopened_now)

    def _reopened_now(self, answers: bool) -> None:
        if answers:
            self._notices.withdraw(f"fault.{FaultKind.DISK_ERROR.value}")
            text = _T(
                "Watching",
                "The disk did not answer for a moment, and the customer book was opened anew. Please look whether what "
                "you did last is there.",
            )
            self._notices.say(text, Level.WARNING, key=_DISK)

    # inside

    def _begin(self) -> None:
        self._first.start(FIRST_MS)
        self._next.start(EVERY_MS)

    def _leave(self) -> None:
        self._first.stop()
        self._next.stop()
        self.stop_checking()
        self._window = None

    def _looked(self, found: Look) -> None:
        if found.refusal is not None:
            self.stop(found.refusal)
        if not found.is_short or found.free is None:
            self._notices.withdraw(_ROOM)
            return
        text = _T("Watching", "Only {megabytes} MB are free on the disk of the customer book. Please make room soon.")
        self._notices.say(text.format(megabytes=found.free // 1_000_000), Level.WARNING, key=_ROOM)

    def _run(self, job: Callable[[Progress], object]) -> None:
        if self._job is not None:
            return
        running = LongJob(lambda progress: _stepped_back(job, progress))
        running.done.connect(self._done)
        running.failed.connect(self._failed)
        running.crashed.connect(self._crashed)
        self._job = running
        running.start()

    def _done(self, found: FaultKind | None) -> None:
        self._job, self._is_full = None, False
        if found is not None:
            self.stop(found)

    def _failed(self, fault: Fault) -> None:
        self._job, self._is_full = None, False
        if fault.kind is not FaultKind.CANCELLED:
            self.hear(fault)

    def _crashed(self, error: BaseException) -> None:
        self._job, self._is_full = None, False
        self._notices.tell_crash(error)


def _stepped_back(job: Callable[[Progress], object], progress: Progress) -> object:
    from crm_desktop.base.priority import step_back

    step_back()
    return job(progress)


def _tried(job: Callable[[], object]) -> object:
    """Do a job; return the Fault that it raised as a value."""
    try:
        return job()
    except Fault as fault:
        return fault
