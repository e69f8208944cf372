"""One import on its way: looked into, cleaned, staged, tried, applied, taken back; never on the GUI thread.

Reading waits on a child process and has a thread of its own, and so has working out what an import changes. Only
the writing is in turn with other writes, and lets them pass while it can still be undone for nothing. A newer question
makes the older answer worthless. What the user decides about rows is done one after the other and never dropped.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from crm_desktop.base.errors import Fault, FaultKind, OvertakenError, StoppedError
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.exchange.plan import ImportPlan, RowDecision
from crm_desktop.services.import_customers import (
    ImportResult,
    PreparedImport,
    StagedImport,
)
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import Candidate, DryRow, Tab, TabCounts
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.engine import READ, Engine
from crm_desktop.ui.pages.importing.lease import Lease
from crm_desktop.ui.pages.importing.state import reading_part
from crm_desktop.ui.work import GiveWay

if TYPE_CHECKING:
    from crm_desktop.services.import_wizard import FileChoices


class _Gone(Exception):
    """The staging file went before the question came to its turn."""


@contextmanager
def _leased(lease: Lease) -> Iterator[StagedImport]:
    """Use a staging file on the reads thread, where a stopped import is no fault to tell."""
    try:
        with lease.used() as staged:
            yield staged
    except Fault as fault:
        if fault.kind is FaultKind.CANCELLED:
            raise _Gone from fault
        raise


class ImportSession(QObject):
    """Emits what comes of each step; `failed` brings the fault of whichever was asked for last."""

    looked = Signal(object, object)
    """A FileLook and the names of the shop's own fields."""
    progressed = Signal(int, int)
    cleaned = Signal(object)
    """ColumnReports."""
    counted = Signal(object)
    """TabCounts of the dry run: the rows are there to be shown."""
    edited = Signal(object)
    """TabCounts after a row was mended or decided; the plan has changed."""
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

    def __init__(self, frame: Frame, engine: Engine) -> None:
        super().__init__()
        self._frame = frame
        self.engine = engine
        self._ticket = 0
        self._job: LongJob | None = None
        self._alive: set[LongJob] = set()
        self._edits: deque[Callable[[], TabCounts]] = deque()
        self._edit_job: LongJob | None = None
        self._lease: Lease | None = None
        self._fresh: StagedImport | None = None
        self.result: ImportResult | None = None
        self._writing = False
        self._stop_writing = threading.Event()
        self._told.connect(self._step_told, Qt.ConnectionType.QueuedConnection)

    @property
    def staged(self) -> StagedImport | None:
        """The staged file: from the check on, until the import is left."""
        return self._lease.staged if self._lease is not None else None

    # reading

    def look(self, source: ImportSource, choices: FileChoices, *, force: bool = False) -> None:
        """Find out what a source holds."""
        engine = self.engine
        self.drop_staged()
        self._run(
            lambda progress: (engine.look(source, choices, progress, force=force), engine.own_fields()),
            lambda answer: self.looked.emit(*answer),
        )

    def clean(self, source: ImportSource, plan: ImportPlan) -> None:
        """Count what cleaning does to every column."""
        self._run(lambda progress: self.engine.clean_report(source, plan, progress), self.cleaned.emit)

    def dry_run(self, source: ImportSource, plan: ImportPlan) -> None:
        """Say what would become of every row, reading the file anew only where that is needed."""
        engine, lease = self.engine, self._lease
        if lease is not None and reading_part(lease.staged.plan) == reading_part(plan):

            def compare(progress: Progress) -> TabCounts:
                with lease.used() as staged:
                    return engine.dry_run(staged, plan, progress)

            self._run(compare, self.counted.emit)
            return
        self.drop_staged()

        def read(progress: Progress) -> tuple[StagedImport, TabCounts]:
            fresh = self._fresh = engine.stage(source, plan, progress)
            try:
                counts = engine.dry_run(fresh, plan, progress)
                if progress.is_cancelled():
                    raise Fault(FaultKind.CANCELLED)
            except BaseException:
                fresh.close()
                raise
            return fresh, counts

        self._run(read, self._keep_staged, lambda answer: answer[0].close())

    def _keep_staged(self, answer: tuple[StagedImport, TabCounts]) -> None:
        staged, counts = answer
        self._lease, self._fresh = Lease(staged), None
        self.counted.emit(counts)

    # rows

    def page(self, tab: Tab, offset: int, limit: int) -> Callable[[], tuple[DryRow, ...]]:
        """Return the question for some rows of a tab, for the reads thread."""
        engine, lease = self.engine, self._lease

        def read() -> tuple[DryRow, ...]:
            if lease is None:
                return ()
            with suppress(_Gone), _leased(lease) as staged:
                return engine.page(staged, tab, offset, limit)
            return ()

        return read

    def candidates(self, number: int) -> Callable[[], tuple[int, tuple[Candidate, ...]]]:
        """Return the question who a row may be, for the reads thread."""
        engine, lease = self.engine, self._lease

        def read() -> tuple[int, tuple[Candidate, ...]]:
            if lease is None:
                return number, ()
            with suppress(_Gone), _leased(lease) as staged:
                return number, engine.candidates(staged, number)
            return number, ()

        return read

    def mend(self, number: int, index: int, text: str) -> None:
        """Put another text into a cell of a row."""
        self._edit(lambda staged: self.engine.mend(staged, number, index, text))

    def decide_rows(
        self, tab: Tab, spans: Sequence[tuple[int, int]], decision: RowDecision | None, customer: int | None = None
    ) -> None:
        """Decide what becomes of rows of a tab, named by their places in it (first, last)."""

        def decide(staged: StagedImport) -> TabCounts:
            numbers = self._numbers(staged, tab, spans)
            return self.engine.decide(staged, numbers, decision, customer)

        self._edit(decide)

    def _numbers(self, staged: StagedImport, tab: Tab, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Return the row numbers of places; they have not all been read for the table."""
        starts = [(at, min(last - at + 1, READ)) for first, last in spans for at in range(first, last + 1, READ)]
        return [row.number for at, count in starts for row in self.engine.page(staged, tab, at, count)]

    def _edit(self, run: Callable[[StagedImport], TabCounts]) -> None:
        lease = self._lease
        if lease is None:
            return

        def edit() -> TabCounts:
            with lease.used() as staged:
                return run(staged)

        self._edits.append(edit)
        self._edit_next()

    def _edit_next(self) -> None:
        if self._edit_job is not None or not self._edits:
            return
        edit = self._edits.popleft()
        job = LongJob(lambda _progress: edit())
        self._edit_job = job
        job.done.connect(self._edit_done)
        job.failed.connect(self._edit_failed)
        job.crashed.connect(self._edit_crashed)
        job.start()

    def _edit_done(self, counts: TabCounts) -> None:
        self._edit_job = None
        if self.staged is not None:
            self.edited.emit(counts)
        self._edit_next()

    def _edit_failed(self, fault: Fault) -> None:
        self._edit_job = None
        if fault.kind is not FaultKind.CANCELLED:
            self._frame.notices.tell_fault(fault)
        self._edit_next()

    def _edit_crashed(self, error: BaseException) -> None:
        self._edit_job = None
        self._edits.clear()
        self._frame.notices.tell_crash(error)

    # writing

    def apply(self) -> None:
        """Make a verified backup, work out what is to be written, then write it in one transaction."""
        self._run(self.engine.back_up, lambda _: self._prepare())

    def _prepare(self) -> None:
        lease, engine = self._lease, self.engine
        if lease is None:
            return

        def prepare(progress: Progress) -> PreparedImport:
            with lease.used() as staged:
                return engine.prepare(staged, progress)

        self.preparing.emit()
        self._run(prepare, self._write)

    def _write(self, prepared: PreparedImport) -> None:
        engine, stop, ticket = self.engine, threading.Event(), self._ticket
        self._stop_writing = stop
        self._writing = True
        self.writing.emit()

        def tell(done: int, total: int) -> None:
            self._told.emit(ticket, done, total)

        def write(somebody_waits: Callable[[], bool]) -> ChangeSet | None:
            try:
                self.result = engine.write(prepared, tell, lambda: stop.is_set() or somebody_waits())
            except OvertakenError:
                return None
            except StoppedError as error:
                raise (Fault(FaultKind.CANCELLED) if stop.is_set() else GiveWay) from error
            return self.result.changes

        self._frame.work.write_patiently(write, self._written, self._not_written, self._writing_crashed)

    def _written(self, changes: ChangeSet | None) -> None:
        self._writing = False
        if changes is None:
            self._prepare()  # somebody changed meanwhile what it was worked out from
            return
        self._frame.work.look_after(self.engine.tidy_up)
        self.imported.emit(self.result)

    def _not_written(self, fault: Fault) -> None:
        self._writing = False
        self.failed.emit(fault)

    def _writing_crashed(self) -> None:
        self._not_written(Fault(FaultKind.CANCELLED))

    def _step_told(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket:
            self.progressed.emit(done, total)
            if done == total:
                self.committing.emit()

    def undo(self) -> None:
        """Take the whole import back."""
        operation, engine = self.result.operation if self.result else None, self.engine
        if operation is not None:
            self._frame.work.write(lambda: engine.undo(operation), self._undone, self._tell)

    def _undone(self, _changes: ChangeSet) -> None:
        self.undone.emit()

    def save_bad_rows(self, target: Path) -> None:
        """Write the rows with errors to a copy of the file."""
        lease, result, engine = self._lease, self.result, self.engine
        if lease is None or result is None:
            return

        def write(_progress: Progress) -> int:
            with lease.used() as staged:
                return engine.write_bad_rows(staged, result, target)

        self._run(write, lambda count: self.saved.emit(target, count))

    def rest(self) -> ImportPlan | None:
        """Return the plan for the rows left waiting; None where none were."""
        if self.staged is None or self.result is None:
            return None
        return self.engine.rest_plan(self.staged, self.result)

    # stopping

    def cancel(self) -> None:
        """Stop what is running; `failed` with CANCELLED follows."""
        self._stop_writing.set()
        if self._job is not None:
            self._job.cancel()

    def abandon(self) -> None:
        """Stop what is running; nothing is told, and what it brings is discarded."""
        self._ticket += 1
        self.cancel()
        self._job = None

    def is_running(self) -> bool:
        """Say whether a file is being read or a backup made."""
        return self._job is not None

    def is_writing(self) -> bool:
        """Say whether the transaction is under way."""
        return self._writing

    def drop_staged(self) -> None:
        """Remove the staging file, behind whatever still reads or writes it."""
        self._edits.clear()
        if self._lease is not None:
            self._frame.work.write(self._lease.close)
            self._lease = None

    def close(self) -> None:
        """Stop, and remove the staging file; nothing is told any more."""
        self._ticket += 1
        self.cancel()
        self._job = None
        self.drop_staged()

    def end(self) -> None:
        """Close, and wait for the threads to be gone: the program ends."""
        jobs = [*self._alive, *([self._edit_job] if self._edit_job is not None else [])]
        self._alive.clear()
        self._edit_job = None
        self.close()
        for job in jobs:
            job.end()
        if self._fresh is not None:
            self._fresh.close()  # staged in the last moment, and nobody is told any more
            self._fresh = None

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
        self._alive.add(job)  # also after a newer one took its place: what it brings must be discarded

        def done(result: Any) -> None:
            self._alive.discard(job)
            if ticket == self._ticket:
                self._job = None
                on_done(result)
            elif discard is not None:
                discard(result)

        def failed(fault: Fault) -> None:
            self._alive.discard(job)
            if ticket == self._ticket:
                self._job = None
                self.failed.emit(fault)

        job.progressed.connect(lambda done, total: self._progress(ticket, done, total))
        job.done.connect(done)
        job.failed.connect(failed)

        def crashed(error: BaseException) -> None:
            self._alive.discard(job)
            self._frame.notices.tell_crash(error)
            failed(Fault(FaultKind.CANCELLED))

        job.crashed.connect(crashed)
        job.start()

    def _progress(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket:
            self.progressed.emit(done, total)

    def _tell(self, fault: Fault) -> None:
        self.failed.emit(fault)
