"""The rows in sight: plain values by column key for a page of ids, in one query and one more per many-valued column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from crm_desktop.domain.customer import CustomerRow, Tag
from crm_desktop.store.queries.field_sql import is_birthday, value_expression
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import customer, customer_tag, important_date, tag


def customer_rows(connection: Connection, ids: Sequence[int], columns: Iterable[str], now: int) -> list[CustomerRow]:
    """Return rows in the order of the ids; one that is gone is left out.

    Tags come as `Tag` tuples, birthdays as (calendar, year, month, day, leap month), stamps as milliseconds.
    """
    wanted = list(dict.fromkeys(("name", *columns)))
    plain = [key for key in wanted if key not in ("tags", "birthday")]
    values = [value_expression(key, now).label(key) for key in plain]
    found = {
        row[0]: dict(zip(plain, row[1:], strict=True))
        for row in connection.execute(select(customer.c.id, *values).where(ids_in(customer.c.id, ids))).all()
    }
    if "tags" in wanted:
        _add_tags(connection, found)
    if "birthday" in wanted:
        _add_birthdays(connection, found)
    return [CustomerRow(row_id, found[row_id]) for row_id in ids if row_id in found]


def _add_tags(connection: Connection, found: dict[int, dict[str, Any]]) -> None:
    tags: dict[int, list[Tag]] = defaultdict(list)
    rows = connection.execute(
        select(customer_tag.c.customer_id, tag.c.id, tag.c.name, tag.c.colour)
        .join(tag, tag.c.id == customer_tag.c.tag_id)
        .where(ids_in(customer_tag.c.customer_id, found))
        .order_by(customer_tag.c.id)
    )
    for customer_id, *parts in rows.all():
        tags[customer_id].append(Tag(*parts))
    for customer_id, values in found.items():
        values["tags"] = tuple(tags[customer_id])


def _add_birthdays(connection: Connection, found: dict[int, dict[str, Any]]) -> None:
    day = important_date.c
    rows = connection.execute(
        select(day.customer_id, day.calendar, day.year, day.month, day.day, day.leap_month)
        .join(customer, is_birthday())
        .where(ids_in(customer.c.id, found))
        .order_by(day.id.desc())
    )
    for values in found.values():
        values["birthday"] = None
    for customer_id, *parts in rows.all():
        found[customer_id]["birthday"] = tuple(parts)
