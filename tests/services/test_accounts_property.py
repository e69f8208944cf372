"""Random days at the counter against a plain model: lots, balances and lists agree with it after every step."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, Offer, PointsRules, StoredRules, VisitRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.expire_lots import expire_lots
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.top_up import TopUpDraft, WithdrawDraft, top_up, withdraw
from crm_desktop.services.undo import undo
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, use_card
from tests.support.loyalty import TODAY, later, programme, slip, sums_hold
from tests.support.shop import Shop, open_shop

SEQUENCES = int(os.environ.get("CRM_TEST_SEQUENCES", "500")) // 25
"""Fewer than at the till: each of these opens a shop of its own and looks at three whole customers a step."""
POINTS_DAYS, GIFT_DAYS, CARD_DAYS = 2, 3, 4
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["give", "take", "top up", "pay out", "sell", "use", "undo", "merge", "apart", "day", "day", "day", "book"]
        ),
        st.integers(0, 2),
        st.integers(60, 300),
    ),
    min_size=9,
    max_size=16,
)


@dataclass
class Held:
    """A lot of the model: whose it was from the beginning, what it is, how much is left and until when."""

    home: int
    kind: str
    left: int
    until: date


class Model:
    """A shop of three people in plain lists."""

    def __init__(self) -> None:
        self.today = TODAY
        self.lots: list[Held] = []
        self.family: dict[int, int] = {}
        """Who was merged into whom."""

    def of(self, who: int, kind: str) -> list[Held]:
        mine = [lot for lot in self.lots if self.family.get(lot.home, lot.home) == who and lot.kind == kind]
        return sorted((lot for lot in mine if lot.until >= self.today and lot.left), key=lambda lot: lot.until)

    def sum(self, who: int, kind: str) -> int:
        return sum(lot.left for lot in self.of(who, kind))

    def give(self, who: int, kind: str, much: int, days: int) -> None:
        self.lots.append(Held(who, kind, much, self.today + timedelta(days=days)))

    def take(self, who: int, kind: str, much: int) -> bool:
        if self.sum(who, kind) < much:
            return False
        for lot in self.of(who, kind):
            part = min(lot.left, much)
            lot.left, much = lot.left - part, much - part
        return True


class Counter:
    """Does each step in the shop and in the model, and compares."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.model, self.number = shop, Model(), 0
        self.points = programme(shop, rules=PointsRules(points=0, expiry=Expiry(ExpiryMode.DAYS, POINTS_DAYS)))
        rules = StoredRules((Offer(100, 10),), gift_days=GIFT_DAYS)
        self.stored = programme(shop, ProgrammeKind.STORED, rules)
        self.card = programme(shop, ProgrammeKind.VISITS, VisitRules(5, 0, valid_days=CARD_DAYS))
        self.people = [shop.add(name) for name in ("陈静", "李娜", "王芳")]
        self.last: tuple[int, list[Held]] | None = None
        """The last booking that can be taken back, and the lots before it."""
        self.merged: tuple[int, int, int] | None = None

    @property
    def place(self):
        return later(self.shop, (self.model.today - TODAY).days).workplace

    def slip(self) -> str:
        self.number += 1
        return slip(self.number)

    def step(self, what: str, at: int, much: int) -> None:
        who = self.model.family.get(at, at)
        before = [replace(lot) for lot in self.model.lots]
        job = {
            "give": self.give,
            "take": self.take,
            "top up": self.top_up,
            "pay out": self.pay_out,
            "sell": self.sell,
            "use": self.use,
        }.get(what)
        if job is not None:
            try:
                operation = job(who, much)
            except Fault:
                operation = None
            self.last = (operation, before) if operation else None
        else:
            {"undo": self.undo, "merge": self.merge, "apart": self.apart, "day": self.day, "book": self.book}[what](
                much
            )
        self.compare()

    def give(self, who: int, much: int) -> int | None:
        adjustment = Adjustment(self.slip(), self.people[who], self.points, much, "x")
        self.model.give(who, "points", much, POINTS_DAYS)
        return adjust_points(self.place, adjustment).changes.operation_id

    def take(self, who: int, much: int) -> int | None:
        adjustment = Adjustment(self.slip(), self.people[who], self.points, -much, "x")
        if not self.model.take(who, "points", much):
            self.refused(lambda: adjust_points(self.place, adjustment))
            return None
        return adjust_points(self.place, adjustment).changes.operation_id

    def top_up(self, who: int, much: int) -> int | None:
        self.model.give(who, "principal", much, 99_999)
        if much >= 100:
            self.model.give(who, "gift", 10, GIFT_DAYS)
        return top_up(self.place, TopUpDraft(self.slip(), self.people[who], much)).changes.operation_id

    def pay_out(self, who: int, much: int) -> int | None:
        draft = WithdrawDraft(self.slip(), self.people[who], much)
        principal, gift = self.model.sum(who, "principal"), self.model.sum(who, "gift")
        if not self.model.take(who, "principal", much):
            self.refused(lambda: withdraw(self.place, draft))
            return None
        self.model.take(who, "gift", gift * much // principal)
        return withdraw(self.place, draft).changes.operation_id

    def sell(self, who: int, _much: int) -> int | None:
        self.model.give(who, "visits", 5, CARD_DAYS)
        return sell_card(self.place, CardSaleDraft(self.slip(), self.people[who], self.card)).changes.operation_id

    def use(self, who: int, _much: int) -> int | None:
        draft = CardUseDraft(self.slip(), self.people[who])
        if not self.model.take(who, "visits", 1):
            self.refused(lambda: use_card(self.place, draft))
            return None
        return use_card(self.place, draft).changes.operation_id

    def refused(self, job) -> None:
        try:
            job()
        except Fault:
            return
        raise AssertionError("this had to be refused")

    def undo(self, _much: int) -> None:
        if self.last is not None:
            undo(self.place, self.last[0])
            self.model.lots = self.last[1]
            self.last = None

    def merge(self, _much: int) -> None:
        if self.merged is None:
            done = merge_customers(self.place, self.people[:2])
            into = self.people.index(done.survivor_id)
            self.merged = (done.changes.operation_id or 0, 1 - into, into)
            self.model.family[1 - into] = into
            self.last = None

    def apart(self, _much: int) -> None:
        if self.merged is not None:
            undo(self.place, self.merged[0])
            del self.model.family[self.merged[1]]
            self.merged, self.last = None, None

    def day(self, much: int) -> None:
        self.model.today += timedelta(days=1 + much % 2)
        self.last = None

    def book(self, _much: int) -> None:
        expire_lots(self.place)

    def compare(self) -> None:
        for who, customer in enumerate(self.people):
            shown = loyalty_of(self.place, customer)
            found = (shown.points, shown.principal, shown.gift, sum(card.left for card in shown.cards))
            there = tuple(
                0 if who in self.model.family else self.model.sum(who, kind)
                for kind in ("points", "principal", "gift", "visits")
            )
            assert found == there
        assert sums_hold(self.shop)


@settings(max_examples=SEQUENCES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_at_the_counter_the_accounts_agree_with_a_plain_model(tmp_path: Path, steps) -> None:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    shop = open_shop(folder)
    try:
        counter = Counter(shop)
        for step in steps:
            counter.step(*step)
    finally:
        shop.store.close()
