"""Void a slip: its full inverse is written, nothing is deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sale_results import Recorded
from crm_desktop.domain.sales import SaleKind, Slip
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.slip_checks import checked_when
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.services.write_sale import written_before
from crm_desktop.store import answering, sales, sums, tables, written_by
from crm_desktop.store.balances import balances_of
from crm_desktop.store.ledger import When
from crm_desktop.store.queries import slips
from crm_desktop.store.sales import NewSlip, WrittenSlip
from crm_desktop.store.slip_ledger import entries_of_slip
from crm_desktop.store.unit_of_work import UnitOfWork


def void_sale(workplace: Workplace, sale_id: int, reason: str = "", *, slip_id: str | None = None) -> Recorded:
    """Void a sale, a top-up or a refund; voiding a refund lets the sale stand whole again.

    Raises Fault ALREADY_VOID, ALREADY_SPENT (what it gave is spent, and the rules allow no debt), NOT_UNDOABLE with
    `refund` where something of it came back: that is voided first; NOT_FOUND, DAY_CLOSED, TIME_BEHIND.
    """
    workplace.require(Right.VOID)
    with workplace.store.read() as connection:
        operation_id = written_by.operation_of_slip(connection, sale_id)
    with workplace.unit_of_work(Kind.SALE_VOID, reason=clean_text(reason), undoes=operation_id) as work:
        there = written_before(work, slip_id) if slip_id else None
        if there is not None:
            return there
        when = checked_when(work.connection, workplace.now(), None)
        slip = slip_to_void(work.connection, sale_id)
        work.about(slip.customer_id, count=1 if slip.customer_id else 0)
        written = void_within(work, slip, when, reason, slip_id)
        balances = balances_of(work.connection, slip.customer_id, when.day) if slip.customer_id else ()
        changes = replace(work.commit(), undoes=None)
    return Recorded(changes, written.sale_id, written.number, -slip.total, balances=balances)


def slip_to_void(connection: Any, sale_id: int) -> Slip:
    """Return a slip that can be voided; raise Fault as `void_sale`."""
    slip = slips.read_slip(connection, sale_id)
    if slip is None:
        raise Fault(FaultKind.NOT_FOUND, what="slip", slip=sale_id)
    if slip.kind is SaleKind.VOID:
        raise Fault(FaultKind.ALREADY_VOID, why="void", number=slip.number)
    if not slip.live:
        raise Fault(FaultKind.ALREADY_VOID, number=slip.number)
    refunds = slips.refunds_of(connection, sale_id)
    if refunds:
        raise Fault(FaultKind.NOT_UNDOABLE, refund=refunds[-1].number)
    return slip


def void_within(work: UnitOfWork, slip: Slip, when: When, reason: str = "", slip_id: str | None = None) -> WrittenSlip:
    """Void a slip as part of an operation."""
    connection = work.connection
    written = sales.insert_slip(work, _inverse(slip, when, reason, slip_id or new_public_id()))
    answers = written.sale_id

    def rows(table: Any) -> list[int]:
        return written_by.rows_of_slip(connection, slip.sale_id, table)

    answering.answer_entries(work, entries_of_slip(connection, slip.sale_id), when, sale_id=answers)
    answering.answer_uses(work, rows(tables.coupon_use), sale_id=answers)
    answering.answer_gifts(work, rows(tables.gift), sale_id=answers)
    answering.answer_stock(work, rows(tables.stock_movement), when, sale_id=answers)
    answering.cancel_coupons(work, rows(tables.coupon))
    sums.refresh_live(connection)
    answering.answer_standings(work, rows(tables.tier_change), when, sale_id=answers)
    if slip.customer_id is not None:
        decide_tier(work, slip.customer_id, when, sale_id=answers)
    return written


def _inverse(slip: Slip, when: When, reason: str, slip_id: str) -> NewSlip:
    payments = tuple(replace(one, amount=-one.amount, tendered=None) for one in slip.payments)
    return NewSlip(
        slip_id,
        SaleKind.VOID,
        when,
        (),
        payments,
        -slip.subtotal,
        -slip.discount,
        -slip.total,
        slip.customer_id,
        channel=slip.channel,
        reason=clean_text(reason) or "",
        refers_to=slip.sale_id,
    )
