"""Give a customer a tier by hand, and hold it there or let the rules decide again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class TierShown:
    """One entry of a customer's tier history."""

    tier_id: int | None
    name: str
    day: date
    cause: str
    """A value of `TierCause`."""
    locked: bool
    keep_until: date | None
    reason: str
    person_name: str = ""


def set_tier(
    workplace: Workplace, customer_id: int, tier_id: int | None, reason: str, *, locked: bool = True
) -> ChangeSet:
    """Set a tier (None: none); `locked` holds it whatever the rules say, else it is kept through the grace days.

    Raises Fault VALUE_INVALID without a reason, NOT_FOUND.
    """
    raise NotImplementedError


def unlock_tier(workplace: Workplace, customer_id: int, reason: str) -> ChangeSet:
    """Let the rules decide again, from today on; raise Fault VALUE_INVALID without a reason."""
    raise NotImplementedError


def tier_history(workplace: Workplace, customer_id: int) -> list[TierShown]:
    """Return every change of a customer's tier, the newest first."""
    raise NotImplementedError
