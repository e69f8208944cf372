"""A long job beside the two threads of `work`: it tells how far it is and can be told to stop.

Reading a workbook or writing one waits on a child process for as long as that takes; on the two threads it would stop
every search or every save meanwhile. What is said comes home to the GUI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from crm_desktop.base.errors import Fault


class Progress:
    """Handed to the job: `report` how far it is, ask `is_cancelled` whether to go on."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Say how many of how many; a total of 0 says that it is not known."""
        self._report(done, total)

    def is_cancelled(self) -> bool:
        """Say whether the user wants it to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._stop.set()


class LongJob(QObject):
    """Runs one job in a thread of its own; exactly one of `done`, `failed` and `crashed` follows."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """A Fault, CANCELLED among them."""
    crashed = Signal(object)
    _home = Signal(object, object)
    _told = Signal(int, int)

    def __init__(self, run: Callable[[Progress], object]) -> None:
        super().__init__()
        self._run = run
        self._progress = Progress(self._told.emit)
        self._home.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="long job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the job to stop; `failed` with CANCELLED follows when it has."""
        self._progress.cancel()

    def is_running(self) -> bool:
        """Say whether the thread is at work."""
        return self._thread.is_alive()

    def end(self) -> None:
        """Stop the job, wait for its thread, and say nothing more: the program closes."""
        self.cancel()
        self._home.disconnect()
        self._told.disconnect()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        try:
            result = self._run(self._progress)
        except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, where it is told
            self._home.emit(None, error)
        else:
            self._home.emit(result, None)

    def _arrive(self, result: object, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, Fault):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
