"""What comes back of a slip, before it is written; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.sales import PayBy, Payment, RefundDraft, Slip

_LOYAL = frozenset({PayBy.POINTS.value, PayBy.STORED_VALUE.value})


class HowMuch(StrEnum):
    """How it is said what comes back."""

    ALL = "all"
    LINES = "lines"
    AMOUNT = "amount"


@dataclass
class Returning:
    """What the dialog holds; `method` pays back what is not points or stored value, "" as it was paid."""

    sale_id: int
    how: HowMuch = HowMuch.ALL
    quantities: dict[int, int] = field(default_factory=dict)
    amount: int | None = None
    method: str = ""
    reason: str = ""
    slip_id: str = field(default_factory=new_public_id)

    def draft(self) -> RefundDraft | None:
        """Return what the service is given; None while nothing is said to come back."""
        bare = RefundDraft(self.slip_id, self.sale_id, reason=self.reason)
        if self.how is HowMuch.LINES:
            chosen = {line_id: quantity for line_id, quantity in self.quantities.items() if quantity > 0}
            return replace(bare, quantities=chosen) if chosen else None
        if self.how is HowMuch.AMOUNT:
            return replace(bare, amount=self.amount) if self.amount else None
        return bare

    def paid_back(self, usual: Sequence[Payment]) -> tuple[Payment, ...]:
        """Return how the money goes back: points and stored value where they came from, the rest as was chosen."""
        if not self.method:
            return ()
        kept = [payment for payment in usual if payment.method in _LOYAL]
        rest = sum(payment.amount for payment in usual if payment.method not in _LOYAL)
        return (*kept, *((Payment(self.method, rest),) if rest else ()))


def left_of(slip: Slip) -> dict[int, int]:
    """Return how much of each line can still come back."""
    return {line.line_id: line.quantity - line.returned for line in slip.lines if line.quantity > line.returned}
