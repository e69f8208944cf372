"""What the program's own book-keeping remembers: until where something was looked through. Not journaled."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select

from crm_desktop.store.tables import meta


def day(connection: Connection, key: str) -> date | None:
    """Return the day that is kept under a key."""
    value = _value(connection, key)
    return date.fromisoformat(value) if value else None


def keep_day(connection: Connection, key: str, last: date) -> None:
    """Keep a day under a key; one that is later already stays: a clock set back makes nothing due again."""
    there = day(connection, key)
    if there is None or there < last:
        _keep(connection, key, last.isoformat())


def number(connection: Connection, key: str) -> int:
    """Return the number that is kept under a key, 0 where there is none."""
    return int(_value(connection, key) or 0)


def keep_number(connection: Connection, key: str, last: int) -> None:
    """Keep a number under a key."""
    _keep(connection, key, str(last))


def _value(connection: Connection, key: str) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def _keep(connection: Connection, key: str, value: str) -> None:
    there = _value(connection, key)
    if there is None:
        connection.execute(insert(meta).values(key=key, value=value))
    elif there != value:
        connection.execute(meta.update().where(meta.c.key == key).values(value=value))
