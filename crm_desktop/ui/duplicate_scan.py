"""The search for duplicates while it runs: it outlives the window, which a change of language makes anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.errors import Fault
from crm_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from crm_desktop.ui.long_job import LongJob, Progress


Search = Callable[[Workplace, Callable[[int, int], None], Callable[[], bool]], object]
"""Searches a shop, telling how far it is (of how many) and asking whether to stop; called on a thread of its own."""


def _search(workplace: Workplace, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
    from crm_desktop.services.scan_duplicates import scan_duplicates

    return scan_duplicates(workplace, progress, cancelled)


class DuplicateScan(QObject):
    """One search at a time; `changed` says that it began, went on or ended."""

    changed = Signal()
    done = Signal()
    failed = Signal(object)
    """A Fault; CANCELLED where the user stopped it."""
    crashed = Signal(object)

    def __init__(self, workplace: Workplace, search: Search = _search) -> None:
        super().__init__()
        self._place = workplace
        self._search = search
        self._job: LongJob | None = None
        self._stopping = False
        self.thousandths = 0

    def is_running(self) -> bool:
        """Say whether a search is under way."""
        return self._job is not None

    def is_stopping(self) -> bool:
        """Say whether it was told to stop and has not yet."""
        return self._stopping

    def start(self) -> None:
        """Begin, unless a search is under way."""
        if self._job is not None:
            return
        from crm_desktop.ui.long_job import LongJob

        place, search = self._place, self._search

        def run(progress: Progress) -> object:
            return search(place, progress.report, progress.is_cancelled)

        self._job, self.thousandths, self._stopping = LongJob(run), 0, False
        self._job.progressed.connect(self._go_on)
        self._job.done.connect(self._end_well)
        self._job.failed.connect(self._end_with_fault)
        self._job.crashed.connect(self._end_with_crash)
        self._job.start()
        self.changed.emit()

    def stop(self) -> None:
        """Ask the search to stop; what the last one found stays."""
        if self._job is not None:
            self._stopping = True
            self._job.cancel()
            self.changed.emit()

    def end(self) -> None:
        """Stop, wait, and say nothing more: the program closes."""
        if self._job is not None:
            self._job.end()
            self._job = None

    def _go_on(self, done: int, total: int) -> None:
        self.thousandths = round(1000 * done / total) if total else 0
        self.changed.emit()

    def _end_well(self, _report: object) -> None:
        self._over()
        self.done.emit()

    def _end_with_fault(self, fault: Fault) -> None:
        self._over()
        self.failed.emit(fault)

    def _end_with_crash(self, error: BaseException) -> None:
        self._over()
        self.crashed.emit(error)

    def _over(self) -> None:
        self._job, self._stopping = None, False
        self.changed.emit()
