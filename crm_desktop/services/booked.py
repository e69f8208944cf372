"""What every job on a customer's accounts answers: what was written, and what stands there now.

A job that writes a slip is known again by the slip's id, one without by the operation's: what a till sends twice is
booked once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import Balance
from crm_desktop.services.values import clean_text
from crm_desktop.store.balances import balances_of
from crm_desktop.store.history import operation_named
from crm_desktop.store.ledger import when_of
from crm_desktop.store.members import MemberRow, read_member
from crm_desktop.store.queries.slips import read_slip
from crm_desktop.store.sales import WrittenSlip, slip_with
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Booked:
    """One booking: its slip where it made one, and all balances of the customer after it.

    `again` tells that this slip had been written before: nothing was booked twice. `warnings` are sentences to show,
    such as a stored value above what the law allows on one card.
    """

    changes: ChangeSet
    sale_id: int | None = None
    number: str = ""
    balances: tuple[Balance, ...] = ()
    warnings: tuple[str, ...] = ()
    again: bool = False


def booked(
    work: UnitOfWork,
    customer_id: int,
    day: date,
    slip: WrittenSlip | None = None,
    warnings: tuple[str, ...] = (),
) -> Booked:
    """Commit what a job wrote, and return it with the customer's balances."""
    work.about(customer_id)
    balances = balances_of(work.connection, customer_id, day)
    changes = work.commit()
    if slip is None:
        return Booked(changes, balances=balances, warnings=warnings)
    return Booked(changes, slip.sale_id, slip.number, balances, warnings)


def booked_before(work: UnitOfWork, slip_id: str, customer_id: int) -> Booked | None:
    """Return what was booked under this id before, if anything was, and the balances of today; nothing is written."""
    if not slip_id.strip():
        raise Fault(FaultKind.VALUE_INVALID, field="slip_id", reason="empty")
    sale_id = slip_with(work.connection, slip_id)
    if sale_id is None and operation_named(work.connection, slip_id) is None:
        return None
    slip = None if sale_id is None else read_slip(work.connection, sale_id)
    balances = balances_of(work.connection, customer_id, when_of(work.connection, work.at).day)
    return Booked(ChangeSet(None, work.kind), sale_id, slip.number if slip else "", balances, again=True)


def the_member(work: UnitOfWork, customer_id: int) -> MemberRow:
    """Return a live customer; raise Fault NOT_FOUND."""
    member = read_member(work.connection, customer_id)
    if member is None:
        raise Fault(FaultKind.NOT_FOUND, customer=customer_id)
    return member


def checked_reason(reason: str) -> str:
    """Return why something is done by hand; raise Fault VALUE_INVALID where nobody says it."""
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    return why
