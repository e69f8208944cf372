"""Operations whose values left the journal: nobody can take them back any more."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from crm_desktop.store.tables import change, change_payload, meta

_ERASED, _AGED = "values_erased_of", "values_aged_to"
_KEPT = 5_000
"""Undo lists go back to a few hundred; older ones are asked one by one."""


def note(connection: Connection, operations: Iterable[int]) -> None:
    """Remember operations that lost values of a person."""
    newest = sorted({*_erased(connection), *operations})[-_KEPT:]
    _set(connection, _ERASED, json.dumps(newest))


def note_aged(connection: Connection, last: int) -> None:
    """Remember that every operation up to one has lost its values."""
    _set(connection, _AGED, str(last))


def aged_to(connection: Connection) -> int:
    """Return the last operation whose values were let go because of their age; 0 for none."""
    return int(_get(connection, _AGED) or 0)


def among(connection: Connection, operations: Iterable[int]) -> set[int]:
    """Return which of these operations lost values."""
    erased, aged = set(_erased(connection)), aged_to(connection)
    return {one for one in operations if one in erased or one <= aged}


def is_hollow(connection: Connection, operation_id: int) -> bool:
    """Tell whether any change of an operation has lost its values."""
    mine = change.c.operation_id == operation_id
    there = select(change_payload.c.change_id).where(change_payload.c.change_id == change.c.id).exists()
    return connection.execute(select(change.c.id).where(mine, ~there).limit(1)).scalar() is not None


def _erased(connection: Connection) -> list[int]:
    found: list[int] = json.loads(_get(connection, _ERASED) or "[]")
    return found


def _get(connection: Connection, key: str) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def _set(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))
