"""Writing a slip that is worked out, with all that follows from it, as part of an operation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.explain import from_values
from crm_desktop.domain.loyalty.words import Cause, ProgrammeKind
from crm_desktop.domain.sale_results import Recorded, TierMove
from crm_desktop.domain.sales import TOP_UP, SaleDraft, SaleKind, Slip
from crm_desktop.services.assess_sale import Assessed, assess
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.give_gifts import give_referral_gifts
from crm_desktop.services.put_off_lots import put_off_lots
from crm_desktop.services.slip_checks import checked_slip_id, checked_staff
from crm_desktop.services.values import clean_text
from crm_desktop.store import sales, stock
from crm_desktop.store.balances import balances_of
from crm_desktop.store.coupons import note_use
from crm_desktop.store.ledger import When, accounts_of, add_lot, open_account, settle_debts, when_of, write_takes
from crm_desktop.store.queries import slips
from crm_desktop.store.sales import NewLine, NewSlip, WrittenSlip
from crm_desktop.store.slip_ledger import earned_by
from crm_desktop.store.unit_of_work import UnitOfWork


def record_within(
    work: UnitOfWork,
    draft: SaleDraft,
    when: When,
    moment: datetime,
    also: Callable[[WrittenSlip], None] = lambda _slip: None,
) -> Recorded:
    """Write a slip as part of an operation, and what belongs to it `also`; commit it all."""
    found = assess(work.connection, draft, when, moment)
    written = sales.insert_slip(work, _slip(work, found, draft, when))
    _book(work, found, written, when)
    stock.sell(work, written, found.bought.lines, found.bought.products, when)
    also(written)
    move = _after_purchase(work, found, written, when)
    member = found.bought.member
    gifts = give_referral_gifts(work, member.customer_id, written.sale_id, when) if member else ()
    balances = balances_of(work.connection, member.customer_id, when.day) if member else ()
    return Recorded(
        work.commit(),
        written.sale_id,
        written.number,
        found.bought.priced.total,
        found.earned.total,
        found.explanation,
        balances,
        move,
        gifts,
    )


def written_before(work: UnitOfWork, slip_id: str) -> Recorded | None:
    """Return the slip that was written under this id, as if it had been now; nothing is written.

    Raises Fault VALUE_INVALID for an id that is none.
    """
    sale_id = sales.slip_with(work.connection, checked_slip_id(slip_id))
    found = None if sale_id is None else slips.read_slip(work.connection, sale_id)
    return None if found is None else recorded_slip(work, found)


def recorded_slip(work: UnitOfWork, slip: Slip) -> Recorded:
    """Return what a slip says of itself."""
    today = when_of(work.connection, work.at).day
    balances = balances_of(work.connection, slip.customer_id, today) if slip.customer_id else ()
    said, earned = from_values(slip.explanation), earned_by(work.connection, slip.sale_id).earned
    nothing = ChangeSet(None, work.kind)
    return Recorded(nothing, slip.sale_id, slip.number, slip.total, earned, said, balances, was_there=True)


def _slip(work: UnitOfWork, found: Assessed, draft: SaleDraft, when: When) -> NewSlip:
    lines = tuple(
        NewLine(
            one.name,
            one.quantity,
            one.unit_price,
            line.amount,
            line.net,
            line.discount,
            one.product_id,
            one.category_id,
            staff=one.staff,
        )
        for one, line in zip(found.bought.lines, found.bought.priced.lines, strict=True)
    )
    return NewSlip(
        draft.slip_id,
        SaleKind.SALE,
        when,
        lines,
        found.bought.payments,
        found.bought.priced.subtotal,
        found.bought.priced.discount,
        found.bought.priced.total,
        draft.customer_id,
        draft.number,
        _channel(draft),
        clean_text(draft.note) or "",
        staff=checked_staff(work.connection, draft),
        explanation=found.explanation,
    )


def _channel(draft: SaleDraft) -> str:
    channel = clean_text(draft.channel) or ""
    if channel == TOP_UP:
        raise Fault(FaultKind.VALUE_INVALID, field="channel", value=channel, reason="not_a_choice")
    return channel


def _book(work: UnitOfWork, found: Assessed, written: WrittenSlip, when: When) -> None:
    """Write what the slip takes of lots and what it gives."""
    sale_id = written.sale_id
    for one in found.paid.rewards:
        write_takes(work, one.takes, Cause.SPEND, when=when, sale_id=sale_id, reason=one.reward.name)
    write_takes(work, found.paid.point_takes, Cause.SPEND, when=when, sale_id=sale_id)
    write_takes(work, found.paid.stored_takes, Cause.SPEND, when=when, sale_id=sale_id)
    for coupon_id, saved in found.paid.coupons:
        note_use(work, coupon_id, sale_id, saved)
    if found.bought.member is None or found.points_programme is None or not found.earned.total:
        return
    account_id = open_account(work, found.points_programme, found.bought.member.customer_id)
    by_line: dict[int | None, int] = dict(zip(written.line_ids, found.earned.by_line, strict=True))
    accounts = accounts_of(work.connection, found.bought.member.customer_id, ProgrammeKind.POINTS)
    for given in found.earned.lots:
        lot_id = add_lot(work, account_id, given, Cause.EARN, when=when, sale_id=sale_id, by_line=by_line)
        settle_debts(work, [one.account_id for one in accounts], lot_id, when=when, sale_id=sale_id)


def _after_purchase(work: UnitOfWork, found: Assessed, written: WrittenSlip, when: When) -> TierMove | None:
    """Put off lots that inactivity would end, and decide the tier anew."""
    member = found.bought.member
    if member is None or found.points_programme is None:
        return None
    put_off_lots(work, member.customer_id, when)
    return decide_tier(work, member.customer_id, when, sale_id=written.sale_id)
