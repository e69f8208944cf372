"""A backup before a change of many customers; where none can be made, the user says whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BULK_FROM, BackupReason
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.long_job import LongJob, Progress

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import MainWindow

_NOTICE = "backup.first"


class BackupFirst:
    """Makes the backup beside the thread for writes, so that a sale passes meanwhile."""

    def __init__(self, shop: Callable[[], OpenShop], window: Callable[[], MainWindow]) -> None:
        self._shop, self._window = shop, window
        self._jobs: list[LongJob] = []

    def change_many(self, count: int, go: Callable[[], object]) -> None:
        """Call `go` at once for a few customers, for many when a backup holds them as they are."""
        if count < BULK_FROM:
            go()
        else:
            self.before(BackupReason.BULK, go)

    def before(self, reason: BackupReason, go: Callable[[], object]) -> None:
        """Make a backup where anything changed since the last one, then call `go`."""
        shop = self._shop()

        def make(_progress: Progress) -> object:
            from crm_desktop.services.back_up import back_up_before

            return back_up_before(shop.workplace, shop.places, shop.key, reason)

        job = LongJob(make)
        self._jobs.append(job)
        job.done.connect(partial(self._done, job, go))
        job.failed.connect(partial(self._failed, job, go))
        job.crashed.connect(partial(self._crashed, job))
        self._window().frame.notices.say(_T("Backup", "Making a backup first …"), key=_NOTICE)
        job.start()

    def end(self) -> None:
        """Wait for a backup under way; what was to follow it does not: the program closes."""
        for job in self._jobs:
            job.end()
        self._jobs.clear()

    # inside

    def _finish(self, job: LongJob) -> None:
        self._jobs.remove(job)
        self._window().frame.notices.withdraw(_NOTICE)

    def _done(self, job: LongJob, go: Callable[[], object], _backup: object) -> None:
        self._finish(job)
        go()

    def _failed(self, job: LongJob, go: Callable[[], object], fault: Fault) -> None:
        from crm_desktop.services.sentences import sentence_for
        from crm_desktop.ui.dialogs.confirm import confirm

        self._finish(job)
        question = _T("Backup", "No backup could be made before this change. Change them all the same?")
        verb = _T("Backup", "Change without a backup")
        confirm(self._window(), question, verb, go, sentence_for(fault))

    def _crashed(self, job: LongJob, error: BaseException) -> None:
        self._finish(job)
        self._window().frame.notices.tell_crash(error)
