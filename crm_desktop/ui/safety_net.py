"""What holds the running window: memory is tidied on the GUI thread, and a mistake nobody caught becomes a report."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal

TIDY_MS = 1000


class TidyGarbage(QObject):
    """Collects Python's cyclic garbage from a timer of the GUI thread.

    Left alone, the collector runs on whichever thread allocates, and a forgotten widget deleted on a worker's thread
    takes the program down. What lives at the start is set aside (`gc.freeze`), so that a collection stays short.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()  # uncollected: hardly anything of a start is garbage, and the first key would wait meanwhile
        gc.disable()
        self._timer = QTimer(self, interval=TIDY_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()


def tidy() -> None:
    """Collect the generations that are due."""
    for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count > limit:
            gc.collect(generation)


class CatchMistakes(QObject):
    """Sends every exception that nothing caught, of any thread, to `tell` on the GUI thread."""

    _caught = Signal(object)

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._tell = tell
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._arrive)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def stop(self) -> None:
        """Put Python's own hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        else:
            self._caught.emit(error.with_traceback(trace))

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _arrive(self, error: BaseException) -> None:
        self._tell(error)
