"""Give a customer a tier by hand, and hold it there or let the rules decide again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.expiry import months_on
from crm_desktop.domain.loyalty.tiers import Standing
from crm_desktop.domain.loyalty.words import ProgrammeKind, TierCause
from crm_desktop.domain.rights import Right
from crm_desktop.services.booked import checked_reason, the_member
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store import tier_history as rows
from crm_desktop.store.ledger import When, accounts_of, open_account, when_of
from crm_desktop.store.parts import get_part
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.standing import standing_of, write_standing
from crm_desktop.store.unit_of_work import UnitOfWork

MONTHS_HELD = 12
"""So long a tier that was given by hand and is not locked is held, whatever was spent."""


@dataclass(frozen=True)
class TierShown:
    """One entry of a customer's tier history."""

    tier_id: int | None
    name: str
    day: date
    cause: str
    """A value of `TierCause`."""
    locked: bool
    keep_until: date | None
    reason: str


def set_tier(
    workplace: Workplace, customer_id: int, tier_id: int | None, reason: str, *, locked: bool = True
) -> ChangeSet:
    """Set a tier (None: none); `locked` holds it whatever the rules say, else it is held for a year and may only rise.

    Raises Fault VALUE_INVALID without a reason, NOT_FOUND.
    """
    workplace.require(Right.SET_TIER)
    why = checked_reason(reason)
    with workplace.unit_of_work(Kind.TIER_SET, reason=why) as work:
        the_member(work, customer_id)
        work.about(customer_id)
        if tier_id is not None and not get_part(work.connection, tables.tier, tier_id).active:
            raise Fault(FaultKind.NOT_FOUND, entity=tables.tier.name, id=tier_id)
        when = when_of(work.connection, workplace.now())
        held = None if locked or tier_id is None else months_on(when.day, MONTHS_HELD)
        _write(work, customer_id, Standing(tier_id, locked, held), when, why)
        return work.commit()


def unlock_tier(workplace: Workplace, customer_id: int, reason: str) -> ChangeSet:
    """Let the rules decide again, from today on; raise Fault VALUE_INVALID without a reason, NOT_FOUND."""
    workplace.require(Right.SET_TIER)
    why = checked_reason(reason)
    with workplace.unit_of_work(Kind.TIER_SET, reason=why) as work:
        the_member(work, customer_id)
        work.about(customer_id)
        when = when_of(work.connection, workplace.now())
        there = standing_of(work.connection, _accounts(work, customer_id))
        if there.locked:
            _write(work, customer_id, Standing(there.tier_id), when, why)
            decide_tier(work, customer_id, when)
        return work.commit()


def _write(work: UnitOfWork, customer_id: int, standing: Standing, when: When, reason: str) -> None:
    """Let all accounts for points stand there: after a merge the customer has several."""
    programme, _rules, _version = points_rules(work.connection)
    if programme is None:
        raise Fault(FaultKind.NOT_FOUND, what="programme", programme=ProgrammeKind.POINTS.value)
    for account_id in _accounts(work, customer_id) or [open_account(work, programme, customer_id)]:
        write_standing(work, account_id, standing, TierCause.HAND, when, reason=reason)


def _accounts(work: UnitOfWork, customer_id: int) -> list[int]:
    return [one.account_id for one in accounts_of(work.connection, customer_id, ProgrammeKind.POINTS)]


def tier_history(workplace: Workplace, customer_id: int) -> list[TierShown]:
    """Return every change of a customer's tier, the newest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return [TierShown(**vars(row)) for row in rows.history_of(connection, customer_id)]
