"""Ids straight from the driver's cursor, for lists of up to a million."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select

_FIRST = itemgetter(0)


def ids_of(connection: Connection, rows: Select[Any], **parameters: object) -> Iterator[int]:
    """Return the first column of what a SELECT yields.

    No row object is made, and no Python code runs between two rows: the driver lets go of the interpreter at each, so
    that the window's thread never waits for a list that is being read.
    """
    cursor: Any = connection.execute(rows, parameters).cursor
    return map(_FIRST, cursor)
