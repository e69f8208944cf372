"""How a follow-up stands to today: what the list of customers shows of follow-ups."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Due(StrEnum):
    """How a follow-up stands to today, for its colour and its word."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"
    NONE = "none"


def due_of(day: date | None, today: date) -> Due:
    """Return how a day stands to today."""
    if day is None:
        return Due.NONE
    return Due.LATE if day < today else Due.TODAY if day == today else Due.LATER
