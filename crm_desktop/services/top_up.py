"""Take money in for later, with what the shop adds to it, and pay principal out again.

A top-up is a slip of the channel `TOP_UP`: money comes in, but nothing is sold yet. It is neither a visit nor spending:
that is what the stored value is spent on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty import stored
from crm_desktop.domain.loyalty.rules import StoredRules
from crm_desktop.domain.loyalty.words import Cause, Lot, LotKind, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import ONE, TOP_UP, PayBy, Payment, SaleKind, StaffShare
from crm_desktop.services.booked import Booked, booked, booked_before, the_member
from crm_desktop.services.say_money import currency_in, money_text, told_in_money
from crm_desktop.services.slip_checks import MOST_MONEY, checked_payments, checked_when
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.ledger import When, accounts_of, add_lot, lots_of, open_account, when_of, write_takes
from crm_desktop.store.programme_rows import stored_rules
from crm_desktop.store.sales import NewLine, NewSlip, WrittenSlip, insert_slip
from crm_desktop.store.unit_of_work import UnitOfWork

_PREPAID = (PayBy.STORED_VALUE.value, PayBy.POINTS.value)


@dataclass(frozen=True)
class TopUpDraft:
    """A top-up before it is written; `gift` of None is what the offers of the programme give for this amount."""

    slip_id: str
    customer_id: int
    pay: int
    gift: int | None = None
    payments: tuple[Payment, ...] = ()
    """Must add up to `pay`; empty means all in cash."""
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class TopUpPreview:
    """What a top-up would make of the stored value; money is minor units."""

    pay: int
    gift: int
    offers: tuple[tuple[int, int], ...]
    """Every offer of the programme: pay, gift."""
    principal_after: int
    gift_after: int
    gift_expires: date | None
    """The last day of the gift; None: for ever, or there is none."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class WithdrawDraft:
    """Principal that is paid out; `amount` of None is all of it. What goes of gifts with it, the rules say."""

    slip_id: str
    customer_id: int
    amount: int | None = None
    reason: str = ""
    payments: tuple[Payment, ...] = ()
    """Money paid out, positive; empty means all in cash."""
    at: datetime | None = None


@dataclass(frozen=True)
class WithdrawPreview:
    """What can be paid out, what is only a gift, and what of the gift goes with this amount."""

    principal: int
    gift: int
    amount: int
    gift_lost: int


def preview_top_up(workplace: Workplace, customer_id: int, pay: int, gift: int | None = None) -> TopUpPreview:
    """Return what a top-up would do, writing nothing; raise Fault AMOUNT_WRONG or NOT_FOUND."""
    workplace.require(Right.TOP_UP)
    with workplace.store.read() as connection:
        day = when_of(connection, workplace.now()).day
        _programme, rules, version = _programme_of(connection)
        made = stored.top_up(rules, pay, gift, day, version)
        lots = _lots(connection, customer_id)
        warnings = _warnings(connection, rules, lots, sum(one.quantity for one in made), day)
    there, gifts = stored.stored_sum(lots, day), [one for one in made if one.kind is LotKind.GIFT]
    given = sum(one.quantity for one in gifts)
    offers = tuple((one.pay, one.gift) for one in sorted(rules.offers, key=lambda one: one.pay))
    expires = gifts[0].expires_on if gifts else None
    return TopUpPreview(pay, given, offers, there.principal + pay, there.gift + given, expires, warnings)


def top_up(workplace: Workplace, draft: TopUpDraft) -> Booked:
    """Book a top-up: principal and gift as two lots, money in the drawer.

    Raises Fault AMOUNT_WRONG for nothing or less, PAYMENTS_DIFFER, NOT_FOUND, DAY_CLOSED, TIME_BEHIND. The same slip
    twice books once.
    """
    workplace.require(Right.TOP_UP)
    with workplace.unit_of_work(Kind.TOP_UP) as work:
        there = booked_before(work, draft.slip_id, draft.customer_id)
        if there is not None:
            return there
        the_member(work, draft.customer_id)
        if draft.pay > MOST_MONEY:
            raise Fault(FaultKind.AMOUNT_WRONG, what="top_up", value=draft.pay)
        when = checked_when(work.connection, workplace.now(), draft.at)
        programme, rules, version = _programme_of(work.connection)
        made = stored.top_up(rules, draft.pay, draft.gift, when.day, version)
        more = sum(one.quantity for one in made)
        warnings = _warnings(work.connection, rules, _lots(work.connection, draft.customer_id), more, when.day)
        slip = insert_slip(work, _slip(work, draft, when))
        account_id = open_account(work, programme, draft.customer_id)
        for lot in made:
            add_lot(work, account_id, lot, Cause.TOP_UP, when=when, sale_id=slip.sale_id)
        return booked(work, draft.customer_id, when.day, slip, warnings)


