"""Finds what a test left behind: open windows, running Qt threads, Python threads."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any

PATIENCE = 2.0
"""Seconds a thread gets to end by itself after its test."""


class Strays:
    """A list of what is open and running at one moment, by identity."""

    @staticmethod
    def now() -> set[int]:
        """Return the identities of everything open or running now."""
        return {id(thing) for thing in _everything()}

    @staticmethod
    def since(before: set[int]) -> str:
        """Return a sentence on what is new since `before` and stays, or nothing."""
        new = _new_since(before)
        deadline = time.monotonic() + PATIENCE
        while new and time.monotonic() < deadline:
            time.sleep(0.02)
            new = _new_since(before)
        return f"this test left behind: {', '.join(sorted(map(_name, new)))}" if new else ""


def _new_since(before: set[int]) -> list[Any]:
    return [thing for thing in _everything() if id(thing) not in before]


def _everything() -> list[Any]:
    threads = [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]
    return [*threads, *_qt_things()]


def _qt_things() -> list[Any]:
    """Return visible top-level windows and running QThreads; nothing where Qt is not loaded."""
    widgets, shiboken = sys.modules.get("PySide6.QtWidgets"), sys.modules.get("shiboken6")
    if widgets is None or shiboken is None or widgets.QApplication.instance() is None:
        return []
    windows = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    return windows + _running_qthreads(shiboken)


def _running_qthreads(shiboken: Any) -> list[Any]:
    core, main = sys.modules["PySide6.QtCore"], threading.main_thread()
    if threading.current_thread() is not main:
        return []
    own = core.QThread.currentThread()
    wrappers = shiboken.getAllValidWrappers()
    return [t for t in wrappers if isinstance(t, core.QThread) and t is not own and t.isRunning()]


def _name(thing: Any) -> str:
    """Return a word for one stray: its kind and the name its maker gave it."""
    if isinstance(thing, threading.Thread):
        return f"thread {thing.name}"
    return f"{type(thing).__name__} {thing.objectName()!r}"
