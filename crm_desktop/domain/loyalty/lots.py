"""What is done to the lots of an account: available, take, give back, take back, settle, expire, put off.

All in plain values: nothing here writes. A `Take` is what one lot gives (negative: gets back), a `NewLot` what is to be
made; both together are a `Booking`. Lots of several accounts of one programme may be given at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.expiry import days_on, last_day
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode
from crm_desktop.domain.loyalty.words import Lot, LotKind, LotSource, Take


@dataclass(frozen=True, slots=True)
class NewLot:
    """A lot to be made; `account_id` where it belongs to a certain one of several. A debt is below zero."""

    kind: LotKind
    source: LotSource
    quantity: int
    earned_on: date
    expires_on: date | None = None
    worth: int | None = None
    account_id: int | None = None
    version_id: int | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """What is to be written: so much of lots that are there, and lots to be made."""

    takes: tuple[Take, ...] = ()
    lots: tuple[NewLot, ...] = ()

    @property
    def delta(self) -> int:
        """Return what the balance changes by."""
        return sum(lot.quantity for lot in self.lots) - sum(take.quantity for take in self.takes)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a slip took of a lot and has not got back yet, in the order it was taken."""

    lot: Lot
    quantity: int


@dataclass(frozen=True, slots=True)
class Renewal:
    """A lot that ends later because somebody came again."""

    lot_id: int
    expires_on: date


def usable(lot: Lot, day: date) -> bool:
    """Tell whether something is left of a lot that has not ended by `day`; its last day still counts."""
    return lot.left > 0 and (lot.expires_on is None or lot.expires_on >= day)


def available(lots: Iterable[Lot], day: date) -> int:
    """Return what can be used on a day; a debt counts against it, so that it may be below zero."""
    return sum(lot.left for lot in lots if lot.left < 0 or usable(lot, day))


def spend_first(lot: Lot) -> tuple[date, date, int]:
    """Return by what lots are spent: the nearest end, then the oldest; what never ends comes last."""
    return lot.expires_on or date.max, lot.earned_on, lot.lot_id


def take(lots: Iterable[Lot], quantity: int, day: date) -> tuple[Take, ...]:
    """Take so much of what can be used, nearest end first.

    Raises Fault NOT_ENOUGH with `asked` and `available`, and AMOUNT_WRONG for less than nothing.
    """
    if quantity < 0:
        raise Fault(FaultKind.AMOUNT_WRONG, value=quantity)
    lots = list(lots)
    there = available(lots, day)
    if quantity > there:
        raise Fault(FaultKind.NOT_ENOUGH, asked=quantity, available=max(there, 0))
    return take_up_to(lots, quantity, day)


def take_up_to(lots: Iterable[Lot], quantity: int, day: date) -> tuple[Take, ...]:
    """Take as much of `quantity` as there is, nearest end first."""
    takes = []
    for lot in sorted((lot for lot in lots if usable(lot, day)), key=spend_first):
        if quantity <= 0:
            break
        part = min(lot.left, quantity)
        takes.append(Take(lot.lot_id, part))
        quantity -= part
    return tuple(takes)


def give_back(spent: Sequence[Spent], quantity: int, day: date, days_on_at_least: int) -> Booking:
    """Give back so much of what a slip had spent, the last taken first: as if less had been bought in the beginning.

    It goes to the lots it came from; for one that has ended by `day` a new lot of source REFUND is made that lives
    `days_on_at_least` days on. Raises Fault REFUND_TOO_HIGH with `asked` and `most` above what was spent.
    """
    most = sum(one.quantity for one in spent)
    if not 0 <= quantity <= most:
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=quantity, most=most)
    takes: list[Take] = []
    made: list[NewLot] = []
    for one in reversed(spent):
        part = min(one.quantity, quantity)
        quantity -= part
        if part and one.lot.expires_on is not None and one.lot.expires_on < day:
            made.append(reborn_lot(one.lot, part, day, days_on_at_least))
        elif part:
            takes.append(Take(one.lot.lot_id, -part))
    return Booking(tuple(takes), tuple(made))


def reborn_lot(lot: Lot, quantity: int, day: date, days: int) -> NewLot:
    """Return a lot for what comes back of one that has ended; it lives so many days on."""
    whose = {"account_id": lot.account_id, "version_id": lot.version_id}
    return NewLot(lot.kind, LotSource.REFUND, quantity, day, days_on(day, days), lot.worth, **whose)


def take_back(
    made: Sequence[Lot], others: Sequence[Lot], quantity: int, day: date, *, below_zero: bool, account_id: int
) -> Booking:
    """Take back so much of what a slip had given: from its own lots, then from others, then as a debt.

    `made` are the lots of the slip, also ended ones that nobody has booked yet: what ended unused needs no return.
    Raises Fault ALREADY_SPENT with `asked` and `missing` where a debt would be made and `below_zero` does not allow it.
    """
    takes: list[Take] = []
    left = quantity
    for lot in made:
        part = min(max(lot.left, 0), left)
        if part:
            takes.append(Take(lot.lot_id, part))
            left -= part
    own = {lot.lot_id for lot in made}
    more = take_up_to((lot for lot in others if lot.lot_id not in own), left, day)
    left -= sum(one.quantity for one in more)
    if left and not below_zero:
        raise Fault(FaultKind.ALREADY_SPENT, asked=quantity, missing=left)
    debt = (NewLot(LotKind.POINTS, LotSource.DEBT, -left, day, account_id=account_id),) if left else ()
    return Booking((*takes, *more), debt)


def settle(debts: Iterable[Lot], quantity: int) -> tuple[Take, ...]:
    """Return what a new lot of `quantity` gives to debts, oldest first: takes of them (below zero: they are filled).

    The same sum, positive, is to be taken of the new lot.
    """
    takes = []
    for lot in sorted((lot for lot in debts if lot.left < 0), key=lambda lot: (lot.earned_on, lot.lot_id)):
        part = min(-lot.left, quantity)
        if part > 0:
            takes.append(Take(lot.lot_id, -part))
            quantity -= part
    return tuple(takes)


def expire(lots: Iterable[Lot], day: date) -> tuple[Take, ...]:
    """Return what has ended before `day` and is still there."""
    return tuple(
        Take(lot.lot_id, lot.left)
        for lot in lots
        if lot.left > 0 and lot.expires_on is not None and lot.expires_on < day
    )


def renew(lots: Iterable[Lot], expiry_of: Callable[[int | None], Expiry], day: date) -> tuple[Renewal, ...]:
    """Return the lots that a purchase on `day` puts off: usable ones made under a rule of inactivity.

    `expiry_of` answers the rule of a version (None: no version). Nothing ever ends earlier because of it.
    """
    found = []
    for lot in lots:
        if lot.expires_on is None or not usable(lot, day):
            continue
        expiry = expiry_of(lot.version_id)
        later = last_day(expiry, day) if expiry.mode is ExpiryMode.INACTIVITY else None
        if later is not None and later > lot.expires_on:
            found.append(Renewal(lot.lot_id, later))
    return tuple(found)


def by_expiry(lots: Iterable[Lot], day: date) -> list[tuple[date | None, int]]:
    """Return how much ends on which day, soonest first; what never ends (debts counted against it) comes last."""
    counted = sorted((lot.expires_on or date.max, lot.left) for lot in lots if lot.left < 0 or usable(lot, day))
    sums = [(end, sum(left for _, left in group)) for end, group in groupby(counted, key=lambda one: one[0])]
    return [(None if end == date.max else end, left) for end, left in sums]
