"""Taking a whole import back: what nobody touched since goes or is put back, all else stays and is named.

An undo of one edit may put a customer into the bin unasked; an import is too large for that. Customers it made who were
edited or used since stay, and so do values that were changed since, until the user says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from crm_desktop.domain.journal import Conflict
from crm_desktop.store import sqlite_sql, tables
from crm_desktop.store.dry_differences import Change
from crm_desktop.store.history import undone_among
from crm_desktop.store.tables import METADATA, customer, operation
from crm_desktop.store.undo import NAMED_CONFLICTS, stage_inserted, take_back_staged
from crm_desktop.store.undo_calendar import (
    KeptEntry,
    count_going,
    count_kept_series,
    kept_entries,
    remove_ticked,
    series_conflicts,
    spare_series,
    stage_kept_series,
)
from crm_desktop.store.undo_ledger import (
    count_going_slips,
    count_kept_slips,
    keep_used_ledger,
    ledger_conflicts,
    spare_ledger,
)
from crm_desktop.store.unit_of_work import UnitOfWork

LISTED = 500
"""How many customers and values that stay are listed by name."""

_STAGE = (
    "CREATE TEMP TABLE IF NOT EXISTS undo_later (operation_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS undo_touched (entity TEXT NOT NULL, row_id INTEGER NOT NULL, customer_id INTEGER, "
    "last_change INTEGER NOT NULL, PRIMARY KEY (entity, row_id)) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS undo_kept (customer_id INTEGER PRIMARY KEY)",
    "DELETE FROM temp.undo_later",
    "DELETE FROM temp.undo_touched",
    "DELETE FROM temp.undo_kept",
)
_TOUCHED = (
    "INSERT INTO temp.undo_touched SELECT c.entity, c.row_id, c.customer_id, max(c.id) FROM temp.undo_later l "
    "JOIN change c ON c.operation_id = l.operation_id GROUP BY c.entity, c.row_id"
)
_MADE = "SELECT row_id FROM temp.undo_inserted WHERE entity = 'customer'"
_EDITED = (
    "INSERT OR IGNORE INTO temp.undo_kept SELECT DISTINCT customer_id FROM temp.undo_touched "
    f"WHERE customer_id IN ({_MADE})"
)
_SPARE = (
    "DELETE FROM temp.undo_inserted WHERE entity <> 'customer' AND customer_id IN (SELECT customer_id FROM undo_kept)",
    "DELETE FROM temp.undo_inserted WHERE entity = 'customer' AND row_id IN (SELECT customer_id FROM undo_kept)",
)
_EDITED_ROWS = (
    "SELECT i.entity, i.row_id FROM temp.undo_touched t JOIN temp.undo_inserted i USING (entity, row_id) "
    f"WHERE i.entity <> 'customer' AND COALESCE(i.customer_id, 0) NOT IN ({_MADE})"
)


@dataclass(frozen=True)
class Kept:
    """A value that stays, because it was changed since: the imported one and the present one, and who changed it."""

    change_id: int
    customer_id: int | None
    customer: str
    value: Change
    """`before` is what was imported, `after` what stands there now."""
    was: Any
    """What it was before the import."""
    person: str | None
    at: int | None


@dataclass(frozen=True)
class Preview:
    """What taking an import back would do."""

    removed: int
    restored: int
    values: tuple[Kept, ...]
    customers: tuple[tuple[int, str], ...]
    """Customers of the import who stay: id and name."""
    kept_customers: int
    going: int = 0
    """Follow-ups and series of the import that go."""
    kept_series: int = 0
    """Series that stay, because a day of theirs was done or changed since."""
    entries: tuple[KeptEntry, ...] = ()
    slips: int = 0
    """Slips of the import that go."""
    kept_slips: int = 0
    """Slips that stay, because something later rests on them."""


def preview(connection: Connection, operation_id: int) -> Preview:
    """Return what taking an import back would do; the connection may write temporary tables."""
    stage_inserted(connection, operation_id)
    _stage_kept(connection, operation_id)
    made = connection.exec_driver_sql(f"SELECT count(*) FROM ({_MADE})").scalar_one()
    kept = connection.exec_driver_sql("SELECT count(*) FROM temp.undo_kept").scalar_one()
    values = tuple(_kept_values(connection, operation_id))
    return Preview(
        made - kept,
        _restored(connection, operation_id, values),
        values,
        _kept_names(connection),
        kept,
        count_going(connection),
        count_kept_series(connection),
        tuple(kept_entries(connection, operation_id, LISTED)),
        count_going_slips(connection),
        count_kept_slips(connection),
    )


def later_operations(connection: Connection, operation_id: int) -> set[int]:
    """Return the operations since that stand: neither taken back nor themselves taking something back."""
    rows = connection.execute(
        select(operation.c.id).where(operation.c.id > operation_id, operation.c.undoes.is_(None))
    ).scalars()
    later = set(rows)
    return later - undone_among(connection, later) if later else later


def _stage_kept(connection: Connection, operation_id: int) -> None:
    for statement in _STAGE:
        connection.exec_driver_sql(statement)
    later = [(found,) for found in sorted(later_operations(connection, operation_id))]
    if later:
        connection.exec_driver_sql("INSERT INTO temp.undo_later VALUES (?)", later)
    connection.exec_driver_sql(_TOUCHED)
    connection.exec_driver_sql(_EDITED)
    keep_used_ledger(connection)
    while sum(connection.exec_driver_sql(statement).rowcount for statement in _USED):
        pass  # who is kept may herself point at another customer of the import
    stage_kept_series(connection, operation_id)


def _uses() -> Iterator[str]:
    """Yield the statements that keep customers whom anything refers to that stays: read from the foreign keys."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is customer and table.info["kind"] in tables.JOURNALED:
                column = key.parent.name
                goes = (
                    f"SELECT 1 FROM temp.undo_inserted i WHERE i.entity = '{table.name}' AND i.row_id = o.id "
                    "AND COALESCE(i.customer_id, 0) NOT IN (SELECT customer_id FROM temp.undo_kept)"
                )
                yield (
                    f'INSERT OR IGNORE INTO temp.undo_kept SELECT DISTINCT o.{column} FROM "{table.name}" o '
                    f"WHERE o.{column} IN ({_MADE}) AND NOT EXISTS ({goes})"
                )


