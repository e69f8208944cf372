"""Refund a slip in part or whole: a slip of its own, with what was earned and spent going back by its share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.refunds import (
    ReturnedLine,
    SoldLine,
    pay_back,
    return_everything,
    return_goods,
    return_money,
)
from crm_desktop.domain.loyalty.words import Reason
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sale_results import Recorded
from crm_desktop.domain.sales import CARD_USE, TOP_UP, PayBy, Payment, RefundDraft, SaleKind, Slip
from crm_desktop.services.book_refund import Back, Refunding, book_refund, points_back, what_goes_back
from crm_desktop.services.coupons_back import (
    CouponBack,
    all_came_back,
    book_coupons,
    coupons_back,
    explain_coupons,
)
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.slip_checks import checked_when
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.services.write_sale import written_before
from crm_desktop.store import gifts, sales, stock, visit_cards
from crm_desktop.store.balances import balances_of
from crm_desktop.store.ledger import When
from crm_desktop.store.payment_methods import method_keys
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.queries import slips
from crm_desktop.store.sales import NewLine, NewSlip, WrittenSlip
from crm_desktop.store.slip_ledger import EarnedBySlip, earned_by
from crm_desktop.store.unit_of_work import UnitOfWork

_LOYAL = frozenset({PayBy.POINTS.value, PayBy.STORED_VALUE.value})


@dataclass(frozen=True)
class _Return:
    """A refund worked out: what comes back of the slip, how it is paid back, and what that means for the ledger."""

    slip: Slip
    lines: tuple[ReturnedLine, ...]
    payments: tuple[Payment, ...]
    """Above zero."""
    earned: EarnedBySlip
    back: Back
    coupons: tuple[CouponBack, ...]
    day: date

    @property
    def total(self) -> int:
        """Return the money that comes back."""
        return sum(line.net for line in self.lines)


def refundable(workplace: Workplace, sale_id: int) -> Slip:
    """Return a slip with how much of each line came back since; raise Fault NOT_FOUND."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return _slip_to_refund(connection, sale_id)


def preview_refund(workplace: Workplace, draft: RefundDraft) -> tuple[int, tuple[Payment, ...], tuple[Reason, ...]]:
    """Return what would come back: the money, how it is paid back (above zero), and what that means for points.

    Raises Fault as `refund_sale`.
    """
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        found = _work_out(connection, draft, checked_when(connection, workplace.now(), None))
    return found.total, found.payments, _explained(found)


def refund_sale(workplace: Workplace, draft: RefundDraft) -> Recorded:
    """Write a refund. Without payments the money goes back in the measure in which it was paid.

    Points that were earned go with what comes back, points and stored value that paid return to the lots they came
    from. Raises Fault REFUND_TOO_HIGH, AMOUNT_WRONG, PAYMENTS_DIFFER, ALREADY_VOID, ALREADY_SPENT (points that were
    earned with it are spent, and the shop's rules allow no debt), NOT_FOUND.
    """
    workplace.require(Right.REFUND)
    with workplace.unit_of_work(Kind.SALE_REFUND) as work:
        there = written_before(work, draft.slip_id)
        if there is not None:
            return there
        when = checked_when(work.connection, workplace.now(), None)
        found, written = refund_within(work, draft, when)
        customer_id = found.slip.customer_id
        work.about(customer_id, count=1 if customer_id else 0)
        place = {"sale_id": written.sale_id, "answers": draft.sale_id}
        move = decide_tier(work, customer_id, when, **place) if customer_id else None
        balances = balances_of(work.connection, customer_id, when.day) if customer_id else ()
        points = -points_back(found.back)
        total, said = -found.total, _explained(found)
        return Recorded(work.commit(), written.sale_id, written.number, total, points, said, balances, move)


def refund_within(work: UnitOfWork, draft: RefundDraft, when: When) -> tuple[_Return, WrittenSlip]:
    """Write a refund as part of an operation."""
    found = _work_out(work.connection, draft, when)
    written = sales.insert_slip(work, _slip(work, found, draft, when))
    by_line = {line.line_id: line_id for line, line_id in zip(found.lines, written.line_ids, strict=True)}
    book_refund(work, found.back, by_line, when, written.sale_id)
    book_coupons(work, found.coupons, written.sale_id)
    _take_more_back(work, found, when, written.sale_id)
    products = {line.line_id: line.product_id for line in found.slip.lines}
    stock.come_back(work, {one.line_id: one.quantity for one in found.lines}, products, when, written.sale_id)
    return found, written


def _take_more_back(work: UnitOfWork, found: _Return, when: When, sale_id: int) -> None:
    """Take back the visits of a card that comes back, and the gifts of a sale of which nothing is left."""
    slip, refunds = found.slip, slips.refunds_of(work.connection, found.slip.sale_id)
    back = -sum(refund.total for refund in refunds)
    visit_cards.take_back(work, slip.sale_id, (back, slip.total), when, sale_id)
    if back >= slip.total:
        below_zero = points_rules(work.connection)[1].refund_may_go_below_zero
        gifts.take_back_with(work, slip.sale_id, when, sale_id, below_zero=below_zero)


