"""Refund a slip in part or whole: a slip of its own, with what was earned and spent going back by its share."""

from __future__ import annotations

from crm_desktop.domain.sale_results import Recorded
from crm_desktop.domain.sales import RefundDraft, Slip
from crm_desktop.services.workplace import Workplace


def refundable(workplace: Workplace, sale_id: int) -> Slip:
    """Return a slip with how much of each line came back since; raise Fault NOT_FOUND."""
    raise NotImplementedError


def refund_sale(workplace: Workplace, draft: RefundDraft) -> Recorded:
    """Write a refund. Without payments the money goes back the way it came: points and stored value first.

    Raises Fault REFUND_TOO_HIGH, AMOUNT_WRONG, PAYMENTS_DIFFER, ALREADY_VOID, ALREADY_SPENT (points that were earned
    with it are spent, and the shop's rules allow no debt), NOT_FOUND.
    """
    raise NotImplementedError
