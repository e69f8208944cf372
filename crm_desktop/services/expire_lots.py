"""Book what has expired, in short turns; what is shown was true by the day before that."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services.clock_check import clock_behind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import expiry
from crm_desktop.store.room import shorten_log
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

LONG_TURN = 0.015
"""Seconds a turn is to take: a sale that waits for it, and for its own commit, is to feel nothing."""
PAUSE = 0.020
"""Seconds between turns, at least: who waits for a lock that is held 15 ms looks at it again after 15 more."""
_LOOK_EVERY = 0.005
FIRST, FEWEST, MOST = 20, 5, 2_000
"""Lots of a turn, or accounts whose lots it books."""
_GROWTH = 2
"""A turn is so many times the one before it, at most: that found its pages in memory, the next one may not."""

IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class Expired:
    """How many lots were booked, and whether all were; what was cancelled goes on from there the next time.

    `longest` is how many seconds a turn held the lock, at most.
    """

    changes: tuple[ChangeSet, ...] = ()
    lots: int = 0
    complete: bool = True
    longest: float = 0.0


def expire_lots(workplace: Workplace, is_cancelled: IsCancelled = lambda: False) -> Expired:
    """Book the expiry of every lot whose last day is over; each turn holds the lock less than a tenth of a second.

    Nothing expires while the clock was set back.
    """
    if clock_behind(workplace) is not None:
        return Expired()
    program = workplace.as_program()
    with program.store.read() as connection:
        today = shop_time(connection).day_of(program.now())
    turns, lots, more = Turns(today, is_cancelled), 0, True
    changes: list[ChangeSet] = []
    while more and not is_cancelled():
        changed, more = turns(program)
        if changed.changed:
            changes.append(changed)
            lots += changed.subject_count
    return Expired(tuple(changes), lots, not more, turns.longest)


class Turns:
    """Books one turn at each call, as many lots as fit into it, and leaves the lock to others at least as long."""

    def __init__(self, today: date, is_cancelled: IsCancelled = lambda: False) -> None:
        self.longest = 0.0
        self._today = today
        self._is_cancelled = is_cancelled
        self._begun = False
        self._behind: int | None = None
        """The account to go on behind; None where lots are booked by their last days."""
        self._size = FIRST
        self._took = 0.0

    def __call__(self, program: Workplace) -> tuple[ChangeSet, bool]:
        """Book one turn; answer what changed, and whether there may be more."""
        if self._took and not self._paused(program):
            return ChangeSet(None, Kind.EXPIRE), True
        if not self._begun:
            self._begin(program)
        with program.unit_of_work(Kind.EXPIRE) as work:
            began = time.perf_counter()
            booked, more = self._book(work)
            work.about(count=booked)
            changes = work.commit()
        self._pace(time.perf_counter() - began)
        return changes, more

    def _paused(self, program: Workplace) -> bool:
        """Leave the lock to others; tell whether to go on."""
        shorten_log(program.store.writes)
        until = time.perf_counter() + max(self._took, PAUSE)
        while not self._is_cancelled():
            if (left := until - time.perf_counter()) <= 0:
                return True
            time.sleep(min(left, _LOOK_EVERY))
        return False

    def _begin(self, program: Workplace) -> None:
        with program.store.read() as connection:
            self._behind = expiry.walk_from(connection, self._today)
        self._begun, self._size = True, FIRST

    def _book(self, work: UnitOfWork) -> tuple[int, bool]:
        if self._behind is None:
            booked = expiry.expire_first(work, self._today, self._size)
            return booked, booked >= self._size
        booked, self._behind = expiry.expire_along(work, self._today, self._behind, self._size)
        self._begun = self._behind is not None  # at the end of the accounts: what ended meanwhile
        return booked, True

    def _pace(self, took: float) -> None:
        self._took, self.longest = took, max(took, self.longest)
        fits = int(self._size * LONG_TURN / took)
        self._size = min(max(fits, FEWEST), _GROWTH * self._size, MOST)