def _slip_to_refund(connection: Any, sale_id: int) -> Slip:
    slip = slips.read_slip(connection, sale_id)
    if slip is None:
        raise Fault(FaultKind.NOT_FOUND, what="slip", slip=sale_id)
    if slip.kind is not SaleKind.SALE:
        raise Fault(FaultKind.VALUE_INVALID, field="slip", value=slip.number, reason="not_a_sale")
    if slip.channel == TOP_UP:
        raise Fault(FaultKind.VALUE_INVALID, field="slip", value=slip.number, reason="is_top_up")
    if slip.channel == CARD_USE:
        raise Fault(FaultKind.VALUE_INVALID, field="slip", value=slip.number, reason="is_visit")
    return slip


def _work_out(connection: Any, draft: RefundDraft, when: When) -> _Return:
    slip = _slip_to_refund(connection, draft.sale_id)
    if not slip.live:
        raise Fault(FaultKind.ALREADY_VOID, number=slip.number)
    refunds = slips.refunds_of(connection, slip.sale_id)
    earned = earned_by(connection, slip.sale_id)
    sold = _sold(slip, refunds, earned)
    lines = _returned(sold, draft)
    total = sum(line.net for line in lines)
    payments = _paid_back(connection, slip, refunds, draft, total)
    back = what_goes_back(connection, Refunding(slip, refunds, earned, lines, payments), when)
    coupons = coupons_back(connection, slip, refunds, all_came_back(sold, lines))
    return _Return(slip, lines, payments, earned, back, coupons, when.day)


def _sold(slip: Slip, refunds: list[Slip], earned: EarnedBySlip) -> list[SoldLine]:
    """Return the lines with what came back of each since."""
    returned = [line for refund in refunds for line in refund.lines]
    return [
        SoldLine(
            line.line_id,
            line.quantity,
            line.net,
            earned.by_line.get(line.line_id, 0),
            line.returned,
            -sum(one.net for one in returned if one.refers_to == line.line_id),
            earned.taken_back.get(line.line_id, 0),
        )
        for line in slip.lines
    ]


def _returned(sold: list[SoldLine], draft: RefundDraft) -> tuple[ReturnedLine, ...]:
    if draft.quantities:
        return return_goods(sold, draft.quantities)
    return return_everything(sold) if draft.amount is None else return_money(sold, draft.amount)


def _paid_back(connection: Any, slip: Slip, refunds: list[Slip], draft: RefundDraft, total: int) -> tuple[Payment, ...]:
    """Return how the money goes back; raise Fault PAYMENTS_DIFFER or REFUND_TOO_HIGH.

    Whatever points and stored value paid goes back to them, never out of the drawer.
    """
    gone: dict[str, int] = {}
    for payment in (payment for refund in refunds for payment in refund.payments):
        gone[payment.method] = gone.get(payment.method, 0) - payment.amount
    if not draft.payments:
        return pay_back(slip.payments, gone, total)
    known = method_keys(connection)
    for payment in draft.payments:
        if payment.method not in known:
            raise Fault(FaultKind.VALUE_INVALID, field="method", value=payment.method, reason="not_a_choice")
        if payment.amount <= 0:
            raise Fault(FaultKind.AMOUNT_WRONG, what="payment", value=payment.amount)
    paid = sum(payment.amount for payment in draft.payments)
    if paid != total:
        raise Fault(FaultKind.PAYMENTS_DIFFER, paid=paid, total=total, missing=total - paid)
    for methods in ({PayBy.POINTS.value}, {PayBy.STORED_VALUE.value}, known - _LOYAL):
        left = sum(one.amount for one in slip.payments if one.method in methods)
        left -= sum(amount for method, amount in gone.items() if method in methods)
        asked = sum(one.amount for one in draft.payments if one.method in methods)
        if asked > left:
            raise Fault(FaultKind.REFUND_TOO_HIGH, asked=asked, most=left)
    return tuple(draft.payments)


def _slip(work: UnitOfWork, found: _Return, draft: RefundDraft, when: When) -> NewSlip:
    sold = {line.line_id: line for line in found.slip.lines}
    served = sales.staff_of(work.connection, found.slip.sale_id)
    lines = tuple(
        NewLine(
            sold[one.line_id].name,
            -one.quantity,
            sold[one.line_id].unit_price,
            -one.net,
            -one.net,
            product_id=sold[one.line_id].product_id,
            category_id=sold[one.line_id].category_id,
            refers_to=one.line_id,
            staff=served.get(one.line_id, ()),
        )
        for one in found.lines
    )
    payments = tuple(replace(one, amount=-one.amount, tendered=None) for one in found.payments)
    return NewSlip(
        draft.slip_id,
        SaleKind.REFUND,
        when,
        lines,
        payments,
        -found.total,
        0,
        -found.total,
        found.slip.customer_id,
        channel=found.slip.channel,
        reason=clean_text(draft.reason) or "",
        refers_to=found.slip.sale_id,
        staff=served.get(None, ()),
        explanation=_explained(found),
    )


def _explained(found: _Return) -> tuple[Reason, ...]:
    said = []
    if found.back.taken:
        values: dict[str, object] = {"points": found.back.taken, "amount": found.total}
        values |= {"net": found.slip.total, "earned": found.earned.earned}
        said.append(Reason(Step.TAKEN_BACK, values))
    if found.back.points_given:
        said.append(Reason(Step.GIVEN_BACK, {"points": found.back.points_given}))
    if found.back.stored_given:
        said.append(Reason(Step.STORED_BACK, {"amount": found.back.stored_given}))
    return (*said, *explain_coupons(found.coupons, found.day))
