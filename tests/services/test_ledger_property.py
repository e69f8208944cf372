"""Whatever a till does in whatever order: balance = sum of lots = sum of the ledger = a plain model, at every step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, PointsRules, Spending, StoredRules
from crm_desktop.domain.loyalty.words import LotKind
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.domain.sales import Payment
from crm_desktop.services.expire_lots import expire_lots
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.services.unmerge_customers import unmerge
from crm_desktop.services.void_sale import void_sale
from crm_desktop.store.check_ledger import ledger_findings
from tests.support.ledger_model import DAYS, GIFT, POINTS, PRINCIPAL, Model, Refund, RefusedError, Sale
from tests.support.shop import NOON, Shop, open_shop
from tests.support.till import Till

SEQUENCES = int(os.environ.get("CRM_TEST_SEQUENCES", "500"))
NAMES = ("sell", "sell", "sell", "refund", "refund", "void", "give", "days", "expire", "merge", "part", "undo")
LONGEST = int(os.environ.get("CRM_TEST_STEPS", "12"))
STEP = st.tuples(st.sampled_from(NAMES), st.integers(0, 9), st.integers(0, 99), st.integers(0, 99))
RULES = {
    below_zero: PointsRules(
        expiry=Expiry(ExpiryMode.DAYS, DAYS),
        spending=Spending(points=1, money=1),
        refund_may_go_below_zero=below_zero,
    )
    for below_zero in (True, False)
}


class Counter:
    """One shop for all sequences; its clock never goes back."""

    def __init__(self, folder: Path) -> None:
        self.now: datetime = NOON
        opened = open_shop(folder)
        self.shop = Shop(opened.store, replace(opened.workplace, clock=lambda: self.now))
        self.till = Till(self.shop)
        self.points = self.till.programme("points", RULES[True])
        self.stored = self.till.programme("stored", StoredRules())


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    made = Counter(tmp_path_factory.mktemp("ledger"))
    yield made
    made.shop.store.close()


class Sequence:
    """Three new customers, and the same done to the shop and to the model."""

    def __init__(self, counter: Counter, *, below_zero: bool) -> None:
        counter.now += timedelta(days=50)  # what other sequences left has ended
        self.counter, self.till, self.place = counter, counter.till, counter.till.place
        save_rules(self.place, counter.points, RULES[below_zero])
        self.model = Model(below_zero=below_zero)
        self.people = [counter.shop.add(name) for name in ("甲", "乙", "丙")]
        self.slips: list[tuple[int, Sale | Refund]] = []
        self.done: dict[int, Any] = {}
        self.merged: tuple[int, int, int, list[int], list[Sale]] | None = None

    @property
    def today(self) -> Any:
        """Return the shop's day."""
        return self.counter.now.date()

    def both(self, real: Any, plain: Any) -> tuple[Any, Any] | None:
        """Do it in the shop and in the model: both do it, or both refuse it with the same word."""
        word, expected = self._told(plain)
        if not word:
            return real(), expected
        with pytest.raises(Fault) as caught:
            real()
        assert caught.value.kind.value == word
        return None

    @staticmethod
    def _told(plain: Any) -> tuple[str, Any]:
        """Return the word with which the model refuses, or what it did."""
        try:
            return "", plain()
        except RefusedError as refused:
            return str(refused), None

    def live(self, number: int) -> int:
        """Return one of the customers who are nobody else's part."""
        there = [one for one in self.people if self.merged is None or one != self.merged[1]]
        return there[number % len(there)]

    # the steps

    def sell(self, who: int, much: int, how: int) -> None:
        customer, amount = self.live(who), 100 + much * 37
        points = [0, 0, amount // 3, min(self.model.available(customer, self.today, POINTS) + 1, amount)][how % 4]
        points = max(points, 0)
        stored = [0, 0, amount - points][how % 3]
        paid = [("points", points), ("stored_value", stored), ("cash", amount - points - stored)]
        payments = tuple(Payment(method, part) for method, part in paid if part)
        done = self.both(
            lambda: self.till.sell(amount, customer, points_spent=points, payments=payments),
            lambda: self.model.sell(customer, amount, points, stored, self.today),
        )
        if done:
            self._note(done[0], done[1])

    def _note(self, recorded: Any, slip: Sale | Refund) -> None:
        self.slips.append((recorded.sale_id, slip))
        self.done[recorded.changes.operation_id] = slip

    def refund(self, which: int, much: int, how: int) -> None:
        sales = [(sale_id, slip) for sale_id, slip in self.slips if isinstance(slip, Sale)]
        if not sales:
            return
        sale_id, sale = sales[which % len(sales)]
        left = {name: getattr(sale, name) - sale.back(name) for name in ("amount", "points", "stored")}
        amount = left["amount"] if how % 3 == 0 else max(left["amount"] * much // 100, 1)
        points = min(left["points"], amount)
        stored = min(left["stored"], amount - points)
        cash = left["amount"] - left["points"] - left["stored"]
        amount = min(amount, points + stored + cash) or amount
        paid = [("points", points), ("stored_value", stored), ("cash", amount - points - stored)]
        payments = tuple(Payment(method, part) for method, part in paid if part)
        done = self.both(
            lambda: self.till.refund(sale_id, amount=amount, payments=payments),
            lambda: self.model.refund(sale, amount, points, stored, self.today),
        )
        if done:
            self._note(done[0], done[1])

    def void(self, which: int, *_more: int) -> None:
        if self.slips:
            sale_id, slip = self.slips[which % len(self.slips)]
            self.both(lambda: void_sale(self.place, sale_id), lambda: self.model.void(slip, self.today))

    def give(self, who: int, much: int, how: int) -> None:
        customer, kind = self.live(who), (PRINCIPAL, GIFT)[how % 2]
        self.till.give(customer, self.counter.stored, LotKind(kind), much + 1)
        lot = self.model.give_to(customer, kind, much + 1, self.today)
        self.done[undo_steps(self.place).undo[-1].operation_id] = (lot, much + 1)

    def days(self, count: int, *_more: int) -> None:
        self.counter.now += timedelta(days=count + 1)

    def expire(self, *_more: int) -> None:
        expire_lots(self.place)
        self.model.expire(self.today)

    def merge(self, who: int, *_more: int) -> None:
        if self.merged is not None:
            return
        survivor, loser = self.people[who % 3], self.people[(who + 1) % 3]
        done = merge_customers(self.place, [survivor, loser], MergeChoices(survivor))
        accounts = [account for account, whose in self.model.owner.items() if whose == loser]
        sales = [slip for _, slip in self.slips if isinstance(slip, Sale) and slip.customer == loser]
        self._move(accounts, sales, survivor)
        self.model.brought.update(accounts)
        operation = done.changes.operation_id or 0
        self.merged = (survivor, loser, operation, accounts, sales)
        self.done[operation] = "merge"

    def _move(self, accounts: list[int], sales: list[Sale], customer: int) -> None:
        for account in accounts:
            self.model.owner[account] = customer
        for sale in sales:
            sale.customer = customer

    def part(self, *_more: int) -> None:
        if self.merged is not None:
            unmerge(self.place, self.merged[2])
            self._parted()

    def _parted(self) -> None:
        if self.merged is not None:
            _survivor, loser, operation, accounts, sales = self.merged
            self._move(accounts, sales, loser)
            self.model.brought.difference_update(accounts)
            self.done.pop(operation, None)
            self.merged = None

    def undo(self, *_more: int) -> None:
        step = undo_steps(self.place).undo[-1]
        what = self.done.get(step.operation_id)
        if step.final:  # a void by hand stands, and what was before it is not touched
            with pytest.raises(Fault):
                undo(self.place)
        elif what == "merge":
            undo(self.place)
            self._parted()
        elif step.kind is Kind.POINTS_ADJUST and what:
            self.both(lambda: undo(self.place), lambda: self.model.take_away(*what))
        elif what:
            self.both(lambda: undo(self.place), lambda: self.model.void(what, self.today))

    # what must hold

    def compare(self) -> None:
        """Compare what lists show and every lot with the model."""
        for customer in self.people:
            held = self.till.held(customer)
            assert held["points"] == self.model.total(customer, POINTS)
            assert held["stored_value"] == self.model.total(customer, PRINCIPAL, GIFT)
        mine = ",".join(map(str, self.people))
        rows = self.till.rows(
            'SELECT l.kind, l."left", l.expires_on, (SELECT sum(delta) FROM ledger_entry WHERE lot_id = l.id) '
            f'FROM lot l JOIN account a ON a.id = l.account_id WHERE a.customer_id IN ({mine}) AND l."left" <> 0 '
            "ORDER BY l.kind, l.expires_on, l.id"
        )
        assert all(left == entries for _, left, _, entries in rows)
        plain = [
            (lot.kind, lot.left, lot.ends.isoformat() if lot.ends else None) for lot in self.model.lots if lot.left
        ]
        assert sorted(map(str, (row[:3] for row in rows))) == sorted(map(str, plain))


@settings(max_examples=SEQUENCES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, min_size=1, max_size=LONGEST), below_zero=st.booleans())
def test_a_ledger_is_what_a_plain_model_says_at_every_step(
    counter: Counter, steps: list[Any], below_zero: bool
) -> None:
    sequence = Sequence(counter, below_zero=below_zero)
    for name, *numbers in steps:
        getattr(sequence, name)(*numbers)
        sequence.compare()


def test_after_all_of_them_every_sum_of_the_shop_is_right(counter: Counter) -> None:
    with counter.shop.store.read() as connection:
        assert list(ledger_findings(connection)) == []
