"""A plain model of points and stored value: what customers hold after anything a till does, without any database.

It knows one rule each: a point for 100 of money that neither points nor gifts paid, usable for `DAYS` days, one point
pays one of money; principal is spent before gifts. Lots are spent nearest end first, the oldest of equal ones first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

DAYS = 15
LIVES_ON = 30
POINTS, PRINCIPAL, GIFT = "points", "principal", "gift"


class RefusedError(Exception):
    """The till has to refuse; the name of the fault."""


@dataclass(eq=False)
class Lot:
    """What was given at once."""

    number: int
    account: int
    kind: str
    left: int
    day: date
    ends: date | None = None
    expired: int = 0
    spared: int = 0

    def usable(self, today: date) -> bool:
        """Tell whether something can be used."""
        return self.left > 0 and (self.ends is None or self.ends >= today)


Parts = list[tuple[Lot, int]]


@dataclass(eq=False)
class Sale:
    """A slip of one line."""

    customer: int
    amount: int
    points: int = 0
    stored: int = 0
    earned: int = 0
    lot: Lot | None = None
    from_points: Parts = field(default_factory=list)
    from_stored: Parts = field(default_factory=list)
    live: bool = True
    refunds: list[Refund] = field(default_factory=list)

    def back(self, what: str) -> int:
        """Return how much came back: amount, points, stored or taken."""
        return sum(getattr(refund, what) for refund in self.refunds)


@dataclass(eq=False)
class Refund:
    """What came back of a slip."""

    sale: Sale
    amount: int
    points: int
    stored: int
    taken: int = 0
    took: Parts = field(default_factory=list)
    gave: Parts = field(default_factory=list)


class Model:
    """All that a till knows; `owner` tells whose each account is."""

    def __init__(self, *, below_zero: bool) -> None:
        self.below_zero = below_zero
        self.lots: list[Lot] = []
        self.owner: dict[int, int] = {}
        self.kind_of: dict[int, str] = {}
        self.brought: set[int] = set()
        """Accounts that a merge brought along: spent from, but given nothing."""

    # what is held

    def of(self, customer: int, *kinds: str) -> list[Lot]:
        """Return a customer's lots of some kinds."""
        return [lot for lot in self.lots if self.owner[lot.account] == customer and lot.kind in kinds]

    def available(self, customer: int, today: date, *kinds: str) -> int:
        """Return what can be used; a debt counts against it."""
        return sum(lot.left for lot in self.of(customer, *kinds) if lot.left < 0 or lot.usable(today))

    def total(self, customer: int, *kinds: str) -> int | None:
        """Return what lists show: None without an account."""
        stored = kinds != (POINTS,)
        accounts = [a for a, whose in self.owner.items() if whose == customer and (self.kind_of[a] != POINTS) == stored]
        return sum(lot.left for lot in self.of(customer, *kinds)) if accounts else None

    def _account(self, customer: int, kind: str) -> int:
        family = POINTS if kind == POINTS else PRINCIPAL
        mine = [a for a, whose in self.owner.items() if whose == customer and self.kind_of[a] == family]
        mine = [account for account in mine if account not in self.brought]
        if not mine:
            mine = [len(self.owner) + 1]
            self.owner[mine[0]], self.kind_of[mine[0]] = customer, family
        return mine[0]

    def give(self, account: int, kind: str, quantity: int, today: date, ends: date | None = None) -> Lot:
        """Give a lot."""
        lot = Lot(len(self.lots), account, kind, quantity, today, ends)
        self.lots.append(lot)
        return lot

    def give_to(self, customer: int, kind: str, quantity: int, today: date) -> Lot:
        """Give a lot that never ends into a customer's own oldest account."""
        return self.give(self._account(customer, kind), kind, quantity, today)

    # moving parts

    @staticmethod
    def _take(lots: Iterable[Lot], quantity: int, today: date) -> tuple[Parts, int]:
        """Take up to so much, nearest end first; return the parts and what is missing."""
        parts: Parts = []
        for lot in sorted(lots, key=lambda lot: (lot.ends or date.max, lot.day, lot.number)):
            part = min(lot.left, quantity) if lot.usable(today) else 0
            if part:
                lot.left -= part
                quantity -= part
                parts.append((lot, part))
        return parts, quantity

    def _give_back(self, spent: Parts, gone: int, quantity: int, today: date) -> Parts:
        """Give back the last taken first, after `gone` of it came back before."""
        gave: Parts = []
        for lot, taken in reversed(spent):
            before = min(gone, taken)
            gone -= before
            part = min(taken - before, quantity)
            quantity -= part
            if part:
                gave.append((self._returned(lot, part, today), part))
        return gave

    def _returned(self, lot: Lot, part: int, today: date) -> Lot:
        """Return the lot that takes back what was spent: the same, or one that lives on where it has ended."""
        if lot.ends is not None and lot.ends < today:
            return self.give(lot.account, lot.kind, part, today, today + timedelta(days=LIVES_ON))
        lot.left += part
        return lot

    def _take_back(self, lot: Lot, quantity: int, customer: int, today: date) -> Parts:
        """Take back what a lot was given: of itself, of others, else a debt."""
        before = [(each, each.left) for each in self.lots]
        part = min(max(lot.left, 0), quantity)
        lot.left -= part
        taken = [(lot, part)] if part else []
        others = [other for other in self.of(customer, POINTS) if other is not lot]
        more, missing = self._take(others, quantity - part, today)
        if missing and not self.below_zero:
            for each, left in before:
                each.left = left
            raise RefusedError("already_spent")
        if missing:
            more = [*more, (self.give(lot.account, POINTS, -missing, today), missing)]
        return taken + more

    # what a till does

    def sell(self, customer: int, amount: int, points: int, stored: int, today: date) -> Sale:
        """Sell for an amount, part of it paid by points and by stored value."""
        if points > self.available(customer, today, POINTS):
            raise RefusedError("not_enough")
        if stored > self.available(customer, today, PRINCIPAL, GIFT):
            raise RefusedError("not_enough")
        sale = Sale(customer, amount, points, stored)
        sale.from_points, _ = self._take(self.of(customer, POINTS), points, today)
        sale.from_stored, missing = self._take(self.of(customer, PRINCIPAL), stored, today)
        gifts, _ = self._take(self.of(customer, GIFT), missing, today)
        sale.from_stored += gifts
        sale.earned = (amount - points - sum(part for _, part in gifts)) // 100
        if sale.earned:
            ends = today + timedelta(days=DAYS)
            sale.lot = self.give(self._account(customer, POINTS), POINTS, sale.earned, today, ends)
            self._settle(customer, sale.lot)
        return sale

    def _settle(self, customer: int, lot: Lot) -> None:
        for debt in sorted(self.of(customer, POINTS), key=lambda lot: (lot.day, lot.number)):
            part = min(-debt.left, lot.left) if debt.left < 0 else 0
            debt.left += part
            lot.left -= part

    def refund(self, sale: Sale, amount: int, points: int, stored: int, today: date) -> Refund:
        """Take goods back for an amount, paid back by points, by stored value, the rest in cash."""
        if not sale.live:
            raise RefusedError("already_void")
        if amount <= 0:
            raise RefusedError("amount_wrong")
        if amount > sale.amount - sale.back("amount"):
            raise RefusedError("refund_too_high")
        refund = Refund(sale, amount, points, stored)
        due = sale.earned * (sale.back("amount") + amount) // sale.amount - sale.back("taken")
        ended = sale.lot.expired if sale.lot else 0
        refund.taken = max(min(due, sale.earned - ended - sale.back("taken")), 0)
        if refund.taken and sale.lot:
            refund.took = self._take_back(sale.lot, refund.taken, sale.customer, today)
        refund.gave = self._give_back(sale.from_points, sale.back("points"), points, today)
        refund.gave += self._stored_back(sale, stored, today)
        sale.refunds.append(refund)
        return refund

    def _stored_back(self, sale: Sale, amount: int, today: date) -> Parts:
        """Give stored value back: gifts first, for principal was spent first."""
        gave: Parts = []
        for kind in (GIFT, PRINCIPAL):
            spent = [(lot, part) for lot, part in sale.from_stored if lot.kind == kind]
            gone = sum(part for one in sale.refunds for lot, part in one.gave if lot.kind == kind)
            part = min(sum(part for _, part in spent) - gone, amount)
            amount -= part
            gave += self._give_back(spent, gone, part, today)
        return gave

    def void(self, slip: Sale | Refund, today: date) -> None:
        """Void a slip: what it took goes back, what it gave is taken back."""
        state = [(lot, lot.left, lot.spared) for lot in self.lots]
        try:
            if isinstance(slip, Refund):
                self._void_refund(slip, today)
            else:
                self._void_sale(slip, today)
        except RefusedError:
            del self.lots[len(state) :]
            for lot, left, spared in state:
                lot.left, lot.spared = left, spared
            raise

    def _void_refund(self, refund: Refund, today: date) -> None:
        if refund not in refund.sale.refunds:
            raise RefusedError("already_void")
        for lot, part in refund.took:
            lot.left += part
        for lot in dict.fromkeys(lot for lot, _ in refund.gave):
            given = sum(part for other, part in refund.gave if other is lot)
            self._answer(lot, given, today)
        refund.sale.refunds.remove(refund)

    def _void_sale(self, sale: Sale, today: date) -> None:
        if not sale.live:
            raise RefusedError("already_void")
        if sale.refunds:
            raise RefusedError("not_undoable")
        for lot, part in sale.from_points + sale.from_stored:
            self._returned(lot, part, today)
        if sale.lot:
            self._answer(sale.lot, sale.earned, today)
        sale.live = False

    def _answer(self, lot: Lot, given: int, today: date) -> None:
        """Take back what a lot was given, but for what ended of it unused and spared nobody before."""
        quantity = max(given - max(lot.expired - lot.spared, 0), 0)
        if quantity and lot.kind != POINTS:
            if quantity > lot.left:
                raise RefusedError("already_spent")
            lot.left -= quantity
        elif quantity:
            self._take_back(lot, quantity, self.owner[lot.account], today)
        lot.spared += given - quantity

    def take_away(self, lot: Lot, given: int) -> None:
        """Take a gift of stored value back."""
        if lot.left < given:
            raise RefusedError("already_spent")
        lot.left -= given

    def expire(self, today: date) -> None:
        """Book what has ended."""
        for lot in self.lots:
            if lot.left > 0 and lot.ends is not None and lot.ends < today:
                lot.expired += lot.left
                lot.left = 0
