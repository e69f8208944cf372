"""Changing many customers at once: each function is the same few statements for one customer and for 100,000."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal, or_, select

from crm_desktop.domain.custom_fields import CustomField, Stored
from crm_desktop.domain.query import Selection
from crm_desktop.store.queries.customer_list import in_bin, selection_condition
from crm_desktop.store.queries.field_sql import value_expression
from crm_desktop.store.tables import custom_value, customer, customer_tag
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Chosen:
    """Selected customers; with `blank`, only those in whom this field is empty."""

    selection: Selection
    blank: str | None = None

    def rows(self, connection: Connection, now: int) -> Select[Any]:
        """Return the SELECT of their ids."""
        rows = selected(connection, self.selection, now)
        return rows if self.blank is None else rows.where(_is_blank(self.blank, now))


def selected(connection: Connection, selection: Selection, now: int, *, from_bin: bool = False) -> Select[Any]:
    """Return the SELECT of the ids of selected customers: the live ones, or those in the bin."""
    scope = in_bin() if from_bin else customer.c.deleted_at.is_(None)
    return select(customer.c.id).where(scope, selection_condition(connection, selection, now))


def add_tag(work: UnitOfWork, selection: Selection, tag_id: int) -> int:
    """Give selected customers a tag; return how many did not carry it."""
    carried = exists().where(customer_tag.c.customer_id == customer.c.id, customer_tag.c.tag_id == tag_id)
    rows = selected(work.connection, selection, work.at).where(~carried).order_by(customer.c.id)
    return work.insert_from(customer_tag, ["customer_id", "tag_id"], rows.add_columns(literal(tag_id)))


def remove_tag(work: UnitOfWork, selection: Selection, tag_id: int) -> int:
    """Take a tag from selected customers; return how many carried it."""
    whose = customer_tag.c.customer_id.in_(selected(work.connection, selection, work.at))
    return work.delete_where(customer_tag, and_(customer_tag.c.tag_id == tag_id, whose))


def replace_tag(work: UnitOfWork, selection: Selection, old_id: int, new_id: int) -> int:
    """Give selected customers who carry one tag another in its place; return how many carried it."""
    old, new = customer_tag.alias(), customer_tag.alias()
    carries = exists().where(old.c.customer_id == customer.c.id, old.c.tag_id == old_id)
    has = exists().where(new.c.customer_id == customer.c.id, new.c.tag_id == new_id)
    rows = selected(work.connection, selection, work.at).where(carries, ~has).order_by(customer.c.id)
    work.insert_from(customer_tag, ["customer_id", "tag_id"], rows.add_columns(literal(new_id)))
    return remove_tag(work, selection, old_id)


def tagged(connection: Connection, selection: Selection, tag_id: int | None, now: int, *, carry: bool) -> Select[Any]:
    """Return the SELECT of selected customers who carry a tag, or of those who do not (None: a tag yet to be made)."""
    rows = selected(connection, selection, now)
    if tag_id is None:
        return rows.where(literal(1) == (0 if carry else 1))
    carried = exists().where(customer_tag.c.customer_id == customer.c.id, customer_tag.c.tag_id == tag_id)
    return rows.where(carried if carry else ~carried)


def set_columns(work: UnitOfWork, chosen: Chosen, values: Mapping[str, Any]) -> int:
    """Set columns of chosen customers; return how many differed."""
    return work.update_where(customer, customer.c.id.in_(chosen.rows(work.connection, work.at)), values)


def set_custom(work: UnitOfWork, whose: Chosen, field: CustomField, stored: Stored | None) -> int:
    """Set (None: clear) a custom field of chosen customers; return how many differed."""
    chosen = whose.rows(work.connection, work.at)
    mine = and_(custom_value.c.field_id == field.id, custom_value.c.customer_id.in_(chosen))
    if stored is None:
        return work.delete_where(custom_value, mine)
    values = {"text": stored.text, "number": stored.number, "date": stored.date}
    changed = work.update_where(custom_value, mine, values)
    has = exists().where(custom_value.c.customer_id == customer.c.id, custom_value.c.field_id == field.id)
    rows = chosen.where(~has).order_by(customer.c.id)
    given: list[ColumnElement[Any]] = [literal(field.id), *map(literal, values.values())]
    return changed + work.insert_from(custom_value, ["customer_id", "field_id", *values], rows.add_columns(*given))


def to_bin(work: UnitOfWork, selection: Selection) -> int:
    """Put selected customers into the bin; return how many were live."""
    chosen = customer.c.id.in_(selected(work.connection, selection, work.at))
    return work.update_where(customer, chosen, {"deleted_at": work.at, "deleted_by": work.person_id})


def from_bin(work: UnitOfWork, selection: Selection) -> int:
    """Take selected customers out of the bin; return how many were in it."""
    chosen = customer.c.id.in_(selected(work.connection, selection, work.at, from_bin=True))
    return work.update_where(customer, chosen, {"deleted_at": None, "deleted_by": None})


def taken_card(connection: Connection, selection: Selection, now: int) -> tuple[str, int] | None:
    """Return a card number that a customer to be restored cannot have back, and who else has or wants it."""
    other = customer.alias()
    chosen = selected(connection, selection, now, from_bin=True).subquery()
    wanted = or_(other.c.deleted_at.is_(None), other.c.id.in_(select(chosen.c.id)))
    row = connection.execute(
        select(customer.c.card_number, other.c.id)
        .select_from(customer)
        .join(other, and_(other.c.card_number == customer.c.card_number, other.c.id != customer.c.id, wanted))
        .where(customer.c.id.in_(select(chosen.c.id)))
        .limit(1)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def differing(
    connection: Connection, selection: Selection, key: str, shown: object, now: int, *, only_blank: bool = False
) -> Select[Any]:
    """Return the SELECT of selected customers who show another value in a field, or (`only_blank`) none."""
    rows = selected(connection, selection, now)
    return rows.where(_is_blank(key, now) if only_blank else value_expression(key, now).is_distinct_from(shown))


def count(connection: Connection, rows: Select[Any]) -> int:
    """Return how many customers a SELECT of ids has."""
    number: int = connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()
    return number


def samples(connection: Connection, rows: Select[Any], key: str, now: int, *, limit: int) -> list[tuple[int, str, Any]]:
    """Return id, name and a field's value of the first few of a SELECT of ids."""
    found = connection.execute(
        rows.add_columns(customer.c.name, value_expression(key, now)).order_by(customer.c.id).limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in found]


def _is_blank(key: str, now: int) -> ColumnElement[bool]:
    value = value_expression(key, now)
    return or_(value.is_(None), value == "")


def only_one(connection: Connection, selection: Selection, now: int) -> int | None:
    """Return the one customer who is selected, None for several: an action on one is named after her."""
    condition: ColumnElement[bool] = selection_condition(connection, selection, now)
    ids = connection.execute(select(customer.c.id).where(condition).limit(2)).scalars().all()
    return ids[0] if len(ids) == 1 else None
