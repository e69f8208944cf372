"""Files are whole or absent, and the system's refusals are faults."""

from __future__ import annotations

import errno
import stat
import sys

import pytest

from crm_desktop.base import files
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_fault, sweep_temporaries, temporary_beside, write_whole


def test_a_file_is_replaced_as_a_whole(tmp_path):
    write_whole(tmp_path / "key.json", b"old")
    write_whole(tmp_path / "key.json", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("key.json", b"new")]


def test_a_full_disk_keeps_the_old_file_and_leaves_no_litter(tmp_path, monkeypatch):
    write_whole(tmp_path / "key.json", b"old")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "sync_file", full)
    with pytest.raises(Fault, match="disk_full"):
        write_whole(tmp_path / "key.json", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("key.json", b"old")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_written_file_is_for_its_owner_alone(tmp_path):
    write_whole(tmp_path / "data.key", b"x")
    assert stat.S_IMODE((tmp_path / "data.key").stat().st_mode) == 0o600


def test_leftovers_are_swept_and_nothing_else(tmp_path):
    temporary_beside(tmp_path / "a.db").write_bytes(b"half")
    (tmp_path / "a.db").write_bytes(b"whole")
    assert sweep_temporaries(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize(
    ("error", "reading", "kind"),
    [
        (OSError(errno.ENOSPC, ""), False, FaultKind.DISK_FULL),
        (OSError(errno.EFBIG, ""), False, FaultKind.DISK_FULL),
        (OSError(errno.EROFS, ""), False, FaultKind.FOLDER_NOT_WRITABLE),
        (PermissionError(errno.EACCES, ""), False, FaultKind.FOLDER_NOT_WRITABLE),
        (PermissionError(errno.EACCES, ""), True, FaultKind.FILE_NOT_READABLE),
        (FileNotFoundError(errno.ENOENT, ""), True, FaultKind.FILE_MISSING),
        (OSError(errno.EIO, ""), True, FaultKind.FILE_NOT_READABLE),
    ],
)
def test_each_refusal_of_the_system_has_its_kind(tmp_path, error, reading, kind):
    assert os_fault(error, tmp_path / "x", reading=reading).kind is kind


def test_a_file_that_another_program_holds_on_windows_is_in_use(tmp_path):
    error = PermissionError(errno.EACCES, "")
    error.winerror = 32
    assert os_fault(error, tmp_path / "x").kind is FaultKind.FILE_IN_USE
