"""The assembled program in a process of its own, driven as a user drives it; each answer is one JSON line."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tests.bench.as_started  # noqa: F401 - before Qt, as in the program itself

# isort: split
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crm_desktop.app import Program, make_application
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.ui.main_window import SETTLE_MS
from crm_desktop.ui.models.customer_model import NAME_KEY, PAGE, PILLS
from crm_desktop.ui.pages.customers.view import CustomersView
from crm_desktop.ui.reminding import FIRST_MS
from tests.bench.memory import resident_mb

STEPS = 300
SCROLLED = 3 * STEPS + 100
"""Rows that are scrolled through, and a screen more."""
_PATIENCE = 30.0  # seconds
_ROLES = (int(Qt.ItemDataRole.DisplayRole), PILLS, NAME_KEY)


class Painted(QObject):
    """Tells when a widget has been painted after something was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self._watched: QWidget | None = None
        self._loop = QEventLoop()
        self._too_late = QTimer(self, singleShot=True, interval=int(_PATIENCE * 1000))
        self._too_late.timeout.connect(self._loop.quit)
        self.at = 0.0

    def watch(self, widget: QWidget) -> None:
        """Wait for the next paint of a widget."""
        self._watched = widget
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Paint:
            self._watched = None
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)  # runs when this paint is done
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Wait in a loop that sleeps until something comes, as the program's own: one that looks again and again would
        take the interpreter from the thread that reads."""
        if not self.at:
            self._too_late.start()
            self._loop.exec()
            self._too_late.stop()
        if not self.at:
            raise TimeoutError

    def _painted(self) -> None:
        self.at = time.perf_counter()
        self._loop.quit()


class AtWindow:
    """The program with its list in sight."""

    def __init__(self, folder: Path) -> None:
        self.application: QApplication = make_application()
        options = ShopOptions(folder, "zh_CN")
        self.program = Program(self.application, open_shop(options, Source.WINDOW), options)
        self.program.show()
        view = self.program.keeper.window.stack.view("customers")
        assert isinstance(view, CustomersView)
        self.view = view
        self.table = view.table
        self.painted = Painted()
        view._loader.shown.connect(self._shown)
        self.expected = False
        self.field: QLineEdit = view.layout_.search

    def _shown(self) -> None:
        """The rows are in the model: the paint that follows is the answer."""
        if self.expected:
            self.expected = False
            # Where nobody is found, what is painted is the sentence that says so.
            self.painted.watch(self.table.viewport() if self.view.model.rowCount() else self.view)

    def wait(self, reached: Callable[[], Any]) -> None:
        give_up = time.perf_counter() + _PATIENCE
        while not reached():
            self.application.processEvents()
            if time.perf_counter() > give_up:
                raise TimeoutError
            time.sleep(0.0002)

    def settle(self) -> None:
        """Wait until every question is answered."""
        for _ in range(3):
            until = time.perf_counter() + 0.06
            self.wait(lambda: time.perf_counter() > until)  # noqa: B023
            self.wait(self.program.work.is_idle)

    def rows_are_painted(self) -> None:
        """Wait for the first rows on the screen."""
        self.wait(lambda: self.view.model.rowCount() and self.view.model.cells(self.view.model.ids[0]))
        self.painted.at = 0.0
        self.painted.watch(self.table.viewport())
        self.wait(lambda: self.painted.at)

    def type(self, text: str) -> float:
        """Put a text into the search field at once; return the seconds until its first screen is painted."""
        if self.field.text() == text:  # typed twice, it would ask nothing
            self.field.clear()
            self.settle()
        self.painted.at = 0.0
        self.expected = True
        began = time.perf_counter()
        self.field.setText(text)
        self.painted.wait()
        return self.painted.at - began

    def whole_list_is_there(self, rows: int) -> None:
        """Wait for the ids behind the first screen: before, there is nothing to scroll through."""
        self.wait(lambda: self.view.model.rowCount() >= rows)
        self.settle()

    def start_is_over(self) -> None:
        """Wait for what follows a start by some seconds, too, such as the first look at reminders."""
        until = time.perf_counter() + (SETTLE_MS + FIRST_MS) / 1000
        self.wait(lambda: time.perf_counter() > until)
        self.settle()

    def repaint(self) -> float:
        """Return the seconds that painting the rows in sight takes."""
        began = time.perf_counter()
        self.table.viewport().repaint()
        return time.perf_counter() - began

    def scroll(self, steps: int, rows_a_step: int = 3) -> list[float]:
        """Turn the wheel; return the seconds of each step until it is on the screen."""
        bar = self.table.verticalScrollBar()
        bar.setValue(0)
        self.settle()
        times = []
        for _ in range(steps):
            began = time.perf_counter()
            bar.setValue(bar.value() + rows_a_step * (1 if self._by_rows() else self._row_height()))
            self.table.viewport().repaint()
            times.append(time.perf_counter() - began)
            self.application.processEvents()
        return times

    def _by_rows(self) -> bool:
        return self.table.verticalScrollMode() is self.table.ScrollMode.ScrollPerItem

    def _row_height(self) -> int:
        return self.table.verticalHeader().defaultSectionSize()


def start(folder: Path) -> None:
    """Open the window, paint its rows, answer one typed key."""
    window = AtWindow(folder)
    window.rows_are_painted()
    window.type("王")
    tell("usable")


def memory(folder: Path) -> None:
    """Open the window, read the whole list, scroll and search a little; then say how much memory that holds."""
    window = AtWindow(folder)
    window.rows_are_painted()
    window.settle()
    window.scroll(100, 50)
    for text in ("王", "w", "138", ""):
        window.type(text)
        window.settle()
    tell(resident_mb())


def keystrokes(folder: Path) -> None:
    """Type the texts that come on standard input; answer seconds to the painted screen, and of painting alone."""
    window = AtWindow(folder)
    window.rows_are_painted()
    window.settle()
    texts: list[str] = json.loads(sys.stdin.readline())
    answers = []
    for text in texts:
        took = window.type(text)
        window.settle()
        answers.append((took, window.repaint()))
    tell(answers)


def scroll(folder: Path) -> None:
    """Scroll the program's list for the first time: its rows are read, measured and painted on the way."""
    window = AtWindow(folder)
    window.rows_are_painted()
    window.whole_list_is_there(SCROLLED)
    window.start_is_over()
    tell(window.scroll(STEPS))


