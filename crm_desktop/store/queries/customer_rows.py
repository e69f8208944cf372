"""The rows in sight: plain values by column key for a page of ids, in one statement.

It is made once, for each arrangement of columns: making one takes longer than running it. Each further statement would
have to wait for the window, which is painting, to let go of the interpreter several times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, select

from crm_desktop.base.records import dataclass
from crm_desktop.domain.customer import CustomerRow, Tag
from crm_desktop.store.customer_tables import customer, customer_tag, important_date, tag
from crm_desktop.store.queries.field_sql import is_birthday, value_expression
from crm_desktop.store.queries.settled import settled_key
from crm_desktop.store.sqlite_sql import Prepared, ids_given, in_one_go, listed, rows_of

Found = dict[int, dict[str, Any]]
"""Values by column key, by customer."""


def customer_rows(connection: Connection, ids: Sequence[int], columns: Iterable[str], now: int) -> list[CustomerRow]:
    """Return rows in the order of the ids; one that is gone is left out.

    Tags come as `Tag` tuples, birthdays as (calendar, year, month, day, leap month), stamps as milliseconds.
    """
    wanted = list(dict.fromkeys(("name", *columns)))
    plain = [key for key in wanted if key not in _MANY]
    several = tuple(key for key in wanted if key in _MANY)
    statement = _statement(tuple(settled_key(connection, key, now) for key in plain), several)
    values, *more = rows_of(connection, statement, {"ids": listed(ids), "now": now})
    found = {row_id: dict(zip(plain, row, strict=True)) for row_id, *row in values}
    for key, rows in zip(several, more, strict=True):
        _MANY[key].add(found, rows)
    return [CustomerRow(row_id, found[row_id]) for row_id in ids if row_id in found]


@lru_cache(maxsize=64)
def _statement(keys: tuple[str, ...], several: tuple[str, ...]) -> Prepared:
    now = bindparam("now", type_=Integer)
    values = [value_expression(key, now).label(key) for key in keys]
    rows = select(customer.c.id, *values).where(ids_given(customer.c.id))
    return in_one_go(rows, *(_MANY[key].select() for key in several))


def _tags() -> Select[Any]:
    rows = select(customer_tag.c.id.label("put_on"), customer_tag.c.customer_id, tag.c.id, tag.c.name, tag.c.colour)
    rows = rows.join(tag, tag.c.id == customer_tag.c.tag_id)
    return rows.where(ids_given(customer_tag.c.customer_id))


def _birthdays() -> Select[Any]:
    day = important_date.c
    rows = select(day.id, day.customer_id, day.calendar, day.year, day.month, day.day, day.leap_month).join(
        customer, is_birthday()
    )
    return rows.where(ids_given(customer.c.id))


def _add_tags(found: Found, rows: list[list[Any]]) -> None:
    tags: dict[int, list[Tag]] = defaultdict(list)
    for _, customer_id, *parts in sorted(rows):
        tags[customer_id].append(Tag(*parts))
    for customer_id, values in found.items():
        values["tags"] = tuple(tags.get(customer_id, ()))


def _add_birthdays(found: Found, rows: list[list[Any]]) -> None:
    for values in found.values():
        values["birthday"] = None
    for _, customer_id, *parts in sorted(rows, reverse=True):
        found[customer_id]["birthday"] = tuple(parts)


@dataclass(frozen=True)
class _Many:
    """A column that a customer has several rows for: which, and how they become her value."""

    select: Callable[[], Select[Any]]
    add: Callable[[Found, list[list[Any]]], None]


_MANY = {"tags": _Many(_tags, _add_tags), "birthday": _Many(_birthdays, _add_birthdays)}
