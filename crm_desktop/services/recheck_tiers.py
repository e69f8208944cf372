"""Look through the tiers once a day: up where enough was reached, down where too little was, after the grace days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.tiers import decide
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import noted, tier_check
from crm_desktop.store.ledger import when_of
from crm_desktop.store.members import active_tiers
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.programmes import kept_tiers
from crm_desktop.store.shop_time import shop_time

READ_AT_ONCE = 1_000
WRITTEN_AT_ONCE = 50
"""Members whom one transaction moves: a save that waits for it is to feel nothing."""
_EVERYBODY = "members_judged_until"
_IN_TIER = "tier_{}_judged_until"


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
    program = workplace.as_program()
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
    """Judges some members at each call: reads many, and writes the few whose standing is another.

    Until whom it came is remembered, so that a pass that gave way to others goes on from there.
    """

    def __init__(self, everybody: bool) -> None:
        self._everybody = everybody
        self._due: list[int] = []
        self._passes: list[tuple[str, int | None]] | None = None
        """What is still to be walked through: the key of the place reached, and the tier (None: all members)."""

    def __call__(self, program: Workplace) -> tuple[ChangeSet, bool]:
        """Do one turn; answer what changed, and whether there may be more."""
        if self._passes is None:
            self._passes = self._begin(program)
        if not self._due and self._passes:
            self._read(program, *self._passes[0])
        now, self._due = self._due[:WRITTEN_AT_ONCE], self._due[WRITTEN_AT_ONCE:]
        changes = self._write(program, now) if now else ChangeSet(None, Kind.TIER_SET)
        return changes, bool(self._due or self._passes)

    def _begin(self, program: Workplace) -> list[tuple[str, int | None]]:
        with program.store.read() as connection:
            if points_rules(connection)[0] is None:
                return []
            if self._everybody:
                return [(_EVERYBODY, None)]
            tiers = [one.tier.tier_id for one in kept_tiers(connection)]
        return [(_IN_TIER.format(tier_id), tier_id) for tier_id in tiers]

    def _read(self, program: Workplace, key: str, tier_id: int | None) -> None:
        """Find the next members whose standing is to be another."""
        with program.store.read() as connection:
            last = noted.number(connection, key)
            if tier_id is None:
                ids = tier_check.members_after(connection, last, READ_AT_ONCE)
            else:
                ids = tier_check.in_tier_after(connection, tier_id, last, READ_AT_ONCE)
            self._due = _to_be_moved(connection, ids, shop_time(connection).day_of(program.now())) if ids else []
        if not ids and self._passes:
            del self._passes[0]
        if ids or last:
            self._note(program, key, ids[-1] if ids else 0)

    def _note(self, program: Workplace, key: str, last: int) -> None:
        with program.unit_of_work(Kind.TIER_SET) as work:
            noted.keep_number(work.connection, key, last)
            work.commit()

    def _write(self, program: Workplace, ids: list[int]) -> ChangeSet:
        with program.unit_of_work(Kind.TIER_SET) as work:
            when = when_of(work.connection, program.now())
            for customer_id in ids:
                decide_tier(work, customer_id, when)
            work.about(ids[0] if len(ids) == 1 else None, count=len(ids))
            return work.commit()


def _to_be_moved(connection: Any, ids: list[int], day: date) -> list[int]:
    """Return those of these members whose standing ought to be another on a day."""
    tiers, (_programme, rules, _version) = active_tiers(connection), points_rules(connection)
    standings = tier_check.standings_of(connection, ids)
    reached = tier_check.reached_by(connection, ids, rules, day)
    return [one for one in ids if decide(tiers, standings[one], reached[one], day, rules.grace_days).changed]
