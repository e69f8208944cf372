"""Everything the database holds of a person, table by table, found by the foreign keys.

A table that comes later and points at a customer, or at something of hers, is there without a line here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from crm_desktop.store.history import with_parts
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import (
    RECORDS,
    change,
    change_payload,
    company,
    customer,
    duplicate_pair,
    household,
    operation,
)

Rows = dict[str, list[dict[str, Any]]]
_KEYS = {"product_id", "category_id", "field_id", "tag_id", "batch_id", "programme_id", "tier_id", "plan_id"}


@cache
def linked_tables() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the tables that hold something of a customer: their columns, each with the table it points at.

    Where a table names the customer herself, by that; else by what is hers (slips, accounts, series).
    """
    found: dict[str, tuple[tuple[str, str], ...]] = {customer.name: (("id", customer.name),)}
    for table in RECORDS:
        if table is customer:
            continue
        keys = [(key.parent.name, key.column.table.name) for key in table.foreign_keys]
        direct = tuple(sorted(key for key in keys if key[1] == customer.name))
        through = tuple(sorted(key for key in keys if key[1] in found and key[1] != table.name))
        if direct or through:
            found[table.name] = direct or through
    return found


def person_rows(connection: Connection, family: Sequence[int]) -> Rows:
    """Return every row of a family as plain values, with the names of what they point at."""
    tables = {table.name: table for table in RECORDS}
    found = {name: _rows(connection, tables[name], _hers(tables, name, family)) for name in linked_tables()}
    pairs = duplicate_pair.c
    alike = or_(ids_in(pairs.one_id, family), ids_in(pairs.other_id, family))
    found[duplicate_pair.name] = _rows(connection, duplicate_pair, alike)
    for table, column in ((company, "company_id"), (household, "household_id")):
        ids = [row[column] for row in found[customer.name] if row.get(column)]
        found[table.name] = _rows(connection, table, ids_in(table.c.id, ids))
    found["change"] = list(_changes(connection, family))
    return found


def _hers(tables: dict[str, Table], name: str, family: Sequence[int]) -> ColumnElement[bool]:
    table, conditions = tables[name], []
    for column, target in linked_tables()[name]:
        if target == customer.name:
            conditions.append(ids_in(table.c[column], family))
        else:
            parent = tables[target]
            conditions.append(table.c[column].in_(select(parent.c.id).where(_hers(tables, target, family))))
    return or_(*conditions)


def _rows(connection: Connection, table: Table, hers: ColumnElement[bool]) -> list[dict[str, Any]]:
    rows = connection.execute(select(table).where(hers).order_by(*table.primary_key.columns)).mappings()
    named = {key.parent.name: key.column.table for key in table.foreign_keys if key.parent.name in _KEYS}
    found = []
    for row in rows:
        values = {key: value for key, value in row.items() if value is not None and not isinstance(value, bytes)}
        for column, target in named.items():
            if column in values and "name" in target.c:
                of = select(target.c.name).where(target.c.id == values[column])
                values[column.removesuffix("_id")] = connection.execute(of).scalar()
        found.append(values)
    return found


def _changes(connection: Connection, family: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the log: each change of hers with its values before and after."""
    rows = connection.execute(
        select(operation.c.at, operation.c.kind, operation.c.person_id, operation.c.reason, change)
        .add_columns(change_payload.c.before, change_payload.c.after)
        .join(operation, operation.c.id == change.c.operation_id)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(ids_in(change.c.customer_id, family))
        .order_by(change.c.id)
    )
    for row in rows:
        head = {"at": row.at, "kind": row.kind, "person_id": row.person_id, "reason": row.reason, "action": row.action}
        before, after = (json.loads(side) if side else {} for side in (row.before, row.after))
        for entity, row_id, values in with_parts(row.entity, row.row_id, after):
            shown = {"table": entity, "row": row_id, "before": before, "after": values}
            yield {key: value for key, value in (head | shown).items() if value not in (None, {})}
