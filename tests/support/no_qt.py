"""A pytest plugin for the run without Qt: PySide6 cannot be imported, and everything below `ui` must pass all the same.

Used as `pytest -p no:pytest-qt -p tests.support.no_qt`. Tests of the window are not collected, nor those that kill
processes: nothing is hidden from a process of its own. These run beside it, in `tests.support.only_qt`; together the
two are every test, once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

LEFT_OUT_FOLDERS = {"ui", "journeys", "app", "faults"}
WINDOW_FIXTURES = {"qtbot", "qapp", "qtmodeltester"}
QT_OPTIONS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


class QtBlocker(MetaPathFinder):
    """Refuses every import of PySide6 and shiboken6, as on a machine where Qt is not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise ImportError for Qt; leave all else to the next finder."""
        if fullname.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{fullname} is hidden in this run", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the options of pytest-qt, which is not loaded in this run."""
    for option in QT_OPTIONS:
        parser.addini(option, "an option of pytest-qt, unused in this run")


def pytest_configure(config: pytest.Config) -> None:
    """Hide Qt before any test module is imported."""
    sys.meta_path.insert(0, QtBlocker())


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the tests of the window and of whole processes: their folders, and test_app.py."""
    return True if is_of_the_window(collection_path, config) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out single tests elsewhere that ask for a window's fixtures."""
    window = [item for item in items if asks_for_a_window(item)]
    if window:
        config.hook.pytest_deselected(items=window)
        items[:] = [item for item in items if item not in window]


def is_of_the_window(path: Path, config: pytest.Config) -> bool:
    """Tell whether a file or folder holds tests of the window or of whole processes."""
    inside = path.relative_to(config.rootpath).parts
    return len(inside) > 1 and (inside[1] in LEFT_OUT_FOLDERS or inside[1] == "test_app.py")


def asks_for_a_window(item: pytest.Item) -> bool:
    """Tell whether a test uses a fixture that needs Qt."""
    return bool(WINDOW_FIXTURES & set(getattr(item, "fixturenames", ())))
