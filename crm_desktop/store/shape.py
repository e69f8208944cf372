"""The shape of a database, to be compared with another's: columns, keys, indexes, triggers and views."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection

Shape = dict[str, Any]
"""By kind and name: what SQLite knows about a table, or the words of an index, a trigger or a view."""


def shape_of(connection: Connection) -> Shape:
    """Return the shape of an open database; the order of its columns and the spacing of its statements do not count."""
    objects = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    shape: Shape = {}
    for kind, name, sql in objects.all():
        if kind == "table" and not sql.upper().startswith("CREATE VIRTUAL"):
            shape[f"{kind} {name}"] = _table(connection, name, sql)
        else:
            shape[f"{kind} {name}"] = _words(sql)
    return shape


def differences(one: Shape, other: Shape) -> list[str]:
    """Return the kinds and names of what is not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _table(connection: Connection, name: str, sql: str) -> dict[str, Any]:
    columns = {column: rest for _, column, *rest in _rows(connection, "table_xinfo", name)}
    foreign = {tuple(row[2:]) for row in _rows(connection, "foreign_key_list", name)}
    unique = {
        tuple(row[2] for row in _rows(connection, "index_info", index))
        for _, index, is_unique, origin, _ in _rows(connection, "index_list", name)
        if is_unique and origin != "c"
    }
    checks = re.findall(r"\bCHECK\b|\bAUTOINCREMENT\b|\bSTRICT\b|\bWITHOUT ROWID\b", sql.upper())
    return {"columns": columns, "foreign": foreign, "unique": unique, "words": sorted(checks)}


def _rows(connection: Connection, pragma: str, name: str) -> list[Any]:
    return list(connection.exec_driver_sql(f'PRAGMA {pragma}("{name}")'))


def _words(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()
