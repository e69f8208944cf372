"""The SQL that only SQLite knows, in one place: row images as JSON and the temporary tables of the unit of work.

PostgreSQL has the same ideas under other names (`jsonb_build_object`, `gen_random_bytes`); a move changes this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Select, String, bindparam, cast, column, func, select
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from crm_desktop.base.records import dataclass

_MOST_ARGUMENTS = 100
"""A function of SQLite takes no more."""
_NAMED_PARAMETERS = SQLiteDialect(paramstyle="named")

PENDING_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS pending ("
    "seq INTEGER PRIMARY KEY, row_id INTEGER NOT NULL, customer_id INTEGER, before TEXT, after TEXT, salt BLOB)",
    "CREATE INDEX IF NOT EXISTS temp.pending_row ON pending(row_id)",
    "CREATE TEMP TABLE IF NOT EXISTS touched (customer_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS moved (customer_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS undo_value (row_id INTEGER PRIMARY KEY, before, after)",
)
"""`pending`: images of the rows a statement changes; `touched`: customers whose derived values must be made anew;
`moved`: customers who only went into the bin or came out of it, which changes nothing but whether search finds them."""

CLEAR_UNDO_VALUES = "DELETE FROM temp.undo_value"
STAGE_UNDO_VALUES = (
    "INSERT INTO temp.undo_value SELECT c.row_id, json_extract(p.before, :path), json_extract(p.after, :path) "
    "FROM change c JOIN change_payload p ON p.change_id = c.id "
    "WHERE c.operation_id = :operation AND c.entity = :entity AND c.action = 'update' "
    "AND json_type(p.after, :path) IS NOT NULL ORDER BY c.id "
    "ON CONFLICT(row_id) DO UPDATE SET after = excluded.after"
)
"""One field of every row an operation updated: its value before the first and after the last of these updates."""

PARTS = (
    "SELECT c.id, c.operation_id, c.customer_id, c.action, part.value ->> 0 AS entity, part.value ->> 1 AS row_id "
    "FROM change c JOIN change_payload p ON p.change_id = c.id, json_each(p.after, '$.parts') part "
    "WHERE c.entity IN ('customer', 'sale') AND c.action = 'insert'"
)
"""The rows that came with new customers, or with slips of a file, and are journaled in the change of the customer or
the slip: `[table, id, values]` each."""

UNDO_INSERTED = (
    "CREATE TEMP TABLE IF NOT EXISTS undo_inserted ("
    "entity TEXT NOT NULL, row_id INTEGER NOT NULL, customer_id INTEGER, PRIMARY KEY (entity, row_id)) WITHOUT ROWID"
)
CLEAR_UNDO_INSERTED = "DELETE FROM temp.undo_inserted"
STAGE_UNDO_INSERTED = (
    "INSERT OR IGNORE INTO temp.undo_inserted SELECT entity, row_id, customer_id FROM change "
    "WHERE operation_id = :operation AND action = 'insert' "
    f"UNION ALL SELECT entity, row_id, customer_id FROM ({PARTS}) WHERE operation_id = :operation"
)
"""Every row that an operation inserted and whose it was, those that came with new customers too."""

NEW_TEXTS = (
    "CREATE TEMP TABLE IF NOT EXISTS new_text ("
    "row_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, before, a, b, c)"
)
"""Prepared values of one field, row by row: what each row must still hold, and what its columns are to hold."""
CLEAR_NEW_TEXTS = "DELETE FROM temp.new_text"

ALL_SETTINGS = "SELECT json_group_object(key, value) FROM setting"
"""Every setting of the shop in one row: they are asked for with each page of a list, beside a window that paints."""

CLEAR_PENDING = "DELETE FROM temp.pending"
CLEAR_TOUCHED = "DELETE FROM temp.touched"
CLEAR_MOVED = "DELETE FROM temp.moved"

TOUCH_PENDING = "INSERT OR IGNORE INTO temp.touched SELECT customer_id FROM temp.pending WHERE customer_id IS NOT NULL"
TOUCH_NEW_OWNERS = (
    'INSERT OR IGNORE INTO temp.touched SELECT o.customer_id FROM temp.pending JOIN "{table}" o ON o.id = row_id '
    "WHERE o.customer_id IS NOT NULL"
)
"""Whose the rows of a table are now that another had before."""
MOVE_PENDING = "INSERT OR IGNORE INTO temp.moved SELECT customer_id FROM temp.pending WHERE customer_id IS NOT NULL"

FLUSH_CHANGES = (
    "INSERT INTO change(id, operation_id, entity, row_id, customer_id, action, digest) "
    "SELECT :base + seq, :operation, :entity, row_id, customer_id, :action, payload_digest(salt, before, after) "
    "FROM temp.pending ORDER BY seq"
)
FLUSH_PAYLOADS = (
    "INSERT INTO change_payload(change_id, before, after, salt) "
    "SELECT :base + seq, before, after, salt FROM temp.pending ORDER BY seq"
)


PREPARED_CHANGES = (
    "INSERT INTO change(id, operation_id, entity, row_id, customer_id, action, digest) "
    "SELECT :base + row_id, :operation, 'customer', row_id, row_id, 'insert', digest "
    "FROM staged.made_change ORDER BY row_id"
)
PREPARED_PAYLOADS = (
    "INSERT INTO change_payload(change_id, after, salt) "
    "SELECT :base + row_id, after, salt FROM staged.made_change ORDER BY row_id"
)
"""Changes made beforehand, one for a new customer with everything that came with her (`parts`)."""
PREPARED_SALE_CHANGES = (
    "INSERT INTO change(id, operation_id, entity, row_id, customer_id, action, digest) "
    "SELECT :base + row_id, :operation, 'sale', row_id, customer_id, 'insert', digest "
    "FROM staged.made_sale_change ORDER BY row_id"
)
PREPARED_SALE_PAYLOADS = (
    "INSERT INTO change_payload(change_id, after, salt) "
    "SELECT :base + row_id, after, salt FROM staged.made_sale_change ORDER BY row_id"
)
"""The same for slips of a file, each with its lines."""


def image(columns: Sequence[str], source: str, *, keep_nulls: bool, more: str = "''") -> str:
    """Return the SQL of a row's image: a JSON object of these columns, without the empty ones unless kept.

    `more` is the SQL of what else belongs into an image without empty values, as JSON behind a comma.
    """
    if keep_nulls:
        pairs = ", ".join(f"'{column}', {source}.\"{column}\"" for column in columns)
        return f"json_object({pairs})"
    given = " || ".join(
        f'iif({source}."{column}" IS NULL, \'\', \',"{column}":\' || json_quote({source}."{column}"))'
        for column in columns
    )
    return f"('{{' || substr({given} || {more}, 2) || '}}')"


def last_sequence(table: str) -> str:
    """Return the SQL of the highest id a table ever gave out."""
    return f"SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"


def random_public_id() -> ColumnElement[str]:
    """Return the SQL of a new public id for each row, as `base.ids` makes them one by one."""
    letter = func.substr("abcdef", 1 + func.abs(func.random() % 6), 1)
    return letter.concat(func.substr(func.lower(func.hex(func.randomblob(8))), 2))


def next_id(connection: Connection, table: str, _count: int = 1) -> int:
    """Return the id that the next row of a table will get."""
    last: int = connection.exec_driver_sql(last_sequence(table)).scalar_one()
    return last + 1


def reserve(connection: Connection, table: str, count: int) -> int:
    """Give out the next ids of a table, in a transaction of their own; return the first. Unused, they are a gap."""
    first = next_id(connection, table)
    last = (first + count - 1, table)
    if not connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", last).rowcount:
        connection.exec_driver_sql("INSERT INTO sqlite_sequence(seq, name) VALUES (?, ?)", last)
    return first


def ids_in(ids_column: ColumnElement[Any], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a column is one of any number of ids: one JSON array, not a placeholder each."""
    return _in_array(ids_column, listed(ids))


