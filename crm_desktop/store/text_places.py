"""Where the texts of a field lie, for changing many of them: a column of the customer, a name, a contact, a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, column, func, insert, select
from sqlalchemy import table as sql_table

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.text_changes import PHONE_LABEL, PHONE_NORMAL
from crm_desktop.store import sqlite_sql
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import company, contact_point, custom_value, customer, household
from crm_desktop.store.unit_of_work import UnitOfWork

_NAMES = {"company": company, "household": household}
_CONTACTS = frozenset(kind.value for kind in ContactKind)
_PLACES = ("a", "b", "c")
_NEW_TEXT = sql_table("new_text", *(column(c) for c in ("row_id", "customer_id", "before", *_PLACES)), schema="temp")


@dataclass(frozen=True)
class TextPlace:
    """The texts of one field: `text` is what is read, `present` what the row must still hold when it is written."""

    key: str
    table: Table
    text: ColumnElement[Any]
    present: ColumnElement[Any]
    columns: tuple[str, ...]
    """What is written, the present value's own column first."""
    mine: tuple[ColumnElement[bool], ...] = ()


@dataclass(frozen=True, slots=True)
class NewText:
    """What one row is to hold; for a name of a company or household the name."""

    row_id: int
    customer_id: int
    before: Any
    values: tuple[Any, ...]


def place_of(key: str) -> TextPlace:
    """Return where the texts of a field lie; raise Fault VALUE_INVALID for one that has none."""
    point, value = contact_point.c, custom_value.c
    if key in _NAMES:
        reference = customer.c[f"{key}_id"]
        name = select(_NAMES[key].c.name).where(_NAMES[key].c.id == reference).correlate(customer).scalar_subquery()
        return TextPlace(key, customer, name, reference, (reference.name,), (reference.is_not(None),))
    if key == PHONE_NORMAL:
        return TextPlace(key, contact_point, point.value, point.normal, ("normal",), (point.kind == "phone",))
    if key == PHONE_LABEL:
        return TextPlace(key, contact_point, point.label, point.label, ("label",), (point.kind == "phone",))
    if key in _CONTACTS:
        return TextPlace(key, contact_point, point.value, point.value, ("value", "normal"), (point.kind == key,))
    if key.startswith("custom:"):
        field_id = int(key.partition(":")[2])
        columns = ("text", "number", "date")
        return TextPlace(key, custom_value, value.text, value.text, columns, (value.field_id == field_id,))
    if key not in customer.c or customer.c[key].foreign_keys or customer.c[key].info.get("derived"):
        raise Fault(FaultKind.VALUE_INVALID, field=key, reason="unknown_field")
    return TextPlace(key, customer, customer.c[key], customer.c[key], (key,))


def unlabelled(place: TextPlace) -> TextPlace:
    """Return the numbers whose label is empty, to be labelled by what they are."""
    point = contact_point.c
    return TextPlace(
        place.key,
        place.table,
        func.coalesce(point.normal, point.value),
        point.label,
        place.columns,
        (*place.mine, point.label.is_(None)),
    )


def texts(connection: Connection, place: TextPlace, selected: Select[Any]) -> Iterator[tuple[int, int, Any, Any]]:
    """Return row, customer, present value and text of a field's texts for the selected customers, as they lie."""
    owner = place.table.c.id if place.table is customer else place.table.c.customer_id
    rows = select(place.table.c.id, owner, place.present, place.text).where(owner.in_(selected), *place.mine)
    cursor: Any = connection.execute(rows.order_by(place.table.c.id)).cursor
    return map(tuple, cursor)


def card_holders(connection: Connection, numbers: Iterable[str]) -> dict[str, int]:
    """Return who of the live customers holds each of these card numbers."""
    listed = sqlite_sql.texts_listed(numbers)
    rows = select(customer.c.card_number, customer.c.id).where(
        customer.c.card_number.in_(listed), customer.c.deleted_at.is_(None)
    )
    return {row.card_number: row.id for row in connection.execute(rows)}


def names_by_id(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of customers."""
    rows = connection.execute(select(customer.c.id, customer.c.name).where(ids_in(customer.c.id, ids)))
    return {row.id: row.name for row in rows}


def write_texts(work: UnitOfWork, place: TextPlace, rows: Iterable[NewText]) -> set[int]:
    """Give rows their new texts where they still hold the one that was read; return whose changed."""
    wanted = list(rows)
    if place.key in _NAMES:
        ids = _ids_of_names(work, _NAMES[place.key], {row.values[0] for row in wanted if row.values[0]})
        wanted = [NewText(row.row_id, row.customer_id, row.before, (ids.get(row.values[0]),)) for row in wanted]
    connection = work.connection
    connection.exec_driver_sql(sqlite_sql.NEW_TEXTS)
    connection.exec_driver_sql(sqlite_sql.CLEAR_NEW_TEXTS)
    names = _PLACES[: len(place.columns)]
    given = [
        {"row_id": row.row_id, "customer_id": row.customer_id, "before": row.before}
        | dict(zip(names, row.values, strict=True))
        for row in wanted
    ]
    if not given:
        return set()
    connection.execute(insert(_NEW_TEXT), given)
    _forget_what_moved_on(connection, place)
    values = {to: _new(name, place.table) for name, to in zip(names, place.columns, strict=True)}
    work.update_where(place.table, place.table.c.id.in_(select(_NEW_TEXT.c.row_id)), values)
    return set(connection.execute(select(_NEW_TEXT.c.customer_id).distinct()).scalars())


def _new(name: str, table: Table) -> ColumnElement[Any]:
    value = select(_NEW_TEXT.c[name]).where(_NEW_TEXT.c.row_id == table.c.id)
    return value.correlate(table).scalar_subquery()


def _forget_what_moved_on(connection: Connection, place: TextPlace) -> None:
    """Leave out rows that somebody changed or removed since they were read."""
    same = place.present.is_not_distinct_from(_NEW_TEXT.c.before)
    still = select(place.table.c.id).where(place.table.c.id == _NEW_TEXT.c.row_id, same).correlate(_NEW_TEXT)
    connection.execute(_NEW_TEXT.delete().where(~still.exists()))


def _ids_of_names(work: UnitOfWork, table: Table, names: set[str]) -> Mapping[str, int]:
    """Return the ids of companies or households by name, the oldest of each, making those that are not there."""
    listed = table.c.name.in_(sqlite_sql.texts_listed(names))
    known = select(table.c.name, func.min(table.c.id).label("id")).where(listed).group_by(table.c.name)
    found: dict[str, int] = {row.name: row.id for row in work.connection.execute(known)}
    new = sorted(names - found.keys())
    made = work.insert(table, [{"public_id": new_public_id(), "name": name} for name in new])
    return found | dict(zip(new, made, strict=True))
