"""Writes what the customers of the sample shop bought, earned, paid for before and spent, as the till would have."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.demo.sales import (
    CARD_DAYS,
    CARD_NAME,
    CARD_PRICE,
    CARD_USES,
    GOODS,
    TASTING,
    DemoSales,
    DemoVisit,
)
from crm_desktop.domain.demo.shop import DAY, DemoShop
from crm_desktop.domain.loyalty import lots, stored, tiers, visits
from crm_desktop.domain.loyalty.earning import EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.explain import to_values
from crm_desktop.domain.loyalty.presets import Preset
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.loyalty.words import Cause, Lot, LotKind, Reason, Take, TierCause
from crm_desktop.domain.sales import ONE, TOP_UP, PayBy, SaleKind, SaleOrigin
from crm_desktop.store import sums
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad
from crm_desktop.store.demo_rules import DemoProgramme, DemoRules, next_id, write_rules
from crm_desktop.store.shop_time import shop_time

_SALE = (
    "id", "public_id", "number", "kind", "customer_id", "at", "day", "person_id", "channel", "subtotal", "total",
    "refers_to", "reason", "origin", "explanation",
)  # fmt: skip
_LINE = (
    "id", "sale_id", "position", "product_id", "category_id", "name", "quantity", "unit_price", "amount", "net",
    "refers_to",
)  # fmt: skip
_PAYMENT = ("sale_id", "method", "amount")
_ACCOUNT = ("id", "public_id", "programme_id", "customer_id", "opened_at")
_LOT = (
    "id", "account_id", "kind", "source", "quantity", "worth", "earned_on", "expires_on", "version_id", "sale_id",
)  # fmt: skip
_ENTRY = ("account_id", "lot_id", "cause", "delta", "at", "day", "person_id", "sale_id", "line_id")
_TIER_CHANGE = ("account_id", "tier_id", "at", "day", "cause", "sale_id")
_NAME_A_SALE = {
    "sale_line": _LINE,
    "sale_payment": _PAYMENT,
    "lot": _LOT,
    "ledger_entry": _ENTRY,
    "tier_change": _TIER_CHANGE,
}
_POINTS_A_UNIT = 100


@dataclass(frozen=True)
class _When:
    """A moment, the shop's day it belongs to, and who was at the counter."""

    at: int
    day: date
    person_id: int


@dataclass(frozen=True)
class _Written:
    """A slip that was written."""

    when: _When
    sale_id: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class _Line:
    """One line of a slip: product and category, name, quantity, price, amount; and the line it answers."""

    ware: tuple[int | None, int | None]
    name: str
    quantity: int
    price: int
    amount: int
    refers_to: int | None = None


@dataclass(frozen=True)
class _Draft:
    """A slip to be written."""

    lines: tuple[_Line, ...]
    payments: tuple[tuple[str, int], ...]
    why: tuple[Reason, ...] = ()
    kind: SaleKind = SaleKind.SALE
    channel: str | None = None
    refers_to: int | None = None
    reason: str | None = None


@dataclass
class _Buyer:
    """One customer on the way through her visits: her accounts, lots, and what she bought in the last year."""

    customer_id: int
    accounts: dict[int, int] = field(default_factory=dict)
    lots: dict[int, Lot] = field(default_factory=dict)
    bought: list[tuple[date, int]] = field(default_factory=list)
    tier_id: int | None = None

    def lots_of(self, *kinds: LotKind) -> list[Lot]:
        """Return the lots of some kinds."""
        return [lot for lot in self.lots.values() if lot.kind in kinds]


def write_sales(connection: Connection, load: BulkLoad, shop: DemoShop, sold: DemoSales, given: Preset) -> None:
    """Write catalogue, programmes and the slips of the newest customers; they are in the database already."""
    book = _Book(connection, shop, sold, write_rules(connection, load, shop, sold, given))
    newest = (
        select(t.customer.c.id, t.customer.c.created_at)
        .where(t.customer.c.deleted_at.is_(None))
        .order_by(t.customer.c.id.desc())
        .limit(sold.buyers)
    )
    for customer_id, came in reversed(connection.execute(newest).all()):
        book.write(customer_id, sold.visits(came))
    book.store(load)
    _add_up(connection)


