"""Taking an operation back by the journal: exactly the values that still are as it left them, the others are listed.

Set-based throughout: an undo of an import of 100,000 rows is the same few statements as an undo of one edit.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    column,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    text,
    union,
)
from sqlalchemy import table as sql_table

from crm_desktop.domain.journal import Conflict
from crm_desktop.store import sqlite_sql, tables
from crm_desktop.store.merging import move_strays, touch
from crm_desktop.store.parts import leave_one_main_contact
from crm_desktop.store.series_end import leave_one_open
from crm_desktop.store.tables import METADATA, RECORDS, change, change_payload, customer, follow_up
from crm_desktop.store.unit_of_work import UnitOfWork

_INSERTED = sql_table("undo_inserted", column("entity"), column("row_id"), column("customer_id"), schema="temp")
_UNDO_VALUE = sql_table("undo_value", *(column(c) for c in ("row_id", "before", "after")), schema="temp")

NAMED_CONFLICTS = 50
"""How many values left alone are named one by one."""


def take_back(work: UnitOfWork, operation_id: int) -> None:
    """Reverse an operation inside the unit of work; what cannot be reversed goes to `work.conflicts`."""
    stage_inserted(work.connection, operation_id)
    take_back_staged(work, operation_id)


def stage_inserted(connection: Connection, operation_id: int) -> None:
    """Note every row the operation inserted, in a temporary table; rows taken out of it there will stay."""
    for statement in (sqlite_sql.UNDO_INSERTED, sqlite_sql.CLEAR_UNDO_INSERTED):
        connection.exec_driver_sql(statement)
    connection.execute(text(sqlite_sql.STAGE_UNDO_INSERTED), {"operation": operation_id})


def take_back_staged(work: UnitOfWork, operation_id: int) -> None:
    """Reverse an operation whose inserted rows are noted (`stage_inserted`)."""
    touched = _touched_tables(work, operation_id)
    for table in touched:
        _insert_deleted_again(work, table, operation_id)
    if customer in touched:
        _leave(work, operation_id)
    for table in touched:
        for field in _updated_fields(work, table, operation_id):
            _put_back(work, table, field, operation_id)
    for table in reversed(touched):
        _remove_inserted(work, table, operation_id)
    move_strays(work, touched)
    touch(work, _survivors(work, operation_id))
    leave_one_main_contact(work)
    leave_one_open(work)


def _touched_tables(work: UnitOfWork, operation_id: int) -> list[Table]:
    """Return the tables an operation wrote to, parents before children."""
    written = select(change.c.entity).where(change.c.operation_id == operation_id)
    names = set(work.connection.execute(union(written, select(_INSERTED.c.entity))).scalars())
    return [table for table in RECORDS if table.name in names]


def _of(operation_id: int, table: Table, action: str) -> ColumnElement[bool]:
    return and_(change.c.operation_id == operation_id, change.c.entity == table.name, change.c.action == action)


def _inserted(table: Table) -> Any:
    """Return the rows of a table that the operation inserted, those that came with new customers among them."""
    return select(_INSERTED.c.row_id).where(_INSERTED.c.entity == table.name)


def _extract(payload: ColumnElement[Any], field: str) -> ColumnElement[Any]:
    return func.json_extract(payload, f'$."{field}"')


def _insert_deleted_again(work: UnitOfWork, table: Table, operation_id: int) -> None:
    columns = tables.journaled_columns(table)
    values = [_extract(change_payload.c.before, name).label(name) for name in columns]
    rows = (
        select(change.c.row_id.label("id"), *values)
        .join(change_payload, change_payload.c.change_id == change.c.id)
        .where(_of(operation_id, table, "delete"), change.c.row_id.not_in(select(table.c.id)))
    )
    count = work.connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()
    if count:
        deleted = select(change.c.row_id).where(_of(operation_id, table, "delete"))
        work.insert_from(table, ["id", *columns], rows, where=table.c.id.in_(deleted))


def _updated_fields(work: UnitOfWork, table: Table, operation_id: int) -> list[str]:
    keys = text(
        "SELECT DISTINCT j.key FROM change c JOIN change_payload p ON p.change_id = c.id, json_each(p.after) j "
        "WHERE c.operation_id = :operation AND c.entity = :entity AND c.action = 'update'"
    )
    found = work.connection.execute(keys, {"operation": operation_id, "entity": table.name})
    return sorted((str(key) for (key,) in found), key=lambda field: field == "deleted_at")


def _put_back(work: UnitOfWork, table: Table, field: str, operation_id: int) -> None:
    """Give a field of every updated row the value before the operation, where it still has the one after it."""
    work.connection.exec_driver_sql(sqlite_sql.CLEAR_UNDO_VALUES)
    which = {"operation": operation_id, "entity": table.name, "path": f'$."{field}"'}
    work.connection.execute(text(sqlite_sql.STAGE_UNDO_VALUES), which)
    mine = table.c.id.in_(select(_UNDO_VALUE.c.row_id))
    untouched = table.c[field].is_not_distinct_from(_staged("after", table))
    as_before = table.c[field].is_not_distinct_from(_staged("before", table))
    _note(work, table, field, and_(mine, not_(untouched), not_(as_before)))
    work.update_where(table, and_(mine, untouched), {field: _staged("before", table)})


def _leave(work: UnitOfWork, operation_id: int) -> None:
    """Let go first who was in the bin before the operation: a card number is held by one live customer only."""
    work.connection.exec_driver_sql(sqlite_sql.CLEAR_UNDO_VALUES)
    which = {"operation": operation_id, "entity": customer.name, "path": '$."deleted_at"'}
    work.connection.execute(text(sqlite_sql.STAGE_UNDO_VALUES), which)
    leaving = customer.c.id.in_(select(_UNDO_VALUE.c.row_id).where(_UNDO_VALUE.c.before.is_not(None)))
    untouched = customer.c.deleted_at.is_not_distinct_from(_staged("after", customer))
    work.update_where(customer, and_(leaving, untouched), {"deleted_at": _staged("before", customer)})


def _survivors(work: UnitOfWork, operation_id: int) -> set[int]:
    """Return the customers into whom the operation merged others, or no longer did."""
    rows = (
        select(_extract(change_payload.c.before, "merged_into"), _extract(change_payload.c.after, "merged_into"))
        .join(change, change_payload.c.change_id == change.c.id)
        .where(_of(operation_id, customer, "update"))
    )
    return {row_id for pair in work.connection.execute(rows) for row_id in pair if row_id is not None}


def _staged(side: str, table: Table) -> ColumnElement[Any]:
    value = select(_UNDO_VALUE.c[side]).where(_UNDO_VALUE.c.row_id == table.c.id)
    return value.correlate(table).scalar_subquery()


def _remove_inserted(work: UnitOfWork, table: Table, operation_id: int) -> None:
    mine: ColumnElement[bool] = table.c.id.in_(_inserted(table))
    if table is follow_up:
        dealt_with = _dealt_with_since(operation_id)
        _note(work, table, "status", and_(mine, dealt_with))
        mine = and_(mine, not_(dealt_with))
    merged = _came_to_another(table)
    if merged is not None:
        _note(work, table, "id", and_(mine, merged))
        mine = and_(mine, not_(merged))
    used = _is_referred_to(table)
    if used is not None:
        kept = and_(mine, used)
        if table is customer:
            _note(work, table, "id", and_(kept, customer.c.deleted_at.is_(None)))
            bin_values = {"deleted_at": literal(work.at), "deleted_by": literal(work.person_id)}
            work.update_where(table, and_(kept, customer.c.deleted_at.is_(None)), bin_values)
        else:
            _note(work, table, "id", kept)
        mine = and_(mine, not_(used))
    work.delete_where(table, mine)


def _dealt_with_since(operation_id: int) -> ColumnElement[bool]:
    """Return whether a follow-up was done, closed or opened again since: what was done stays on the record."""
    status = (
        select(func.coalesce(_extract(change_payload.c.after, "status"), "open"))
        .join(change, change_payload.c.change_id == change.c.id)
        .where(_of(operation_id, follow_up, "insert"), change.c.row_id == follow_up.c.id)
        .correlate(follow_up)
        .scalar_subquery()
    )
    return follow_up.c.status.is_distinct_from(status)


def _came_to_another(table: Table) -> ColumnElement[bool] | None:
    """Return whether a merge gave a row to another customer since, or made a customer part of another."""
    if table is customer:
        return customer.c.merged_into.is_not(None)
    if "customer_id" not in table.columns:
        return None
    first = select(_INSERTED.c.customer_id).where(_INSERTED.c.entity == table.name, _INSERTED.c.row_id == table.c.id)
    return table.c.customer_id.is_distinct_from(first.correlate(table).scalar_subquery())


def _is_referred_to(table: Table) -> ColumnElement[bool] | None:
    """Return whether any record that stays points at a row: read from the foreign keys, so no table is forgotten."""
    pointing = [
        _reference(table, other, key.parent.name)
        for other in METADATA.sorted_tables
        if other.info["kind"] in tables.JOURNALED or other is tables.operation
        for key in other.foreign_keys
        if key.column.table is table
    ]
    return or_(*pointing) if pointing else None


def _reference(table: Table, other: Table, column: str) -> ColumnElement[bool]:
    """Return whether `other.column` names a row; rows of the table itself that go away too do not count."""
    pointing = other.alias() if other is table else other
    refers: list[ColumnElement[bool]] = [pointing.c[column] == table.c.id]
    if other is table:
        refers.append(pointing.c.id.not_in(_inserted(table)))
    return exists(select(literal(1)).select_from(pointing).where(*refers).correlate(table))


def _note(work: UnitOfWork, table: Table, field: str, where: ColumnElement[bool]) -> None:
    room = NAMED_CONFLICTS - len(work.conflicts)
    rows = select(table.c.id, tables.whose(table)).where(where).limit(max(room, 0))
    work.conflicts += [Conflict(table.name, row_id, field, whose) for row_id, whose in work.connection.execute(rows)]
