"""What a refund means for the ledger: points that were earned go, points and stored value that paid come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.domain.loyalty.lots import Booking, Spent, give_back, take_back
from crm_desktop.domain.loyalty.refunds import ReturnedLine, points_to_give_back, to_take_back
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.domain.loyalty.shares import apportion
from crm_desktop.domain.loyalty.stored import put_back
from crm_desktop.domain.loyalty.words import Cause, ProgrammeKind, Take
from crm_desktop.domain.sales import PayBy, Payment, Slip
from crm_desktop.store.answering import next_parts
from crm_desktop.store.ledger import When, accounts_of, add_lot, lots_of, write_booking, write_takes
from crm_desktop.store.programme_rows import points_rules, stored_rules
from crm_desktop.store.slip_ledger import EarnedBySlip, SpentFor, points_spent, spent_by
from crm_desktop.store.unit_of_work import UnitOfWork

NOTHING = Booking()
REWARD = "reward"
"""What an entry says that gives points of a reward back."""


@dataclass(frozen=True)
class Back:
    """What goes and comes: earned points by line, and the bookings of what was spent."""

    taken: int = 0
    taken_by_line: tuple[tuple[int, int], ...] = ()
    """Lines of the slip that is refunded, and how many points go with each."""
    take: Booking = NOTHING
    account_id: int = 0
    points: Booking = NOTHING
    rewards: Booking = NOTHING
    stored: Booking = NOTHING

    @property
    def points_given(self) -> int:
        """Return how many spent points come back."""
        return self.points.delta + self.rewards.delta

    @property
    def stored_given(self) -> int:
        """Return how much stored value comes back, minor units."""
        return self.stored.delta


def points_back(back: Back) -> int:
    """Return how many points the customer has less after a refund (below zero: more)."""
    return back.taken - back.points_given


@dataclass(frozen=True)
class Refunding:
    """A refund on its way: the slip, its refunds so far, what it had earned, what comes back now and how it is paid."""

    slip: Slip
    refunds: Sequence[Slip]
    earned: EarnedBySlip
    lines: Sequence[ReturnedLine]
    payments: Sequence[Payment]
    """Above zero."""


def what_goes_back(connection: Any, now: Refunding, when: When) -> Back:
    """Work out what a refund does on the ledger; raise Fault ALREADY_SPENT."""
    _programme, rules, _version = points_rules(connection)
    dues = [line.earned for line in now.lines]
    taken = to_take_back(sum(dues), now.earned.earned, sum(now.earned.taken_back.values()), now.earned.ended)
    parts = zip((line.line_id for line in now.lines), apportion(taken, dues), strict=True)
    spent = spent_by(connection, now.slip.sale_id)
    points = _points_due(connection, now)
    rewards = _rewards_due(connection, now)
    amount = _amount(now.payments, PayBy.STORED_VALUE)
    stored = put_back(spent[SpentFor.STORED], amount, when.day, stored_rules(connection)[1]) if amount else NOTHING
    return Back(
        taken,
        tuple((line_id, part) for line_id, part in parts if part),
        _take(connection, now, taken, rules, when) if taken else NOTHING,
        now.earned.lots[0].account_id if taken else 0,
        _given(spent[SpentFor.POINTS], points, rules, when),
        _given(spent[SpentFor.REWARD], rewards, rules, when),
        stored,
    )


def book_refund(work: UnitOfWork, back: Back, line_ids: Mapping[int, int], when: When, sale_id: int) -> None:
    """Write what goes and comes; `line_ids` are the lines of the refund by those of the slip."""
    _write_taken(work, back, line_ids, when, sale_id)
    given = ((back.points, None), (back.rewards, REWARD), (back.stored, None))
    for booking, reason in given:
        write_booking(work, booking, Cause.GIVE_BACK, 0, when=when, sale_id=sale_id, reason=reason)


def _take(connection: Any, now: Refunding, taken: int, rules: PointsRules, when: When) -> Booking:
    """Return where earned points are taken from: the slip's own lots, the customer's others, then a debt."""
    made = now.earned.lots
    accounts = accounts_of(connection, now.slip.customer_id or 0, ProgrammeKind.POINTS)
    others = lots_of(connection, [one.account_id for one in accounts], when.day)
    below_zero = rules.refund_may_go_below_zero
    return take_back(made, others, taken, when.day, below_zero=below_zero, account_id=made[0].account_id)


def _points_due(connection: Any, now: Refunding) -> int:
    """Return how many points come back where points had paid."""
    paid_back = _amount(now.payments, PayBy.POINTS)
    if not paid_back:
        return 0
    before = -sum(_amount(refund.payments, PayBy.POINTS) for refund in now.refunds)
    whole = points_spent(connection, now.slip.sale_id, SpentFor.POINTS)
    return points_to_give_back(whole, _amount(now.slip.payments, PayBy.POINTS), before, paid_back)


def _rewards_due(connection: Any, now: Refunding) -> int:
    """Return how many points of rewards come back: in the measure in which the money of the slip does."""
    whole = points_spent(connection, now.slip.sale_id, SpentFor.REWARD)
    before, money = -sum(refund.total for refund in now.refunds), sum(line.net for line in now.lines)
    return points_to_give_back(whole, now.slip.total, before, money) if whole else 0


def _given(spent: Sequence[Spent], points: int, rules: PointsRules, when: When) -> Booking:
    left = sum(one.quantity for one in spent)
    return give_back(spent, min(points, left), when.day, rules.days_after_return)


def _amount(payments: Sequence[Payment], method: PayBy) -> int:
    return sum(one.amount for one in payments if one.method == method.value)


def _write_taken(work: UnitOfWork, back: Back, line_ids: Mapping[int, int], when: When, sale_id: int) -> None:
    """Write the points that go, each entry with the line it goes with; what nobody has becomes a debt."""
    open_ = [[line_ids[line_id], part] for line_id, part in back.taken_by_line]
    takes: list[Take] = []
    lines: list[int | None] = []
    for one in back.take.takes:
        for line_id, part in next_parts(open_, one.quantity):
            takes.append(Take(one.lot_id, part))
            lines.append(line_id)
    write_takes(work, takes, Cause.TAKE_BACK, when=when, sale_id=sale_id, line_ids=lines)
    for debt in back.take.lots:
        by_line: dict[int | None, int] = {line: -part for line, part in next_parts(open_, -debt.quantity)}
        account_id = debt.account_id or back.account_id
        add_lot(work, account_id, debt, Cause.TAKE_BACK, when=when, sale_id=sale_id, by_line=by_line)
