"""Finds out whether a data folder can be written at all, and why not: protected, or without any room."""

from __future__ import annotations

import os
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, sync_file, temporary_beside
from crm_desktop.base.paths import DataFolder

_ROOM = 65_536
"""Bytes that the database's driver needs on the disk before it opens a book for writing."""

REFUSING = frozenset(
    {FaultKind.DATABASE_READ_ONLY, FaultKind.FOLDER_NOT_WRITABLE, FaultKind.FILE_NOT_READABLE, FaultKind.DISK_ERROR}
)
"""What a write, or opening the file, says of a disk that takes none; a full disk is said as such, and tried again."""

COMPANIONS = ("-wal", "-shm")
"""What lies beside an open database: its log and the index of that."""


def is_protected(database: Path) -> bool:
    """Say by looking alone whether a database, what lies beside it or its folder refuses to be written."""
    if not os.access(database.parent, os.W_OK):
        return True
    files = (database, *(database.with_name(database.name + ending) for ending in COMPANIONS))
    return any(not os.access(file, os.W_OK) for file in files if file.exists())


def why_not_writable(data: DataFolder) -> FaultKind | None:
    """Return why nothing can be written to a data folder, found out by trying; None where it can.

    DATABASE_READ_ONLY where a file is protected, FOLDER_NOT_WRITABLE where the folder is, DISK_FULL, DISK_ERROR.
    """
    if not os.access(data.path, os.W_OK):
        return FaultKind.FOLDER_NOT_WRITABLE
    if is_protected(data.database) or any(_refuses(lock) for lock in (data.window_lock, data.use_lock)):
        return FaultKind.DATABASE_READ_ONLY
    try:
        _try(data.database)
    except Fault as fault:
        return fault.kind if fault.kind in _KNOWN else FaultKind.DISK_ERROR
    return None


_KNOWN = (FaultKind.FOLDER_NOT_WRITABLE, FaultKind.DISK_FULL)


def _refuses(file: Path) -> bool:
    return file.exists() and not os.access(file, os.W_OK)


def _try(database: Path) -> None:
    trial = temporary_beside(database)
    with os_faults(trial):
        try:
            with trial.open("xb") as file:
                file.write(bytes(_ROOM))
                file.flush()
                sync_file(file.fileno())
        finally:
            trial.unlink(missing_ok=True)
