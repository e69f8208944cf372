"""Reading the shop's settings."""

from __future__ import annotations

from sqlalchemy import Connection, select

from crm_desktop.store.tables import setting


def all_settings(connection: Connection) -> dict[str, str]:
    """Return every setting's value as JSON text, by key."""
    return {row.key: row.value for row in connection.execute(select(setting))}
