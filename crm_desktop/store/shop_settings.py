"""Reading the shop's settings."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from crm_desktop.base.settings import Setting, T
from crm_desktop.store.sqlite_sql import ALL_SETTINGS


def all_settings(connection: Connection) -> dict[str, str]:
    """Return every setting's value as JSON text, by key."""
    stored: dict[str, str] = json.loads(connection.exec_driver_sql(ALL_SETTINGS).scalar_one())
    return stored


def value_of(connection: Connection, declared: Setting[T]) -> T:
    """Return the value of a setting of the shop, the default where it has none that fits."""
    return value_in(all_settings(connection), declared)


def value_in(stored: dict[str, str], declared: Setting[T]) -> T:
    """Return the value of a setting among those that `all_settings` read."""
    value = json.loads(stored[declared.key]) if declared.key in stored else declared.default
    return value if declared.accepts(value) else declared.default
