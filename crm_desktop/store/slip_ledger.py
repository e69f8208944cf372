"""What a slip did on the ledger, and what of it has been taken or given back since by refunds that count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection

from crm_desktop.domain.loyalty.lots import Spent
from crm_desktop.domain.loyalty.words import Cause, Lot, LotKind
from crm_desktop.store.ledger import lots_by_id
from crm_desktop.store.sqlite_sql import listed


class SpentFor(StrEnum):
    """What was taken of lots for: as a payment by points, for a reward, as a payment by stored value."""

    POINTS = "points"
    REWARD = "reward"
    STORED = "stored"


_LIVE_REFUNDS = "SELECT id FROM sale WHERE refers_to = ? AND kind = 'refund' AND live = 1"
_SPENT = (
    "SELECT e.lot_id, -e.delta AS quantity, e.reason, l.kind FROM ledger_entry e JOIN lot l ON l.id = e.lot_id "
    "WHERE e.sale_id = ? AND e.cause = 'spend' AND e.reverses IS NULL ORDER BY e.id"
)
_GIVEN_BACK = (
    "SELECT l.kind, e.reason IS NOT NULL AS reward, sum(e.delta) AS quantity FROM ledger_entry e "
    f"JOIN lot l ON l.id = e.lot_id WHERE e.sale_id IN ({_LIVE_REFUNDS}) AND e.cause = 'give_back' GROUP BY 1, 2"
)
_EARNED = (
    "SELECT e.line_id, sum(e.delta) AS quantity FROM ledger_entry e WHERE e.sale_id = ? AND e.cause = 'earn' "
    "AND e.line_id IS NOT NULL GROUP BY 1"
)
_TAKEN_BACK = (
    "SELECT n.refers_to AS line_id, -sum(e.delta) AS quantity FROM ledger_entry e JOIN sale_line n ON n.id = e.line_id "
    f"WHERE e.sale_id IN ({_LIVE_REFUNDS}) AND e.cause = 'take_back' GROUP BY 1"
)
_MADE = (
    "SELECT DISTINCT lot_id FROM ledger_entry WHERE sale_id = ? AND cause = 'earn' AND line_id IS NOT NULL "
    "ORDER BY lot_id"
)
_ENDED = (
    "SELECT COALESCE(-sum(delta), 0) FROM ledger_entry WHERE cause = 'expire' "
    "AND lot_id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True)
class EarnedBySlip:
    """What a slip earned by line and what refunds took back of it; the lots it made; how much of them has expired."""

    by_line: dict[int, int]
    taken_back: dict[int, int]
    lots: tuple[Lot, ...]
    ended: int

    @property
    def earned(self) -> int:
        """Return what the slip gave."""
        return sum(self.by_line.values())


def earned_by(connection: Connection, sale_id: int) -> EarnedBySlip:
    """Return the points of a slip's lines, and what became of them."""
    run = connection.exec_driver_sql
    by_line = {row.line_id: int(row.quantity) for row in run(_EARNED, (sale_id,))}
    taken = {row.line_id: int(row.quantity) for row in run(_TAKEN_BACK, (sale_id,))}
    made = [row.lot_id for row in run(_MADE, (sale_id,))]
    lots = lots_by_id(connection, made)
    ended: int = run(_ENDED, (listed(made),)).scalar_one()
    return EarnedBySlip(by_line, taken, tuple(lots[lot_id] for lot_id in made), ended)


def spent_by(connection: Connection, sale_id: int) -> dict[SpentFor, list[Spent]]:
    """Return what a slip took of lots and has not been given back, in the order it was taken."""
    rows = connection.exec_driver_sql(_SPENT, (sale_id,)).all()
    lots = lots_by_id(connection, {row.lot_id for row in rows})
    found: dict[SpentFor, list[Spent]] = {purpose: [] for purpose in SpentFor}
    for row in rows:
        found[_purpose(row.kind, row.reason is not None)].append(Spent(lots[row.lot_id], row.quantity))
    for row in connection.exec_driver_sql(_GIVEN_BACK, (sale_id,)):
        purpose = _purpose(row.kind, bool(row.reward))
        found[purpose] = _less(found[purpose], LotKind(row.kind), row.quantity)
    return found


def _purpose(kind: str, reward: bool) -> SpentFor:
    if kind != LotKind.POINTS:
        return SpentFor.STORED
    return SpentFor.REWARD if reward else SpentFor.POINTS


def _less(spent: Sequence[Spent], kind: LotKind, gone: int) -> list[Spent]:
    """Return what is left of what was spent after so much was given back, the last taken first."""
    left: list[Spent] = []
    for one in reversed(spent):
        part = min(one.quantity, gone) if one.lot.kind is kind else 0
        gone -= part
        left.append(replace(one, quantity=one.quantity - part))
    return [one for one in reversed(left) if one.quantity]


_GROSS = (
    "SELECT COALESCE(-sum(e.delta), 0) FROM ledger_entry e CROSS JOIN lot ON lot.id = e.lot_id AND lot.kind = 'points' "
    "WHERE e.sale_id = ? AND e.cause = 'spend' AND e.reason IS {null}"
)


def points_spent(connection: Connection, sale_id: int, purpose: SpentFor) -> int:
    """Return how many points a slip took for a purpose, whatever came back since."""
    null = "NULL" if purpose is SpentFor.POINTS else "NOT NULL"
    found: int = connection.exec_driver_sql(_GROSS.format(null=null), (sale_id,)).scalar_one()
    return found


_ENTRIES = (
    "SELECT e.id, e.lot_id, e.account_id, e.cause, e.delta, e.line_id, e.reason FROM ledger_entry e WHERE {which} "
    "AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses = e.id) ORDER BY e.id"
)


@dataclass(frozen=True)
class Written:
    """An entry that has not been answered."""

    entry_id: int
    lot_id: int
    account_id: int
    cause: Cause
    delta: int
    line_id: int | None
    reason: str | None


def entries_of_slip(connection: Connection, sale_id: int) -> list[Written]:
    """Return the entries of a slip that have not been answered, in the order they were written."""
    return _entries(connection, "e.sale_id = ?", (sale_id,))


def entries_by_id(connection: Connection, entry_ids: Iterable[int]) -> list[Written]:
    """Return those of these entries that have not been answered."""
    return _entries(connection, "e.id IN (SELECT value FROM json_each(?))", (listed(entry_ids),))


def _entries(connection: Connection, which: str, values: tuple[object, ...]) -> list[Written]:
    rows = connection.exec_driver_sql(_ENTRIES.format(which=which), values)
    return [
        Written(row.id, row.lot_id, row.account_id, Cause(row.cause), row.delta, row.line_id, row.reason)
        for row in rows
    ]
