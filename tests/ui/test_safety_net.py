"""Nothing takes the window down quietly."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crm_desktop.ui.safety_net import CatchMistakes, TidyGarbage, tidy

Caught = list[tuple[type[BaseException], str]]


@pytest.fixture
def caught(qtbot: QtBot) -> Iterator[Caught]:
    """Return what was caught, and by which thread it was told."""
    errors: Caught = []
    net = CatchMistakes(lambda error: errors.append((type(error), threading.current_thread().name)))
    yield errors
    net.stop()


class Knot:
    """Something that only the cyclic collector can let go of, and that tells who did."""

    def __init__(self, let_go_by: list[str]) -> None:
        self.myself = self
        weakref.finalize(self, lambda: let_go_by.append(threading.current_thread().name))


def test_a_mistake_nobody_caught_becomes_a_report(caught: Caught) -> None:
    sys.excepthook(ValueError, ValueError("ours"), None)
    assert caught == [(ValueError, threading.main_thread().name)]


def test_a_mistake_of_a_thread_comes_home(caught: Caught, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [(ZeroDivisionError, threading.main_thread().name)]


def test_what_is_forgotten_is_let_go_on_the_gui_thread(qtbot: QtBot) -> None:
    parent, let_go_by = QObject(), []
    tidying = TidyGarbage(parent)
    Knot(let_go_by)
    kept: list[list[int]] = []
    busy = threading.Thread(target=lambda: kept.extend([index] for index in range(100_000)))
    busy.start()
    busy.join()
    assert let_go_by == []
    tidy()
    tidying.stop()
    assert let_go_by == [threading.main_thread().name]
    assert gc.isenabled()
