"""Carrying a merge out, one table after the other: what points at a customer is read from the foreign keys.

So a table that comes later is moved, checked and taken back without a line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    UniqueConstraint,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
)

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.merge import MergePlan
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import (
    RECORDS,
    attachment,
    contact_point,
    custom_value,
    customer,
    customer_tag,
    important_date,
    interaction,
)
from crm_desktop.store.unit_of_work import UnitOfWork


def references() -> list[Column[Any]]:
    """Return every column of a record that names a customer."""
    keys = (key for table in RECORDS for key in sorted(table.foreign_keys, key=lambda key: key.parent.name))
    return [key.parent for key in keys if key.column.table is customer]


def survivor_of(connection: Connection, customer_id: int) -> int:
    """Return who a customer was merged into, else the customer."""
    into = select(customer.c.merged_into).where(customer.c.id == customer_id)
    return connection.execute(into).scalar() or customer_id


def merged_with(connection: Connection, customer_id: int) -> list[int]:
    """Return the ids of everybody merged into a customer."""
    mine = select(customer.c.id).where(customer.c.merged_into == customer_id).order_by(customer.c.id)
    return list(connection.execute(mine).scalars())


def former_holder(connection: Connection, number: str) -> int | None:
    """Return the live customer into whom one with this card number was merged."""
    old, survivor = customer.alias(), customer
    rows = (
        select(survivor.c.id)
        .join(old, old.c.merged_into == survivor.c.id)
        .where(old.c.card_number == number, old.c.merged_into.is_not(None), survivor.c.deleted_at.is_(None))
        .order_by(survivor.c.id)
    )
    return connection.execute(rows).scalar()


def activity_of(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Return how much the shop has had to do with each customer: contacts, files, introductions."""
    counted = ((interaction, "customer_id"), (attachment, "customer_id"), (customer, "introducer_id"))
    found = dict.fromkeys(ids, 0)
    for table, column in counted:
        rows = select(table.c[column], func.count()).where(ids_in(table.c[column], ids)).group_by(table.c[column])
        for row_id, count in connection.execute(rows):
            found[row_id] += count
    return found


