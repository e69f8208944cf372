"""Keeps the shop safe while it is open: a backup each half hour if anything changed, and what else is due.

It works on a thread of its own that gives way to everything, and never while an import writes. Nothing of it stops a
sale: what goes wrong is said on the strip, with what can be done about it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import Choice, Level, Notices
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.backup_schedule import Chore, Kept, Safe
    from crm_desktop.ui.main_window import MainWindow

FIRST_MS = 120_000
"""After the window has settled: a start has better things to do."""
EVERY_MS = 30 * 60_000
"""At most so much work is lost with a disk."""
LATER_MS = 60_000
"""When an import writes or the data are being replaced."""


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
        if window is None or self._job is not None:
            return
        if not window.is_watching() or self._work.is_writing_long():
            self._next.start(LATER_MS)
            return
        self._next.start(EVERY_MS)
        self._start()

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
        for chore in kept.done:
            self._notices.withdraw(_notice_of(chore))
        for chore, fault in kept.faults.items():
            self._tell(chore, fault)
        self.kept.emit(kept)

    def _failed(self, fault: Fault) -> None:
        self._job = None
        self._notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._notices.tell_crash(error)

    def _tell(self, chore: Chore, fault: Fault) -> None:
        text = _T("Backup", "The backup by itself could not be made; work goes on as usual. {why}")
        choices = (Choice(_T("Backup", "Try again"), self.look),)
        self._notices.say(text.format(why=sentence_for(fault)), Level.WARNING, choices, key=_notice_of(chore))


def _keep(safe: Safe, progress: Progress) -> Kept:
    from crm_desktop.base.priority import step_back
    from crm_desktop.services.backup_schedule import due, keep_safe

    step_back()
    return keep_safe(safe, due(safe), progress.is_cancelled)


def _notice_of(chore: Chore) -> str:
    return f"keeping.{chore.value}"
