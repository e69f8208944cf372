"""One file on its way in: looked into, staged and counted by a plan, applied, taken back; never on the GUI thread.

Reading waits on a child process and has a thread of its own, and so has working out what an import changes. Only the
writing itself is in turn with other writes, and lets them pass while it can still be undone for nothing.
A newer question makes the older answer worthless; staging files are removed whatever happens.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.protocol import ReadResult
from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.services.import_customers import (
    ImportResult,
    OvertakenError,
    PreparedImport,
    StagedImport,
    StoppedError,
    look_into,
    prepare_import,
    stage_import,
    tidy_up,
    write_bad_rows,
    write_import,
)
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.undo import undo
from crm_desktop.store.manifest import BackupReason
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.work import GiveWay


class ImportSession(QObject):
    """Emits what comes of each step; `failed` brings the fault of whichever was asked for last."""

    looked = Signal(object)
    """A ReadResult: what the file holds, the plan proposed for it, its first rows."""
    progressed = Signal(int, int)
    counted = Signal(object)
    """An ImportResult: what applying would do."""
    preparing = Signal()
    """The backup is made; what the import writes is worked out."""
    writing = Signal()
    """It is being written: until the last step it can be stopped."""
    committing = Signal()
    """The last step: it cannot be stopped any more."""
    imported = Signal(object)
    """An ImportResult: what was done."""
    undone = Signal()
    saved = Signal(object, int)
    """The file with the bad rows, and how many."""
    failed = Signal(object)
    _told = Signal(int, int, int)

    def __init__(self, frame: Frame, shop: OpenShop, path: Path) -> None:
        super().__init__()
        self._frame = frame
        self._shop = shop
        self.path = path
        self._ticket = 0
        self._job: LongJob | None = None
        self._staged: StagedImport | None = None
        self._result: ImportResult | None = None
        self._stop_writing = threading.Event()
        self._tidying: LongJob | None = None
        self._told.connect(self._step_told, Qt.ConnectionType.QueuedConnection)

    def look(self, sheet: str | None = None, encoding: str | None = None) -> None:
        """Find out what the file holds."""
        workplace, path = self._shop.workplace, self.path

        def read(progress: Progress) -> ReadResult:
            return look_into(workplace, path, sheet=sheet, encoding=encoding, cancelled=progress.is_cancelled)

        self._run(read, self.looked.emit)

    def count(self, plan: ImportPlan) -> None:
        """Read the whole file by a plan and count what applying would do; only the newest question is answered."""
        workplace, path = self._shop.workplace, self.path
        self._drop_staged()

        def stage(progress: Progress) -> tuple[StagedImport, ImportResult]:
            staged = stage_import(workplace, path, plan, progress.report, progress.is_cancelled)
            try:
                result = prepare_import(workplace, staged, None, progress.is_cancelled, dry_run=True).result
            except BaseException:
                staged.close()
                raise
            return staged, result

        self._run(stage, self._counted, lambda answer: answer[0].close())

    def apply(self) -> None:
        """Make a verified backup, work out what is to be written, then write it in one transaction."""
        shop = self._shop

        def back_up(progress: Progress) -> None:
            back_up_if_changed(shop.workplace, shop.places, shop.key, BackupReason.IMPORT)
            if progress.is_cancelled():
                raise Fault(FaultKind.CANCELLED)

        self._run(back_up, lambda _: self._prepare())

    def undo(self) -> None:
        """Take the whole import back."""
        operation = self._result.operation if self._result else None
        workplace = self._shop.workplace
        self._frame.work.write(lambda: undo(workplace, operation), self._undone, self._tell)

    def save_bad_rows(self, target: Path) -> None:
        """Write the rows with errors to a copy of the file."""
        staged, result = self._staged, self._result
        if staged is None or result is None:
            return
        errors = result.errors
        self._run(lambda _: write_bad_rows(staged, errors, target), lambda count: self.saved.emit(target, count))

    def cancel(self) -> None:
        """Stop what is running; `failed` with CANCELLED follows."""
        self._stop_writing.set()
        if self._job is not None:
            self._job.cancel()

    def is_running(self) -> bool:
        """Say whether a file is being read or written."""
        return self._job is not None

    def close(self) -> None:
        """Stop, and remove the staging file; nothing is told any more."""
        self._ticket += 1
        self.cancel()
        self._drop_staged()

    def end(self) -> None:
        """Close, and wait for the child process to be gone: the program ends."""
        jobs = (self._job, self._tidying)
        self.close()
        for job in jobs:
            if job is not None:
                job.end()

    # inside

    def _run(
        self,
        run: Callable[[Progress], Any],
        on_done: Callable[[Any], object],
        discard: Callable[[Any], object] | None = None,
    ) -> None:
        """Run a long job in the place of any other; what comes too late is discarded."""
        self.cancel()
        self._ticket += 1
        ticket, job = self._ticket, LongJob(run)
        self._job = job

        def done(result: Any) -> None:
            if ticket == self._ticket:
                self._job = None
                on_done(result)
            elif discard is not None:
                discard(result)

        def failed(fault: Fault) -> None:
            if ticket == self._ticket:
                self._job = None
                self.failed.emit(fault)

        job.progressed.connect(lambda done, total: self._progress(ticket, done, total))
        job.done.connect(done)
        job.failed.connect(failed)
        job.crashed.connect(self._crashed)
        job.start()

    def _progress(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket:
            self.progressed.emit(done, total)

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._frame.notices.tell_crash(error)
        self.failed.emit(Fault(FaultKind.FILE_NOT_READABLE, file=self.path.name))

    def _counted(self, answer: tuple[StagedImport, ImportResult]) -> None:
        self._staged, self._result = answer
        self.counted.emit(self._result)

    def _prepare(self) -> None:
        staged, workplace = self._staged, self._shop.workplace
        if staged is None:
            return
        self.preparing.emit()

        def prepare(progress: Progress) -> PreparedImport:
            return prepare_import(workplace, staged, progress.report, progress.is_cancelled)

        self._run(prepare, self._write)

    def _write(self, prepared: PreparedImport) -> None:
        workplace, stop, ticket = self._shop.workplace, threading.Event(), self._ticket
        self._stop_writing = stop
        self.writing.emit()

        def tell(done: int, total: int) -> None:
            self._told.emit(ticket, done, total)

        def write(somebody_waits: Callable[[], bool]) -> ChangeSet | None:
            try:
                self._result = write_import(workplace, prepared, tell, lambda: stop.is_set() or somebody_waits())
            except OvertakenError:
                return None
            except StoppedError as error:
                raise (Fault(FaultKind.CANCELLED) if stop.is_set() else GiveWay) from error
            return self._result.changes

        self._frame.work.write_patiently(write, self._written, self._tell)

    def _written(self, changes: ChangeSet | None) -> None:
        if changes is None:
            self._prepare()  # somebody changed meanwhile what it was worked out from
            return
        workplace = self._shop.workplace
        self._tidying = LongJob(lambda _progress: tidy_up(workplace))
        self._tidying.start()
        self._imported(changes)

    def _step_told(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket:
            self.progressed.emit(done, total)
            if done == total:
                self.committing.emit()

    def _imported(self, _changes: ChangeSet) -> None:
        self.imported.emit(self._result)

    def _undone(self, _changes: ChangeSet) -> None:
        self.undone.emit()

    def _tell(self, fault: Fault) -> None:
        self.failed.emit(fault)

    def _drop_staged(self) -> None:
        """Remove the staging file, behind whatever still counts it."""
        if self._staged is not None:
            self._frame.work.write(self._staged.close)
            self._staged = None
