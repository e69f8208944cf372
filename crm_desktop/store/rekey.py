"""Encrypts a database file anew: on a copy beside it, which is proven and then takes its name in one step."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sync_path, temporary_beside
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only

_BESIDE = ("-wal", "-shm", "-journal")
_NEEDED_SPACE = 3
"""Times the files: the backup before, the copies under the new key, the backup after."""


def refuse_small_disk(*files: Path) -> None:
    """Raise Fault DISK_FULL where a change of key would not find room."""
    present = [file.stat().st_size for file in files if file.is_file()]
    folder = files[0].parent
    if shutil.disk_usage(folder).free < _NEEDED_SPACE * sum(present) + 1_000_000:
        raise Fault(FaultKind.DISK_FULL, folder=str(folder))


def under_key(database: Path, former: bytes, following: bytes) -> Path:
    """Return a proven copy of a closed database, under another key; nobody else may have it open.

    It has a temporary name in the same folder. Raises Fault DISK_FULL, DATABASE_DAMAGED.
    """
    with as_fault(file=str(database)), closing(raw_connection(database, former)) as connection:
        # What is still in the log alone would be missing from the copy.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return copy_under_key(database, database, former, following)


def copy_under_key(source: Path, database: Path, former: bytes, following: bytes) -> Path:
    """Return a proven copy of a file that has no log, under another key, to be swapped with `database`."""
    copy = temporary_beside(database)
    try:
        with as_fault(file=str(source)):
            with os_faults(copy):
                shutil.copyfile(source, copy)
                copy.chmod(0o600)
            with closing(raw_connection(copy, former)) as connection:
                _encrypt_anew(connection, following)
            _prove(copy, following)
    except BaseException:
        discard(copy)
        raise
    return copy


def _encrypt_anew(connection: Any, key: bytes) -> None:
    # A copy that fails is thrown away: neither a log nor the disk's word is needed before it is complete.
    for pragma in ("journal_mode=OFF", "synchronous=OFF", f"rekey=\"x'{key.hex()}'\""):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _prove(copy: Path, key: bytes) -> None:
    """See that every page bears the new key's signature and that the trees are whole."""
    with closing(open_read_only(copy, key)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchmany(1):
            raise Fault(FaultKind.DATABASE_DAMAGED, file=str(copy))
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise Fault(FaultKind.DATABASE_DAMAGED, file=str(copy))


def swap(copy: Path, database: Path) -> None:
    """Give a complete copy the name of the database; killed at any moment, the one or the other is there, whole."""
    with os_faults(database):
        sync_path(copy)
        for ending in _BESIDE:  # the log is empty: the copy was made from the file alone
            database.with_name(database.name + ending).unlink(missing_ok=True)
        replace_file(copy, database)


def discard(copy: Path) -> None:
    """Remove a copy that is not needed."""
    for ending in ("", *_BESIDE):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
