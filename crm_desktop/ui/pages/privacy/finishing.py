"""The last part of an erasure beside the thread for writes: a sale passes meanwhile."""

from __future__ import annotations

from functools import partial

from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.page import Frame


class Finishing:
    """Takes what is left of erased people out of index, files and log; what fails now the daily work does."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        self._frame, self._place = frame, workplace
        self._jobs: list[LongJob] = []

    def begin(self) -> None:
        """Begin, where an erasure is done."""
        job = LongJob(self._finish)
        self._jobs.append(job)
        job.done.connect(partial(self._done, job))
        job.failed.connect(partial(self._failed, job))
        job.crashed.connect(partial(self._crashed, job))
        job.start()

    def is_idle(self) -> bool:
        """Say whether nothing is left to do."""
        return not self._jobs

    def end(self) -> None:
        """Wait for what is under way: the window goes."""
        for job in self._jobs:
            job.end()
        self._jobs.clear()

    def _finish(self, _progress: Progress) -> bool:
        from crm_desktop.services.erase_person import finish_erasures

        return finish_erasures(self._place)

    def _done(self, job: LongJob, _all: object) -> None:
        self._jobs.remove(job)

    def _failed(self, job: LongJob, fault: object) -> None:
        self._jobs.remove(job)
        self._frame.notices.tell_fault(fault)  # type: ignore[arg-type]

    def _crashed(self, job: LongJob, error: BaseException) -> None:
        self._jobs.remove(job)
        self._frame.notices.tell_crash(error)
