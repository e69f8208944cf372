"""Correct points, gifts of stored value or visits by hand, always with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.services.booked import Booked
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class Adjustment:
    """So much more or less in one programme. Of stored value only the gift part can be given; principal is paid for."""

    slip_id: str
    customer_id: int
    programme_id: int
    delta: int
    reason: str
    expires_on: date | None = None
    """The last day of what is given; None is as the rules of the programme say."""


def adjust_points(workplace: Workplace, adjustment: Adjustment) -> Booked:
    """Book a correction; raise Fault VALUE_INVALID without a reason, AMOUNT_WRONG for nothing, NOT_ENOUGH, NOT_FOUND."""
    raise NotImplementedError
