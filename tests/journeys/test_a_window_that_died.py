"""A window dies; the next one opens as ever, offers a report that names nobody, and forgets it when it is answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crm_desktop.base.paths import DataFolder


@pytest.fixture
def window(tmp_path: Path):
    """Start the real window on a folder whose name is a person's, and return what became of it."""
    home = tmp_path / "Wang Xiaoming"
    folder = DataFolder(home / "data")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(home / "config"),
        "LOCALAPPDATA": str(home / "local"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
    }
    for name in ("PYTHONFAULTHANDLER",):
        environment.pop(name, None)

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tests.support.window_process", str(folder.path), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)

    made = [sys.executable, "-m", "crm_desktop", "--data-dir", str(folder.path), "demo", "--customers", "20"]
    subprocess.run(made, env=environment, check=True, capture_output=True, timeout=120)
    start.folder = folder
    return start


def told(window, *arguments: str) -> dict:
    ended = window("tell", *arguments)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def reports(folder: DataFolder) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.logs.glob("crash-*.txt")]


@pytest.mark.skipif(sys.platform == "win32", reason="a segfault opens a dialog of the system there")
def test_a_crash_is_offered_once_and_the_report_says_where_and_not_whose(window):
    assert window("segfault").returncode != 0
    said = told(window, "Copy details")
    assert said["said"] == ["The program ended unexpectedly last time; nothing saved is lost."]
    assert said["choices"] == ["Copy details", "Show file", "Delete", "Not now"]
    assert "Segmentation fault" in said["copied"]
    assert "tests/support/window_process.py" in said["copied"]
    assert "crm_desktop/app.py" in said["copied"]
    assert not any(name in said["copied"] for name in ("Wang", str(Path.home()), "/tmp"))
    assert reports(window.folder) == [said["copied"]], "it stays as long as the shop keeps such reports"
    assert told(window)["said"] == []


def test_what_was_killed_is_told_without_a_trace_until_somebody_answers(window):
    assert window("kill").returncode != 0
    assert len(told(window, "Not now")["said"]) == 1
    assert "It left no trace" in reports(window.folder)[0]
    assert len(told(window, "Delete")["said"]) == 1
    assert reports(window.folder) == []
    assert told(window)["said"] == []


def test_a_window_that_closed_leaves_nothing_behind(window):
    assert told(window)["said"] == []
    assert told(window)["said"] == []
    left = [path.name for path in window.folder.logs.iterdir() if path.name.startswith(("trace-", "offer", "crash-"))]
    assert left == []
