"""A window that never closed is known at the next start; its report holds places in our code and nothing else."""

from __future__ import annotations

import os
import socket
from datetime import UTC, datetime, timedelta

import pytest

from crm_desktop import __version__
from crm_desktop.base import last_words
from crm_desktop.base.last_words import LeftOpen, answered, report_left
from crm_desktop.base.lock import WindowLock
from crm_desktop.base.paths import DataFolder
from crm_desktop.base.report import ending_report

BEGAN = datetime(2026, 11, 22, 4, tzinfo=UTC)
TRACE = r"""Windows fatal exception: access violation

Current thread 0x00001a2c (most recent call first):
  File "C:\Users\王小明\AppData\Local\Programs\crm-desktop\crm_desktop\ui\work.py", line 12 in read
  File "C:\Users\Sarah Thompson\python\json\decoder.py", line 344 in decode
  note of Sarah Thompson, 13800001234
Extension modules: PySide6.QtCore, sqlcipher3._sqlite3 (total: 2)
"""


@pytest.fixture
def folder(tmp_path):
    made = DataFolder(tmp_path)
    made.make()
    return made


@pytest.fixture
def left(folder):
    """A window that died, with a trace."""
    (folder.logs / "trace-77.txt").write_text(TRACE, encoding="utf-8")
    return LeftOpen(77, BEGAN, "0.3.0")


def names(folder):
    return sorted(path.name.partition("-")[0] for path in folder.logs.iterdir())


def test_a_report_of_a_trace_holds_places_and_no_name_or_number():
    report = ending_report("0.3.0", BEGAN, TRACE)
    assert "  crm_desktop/ui/work.py:12 read\n  decoder.py:344 decode\nExtension modules: PySide6" in report
    assert "Customer book 0.3.0\n" in report
    assert "Windows fatal exception: access violation\nCurrent thread\n" in report
    assert not any(secret in report for secret in ("王", "Sarah", "Thompson", "1380", "Users", "0x0000"))


def test_a_window_that_was_killed_is_known_to_the_next_one_alone(folder):
    lock = WindowLock(folder)
    lock.take()
    lock._file.close()  # as a kill does
    with WindowLock(folder) as following:
        assert (following.left.pid, following.left.version) == (os.getpid(), __version__)
        assert datetime.now(UTC) - following.left.began < timedelta(minutes=5)
    with WindowLock(folder) as after:
        assert after.left is None


def test_a_window_that_ends_with_the_session_of_its_user_is_not_missed(folder):
    lock = WindowLock(folder)
    lock.take()
    lock.note_end()
    lock._file.close()
    with WindowLock(folder) as following:
        assert following.left is None


@pytest.mark.parametrize(
    "said",
    ["OTHERPC\n17\nopen 2026-11-22T04:00:00+00:00 0.3.0\n", "{host}\n17\n", "{host}\n17\nopen yesterday 0.3.0\n"],
)
def test_what_another_computer_or_version_wrote_says_nothing(folder, said):
    folder.window_lock.write_text(said.format(host=socket.gethostname()))
    with WindowLock(folder) as lock:
        assert lock.left is None


def test_a_report_is_offered_until_it_is_answered(folder, left):
    report = report_left(left, folder.logs)
    assert "crm_desktop/ui/work.py:12 read" in report.read_text(encoding="utf-8")
    assert names(folder) == ["crash", "offer.txt"], "the trace as it was is gone"
    assert report_left(None, folder.logs) == report
    answered(folder.logs)
    assert report_left(None, folder.logs) is None


def test_a_report_that_was_deleted_is_offered_no_more(folder, left):
    report_left(left, folder.logs).unlink()
    assert report_left(None, folder.logs) is None
    assert names(folder) == []


def test_a_computer_switched_off_under_the_window_is_no_mistake(folder, monkeypatch):
    left = LeftOpen(77, BEGAN, "0.3.0")
    monkeypatch.setattr(last_words, "_switched_on", lambda: BEGAN.timestamp() + 1)
    assert report_left(left, folder.logs) is None
    (folder.logs / "trace-77.txt").write_text(TRACE, encoding="utf-8")
    assert report_left(left, folder.logs) is not None, "what left a trace is told all the same"


def test_a_logs_folder_that_takes_nothing_stands_in_nobodys_way(tmp_path, left, monkeypatch):
    monkeypatch.setattr(last_words.faulthandler, "is_enabled", lambda: False)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    last_words.listen(blocked)
    assert report_left(left, blocked) is None
    last_words.hush()
