"""Booking what has expired: one entry of −left for each lot whose last day is over, by one statement for many.

Few lots are booked in the order of their last days. Where many end at once, at the end of a year, that order would have
every lot touch other pages of the file than the one before; those are booked along the accounts.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, func, literal, literal_column, null, select

from crm_desktop.domain.loyalty.words import Cause
from crm_desktop.store import noted
from crm_desktop.store.tables import account, ledger_entry, lot
from crm_desktop.store.unit_of_work import UnitOfWork

MANY = 1_000
"""Fewer are booked by their last days, however few accounts there are."""
_SHARE = 10
"""Many is one lot in so many accounts: then looking at every account costs less than jumping about."""
_WALKED = "lots_expired_until"
_left = lot.c["left"]
# Written out, not bound: only then the index of lots that something is left of answers.
_HOLDS = _left > literal_column("0")
_COLUMNS = ("account_id", "lot_id", "cause", "delta", "at", "day", "person_id")


def count_expired(connection: Connection, today: date, most: int = 1_000_000) -> int:
    """Return how many lots have ended before a day and are not booked yet, counting no further than `most`."""
    some = select(lot.c.id).where(_HOLDS, lot.c.expires_on < today.isoformat()).limit(most)
    count: int = connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return count


def walk_from(connection: Connection, today: date) -> int | None:
    """Return the account behind which to go on booking along the accounts; None where too few lots have ended.

    What gave way to others in the middle goes on from where it came to.
    """
    until = noted.number(connection, _WALKED)
    many = max(MANY, last_account(connection) // _SHARE)
    return until if until or count_expired(connection, today, many) >= many else None


def last_account(connection: Connection) -> int:
    """Return the highest number of an account."""
    last: int | None = connection.execute(select(func.max(account.c.id))).scalar()
    return last or 0


def expire_first(work: UnitOfWork, today: date, most: int) -> int:
    """Book the lots that ended first, at most so many; return how many were booked."""
    ended = select(lot.c.id).where(_HOLDS, lot.c.expires_on < today.isoformat()).order_by(lot.c.expires_on)
    return _book(work, today, lot.c.id.in_(ended.limit(most)))


def expire_along(work: UnitOfWork, today: date, behind: int, reach: int) -> tuple[int, int | None]:
    """Book the lots of the next accounts; return how many were booked, and the account reached, None at the end."""
    until = behind + reach
    # The plus keeps the planner from the index of last days, which knows nothing of accounts.
    over = literal_column("+lot.expires_on") < today.isoformat()
    booked = _book(work, today, lot.c.account_id.between(behind + 1, until) & _HOLDS & over)
    reached = until if until < last_account(work.connection) else None
    noted.keep_number(work.connection, _WALKED, reached or 0)
    return booked, reached


def _book(work: UnitOfWork, today: date, which: ColumnElement[bool]) -> int:
    values = (literal(Cause.EXPIRE.value), -_left, literal(work.at), literal(today.isoformat()), null())
    return work.insert_from(ledger_entry, _COLUMNS, select(lot.c.account_id, lot.c.id, *values).where(which))
