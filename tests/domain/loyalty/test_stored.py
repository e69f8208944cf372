from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.lots import Spent
from crm_desktop.domain.loyalty.rules import Offer, SpendOrder, StoredRules
from crm_desktop.domain.loyalty.stored import (
    above_limit,
    gift_for,
    gift_part,
    put_back,
    spend,
    stored_sum,
    top_up,
    withdraw,
)
from crm_desktop.domain.loyalty.words import LotKind
from tests.domain.loyalty.makers import TODAY, days, lot, lots

BOTH = (LotKind.PRINCIPAL, LotKind.GIFT)
wallets = lots(BOTH, debts=False)


def after(account, takes):
    return [replace(one, left=one.left - sum(t.quantity for t in takes if t.lot_id == one.lot_id)) for one in account]


def spent_of(account, takes):
    return [Spent(next(one for one in account if one.lot_id == part.lot_id), part.quantity) for part in takes]


@given(wallets, days, st.sampled_from(SpendOrder), st.integers(0, 2_000))
def test_a_payment_takes_exactly_its_amount_in_the_shops_order(account, day, order, amount):
    there = stored_sum(account, day)
    if amount > there.both:
        with pytest.raises(Fault) as refused:
            spend(account, amount, day, order)
        assert refused.value.values == {"asked": amount, "available": there.both}
        return
    takes = spend(account, amount, day, order)
    gift = gift_part(account, takes)
    assert sum(one.quantity for one in takes) == amount
    least, most = max(amount - there.principal, 0), min(amount, there.gift)
    exact = amount * there.gift / (there.both or 1)
    model = {"principal_first": gift == least, "gift_first": gift == most, "pro_rata": abs(gift - exact) < 1}
    assert model[order]


@given(wallets, days, st.sampled_from(SpendOrder), st.data())
def test_what_comes_back_leaves_the_balance_as_if_less_had_been_bought(account, day, order, data):
    rules = StoredRules(spend_order=order)
    amount = data.draw(st.integers(0, stored_sum(account, day).both))
    back = data.draw(st.integers(0, amount))
    takes = spend(account, amount, day, order)
    now = after(account, takes)
    booking = put_back(spent_of(account, takes), back, day, rules)
    assert booking.delta == back
    less = after(account, spend(account, amount - back, day, order))
    if order is SpendOrder.PRO_RATA:
        returned, expected = (stored_sum(one, day) for one in (after(now, booking.takes), less))
        assert abs(returned.gift - expected.gift) <= 2
        assert returned.both == expected.both
    else:
        assert after(now, booking.takes) == less


@given(wallets, days, st.sampled_from(SpendOrder))
def test_all_of_a_payment_comes_back_to_the_lots_it_came_from(account, day, order):
    takes = spend(account, stored_sum(account, day).both, day, order)
    back = put_back(spent_of(account, takes), sum(t.quantity for t in takes), day, StoredRules(spend_order=order))
    assert after(after(account, takes), back.takes) == account


@given(wallets, days, st.data())
def test_only_principal_is_ever_paid_out(account, day, data):
    there = stored_sum(account, day)
    amount = data.draw(st.integers(1, there.both + 1))
    if amount > there.principal:
        with pytest.raises(Fault) as refused:
            withdraw(account, amount, day, StoredRules())
        assert refused.value.kind is FaultKind.NOT_ENOUGH
        return
    takes, lapsed = withdraw(account, amount, day, StoredRules())
    left = stored_sum(after(account, takes), day)
    assert (left.principal, left.gift) == (there.principal - amount, there.gift - lapsed)
    assert lapsed == there.gift * amount // there.principal
    assert withdraw(account, amount, day, StoredRules(withdrawal_takes_gift=False))[1] == 0


def test_charging_a_hundred_gives_ten_as_the_offer_says():
    rules = StoredRules((Offer(10_000, 1_000), Offer(50_000, 8_000)), gift_days=90)
    principal, gift = top_up(rules, 10_000, None, TODAY, 3)
    assert (principal.kind, principal.quantity, principal.expires_on) == (LotKind.PRINCIPAL, 10_000, None)
    assert (gift.kind, gift.quantity, gift.expires_on, gift.version_id) == (LotKind.GIFT, 1_000, date(2027, 2, 20), 3)
    assert [gift_for(rules, pay) for pay in (9_999, 10_000, 49_999, 60_000)] == [0, 1_000, 1_000, 8_000]


def test_a_gift_can_be_set_by_hand_and_none_at_all():
    rules = StoredRules((Offer(10_000, 1_000),))
    assert [lot.quantity for lot in top_up(rules, 10_000, 500, TODAY)] == [10_000, 500]
    assert [lot.quantity for lot in top_up(rules, 10_000, 0, TODAY)] == [10_000]


@pytest.mark.parametrize(("pay", "gift"), [(0, None), (-1, None), (100, -1)])
def test_a_top_up_of_nothing_is_refused(pay, gift):
    with pytest.raises(Fault) as refused:
        top_up(StoredRules(), pay, gift, TODAY)
    assert refused.value.kind is FaultKind.AMOUNT_WRONG


def test_the_shop_is_warned_above_its_limit():
    account = [lot(1, 400_000, kind=LotKind.PRINCIPAL)]
    assert not above_limit(StoredRules(), account, 10**9, TODAY)
    assert not above_limit(StoredRules(warn_above=500_000), account, 100_000, TODAY)
    assert above_limit(StoredRules(warn_above=500_000), account, 100_001, TODAY)
