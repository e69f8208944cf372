"""Lists of customers: the first screen at once, all ids behind it, a page of rows when the view asks."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, not_, select

from crm_desktop.domain.query import DEFAULT_SORT, CustomerQuery, Selection, Sort
from crm_desktop.store.customer_tables import contact_point, customer
from crm_desktop.store.queries.completeness_sql import first_by_score, is_score
from crm_desktop.store.queries.customer_search import (
    FIRST_SCREEN,
    FULL_LIST,
    bin_condition,
    matching_condition,
    search_ids,
)
from crm_desktop.store.queries.field_sql import CONTACTS, sort_expression
from crm_desktop.store.queries.filter_sql import filter_condition
from crm_desktop.store.queries.ids import every_id_of, ids_of
from crm_desktop.store.queries.settled import settled
from crm_desktop.store.sqlite_sql import ids_in

_IN_ORDER = frozenset(
    {"name", "phone", "last_contact_at", "next_follow_up", "created_at", "last_sale_on", "spent", "points"}
)
"""What live customers lie in the order of. Sorted by anything else, all are read, and best as they lie in the table."""


def first_ids(connection: Connection, query: CustomerQuery, now: int, limit: int = FIRST_SCREEN) -> list[int]:
    """Return the ids of a list's first screen, by LIMIT in index order where there is one."""
    query = settled(connection, query, now)
    if _is_ranked(query):
        return _ranked(connection, query, now, limit)
    condition = _searched(connection, query, now)
    sort = query.sort or DEFAULT_SORT
    if is_score(sort.key):
        return list(ids_of(connection, first_by_score(sort, condition, limit)))
    # Each part is run when it is reached: the second is not asked where the first filled the screen.
    parts = (ids_of(connection, part.limit(limit)) for part in _parts(query, condition, now))
    return list(islice(chain.from_iterable(parts), limit))


def all_ids(connection: Connection, query: CustomerQuery, now: int) -> array[int]:
    """Return all ids of a list in order; a search gives at most `FULL_LIST` (then its count is "more than")."""
    query = settled(connection, query, now)
    if _is_ranked(query):
        return array("q", _ranked(connection, query, now, FULL_LIST))
    ids = array("q")
    for part in _parts(query, _searched(connection, query, now), now):
        ids.extend(every_id_of(connection, part))
    return ids


def count(connection: Connection, query: CustomerQuery, now: int) -> int:
    """Return how many customers a query has; a search is counted up to `FULL_LIST`."""
    if query.is_search:
        return len(all_ids(connection, query, now))
    rows = select(func.count()).select_from(customer).where(_condition(settled(connection, query, now), now))
    number: int = connection.execute(rows).scalar_one()
    return number


def is_cut_off(query: CustomerQuery, length: int) -> bool:
    """Tell whether a list of this length may have more behind it."""
    return query.is_search and length >= FULL_LIST


def selection_condition(connection: Connection, selection: Selection, now: int) -> ColumnElement[bool]:
    """Return the condition that a customer is selected."""
    if selection.query is None:
        return ids_in(customer.c.id, selection.ids)
    condition = _condition(settled(connection, selection.query, now), now)
    if selection.query.is_search:
        condition = and_(condition, _matching(connection, selection.query))
    return and_(condition, not_(ids_in(customer.c.id, selection.excluded))) if selection.excluded else condition


def in_bin() -> ColumnElement[bool]:
    """Return the condition that a customer is in the bin; who was merged into another, or erased, is nowhere."""
    gone = customer.c.merged_into.is_(None), customer.c.erased_at.is_(None)
    return and_(customer.c.deleted_at.is_not(None), *gone)


def _condition(query: CustomerQuery, now: int, *, by_table: bool = False) -> ColumnElement[bool]:
    """Return the condition of a list; `by_table` keeps the planner from going by an index where every row is read."""
    live = (customer.c.deleted_at + 0 if by_table else customer.c.deleted_at).is_(None)
    scope = in_bin() if query.in_bin else live
    return and_(scope, filter_condition(query.filter, now)) if query.filter else scope


def _matching(connection: Connection, query: CustomerQuery) -> ColumnElement[bool]:
    """Return the condition that a customer matches; the bin, which the search index does not know, is read through."""
    return bin_condition(query.text) if query.in_bin else matching_condition(connection, query.text)


def _is_ranked(query: CustomerQuery) -> bool:
    """Tell whether the search says in which order the customers come."""
    return query.is_search and not query.in_bin and query.sort is None


def _ranked(connection: Connection, query: CustomerQuery, now: int, limit: int) -> list[int]:
    extra = filter_condition(query.filter, now) if query.filter else None
    return search_ids(connection, query.text, extra, limit)


def _searched(connection: Connection, query: CustomerQuery, now: int) -> ColumnElement[bool]:
    condition = _condition(query, now, by_table=query.sort is not None and not _lies_in_order(query.sort))
    return and_(condition, _matching(connection, query)) if query.is_search else condition


def _parts(query: CustomerQuery, condition: ColumnElement[bool], now: int) -> Sequence[Select[Any]]:
    """Return what gives the list, one part after the other."""
    sort = query.sort or DEFAULT_SORT
    is_everyone = not (query.is_search or query.filter or query.in_bin)
    by_contact = is_everyone and sort.key in CONTACTS
    return _by_contact(sort, condition) if by_contact else _ordered(sort, condition, now)


def _lies_in_order(sort: Sort) -> bool:
    return sort.key.partition(":")[0] in _IN_ORDER


def _ordered(sort: Sort, condition: ColumnElement[bool], now: int) -> Sequence[Select[Any]]:
    """Return two parts: those with a value in its order, then those without; so each can go by an index.

    A value that is no column of the customer is worked out once per customer, not once to tell and once to sort.
    """
    value = sort_expression(sort.key, now)
    row_id: ColumnElement[int] = customer.c.id
    rows = select(row_id).where(condition)
    if not isinstance(value, Column):
        once = select(customer.c.id, value.label("value")).where(condition).cte("once").prefix_with("MATERIALIZED")
        rows, row_id, value = select(once.c.id), once.c.id, once.c["value"]
    order = (value.desc(), row_id.desc()) if sort.descending else (value.asc(), row_id.asc())
    return rows.where(value.is_not(None)).order_by(*order), rows.where(value.is_(None)).order_by(row_id.desc())


def _by_contact(sort: Sort, condition: ColumnElement[bool]) -> Sequence[Select[Any]]:
    """Return the two parts for everybody by a kind of contact point, which is read in one go.

    Looked up for each customer of a million it takes three times as long; for the few of a search, a moment.
    """
    point = contact_point.c
    of_kind = select(point.customer_id, point.value).where(point.kind == sort.key, point.is_primary == 1)
    held = of_kind.cte("held").prefix_with("MATERIALIZED")
    found = select(held.c.customer_id).join_from(held, customer, customer.c.id == held.c.customer_id).where(condition)
    value, row_id = held.c.value, held.c.customer_id
    order = (value.desc(), row_id.desc()) if sort.descending else (value.asc(), row_id.asc())
    others = select(customer.c.id).where(condition, customer.c.id.not_in(select(held.c.customer_id)))
    return found.order_by(*order), others.order_by(customer.c.id.desc())


def count_selected(connection: Connection, selection: Selection, now: int) -> int:
    """Return how many customers are selected."""
    rows = select(func.count()).select_from(customer).where(selection_condition(connection, selection, now))
    number: int = connection.execute(rows).scalar_one()
    return number