def _programme_of(connection: Any) -> tuple[int, StoredRules, int | None]:
    programme, rules, version = stored_rules(connection)
    if programme is None:
        raise Fault(FaultKind.NOT_FOUND, what="programme", programme=ProgrammeKind.STORED.value)
    return programme, rules, version


def _lots(connection: Any, customer_id: int) -> list[Lot]:
    accounts = accounts_of(connection, customer_id, ProgrammeKind.STORED)
    return lots_of(connection, [one.account_id for one in accounts])


def _warnings(connection: Any, rules: StoredRules, lots: Sequence[Lot], more: int, day: date) -> tuple[str, ...]:
    if not stored.above_limit(rules, lots, more, day):
        return ()
    currency = currency_in(connection)
    said = _T("TopUp", "{sum} will stand on this card: more than the {limit} the shop wants to be warned of.")
    amounts = {"sum": stored.stored_sum(lots, day).both + more, "limit": rules.warn_above}
    return (said.format(**{name: money_text(amount, currency) for name, amount in amounts.items()}),)


def _paid(work: UnitOfWork, given: Sequence[Payment], total: int) -> tuple[Payment, ...]:
    """Return how money changes hands; what is paid for later cannot be paid by points or from itself."""
    for one in given:
        if one.method in _PREPAID:
            raise Fault(FaultKind.VALUE_INVALID, field="method", value=one.method, reason="not_a_choice")
    return checked_payments(work.connection, given, total, 0, paying=True)


def _slip(work: UnitOfWork, draft: TopUpDraft, when: When) -> NewSlip:
    pay = draft.pay
    line = NewLine(_T("TopUp", "Stored value, topped up"), ONE, pay, pay, pay)
    head = (draft.slip_id, SaleKind.SALE, when, (line,), _paid(work, draft.payments, pay), pay, 0, pay)
    note = clean_text(draft.note) or ""
    return NewSlip(*head, draft.customer_id, channel=TOP_UP, note=note, staff=draft.staff)


def preview_withdraw(workplace: Workplace, customer_id: int, amount: int | None = None) -> WithdrawPreview:
    """Return what could be paid out today, and what that would leave; raise Fault AMOUNT_WRONG or NOT_ENOUGH."""
    workplace.require(Right.TOP_UP)
    with workplace.store.read() as connection:
        day = when_of(connection, workplace.now()).day
        rules = stored_rules(connection)[1]
        lots = _lots(connection, customer_id)
        there = stored.stored_sum(lots, day)
        if amount is None and not there.principal:
            return WithdrawPreview(0, there.gift, 0, 0)
        wanted = there.principal if amount is None else amount
        with told_in_money(connection):
            _takes, lost = stored.withdraw(lots, wanted, day, rules)
    return WithdrawPreview(there.principal, there.gift, wanted, lost)


def withdraw(workplace: Workplace, draft: WithdrawDraft) -> Booked:
    """Pay principal out, never a gift; raise Fault AMOUNT_WRONG, NOT_ENOUGH, PAYMENTS_DIFFER, NOT_FOUND."""
    workplace.require(Right.TOP_UP)
    with workplace.unit_of_work(Kind.WITHDRAW, reason=clean_text(draft.reason)) as work:
        there = booked_before(work, draft.slip_id, draft.customer_id)
        if there is not None:
            return there
        the_member(work, draft.customer_id)
        when = checked_when(work.connection, workplace.now(), draft.at)
        rules = stored_rules(work.connection)[1]
        lots = _lots(work.connection, draft.customer_id)
        principal = stored.stored_sum(lots, when.day).principal
        if draft.amount is None and not principal:
            raise Fault(FaultKind.NOT_ENOUGH, asked=0, available=0)
        amount = principal if draft.amount is None else draft.amount
        with told_in_money(work.connection):
            takes, _lost = stored.withdraw(lots, amount, when.day, rules)
        slip = _write_payment_out(work, draft, amount, when)
        reason = clean_text(draft.reason)
        write_takes(work, takes, Cause.WITHDRAW, when=when, sale_id=slip.sale_id, reason=reason)
        return booked(work, draft.customer_id, when.day, slip)


def _write_payment_out(work: UnitOfWork, draft: WithdrawDraft, amount: int, when: When) -> WrittenSlip:
    out = tuple(Payment(one.method, -one.amount) for one in _paid(work, draft.payments, amount))
    line = NewLine(_T("TopUp", "Stored value, paid out"), -ONE, amount, -amount, -amount)
    head = (draft.slip_id, SaleKind.REFUND, when, (line,), out, -amount, 0, -amount)
    reason = clean_text(draft.reason) or ""
    return insert_slip(work, NewSlip(*head, draft.customer_id, channel=TOP_UP, reason=reason))
