"""Proves that a finished database file is whole: every page's signature, the trees, and how many rows it holds."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.store.faults import kind_of
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.tables import METADATA

_AT_ONCE = 2
_OF_MONEY = {"sale", "account", "programme"}
_TREE_CACHE_KIB = 32_768
_CACHE_LIMIT_KIB = 262_144  # a check with a cache smaller than the file takes up to fifteen times as long


@dataclass(frozen=True)
class Contents:
    """How much is in a database, what it adds up to, and the end of its journal."""

    counts: dict[str, int]
    totals: dict[str, int]
    """What the shop took (`sales`) and what it owes (`points`, `stored`, `visits`), in the smallest units."""
    last_operation: int
    last_seal: str


@dataclass(frozen=True)
class Verified:
    """A file that passed every check. `size` is in bytes."""

    contents: Contents
    sha256: str
    size: int


def verify_file(path: Path, key: bytes) -> Verified:
    """Check a finished file that nobody writes to; raises Fault BACKUP_DAMAGED.

    Every page's signature and every table's tree are checked, two at a time: the driver lets other threads go on. The
    search index is not read as such (that alone takes as long as all the rest): the check command does that.
    """
    try:
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            signatures = pool.submit(_check_signatures, path, key)
            trees = [pool.submit(_check_tree, path, key, table) for table in _tables_in(path, key)]
            for tree in trees:
                tree.result()
            sha256 = signatures.result()
        with closing(open_read_only(path, key)) as connection:
            contents = contents_of(connection)
    except Fault:
        raise
    except Exception as error:
        if kind_of(error) is None:
            raise
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(path)) from error
    return Verified(contents, sha256, path.stat().st_size)


def contents_of(connection: Any) -> Contents:
    """Count every table through a driver connection and read the end of the journal, in one snapshot."""
    connection.execute("BEGIN")
    try:
        present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        names = [table.name for table in METADATA.sorted_tables if table.name in present]
        counts = {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
        totals = totals_of(connection, present)
        last = connection.execute("SELECT id, seal FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    finally:
        connection.execute("ROLLBACK")
    return Contents(counts, totals, last[0] if last else 0, (last[1] or b"").hex() if last else "")


def totals_of(connection: Any, present: set[str], side: str = "main") -> dict[str, int]:
    """Return the sum of all slips and of what the accounts of each kind hold; a file from before sales has none.

    `side` names an attached database.
    """
    if _OF_MONEY - present:
        return {}
    (sales,) = connection.execute(f"SELECT COALESCE(sum(total), 0) FROM {side}.sale").fetchone()
    held = connection.execute(
        f"SELECT p.kind, COALESCE(sum(a.balance), 0) FROM {side}.account a "
        f"JOIN {side}.programme p ON p.id = a.programme_id GROUP BY p.kind"
    )
    return {"sales": int(sales), **dict.fromkeys((kind.value for kind in ProgrammeKind), 0), **dict(held.fetchall())}


def cache_for(path: Path) -> int:
    """Return the page cache (KiB) with which a check of a file does not read every page again and again."""
    return max(2_000, min(_CACHE_LIMIT_KIB, path.stat().st_size // 1024 + 1_000))


def _check_signatures(path: Path, key: bytes) -> str:
    with closing(open_read_only(path, key)) as connection:
        _refuse(path, connection.execute("PRAGMA cipher_integrity_check").fetchmany(1))
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _tables_in(path: Path, key: bytes) -> list[str]:
    """Return the tables that have a tree of their own, in the order in which they were made."""
    with closing(open_read_only(path, key)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
        return [name for (name,) in rows]


def _check_tree(path: Path, key: bytes, table: str) -> None:
    with closing(open_read_only(path, key, cache_kib=_TREE_CACHE_KIB)) as connection:
        found = connection.execute(f'PRAGMA quick_check("{table}")').fetchall()
        _refuse(path, [row for row in found if row != ("ok",)])
        connection.execute("PRAGMA shrink_memory").fetchall()  # closing a full cache would hold up the window


def _refuse(path: Path, problems: list[Any]) -> None:
    if problems:
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(path))
