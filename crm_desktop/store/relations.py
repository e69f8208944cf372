"""Who belongs to whom: households, introductions, and the names behind the ids of a history."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Table, select

from crm_desktop.domain.customer import Tag
from crm_desktop.store.tables import (
    METADATA,
    change,
    change_payload,
    contact_point,
    custom_value,
    customer,
    customer_tag,
    follow_up,
    follow_up_series,
    tag,
)


def household_members(connection: Connection, household_id: int, limit: int = 50) -> list[tuple[int, str]]:
    """Return the live customers of a household, by name."""
    mine = select(customer.c.id, customer.c.name).where(
        customer.c.household_id == household_id, customer.c.deleted_at.is_(None)
    )
    return [(row.id, row.name) for row in connection.execute(mine.order_by(customer.c.name_key).limit(limit))]


def introduced_by(connection: Connection, customer_id: int, limit: int = 50) -> list[tuple[int, str]]:
    """Return the live customers somebody introduced, the newest first."""
    mine = select(customer.c.id, customer.c.name).where(
        customer.c.introducer_id == customer_id, customer.c.deleted_at.is_(None)
    )
    return [(row.id, row.name) for row in connection.execute(mine.order_by(customer.c.id.desc()).limit(limit))]


def every_tag(connection: Connection) -> list[Tag]:
    """Return every tag by name, without counting who carries it."""
    rows = connection.execute(select(tag.c.id, tag.c.name, tag.c.colour).order_by(tag.c.name))
    return [Tag(row.id, row.name, row.colour) for row in rows]


def tag_names(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the names of the tags each of these customers carries, in the order they were given."""
    rows = (
        select(customer_tag.c.customer_id, tag.c.name)
        .join(tag, tag.c.id == customer_tag.c.tag_id)
        .where(customer_tag.c.customer_id.in_(list(ids)))
        .order_by(customer_tag.c.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for owner, name in connection.execute(rows):
        found[owner] = (*found.get(owner, ()), name)
    return found


def names_of(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of rows by id; of rows that are gone the name they had when they were made."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(wanted)))
    found = {row.id: str(row.name) for row in rows}
    missing = [row_id for row_id in wanted if row_id not in found]
    return found | (_last_names(connection, table, missing) if missing else {})


def _last_names(connection: Connection, table: Table, ids: list[int]) -> dict[int, str]:
    """Return the names that removed rows had, by the journal."""
    removals = (
        select(change.c.row_id, change_payload.c.before)
        .join(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.entity == table.name, change.c.action == "delete", change.c.row_id.in_(ids))
        .order_by(change.c.id)
    )
    return {
        row.row_id: str(json.loads(row.before).get("name", ""))
        for row in connection.execute(removals)
        if row.before is not None
    }


def what_rows_are(connection: Connection, customer_id: int) -> dict[tuple[str, int], object]:
    """Return the kind of contact points, the field of custom values, the title of follow-ups, by table and row."""
    points = select(contact_point.c.id, contact_point.c.kind).where(contact_point.c.customer_id == customer_id)
    values = select(custom_value.c.id, custom_value.c.field_id).where(custom_value.c.customer_id == customer_id)
    found: dict[tuple[str, int], object] = {("contact_point", row.id): row.kind for row in connection.execute(points)}
    for table in (follow_up, follow_up_series):
        titles = select(table.c.id, table.c.title).where(table.c.customer_id == customer_id)
        found |= {(table.name, row.id): row.title for row in connection.execute(titles)}
    return found | {("custom_value", row.id): row.field_id for row in connection.execute(values)}


_NAMING = ("name", "key", "title", "number")


def what_shop_rows_are(connection: Connection, rows: Iterable[tuple[str, int]]) -> dict[tuple[str, int], object]:
    """Return what rows of the shop's own things are called now, by table and row: an edit alone does not tell it."""
    by_table: dict[str, set[int]] = {}
    for entity, row_id in rows:
        by_table.setdefault(entity, set()).add(row_id)
    found: dict[tuple[str, int], object] = {}
    for entity, ids in by_table.items():
        table = METADATA.tables.get(entity)
        naming = next((name for name in _NAMING if table is not None and name in table.columns), None)
        if table is not None and naming is not None and "customer_id" not in table.columns:
            named = select(table.c.id, table.c[naming]).where(table.c.id.in_(sorted(ids)))
            found |= {(entity, row.id): row[1] for row in connection.execute(named)}
    return found
