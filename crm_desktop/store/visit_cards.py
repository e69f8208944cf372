"""Visit cards: how often one was used on a day, and taking visits back with the money that was paid for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import Cause, Take
from crm_desktop.store.ledger import When, write_takes
from crm_desktop.store.sqlite_sql import listed
from crm_desktop.store.unit_of_work import UnitOfWork

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


_SOLD = (
    'SELECT l.id, l.quantity, l."left", '
    "COALESCE((SELECT -sum(e.delta) FROM ledger_entry e LEFT JOIN ledger_entry r ON r.id = e.reverses "
    "WHERE e.lot_id = l.id AND COALESCE(r.cause, e.cause) = 'take_back'), 0) AS back, "
    "COALESCE((SELECT -sum(delta) FROM ledger_entry WHERE lot_id = l.id AND cause = 'expire'), 0) AS expired "
    "FROM lot l WHERE l.sale_id = ? AND l.kind = 'visits'"
)


def take_back(work: UnitOfWork, sale_id: int, share: tuple[int, int], when: When, answers: int) -> None:
    """Take the visits of a card that was sold with a slip back, in the measure of the money that has come back.

    `share` is the money that came back so far, this time too, of all that was paid; `answers` is the refund. Whatever
    of a card has ended unused goes with it. Raises Fault ALREADY_SPENT where so many visits are not there any more.
    """
    back, paid = share
    for row in work.connection.exec_driver_sql(_SOLD, (sale_id,)).all():
        due = (row.quantity if back >= paid else row.quantity * back // paid) - row.back
        missing = due - row.left
        if missing > row.expired:
            raise Fault(FaultKind.ALREADY_SPENT, asked=due, missing=missing)
        taken = min(due, row.left)
        if taken > 0:
            write_takes(work, [Take(row.id, taken)], Cause.TAKE_BACK, when=when, sale_id=answers)
