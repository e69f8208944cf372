"""What an import would change of customers that are there: each value before and after, read from a prepared import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

_WORDS = {"company_id": "company", "household_id": "household", "owner_id": "person", "introducer_id": "customer"}
"""Columns that hold the id of a named row, and that row's table."""
_KINDS = {"company_id": "company", "household_id": "household", "owner_id": "owner", "introducer_id": "introducer"}


@dataclass(frozen=True)
class Change:
    """One value of a customer; `label` names the custom field or says which phone or date; `before` is None where new.

    `field` is a column of the customer, "contact:KIND", "date:KIND", "tag", "custom" or "balance:KIND".
    """

    field: str
    label: str
    before: Any
    after: Any


def changes_of(connection: Connection, customers: Iterable[int]) -> dict[int, list[Change]]:
    """Return what would change of these customers."""
    found: dict[int, list[Change]] = defaultdict(list)
    for customer_id in dict.fromkeys(customers):
        found[customer_id] += _columns(connection, customer_id)
        found[customer_id] += _dates(connection, customer_id)
        found[customer_id] += _values(connection, customer_id)
        found[customer_id] += _added(connection, customer_id)
        found[customer_id] += _openings(connection, customer_id)
    return found


def _openings(connection: Connection, customer_id: int) -> Iterator[Change]:
    """Yield the opening balances of a customer: the service of a visit card is its label."""
    if not connection.exec_driver_sql("SELECT 1 FROM staged.sqlite_master WHERE name = 'opening'").scalar():
        return
    query = "SELECT kind, service, quantity FROM staged.opening WHERE customer_id = ? AND state = 'taken' ORDER BY k"
    for kind, service, quantity in connection.exec_driver_sql(query, (customer_id,)):
        yield Change(f"balance:{kind}", service, None, quantity)
    query = (
        "SELECT w.name FROM staged.tier_opening o JOIN staged.balance_tier w ON w.id = o.tier_id "
        "WHERE o.customer_id = ? AND o.state = 'taken'"
    )
    for (name,) in connection.exec_driver_sql(query, (customer_id,)):
        yield Change("balance:tier", "", None, name)


def _columns(connection: Connection, customer_id: int) -> Iterator[Change]:
    query = "SELECT fields, a FROM staged.altered WHERE entity = 'customer' AND row_id = ?"
    altered = connection.exec_driver_sql(query, (customer_id,)).all()
    if not altered:
        return
    now = connection.exec_driver_sql("SELECT * FROM customer WHERE id = ?", (customer_id,)).mappings().one()
    for name, value in altered:
        if name in _WORDS:
            yield Change(name, "", _named(connection, name, now[name]), _word(connection, name, value))
        else:
            yield Change(name, "", now[name], value)


def _named(connection: Connection, column: str, row_id: int | None) -> str | None:
    query = f"SELECT name FROM {_WORDS[column]} WHERE id = ?"
    return None if row_id is None else connection.exec_driver_sql(query, (row_id,)).scalar()


def _word(connection: Connection, column: str, row_id: int) -> str | None:
    """Return the word of the file that stands for a row, which may not have been made yet."""
    query = "SELECT text FROM staged.word WHERE kind = ? AND id = ?"
    return connection.exec_driver_sql(query, (_KINDS[column], row_id)).scalar()


def _dates(connection: Connection, customer_id: int) -> Iterator[Change]:
    query = (
        "SELECT d.kind, d.label, d.calendar, d.year, d.month, d.day, d.leap_month, s.a, s.b, s.c, s.d "
        "FROM staged.altered s JOIN important_date d ON d.id = s.row_id "
        "WHERE s.entity = 'important_date' AND s.customer_id = ?"
    )
    for kind, label, calendar, *parts in connection.exec_driver_sql(query, (customer_id,)):
        before, after = (calendar, *parts[:4]), (calendar, *parts[4:])
        yield Change(f"date:{kind}", label or "", before, after)


def _values(connection: Connection, customer_id: int) -> Iterator[Change]:
    query = (
        "SELECT f.name, v.text, s.a FROM staged.altered s JOIN custom_value v ON v.id = s.row_id "
        "JOIN custom_field f ON f.id = v.field_id WHERE s.entity = 'custom_value' AND s.customer_id = ?"
    )
    for name, before, after in connection.exec_driver_sql(query, (customer_id,)):
        yield Change("custom", name, before, after)


_ADDED = (
    ("contact_point", "SELECT 'contact:' || kind, COALESCE(label, ''), value"),
    ("customer_tag", "SELECT 'tag', '', (SELECT text FROM staged.word WHERE kind = 'tag' AND id = tag_id)"),
    (
        "custom_value",
        "SELECT 'custom', (SELECT text FROM staged.word WHERE kind = 'field' AND id = field_id), text",
    ),
)


def _added(connection: Connection, customer_id: int) -> Iterator[Change]:
    for table, picked in _ADDED:
        query = f"{picked} FROM staged.made_{table} WHERE NOT is_part AND customer_id = ?"
        for field, label, value in connection.exec_driver_sql(query, (customer_id,)):
            yield Change(field, label or "", None, value)
    query = (
        "SELECT kind, label, calendar, year, month, day, leap_month FROM staged.made_important_date "
        "WHERE NOT is_part AND customer_id = ?"
    )
    for kind, label, *day in connection.exec_driver_sql(query, (customer_id,)):
        yield Change(f"date:{kind}", label or "", None, tuple(day))
