"""The assembled program while an import runs in it: a heartbeat, a search typed each second, saves at any moment."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import tests.bench.at_window as at  # first: it prepares the process as the program itself does

# isort: split
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.change_customer import change_customer
from crm_desktop.ui.pages.importing.page import IMPORT_PAGE
from crm_desktop.ui.pages.importing.view import ImportView
from crm_desktop.ui.safety_net import TidyGarbage

_TEXTS = ("王", "138", "wxm", "李小", "zh", "8888", "")
_BEAT_MS = 1
_PATIENCE_MS = 200_000
_TYPE_EVERY_MS = 1_000
_SAVE_AFTER_MS = (5_000, 12_000)
"""As often as one who serves customers saves."""
_INTO_WRITING_MS = 2_000


class BusyWindow(QObject):
    """Brings a file in through the real page and keeps time of everything else."""

    def __init__(self, window: at.AtWindow, file: Path) -> None:
        super().__init__()
        self._window, self._program = window, window.program
        self._file = file
        self._random = random.Random(1)
        self._loop = QEventLoop()
        self._last_beat = 0.0
        self._typed_at = 0.0
        self._typed = 0
        self._saving = 0
        self.gaps: list[tuple[float, str]] = []
        self.searches: list[tuple[float, str]] = []
        self.saves: list[tuple[float, str]] = []
        self.stage = "reading"
        self._ids = list(window.view.model.ids[:400])

    def run(self) -> None:
        """Import; return when it is done and every save is acknowledged."""
        tidying = TidyGarbage(self._window.application)
        self._timer(_BEAT_MS, self._beat)
        self._timer(_TYPE_EVERY_MS, self._type)
        QTimer.singleShot(self._random.randint(*_SAVE_AFTER_MS), self._save_now_and_then)
        stack = self._program.keeper.window.stack
        self._program.flows.import_files([self._file])
        view = cast(ImportView, stack.view(IMPORT_PAGE))
        stack.open("customers")  # who imports goes on with the list meanwhile
        session, go_on = view.session, view.foot.primary.click
        session.looked.connect(lambda *_: QTimer.singleShot(0, go_on))
        session.counted.connect(lambda *_: QTimer.singleShot(1_500, go_on))
        session.preparing.connect(partial(self._enter, "preparing"))
        session.writing.connect(partial(self._enter, "writing"))
        session.writing.connect(self._save_into_writing)
        session.committing.connect(partial(self._enter, "committing"))
        session.committing.connect(self._save)  # the worst moment of all
        session.imported.connect(self._imported)
        session.failed.connect(self._failed)
        QTimer.singleShot(_PATIENCE_MS, self._loop.quit)  # an import that stands still is one that is not measured
        self._last_beat = time.perf_counter()
        self._loop.exec()
        tidying.stop()

    def _timer(self, interval: int, called: Callable[[], None]) -> None:
        timer = QTimer(self, interval=interval, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(called)
        timer.start()

    def _enter(self, stage: str) -> None:
        self.stage = stage

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last_beat, self.stage))
        self._last_beat = now
        painted = self._window.painted.at
        if self._typed_at and painted > self._typed_at:
            self.searches.append((painted - self._typed_at, self.stage))
            self._typed_at = 0.0

    def _type(self) -> None:
        if self._typed_at:
            return  # the one before is not on the screen yet
        self._window.painted.at = 0.0
        self._window.expected = True
        self._typed_at = time.perf_counter()
        self._window.field.setText(_TEXTS[self._typed % len(_TEXTS)])
        self._typed += 1

    def _save_now_and_then(self) -> None:
        self._save()
        QTimer.singleShot(self._random.randint(*_SAVE_AFTER_MS), self._save_now_and_then)

    def _save_into_writing(self) -> None:
        """Ask for the shop's lock once in the middle of the writing, wherever the other saves fall."""
        QTimer.singleShot(_INTO_WRITING_MS, self._save)

    def _save(self) -> None:
        customer, note = self._random.choice(self._ids), f"n{time.perf_counter()}"
        workplace, began, stage = self._program.shop.workplace, time.perf_counter(), self.stage
        self._saving += 1

        def saved(_changes: ChangeSet) -> None:
            self._saving -= 1
            self.saves.append((time.perf_counter() - began, stage))

        self._program.work.write(lambda: change_customer(workplace, customer, {"note": note}), saved)

    def _imported(self, _result: object) -> None:
        self.stage = "tidying"
        QTimer.singleShot(2_500, self._loop.quit)

    def _failed(self, fault: object) -> None:
        sys.stderr.write(f"{fault}\n")
        self._loop.quit()


def main(folder: Path, file: Path) -> None:
    """Measure on a data folder that may be written to."""
    window = at.AtWindow(folder)
    window.rows_are_painted()
    window.settle()
    busy = BusyWindow(window, file)
    began = time.perf_counter()
    busy.run()
    took = time.perf_counter() - began
    figures = {"gaps": sorted(busy.gaps)[-8:], "searches": busy.searches, "saves": busy.saves}
    at.tell(figures | {"stage": busy.stage, "took": took})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
