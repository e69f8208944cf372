"""Keeps the shop safe while it is open: a backup each half hour if anything changed, and what else is due.

It works on a thread of its own that gives way to everything, and never while an import writes. Nothing of it stops a
sale: what goes wrong is said on the strip, with what can be done about it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import Choice, Level, Notices
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.backup_schedule import Chore, Kept, Safe
    from crm_desktop.services.safety import Safety
    from crm_desktop.ui.main_window import MainWindow

FIRST_MS = 120_000
"""After the window has settled: a start has better things to do."""
EVERY_MS = 30 * 60_000
"""At most so much work is lost with a disk."""
LATER_MS = 60_000
"""When an import writes or the data are being replaced."""
SOON_MS = 500
"""After a backup that somebody asked for: it is carried and, where the last trial failed, tried out."""
_PLACE = "keeping.place"
_NOTHING_IS_WELL = ("back_up", "carry", "readable")
"""Chores that are well where there was nothing to do; a trial that failed is not, before another has worked."""


class Keeping(QObject):
    """Serves one window at a time."""

    kept = Signal(object)
    """What was done at a look (`Kept`)."""

    def __init__(self, shop: Callable[[], OpenShop], work: Work, notices: Notices) -> None:
        super().__init__()
        self._shop, self._work, self._notices = shop, work, notices
        self._window: MainWindow | None = None
        self._job: LongJob | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.look)

    def serve(self, window: MainWindow) -> None:
        """Work for a new window from when it has settled; the one before it is gone."""
        self._window = window
        self._next.stop()
        window.settled.connect(self._begin)
        window.closed.connect(self._leave)

    def look(self) -> None:
        """Do what is due, unless that is being done; put it off while the data are not to be touched."""
        window = self._window
        if window is None or self._job is not None or self._shop().store.is_only_read:
            return
        if not window.is_watching() or self._work.is_writing_long():
            self._next.start(LATER_MS)
            return
        self._next.start(EVERY_MS)
        self._start()

    def soon(self) -> None:
        """Look before long: something was done for the shop's safety."""
        if self._window is not None:
            self._next.start(SOON_MS)

    def end(self) -> None:
        """Wait for what is under way, and do nothing more: the program closes."""
        self._leave()
        if self._job is not None:
            self._job.end()
            self._job = None

    # inside

    def _begin(self) -> None:
        self._next.start(FIRST_MS)

    def _leave(self) -> None:
        self._next.stop()
        self._window = None

    def _start(self) -> None:
        from crm_desktop.services.backup_schedule import Safe

        shop = self._shop()
        safe = Safe(shop.workplace, shop.places, shop.key)
        job = LongJob(lambda progress: _keep(safe, progress))
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.crashed.connect(self._crashed)
        self._job = job
        job.start()

    def _done(self, kept: Kept) -> None:
        self._job = None
        for chore, came in kept.done.items():
            if came is not None or chore.value in _NOTHING_IS_WELL:
                self._notices.withdraw(_notice_of(chore))
        for chore, fault in kept.faults.items():
            self._tell(chore, fault)
        if kept.safety is not None:
            self._tell_place(kept.safety)
        self.kept.emit(kept)

    def _failed(self, fault: Fault) -> None:
        self._job = None
        self._notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._notices.tell_crash(error)

    def _tell(self, chore: Chore, fault: Fault) -> None:
        from crm_desktop.services.backup_words import chore_failed
        from crm_desktop.services.sentences import sentence_for

        is_damage = fault.kind is FaultKind.BACKUP_DAMAGED
        choices = (
            Choice(_T("Backup", "Back up now"), partial(self._run, "backup.now"))
            if is_damage
            else Choice(_T("Backup", "Try again"), self.look),
            Choice(_T("Backup", "Show backups"), partial(self._run, "backup.page")),
        )
        level = Level.FAULT if is_damage else Level.WARNING
        self._notices.say(chore_failed(chore, fault, sentence_for(fault)), level, choices, key=_notice_of(chore))

    def _tell_place(self, safety: Safety) -> None:
        """Say that the second place has been without a backup for a week, or that there is none."""
        from crm_desktop.services.backup_words import place_overdue

        if not safety.place_overdue:
            self._notices.withdraw(_PLACE)
            return
        carry = Choice(_T("Backup", "Back up there now"), partial(self._run, "backup.carry"))
        choose = Choice(_T("Backup", "Choose a second place …"), partial(self._run, "backup.place"))
        later = Choice(_T("Backup", "Remind me in a week"), self._put_off)
        choices = (carry if safety.place.is_chosen else choose, later)
        self._notices.say(place_overdue(safety.place), Level.WARNING, choices, key=_PLACE)

    def _put_off(self) -> None:
        from crm_desktop.services.second_place import put_off

        shop = self._shop()
        self._work.write(lambda: put_off(shop.workplace, shop.places, shop.key))
        self._notices.withdraw(_PLACE)

    def _run(self, verb: str) -> None:
        if self._window is not None and self._window.verbs.is_known(verb):
            self._window.verbs.run(verb)


def _keep(safe: Safe, progress: Progress) -> Kept:
    from crm_desktop.base.priority import step_back
    from crm_desktop.services.backup_schedule import keep_safe

    step_back()
    return keep_safe(safe, is_cancelled=progress.is_cancelled)


def _notice_of(chore: Chore) -> str:
    return f"keeping.{chore.value}"
