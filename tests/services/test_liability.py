"""What the shop owes: every unspent point, yuan and visit, once, in the month it ends in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.lots import NewLot
from crm_desktop.domain.loyalty.rules import Offer, PointsRules, Spending, StoredRules
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind
from crm_desktop.domain.loyalty.worth import PointWorth, point_worth
from crm_desktop.services.liability import liability
from crm_desktop.store import tables
from crm_desktop.store.ledger import add_lot, open_account
from crm_desktop.store.programmes import begin_programme
from tests.support.loyalty import give, later, programme
from tests.support.shop import Shop

TODAY = date(2026, 11, 22)
PAYING = PointsRules(spending=Spending(100, 100))


def test_points_stored_value_and_visits_are_owed_as_money_by_month(shop: Shop) -> None:
    points, stored = programme(shop, ProgrammeKind.POINTS, PAYING), programme(shop, ProgrammeKind.STORED)
    cards = programme(shop, ProgrammeKind.VISITS)
    who = shop.add("王芳")
    give(shop, who, points, 250, date(2026, 12, 31))
    give(shop, who, points, 50, date(2026, 12, 1))
    give(shop, who, points, 99)
    give(shop, who, stored, 10_000, kind=LotKind.PRINCIPAL)
    give(shop, who, stored, 1_000, date(2027, 2, 28))
    give(shop, who, cards, 3, date(2027, 1, 15))
    found = liability(shop.workplace)
    shown = [(line.kind.value, line.month and f"{line.month:%y-%m}", line.quantity, line.owed) for line in found.lines]
    assert shown == [
        ("points", "26-12", 300, 300),
        ("points", None, 99, 99),
        ("stored", "27-02", 1_000, 1_000),
        ("stored", None, 10_000, 10_000),
        ("visits", "27-01", 3, 3 * 8_800),
    ]
    assert (found.points, found.principal, found.gift, found.uses) == (399, 10_000, 1_000, 3)
    assert (found.owed, found.accounts) == (399 + 11_000 + 26_400, 3)


def test_what_has_ended_is_owed_no_more_on_the_day_after_its_last(shop: Shop) -> None:
    points = programme(shop, ProgrammeKind.POINTS, PAYING)
    give(shop, shop.add("王芳"), points, 100, date(2026, 11, 23))
    assert liability(later(shop, 1).workplace).points == 100
    assert liability(later(shop, 2).workplace).points == 0


def test_a_debt_of_points_lowers_nobody_elses_claim(shop: Shop) -> None:
    points = programme(shop, ProgrammeKind.POINTS, PAYING)
    one, other = shop.add("王芳"), shop.add("李娜")
    give(shop, one, points, 100)
    with shop.workplace.unit_of_work(Kind.POINTS_ADJUST) as work:
        account = open_account(work, points, other)
        add_lot(work, account, NewLot(LotKind.POINTS, LotSource.DEBT, -40, TODAY), Cause.TAKE_BACK)
        work.commit()
    found = liability(shop.workplace)
    assert (found.points, found.points_owed, found.debts) == (100, 100, 40)


def test_uses_without_a_price_are_owed_at_their_part_of_the_cards(shop: Shop) -> None:
    cards = programme(shop, ProgrammeKind.VISITS)
    who = shop.add("王芳")
    with shop.workplace.unit_of_work(Kind.POINTS_ADJUST) as work:
        account = open_account(work, cards, who)
        add_lot(work, account, NewLot(LotKind.VISITS, LotSource.TOP_UP, 4, TODAY, worth=5_000), Cause.OPENING)
        work.commit()
    assert liability(shop.workplace).uses_owed == 20_000


def test_points_that_pay_nothing_are_worth_the_best_reward_with_a_price(shop: Shop) -> None:
    points = programme(shop)
    give(shop, shop.add("王芳"), points, 300)
    assert liability(shop.workplace).points_owed == 0
    with shop.workplace.unit_of_work(Kind.REWARD_EDIT) as work:
        rewards = [("a", 100, 1_000), ("b", 200, 3_000)]
        rows = [
            {"public_id": key, "name": key, "kind": "money", "cost": cost, "value": value, "minimum": 0}
            | {"position": 0, "active": 1}
            for key, cost, value in rewards
        ]
        work.insert(tables.reward, rows)
        work.commit()
    assert liability(shop.workplace).points_owed == 4_500


@pytest.mark.parametrize(
    ("spending", "rewards", "worth"),
    [
        (Spending(), [], PointWorth(1, 0)),
        (Spending(100, 100), [(1, 99)], PointWorth(100, 100)),
        (Spending(), [(0, 5), (10, 20), (30, 50)], PointWorth(10, 20)),
    ],
)
def test_a_point_is_worth_what_it_pays_before_what_it_buys(
    spending: Spending, rewards: list[tuple[int, int]], worth: PointWorth
) -> None:
    assert point_worth(spending, rewards) == worth


def test_worth_is_rounded_for_nobody_twice() -> None:
    worth = PointWorth(3, 100)
    assert [worth.of(points) for points in (0, 1, 3, 7, -7)] == [0, 33, 100, 233, -233]
    assert [worth.points_for(amount) for amount in (0, 1, 33, 34, 100, 101)] == [0, 1, 1, 2, 3, 4]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gifts=st.lists(st.tuples(st.integers(1, 500), st.integers(-40, 400) | st.none()), max_size=8))
def test_months_add_up_to_what_everybody_can_still_use(shop: Shop, gifts: list[tuple[int, int | None]]) -> None:
    stored = programme(shop, ProgrammeKind.STORED, StoredRules((Offer(100, 10),)))
    before = liability(shop.workplace)
    who = shop.add("王芳")
    for quantity, days in gifts:
        give(shop, who, stored, quantity, None if days is None else date.fromordinal(TODAY.toordinal() + days))
    found = liability(shop.workplace)
    usable = sum(quantity for quantity, days in gifts if days is None or days >= 0)
    assert found.gift - before.gift == usable
    assert found.owed == sum(line.owed for line in found.lines)


def test_two_programmes_of_one_kind_are_told_apart(shop: Shop) -> None:
    points = programme(shop, ProgrammeKind.POINTS, PAYING)
    one, other = programme(shop, ProgrammeKind.VISITS), programme(shop, ProgrammeKind.VISITS, name="五次卡")
    with shop.workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        old = begin_programme(work, ProgrammeKind.POINTS, "old points", PAYING)
        work.commit()
    who = shop.add("王芳")
    for programme_id, quantity in ((points, 100), (old, 30), (one, 2), (other, 3)):
        give(shop, who, programme_id, quantity)
    assert [(line.programme_id, line.quantity) for line in liability(shop.workplace).lines] == [
        (points, 100),
        (one, 2),
        (other, 3),
        (old, 30),
    ]
