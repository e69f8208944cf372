"""A customer's purchases: what they come to, and the slips, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import Slip
from crm_desktop.services.read_sales import slips_of
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries.purchase_sums import purchase_sums


@dataclass(frozen=True)
class Purchases:
    """What a customer bought; voided slips count for nothing in the sums and stand among the slips."""

    customer_id: int
    today: date
    spent: int
    sales: int
    first_on: date | None
    last_on: date | None
    slips: tuple[Slip, ...]
    has_more: bool


def purchases_of(workplace: Workplace, customer_id: int, limit: int = 20) -> Purchases:
    """Return the sums and the newest slips; raise Fault NOT_FOUND."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        sums = purchase_sums(connection, customer_id)
    if sums is None:
        raise Fault(FaultKind.NOT_FOUND, what="customer", customer=customer_id)
    spent, sales, first, last = sums
    slips = slips_of(workplace, customer_id, limit=limit + 1)
    today = shop_clock(workplace).day_of(workplace.now())
    return Purchases(
        customer_id, today, spent, sales, _day(first), _day(last), tuple(slips[:limit]), len(slips) > limit
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
