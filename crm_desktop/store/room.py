"""Room for a large write: a page cache that holds what random inserts into many indexes touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Engine

from crm_desktop.store.driver import READ_CACHE_KIB
from crm_desktop.store.faults import as_fault

LOG_PAGES = 1_000
"""A write that leaves the log longer than this copies it into the file."""
MANY = 5_000
"""From so many rows on a change is given a large cache."""
LARGE_KIB = 262_144
"""With the usual cache 100,000 new rows take half as long again in a shop of a million: pages come and go."""


@contextmanager
def large_cache(writes: Engine, kib: int = LARGE_KIB) -> Iterator[None]:
    """Give the writing connection a large cache for a block that begins and ends outside transactions."""
    run_bare(writes, f"PRAGMA cache_size=-{kib}")
    try:
        yield
    finally:
        run_bare(writes, f"PRAGMA cache_size=-{READ_CACHE_KIB}", "PRAGMA shrink_memory")


def for_many(writes: Engine, rows: int) -> AbstractContextManager[None]:
    """Give a change of many rows a large cache; a change of few needs none."""
    return large_cache(writes) if rows >= MANY else nullcontext()


def run_bare(writes: Engine, *statements: str) -> None:
    """Run statements outside any transaction on the one connection that the engine has."""
    with as_fault(), closing(writes.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        for statement in statements:
            driver.execute(statement).fetchall()


@contextmanager
def log_left_alone(writes: Engine) -> Iterator[None]:
    """Let a large write end without copying its log into the file; `empty_log` does that where nobody waits for it."""
    run_bare(writes, "PRAGMA wal_autocheckpoint=0")
    yield


def empty_log(aside: Engine, writes: Engine) -> None:
    """Copy the log into the file beside the other connections, then let every write look after its own again."""
    try:
        run_bare(aside, "PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        run_bare(writes, f"PRAGMA wal_autocheckpoint={LOG_PAGES}")


def shorten_log(writes: Engine) -> None:
    """Copy the log into the file after a turn of background work, while nobody waits for the lock.

    Else the log of the turns reaches its length in the middle of somebody's save, who waits until it is copied.
    """
    run_bare(writes, "PRAGMA wal_checkpoint(PASSIVE)")
