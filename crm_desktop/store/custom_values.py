"""Custom fields and their values: the definitions, and writing typed values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import CustomField, FieldType, Stored, store_value
from crm_desktop.store.customer_tables import custom_field, custom_value, customer

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork


def all_fields(connection: Connection, *, active_only: bool = True) -> list[CustomField]:
    """Return the shop's own fields in their order."""
    rows = select(custom_field).order_by(custom_field.c.position, custom_field.c.id)
    if active_only:
        rows = rows.where(custom_field.c.active == 1)
    return [_field(row) for row in connection.execute(rows)]


def get_field(connection: Connection, field_id: int) -> CustomField:
    """Return a field, put aside or not; raise Fault NOT_FOUND."""
    row = connection.execute(select(custom_field).where(custom_field.c.id == field_id)).one_or_none()
    if row is None:
        raise Fault(FaultKind.NOT_FOUND, field=field_id)
    return _field(row)


def field_named(connection: Connection, name: str) -> int | None:
    """Return the id of the field in use with this name."""
    named = (custom_field.c.name == name) & (custom_field.c.active == 1)
    return connection.execute(select(custom_field.c.id).where(named)).scalar()


def next_position(connection: Connection) -> int:
    """Return the place behind the last field."""
    last = connection.execute(select(func.max(custom_field.c.position))).scalar()
    return 0 if last is None else int(last) + 1


def is_used(connection: Connection, field_id: int) -> bool:
    """Tell whether any customer has a value in a field."""
    mine = select(custom_value.c.id).where(custom_value.c.field_id == field_id).limit(1)
    return connection.execute(mine).scalar() is not None


def has_doubles(connection: Connection, field_id: int) -> bool:
    """Tell whether two customers have the same value in a field."""
    doubles = (
        select(custom_value.c.text)
        .where(custom_value.c.field_id == field_id)
        .group_by(custom_value.c.text)
        .having(func.count() > 1)
        .limit(1)
    )
    return connection.execute(doubles).first() is not None


def set_custom_values(work: UnitOfWork, customer_id: int, values: Mapping[int, str]) -> None:
    """Set custom values by field id; an empty text removes one; raise Fault VALUE_INVALID or VALUE_TAKEN."""
    fields = {field.id: field for field in all_fields(work.connection)} if values else {}
    for field_id, given in values.items():
        field = fields.get(field_id)
        if field is None:
            raise Fault(FaultKind.NOT_FOUND, field=field_id)
        _set_value(work, customer_id, field, store_value(field, given))


def _set_value(work: UnitOfWork, customer_id: int, field: CustomField, stored: Stored | None) -> None:
    mine = (custom_value.c.customer_id == customer_id) & (custom_value.c.field_id == field.id)
    if stored is None:
        if field.required:
            raise Fault(FaultKind.VALUE_INVALID, field=field.name, reason="empty")
        work.delete_where(custom_value, mine)
        return
    if field.unique:
        _refuse_taken(work.connection, customer_id, field, stored)
    values = {"text": stored.text, "number": stored.number, "date": stored.date}
    exists = work.connection.execute(select(custom_value.c.id).where(mine)).scalar()
    if exists is None:
        work.insert_one(custom_value, customer_id=customer_id, field_id=field.id, **values)
    else:
        work.update_where(custom_value, mine, values)


def _refuse_taken(connection: Connection, customer_id: int, field: CustomField, stored: Stored) -> None:
    holder = connection.execute(
        select(custom_value.c.customer_id)
        .join(customer, customer.c.id == custom_value.c.customer_id)
        .where(custom_value.c.field_id == field.id, custom_value.c.text == stored.text)
        .where(custom_value.c.customer_id != customer_id, customer.c.deleted_at.is_(None))
    ).scalar()
    if holder is not None:
        raise Fault(FaultKind.VALUE_TAKEN, field=field.name, value=stored.text, holder=holder)


def _field(row: Row[Any]) -> CustomField:
    return CustomField(
        row.id,
        row.name,
        FieldType(row.type),
        bool(row.required),
        bool(row.is_unique),
        row.default_value,
        tuple((row.choices or "").splitlines()),
        row.position,
        bool(row.active),
    )
