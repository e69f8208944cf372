"""Stored value: topped up with a gift, spent in the shop's order, paid back as far as it was paid for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.expiry import days_on
from crm_desktop.domain.loyalty.lots import Booking, NewLot, Spent, available, give_back, take_up_to, usable
from crm_desktop.domain.loyalty.rules import SpendOrder, StoredRules
from crm_desktop.domain.loyalty.shares import apportion
from crm_desktop.domain.loyalty.words import Lot, LotKind, LotSource, Take


@dataclass(frozen=True, slots=True)
class StoredSum:
    """What is there: paid for, and given on top."""

    principal: int = 0
    gift: int = 0

    @property
    def both(self) -> int:
        """Return what can be spent."""
        return self.principal + self.gift


def stored_sum(lots: Iterable[Lot], day: date) -> StoredSum:
    """Return what can be spent on a day, principal and gift apart."""
    lots = list(lots)
    return StoredSum(*(available(_of(lots, kind), day) for kind in (LotKind.PRINCIPAL, LotKind.GIFT)))


def gift_for(rules: StoredRules, pay: int) -> int:
    """Return what the best offer that `pay` reaches gives on top."""
    return max((offer.gift for offer in rules.offers if offer.pay <= pay), default=0)


def top_up(
    rules: StoredRules, pay: int, gift: int | None, day: date, version_id: int | None = None
) -> tuple[NewLot, ...]:
    """Return the lots of a top-up; without `gift` the offer's. Raises Fault AMOUNT_WRONG for nothing or less."""
    if pay <= 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="top_up", value=pay)
    gift = gift_for(rules, pay) if gift is None else gift
    if gift < 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="gift", value=gift)
    principal = NewLot(LotKind.PRINCIPAL, LotSource.TOP_UP, pay, day, version_id=version_id)
    if not gift:
        return (principal,)
    ends = days_on(day, rules.gift_days) if rules.gift_days else None
    return principal, NewLot(LotKind.GIFT, LotSource.TOP_UP, gift, day, ends, version_id=version_id)


def above_limit(rules: StoredRules, lots: Iterable[Lot], more: int, day: date) -> bool:
    """Tell whether a top-up brings the balance above what the shop wants to be warned of."""
    return bool(rules.warn_above) and stored_sum(lots, day).both + more > rules.warn_above


def spend(lots: Iterable[Lot], amount: int, day: date, order: SpendOrder) -> tuple[Take, ...]:
    """Take so much in the shop's order, within principal and gift the nearest end first.

    Raises Fault NOT_ENOUGH with `asked` and `available`, and AMOUNT_WRONG for less than nothing.
    """
    if amount < 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="stored_value", value=amount)
    lots = list(lots)
    there = stored_sum(lots, day)
    if amount > there.both:
        raise Fault(FaultKind.NOT_ENOUGH, asked=amount, available=there.both)
    principal = _from_principal(there, amount, order)
    taken = take_up_to(_of(lots, LotKind.PRINCIPAL), principal, day)
    return taken + take_up_to(_of(lots, LotKind.GIFT), amount - principal, day)


def _from_principal(there: StoredSum, amount: int, order: SpendOrder) -> int:
    if order is SpendOrder.PRINCIPAL_FIRST:
        return min(there.principal, amount)
    if order is SpendOrder.GIFT_FIRST:
        return max(amount - there.gift, 0)
    return apportion(amount, (there.principal, there.gift))[0] if amount else 0


def gift_part(lots: Iterable[Lot], takes: Iterable[Take]) -> int:
    """Return how much of what was taken were gifts."""
    gifts = {lot.lot_id for lot in lots if lot.kind is LotKind.GIFT}
    return sum(take.quantity for take in takes if take.lot_id in gifts)


def put_back(spent: Sequence[Spent], amount: int, day: date, rules: StoredRules) -> Booking:
    """Give back so much of what a slip had spent: what would not have been spent had less been bought.

    With gifts and principal spent in one measure it comes back in that measure, too. Raises as `lots.give_back`.
    """
    parts = [[one for one in spent if one.lot.kind is kind] for kind in (LotKind.PRINCIPAL, LotKind.GIFT)]
    sums = [sum(one.quantity for one in part) for part in parts]
    if not 0 <= amount <= sum(sums):
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=amount, most=sum(sums))
    if rules.spend_order is SpendOrder.PRO_RATA:
        back = apportion(amount, sums) if amount else [0, 0]
    elif rules.spend_order is SpendOrder.PRINCIPAL_FIRST:
        back = [max(amount - sums[1], 0), min(sums[1], amount)]
    else:
        back = [min(sums[0], amount), max(amount - sums[0], 0)]
    booked = [give_back(part, much, day, rules.days_after_return) for part, much in zip(parts, back, strict=True)]
    return Booking(booked[0].takes + booked[1].takes, booked[0].lots + booked[1].lots)


def withdraw(lots: Iterable[Lot], amount: int, day: date, rules: StoredRules) -> tuple[tuple[Take, ...], int]:
    """Return what a payment of principal takes, and how much of it are gifts that lapse with their principal.

    Only principal is ever paid out. Raises Fault NOT_ENOUGH with `asked` and `available`, AMOUNT_WRONG for nothing.
    """
    if amount <= 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="withdrawal", value=amount)
    lots = [lot for lot in lots if usable(lot, day)]
    there = stored_sum(lots, day)
    if amount > there.principal:
        raise Fault(FaultKind.NOT_ENOUGH, asked=amount, available=there.principal)
    lapse = there.gift * amount // there.principal if rules.withdrawal_takes_gift else 0
    takes = take_up_to(_of(lots, LotKind.PRINCIPAL), amount, day)
    return takes + take_up_to(_of(lots, LotKind.GIFT), lapse, day), lapse


def _of(lots: Iterable[Lot], kind: LotKind) -> list[Lot]:
    return [lot for lot in lots if lot.kind is kind]
