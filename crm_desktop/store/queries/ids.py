"""Ids straight from the database: one by one for a screen, all at once for lists of up to a million."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, func, select

_FIRST = itemgetter(0)


def ids_of(connection: Connection, rows: Select[Any], **parameters: object) -> Iterator[int]:
    """Return the first column of what a SELECT yields.

    No row object is made, and no Python code runs between two rows.
    """
    cursor: Any = connection.execute(rows, parameters).cursor
    return map(_FIRST, cursor)


def every_id_of(connection: Connection, rows: Select[Any], **parameters: object) -> array[int]:
    """Return the first column of all a SELECT yields, in its order.

    The database packs them into one value, so that the interpreter is free for the window's thread until all are
    there: handed over one by one, a million ids take and leave it a million times, and the window waits at each.
    """
    inner = rows.subquery()
    hexadecimal = func.group_concat(func.printf("%016X", next(iter(inner.c))), "")  # keeps the order of what it reads
    packed: bytes | None = connection.execute(select(func.unhex(hexadecimal)), parameters).scalar_one()
    ids = array("q", packed or b"")
    if sys.byteorder == "little":
        ids.byteswap()
    return ids
