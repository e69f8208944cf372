"""Answering entries of the ledger by entries of the opposite sign: what a void and an undo do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.lots import Booking, reborn_lot, take_back
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.domain.loyalty.words import Cause, Lot, LotKind, ProgrammeKind, Take, TierCause
from crm_desktop.store import tables
from crm_desktop.store.ledger import When, account_row, accounts_of, add_lot, lots_by_id, lots_of, write_takes
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.slip_ledger import Written
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.standing import standing_before, write_standing
from crm_desktop.store.unit_of_work import UnitOfWork

_USED_UP = frozenset({Cause.SPEND, Cause.USE, Cause.WITHDRAW})


def answer_entries(work: UnitOfWork, entries: Sequence[Written], when: When, *, sale_id: int | None = None) -> None:
    """Answer entries: what was taken goes back to its lots, what was given is taken of them.

    Points that were given and spent since are taken of the customer's others, else they become a debt where the rules
    allow one. Raises Fault ALREADY_SPENT for anything else. A debt that was filled stays filled.
    """
    entries = [entry for entry in entries if entry.cause is not Cause.SETTLE]
    lots = lots_by_id(work.connection, {entry.lot_id for entry in entries})
    answer = _Answer(work, points_rules(work.connection)[1], when, sale_id)
    for entry in entries:
        if entry.delta < 0:
            answer.give_back(entry, lots[entry.lot_id])
    given: dict[int, list[Written]] = {}
    for entry in entries:
        if entry.delta > 0:
            given.setdefault(entry.lot_id, []).append(entry)
    for lot_id, of_lot in given.items():
        answer.take_back(lot_id, of_lot)


@dataclass(frozen=True)
class _Answer:
    """Writes the answers of one void or undo."""

    work: UnitOfWork
    rules: PointsRules
    when: When
    sale_id: int | None

    def give_back(self, entry: Written, lot: Lot) -> None:
        """Give back what an entry took; what was spent of a lot that has ended meanwhile lives on for some days."""
        said: Any = {"when": self.when, "sale_id": self.sale_id}
        if lot.expires_on is not None and lot.expires_on < self.when.day and entry.cause in _USED_UP:
            days = self.rules.days_after_return
            reborn = reborn_lot(lot, -entry.delta, self.when.day, days)
            add_lot(self.work, lot.account_id, reborn, Cause.REVERSE, reverses=entry.entry_id, **said)
        else:
            back = [Take(lot.lot_id, entry.delta)]
            write_takes(self.work, back, Cause.REVERSE, reverses=[entry.entry_id], **said)

    def take_back(self, lot_id: int, entries: Sequence[Written]) -> None:
        """Take back what entries gave to a lot, as far as it has not ended unused."""
        connection = self.work.connection
        lot = lots_by_id(connection, [lot_id])[lot_id]
        quantity = sum(entry.delta for entry in entries) - _expired(connection, lot_id)
        if quantity <= 0:
            return
        booking = _taken_of(connection, lot, quantity, self.rules, self.when)
        open_ = [[entry.entry_id, entry.delta] for entry in entries]
        parts = [(one.lot_id, *part) for one in booking.takes for part in next_parts(open_, one.quantity)]
        takes = [Take(taken_of, part) for taken_of, _entry_id, part in parts]
        answered = [entry_id for _taken_of, entry_id, _part in parts]
        said: Any = {"when": self.when, "sale_id": self.sale_id}
        write_takes(self.work, takes, Cause.REVERSE, reverses=answered, **said)
        for debt in booking.lots:
            first = open_[0][0] if open_ else None
            add_lot(self.work, lot.account_id, debt, Cause.REVERSE, reverses=first, **said)


def _taken_of(connection: Connection, lot: Lot, quantity: int, rules: PointsRules, when: When) -> Booking:
    if lot.kind is not LotKind.POINTS:
        if quantity > lot.left:
            raise Fault(FaultKind.ALREADY_SPENT, asked=quantity, missing=quantity - lot.left)
        return Booking((Take(lot.lot_id, quantity),))
    holder = account_row(connection, lot.account_id)
    accounts = accounts_of(connection, holder.customer_id, ProgrammeKind.POINTS) if holder else []
    others = lots_of(connection, [one.account_id for one in accounts], when.day)
    below_zero = rules.refund_may_go_below_zero
    return take_back([lot], others, quantity, when.day, below_zero=below_zero, account_id=lot.account_id)


_EXPIRED = "SELECT COALESCE(-sum(delta), 0) FROM ledger_entry WHERE lot_id = ? AND cause = 'expire'"
_LEFT_OUT = (
    "SELECT COALESCE(sum(e.delta + (SELECT COALESCE(sum(r.delta), 0) FROM ledger_entry r WHERE r.reverses = e.id)), 0) "
    "FROM ledger_entry e JOIN sale s ON s.id = e.sale_id AND s.live = 0 "
    "WHERE e.lot_id = ? AND e.delta > 0 AND e.cause NOT IN ('reverse', 'settle')"
)


def _expired(connection: Connection, lot_id: int) -> int:
    """Return how much of a lot ended unused, less what voids before this one were spared because of it."""
    expired: int = connection.exec_driver_sql(_EXPIRED, (lot_id,)).scalar_one()
    spared: int = connection.exec_driver_sql(_LEFT_OUT, (lot_id,)).scalar_one() if expired else 0
    return max(expired - spared, 0)


def next_parts(open_: list[list[int]], quantity: int) -> list[tuple[int, int]]:
    """Take so much off what is still open, `[id, how much]` each, in their order; return which gave how much."""
    parts = []
    while quantity and open_:
        name, left = open_[0]
        part = min(left, quantity)
        parts.append((name, part))
        quantity -= part
        open_[0][1] -= part
        if not open_[0][1]:
            del open_[0]
    return parts


# what else an operation or a slip did


def answer_standings(work: UnitOfWork, change_ids: Iterable[int], when: When, *, sale_id: int | None = None) -> None:
    """Put back the standing before each of these changes of a tier, where no later one followed."""
    change = tables.tier_change.c
    rows = work.connection.execute(
        select(change.id, change.account_id).where(ids_in(change.id, change_ids)).order_by(change.id.desc())
    )
    for row in rows.all():
        before = standing_before(work.connection, row.account_id, row.id)
        if before is not None:
            write_standing(work, row.account_id, before, TierCause.REVERSE, when, sale_id=sale_id)


def answer_uses(work: UnitOfWork, use_ids: Iterable[int], *, sale_id: int | None = None) -> None:
    """Let coupons be as used as before these uses; raise Fault ALREADY_SPENT where one that came back is used since."""
    use_ids = list(use_ids)
    _negated(work, tables.coupon_use, use_ids, ("delta", "saved"), {"sale_id": sale_id, "at": work.at})
    if use_ids and _used_too_often(work.connection, use_ids):
        raise Fault(FaultKind.ALREADY_SPENT, what="coupon_again")


def _used_too_often(connection: Connection, use_ids: Iterable[int]) -> bool:
    """Tell whether one of the coupons of these uses was used more often than its batch allows."""
    use, batch = tables.coupon_use.c, tables.coupon_batch.c
    mine = select(use.coupon_id).where(ids_in(use.id, use_ids))
    uses = select(use.coupon_id).join(tables.coupon, tables.coupon.c.id == use.coupon_id)
    uses = uses.join(tables.coupon_batch, batch.id == tables.coupon.c.batch_id).where(use.coupon_id.in_(mine))
    too_often = uses.group_by(use.coupon_id).having(func.sum(use.delta) > func.max(batch.uses))
    return connection.execute(too_often.limit(1)).scalar() is not None


def answer_gifts(work: UnitOfWork, gift_ids: Iterable[int], *, sale_id: int | None = None) -> None:
    """Let gifts be given again on their occasion."""
    _negated(work, tables.gift, gift_ids, ("delta",), {"sale_id": sale_id, "at": work.at})


def answer_stock(work: UnitOfWork, move_ids: Iterable[int], when: When, *, sale_id: int | None = None) -> None:
    """Put goods back on the shelf, or take them off again."""
    _negated(work, tables.stock_movement, move_ids, ("delta",), {"sale_id": sale_id, "at": when.at})


def answer_cash(work: UnitOfWork, move_ids: Iterable[int], when: When) -> None:
    """Put cash back into the drawer, or take it out again."""
    moved = {"at": when.at, "day": when.day.isoformat(), "person_id": work.person_id}
    _negated(work, tables.cash_movement, move_ids, ("amount",), moved)


def cancel_coupons(work: UnitOfWork, coupon_ids: Iterable[int], *, paid_for: bool = False) -> None:
    """Let coupons that were given out be good for nothing; one that was used stays as it is.

    Raises Fault ALREADY_SPENT where one was used that was `paid_for`, with points that are to come back.
    """
    coupon, coupon_ids = tables.coupon.c, list(coupon_ids)
    use = tables.coupon_use.c
    uses = select(use.coupon_id).where(ids_in(use.coupon_id, coupon_ids)).group_by(use.coupon_id)
    used = uses.having(func.sum(use.delta) > 0)
    if paid_for and work.connection.execute(used.limit(1)).scalar():
        raise Fault(FaultKind.ALREADY_SPENT, what="coupon")
    mine = ids_in(coupon.id, coupon_ids) & coupon.cancelled_at.is_(None) & coupon.id.not_in(used)
    work.update_where(tables.coupon, mine, {"cancelled_at": work.at})


def _negated(
    work: UnitOfWork, table: Table, row_ids: Iterable[int], negated: Sequence[str], values: dict[str, object]
) -> None:
    """Insert the same rows with the opposite sign."""
    found = work.connection.execute(select(table).where(ids_in(table.c.id, row_ids)).order_by(table.c.id)).mappings()
    rows = []
    for row in found.all():
        answer = {name: value for name, value in row.items() if name != "id"} | values
        rows.append(answer | {name: -row[name] for name in negated})
    work.insert(table, rows)
