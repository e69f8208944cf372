"""What is kept around customers, a sheet of an export each: a page of customers at a time, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from crm_desktop.domain.layout import ExtraSheet
from crm_desktop.store.queries.export_rows import phone_number
from crm_desktop.store.sqlite_sql import ids_in, json_rows
from crm_desktop.store.tables import consent, contact_point, customer, important_date, interaction, person

_PARTS = "parts"
"""The column of a value in several parts, which is JSON itself."""


def part_page(connection: Connection, sheet: ExtraSheet, ids: Sequence[int]) -> bytes:
    """Return the rows of some customers' parts as a JSON array, one customer's beside each other."""
    rows = _ROWS[sheet](ids).subquery()
    values = [func.json(column) if column.name == _PARTS else column for column in rows.columns]
    return bytes(connection.execute(select(json_rows(values))).scalar_one())


def _whose() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return customer.c.name.label("customer"), customer.c.public_id


def _contacts(ids: Sequence[int]) -> Select[Any]:
    point = contact_point.c
    shown = func.json_array(point.value, phone_number()).label(_PARTS)
    name, mark = _whose()
    rows = select(name, point.kind, point.label, shown, point.is_primary, mark)
    mine = rows.join(customer, customer.c.id == point.customer_id).where(ids_in(point.customer_id, ids))
    return mine.order_by(point.customer_id, point.kind, point.is_primary.desc(), point.id)


def _dates(ids: Sequence[int]) -> Select[Any]:
    day = important_date.c
    parts = func.json_array(day.calendar, day.year, day.month, day.day, day.leap_month).label(_PARTS)
    name, mark = _whose()
    rows = select(name, day.kind, day.label, parts, mark)
    mine = rows.join(customer, customer.c.id == day.customer_id).where(ids_in(day.customer_id, ids))
    return mine.order_by(day.customer_id, day.id)


def _interactions(ids: Sequence[int]) -> Select[Any]:
    told = interaction.c
    name, mark = _whose()
    rows = select(name, told.at, told.kind, told.phase, told.outcome, told.text, person.c.name.label("by"), mark)
    mine = rows.join(customer, customer.c.id == told.customer_id).outerjoin(person, person.c.id == told.person_id)
    return mine.where(ids_in(told.customer_id, ids)).order_by(told.customer_id, told.at, told.id)


def _consents(ids: Sequence[int]) -> Select[Any]:
    given = consent.c
    name, mark = _whose()
    rows = select(name, given.channel, given.given, given.at, given.how, given.wording, person.c.name.label("by"), mark)
    mine = rows.join(customer, customer.c.id == given.customer_id).outerjoin(person, person.c.id == given.person_id)
    return mine.where(ids_in(given.customer_id, ids)).order_by(given.customer_id, given.at, given.id)


_ROWS: dict[ExtraSheet, Callable[[Sequence[int]], Select[Any]]] = {
    ExtraSheet.CONTACTS: _contacts,
    ExtraSheet.DATES: _dates,
    ExtraSheet.INTERACTIONS: _interactions,
    ExtraSheet.CONSENTS: _consents,
}
