"""The SQL that only SQLite knows, in one place: row images as JSON and the temporary tables of the unit of work.

PostgreSQL has the same ideas under other names (`jsonb_build_object`, `gen_random_bytes`); a move changes this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, column, func, select

PENDING_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS pending ("
    "seq INTEGER PRIMARY KEY, row_id INTEGER NOT NULL, customer_id INTEGER, before TEXT, after TEXT, salt BLOB)",
    "CREATE INDEX IF NOT EXISTS temp.pending_row ON pending(row_id)",
    "CREATE TEMP TABLE IF NOT EXISTS touched (customer_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS undo_value (row_id INTEGER PRIMARY KEY, before, after)",
)
"""`pending`: images of the rows a statement changes; `touched`: customers whose derived values must be made anew."""

CLEAR_UNDO_VALUES = "DELETE FROM temp.undo_value"
STAGE_UNDO_VALUES = (
    "INSERT INTO temp.undo_value SELECT c.row_id, json_extract(p.before, :path), json_extract(p.after, :path) "
    "FROM change c JOIN change_payload p ON p.change_id = c.id "
    "WHERE c.operation_id = :operation AND c.entity = :entity AND c.action = 'update' "
    "AND json_type(p.after, :path) IS NOT NULL ORDER BY c.id "
    "ON CONFLICT(row_id) DO UPDATE SET after = excluded.after"
)
"""One field of every row an operation updated: its value before the first and after the last of these updates."""

CLEAR_PENDING = "DELETE FROM temp.pending"
CLEAR_TOUCHED = "DELETE FROM temp.touched"

TOUCH_PENDING = "INSERT OR IGNORE INTO temp.touched SELECT customer_id FROM temp.pending WHERE customer_id IS NOT NULL"

FLUSH_CHANGES = (
    "INSERT INTO change(id, operation_id, entity, row_id, customer_id, action, digest) "
    "SELECT :base + seq, :operation, :entity, row_id, customer_id, :action, payload_digest(salt, before, after) "
    "FROM temp.pending ORDER BY seq"
)
FLUSH_PAYLOADS = (
    "INSERT INTO change_payload(change_id, before, after, salt) "
    "SELECT :base + seq, before, after, salt FROM temp.pending ORDER BY seq"
)


def image(columns: Sequence[str], source: str, *, keep_nulls: bool) -> str:
    """Return the SQL of a row's image: a JSON object of these columns, without the empty ones unless kept."""
    pairs = ", ".join(f"'{column}', {source}.\"{column}\"" for column in columns)
    body = f"json_object({pairs})"
    return body if keep_nulls else f"json_patch('{{}}', {body})"


def last_sequence(table: str) -> str:
    """Return the SQL of the highest id a table ever gave out."""
    return f"SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"


def ids_in(ids_column: ColumnElement[Any], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a column is one of any number of ids: one JSON array, not a placeholder each."""
    return _in_array(ids_column, listed(ids))


def ids_given(ids_column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a column is one of the ids that the statement is run with: `ids=listed(…)`."""
    return _in_array(ids_column, bindparam("ids", type_=String))


def listed(ids: Iterable[int]) -> str:
    """Return ids as the parameter that `ids_given` reads."""
    return json.dumps(sorted(ids))


def _in_array(ids_column: ColumnElement[Any], array: Any) -> ColumnElement[bool]:
    values = func.json_each(array).table_valued(column("value"))
    return ids_column.in_(select(values.c.value))
