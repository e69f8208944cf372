"""One window per data folder, commands beside it, maintenance only alone; a kill frees everything."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import MaintenanceLock, WindowLock
from crm_desktop.base.paths import DataFolder

HOLDER = """
import sys, time
from pathlib import Path
from crm_desktop.base.lock import WindowLock
from crm_desktop.base.paths import DataFolder
lock = WindowLock(DataFolder(Path(sys.argv[1])))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path)


def test_the_second_window_is_told_who_has_the_folder(folder):
    with WindowLock(folder), pytest.raises(Fault) as caught:
        WindowLock(folder).take()
    assert caught.value.kind is FaultKind.FOLDER_IN_USE
    assert caught.value.values == {"folder": str(folder.path), "host": socket.gethostname(), "pid": os.getpid()}


def test_a_window_that_cannot_say_so_for_a_full_disk_has_the_folder_all_the_same(folder, monkeypatch):
    def full(*_what):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("crm_desktop.base.lock._write_holder", full)
    with WindowLock(folder), pytest.raises(Fault) as caught:
        WindowLock(folder).take()
    assert caught.value.kind is FaultKind.FOLDER_IN_USE


def test_a_closed_window_leaves_the_folder_free(folder):
    with WindowLock(folder):
        pass
    with WindowLock(folder):
        pass


def test_a_killed_window_leaves_the_folder_free(folder):
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(folder.path)], stdout=subprocess.PIPE) as window:
        assert window.stdout.readline().strip() == b"held"
        with pytest.raises(Fault, match="folder_in_use"):
            WindowLock(folder).take()
        window.kill()
    with WindowLock(folder):
        pass


def test_a_lock_file_left_by_another_computer_locks_nothing(folder):
    folder.window_lock.write_text("OTHERPC\n17\n")
    with WindowLock(folder):
        pass


def test_many_may_use_the_database_together(folder):
    with MaintenanceLock(folder), MaintenanceLock(folder):
        pass


def test_maintenance_waits_for_nobody_and_says_so(folder):
    mine = MaintenanceLock(folder)
    with MaintenanceLock(folder), mine, pytest.raises(Fault, match="folder_in_use"), mine.alone():
        pass


def test_maintenance_refused_keeps_the_place_among_the_users(folder):
    mine, other = MaintenanceLock(folder), MaintenanceLock(folder)
    mine.share()
    other.share()
    with pytest.raises(Fault), mine.alone():
        pass
    other.release()
    with pytest.raises(Fault, match="folder_in_use"), MaintenanceLock(folder).alone():
        pass
    mine.release()


def test_nobody_comes_in_during_maintenance(folder):
    with MaintenanceLock(folder).alone(), pytest.raises(Fault, match="database_busy"):
        MaintenanceLock(folder).share(patience=0.1)
    with MaintenanceLock(folder):
        pass


def test_after_maintenance_its_user_is_still_in(folder):
    with MaintenanceLock(folder) as mine:
        with mine.alone():
            pass
        with pytest.raises(Fault, match="folder_in_use"), MaintenanceLock(folder).alone():
            pass


def test_a_folder_that_is_not_there_is_a_fault_and_no_traceback(tmp_path):
    with pytest.raises(Fault, match="file_missing"):
        WindowLock(DataFolder(tmp_path / "gone")).take()
