"""What has expired is booked in short turns, once, and only what was left."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, PointsRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services import expire_lots as job
from crm_desktop.services.expire_lots import expire_lots
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import undo_steps
from crm_desktop.services.visit_cards import CardSaleDraft, CardUseDraft, sell_card, use_card
from crm_desktop.store import expiry
from crm_desktop.store.dump import business_dump
from tests.support.loyalty import TODAY, entries, give, held, later, programme, slip, sums_hold
from tests.support.shop import NOON, Shop


def test_a_lot_lives_through_its_last_day_and_is_booked_after_it(shop: Shop) -> None:
    who, points = shop.add("陈静"), programme(shop)
    give(shop, who, points, 100, TODAY)
    give(shop, who, points, 30)
    assert expire_lots(shop.workplace).lots == 0
    assert expire_lots(later(shop, 1).workplace).lots == 1
    assert held(shop, who) == (30, 0, 0)
    assert entries(shop)[-1] == ("expire", -100)
    assert sums_hold(shop)


def test_nothing_expires_twice_and_nobody_can_take_it_back(shop: Shop) -> None:
    who, points = shop.add("陈静"), programme(shop)
    give(shop, who, points, 100, TODAY)
    tomorrow = later(shop, 1).workplace
    before = undo_steps(tomorrow)
    expire_lots(tomorrow)
    assert expire_lots(tomorrow).changes == ()
    assert undo_steps(tomorrow) == before


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Asia/Shanghai", date(2026, 11, 22)),
        ("Europe/Berlin", date(2026, 10, 24)),  # the night after has 25 hours
        ("America/New_York", date(2027, 3, 13)),  # the night after has 23 hours
    ],
)
def test_the_shops_day_ends_at_its_hour_not_at_midnight(
    shop: Shop, name: str, last: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "clock_behind", lambda _place: None)  # the shop is younger than some of these days
    change_setting(shop.workplace, TIME_ZONE.key, name)
    give(shop, shop.add("陈静"), programme(shop), 100, last)
    end = datetime.combine(last + timedelta(days=1), time(4), ZoneInfo(name))
    assert expire_lots(later(shop, at=end - timedelta(minutes=1)).workplace).lots == 0
    assert expire_lots(later(shop, at=end).workplace).lots == 1


def test_many_lots_are_booked_in_turns_that_can_be_stopped_between(shop: Shop) -> None:
    stored = programme(shop, ProgrammeKind.STORED)
    people = [shop.add(f"客{number}") for number in range(3)]
    for number in range(150):
        give(shop, people[number % 3], stored, 10 + number, TODAY - timedelta(days=number))
    asked = iter([False, True])
    first = expire_lots(shop.workplace, lambda: next(asked))
    assert (first.complete, first.lots) == (False, job.FIRST)
    rest = expire_lots(shop.workplace)
    assert (rest.complete, first.lots + rest.lots) == (True, 149)
    assert sums_hold(shop)


def _many(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give many of some people lots that have ended, and one lot each that has not."""
    monkeypatch.setattr(expiry, "MANY", 10)
    monkeypatch.setattr(job, "FIRST", 5)
    points = programme(shop)
    people = [shop.add(f"客{number}") for number in range(12)]
    for who in people:
        give(shop, who, points, 7, TODAY - timedelta(days=who % 9 + 1))
        give(shop, who, points, 5)
    return people


def test_many_lots_are_booked_along_the_accounts(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    people = _many(shop, monkeypatch)
    asked = iter([False, True])
    first = expire_lots(shop.workplace, lambda: next(asked))
    assert (first.complete, first.lots) == (False, job.FIRST)
    assert [held(shop, who)[0] for who in people] == [5] * job.FIRST + [12] * (12 - job.FIRST)
    assert sums_hold(shop)


def test_what_gave_way_goes_on_where_it_came_to_and_leaves_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    people = _many(shop, monkeypatch)
    asked = count()
    first = expire_lots(shop.workplace, lambda: next(asked) > 0)
    give(shop, people[0], programme(shop), 3, TODAY - timedelta(days=1))  # behind where it came to
    rest = expire_lots(shop.workplace)
    assert (rest.complete, first.lots + rest.lots) == (True, 13)
    assert {held(shop, who)[0] for who in people} == {5}
    assert expire_lots(shop.workplace).changes == ()
    assert sums_hold(shop)


def test_a_clock_set_back_expires_nothing_earlier_and_nothing_again(shop: Shop) -> None:
    who, points = shop.add("陈静"), programme(shop)
    give(shop, who, points, 100, TODAY + timedelta(days=1))
    expire_lots(later(shop, 2).workplace)
    with shop.store.read() as connection:
        after = business_dump(connection)
    expire_lots(later(shop, at=NOON - timedelta(days=400)).workplace)
    with shop.store.read() as connection:
        assert business_dump(connection) == after


def test_what_inactivity_would_end_is_put_off_by_each_purchase_and_each_visit(shop: Shop) -> None:
    rules = PointsRules(money=100, expiry=Expiry(ExpiryMode.INACTIVITY, 6))
    programme(shop, rules=rules)
    who = shop.add("陈静")
    sell_card(shop.workplace, CardSaleDraft(slip(1), who, programme(shop, ProgrammeKind.VISITS), price=100))
    record_sale(shop.workplace, SaleDraft(slip(2), (LineDraft("茶", 10_000),), who))
    use_card(later(shop, 100).workplace, CardUseDraft(slip(3), who))
    assert expire_lots(later(shop, 200).workplace).lots == 0
    record_sale(later(shop, 201).workplace, SaleDraft(slip(4), (LineDraft("茶", 10_000),), who))
    assert held(shop, who)[0] == 201
    assert expire_lots(later(shop, 201 + 190).workplace).lots == 3
    assert held(shop, who)[0] == 0


def test_a_changed_rule_never_touches_what_was_given_before(shop: Shop) -> None:
    programme(shop, rules=PointsRules(money=100, expiry=Expiry(ExpiryMode.MONTHS, 12)))
    who = shop.add("陈静")
    record_sale(shop.workplace, SaleDraft(slip(1), (LineDraft("茶", 10_000),), who))
    programme(shop, rules=PointsRules(money=100, expiry=Expiry(ExpiryMode.DAYS, 1)))
    record_sale(shop.workplace, SaleDraft(slip(2), (LineDraft("茶", 1_000),), who))
    expire_lots(later(shop, 30).workplace)
    assert held(shop, who)[0] == 100
