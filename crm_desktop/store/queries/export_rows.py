"""Customers for an export, a page of ids at a time, made by the database into the text that travels to the writer.

A list asks for what is in sight; an export asks for a hundred thousand rows, and a Python object for each of their
cells costs more than reading them. So one query joins what is kept around a customer, and a page is one JSON array.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, case, func, select

from crm_desktop.domain.customer import ContactKind
from crm_desktop.store.queries.field_sql import NAMED, is_birthday, value_expression
from crm_desktop.store.queries.settled import settled_key
from crm_desktop.store.sqlite_sql import ids_in, json_list, json_rows
from crm_desktop.store.tables import contact_point, customer, customer_tag, important_date, tag

OTHERS = "other:"
"""A column of the contacts of a kind that are not the primary one goes by this and the kind."""

CONTACTS = "contacts"
"""The column of every contact: [kind, label, value, number of a phone], the primary ones first."""

_REFERENCES = NAMED | {"introducer": (customer, "introducer_id")}


def customer_page(connection: Connection, ids: Sequence[int], keys: Iterable[str], now: int) -> bytes:
    """Return the rows of those customers that are there, in any order, as a JSON array: values by key, then the id.

    Tags are lists of names, birthdays [calendar, year, month, day, leap month], further contacts lists of texts (of
    phones: of the text and the number), own fields their canonical texts, stamps milliseconds.
    """
    source: FromClause = customer
    values: list[ColumnElement[Any]] = []
    for key in (settled_key(connection, key, now) for key in keys):
        if key in _REFERENCES:
            table, column = _REFERENCES[key]
            named = table.alias(f"{key}_named")
            source = source.outerjoin(named, named.c.id == customer.c[column])
            values.append(named.c.name)
        else:
            values.append(_value(key, now))
    page = select(json_rows([*values, customer.c.id])).select_from(source).where(ids_in(customer.c.id, ids))
    return bytes(connection.execute(page).scalar_one())


def _value(key: str, now: int) -> ColumnElement[Any]:
    if key == "tags":
        return _tags()
    if key == "birthday":
        return _birthday()
    if key == CONTACTS:
        return _contacts()
    if key.startswith(OTHERS):
        return _others(key.removeprefix(OTHERS))
    return value_expression(key, now)


def _tags() -> ColumnElement[Any]:
    links = customer_tag.c
    names = select(tag.c.name).join(customer_tag, links.tag_id == tag.c.id)
    return json_list(names.where(links.customer_id == customer.c.id).order_by(links.id).correlate(customer))


def _birthday() -> ColumnElement[Any]:
    """Return a customer's birthday; of several the one noted first."""
    day = important_date.c
    parts = func.json_array(day.calendar, day.year, day.month, day.day, day.leap_month)
    first = select(parts).where(is_birthday()).order_by(day.id).limit(1).correlate(customer)
    return func.json(first.scalar_subquery())


def _contacts() -> ColumnElement[Any]:
    point = contact_point.c
    parts = (point.kind, point.label, point.value, phone_number())
    mine = select(*parts).where(point.customer_id == customer.c.id)
    return json_list(mine.order_by(point.is_primary.desc(), point.id).correlate(customer))


def phone_number() -> ColumnElement[Any]:
    """Return the number of a contact that is a phone; what others are matched by is for nobody to read."""
    point = contact_point.c
    return case((point.kind == ContactKind.PHONE.value, point.normal))


def _others(kind: str) -> ColumnElement[Any]:
    point = contact_point.c
    texts = (point.value, point.normal) if kind == ContactKind.PHONE else (point.value,)
    mine = (point.customer_id == customer.c.id, point.kind == kind, point.is_primary == 0)
    return json_list(select(*texts).where(*mine).order_by(point.id).correlate(customer))
