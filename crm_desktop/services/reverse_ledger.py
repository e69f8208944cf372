"""Take back what was done at the counter: each entry of an operation is answered by one of the opposite sign."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import REVERSED, ChangeSet, Kind, Step
from crm_desktop.domain.rights import Right
from crm_desktop.domain.undo_rights import rights_to_undo
from crm_desktop.services.slip_checks import checked_when
from crm_desktop.services.values import clean_text
from crm_desktop.services.void_sale import slip_to_void, void_within
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import answering, history, tables, written_by
from crm_desktop.store.ledger import When
from crm_desktop.store.queries import slips
from crm_desktop.store.slip_ledger import entries_by_id
from crm_desktop.store.unit_of_work import UnitOfWork


def reverse_operation(workplace: Workplace, operation_id: int, reason: str = "") -> ChangeSet:
    """Answer everything an operation of a REVERSED kind did; its slips, where it wrote any, are voided.

    Raises Fault ALREADY_SPENT where what it gave has been spent since, ALREADY_VOID, NOT_UNDOABLE, NOT_FOUND.
    """
    workplace.require(Right.UNDO)
    with workplace.store.read() as connection:
        step = history.operation_step(connection, operation_id)
        own = history.acted_by(connection, operation_id) == workplace.person_id
        already = history.is_undone(connection, operation_id)
        written = written_by.rows_of_operation(connection, operation_id, tables.sale)
    for right in rights_to_undo(step.kind, own=own):
        workplace.require(right)
    if step.kind not in REVERSED or step.takes_back or already:
        raise Fault(FaultKind.NOT_UNDOABLE, operation=operation_id, already=already)
    with workplace.unit_of_work(Kind.LEDGER_REVERSE, reason=clean_text(reason), undoes=operation_id) as work:
        _reverse(work, step, written, checked_when(work.connection, workplace.now(), None), reason)
        work.about(step.subject_id, count=step.subject_count, name=step.subject_name)
        work.keep_operation()
        return replace(work.commit(), kind=step.kind, takes_back=True)


def _reverse(work: UnitOfWork, step: Step, written: list[int], when: When, reason: str) -> None:
    """Void the slips that still count, then answer what the operation wrote beside them."""
    connection = work.connection
    live = [slip for slip in slips.read_slips(connection, tables.sale.c.id.in_(written)) if slip.live]
    if written and not live:
        raise Fault(FaultKind.ALREADY_VOID)
    for slip in live:  # the newest first: of an exchange the sale goes before the refund
        void_within(work, slip_to_void(connection, slip.sale_id), when, reason)

    def rows(table: Any) -> list[int]:
        found = written_by.rows_of_operation(connection, step.operation_id, table)
        if "sale_id" not in table.columns:
            return found
        with_slips = {row_id for sale_id in written for row_id in written_by.rows_of_slip(connection, sale_id, table)}
        return [row_id for row_id in found if row_id not in with_slips]

    answering.answer_entries(work, entries_by_id(connection, rows(tables.ledger_entry)), when)
    answering.answer_uses(work, rows(tables.coupon_use))
    answering.answer_gifts(work, rows(tables.gift))
    answering.answer_stock(work, rows(tables.stock_movement), when)
    answering.answer_cash(work, rows(tables.cash_movement), when)
    answering.cancel_coupons(work, rows(tables.coupon), paid_for=step.kind is Kind.REDEEM)
    answering.answer_standings(work, rows(tables.tier_change), when)
