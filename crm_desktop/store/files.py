"""The second encrypted file: contents of attachments and photos, each kept once under its SHA-256.

A content is written and on disk before the row that names it, so that a crash leaves an unused content at worst, never
a row without one. Contents stay when their row goes: an undo brings the row back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.engine import raw_connection
from crm_desktop.store.faults import kind_of
from crm_desktop.store.store import FILES_FILE, Store

LARGEST = 20 * 1024 * 1024
"""The most bytes one file may have."""

_TABLE = "CREATE TABLE IF NOT EXISTS blob (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL, size INTEGER NOT NULL)"


def files_path(store: Store) -> Path:
    """Return the path of the second file: beside the first."""
    return store.path.with_name(FILES_FILE)


def keep_content(store: Store, content: bytes, name: str = FILES_FILE) -> str:
    """Write a content and wait until it is on disk; return its SHA-256; raise Fault FILE_TOO_LARGE or DISK_FULL."""
    if len(content) > LARGEST:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=name, limit=LARGEST)
    digest = hashlib.sha256(content).hexdigest()
    with _connection(store) as connection:
        connection.execute(_TABLE)
        connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)", (digest, content, len(content)))
    return digest


def read_content(store: Store, sha256: str) -> bytes:
    """Return a content; raise Fault FILE_MISSING, or FILE_DAMAGED where it is not what was kept."""
    with _connection(store) as connection:
        connection.execute(_TABLE)
        row = connection.execute("SELECT content FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise Fault(FaultKind.FILE_MISSING, file=FILES_FILE)
    content = bytes(row[0])
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Fault(FaultKind.FILE_DAMAGED, file=FILES_FILE)
    return content


@contextmanager
def _connection(store: Store) -> Iterator[Any]:
    """Open the second file for one job; each statement commits by itself with `synchronous=FULL`."""
    from sqlcipher3 import dbapi2

    try:
        with closing(raw_connection(files_path(store), store.key)) as connection:
            yield connection
    except dbapi2.Error as error:
        kind = kind_of(error)
        if kind is None:
            raise
        raise Fault(kind, file=FILES_FILE) from error