def texts_in(text_column: ColumnElement[Any], texts: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a column is one of any number of texts."""
    return _in_array(text_column, json.dumps(sorted(texts)))


def ids_given(ids_column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a column is one of the ids that the statement is run with: `ids=listed(…)`."""
    return _in_array(ids_column, bindparam("ids", type_=String))


def listed(ids: Iterable[int]) -> str:
    """Return ids as the parameter that `ids_given` reads."""
    return json.dumps(sorted(ids))


@dataclass(frozen=True)
class Prepared:
    """A statement as the driver takes it, with the parameters that are always the same."""

    text: str
    fixed: dict[str, Any]


def in_one_go(*selects: Select[Any]) -> Prepared:
    """Return one statement for the rows of several SELECTs, each in no order, for `rows_of`.

    It is made once and run for every page of a list. The driver takes the interpreter once for all rows, not once for
    each: the window paints meanwhile.
    """
    made = select(*(_in_one_text(rows) for rows in selects)).compile(dialect=_NAMED_PARAMETERS)
    return Prepared(str(made), dict(made.params))


def rows_of(connection: Connection, prepared: Prepared, parameters: Mapping[str, object]) -> list[list[list[Any]]]:
    """Return the rows of each SELECT that a statement made by `in_one_go` holds."""
    texts = connection.exec_driver_sql(prepared.text, {**prepared.fixed, **parameters}).one()
    return [[list(chain.from_iterable(parts)) for parts in json.loads(text)] for text in texts]


def text_rows(
    connection: Connection, select_text: str, columns: Sequence[str], parameters: Mapping[str, object]
) -> list[list[Any]]:
    """Return these columns of the rows of a SELECT, in no order, fetched in one go as `in_one_go` does."""
    rows = f"SELECT json_group_array(json_array({', '.join(columns)})) FROM ({select_text})"
    found: list[list[Any]] = json.loads(connection.exec_driver_sql(rows, dict(parameters)).scalar_one())
    return found


def _in_one_text(rows: Select[Any]) -> ColumnElement[str]:
    values = list(rows.subquery().c)
    parts = [func.json_array(*values[at : at + _MOST_ARGUMENTS]) for at in range(0, len(values), _MOST_ARGUMENTS)]
    return select(func.json_group_array(func.json_array(*parts))).scalar_subquery()


def _in_array(ids_column: ColumnElement[Any], array: Any) -> ColumnElement[bool]:
    values = func.json_each(array).table_valued(column("value"))
    return ids_column.in_(select(values.c.value))


def json_rows(columns: Iterable[ColumnElement[Any]]) -> ColumnElement[bytes]:
    """Return rows as one JSON array of arrays, in UTF-8.

    The driver takes the interpreter's lock back for each row it fetches; a page that is one row leaves it alone.
    """
    return cast(func.json_group_array(func.json_array(*columns)), LargeBinary)


def json_list(rows: Select[Any]) -> ColumnElement[Any]:
    """Return the rows of a correlated query, in their order, as one JSON array: of values, or of arrays of several."""
    inner = rows.subquery()
    one, *more = inner.columns
    values = func.json_array(one, *more) if more else one
    return func.json(select(func.json_group_array(values)).scalar_subquery())


def texts_listed(texts: Iterable[str]) -> Select[Any]:
    """Return any number of texts as rows: one JSON array, not a placeholder each."""
    values = func.json_each(json.dumps(sorted(texts), ensure_ascii=False)).table_valued(column("value"))
    return select(values.c.value)
