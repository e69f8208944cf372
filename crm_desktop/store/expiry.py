"""Booking what has expired: one entry of −left for each lot whose last day is over, by one statement for many."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, literal, literal_column, null, select

from crm_desktop.domain.loyalty.words import Cause
from crm_desktop.store.tables import ledger_entry, lot
from crm_desktop.store.unit_of_work import UnitOfWork

_left = lot.c["left"]
# Written out, not bound: only then the index of lots that something is left of answers.
_HOLDS = _left > literal_column("0")
_COLUMNS = ("account_id", "lot_id", "cause", "delta", "at", "day", "person_id")


def count_expired(connection: Connection, today: date, most: int = 1_000_000) -> int:
    """Return how many lots have ended before a day and are not booked yet, counting no further than `most`."""
    some = select(lot.c.id).where(_HOLDS, lot.c.expires_on < today.isoformat()).limit(most)
    count: int = connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return count


def expire(work: UnitOfWork, today: date, most: int) -> int:
    """Book the lots that ended first, at most so many; return how many were booked."""
    ended = select(lot.c.id).where(_HOLDS, lot.c.expires_on < today.isoformat()).order_by(lot.c.expires_on)
    values = (literal(Cause.EXPIRE.value), -_left, literal(work.at), literal(today.isoformat()), null())
    rows = select(lot.c.account_id, lot.c.id, *values).where(lot.c.id.in_(ended.limit(most)))
    return work.insert_from(ledger_entry, _COLUMNS, rows)
