"""Look through the tiers once a day: up where enough was reached, down where too little was, after the grace days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class Rechecked:
    """How many rose and fell, and whether everybody was looked at."""

    changes: tuple[ChangeSet, ...] = ()
    up: int = 0
    down: int = 0
    complete: bool = True


def recheck_tiers(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> Rechecked:
    """Judge every member by today's rules, a thousand at a time; locked tiers are left alone."""
    raise NotImplementedError
