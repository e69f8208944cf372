"""What "the same shop" means: every record as plain values; and the journal played over an earlier such dump.

Derived tables and columns are left out: they follow from the records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select

from crm_desktop.store.history import with_parts
from crm_desktop.store.tables import RECORDS, change, change_payload, journaled_columns

Dump = dict[str, dict[int, dict[str, object]]]
"""Table name → row id → values of its journaled columns, without the empty ones."""


def business_dump(connection: Connection) -> Dump:
    """Return every record of the shop."""
    return {table.name: _rows(connection, table.name) for table in RECORDS}


def replay(connection: Connection, earlier: Mapping[str, Mapping[int, Mapping[str, object]]], after: int) -> Dump:
    """Return an earlier dump with every change of the operations after `after` played over it."""
    dump: Dump = {name: {row_id: dict(row) for row_id, row in rows.items()} for name, rows in earlier.items()}
    changes = (
        select(change.c.entity, change.c.row_id, change.c.action, change_payload.c.after)
        .join(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.operation_id > after)
        .order_by(change.c.id)
    )
    for entity, row_id, action, payload in connection.execute(changes):
        if action == "delete":
            del dump[entity][row_id]
            continue
        values = json.loads(payload)
        for part in with_parts(entity, row_id, values):
            row = dump[part[0]].setdefault(part[1], {})
            row.update(part[2])
            dump[part[0]][part[1]] = {key: value for key, value in row.items() if value is not None}
    return dump


def _rows(connection: Connection, name: str) -> dict[int, dict[str, object]]:
    table = next(t for t in RECORDS if t.name == name)
    columns = journaled_columns(table)
    return {
        row[0]: {key: value for key, value in zip(columns, row[1:], strict=True) if value is not None}
        for row in connection.execute(select(table.c.id, *(table.c[c] for c in columns)).order_by(table.c.id))
    }
