"""Look through the tiers once a day: up where enough was reached, down where too little was, after the grace days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from crm_desktop.domain.journal import ChangeSet, Kind, Source
from crm_desktop.domain.loyalty.tiers import decide
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import noted, tier_check
from crm_desktop.store.ledger import when_of
from crm_desktop.store.members import active_tiers
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.shop_time import shop_time

READ_AT_ONCE = 1_000
WRITTEN_AT_ONCE = 50
"""Members whom one transaction moves: a save that waits for it is to feel nothing."""
_REACHED = "tiers_checked_until"


@dataclass(frozen=True)
class Rechecked:
    """How many members have another standing, and whether everybody was looked at."""

    changes: tuple[ChangeSet, ...] = ()
    moved: int = 0
    complete: bool = True


def recheck_tiers(
    workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False, *, everybody: bool = True
) -> Rechecked:
    """Judge members by today's rules; locked tiers are left alone.

    Not `everybody` are those who are in a tier: without new rules nobody rises but by buying. What was cancelled goes
    on from there the next time.
    """
    turn = TierTurn(everybody)
    program = replace(workplace, source=Source.PROGRAM, person_id=None)
    changes: list[ChangeSet] = []
    more = True
    while more:
        if is_cancelled():
            return Rechecked(tuple(changes), _count(changes), complete=False)
        changed, more = turn(program)
        changes += [changed] if changed.changed else []
    return Rechecked(tuple(changes), _count(changes))


def _count(changes: list[ChangeSet]) -> int:
    return sum(one.subject_count for one in changes)


class TierTurn:
    """Judges some members at each call: reads many, and writes the few whose standing is another."""

    def __init__(self, everybody: bool) -> None:
        self._everybody = everybody
        self._due: list[int] = []
        self._read_all = False

    def __call__(self, program: Workplace) -> tuple[ChangeSet, bool]:
        """Do one turn; answer what changed, and whether there may be more."""
        if not self._due and not self._read_all:
            self._read(program)
        now, self._due = self._due[:WRITTEN_AT_ONCE], self._due[WRITTEN_AT_ONCE:]
        changes = self._write(program, now) if now else ChangeSet(None, Kind.TIER_SET)
        return changes, bool(self._due) or not self._read_all

    def _read(self, program: Workplace) -> None:
        """Find the next members whose standing is to be another."""
        with program.store.read() as connection:
            tiers = active_tiers(connection)
            programme, rules, _version = points_rules(connection)
            day = shop_time(connection).day_of(program.now())
            last = noted.number(connection, _REACHED)
            ids = tier_check.members_after(connection, last, READ_AT_ONCE, in_a_tier=not self._everybody)
            if programme is None or not ids:
                self._read_all = True
            else:
                standings = tier_check.standings_of(connection, ids)
                reached = tier_check.reached_by(connection, ids, rules, day)
                grace = rules.grace_days
                self._due = [one for one in ids if decide(tiers, standings[one], reached[one], day, grace).changed]
        self._note(program, 0 if self._read_all else ids[-1])

    def _note(self, program: Workplace, last: int) -> None:
        with program.unit_of_work(Kind.TIER_SET) as work:
            noted.keep_number(work.connection, _REACHED, last)
            work.commit()

    def _write(self, program: Workplace, ids: list[int]) -> ChangeSet:
        with program.unit_of_work(Kind.TIER_SET) as work:
            when = when_of(work.connection, program.now())
            for customer_id in ids:
                decide_tier(work, customer_id, when)
            work.about(ids[0] if len(ids) == 1 else None, count=len(ids))
            return work.commit()
