"""The rows in sight: plain values by column key for a page of ids, in one query and one more per many-valued column.

The statements are made once, for each arrangement of columns: making one takes longer than running it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, select

from crm_desktop.domain.customer import CustomerRow, Tag
from crm_desktop.store.queries.field_sql import is_birthday, value_expression
from crm_desktop.store.queries.settled import settled_key
from crm_desktop.store.sqlite_sql import ids_given, in_one_text, listed, rows_of
from crm_desktop.store.tables import customer, customer_tag, important_date, tag


def customer_rows(connection: Connection, ids: Sequence[int], columns: Iterable[str], now: int) -> list[CustomerRow]:
    """Return rows in the order of the ids; one that is gone is left out.

    Tags come as `Tag` tuples, birthdays as (calendar, year, month, day, leap month), stamps as milliseconds.
    """
    wanted = list(dict.fromkeys(("name", *columns)))
    plain = [key for key in wanted if key not in ("tags", "birthday")]
    given = listed(ids)
    asked = tuple(settled_key(connection, key, now) for key in plain)
    found = {
        row_id: dict(zip(plain, values, strict=True))
        for row_id, *values in rows_of(connection, _values(asked), {"ids": given, "now": now})
    }
    if "tags" in wanted:
        _add_tags(connection, found, given)
    if "birthday" in wanted:
        _add_birthdays(connection, found, given)
    return [CustomerRow(row_id, found[row_id]) for row_id in ids if row_id in found]


@lru_cache(maxsize=64)
def _values(keys: tuple[str, ...]) -> Select[Any]:
    now = bindparam("now", type_=Integer)
    values = [value_expression(key, now).label(key) for key in keys]
    return in_one_text(select(customer.c.id, *values).where(ids_given(customer.c.id)))


@cache
def _tags() -> Select[Any]:
    rows = select(customer_tag.c.id.label("put_on"), customer_tag.c.customer_id, tag.c.id, tag.c.name, tag.c.colour)
    rows = rows.join(tag, tag.c.id == customer_tag.c.tag_id)
    return in_one_text(rows.where(ids_given(customer_tag.c.customer_id)))


@cache
def _birthdays() -> Select[Any]:
    day = important_date.c
    rows = select(day.id, day.customer_id, day.calendar, day.year, day.month, day.day, day.leap_month).join(
        customer, is_birthday()
    )
    return in_one_text(rows.where(ids_given(customer.c.id)))


def _add_tags(connection: Connection, found: dict[int, dict[str, Any]], given: str) -> None:
    tags: dict[int, list[Tag]] = defaultdict(list)
    for _, customer_id, *parts in sorted(rows_of(connection, _tags(), {"ids": given})):
        tags[customer_id].append(Tag(*parts))
    for customer_id, values in found.items():
        values["tags"] = tuple(tags[customer_id])


def _add_birthdays(connection: Connection, found: dict[int, dict[str, Any]], given: str) -> None:
    for values in found.values():
        values["birthday"] = None
    for _, customer_id, *parts in sorted(rows_of(connection, _birthdays(), {"ids": given}), reverse=True):
        found[customer_id]["birthday"] = tuple(parts)