def scroll_standard(folder: Path) -> None:
    """Scroll the same view for the first time on a model of Qt's own, which holds the same cells from the start."""
    window = AtWindow(folder)
    window.rows_are_painted()
    window.whole_list_is_there(SCROLLED)
    standard = _standard_copy(window, SCROLLED)
    window.table.verticalScrollBar().valueChanged.disconnect(window.table._look_ahead)
    window.table.setModel(standard)
    window.start_is_over()
    tell(window.scroll(STEPS))


def _standard_copy(window: AtWindow, rows: int) -> QStandardItemModel:
    model = window.view.model
    for first in range(0, rows, PAGE):
        model.look_ahead(first, first + PAGE - 1)
        window.settle()
    missing = [row for row in range(rows) if model.cells(model.ids[row]) is None]
    assert not missing, "an empty model would be painted for nothing"
    copy = QStandardItemModel(rows, model.columnCount())
    for row in range(rows):
        for column in range(model.columnCount()):
            index, item = model.index(row, column), QStandardItem()
            for role in _ROLES:
                item.setData(index.data(role), role)
            copy.setItem(row, column, item)
    return copy


def tell(answer: Any) -> None:
    """Write the answer and end at once: what is measured is over."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    os._exit(0)


_JOBS = {
    "start": start,
    "memory": memory,
    "keystrokes": keystrokes,
    "scroll": scroll,
    "scroll_standard": scroll_standard,
}


def main(argv: Sequence[str]) -> None:
    """Do one job on a data folder."""
    _JOBS[argv[0]](Path(argv[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
