"""The open database: its two engines, and how a unit of work or a read begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import get_ident
from typing import Any

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.store import schema
from crm_desktop.store.customer_tables import meta
from crm_desktop.store.driver import READ_CACHE_KIB
from crm_desktop.store.engine import open_aside, open_reads, open_writes
from crm_desktop.store.faults import as_fault
from crm_desktop.store.guard import Guard
from crm_desktop.store.only_read import forget_only_read, tell_only_read
from crm_desktop.store.staff import StaffBook

_STEPS_BETWEEN_LOOKS = 100_000
"""Steps of SQLite's machine between two looks at whether the user gave up: a few milliseconds."""

DATABASE_FILE = "customers.db"
FILES_FILE = "files.db"
_SMALL_CACHE_KIB = 16_384


class Store:
    """One open shop database. Close it to let checkpoints finish and the key go.

    `only_read` says why nothing can be written, where it is opened for looking up alone.
    """

    def __init__(
        self, path: Path, key: bytes, cache_kib: int = READ_CACHE_KIB, only_read: FaultKind | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.reads = open_reads(path, key, cache_kib)
        self.guard = Guard(path)
        if only_read is not None:
            tell_only_read(path)
            self.guard.stop_for_disk(only_read)
        self.writes = open_writes(path, key, self.guard)
        self.staff = StaffBook(self.reads)
        self._reading: dict[Connection, int] = {}
        self.is_open = True

    @property
    def is_only_read(self) -> bool:
        """Whether the book is there for looking up alone, because its disk takes no writes."""
        return self.guard.refusal is FaultKind.DATABASE_READ_ONLY

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a read transaction; it ends with the block, so that checkpoints go on."""
        with as_fault(), self.reads.connect() as connection, connection.begin():
            self._reading[connection] = get_ident()
            try:
                yield connection
            finally:
                del self._reading[connection]

    @contextmanager
    def aside(self) -> Iterator[Engine]:
        """Open one more connection for long work that reads a snapshot, for the length of the block."""
        engine = open_aside(self.path, self.key)
        try:
            yield engine
        finally:
            engine.dispose()

    @contextmanager
    def read_apart(self, is_cancelled: Callable[[], bool]) -> Iterator[Connection]:
        """Open a read transaction on a connection of its own, for a long walk that no typed search interrupts.

        Where `is_cancelled` answers yes, the running query ends and Fault CANCELLED is raised.
        """
        engine = open_reads(self.path, self.key)
        try:
            with as_fault(), engine.connect() as connection, connection.begin():
                driver: Any = connection.connection.driver_connection
                driver.set_progress_handler(is_cancelled, _STEPS_BETWEEN_LOOKS)
                yield connection
        except DBAPIError as error:
            if is_cancelled():
                raise Fault(FaultKind.CANCELLED) from error
            raise
        finally:
            engine.dispose()

    def interrupt_reads(self, thread: int) -> None:
        """Stop every query of a thread on the reading engine.

        What the thread that writes reads there on its way goes on: it is never interrupted.
        """
        for connection, reader in tuple(self._reading.items()):
            driver = connection.connection.driver_connection if reader == thread else None
            if driver is not None:
                driver.interrupt()

    @contextmanager
    def apart(self) -> Iterator[Store]:
        """Open the same database for a long job that reads it from end to end.

        On connections of its own it neither holds up the window's reads nor is interrupted with them, and it leaves
        their caches alone.
        """
        other = Store(self.path, self.key, _SMALL_CACHE_KIB, self.guard.why)
        try:
            yield other
        finally:
            other.dispose()

    def data_version(self) -> int:
        """Return a number that changes when another process wrote; ask on the thread that writes.

        It belongs to one connection, so the writing one is asked, outside a transaction.
        """
        with as_fault(), closing(self.writes.raw_connection()) as connection:
            version: int = connection.cursor().execute("PRAGMA data_version").fetchone()[0]
            return version

    def checkpoint(self) -> None:
        """Bring what the write-ahead log holds into the file: only then is each page of the file by itself whole.

        After a power cut in the middle of a checkpoint a page of the file may be torn; the log has it. Waits neither
        for readers nor for writers.
        """
        if self.is_only_read:
            return
        with as_fault(), closing(self.writes.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def settle(self) -> None:
        """Bring all of the write-ahead log into the file and empty it, as before the file alone is moved.

        Closing does so too, but silently leaves in the log what it could not bring over. Raises Fault: DISK_FULL,
        DISK_ERROR, DATABASE_BUSY where somebody else has the file open.
        """
        with as_fault(), closing(self.writes.raw_connection()) as connection:
            if connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise Fault(FaultKind.DATABASE_BUSY)

    def meta(self, key: str) -> str | None:
        """Return one of the database's own facts, such as its id."""
        with self.read() as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def reopen(self) -> None:
        """Let go of every connection that is not in use; the next question opens the file anew.

        After sleep, or a cable that was loose for a moment, an old handle may answer with errors for ever.
        """
        self.reads.dispose()
        self.writes.dispose()

    def close(self) -> None:
        """Close every connection."""
        self.dispose()
        if self.is_only_read:
            forget_only_read(self.path)

    def dispose(self) -> None:
        """Close every connection, and leave what others of this program need to open the file."""
        self.is_open = False
        self.reads.dispose()
        self.writes.dispose()


def create_database(path: Path, key: bytes, database_id: str | None = None) -> Store:
    """Make a new, empty database at a path where none is, and open it."""
    store = Store(path, key)
    with as_fault(), store.writes.begin() as connection:
        schema.create_schema(connection)
        connection.execute(insert(meta), schema.first_meta(database_id or new_public_id()))
    return store
