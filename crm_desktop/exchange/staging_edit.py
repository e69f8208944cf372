"""Cleans one row of a staging file anew, after a cell of it was mended in the dry run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crm_desktop.exchange.packed_cells import unpack
from crm_desktop.exchange.rows import CleanRow, RowCleaner
from crm_desktop.exchange.staging import TEXTS, connect, insert_row

_OF_ROW = (
    "staged_row", "staged_contact", "staged_date", "staged_tag", "staged_value", "staged_balance", "staged_tier",
)  # fmt: skip


def clean_again(path: Path, key: bytes, cleaner: RowCleaner, number: int) -> bool:
    """Clean a row by the cleaner's plan and put it in the place of the old one.

    Return False where that is not enough, because the row is or becomes one person with another: then the whole file
    has to be staged anew.
    """
    connection = connect(path, key)
    try:
        connection.execute("BEGIN")
        done = _clean_again(connection, cleaner, number)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return done


def _clean_again(connection: Any, cleaner: RowCleaner, number: int) -> bool:
    def one(query: str, *values: object) -> Any:
        found = connection.execute(query, values).fetchone()
        return found[0] if found else None

    cells = one("SELECT cells FROM staged_cells WHERE number = ?", number)
    n = one("SELECT n FROM staged_row WHERE number = ?", number)
    if cells is None or one("SELECT 1 FROM staged_other WHERE number = ? OR n = ? LIMIT 1", number, n or -1):
        return False
    row = cleaner.clean(number, unpack(cells))
    if not row.problems and _is_another(connection, row):
        return False
    _forget(connection, number, n)
    if row.problems:
        found = [(number, p.column, p.heading, p.problem.value, p.text) for p in row.problems]
        connection.executemany("INSERT INTO staged_problem VALUES (?, ?, ?, ?, ?)", found)
    else:
        insert_row(connection, n or one("SELECT COALESCE(max(n), 0) + 1 FROM staged_row"), row)
    return True


def _is_another(connection: Any, row: CleanRow) -> bool:
    """Tell whether another row of the file may be the same person, or holds the same card."""
    others = "FROM staged_row r WHERE r.number <> ?"
    marks: list[tuple[str, tuple[object, ...]]] = [
        (f"SELECT 1 {others} AND r.{name} = ?", (row.number, row.values[name]))
        for name in ("public_id", "card_number", "file_number")
        if name in row.values
    ]
    contact = f"SELECT 1 {others} AND r.n IN (SELECT n FROM staged_contact WHERE kind = ? AND normal = ?)"
    marks += [(contact, (row.number, c.kind, c.normal)) for c in row.contacts if c.normal]
    return any(connection.execute(query, values).fetchone() for query, values in marks)


def _forget(connection: Any, number: int, n: int | None) -> None:
    """Take out what the row has brought, and what an earlier dry run added for its own use."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'as_read'").fetchone():
        connection.execute("DELETE FROM staged_value WHERE rowid > (SELECT last FROM as_read)")
        connection.execute("DROP TABLE as_read")
    connection.execute(f"DROP TABLE IF EXISTS {TEXTS}")
    connection.execute("DELETE FROM staged_problem WHERE number = ?", (number,))
    for table in _OF_ROW if n is not None else ():
        connection.execute(f"DELETE FROM {table} WHERE n = ?", (n,))
