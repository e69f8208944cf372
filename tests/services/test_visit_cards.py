"""Visit cards: sold, used for what they are good for, shared by a household."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.base.errors import FaultKind
from crm_desktop.domain.loyalty.rules import Offer, PointsRules, StoredRules, TierRules, VisitRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import PayBy, Payment
from crm_desktop.services.decide_pairs import same_household
from crm_desktop.services.set_tier import set_tier
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.tiers import TierDraft, read_tiers, save_tier
from crm_desktop.services.top_up import TopUpDraft, top_up
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, share_card, use_card
from tests.support.loyalty import entries, held, later, product, programme, refused, slip, sums_hold
from tests.support.shop import Shop

TEN = VisitRules(10, 88_000, valid_days=365)


def _card(shop: Shop, rules: VisitRules = TEN) -> tuple[int, int]:
    """Sell a card to somebody new; return the customer and the programme."""
    sort = programme(shop, ProgrammeKind.VISITS, rules)
    who = shop.add("陈静")
    sell_card(shop.workplace, CardSaleDraft(slip(100), who, sort))
    return who, sort


def test_a_card_is_a_sale_and_a_visit_is_one_of_nothing(shop: Shop) -> None:
    who, _sort = _card(shop)
    done = use_card(shop.workplace, CardUseDraft(slip(1), who))
    assert (done.balances[0].available, done.balances[0].next_expiry) == (9, date(2027, 11, 22))
    assert (held(shop, who), entries(shop)) == ((0, 0, 9), [("top_up", 10), ("use", -1)])
    with shop.store.read() as connection:
        row = connection.exec_driver_sql("SELECT sales, spent FROM customer WHERE id = ?", (who,)).one()
    assert tuple(row) == (2, 88_000)


def test_the_same_slip_twice_takes_one_visit(shop: Shop) -> None:
    who, _sort = _card(shop)
    use_card(shop.workplace, CardUseDraft(slip(1), who))
    assert use_card(shop.workplace, CardUseDraft(slip(1), who)).again
    assert held(shop, who) == (0, 0, 9)


def test_a_card_can_be_paid_with_stored_value_and_earns_points(shop: Shop) -> None:
    programme(shop, ProgrammeKind.POINTS, PointsRules(money=100))
    programme(shop, ProgrammeKind.STORED, StoredRules((Offer(100_000, 0),)))
    sort, who = programme(shop, ProgrammeKind.VISITS, TEN), shop.add("陈静")
    top_up(shop.workplace, TopUpDraft(slip(1), who, 100_000))
    sell_card(shop.workplace, CardSaleDraft(slip(2), who, sort, payments=(Payment(PayBy.STORED_VALUE.value, 88_000),)))
    assert held(shop, who) == (880, 12_000, 10)
    assert sums_hold(shop)


def test_a_card_costs_what_was_agreed_on_in_every_tier(shop: Shop) -> None:
    programme(shop)
    save_tier(shop.workplace, TierDraft("金卡", TierRules(0, price_off=1_000)))
    sort, who = programme(shop, ProgrammeKind.VISITS, TEN), shop.add("陈静")
    set_tier(shop.workplace, who, read_tiers(shop.workplace)[0].tier_id, "朋友")
    sell_card(shop.workplace, CardSaleDraft(slip(1), who, sort, payments=(Payment(PayBy.CASH.value, 88_000),)))
    assert held(shop, who)[2] == 10


def test_a_card_may_be_given_away_with_other_uses_than_its_sort(shop: Shop) -> None:
    sort, who = programme(shop, ProgrammeKind.VISITS, TEN), shop.add("陈静")
    sell_card(shop.workplace, CardSaleDraft(slip(1), who, sort, uses=3, price=0))
    assert held(shop, who) == (0, 0, 3)


def test_no_more_visits_are_taken_than_are_there(shop: Shop) -> None:
    who, _sort = _card(shop)
    kind, values = refused(lambda: use_card(shop.workplace, CardUseDraft(slip(1), who, uses=11)))
    assert (kind, values["available"]) == (FaultKind.NOT_ENOUGH, 10)
    use_card(shop.workplace, CardUseDraft(slip(2), who, uses=10))
    assert refused(lambda: use_card(shop.workplace, CardUseDraft(slip(3), who)))[0] is FaultKind.NOT_ENOUGH
    assert refused(lambda: use_card(shop.workplace, CardUseDraft(slip(4), who, uses=0)))[0] is FaultKind.NOT_ENOUGH


def test_a_card_counts_through_its_last_day(shop: Shop) -> None:
    who, _sort = _card(shop, VisitRules(10, 88_000, valid_days=2))
    use_card(later(shop, 2).workplace, CardUseDraft(slip(1), who))
    assert refused(lambda: use_card(later(shop, 3).workplace, CardUseDraft(slip(2), who)))[0] is FaultKind.NOT_ENOUGH


def test_weekdays_hours_and_the_daily_most_are_kept_unless_the_shop_says_so(shop: Shop) -> None:
    change_setting(shop.workplace, TIME_ZONE.key, "Asia/Shanghai")
    rules = VisitRules(10, 100, weekdays=frozenset({0, 1, 2, 3, 4}), hours=(9 * 60, 17 * 60), per_day=1)
    who, _sort = _card(shop, rules)  # a Sunday
    assert refused(lambda: use_card(shop.workplace, CardUseDraft(slip(1), who)))[1]["why"] == "weekday"
    monday = [datetime(2026, 11, 23, hour, tzinfo=ZoneInfo("Asia/Shanghai")) for hour in (8, 9)]
    early, open_ = (later(shop, at=moment).workplace for moment in monday)
    assert refused(lambda: use_card(early, CardUseDraft(slip(2), who)))[1]["why"] == "hours"
    use_card(open_, CardUseDraft(slip(3), who))
    assert refused(lambda: use_card(open_, CardUseDraft(slip(4), who)))[0] is FaultKind.LIMIT_REACHED
    use_card(open_, CardUseDraft(slip(5), who, confirmed=True))
    assert held(shop, who)[2] == 8


def test_a_card_is_good_for_its_services_alone(shop: Shop) -> None:
    face, neck = product(shop, "面部护理"), product(shop, "肩颈")
    who, _sort = _card(shop, VisitRules(10, 88_000, product_ids=frozenset({face})))
    assert refused(lambda: use_card(shop.workplace, CardUseDraft(slip(1), who, product_id=neck)))[1]["why"] == "goods"
    use_card(shop.workplace, CardUseDraft(slip(2), who, product_id=face))
    use_card(shop.workplace, CardUseDraft(slip(3), who))  # the only service it is good for
    assert held(shop, who)[2] == 8


def test_a_household_shares_a_card_once_it_is_said(shop: Shop) -> None:
    who, sort = _card(shop)
    child, stranger = shop.add("陈小宝"), shop.add("李娜")
    same_household(shop.workplace, [who, child])
    with shop.store.read() as connection:
        account = connection.exec_driver_sql("SELECT id FROM account WHERE programme_id = ?", (sort,)).scalar_one()

    def use(number: int, whom: int) -> CardUseDraft:
        return CardUseDraft(slip(number), whom, account)

    assert refused(lambda: use_card(shop.workplace, use(1, child)))[1]["why"] == "household"
    share_card(shop.workplace, account, True)
    assert use_card(shop.workplace, use(2, child)).balances[0].available == 9
    assert use_card(shop.workplace, CardUseDraft(slip(3), child)).balances[0].of_customer_id == who
    assert refused(lambda: use_card(shop.workplace, use(4, stranger)))[1]["why"] == "household"
    share_card(shop.workplace, account, False)
    assert refused(lambda: use_card(shop.workplace, use(5, child)))[1]["why"] == "household"
    assert held(shop, who)[2] == 8


def test_of_several_cards_the_one_that_ends_first_is_used(shop: Shop) -> None:
    who, _sort = _card(shop)
    short = programme(shop, ProgrammeKind.VISITS, VisitRules(5, 100, valid_days=30), "体验卡")
    sell_card(shop.workplace, CardSaleDraft(slip(1), who, short))
    used = use_card(shop.workplace, CardUseDraft(slip(2), who))
    assert {one.name: one.available for one in used.balances} == {"十次卡": 10, "体验卡": 4}


@pytest.mark.parametrize("uses", [0, -1])
def test_a_card_without_uses_is_not_sold(shop: Shop, uses: int) -> None:
    sort, who = programme(shop, ProgrammeKind.VISITS, TEN), shop.add("陈静")
    draft = CardSaleDraft(slip(), who, sort, uses=uses)
    assert refused(lambda: sell_card(shop.workplace, draft))[0] is FaultKind.AMOUNT_WRONG
