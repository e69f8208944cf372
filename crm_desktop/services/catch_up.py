"""Bring follow-ups up to the day: plans that start by themselves, keeping in touch, the days that series fall on.

The window does it in the background, a command before it answers; both ask first whether there is anything to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.clock_check import ClockBehind, behind_in
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.fill_occurrences import fill_occurrences, is_filled
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import plan_events
from crm_desktop.store.shop_time import shop_time

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """The shop's day, and whether its work is still to be done: none is while the clock was set back."""

    today: date
    behind: bool
    clock: ClockBehind | None = None


@dataclass(frozen=True)
class CaughtUp:
    """What came of it; `filled` tells whether series came to fall on other days.

    Where it is not `complete` it was asked to stop, and goes on from there the next time.
    """

    changes: tuple[ChangeSet, ...] = ()
    filled: bool = False
    complete: bool = True


def standing(workplace: Workplace) -> Standing:
    """Tell whether anything is to be done: cheap enough to ask every few minutes and after every change."""
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
        behind = not plan_events.is_done(connection, today)
        clock = behind_in(connection, workplace.now())
    if clock is not None or workplace.store.is_only_read:
        return Standing(today, False, clock)
    return Standing(today, behind or not is_filled(workplace))


def catch_up(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> CaughtUp:
    """Do what is to be done by now; `is_cancelled` is asked between short transactions."""
    done = do_daily_work(workplace, is_cancelled)
    if not done.complete or is_cancelled():
        return CaughtUp(done.changes, complete=False)
    filled = fill_occurrences(workplace, is_cancelled=is_cancelled)
    return CaughtUp(done.changes, filled.changed, filled.complete)


def catch_up_if_behind(workplace: Workplace) -> CaughtUp:
    """Do what is to be done, where there is anything: for a command that is about to answer.

    Where another program writes, or nothing can be written, it is left undone: the command answers with what is there.
    """
    try:
        return catch_up(workplace) if standing(workplace).behind else CaughtUp()
    except Fault as fault:
        if fault.kind not in (FaultKind.DATABASE_BUSY, FaultKind.DATABASE_READ_ONLY):
            raise
        log.info("daily work is left undone: %s", fault.kind.value)
        return CaughtUp(complete=False)
