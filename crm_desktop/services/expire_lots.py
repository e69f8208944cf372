"""Book what has expired, in short turns; what is shown was true by the day before that."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import expiry
from crm_desktop.store.shop_time import shop_time

LONG_TURN = 0.030
"""Seconds above which a turn books fewer lots the next time: a sale that waits for it is to feel nothing."""
SHORT_TURN = 0.015
FEWEST, MOST = 100, 2_000
LONGEST_PAUSE = 0.1


@dataclass(frozen=True)
class Expired:
    """How many lots were booked, and whether all were; what was cancelled goes on from there the next time."""

    changes: tuple[ChangeSet, ...] = ()
    lots: int = 0
    complete: bool = True


def expire_lots(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> Expired:
    """Book the expiry of every lot whose last day is over; each turn holds the lock less than a tenth of a second."""
    program = workplace.as_program()
    with program.store.read() as connection:
        today = shop_time(connection).day_of(program.now())
    turns, lots, more = Turns(today), 0, True
    changes: list[ChangeSet] = []
    while more:
        if is_cancelled():
            return Expired(tuple(changes), lots, complete=False)
        changed, more = turns(program)
        if changed.changed:
            changes.append(changed)
            lots += changed.subject_count
    return Expired(tuple(changes), lots)


class Turns:
    """Books one turn at each call, as many lots as fit into it, and leaves the lock to others twice as long."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._most = FEWEST
        self._took = 0.0

    def __call__(self, program: Workplace) -> tuple[ChangeSet, bool]:
        """Book one turn; answer what changed, and whether there may be more."""
        time.sleep(min(2 * self._took, LONGEST_PAUSE))
        with program.unit_of_work(Kind.EXPIRE) as work:
            began = time.perf_counter()
            booked = expiry.expire(work, self._today, self._most)
            work.about(count=booked)
            changes = work.commit()
            self._took = time.perf_counter() - began
        more = booked >= self._most
        self._pace()
        return changes, more

    def _pace(self) -> None:
        if self._took > LONG_TURN:
            self._most = max(self._most // 2, FEWEST)
        elif self._took < SHORT_TURN:
            self._most = min(self._most * 2, MOST)
