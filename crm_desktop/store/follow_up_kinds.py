"""Reading the shop's own kinds of follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from crm_desktop.store.tables import follow_up_kind


def own_kinds(connection: Connection) -> Sequence[Row[Any]]:
    """Return the rows of the shop's own kinds, by name, those put aside too."""
    return connection.execute(select(follow_up_kind).order_by(follow_up_kind.c.name)).all()