def _add_up(connection: Connection) -> None:
    sums.make_tables(connection)
    for into, table in (
        ("sum_lot", "lot"),
        ("sum_account", "account"),
        ("sum_sale", "sale"),
        ("sum_product", "product"),
    ):
        connection.exec_driver_sql(f"INSERT INTO temp.{into} SELECT id FROM {table}")
    sums.refresh_sums(connection)


class _Book:
    """Gathers rows in the order of the customers; ids follow those that are there."""

    def __init__(self, connection: Connection, shop: DemoShop, sold: DemoSales, rules: DemoRules) -> None:
        self._clock = shop_time(connection)
        self._shop, self._sold, self._rules = shop, sold, rules
        self._next = {table.name: next_id(connection, table) for table in (t.sale, t.sale_line, t.account, t.lot)}
        self._rows: dict[str, list[tuple[Any, ...]]] = {
            name: [] for name in ("sale", "sale_line", "sale_payment", "account", "lot", "ledger_entry", "tier_change")
        }

    def store(self, load: BulkLoad) -> None:
        """Write everything that was gathered."""
        self._put_in_order()
        tables = (
            (t.sale, _SALE), (t.sale_line, _LINE), (t.sale_payment, _PAYMENT), (t.account, _ACCOUNT), (t.lot, _LOT),
            (t.ledger_entry, _ENTRY), (t.tier_change, _TIER_CHANGE),
        )  # fmt: skip
        for table, columns in tables:
            load.insert(table, columns, self._rows[table.name])

    def _put_in_order(self) -> None:
        """Give the slips, made customer by customer, ids and numbers in the order in which they were written."""
        slips = sorted(self._rows["sale"], key=lambda row: (row[_SALE.index("at")], row[0]))
        first = min((row[0] for row in slips), default=0)
        ids = {row[0]: first + place for place, row in enumerate(slips)}
        numbers: Counter[str] = Counter()
        numbered = []
        for row in slips:
            day = row[_SALE.index("day")]
            numbers[day] += 1
            numbered.append((row[0], row[1], f"{day[2:].replace('-', '')}-{numbers[day]:03d}", *row[3:]))
        self._rows["sale"] = _renumbered(_renumbered(numbered, _SALE, "id", ids), _SALE, "refers_to", ids)
        for name, columns in _NAME_A_SALE.items():
            self._rows[name] = _renumbered(self._rows[name], columns, "sale_id", ids)

    def write(self, customer_id: int, visits: Iterator[DemoVisit]) -> None:
        """Write a customer's visits, the oldest first."""
        buyer = _Buyer(customer_id)
        for visit in visits:
            self._come(buyer, visit)

    def _come(self, buyer: _Buyer, visit: DemoVisit) -> None:
        when = self._when(visit.at, visit.staff)
        if visit.top_up:
            self._top_up(buyer, visit, self._when(visit.at - 120_000, visit.staff))
        if visit.buys_card:
            self._buy_card(buyer, self._when(visit.at - 60_000, visit.staff))
        if visit.uses_card and lots.available(buyer.lots_of(LotKind.VISITS), when.day):
            self._use_card(buyer, when)
        else:
            self._buy(buyer, visit, when)

    def _when(self, at: int, staff: int) -> _When:
        return _When(at, self._clock.day_of(from_stamp(at)), self._rules.staff[staff])

    # slips

    def _buy(self, buyer: _Buyer, visit: DemoVisit, when: _When) -> None:
        total = sum(GOODS[good].price * count for good, count in visit.goods)
        spent = self._points_to_spend(buyer, total, when.day) if visit.spends_points else 0
        by_points = spent // _POINTS_A_UNIT * 100
        method, takes = self._paid_by(buyer, visit, total - by_points, when.day)
        earned = self._rules.earner.earn(
            EarnSlip(
                tuple(_earn_line(good, count) for good, count in visit.goods),
                by_points,
                stored.gift_part(buyer.lots.values(), takes),
            ),
            Member(buyer.tier_id),
            when.day,
            self._clock.local(from_stamp(when.at)).time(),
        )
        payments = ((method, total - by_points), (PayBy.POINTS.value, by_points))
        lines = tuple(self._line(good, count) for good, count in visit.goods)
        slip = self._slip(buyer, when, _Draft(lines, payments, earned.reasons))
        points = buyer.lots_of(LotKind.POINTS)
        for take in (*takes, *(lots.take(points, spent, when.day) if spent else ())):
            self._take(buyer, take, Cause.SPEND, slip)
        by_line = {line: part for line, part in zip(slip.lines, earned.by_line, strict=True) if part}
        for new in earned.lots if earned.total else ():
            self._give(buyer, self._rules.points, new, slip, by_line)
        buyer.bought.append((when.day, total))
        self._move_tier(buyer, slip)
        if visit.comes_back_after is not None and not spent and not takes:
            self._bring_back(buyer, visit, slip, earned.by_line[0], method)

    def _points_to_spend(self, buyer: _Buyer, total: int, day: date) -> int:
        """Return as many points as she has, for at most half of the bill, in whole units of money."""
        there = lots.available(buyer.lots_of(LotKind.POINTS), day)
        return min(there, total // 2 * _POINTS_A_UNIT // 100) // _POINTS_A_UNIT * _POINTS_A_UNIT

    def _paid_by(self, buyer: _Buyer, visit: DemoVisit, due: int, day: date) -> tuple[str, tuple[Take, ...]]:
        """Return the way of payment, and what stored value it takes; where that is not enough, another way."""
        if visit.method != PayBy.STORED_VALUE:
            return visit.method, ()
        mine = buyer.lots_of(LotKind.PRINCIPAL, LotKind.GIFT)
        if stored.stored_sum(mine, day).both < due:
            return PayBy.WECHAT.value, ()
        return visit.method, stored.spend(mine, due, day, self._rules.stored_rules.spend_order)

    def _line(self, good: int, count: int, refers_to: int | None = None) -> _Line:
        ware, one = self._rules.products[good], GOODS[good]
        return _Line(ware, one.name, count * ONE, one.price, count * one.price, refers_to)

    def _slip(self, buyer: _Buyer, when: _When, draft: _Draft) -> _Written:
        sale_id = self._id(t.sale)
        total = sum(line.amount for line in draft.lines)
        said = json.dumps(to_values(draft.why), ensure_ascii=False) if draft.why else None
        head = (sale_id, self._sold.public_id(), "", draft.kind.value, buyer.customer_id, when.at)
        money = (draft.channel, total, total, draft.refers_to, draft.reason, SaleOrigin.TILL.value, said)
        self._rows["sale"].append((*head, when.day.isoformat(), when.person_id, *money))
        ids = tuple(self._id(t.sale_line) for _ in draft.lines)
        self._rows["sale_line"] += [
            (
                line_id,
                sale_id,
                place,
                *one.ware,
                one.name,
                one.quantity,
                one.price,
                one.amount,
                one.amount,
                one.refers_to,
            )
            for place, (line_id, one) in enumerate(zip(ids, draft.lines, strict=True))
        ]
        self._rows["sale_payment"] += [(sale_id, method, amount) for method, amount in draft.payments if amount]
        return _Written(when, sale_id, ids)

    def _bring_back(self, buyer: _Buyer, visit: DemoVisit, sold: _Written, earned: int, method: str) -> None:
        """Take the first line of a slip back, with the points it earned; too late for today, it stays sold."""
        at = visit.at + (visit.comes_back_after or 1) * DAY
        if at >= self._shop.now:
            return
        line = self._line(visit.goods[0][0], -visit.goods[0][1], sold.lines[0])
        payments = ((method, line.amount),)
        draft = _Draft((line,), payments, (), SaleKind.REFUND, None, sold.sale_id, "口味不合")
        slip = self._slip(buyer, self._when(at, visit.staff), draft)
        lot = next((lot for lot in buyer.lots.values() if lot.sale_id == sold.sale_id), None)
        if lot is not None and earned:
            self._take(buyer, Take(lot.lot_id, earned), Cause.TAKE_BACK, slip, slip.lines[0])
        buyer.bought.append((slip.when.day, line.amount))

    def _top_up(self, buyer: _Buyer, visit: DemoVisit, when: _When) -> None:
        method = PayBy.WECHAT.value if visit.method == PayBy.STORED_VALUE else visit.method
        line = _Line((None, None), "储值", ONE, visit.top_up, visit.top_up)
        slip = self._slip(buyer, when, _Draft((line,), ((method, visit.top_up),), channel=TOP_UP))
        for new in stored.top_up(self._rules.stored_rules, visit.top_up, None, when.day, self._rules.stored.version_id):
            self._give(buyer, self._rules.stored, new, slip)

    def _buy_card(self, buyer: _Buyer, when: _When) -> None:
        line = _Line((None, None), CARD_NAME, ONE, CARD_PRICE, CARD_PRICE)
        slip = self._slip(buyer, when, _Draft((line,), ((PayBy.WECHAT.value, CARD_PRICE),)))
        card = VisitRules(CARD_USES, CARD_PRICE, valid_days=CARD_DAYS)
        new = visits.card_lot(card, when.day, self._rules.card.version_id)
        self._give(buyer, self._rules.card, new, slip, {slip.lines[0]: CARD_USES})
        buyer.bought.append((when.day, CARD_PRICE))

    def _use_card(self, buyer: _Buyer, when: _When) -> None:
        line = replace(self._line(TASTING, 1), price=0, amount=0)
        slip = self._slip(buyer, when, _Draft((line,), ()))
        for take in lots.take(buyer.lots_of(LotKind.VISITS), 1, when.day):
            self._take(buyer, take, Cause.USE, slip)

    # the ledger

    def _give(
        self,
        buyer: _Buyer,
        programme: DemoProgramme,
        new: lots.NewLot,
        slip: _Written,
        by_line: Mapping[int, int] | None = None,
    ) -> None:
        cause = Cause.EARN if new.kind is LotKind.POINTS else Cause.TOP_UP
        account, lot_id = self._account(buyer, programme.programme_id, slip.when.at), self._id(t.lot)
        ends = new.expires_on.isoformat() if new.expires_on else None
        what = (new.kind.value, new.source.value, new.quantity, new.worth, slip.when.day.isoformat(), ends)
        self._rows["lot"].append((lot_id, account, *what, programme.version_id, slip.sale_id))
        amounts = (new.quantity, new.quantity, slip.when.day, new.expires_on, programme.version_id, slip.sale_id)
        buyer.lots[lot_id] = Lot(lot_id, account, new.kind, new.source, *amounts, new.worth)
        for line_id, part in by_line.items() if by_line else ((None, new.quantity),):
            self._enter(buyer.lots[lot_id], cause, part, slip, line_id)

    def _take(self, buyer: _Buyer, take: Take, cause: Cause, slip: _Written, line_id: int | None = None) -> None:
        lot = buyer.lots[take.lot_id]
        buyer.lots[take.lot_id] = replace(lot, left=lot.left - take.quantity)
        self._enter(lot, cause, -take.quantity, slip, line_id)

    def _enter(self, lot: Lot, cause: Cause, delta: int, slip: _Written, line_id: int | None) -> None:
        when = slip.when
        moment = (when.at, when.day.isoformat(), when.person_id)
        self._rows["ledger_entry"].append(
            (lot.account_id, lot.lot_id, cause.value, delta, *moment, slip.sale_id, line_id)
        )

    def _account(self, buyer: _Buyer, programme_id: int, at: int) -> int:
        if programme_id not in buyer.accounts:
            buyer.accounts[programme_id] = account = self._id(t.account)
            self._rows["account"].append((account, self._sold.public_id(), programme_id, buyer.customer_id, at))
        return buyer.accounts[programme_id]

    def _move_tier(self, buyer: _Buyer, slip: _Written) -> None:
        day = slip.when.day
        this, last = date(day.year, 1, 1), date(day.year - 1, 1, 1)
        now = sum(amount for when, amount in buyer.bought if when >= this)
        before = sum(amount for when, amount in buyer.bought if last <= when < this)
        standing, reached = tiers.Standing(buyer.tier_id), tiers.Reached(now, before)
        decision = tiers.decide(self._rules.tiers, standing, reached, day, self._rules.grace_days)
        if decision.moved:
            buyer.tier_id = decision.standing.tier_id
            account = self._account(buyer, self._rules.points.programme_id, slip.when.at)
            row = (account, buyer.tier_id, slip.when.at, day.isoformat(), TierCause.RULE.value, slip.sale_id)
            self._rows["tier_change"].append(row)

    def _id(self, table: Table) -> int:
        found = self._next[table.name]
        self._next[table.name] = found + 1
        return found


def _renumbered(
    rows: Sequence[tuple[Any, ...]], columns: Sequence[str], name: str, ids: Mapping[int, int]
) -> list[tuple[Any, ...]]:
    place = columns.index(name)
    return [(*row[:place], ids.get(row[place]), *row[place + 1 :]) for row in rows]


def _earn_line(good: int, count: int) -> EarnLine:
    amount = GOODS[good].price * count
    return EarnLine(amount, amount, count * ONE)
