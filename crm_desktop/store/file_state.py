"""What a database file is, found out without changing a byte of it or of its folder's files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.records import dataclass
from crm_desktop.store.driver import NoCipherError
from crm_desktop.store.faults import as_fault
from crm_desktop.store.only_read import address_for_reading, is_only_read, reading_address
from crm_desktop.store.schema import APPLICATION_ID, REVISION

_PLAIN_BEGINNING = b"SQLite format 3\x00"


@dataclass(frozen=True)
class FileState:
    """Whose database a file is, and how old its schema is."""

    database_id: str
    revision: str

    @property
    def is_older(self) -> bool:
        """Whether the file must be migrated before it is used."""
        return self.revision < REVISION


def state_of(path: Path, key: bytes) -> FileState:
    """Return the state of a file under a key that is known to be the right one.

    Raises Fault FILE_MISSING, DATABASE_NOT_OURS, DATABASE_NEWER or DATABASE_DAMAGED.
    """
    _refuse_foreign(path)
    if path.with_name(path.name + "-journal").exists():
        _roll_back(path, key)
    with as_fault(file=str(path)), closing(open_read_only(path, key)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if application_id != APPLICATION_ID or not {"alembic_version", "meta"} <= tables:
            raise Fault(FaultKind.DATABASE_NOT_OURS, file=str(path))
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision > REVISION:
            raise Fault(FaultKind.DATABASE_NEWER, file=str(path))
        (database_id,) = connection.execute("SELECT value FROM meta WHERE key = 'database_id'").fetchone()
    return FileState(database_id, revision)


def _roll_back(path: Path, key: bytes) -> None:
    """Take back a change that was broken off outside the log: before that the file is not whole.

    A power cut in a restore leaves one. Only a connection that may write rolls back, and it does so at its first read.
    """
    with as_fault(file=str(path)), closing(_keyed(str(path), key)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def open_read_only(path: Path, key: bytes, *, cache_kib: int = 2_000) -> Any:
    """Open a keyed connection that can change neither the file nor its journal; `cache_kib` sizes its page cache."""
    address = address_for_reading(path) if is_only_read(path) else reading_address(path)
    return _keyed(address, key, "query_only=ON", f"cache_size=-{cache_kib}")


def _keyed(address: str, key: bytes, *pragmas: str) -> Any:
    """Open a keyed connection to a path or an address of the driver's; a driver without a cipher is refused."""
    from sqlcipher3 import dbapi2

    is_address = address.startswith("file:")
    connection = dbapi2.connect(address, uri=is_address, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise NoCipherError
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()  # a file that is no database would stay open, and could not be moved on Windows
        raise
    return connection


def _refuse_foreign(path: Path) -> None:
    """Refuse a file that is plain SQLite: no database of ours ever is."""
    with os_faults(path, reading=True), path.open("rb") as file:
        beginning = file.read(len(_PLAIN_BEGINNING))
    if beginning == _PLAIN_BEGINNING or not beginning:
        raise Fault(FaultKind.DATABASE_NOT_OURS, file=str(path))
