"""What every job on a customer's accounts answers: what was written, and what stands there now."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import Balance


@dataclass(frozen=True)
class Booked:
    """One booking: its slip where it made one, and all balances of the customer after it.

    `again` tells that this slip had been written before: nothing was booked twice. `warnings` are sentences to show,
    such as a stored value above what the law allows on one card.
    """

    changes: ChangeSet
    sale_id: int | None = None
    number: str = ""
    balances: tuple[Balance, ...] = ()
    warnings: tuple[str, ...] = ()
    again: bool = False
