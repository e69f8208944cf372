"""Keys of fields that hang on more than the customer: what counts as complete here, the shop's today, its currency.

Before they become SQL, such a key says it all: "completeness:phone,birthday", "due:2026-11-22", "spent:2" (decimals).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, false, func, or_

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.domain.due import Due
from crm_desktop.domain.filters import Condition, Group
from crm_desktop.domain.money import places_of
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.store.customer_tables import customer
from crm_desktop.store.queries.completeness_sql import KEY, score_expression, with_parts
from crm_desktop.store.shop_settings import all_settings, value_in
from crm_desktop.store.shop_time import shop_time

DUE, DUE_DAYS = "due", "due_days"
"""How the next follow-up stands to today (of `Due`), and in how many days it is."""
DAYS_SINCE_SALE = "days_since_sale"
AMOUNTS = frozenset({"spent", "stored_value"})
"""Columns in minor units, which people read and ask for in the currency's own."""
_UNSETTLED = frozenset({KEY, DUE, DUE_DAYS, DAYS_SINCE_SALE, *AMOUNTS})


def settled_key(connection: Connection, key: str, now: int) -> str:
    """Return a field's key with what it hangs on; `now` is a stamp in milliseconds."""
    if key not in _UNSETTLED:
        return key
    if key == KEY:
        return with_parts(connection, key)
    if key in AMOUNTS:
        return f"{key}:{places_of(value_in(all_settings(connection), CURRENCY))}"
    return f"{key}:{shop_time(connection).day_of(from_stamp(now)).isoformat()}"


def settled(connection: Connection, query: CustomerQuery, now: int) -> CustomerQuery:
    """Return a query whose keys all say what they hang on."""
    sort, filter_ = query.sort, query.filter
    if sort is not None and sort.key in _UNSETTLED:
        sort = replace(sort, key=settled_key(connection, sort.key, now))
    if unsettled := _unsettled(filter_):
        filter_ = _in_group(filter_, {key: settled_key(connection, key, now) for key in unsettled})
    return query if sort is query.sort and filter_ is query.filter else replace(query, sort=sort, filter=filter_)


def is_settled(key: str) -> bool:
    """Tell whether a key is one of those, with or without what it hangs on."""
    return key.partition(":")[0] in _UNSETTLED


def settled_expression(key: str) -> ColumnElement[Any]:
    """Return the SQL of a settled key."""
    name, _, today = key.partition(":")
    day = customer.c.next_follow_up
    if name == KEY:
        return score_expression(key)
    if name == DUE_DAYS:
        return cast(func.julianday(day) - func.julianday(today), Integer)
    if name == DAYS_SINCE_SALE:
        return cast(func.julianday(today) - func.julianday(customer.c.last_sale_on), Integer)
    if name in AMOUNTS:
        return customer.c[name] / float(10 ** int(today))
    late = (day < today, Due.LATE.value)
    return case((day.is_(None), Due.NONE.value), late, (day == today, Due.TODAY.value), else_=Due.LATER.value)


def sorted_by(key: str) -> ColumnElement[Any] | None:
    """Return the column that lies in the same order as a settled key, which an index answers."""
    name = key.partition(":")[0]
    return customer.c[name] if name in AMOUNTS else None


def due_condition(key: str, wanted: frozenset[str]) -> ColumnElement[bool]:
    """Return the condition that the next follow-up is one of some `Due`: as spans of days, which an index answers."""
    today = key.partition(":")[2]
    day = customer.c.next_follow_up
    spans = {Due.LATE: day < today, Due.TODAY: day == today, Due.LATER: day > today, Due.NONE: day.is_(None)}
    return or_(false(), *(span for due, span in spans.items() if due.value in wanted))


def _unsettled(part: Condition | Group) -> set[str]:
    if isinstance(part, Group):
        return {key for inner in part.parts for key in _unsettled(inner)}
    return {part.field} & _UNSETTLED


def _in_group(group: Group, keys: dict[str, str]) -> Group:
    def one(part: Condition | Group) -> Condition | Group:
        if isinstance(part, Group):
            return _in_group(part, keys)
        return replace(part, field=keys[part.field]) if part.field in keys else part

    return replace(group, parts=tuple(map(one, group.parts)))
