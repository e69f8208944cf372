"""Makes the parts of a record that few look at on a start; each is imported when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm_desktop.ui.pages.customer.model import RecordModel

if TYPE_CHECKING:
    from crm_desktop.ui.pages.customer.loyalty_part import LoyaltyPart
    from crm_desktop.ui.pages.customer.purchases_part import PurchasesPart


def loyalty_part(model: RecordModel, name: str, *, compact: bool = False) -> LoyaltyPart:
    """Return what a customer holds, and what can be booked for her."""
    from crm_desktop.ui.pages.customer.loyalty_part import LoyaltyPart

    return LoyaltyPart(model, name, compact=compact)


def purchases_part(model: RecordModel, name: str) -> PurchasesPart:
    """Return what a customer bought."""
    from crm_desktop.ui.pages.customer.purchases_part import PurchasesPart

    return PurchasesPart(model, name)
