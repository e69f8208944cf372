"""Book what has expired, in short turns; what is shown was true by the day before that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class Expired:
    """How many lots were booked, and whether all were; what was cancelled goes on from there the next time."""

    changes: tuple[ChangeSet, ...] = ()
    lots: int = 0
    complete: bool = True


def expire_lots(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> Expired:
    """Book the expiry of every lot whose last day is over; each turn holds the lock less than a tenth of a second."""
    raise NotImplementedError
