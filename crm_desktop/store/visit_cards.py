"""How often a visit card was used on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from crm_desktop.store.sqlite_sql import listed

# A use that was taken back answers its entry: together they count for nothing.
_USED = (
    "SELECT e.account_id, -sum(e.delta) AS used FROM ledger_entry e LEFT JOIN ledger_entry r ON r.id = e.reverses "
    "WHERE e.account_id IN (SELECT value FROM json_each(?)) AND COALESCE(r.day, e.day) = ? "
    "AND COALESCE(r.cause, e.cause) = 'use' GROUP BY e.account_id"
)


def used_on(connection: Connection, account_id: int, day: date) -> int:
    """Return how many visits were taken off a card on a day of the shop."""
    return uses_on(connection, [account_id], day).get(account_id, 0)


def uses_on(connection: Connection, account_ids: Iterable[int], day: date) -> dict[int, int]:
    """Return how many visits were taken off each of these cards on a day of the shop."""
    rows = connection.exec_driver_sql(_USED, (listed(account_ids), day.isoformat()))
    return {row.account_id: row.used for row in rows}
