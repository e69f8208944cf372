"""Writing files so that they are whole or absent, and telling the operating system's refusals as faults."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from crm_desktop.base.errors import Fault, FaultKind

TEMPORARY_PREFIX = ".tmp-"
"""Names that begin so are unfinished and may be swept when nobody else is at work."""

_REPLACE_PATIENCE = 2.0  # seconds; on Windows a virus scanner may hold a fresh file for a moment

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}
_WINDOWS_FULL = {39, 112}  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_WINDOWS_IN_USE = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def temporary_beside(path: Path) -> Path:
    """Return an unused name in the same folder, to be renamed to `path` when it is complete."""
    return path.with_name(f"{TEMPORARY_PREFIX}{token_hex(4)}-{path.name}")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, so that after a power cut it is the old one or the new one.

    Raises Fault for a full disk or a folder that cannot be written.
    """
    with os_faults(path):
        temporary = temporary_beside(path)
        try:
            with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                sync_file(file.fileno())
            replace_file(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)


def replace_file(finished: Path, path: Path) -> None:
    """Rename a finished file to its final name and make the renaming last; on Windows wait for a scanner to let go."""
    give_up = time.monotonic() + _REPLACE_PATIENCE
    while True:
        try:
            finished.replace(path)
            break
        except PermissionError:
            if os.name != "nt" or time.monotonic() > give_up:
                raise
            time.sleep(0.05)
    sync_folder(path.parent)


def sync_path(path: Path) -> None:
    """Bring what was written to a file by somebody else (the database driver) onto the disk."""
    with path.open("rb+") as file:
        sync_file(file.fileno())


def sync_file(descriptor: int) -> None:
    """Bring an open file onto the disk itself; macOS needs a call of its own for that."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # some file systems there know only the usual call
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make names added to a folder last; Windows needs and allows no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep_temporaries(folder: Path) -> int:
    """Remove unfinished files that a killed program left in a folder; return how many there were."""
    swept = 0
    for leftover in sorted(folder.glob(f"{TEMPORARY_PREFIX}*")):
        if leftover.is_file():
            leftover.unlink(missing_ok=True)
            swept += 1
    return swept


@contextmanager
def os_faults(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Tell the operating system's errors about `path` as faults."""
    try:
        yield
    except OSError as error:
        raise os_fault(error, path, reading=reading) from error


def os_fault(error: OSError, path: Path, *, reading: bool = False) -> Fault:
    """Return the fault that an operating system error about `path` is, seen from the user."""
    windows_code = getattr(error, "winerror", None)
    if error.errno in _FULL or windows_code in _WINDOWS_FULL:
        return Fault(FaultKind.DISK_FULL, folder=str(path.parent))
    if windows_code in _WINDOWS_IN_USE:
        return Fault(FaultKind.FILE_IN_USE, file=str(path))
    if isinstance(error, FileNotFoundError):
        return Fault(FaultKind.FILE_MISSING, file=str(path))
    if error.errno in _REFUSED and not reading:
        return Fault(FaultKind.FOLDER_NOT_WRITABLE, folder=str(path.parent))
    return Fault(FaultKind.FILE_NOT_READABLE, file=str(path))


_BINARY = getattr(os, "O_BINARY", 0)
