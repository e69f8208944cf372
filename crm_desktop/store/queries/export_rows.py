"""What exports show besides a list's own columns: the contacts that are not the primary ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from crm_desktop.domain.phone import show_phone
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import contact_point


def other_contacts(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, list[str]]]:
    """Return each customer's contacts that are not primary, by kind, as people read them."""
    point = contact_point.c
    rows = connection.execute(
        select(point.customer_id, point.kind, point.value, point.normal)
        .where(ids_in(point.customer_id, ids), point.is_primary == 0)
        .order_by(point.id)
    )
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for customer_id, kind, value, normal in rows.all():
        found[customer_id][kind].append(show_phone(normal) if kind == "phone" and normal else value)
    return found