_USED = tuple(_uses())


def _kept_names(connection: Connection) -> tuple[tuple[int, str], ...]:
    query = (
        "SELECT c.id, c.name FROM temp.undo_kept k JOIN customer c ON c.id = k.customer_id "
        f"ORDER BY c.id LIMIT {LISTED}"
    )
    return tuple((row.id, row.name) for row in connection.exec_driver_sql(query))


def _restored(connection: Connection, operation_id: int, kept: Iterable[Kept]) -> int:
    """Count the customers who were there before and get something back."""
    query = (
        "SELECT customer_id, count(*) FROM change WHERE operation_id = ? AND customer_id IS NOT NULL "
        f"AND customer_id NOT IN ({_MADE}) GROUP BY customer_id"
    )
    left: dict[int, int] = {row[0]: row[1] for row in connection.exec_driver_sql(query, (operation_id,))}
    for value in {one.change_id: one for one in kept}.values():
        if value.customer_id in left:
            left[value.customer_id] -= 1
    return sum(count > 0 for count in left.values())


# values that were changed since


def _kept_values(connection: Connection, operation_id: int) -> Iterator[Kept]:
    query = (
        "SELECT c.id, c.entity, c.row_id, c.customer_id, c.action, p.before, p.after, t.last_change "
        "FROM temp.undo_touched t CROSS JOIN change c ON c.operation_id = ? AND c.entity = t.entity "
        "AND c.row_id = t.row_id JOIN change_payload p ON p.change_id = c.id "
        f"WHERE COALESCE(c.customer_id, 0) NOT IN ({_MADE}) ORDER BY c.customer_id, c.id LIMIT {LISTED}"
    )
    for row in connection.exec_driver_sql(query, (operation_id,)).all():
        table = METADATA.tables[row.entity]
        now = connection.execute(select(table).where(table.c.id == row.row_id)).mappings().one_or_none()
        if now is not None and row.entity in _TOLD:
            before, after = (json.loads(part) if part else {} for part in (row.before, row.after))
            yield from _changed(connection, row, before, after, dict(now))


def _changed(
    connection: Connection, row: Any, before: dict[str, Any], after: dict[str, Any], now: dict[str, Any]
) -> Iterator[Kept]:
    """Yield the values of one change that are now neither what was imported nor what was there before."""
    different = [
        name
        for name, imported in after.items()
        if name in now and now[name] != imported and (row.action == "insert" or now[name] != before.get(name))
    ]
    if not different:
        return
    who = connection.exec_driver_sql(_WHO, (row.last_change,)).one_or_none()
    name = connection.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (row.customer_id,)).scalar()
    values = {side: {**now, **found} for side, found in (("was", before), ("imported", after))}
    for field, label, pick in _told(connection, row.entity, now, different):
        was = pick(values["was"]) if row.action == "update" else None
        told = Change(field, label, pick(values["imported"]), pick(now))
        person, at = (who.name, who.at) if who else (None, None)
        yield Kept(row.id, row.customer_id, name or "", told, was, person, at)


_WHO = (
    "SELECT p.name, o.at FROM change c JOIN operation o ON o.id = c.operation_id "
    "LEFT JOIN person p ON p.id = o.person_id WHERE c.id = ?"
)
_TOLD = frozenset({"customer", "contact_point", "important_date", "custom_value"})
_DAY = ("calendar", "year", "month", "day", "leap_month")
_NAMED = {"company_id": "company", "household_id": "household", "owner_id": "person", "introducer_id": "customer"}


