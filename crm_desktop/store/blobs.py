"""Attached files and photos: whole contents in an encrypted file of their own, found by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault

_SCHEMA = "CREATE TABLE IF NOT EXISTS blob (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL, size INTEGER NOT NULL)"


class Blobs:
    """The file of contents; it is made with the first content, and each call opens it anew."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key

    def put(self, content: bytes) -> str:
        """Keep a content for good before anything names it; return its SHA-256 in hexadecimal."""
        sha256 = hashlib.sha256(content).hexdigest()
        with self._open() as connection:
            connection.execute(_SCHEMA)
            connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)", (sha256, content, len(content)))
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return a content; raises Fault NOT_FOUND where it is gone."""
        content = self.find(sha256)
        if content is None:
            raise Fault(FaultKind.NOT_FOUND, sha256=sha256)
        return content

    def find(self, sha256: str) -> bytes | None:
        """Return a content, or None."""
        with self._open_made() as connection:
            query = "SELECT content FROM blob WHERE sha256 = ?"
            row = connection.execute(query, (sha256,)).fetchone() if connection else None
        return bytes(row[0]) if row else None

    def names(self) -> frozenset[str]:
        """Return the SHA-256 of every content that is kept."""
        with self._open_made() as connection:
            rows = connection.execute("SELECT sha256 FROM blob") if connection else ()
            return frozenset(name for (name,) in rows)

    def remove(self, names: Iterable[str]) -> None:
        """Delete contents so that no byte of them stays; what is not there is passed over."""
        with self._open_made() as connection:
            if connection:
                connection.executemany("DELETE FROM blob WHERE sha256 = ?", [(name,) for name in names])
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _open_made(self) -> Iterator[Any | None]:
        """Open the file where it holds contents; killed with its first one, the program leaves it without a table."""
        if not self.path.is_file():
            yield None
            return
        with self._open() as connection:
            table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'blob'").fetchone()
            yield connection if table else None

    @contextmanager
    def _open(self) -> Iterator[Any]:
        with as_fault(file=str(self.path)), closing(raw_connection(self.path, self._key)) as connection:
            yield connection
