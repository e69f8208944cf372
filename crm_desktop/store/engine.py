"""Opening the encrypted file: two engines, one that only reads and one that writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from crm_desktop.store.driver import READ_CACHE_KIB, raw_connection


def open_reads(path: Path, key: bytes, cache_kib: int = READ_CACHE_KIB) -> Engine:
    """Return the engine for reading: deferred transactions, `query_only`, so no page of the window can write."""
    return _engine(path, key, read_only=True, cache_kib=cache_kib)


def open_writes(path: Path, key: bytes, guard: Callable[[], None]) -> Engine:
    """Return the engine for writing: one connection, `BEGIN IMMEDIATE`; `guard` may refuse a transaction by a Fault."""
    engine = _engine(path, key, read_only=False)
    event.listen(engine, "begin", lambda _connection: guard(), insert=True)
    return engine


def open_aside(path: Path, key: bytes) -> Engine:
    """Return an engine of one connection for long work beside the others: it reads a snapshot, and locks nobody out.

    It may write temporary and attached tables.
    """
    return _engine(path, key, read_only=False, begin="BEGIN")


def _engine(
    path: Path, key: bytes, *, read_only: bool, cache_kib: int = READ_CACHE_KIB, begin: str | None = None
) -> Engine:
    from sqlcipher3 import dbapi2

    def creator() -> Any:
        connection = raw_connection(path, key)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
            connection.execute(f"PRAGMA cache_size=-{cache_kib}")
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=2 if read_only else 1,
        pool_use_lifo=True,  # the connection used last has the page cache that helps
        max_overflow=2 if read_only else 0,  # whoever reads already may have to ask what somebody may do
        hide_parameters=True,
    )
    statement = begin or ("BEGIN" if read_only else "BEGIN IMMEDIATE")
    event.listen(engine, "close", _give_memory_back)
    event.listen(engine, "begin", lambda connection: _begin(connection, statement))
    return engine


def _give_memory_back(driver: Any, _record: object) -> None:
    """Empty the page cache by a statement, before the connection is closed.

    Closing it does so, too, but the driver keeps every other thread from running meanwhile: a frame of the window for
    64 MB, two for a connection that has a staging file attached.
    """
    with suppress(Exception):  # a connection that is broken is closed all the same
        driver.execute("PRAGMA shrink_memory").fetchall()


def _begin(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
