"""The ways to pay: those every shop has, and its own."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class PaymentMethod:
    """One way to pay: `key` is what a payment names, `method_id` the row of one of the shop's own."""

    key: str
    name: str
    is_cash: bool = False
    method_id: int | None = None
    active: bool = True


def payment_methods(workplace: Workplace, *, aside_too: bool = False) -> list[PaymentMethod]:
    """Return the ways to pay, the shop's own ones last; points and stored value are not among them."""
    raise NotImplementedError


def save_method(workplace: Workplace, name: str, *, is_cash: bool = False, method_id: int | None = None) -> ChangeSet:
    """Add one of the shop's own ways, or change it; raise Fault VALUE_INVALID, VALUE_TAKEN, NOT_FOUND."""
    raise NotImplementedError


def put_aside_method(workplace: Workplace, method_id: int, *, active: bool = False) -> ChangeSet:
    """Offer one of the shop's own ways no longer, or again; raise Fault NOT_FOUND."""
    raise NotImplementedError
