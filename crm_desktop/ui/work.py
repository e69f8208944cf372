"""Runs jobs off the GUI thread and brings results and errors home.

There are two threads, and a third where files need upkeep. `reads` answers questions: a newer question of the same
group makes the older one's answer worthless, so it is dropped, and a running one is interrupted. `writes` does what the
user asked for, in order, and is never interrupted. Jobs are callables that take nothing and return plain data;
callbacks run on the GUI thread.

    work.read(lambda: services.find(text), self._show_rows, group="search")
    work.read(lambda: services.count(view), self._show_count, group="count-7", patient=True)
    work.read(lambda: services.count_all(views), self._show_counts, group="counts", patient=True, can_wait=True)
    work.write(lambda: services.rename(customer_id, name), self._renamed)
    work.write_patiently(lambda somebody_waits: bring_in(file, somebody_waits), self._imported)
"""

from __future__ import annotations

import itertools
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from crm_desktop.base.errors import Fault

T = TypeVar("T")
OnFault = Callable[[Fault], None]
Interrupt = Callable[[int], None]
"""Stops the running query of a thread, by the thread's number."""

GIVES_WAY = 60
"""How often a patient write lets others pass before it insists."""
INSIST_S = 0.02
"""A query that had not begun yet when it was told to stop did not hear it; after so long it is told again."""
QUIET_MS = 600
"""How long work may take before the status bar says that something is going on."""


@dataclass(eq=False)
class _Job:
    """A callable on its way through a lane."""

    run: Callable[[], Any]
    on_done: Callable[[Any], None] | None
    on_fault: OnFault | None
    group: str
    ticket: int
    patient: bool = False
    can_wait: bool = False
    silent: bool = False
    long: bool = False
    """A write that takes long, or upkeep of the files."""
    audience: int = 0
    on_crash: Callable[[], None] | None = None
    """Told that the job ended by a mistake of ours, behind the report: whoever waits for it waits no longer."""
    interrupted: bool = False
    outcome: Any = None
    error: BaseException | None = field(default=None)


class GiveWay(Exception):
    """A patient write was asked to make room and has undone what it began; it is run again after those who wait."""


