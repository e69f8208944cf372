"""Record a sale: work a slip out, and write it in one step with all that follows from it."""

from __future__ import annotations

from crm_desktop.domain.sale_results import Recorded, SalePreview
from crm_desktop.domain.sales import SaleDraft
from crm_desktop.services.workplace import Workplace


def price_sale(workplace: Workplace, draft: SaleDraft) -> SalePreview:
    """Return the slip as it would be written now; raises Fault as `record_sale`, but for payments that differ."""
    raise NotImplementedError


def record_sale(workplace: Workplace, draft: SaleDraft) -> Recorded:
    """Write a slip; the same `slip_id` twice answers with the slip that is there.

    Raises Fault AMOUNT_WRONG, PAYMENTS_DIFFER, NOT_ENOUGH, COUPON_NOT_VALID, OUT_OF_STOCK, DAY_CLOSED, TIME_BEHIND,
    NOT_FOUND, VALUE_INVALID.
    """
    raise NotImplementedError
