"""Correct points, gifts of stored value or visits by hand, always with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.expiry import card_last_day, days_on, last_day
from crm_desktop.domain.loyalty.lots import NewLot, take
from crm_desktop.domain.loyalty.rules import PointsRules, Rules, VisitRules
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.booked import Booked, booked, booked_before, checked_reason, the_member
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import programmes, tables
from crm_desktop.store.ledger import (
    When,
    accounts_of,
    add_lot,
    lots_of,
    open_account,
    settle_debts,
    when_of,
    write_takes,
)
from crm_desktop.store.unit_of_work import UnitOfWork

LARGEST = 10**9
"""The most that is corrected at once: more is a slip of the finger."""

GIVEN_AS = {
    ProgrammeKind.POINTS: LotKind.POINTS,
    ProgrammeKind.STORED: LotKind.GIFT,
    ProgrammeKind.VISITS: LotKind.VISITS,
}
"""What is given by hand in each kind of programme."""


@dataclass(frozen=True)
class Adjustment:
    """So much more or less in one programme. Of stored value only the gift part can be given; principal is paid for."""

    slip_id: str
    customer_id: int
    programme_id: int
    delta: int
    reason: str
    expires_on: date | None = None
    """The last day of what is given; None is as the rules of the programme say."""


def adjust_points(workplace: Workplace, adjustment: Adjustment) -> Booked:
    """Book a correction; the same id twice books once.

    Raises Fault VALUE_INVALID without a reason, AMOUNT_WRONG for nothing, NOT_ENOUGH where so much is not there,
    NOT_FOUND.
    """
    workplace.require(Right.ADJUST_POINTS)
    reason = checked_reason(adjustment.reason)
    if not 0 < abs(adjustment.delta) <= LARGEST:
        raise Fault(FaultKind.AMOUNT_WRONG, what="points", value=adjustment.delta)
    slip_id = adjustment.slip_id.strip() or None
    with workplace.unit_of_work(Kind.POINTS_ADJUST, reason=reason, public_id=slip_id) as work:
        there = booked_before(work, adjustment.slip_id, adjustment.customer_id)
        if there is not None:
            return there
        the_member(work, adjustment.customer_id)
        when = when_of(work.connection, workplace.now())
        programme = next(iter(programmes.kept_programmes(work.connection, adjustment.programme_id)), None)
        if programme is None:
            raise Fault(FaultKind.NOT_FOUND, entity=tables.programme.name, id=adjustment.programme_id)
        if adjustment.delta > 0:
            _give(work, adjustment, programme, when, reason)
        else:
            _take(work, adjustment, programme.kind, when, reason)
        return booked(work, adjustment.customer_id, when.day)


def _give(
    work: UnitOfWork, adjustment: Adjustment, programme: programmes.KeptProgramme, when: When, reason: str
) -> None:
    account_id = open_account(work, programme.programme_id, adjustment.customer_id)
    kind, ends = GIVEN_AS[programme.kind], adjustment.expires_on or usual_end(programme.rules, when.day)
    if ends is not None and ends < when.day:
        raise Fault(FaultKind.VALUE_INVALID, field="expires_on", value=ends.isoformat(), reason="ends_before")
    lot = NewLot(kind, LotSource.HAND, adjustment.delta, when.day, ends, version_id=programme.version_id)
    lot_id = add_lot(work, account_id, lot, Cause.ADJUST, when=when, reason=reason)
    settle_debts(work, _accounts(work, adjustment), lot_id, when=when)


def usual_end(rules: Rules, day: date) -> date | None:
    """Return the last day of what is given on a day, as the rules of its programme say."""
    if isinstance(rules, PointsRules):
        return last_day(rules.expiry, day)
    if isinstance(rules, VisitRules):
        return card_last_day(rules, day)
    return days_on(day, rules.gift_days) if rules.gift_days else None


def _take(work: UnitOfWork, adjustment: Adjustment, kind: ProgrammeKind, when: When, reason: str) -> None:
    lots = lots_of(work.connection, _accounts(work, adjustment))
    takes = take([lot for lot in lots if lot.kind is GIVEN_AS[kind]], -adjustment.delta, when.day)
    write_takes(work, takes, Cause.ADJUST, when=when, reason=reason)


def _accounts(work: UnitOfWork, adjustment: Adjustment) -> list[int]:
    programme_id = adjustment.programme_id
    accounts = accounts_of(work.connection, adjustment.customer_id, programme_id=programme_id)
    return [one.account_id for one in accounts]
