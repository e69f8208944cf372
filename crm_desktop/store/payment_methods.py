"""The shop's own ways to pay, as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from crm_desktop.domain.sales import PayBy
from crm_desktop.store.tables import payment_method

OWN = "own-"
"""What stands before the row's number in the name of one of the shop's own ways."""


def own_methods(connection: Connection) -> Sequence[Row[Any]]:
    """Return the shop's own ways in their order, those put aside too."""
    return connection.execute(select(payment_method).order_by(payment_method.c.position, payment_method.c.id)).all()


def method_keys(connection: Connection) -> frozenset[str]:
    """Return every way a slip can name: the usual ones, points and stored value, and the shop's own in use."""
    own = connection.execute(select(payment_method.c.id).where(payment_method.c.active == 1)).scalars()
    return frozenset(one.value for one in PayBy) | {OWN + str(row_id) for row_id in own}
