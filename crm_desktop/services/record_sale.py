"""Record a sale: work a slip out, and write it in one step with all that follows from it."""

from __future__ import annotations

from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.pricing import PricedLine
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sale_results import PricedLineShown, Recorded, SalePreview
from crm_desktop.domain.sales import LineDraft, RefundDraft, SaleDraft
from crm_desktop.services.assess_sale import assess
from crm_desktop.services.preview_after import after_sale, warnings_of
from crm_desktop.services.refund_sale import refund_within
from crm_desktop.services.slip_checks import checked_when
from crm_desktop.services.workplace import Workplace
from crm_desktop.services.write_sale import record_within, written_before


def price_sale(workplace: Workplace, draft: SaleDraft) -> SalePreview:
    """Return the slip as it would be written now; raises Fault as `record_sale`, but for payments that differ."""
    workplace.require(Right.SELL)
    moment = draft.at or workplace.now()
    with workplace.store.read() as connection:
        when = checked_when(connection, workplace.now(), draft.at)
        found = assess(connection, draft, when, moment, paying=False)
        balances, tier = after_sale(connection, found, draft, when)
        warnings = warnings_of(found)
    parts = zip(found.bought.lines, found.bought.priced.lines, found.earned.by_line, strict=True)
    shown = [_line_shown(*part) for part in parts]
    priced = found.bought.priced
    sums = (priced.subtotal, priced.discount, priced.total, found.earned.total, found.paid.points_value)
    return SalePreview(tuple(shown), *sums, found.explanation, balances, tier, warnings)


def _line_shown(line: LineDraft, priced: PricedLine, points: int) -> PricedLineShown:
    amounts = (line.quantity, line.unit_price, priced.discount, priced.amount, priced.net, points)
    return PricedLineShown(line.name, *amounts, product_id=line.product_id)


def record_sale(workplace: Workplace, draft: SaleDraft) -> Recorded:
    """Write a slip; the same `slip_id` twice answers with the slip that is there.

    With `draft.exchanges` the whole of that slip comes back in the same step; `exchange_sale` says which part.
    Raises Fault AMOUNT_WRONG, PAYMENTS_DIFFER, NOT_ENOUGH, LIMIT_REACHED, COUPON_NOT_VALID, OUT_OF_STOCK (a reward),
    DAY_CLOSED, TIME_BEHIND, NOT_FOUND, VALUE_INVALID.
    """
    returned = None
    if draft.exchanges is not None:
        returned = RefundDraft(f"{draft.slip_id}-back", draft.exchanges)
    return _record(workplace, draft, returned)


def exchange_sale(workplace: Workplace, returned: RefundDraft, draft: SaleDraft) -> Recorded:
    """Take goods back and sell others in one step; raises Fault as `refund_sale` and `record_sale`."""
    workplace.require(Right.REFUND)
    return _record(workplace, draft, returned)


def _record(workplace: Workplace, draft: SaleDraft, returned: RefundDraft | None) -> Recorded:
    workplace.require(Right.SELL)
    with workplace.unit_of_work(Kind.SALE) as work:
        there = written_before(work, draft.slip_id)
        if there is not None:
            return there
        when = checked_when(work.connection, workplace.now(), draft.at)
        work.about(draft.customer_id, count=1 if draft.customer_id else 0)
        if returned is not None:
            refund_within(work, returned, when)
        return record_within(work, draft, when, draft.at or workplace.now())
