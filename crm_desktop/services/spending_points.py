"""How points pay at the till: what they are worth, in which steps, and how many of them on a bill."""

from __future__ import annotations

from crm_desktop.domain.loyalty.rules import Spending
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.programme_rows import points_rules


def spending_rules(workplace: Workplace) -> Spending:
    """Return how points pay now; nothing is allowed where the shop never had a programme of points."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return points_rules(connection)[1].spending
