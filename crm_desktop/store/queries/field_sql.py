"""Each field of a customer as a SQL expression: to sort by, to filter by, to show."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.fields import REFUSED
from crm_desktop.store.customer_tables import (
    company,
    consent,
    contact_point,
    custom_value,
    customer,
    customer_tag,
    household,
    important_date,
    person,
    tag,
)
from crm_desktop.store.queries.contact_sql import agreed_channels, open_channels, was_asked
from crm_desktop.store.queries.settled import is_settled, settled_expression, sorted_by

DAY_MS = 86_400_000
Moment = int | ColumnElement[int]
"""A stamp in milliseconds, or the parameter that will hold one."""

NAMED = {
    "company": (company, "company_id"),
    "household": (household, "household_id"),
    "owner": (person, "owner_id"),
    "deleted_by": (person, "deleted_by"),
}
"""Fields that are the name of a row in another table: that table, and the column of `customer` that points there."""

CONTACTS = frozenset({"wechat", "address"})
"""Fields that are the primary contact point of a kind."""


def sort_expression(key: str, now: Moment) -> ColumnElement[Any]:
    """Return what a column sorts by; raise Fault VALUE_INVALID for a field that is not there."""
    if key == "name":
        return customer.c.name_key
    column = sorted_by(key)
    return value_expression(key, now) if column is None else column


def value_expression(key: str, now: Moment, custom_column: str = "text") -> ColumnElement[Any]:
    """Return a field's value as one expression over `customer`; `now` is a stamp in milliseconds."""
    if key.startswith("custom:"):
        return _custom(int(key.partition(":")[2]), custom_column)
    if is_settled(key):
        return settled_expression(key)
    if key in NAMED:
        return _name_of(key)
    if key in CONTACTS:
        return _contact(key)
    if key in _COMPUTED:
        return _COMPUTED[key](now)
    if key not in customer.c or customer.c[key].foreign_keys:
        raise Fault(FaultKind.VALUE_INVALID, field=key, reason="unknown_field")
    return customer.c[key]


def _one(rows: Select[Any]) -> ColumnElement[Any]:
    return rows.limit(1).correlate(customer).scalar_subquery()


def _name_of(key: str) -> ColumnElement[Any]:
    table, column = NAMED[key]
    return _one(select(table.c.name).where(table.c.id == customer.c[column]))


def _contact(kind: str) -> ColumnElement[Any]:
    point = contact_point.c
    return _one(
        select(point.value).where(point.customer_id == customer.c.id, point.kind == kind, point.is_primary == 1)
    )


def _custom(field_id: int, column: str) -> ColumnElement[Any]:
    value = custom_value.c
    return _one(select(value[column]).where(value.customer_id == customer.c.id, value.field_id == field_id))


def _introducer(_now: Moment) -> ColumnElement[Any]:
    other = customer.alias()
    return _one(select(other.c.name).where(other.c.id == customer.c.introducer_id))


def _introduced(_now: Moment) -> ColumnElement[Any]:
    other = customer.alias()
    live = other.c.deleted_at.is_(None)
    return (
        select(func.count())
        .select_from(other)
        .where(other.c.introducer_id == customer.c.id, live)
        .correlate(customer)
        .scalar_subquery()
    )


def _birthday(_now: Moment) -> ColumnElement[Any]:
    """Return month and day as one number (1231): birthdays sort through the year."""
    date = important_date.c
    return _one(select(date.month * 100 + date.day).where(is_birthday()).order_by(date.id))


def is_birthday() -> ColumnElement[bool]:
    """Return the condition that an important date is the customer's birthday."""
    return and_(important_date.c.customer_id == customer.c.id, important_date.c.kind == "birthday")


def _age(now: Moment) -> ColumnElement[Any]:
    date = important_date.c
    today = func.strftime("%Y%m%d", _expression(now) // 1000, "unixepoch")
    born = date.year * 10_000 + date.month * 100 + date.day
    return _one(select((cast(today, Integer) - born) // 10_000).where(is_birthday(), date.year.is_not(None)))


def _tier(_now: Moment) -> ColumnElement[Any]:
    from crm_desktop.store.loyalty_tables import tier

    return _one(select(tier.c.name).where(tier.c.id == customer.c.tier_id))


def _days_since_contact(now: Moment) -> ColumnElement[Any]:
    return (_expression(now) - customer.c.last_contact_at) // DAY_MS


def _expression(now: Moment) -> ColumnElement[int]:
    return literal(now) if isinstance(now, int) else now


def _tags(_now: Moment) -> ColumnElement[Any]:
    rows = select(tag.c.name).join(customer_tag, customer_tag.c.tag_id == tag.c.id)
    return _one(rows.where(customer_tag.c.customer_id == customer.c.id).order_by(customer_tag.c.id))


def _consent(_now: Moment) -> ColumnElement[Any]:
    """Return the channels agreed to for offers, REFUSED for somebody asked who agreed to none, NULL for nobody."""
    agreed = agreed_channels().order_by(consent.c.channel).correlate(customer).subquery()
    together = select(func.group_concat(agreed.c.channel)).scalar_subquery()
    return case((was_asked(), func.coalesce(together, REFUSED)))


def _offers_by(_now: Moment) -> ColumnElement[Any]:
    return open_channels(Purpose.MARKETING)


def _service_by(_now: Moment) -> ColumnElement[Any]:
    return open_channels(Purpose.SERVICE)


def _phones_understood(_now: Moment) -> ColumnElement[Any]:
    point = contact_point.c
    mine = and_(point.customer_id == customer.c.id, point.kind == "phone")
    worst = select(case((func.count() == 0, None), (func.count(point.normal) < func.count(), "no"), else_="yes"))
    return worst.select_from(contact_point).where(mine).correlate(customer).scalar_subquery()


_COMPUTED = {
    "consent": _consent,
    "offers_by": _offers_by,
    "service_by": _service_by,
    "phone_understood": _phones_understood,
    "introducer": _introducer,
    "introduced": _introduced,
    "birthday": _birthday,
    "age": _age,
    "days_since_contact": _days_since_contact,
    "tags": _tags,
    "tier": _tier,
}
