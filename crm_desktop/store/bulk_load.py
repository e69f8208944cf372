"""Filling an empty database fast: plain rows through the driver, indexes made once at the end.

Only the sample shop writes this way: its rows leave no changes in the journal, they are what the journal starts from.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table

from crm_desktop.store.room import large_cache, run_bare

_LOAD_CACHE_KIB = 393_216
_INDEX_MEMORY = 67_108_864  # bytes the search index gathers before it writes; its own default makes many small parts
_INDEX_MEMORY_BEFORE = 1_048_576


class BulkLoad:
    """One load into an open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._driver: Any = connection.connection.driver_connection

    def insert(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Insert plain rows; those without an id get the next ones."""
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        self._driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows)

    def insert_found(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        """Insert rows of the search index: customer id, name, spelling, numbers."""
        sql = "INSERT INTO customer_search(rowid, name, spelling, numbers) VALUES (?, ?, ?, ?)"
        self._driver.executemany(sql, rows)

    @contextmanager
    def without_indexes(self, tables: Iterable[Table]) -> Iterator[None]:
        """Drop the secondary indexes of tables and make the same ones again at the end, each in one sorted pass."""
        indexes = [row for table in tables for row in self._indexes(table.name)]
        for name, _ in indexes:
            self._driver.execute(f'DROP INDEX "{name}"')
        yield
        for _, sql in indexes:
            self._driver.execute(sql)

    @contextmanager
    def one_search_index(self) -> Iterator[None]:
        """Gather much before writing the search index, and merge its parts into one at the end."""
        self._driver.execute(f"INSERT INTO customer_search(customer_search, rank) VALUES ('hashsize', {_INDEX_MEMORY})")
        yield
        self._driver.execute("INSERT INTO customer_search(customer_search) VALUES ('optimize')")
        before = f"INSERT INTO customer_search(customer_search, rank) VALUES ('hashsize', {_INDEX_MEMORY_BEFORE})"
        self._driver.execute(before)

    def _indexes(self, table: str) -> list[tuple[str, str]]:
        sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        found: list[tuple[str, str]] = self._driver.execute(sql, (table,)).fetchall()
        return found


@contextmanager
def room_to_load(writes: Engine) -> Iterator[None]:
    """Give the writing connection a large cache for one unit of work; then empty the log."""
    with large_cache(writes, _LOAD_CACHE_KIB), _collector_at_rest():
        yield
    run_bare(writes, "PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Stop the cyclic collector: it would walk millions of plain rows again and again, a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
