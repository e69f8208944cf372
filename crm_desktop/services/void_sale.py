"""Void a slip: its full inverse is written, nothing is deleted."""

from __future__ import annotations

from crm_desktop.domain.sale_results import Recorded
from crm_desktop.services.workplace import Workplace


def void_sale(workplace: Workplace, sale_id: int, reason: str = "", *, slip_id: str | None = None) -> Recorded:
    """Void a sale or a refund; raise Fault ALREADY_VOID, ALREADY_SPENT, NOT_FOUND, NOT_UNDOABLE for live refunds."""
    raise NotImplementedError