class _Lane:
    """One thread with a queue of hurried jobs before a queue of patient ones, and behind both those that can wait."""

    def __init__(self, name: str, finish: Callable[[_Job], None], interrupt: Interrupt | None) -> None:
        self._finish = finish
        self._interrupt = interrupt
        self._hurried: deque[_Job] = deque()
        self._patient: deque[_Job] = deque()
        self._waiting: deque[_Job] = deque()
        self._holds = 0
        self._latest: dict[str, int] = {}
        self._running: _Job | None = None
        self._open = True
        lock = threading.RLock()
        self._turn, self._stopping = threading.Condition(lock), threading.Condition(lock)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()
        if interrupt is not None:
            threading.Thread(target=self._insist, args=(interrupt,), name=f"{name} stopped", daemon=True).start()

    def put(self, job: _Job) -> None:
        """Queue a job; it replaces older ones of its group and pushes a running patient one aside."""
        with self._turn:
            if not self._open:
                return
            if job.group:
                self._latest[job.group] = job.ticket
            running = self._running
            if running and (self.is_stale(running) or _rank(job) < _rank(running)):
                self._stop(running)
            self._queue_of(job).append(job)
            self._turn.notify()

    def forget(self, group: str) -> None:
        """Drop what is queued or running for a group."""
        with self._turn:
            self._latest[group] = -1
            if self._running and self._running.group == group:
                self._stop(self._running)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep back what can wait for the length of the block."""
        self.hold()
        try:
            yield
        finally:
            self.let_go()

    def hold(self) -> None:
        """Keep back what can wait, until `let_go` is called as often; both may be called on any thread."""
        with self._turn:
            self._holds += 1
            if self._running and self._running.can_wait:
                self._stop(self._running)

    def let_go(self) -> None:
        """Go on with what can wait."""
        with self._turn:
            self._holds -= 1
            self._turn.notify()

    def is_stale(self, job: _Job) -> bool:
        """Say whether a newer job of the same group has been asked for."""
        return bool(job.group) and self._latest.get(job.group) != job.ticket

    def has_hurried(self) -> bool:
        """Say whether anybody waits whom a patient job should let pass; a silent look that comes each second can."""
        with self._turn:
            return any(not job.silent for job in self._hurried)

    def close(self, drop_waiting: bool) -> None:
        """Run (or drop) what waits, then end the thread and return."""
        with self._turn:
            self._open = False
            if drop_waiting:
                for queue in (self._hurried, self._patient, self._waiting):
                    queue.clear()
                if self._running:
                    self._stop(self._running)
            self._turn.notify()
            self._stopping.notify()
        self._thread.join()

    def _stop(self, job: _Job) -> None:
        """Interrupt the running job. The lock is held, so that the next job cannot be the one that is hit."""
        if self._interrupt is not None and not job.interrupted:
            job.interrupted = True
            self._interrupt(self._thread.ident or 0)
            self._stopping.notify()

    def _insist(self, interrupt: Interrupt) -> None:
        """Interrupt again and again what was told to stop and runs on."""
        with self._turn:
            while self._open or self._running:
                told = self._running if self._running and self._running.interrupted else None
                self._stopping.wait(INSIST_S if told else None)
                # The job that made room may be running for the second time by now, and nobody told that to stop.
                if told and told is self._running and told.interrupted:
                    interrupt(self._thread.ident or 0)

    def _queue_of(self, job: _Job) -> deque[_Job]:
        return (self._hurried, self._patient, self._waiting)[_rank(job)]

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                if not self.is_stale(job):
                    job.outcome = job.run()
            except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, where it is told
                job.error = error
            with self._turn:
                self._running = None
                again = job.interrupted and job.error is not None and not self.is_stale(job) and self._open
                again = again or isinstance(job.error, GiveWay)
                if again:
                    job.interrupted, job.error = False, None
                    self._queue_of(job).appendleft(job)
            if not again:
                self._finish(job)

    def _next(self) -> _Job | None:
        with self._turn:
            while not (queue := self._hurried or self._patient or (() if self._holds else self._waiting)):
                if not self._open:
                    return None
                self._turn.wait()
            self._running = queue.popleft()
            return self._running


def _rank(job: _Job) -> int:
    """Return in which queue a job stands."""
    return int(job.patient) + int(job.patient and job.can_wait)


class Work(QObject):
    """The two threads of the program, seen from the GUI thread."""

    busy = Signal(bool)
    """True when work has gone on for longer than QUIET_MS, False when all of it is done."""
    wrote = Signal(object)
    """What a successful write returned, after its own callback."""
    faulted = Signal(object)
    """Every Fault that a job ended with, whoever is told."""
    _home = Signal(object)

    def __init__(
        self,
        on_fault: OnFault,
        on_crash: Callable[[BaseException], None],
        interrupt: Interrupt | None = None,
        parent: QObject | None = None,
        bind: Callable[[Callable[[], Any]], Callable[[], Any]] | None = None,
    ) -> None:
        """Begin; `bind` makes a job act for whoever is at work when it is asked for, not when its turn comes."""
        super().__init__(parent)
        self._bind = bind
        self._on_fault = on_fault
        self._on_crash = on_crash
        self._tickets = itertools.count()
        self._pending = 0
        self._long = 0
        self._audience = 0
        self._closed = False
        self._told_busy = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._tell_busy)
        self._arrived: deque[_Job] = deque()
        self._one_by_one = QTimer(self, singleShot=True, interval=0)
        self._one_by_one.timeout.connect(self._take_next)
        self._home.connect(self._come_home, Qt.ConnectionType.QueuedConnection)
        self._reads = _Lane("reads", self._home.emit, interrupt)
        self._writes = _Lane("writes", self._home.emit, None)
        self._upkeep: _Lane | None = None

    def read(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        on_fault: OnFault | None = None,
        group: str = "search",
        patient: bool = False,
        *,
        can_wait: bool = False,
    ) -> None:
        """Answer a question. A newer one of the same group drops this answer; a patient one gives way to any other.

        A patient one that can wait comes after all others, and not while a long write or upkeep of files goes on.
        Groups belong to whoever shows the answer: name them after page and part ("customers.rows").
        """
        self._send(self._reads, _Job(job, on_done, on_fault, group, next(self._tickets), patient, can_wait))

    def write(
        self, job: Callable[[], T], on_done: Callable[[T], None] | None = None, on_fault: OnFault | None = None
    ) -> None:
        """Do what the user asked for, after the writes before it. It is never dropped or interrupted."""
        self._send(self._writes, _Job(job, on_done, on_fault, "", next(self._tickets)))

    def write_patiently(
        self,
        job: Callable[[Callable[[], bool]], T],
        on_done: Callable[[T], None] | None = None,
        on_fault: OnFault | None = None,
        on_crash: Callable[[], None] | None = None,
    ) -> None:
        """Do a long write that makes room for the short ones.

        The job is given a question, whether somebody waits, and asks it often: at a yes it undoes what it began and
        raises GiveWay, to be run again later. After many times it is told no, so that it comes to an end.
        """
        questions = itertools.count()

        def run() -> T:
            last_time = next(questions) >= GIVES_WAY
            with self._reads.held():
                return job(lambda: not last_time and self._writes.has_hurried())

        job_ = _Job(run, on_done, on_fault, "", next(self._tickets), patient=True, long=True, on_crash=on_crash)
        self._send(self._writes, job_)

    def is_writing_long(self) -> bool:
        """Say whether a long write, or upkeep of the files behind it, is under way or waits for its turn."""
        return self._long > 0

    def watch(self, job: Callable[[], T], on_done: Callable[[T], None]) -> None:
        """Ask something of the writing side, in turn with the writes; it is not told as a write."""
        self._send(self._writes, _Job(job, on_done, None, "", next(self._tickets), silent=True))

    def look_after(self, job: Callable[[], object]) -> None:
        """Do upkeep of the files on a thread of its own; questions that can wait are answered behind it."""
        reads = self._reads
        reads.hold()

        def run() -> None:
            try:
                job()
            finally:
                reads.let_go()

        if self._upkeep is None:
            self._upkeep = _Lane("upkeep", self._home.emit, None)
        self._send(self._upkeep, _Job(run, None, None, "", next(self._tickets), silent=True, long=True))

    def forget(self, group: str) -> None:
        """Drop the answers of a group: nobody looks any more."""
        self._reads.forget(group)

    def change_audience(self) -> None:
        """Keep every answer on its way from callbacks given so far: their window is being replaced.

        Writes go on, and `wrote`, faults and crashes are still told.
        """
        self._audience += 1

    def is_idle(self) -> bool:
        """Say whether nothing is queued, running or on its way home."""
        return self._pending == 0

    def close(self) -> None:
        """Finish every write, drop the reads, end both threads. Nothing comes home after this."""
        if self._closed:
            return
        self._closed = True
        self._reads.close(drop_waiting=True)
        self._writes.close(drop_waiting=False)
        if self._upkeep is not None:
            self._upkeep.close(drop_waiting=False)
        self._home.disconnect()
        self._one_by_one.stop()
        self._arrived.clear()
        self._quiet.stop()

    def _send(self, lane: _Lane, job: _Job) -> None:
        self._pending += 1
        self._long += job.long
        job.audience = self._audience
        if self._bind is not None:
            job.run = self._bind(job.run)
        if self._pending == 1:
            self._quiet.start()
        lane.put(job)

    def _come_home(self, job: _Job) -> None:
        if not self._closed:  # what was on its way when all was closed still arrives, and is dropped
            self._arrived.append(job)
            self._one_by_one.start()

    def _take_next(self) -> None:
        """Take one answer in a turn of its own: several at once, shown and painted in one go, would stop the window."""
        job = self._arrived.popleft()
        if self._arrived:
            self._one_by_one.start()
        self._arrive(job)

    def _arrive(self, job: _Job) -> None:
        self._pending -= 1
        self._long -= job.long
        if self._pending == 0:
            self._all_done()
        if self._reads.is_stale(job):
            return
        listened_to = job.audience == self._audience
        if job.error is not None:
            self._tell(job, job.error, listened_to)
            return
        if job.on_done is not None and listened_to and _is_alive(job.on_done):
            job.on_done(job.outcome)
        if not job.group and not job.silent:
            self.wrote.emit(job.outcome)

    def _tell(self, job: _Job, error: BaseException, listened_to: bool) -> None:
        if isinstance(error, Fault):
            own = job.on_fault if listened_to and job.on_fault and _is_alive(job.on_fault) else None
            (own or self._on_fault)(error)
            self.faulted.emit(error)
        else:
            self._on_crash(error)
            if listened_to and job.on_crash and _is_alive(job.on_crash):
                job.on_crash()

    def _tell_busy(self) -> None:
        self._told_busy = True
        self.busy.emit(True)

    def _all_done(self) -> None:
        self._quiet.stop()
        if self._told_busy:
            self._told_busy = False
            self.busy.emit(False)


def _is_alive(callback: Callable[..., object]) -> bool:
    """Say whether the widget a callback is a method of still exists (a dialog may have been closed meanwhile)."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or bool(isValid(owner))
