"""How late it has been: the newest moment that anything was written at, whatever the clock says now."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from crm_desktop.domain.audit import CLOCK_RIGHT_AFTER

LOOKED_AT = 5_000
"""So many of the last operations are looked at: weeks of a busy shop. A walk over all would be felt at every start."""

_NEWEST = "SELECT max(at) FROM (SELECT at FROM operation WHERE id > ? ORDER BY id DESC LIMIT ?)"


def newest_moment(connection: Connection) -> int | None:
    """Return the latest stamp among the last operations; of those since somebody said that the clock is right."""
    found: int | None = connection.exec_driver_sql(_NEWEST, (right_after(connection), LOOKED_AT)).scalar()
    return found


def right_after(connection: Connection) -> int:
    """Return the last operation before somebody said that the clock is right; 0 where nobody ever had to."""
    query = "SELECT value FROM setting WHERE key = ?"
    value = connection.exec_driver_sql(query, (CLOCK_RIGHT_AFTER,)).scalar()
    found = json.loads(value) if value is not None else 0
    return found if isinstance(found, int) else 0