def _told(
    connection: Connection, entity: str, now: dict[str, Any], different: list[str]
) -> Iterator[tuple[str, str, Any]]:
    """Yield field, label, and how the value is picked from a row, for each value that is told."""
    if entity == "customer":
        for name in different:
            yield name, "", lambda values, name=name: _readable(connection, name, values.get(name))
    elif entity == "contact_point":
        yield f"contact:{now['kind']}", now["label"] or "", lambda values: values.get("value")
    elif entity == "important_date":
        yield f"date:{now['kind']}", now["label"] or "", lambda values: tuple(values.get(name) for name in _DAY)
    else:
        query = "SELECT name FROM custom_field WHERE id = ?"
        field = connection.exec_driver_sql(query, (now["field_id"],)).scalar()
        yield "custom", str(field), lambda values: values.get("text")


def _readable(connection: Connection, column: str, value: Any) -> Any:
    if column not in _NAMED or value is None:
        return value
    return connection.exec_driver_sql(f"SELECT name FROM {_NAMED[column]} WHERE id = ?", (value,)).scalar()


# taking back


def take_back_import(
    work: UnitOfWork, operation_id: int, put_back: Iterable[int] = (), to_bin: Iterable[int] = ()
) -> None:
    """Reverse an import inside the unit of work; what stays goes to `work.conflicts`.

    `put_back` names changes of the import to be reversed whatever was done since, `to_bin` customers of the import who
    go into the bin although they were edited or used since.
    """
    connection, forced = work.connection, set(put_back)
    stage_inserted(connection, operation_id)
    _stage_kept(connection, operation_id)
    kept = [row[0] for row in connection.exec_driver_sql("SELECT customer_id FROM temp.undo_kept")]
    _spare(connection, operation_id, forced)
    take_back_staged(work, operation_id)
    remove_ticked(work, operation_id, forced)
    changed = {change_id for change_id in forced if _force(work, operation_id, change_id)}
    binned = set(to_bin) & set(kept)
    _put_into_bin(work, binned)
    work.conflicts = [one for one in work.conflicts if not _is_forced(connection, one, changed)]
    work.conflicts += series_conflicts(connection)[: max(NAMED_CONFLICTS - len(work.conflicts), 0)]
    work.conflicts += ledger_conflicts(connection, NAMED_CONFLICTS - len(work.conflicts))
    room = max(NAMED_CONFLICTS - len(work.conflicts), 0)
    staying = [row_id for row_id in kept if row_id not in binned][:room]
    work.conflicts += [Conflict("customer", row_id, "id", row_id) for row_id in staying]


def _spare(connection: Connection, operation_id: int, forced: set[int]) -> None:
    """Let rows stay that were edited since, and all that belongs to customers who stay."""
    edited = connection.exec_driver_sql(_EDITED_ROWS).all()
    insert = "SELECT id FROM change WHERE operation_id = ? AND entity = ? AND row_id = ? AND action = 'insert'"
    for entity, row_id in edited:
        if connection.exec_driver_sql(insert, (operation_id, entity, row_id)).scalar() not in forced:
            gone = "DELETE FROM temp.undo_inserted WHERE entity = ? AND row_id = ?"
            connection.exec_driver_sql(gone, (entity, row_id))
    for statement in _SPARE:
        connection.exec_driver_sql(statement)
    spare_ledger(connection)
    spare_series(connection)


def _force(work: UnitOfWork, operation_id: int, change_id: int) -> bool:
    """Put one updated row back whatever it holds now; return whether the change is the import's own."""
    query = (
        "SELECT c.entity, c.row_id, c.action, p.before FROM change c JOIN change_payload p ON p.change_id = c.id "
        "WHERE c.id = ? AND c.operation_id = ?"
    )
    row = work.connection.exec_driver_sql(query, (change_id, operation_id)).one_or_none()
    if row is not None and row.action == "update":
        work.update(METADATA.tables[row.entity], row.row_id, **json.loads(row.before))
    return row is not None


def _put_into_bin(work: UnitOfWork, customers: set[int]) -> None:
    if customers:
        mine = sqlite_sql.ids_in(customer.c.id, customers) & customer.c.deleted_at.is_(None)
        work.update_where(customer, mine, {"deleted_at": work.at, "deleted_by": work.person_id})


def _is_forced(connection: Connection, conflict: Conflict, forced: set[int]) -> bool:
    query = text("SELECT id FROM change WHERE entity = :entity AND row_id = :row AND customer_id IS :customer")
    if not forced:
        return False
    values = {"entity": conflict.entity, "row": conflict.row_id, "customer": conflict.customer_id}
    return bool(forced.intersection(connection.execute(query, values).scalars()))
