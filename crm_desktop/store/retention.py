"""What has been kept for long: customers nobody met or sold to, and values of the journal."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from crm_desktop.domain.privacy import Silent
from crm_desktop.store import hollow
from crm_desktop.store.erasure import take_payloads
from crm_desktop.store.tables import change, customer, follow_up, operation
from crm_desktop.store.unit_of_work import UnitOfWork

MOST = 500
"""So many are shown at once; when these are done the next come."""


def silent_customers(connection: Connection, before: int, before_day: str) -> tuple[list[Silent], int]:
    """Return live customers without contact or purchase since a stamp (a day), the longest first, and how many in all.

    Whoever has an open follow-up is not among them: somebody means to call her.
    """
    own = customer.c
    planned = select(follow_up.c.id).where(follow_up.c.customer_id == own.id, follow_up.c.status == "open").exists()
    met = func.coalesce(own.last_contact_at, 0) < before
    bought = func.coalesce(own.last_sale_on, "") < before_day
    silent = (own.deleted_at.is_(None), own.created_at < before, met, bought, ~planned)
    count: int = connection.execute(select(func.count()).select_from(customer).where(*silent)).scalar_one()
    bought_at = func.coalesce(func.unixepoch(own.last_sale_on) * 1000, 0)
    since = func.max(own.created_at, func.coalesce(own.last_contact_at, 0), bought_at).label("since")
    rows = connection.execute(
        select(own.id, own.name, since, own.points, own.stored_value).where(*silent).order_by(since, own.id).limit(MOST)
    )
    return [Silent(row.id, row.name, row.since, row.points or 0, row.stored_value or 0) for row in rows], count


def last_operation_before(connection: Connection, at: int) -> int:
    """Return the last operation before a moment from which on everything is newer; 0 for none."""
    newer = select(func.min(operation.c.id)).where(operation.c.at >= at).scalar_subquery()
    old = select(func.max(operation.c.id)).where(operation.c.at < at, operation.c.id < func.coalesce(newer, 1 << 62))
    return connection.execute(old).scalar() or 0


def age_values(work: UnitOfWork, last: int) -> int:
    """Take the values of every change up to an operation out of the journal; return of how many.

    How far that goes is the sealed count of the operation: only so many entries, from the first on, may lack values.
    """
    gone = take_payloads(work.connection, change.c.operation_id <= last)
    if gone:
        work.about(count=last)
        work.keep_operation()
        hollow.note_aged(work.connection, last)
    return gone
