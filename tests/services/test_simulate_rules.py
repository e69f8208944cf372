"""The simulator: other rules on the sales that were, worked out by the till's own engine in a child process."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.domain.loyalty.rules import (
    BirthdayTime,
    Multiplier,
    PointsRules,
    Spending,
    StoredRules,
    Tier,
    TierRules,
    VisitRules,
)
from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind
from crm_desktop.domain.sales import LineDraft, Payment, ProductDraft, SaleDraft
from crm_desktop.services import change_dates
from crm_desktop.services.catalogue import add_product
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.simulate_rules import RulesDraft, Simulation, simulate_rules
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, use_card
from crm_desktop.services.void_sale import void_sale
from tests.support.loyalty import programme
from tests.support.shop import NOON, Shop
from tests.support.till import Till

PAYING = PointsRules(spending=Spending(points=100, money=100))
SILVER = Tier(1, "Silver", TierRules(30_000, factor=150, price_off=1_000))


@pytest.fixture
def till(shop: Shop) -> Till:
    return Till(shop)


def ago(days: int):
    return NOON - timedelta(days=days)


def issued(till: Till) -> int:
    """What the till gave for slips that still count."""
    query = "SELECT sum(e.delta) FROM ledger_entry e JOIN sale s ON s.id = e.sale_id WHERE e.cause = 'earn' AND s.live"
    return till.rows(query)[0][0]


def simulate(till: Till, *drafts: RulesDraft, **values: object) -> Simulation:
    return simulate_rules(till.place, drafts, **values)


def test_the_rules_there_are_give_what_the_till_gave(till: Till) -> None:
    till.programme("points", PAYING)
    silver = till.tier("Silver", 30_000, factor=150)
    one, other = till.shop.add("王芳"), till.shop.add("李娜")
    for days, who, amount in ((90, one, 20_000), (60, other, 9_990), (30, one, 15_050), (3, one, 12_345)):
        till.sell(amount, who, at=ago(days))
    gone = till.sell(70_000, other, at=ago(2))
    void_sale(till.place, gone.sale_id, "wrong customer")
    tiers = (replace(SILVER, tier_id=silver, rules=TierRules(30_000, factor=150)),)
    (found,) = simulate(till, RulesDraft(PAYING, tiers)).drafts
    assert (found.issued, found.unspent) == (issued(till), till.points(one) + till.points(other))
    assert [(tier.name, tier.members, tier.up) for tier in found.tiers] == [("Silver", 1, 1)]
    assert found.liability == found.points_cost == found.unspent


def test_two_drafts_are_compared_on_the_same_sales_in_one_pass(till: Till) -> None:
    who = till.shop.add("王芳")
    change_dates.add_date(till.place, who, ImportantDate(DateKind.BIRTHDAY, 11, 30))
    till.sell(10_000, who, at=ago(200))
    till.sell(40_000, who, at=ago(10))
    birthday = replace(PAYING, multipliers=(Multiplier("Birthday", 300, birthday=BirthdayTime.MONTH),))
    found = simulate(till, RulesDraft(PAYING), RulesDraft(birthday, (SILVER,)))
    assert (found.slips, found.customers, found.turnover, found.sample) == (2, 1, 50_000, False)
    assert [draft.issued for draft in found.drafts] == [500, 100 + 1_200]
    assert found.drafts[0].tiers == ()


def test_what_tiers_take_off_prices_is_part_of_the_cost(till: Till) -> None:
    who = till.shop.add("王芳")
    till.sell(30_000, who, at=ago(20))
    till.sell(10_000, who, at=ago(10))
    (found,) = simulate(till, RulesDraft(PAYING, (SILVER,))).drafts
    assert (found.price_cost, found.points_cost, found.cost) == (1_000, 300 + 150, 1_450)


def test_goods_refunds_and_what_was_paid_by_points_or_gifts_go_the_tills_way(till: Till) -> None:
    points, stored = till.programme("points", PAYING), till.programme("stored", StoredRules())
    add_product(till.place, ProductDraft("Tea", price=5_000, points_rate=200))
    (product,) = (row[0] for row in till.rows("SELECT id FROM product"))
    who = till.shop.add("王芳")
    till.give(who, stored, LotKind.GIFT, 3_000)
    till.give(who, points, LotKind.POINTS, 500)
    two_teas = SaleDraft("tea", (LineDraft("Tea", 5_000, 2_000, product), LineDraft("Cup", 990)), who, at=ago(6))
    record_sale(till.place, two_teas)
    bought = till.sell(20_000, who, at=ago(5), payments=(Payment("stored_value", 3_000), Payment("cash", 17_000)))
    till.sell(1_000, who, at=ago(4), payments=(Payment("points", 100), Payment("cash", 900)), points_spent=100)
    till.refund(bought.sale_id, amount=5_000)
    (found,) = simulate(till, RulesDraft(PAYING)).drafts
    assert (found.issued, found.spent) == (issued(till), 100)
    assert found.unspent == till.points(who) - 500


def test_a_visit_with_a_card_earns_as_little_as_at_the_till(till: Till) -> None:
    rules = replace(PAYING, per_visit=5)
    till.programme("points", rules)
    card = programme(till.shop, ProgrammeKind.VISITS, VisitRules(10, 30_000))
    who = till.shop.add("王芳")
    sell_card(till.place, CardSaleDraft(new_public_id(), who, card))
    use_card(till.place, CardUseDraft(new_public_id(), who))
    (found,) = simulate(till, RulesDraft(rules)).drafts
    assert found.issued == issued(till) == 305


def test_only_the_last_months_count_and_earlier_sales_prepare_the_tiers(till: Till) -> None:
    who = till.shop.add("王芳")
    till.sell(40_000, who, at=ago(400))
    till.sell(1_000, who, at=ago(300))
    found = simulate(till, RulesDraft(PAYING, (SILVER,)))
    assert (found.slips, found.drafts[0].issued) == (1, 15)
    assert [(tier.members, tier.up, tier.down) for tier in found.drafts[0].tiers] == [(0, 0, 1)]


def test_one_customer_in_fifty_answers_first(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crm_desktop.services.simulate_rules.SAMPLE_FROM", 0)
    for number in range(1, 101):
        customer = till.shop.add(f"客{number}")
        if customer in (40, 41, 72, 73):
            till.sell(1_000, customer, at=ago(3))
    heard: list[Simulation] = []
    found = simulate(till, RulesDraft(PAYING), first=heard.append)
    assert [(one.sample, one.customers, one.drafts[0].issued) for one in heard] == [(True, 100, 1_000)]
    assert (found.customers, found.drafts[0].issued) == (4, 40)


def test_a_shop_without_sales_has_nothing_to_tell(till: Till) -> None:
    found = simulate(till, RulesDraft(PAYING, (SILVER,)))
    assert (found.slips, found.drafts[0].cost, found.drafts[0].tiers[0].members) == (0, 0, 0)


def test_it_can_be_cancelled(till: Till) -> None:
    with pytest.raises(Fault) as stopped:
        simulate(till, RulesDraft(PAYING), cancelled=lambda: True)
    assert stopped.value.kind is FaultKind.CANCELLED


def test_nonsense_is_refused_before_anything_is_replayed(till: Till) -> None:
    hole = (SILVER, Tier(2, "Gold", TierRules(10_000), 1))
    for draft in (RulesDraft(PointsRules(money=0)), RulesDraft(PAYING, hole)):
        with pytest.raises(Fault) as refused:
            simulate(till, draft)
        assert refused.value.kind is FaultKind.RULES_INVALID