def counts_of(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Return how many contacts are logged with each customer."""
    rows = select(interaction.c.customer_id, func.count()).where(ids_in(interaction.c.customer_id, ids))
    counted = {row[0]: int(row[1]) for row in connection.execute(rows.group_by(interaction.c.customer_id))}
    return {row_id: counted.get(row_id, 0) for row_id in ids}


def introduced_by(connection: Connection, ids: Sequence[int]) -> dict[int, list[int]]:
    """Return which live customers each of these introduced."""
    found: dict[int, list[int]] = {row_id: [] for row_id in ids}
    live = customer.c.deleted_at.is_(None)
    rows = select(customer.c.introducer_id, customer.c.id).where(ids_in(customer.c.introducer_id, ids), live)
    for introducer, row_id in connection.execute(rows):
        found[introducer].append(row_id)
    return found


def carry_out(work: UnitOfWork, plan: MergePlan) -> None:
    """Merge as planned: rows that only repeat go, the losers leave, all else of theirs comes to the survivor."""
    family = [plan.survivor_id, *plan.loser_ids]
    work.delete_where(contact_point, ids_in(contact_point.c.id, plan.dropped_contacts))
    work.delete_where(important_date, ids_in(important_date.c.id, plan.dropped_dates))
    theirs = ids_in(customer_tag.c.customer_id, family)
    work.delete_where(customer_tag, theirs & ~ids_in(customer_tag.c.tag_id, plan.kept_tags))
    _settle_values(work, plan)
    # The losers first: a card number can only go to the survivor when nobody live holds it.
    gone = {"deleted_at": work.at, "deleted_by": work.person_id, "merged_into": plan.survivor_id}
    work.update_where(customer, ids_in(customer.c.id, plan.loser_ids), gone)
    move_references(work, plan.loser_ids, plan.survivor_id)
    if plan.columns:
        work.update(customer, plan.survivor_id, **{name: _stored(value) for name, value in plan.columns.items()})
    _settle_main_contacts(work, plan)
    touch(work, [plan.survivor_id])


def _stored(value: object) -> object:
    return to_stamp(value) if isinstance(value, datetime) else value


def _settle_values(work: UnitOfWork, plan: MergePlan) -> None:
    """Give the survivor the chosen custom values; where there is a row of the survivor's own, that is written over."""
    value = custom_value.c
    for field_id, whose in plan.values.items():
        if whose == plan.survivor_id:
            continue
        chosen = work.connection.execute(
            select(value.text, value.number, value.date).where(value.field_id == field_id, value.customer_id == whose)
        ).one_or_none()
        mine = (value.field_id == field_id) & (value.customer_id == plan.survivor_id)
        if chosen is None:
            work.delete_where(custom_value, mine)
        else:
            others = [loser for loser in plan.loser_ids if loser != whose]
            work.update_where(custom_value, mine, dict(chosen._mapping))
            work.delete_where(custom_value, (value.field_id == field_id) & ids_in(value.customer_id, others))


def _settle_main_contacts(work: UnitOfWork, plan: MergePlan) -> None:
    point = contact_point.c
    mine = point.customer_id == plan.survivor_id
    work.update_where(contact_point, mine & ~ids_in(point.id, plan.main_contacts), {"is_primary": 0})
    work.update_where(contact_point, mine & ids_in(point.id, plan.main_contacts), {"is_primary": 1})


# moving by foreign keys


def move_references(work: UnitOfWork, losers: Sequence[int], survivor_id: int) -> None:
    """Let everything that points at the losers point at the survivor; a row that would say the same twice goes."""
    for column in references():
        pointing = ids_in(column, losers)
        if column.table is customer:
            work.update_where(customer, pointing & (customer.c.id == survivor_id), {column.name: None})
        else:
            work.delete_where(column.table, pointing & _said_before(column, losers, survivor_id))
        work.update_where(column.table, pointing, {column.name: survivor_id})
    for table in _naming_two():
        work.delete_where(table, _names_one_twice(table, survivor_id))


def _said_before(column: Column[Any], losers: Sequence[int], survivor_id: int) -> ColumnElement[bool]:
    """Return whether the survivor, or a loser's row before, already has what a unique key allows once."""
    table, other = column.table, column.table.alias()
    found: list[ColumnElement[bool]] = [literal(False)]
    for names in _unique_keys(table):
        if column.name in names:
            same = [other.c[name] == table.c[name] for name in names if name != column.name]
            mine = other.c[column.name]
            before = or_(mine == survivor_id, and_(ids_in(mine, losers), other.c.id < table.c.id))
            found.append(exists(select(literal(1)).select_from(other).where(before, *same).correlate(table)))
    return or_(*found)


def _unique_keys(table: Table) -> list[list[str]]:
    """Return the columns of every unique key of several columns."""
    keys = [[c.name for c in key.columns] for key in table.constraints if isinstance(key, UniqueConstraint)]
    keys += [[c.name for c in index.columns] for index in table.indexes if index.unique]
    return [names for names in keys if len(names) > 1]


def _naming_two() -> list[Table]:
    """Return the tables whose rows name two customers."""
    named = [column.table for column in references() if column.table is not customer]
    return [table for table in dict.fromkeys(named) if named.count(table) > 1]


def _names_one_twice(table: Table, survivor_id: int) -> ColumnElement[bool]:
    return and_(*(column == survivor_id for column in references() if column.table is table))


def move_strays(work: UnitOfWork, tables: Iterable[Table]) -> None:
    """Bring rows of these tables that an undo gave back to a merged customer to the survivor."""
    touched = set(tables)
    merged = select(customer.c.id).where(customer.c.merged_into.is_not(None))
    for column in references():
        if column.table not in touched and customer not in touched:
            continue
        if column.table is customer and column.name == "merged_into":
            continue
        strays = select(column).where(column.in_(merged)).distinct()
        for loser in list(work.connection.execute(strays).scalars()):
            survivor = survivor_of(work.connection, loser)
            move_references(work, [loser], survivor)
            touch(work, [survivor])


def touch(work: UnitOfWork, ids: Iterable[int]) -> None:
    """Let the derived values of customers be made anew at the end of the unit of work."""
    for customer_id in ids:
        work.connection.exec_driver_sql("INSERT OR IGNORE INTO temp.touched VALUES (?)", (customer_id,))
