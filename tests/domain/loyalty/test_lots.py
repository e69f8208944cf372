from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.lots import (
    Spent,
    available,
    by_expiry,
    expire,
    give_back,
    renew,
    settle,
    take,
    take_back,
)
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode
from crm_desktop.domain.loyalty.words import LotKind, LotSource
from crm_desktop.domain.shop_time import ShopTime
from tests.domain.loyalty.makers import TODAY, days, lot, lots


def single_points(account, day):
    """Every point by itself, in the order in which it must go: the plain model of an account."""
    there = [one for one in account if one.left > 0 and not (one.expires_on and one.expires_on < day)]
    there.sort(key=lambda one: (one.expires_on is None, one.expires_on or day, one.earned_on, one.lot_id))
    return [one.lot_id for one in there for _ in range(one.left)]


def after(account, takes):
    gone = {}
    for one in takes:
        gone[one.lot_id] = gone.get(one.lot_id, 0) + one.quantity
    return [replace(one, left=one.left - gone.get(one.lot_id, 0)) for one in account]


@given(lots(), days, st.integers(0, 2000))
def test_the_nearest_end_goes_first_point_by_point(account, day, wanted):
    points = single_points(account, day)
    debt = -sum(one.left for one in account if one.left < 0)
    assert available(account, day) == len(points) - debt
    if wanted > len(points) - debt:
        with pytest.raises(Fault) as refused:
            take(account, wanted, day)
        assert refused.value.kind is FaultKind.NOT_ENOUGH
        return
    taken = [number for one in take(account, wanted, day) for number in [one.lot_id] * one.quantity]
    assert taken == points[:wanted]


@given(lots(debts=False), days, st.data())
def test_what_was_spent_comes_back_to_the_lots_it_came_from(account, day, data):
    wanted = data.draw(st.integers(0, available(account, day)))
    takes = take(account, wanted, day)
    spent = [Spent(next(one for one in account if one.lot_id == part.lot_id), part.quantity) for part in takes]
    back = give_back(spent, wanted, day, 30)
    assert not back.lots
    assert after(after(account, takes), back.takes) == account


@given(lots(debts=False), days, st.lists(st.integers(1, 60), max_size=6))
def test_parts_given_back_leave_the_account_as_if_less_had_been_spent(account, day, parts):
    wanted = available(account, day)
    takes = take(account, wanted, day)
    spent = [Spent(next(one for one in account if one.lot_id == part.lot_id), part.quantity) for part in takes]
    now, returned = after(account, takes), 0
    for part in parts:
        if returned + part > wanted:
            break
        back = give_back(spent, part, day, 30)
        now, returned = after(now, back.takes), returned + part
        gone = {one.lot_id: -one.quantity for one in back.takes}
        spent = [Spent(one.lot, one.quantity - gone.get(one.lot.lot_id, 0)) for one in spent]
    assert now == after(account, take(account, wanted - returned, day))


def test_spent_points_that_have_ended_meanwhile_live_on_for_the_promised_days():
    old = lot(1, 0, TODAY - timedelta(days=1), version_id=4)
    back = give_back([Spent(old, 40)], 40, TODAY, 30)
    (made,) = back.lots
    assert (made.source, made.quantity, made.expires_on) == (LotSource.REFUND, 40, TODAY + timedelta(days=30))
    assert (made.account_id, made.version_id, back.delta) == (1, 4, 40)


def test_more_than_was_spent_never_comes_back():
    with pytest.raises(Fault) as refused:
        give_back([Spent(lot(1, 0), 40)], 41, TODAY, 30)
    assert (refused.value.kind, refused.value.values) == (FaultKind.REFUND_TOO_HIGH, {"asked": 41, "most": 40})


def test_a_return_takes_the_points_of_its_own_slip_before_others():
    own, sooner = lot(1, 60, date(2027, 6, 1)), lot(2, 100, date(2026, 12, 1))
    booking = take_back([own], [own, sooner], 100, TODAY, below_zero=True, account_id=1)
    assert [(one.lot_id, one.quantity) for one in booking.takes] == [(1, 60), (2, 40)]
    assert booking.delta == -100


def test_points_kept_after_a_return_become_a_debt_or_a_question():
    own = lot(1, 10)
    booking = take_back([own], [own], 100, TODAY, below_zero=True, account_id=7)
    (debt,) = booking.lots
    assert (debt.source, debt.quantity, debt.account_id, debt.expires_on) == (LotSource.DEBT, -90, 7, None)
    with pytest.raises(Fault) as refused:
        take_back([own], [own], 100, TODAY, below_zero=False, account_id=7)
    assert refused.value.values == {"asked": 100, "missing": 90}


@given(lots(), st.integers(0, 200))
def test_new_points_fill_debts_first_and_no_further(account, gained):
    debts = {one.lot_id: one.left for one in account if one.left < 0}
    settled = settle(account, gained)
    assert all(debts[one.lot_id] <= one.quantity < 0 for one in settled)
    assert -sum(one.quantity for one in settled) == min(gained, -sum(debts.values()))


@given(lots(), days)
def test_booking_what_has_ended_changes_nothing_that_can_be_used(account, day):
    after_booking = after(account, expire(account, day))
    assert available(after_booking, day) == available(account, day)
    assert sum(one.left for one in after_booking) == available(account, day)
    assert not expire(after_booking, day)


def test_points_can_be_used_through_their_last_day():
    account = [lot(1, 5, TODAY)]
    assert available(account, TODAY) == 5
    assert not expire(account, TODAY)
    assert available(account, TODAY + timedelta(days=1)) == 0
    assert [one.quantity for one in expire(account, TODAY + timedelta(days=1))] == [5]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
@pytest.mark.parametrize("last", [date(2026, 3, 7), date(2026, 3, 28), date(2026, 10, 24), date(2026, 10, 31), TODAY])
def test_the_last_day_ends_with_the_shops_own_midnight_also_when_clocks_change(zone, last):
    shop = ShopTime(ZoneInfo(zone), day_starts_at=4)
    account = [lot(1, 5, last)]
    ends = datetime.combine(last + timedelta(days=1), time(4), shop.zone)
    seen = [available(account, shop.day_of(ends + timedelta(seconds=second))) for second in (-1, 0)]
    assert seen == [5, 0]


@given(lots(), days)
def test_the_ends_of_an_account_add_up_to_what_is_available(account, day):
    found = by_expiry(account, day)
    assert sum(left for _, left in found) == available(account, day)
    assert [end for end, _ in found[:-1]] == sorted(end for end, _ in found[:-1])


def test_a_purchase_puts_off_only_lots_of_inactivity_and_never_forward():
    rules = {1: Expiry(ExpiryMode.INACTIVITY, 6), 2: Expiry(ExpiryMode.MONTHS, 6)}
    account = [
        lot(1, 5, TODAY, version_id=1),
        lot(2, 5, TODAY, version_id=2),
        lot(3, 5, date(2030, 1, 1), version_id=1),
        lot(4, 5, TODAY - timedelta(days=1), version_id=1),
        lot(5, 0, TODAY, version_id=1),
    ]
    found = renew(account, lambda version: rules.get(version, Expiry()), TODAY)
    assert [(one.lot_id, one.expires_on) for one in found] == [(1, date(2027, 5, 22))]


def test_uses_of_a_card_keep_their_worth_when_they_live_on():
    card = replace(lot(1, 0, TODAY - timedelta(days=1), LotKind.VISITS), worth=2_500)
    (made,) = give_back([Spent(card, 2)], 2, TODAY, 14).lots
    assert (made.kind, made.worth) == (LotKind.VISITS, 2_500)
