"""What is kept around customers, a sheet of an export each: a page of customers at a time, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

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


def _of_customers(ids: Sequence[int], part: Table, *values: ColumnElement[Any]) -> Select[Any]:
    """Select values of what is kept around some customers, between the customer's name and mark."""
    whose, mark = customer.c.name.label("customer"), customer.c.public_id
    rows = select(whose, *values, mark).select_from(part).join(customer, customer.c.id == part.c.customer_id)
    return rows.where(ids_in(part.c.customer_id, ids)).order_by(part.c.customer_id)


def _contacts(ids: Sequence[int]) -> Select[Any]:
    point = contact_point.c
    shown = func.json_array(point.value, phone_number()).label(_PARTS)
    mine = _of_customers(ids, contact_point, point.kind, point.label, shown, point.is_primary)
    return mine.order_by(point.kind, point.is_primary.desc(), point.id)


def _dates(ids: Sequence[int]) -> Select[Any]:
    day = important_date.c
    parts = func.json_array(day.calendar, day.year, day.month, day.day, day.leap_month).label(_PARTS)
    return _of_customers(ids, important_date, day.kind, day.label, parts).order_by(day.id)


def _interactions(ids: Sequence[int]) -> Select[Any]:
    told = interaction.c
    mine = _of_customers(ids, interaction, told.at, told.kind, told.phase, told.outcome, told.text, _by(told.person_id))
    return mine.order_by(told.at, told.id)


def _consents(ids: Sequence[int]) -> Select[Any]:
    given = consent.c
    values = (given.channel, given.purpose, given.given, given.at, given.how, given.wording, _by(given.person_id))
    return _of_customers(ids, consent, *values).order_by(given.at, given.id)


def _by(person_id: ColumnElement[int]) -> ColumnElement[Any]:
    """Return the name of who did it, as a column of its own."""
    return select(person.c.name).where(person.c.id == person_id).scalar_subquery().label("by")


_ROWS: dict[ExtraSheet, Callable[[Sequence[int]], Select[Any]]] = {
    ExtraSheet.CONTACTS: _contacts,
    ExtraSheet.DATES: _dates,
    ExtraSheet.INTERACTIONS: _interactions,
    ExtraSheet.CONSENTS: _consents,
}
