"""What is needed to tell how a customer's record was: her rows of today, and the changes since, the newest first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from crm_desktop.domain.as_it_was import AsItWas, PastChange, Rows, owned_by, rewound
from crm_desktop.store import tables
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import change, change_payload, customer, journaled_columns, operation

HERS = (
    *(tables.customer, tables.contact_point, tables.important_date, tables.customer_tag, tables.custom_value),
    *(tables.consent, tables.attachment, tables.interaction, tables.follow_up, tables.follow_up_series),
)
"""The tables a record is made of; all but her own row name her in `customer_id`."""
_NAMES = frozenset(table.name for table in HERS)


@dataclass(frozen=True)
class Then:
    """A record after an operation and today, and the operations before and after it that touched her."""

    then: AsItWas
    today: Rows
    operation: int
    earlier: int | None
    later: int | None


def record_after(connection: Connection, customer_id: int, operation_id: int) -> Then:
    """Return a customer's rows as they were once an operation was done, and as they are today."""
    family, changes = _family_and_changes(connection, customer_id, operation_id)
    rows = _rows_of(connection, family)
    was = rewound(rows, changes)
    mine = owned_by(was.rows, customer_id)
    then = AsItWas(mine, was.unknown & mine.keys())
    reached, earlier, later = _neighbours(connection, family, operation_id)
    return Then(then, owned_by(rows, customer_id), reached, earlier, later)


def operation_at(connection: Connection, moment: int) -> int:
    """Return the last operation that was written by a moment (stamp), 0 before all."""
    last: int | None = connection.execute(select(func.max(operation.c.id)).where(operation.c.at <= moment)).scalar()
    return last or 0


def _family_and_changes(connection: Connection, customer_id: int, after: int) -> tuple[set[int], list[PastChange]]:
    """Return everyone with whom she shared rows since, and all their changes since, the newest first."""
    family = {customer_id}
    while True:
        found = [_change(row) for row in _changes(connection, family, after)]
        grown = family | _merged(connection, family) | _named(found)
        if grown == family:
            return family, found
        family = grown


def _merged(connection: Connection, family: Collection[int]) -> set[int]:
    joined = select(customer.c.id, customer.c.merged_into).where(
        or_(ids_in(customer.c.id, family), ids_in(customer.c.merged_into, family)), customer.c.merged_into.is_not(None)
    )
    return {one for row in connection.execute(joined) for one in row}


def _named(changes: Iterable[PastChange]) -> set[int]:
    sides = (side for one in changes for side in (one.before, one.after) if side is not None)
    named = (side.get(name) for side in sides for name in ("customer_id", "merged_into"))
    return {one for one in named if isinstance(one, int)}


def _changes(connection: Connection, family: Collection[int], after: int) -> list[Any]:
    rows = (
        select(change.c.entity, change.c.row_id, change.c.action, change_payload.c.before, change_payload.c.after)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(ids_in(change.c.customer_id, family), change.c.operation_id > after, change.c.entity.in_(sorted(_NAMES)))
        .order_by(change.c.id.desc())
    )
    return list(connection.execute(rows))


def _change(row: Any) -> PastChange:
    before, after = (json.loads(side) if side is not None else None for side in (row.before, row.after))
    parts = after.pop("parts", ()) if after is not None and row.action == "insert" else ()
    came_with = tuple((name, part) for name, part, _values in parts)
    return PastChange(row.entity, row.row_id, row.action, before, after, came_with)


def _rows_of(connection: Connection, family: Collection[int]) -> Rows:
    rows: Rows = {}
    for table in HERS:
        columns = journaled_columns(table)
        owner = table.c.id if table is customer else table.c.customer_id
        query = select(table.c.id, *(table.c[name] for name in columns)).where(ids_in(owner, family))
        for row_id, *values in connection.execute(query):
            filled = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
            rows[table.name, row_id] = filled
    return rows


def _neighbours(connection: Connection, family: Collection[int], at: int) -> tuple[int, int | None, int | None]:
    """Return the last operation until `at` that touched her, the one before that, and the next one."""
    mine = (ids_in(change.c.customer_id, family), change.c.entity.in_(sorted(_NAMES)))
    ids = select(change.c.operation_id).where(*mine).distinct()
    until = list(
        connection.execute(
            ids.where(change.c.operation_id <= at).order_by(change.c.operation_id.desc()).limit(2)
        ).scalars()
    )
    later = connection.execute(select(func.min(change.c.operation_id)).where(*mine, change.c.operation_id > at))
    reached = until[0] if until else at
    return reached, until[1] if len(until) > 1 else None, later.scalar()
