"""Slips, read: of a customer, of a day, one of them, one by its number."""

from __future__ import annotations

from datetime import date

from crm_desktop.domain.sales import Slip
from crm_desktop.services.workplace import Workplace


def slips_of(workplace: Workplace, customer_id: int, offset: int = 0, limit: int = 50) -> list[Slip]:
    """Return a customer's slips, the newest first, voided ones too."""
    raise NotImplementedError


def read_slip(workplace: Workplace, sale_id: int) -> Slip:
    """Return a slip; raise Fault NOT_FOUND."""
    raise NotImplementedError


def slips_on(workplace: Workplace, day: date, offset: int = 0, limit: int = 200) -> list[Slip]:
    """Return the slips of a day of the shop, the newest first."""
    raise NotImplementedError


def find_slip(workplace: Workplace, number: str) -> Slip | None:
    """Return the slip with a number (the newest of several), or with this public id."""
    raise NotImplementedError
