"""Gifts for birthdays and recommendations: once for each occasion, also after an undo, a refund or a merge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.loyalty.rules import BirthdayGift, Expiry, ExpiryMode, PointsRules, Referral
from crm_desktop.domain.loyalty.words import CouponKind, ProgrammeKind
from crm_desktop.domain.sales import LineDraft, RefundDraft, SaleDraft
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_dates import add_date, change_date, read_date
from crm_desktop.services.coupons import BatchDraft, coupons_of, read_batches, save_batch
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.give_gifts import give_birthday_gifts
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.refund_sale import refund_sale
from crm_desktop.services.undo import undo
from crm_desktop.services.void_sale import void_sale
from tests.support.loyalty import TODAY, entries, give, held, later, programme, slip, sums_hold
from tests.support.shop import Shop

BIRTHDAY = PointsRules(points=0, birthday=BirthdayGift(points=200, days_before=7, valid_days=30))
REFERRAL = PointsRules(points=0, referral=Referral(introducer=100, friend=50, minimum=5_000))


def _born(shop: Shop, name: str, text: str, points: int = 1) -> int:
    """Return a member with a birthday."""
    who = shop.add(name)
    give(shop, who, programme(shop, rules=BIRTHDAY), points)
    add_date(shop.workplace, who, read_date(DateKind.BIRTHDAY, text))
    return who


def test_a_member_gets_it_once_a_year_some_days_before(shop: Shop) -> None:
    who = _born(shop, "陈静", "1990-11-29")
    for days in range(12):
        give_birthday_gifts(later(shop, days).workplace)
    assert held(shop, who)[0] == 201
    give_birthday_gifts(later(shop, 365 + 3).workplace)
    assert held(shop, who)[0] == 401
    assert sums_hold(shop)


def test_the_gift_lasts_its_days_from_the_birthday_on(shop: Shop) -> None:
    _born(shop, "陈静", "1990-11-29")
    give_birthday_gifts(shop.workplace)
    with shop.store.read() as connection:
        ends = connection.exec_driver_sql("SELECT expires_on FROM lot WHERE source = 'birthday'").scalar_one()
    assert ends == "2026-12-29"


def test_a_lunar_birthday_and_the_29th_of_february_are_kept_on_their_days(shop: Shop) -> None:
    lunar = _born(shop, "李娜", "农历十月十六")  # 24 November 2026
    leap = _born(shop, "王芳", "1992-02-29")
    give_birthday_gifts(later(shop, 1).workplace)
    assert (held(shop, lunar)[0], held(shop, leap)[0]) == (201, 1)
    give_birthday_gifts(later(shop, (date(2027, 2, 28) - TODAY).days).workplace)
    assert held(shop, leap)[0] == 201


def test_a_pc_that_was_off_for_two_weeks_forgets_nobody(shop: Shop) -> None:
    give_birthday_gifts(shop.workplace)
    who = _born(shop, "陈静", "1990-12-05")
    give_birthday_gifts(shop.workplace)
    give_birthday_gifts(later(shop, 20).workplace)
    assert held(shop, who)[0] == 201


def test_a_corrected_birthday_and_a_lunar_one_bring_no_second_gift(shop: Shop) -> None:
    who = _born(shop, "陈静", "1990-11-24")
    give_birthday_gifts(shop.workplace)
    dates = shop.customer(who).dates
    change_date(shop.workplace, dates[0].id or 0, read_date(DateKind.BIRTHDAY, "1990-12-24"))
    give_birthday_gifts(later(shop, 30).workplace)
    assert held(shop, who)[0] == 201


def test_two_who_become_one_keep_what_they_got_and_get_no_more(shop: Shop) -> None:
    one, other = _born(shop, "陈静", "1990-11-24"), _born(shop, "陈 静", "1990-11-24")
    give_birthday_gifts(shop.workplace)
    merge_customers(shop.workplace, [one, other])
    give_birthday_gifts(shop.workplace)
    assert held(shop, one)[0] == 402
    undo(shop.workplace)
    give_birthday_gifts(shop.workplace)
    assert (held(shop, one)[0], held(shop, other)[0]) == (201, 201)


def test_a_coupon_can_be_the_gift_and_strangers_get_none(shop: Shop) -> None:
    save_batch(shop.workplace, BatchDraft("生日券", CouponKind.MONEY, 2_000, valid_days=30))
    batch = read_batches(shop.workplace)[0].batch_id
    who = _born(shop, "陈静", "1990-11-22")
    save_rules(shop.workplace, ProgrammeKind.POINTS, PointsRules(birthday=BirthdayGift(batch_id=batch)))
    stranger = shop.add("李娜")
    add_date(shop.workplace, stranger, read_date(DateKind.BIRTHDAY, "1990-11-22"))
    assert give_birthday_gifts(shop.workplace).given == 1
    assert [one.ends_on for one in coupons_of(shop.workplace, who)] == [TODAY + timedelta(days=30)]
    assert coupons_of(shop.workplace, stranger) == []


def test_the_days_work_gives_gifts_and_books_what_expired(shop: Shop) -> None:
    who = _born(shop, "陈静", "1990-11-25")
    give(shop, who, programme(shop, rules=BIRTHDAY), 50, TODAY - timedelta(days=1))
    do_daily_work(shop.workplace)
    assert held(shop, who)[0] == 201
    assert ("expire", -50) in entries(shop)
    assert do_daily_work(shop.workplace).changes == ()


# recommendations


def _friends(shop: Shop) -> tuple[int, int]:
    """Return somebody who recommended the shop, and her friend."""
    programme(shop, rules=REFERRAL)
    introducer, friend = shop.add("陈静"), shop.add("李娜")
    change_customer(shop.workplace, friend, {"introducer_id": introducer})
    return introducer, friend


def _buys(shop: Shop, who: int, number: int, amount: int = 8_000):
    return record_sale(shop.workplace, SaleDraft(slip(number), (LineDraft("茶", amount),), who))


def test_both_sides_get_theirs_with_the_first_purchase_and_once(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    first = _buys(shop, friend, 1)
    assert [(one.values["occasion"], one.values["points"]) for one in first.gifts] == [
        ("friend", 50),
        ("referral", 100),
    ]
    assert _buys(shop, friend, 2).gifts == ()
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (100, 50)


def test_a_purchase_below_the_minimum_or_an_old_customer_brings_nothing(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    assert _buys(shop, friend, 1, 4_999).gifts == ()
    assert _buys(shop, friend, 2).gifts == ()
    assert held(shop, introducer)[0] == 0


def test_a_voided_first_purchase_takes_both_back_and_the_next_one_brings_them_again(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    void_sale(shop.workplace, _buys(shop, friend, 1).sale_id, "录错")
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (0, 0)
    assert len(_buys(shop, friend, 2).gifts) == 2
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (100, 50)
    assert sums_hold(shop)


def test_whoever_returns_everything_returns_the_gifts_and_a_part_returns_none(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    sale = _buys(shop, friend, 1).sale_id
    refund_sale(shop.workplace, RefundDraft(slip(2), sale, amount=3_000))
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (100, 50)
    back = refund_sale(shop.workplace, RefundDraft(slip(3), sale)).sale_id
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (0, 0)
    void_sale(shop.workplace, back, "留下了")
    assert (held(shop, introducer)[0], held(shop, friend)[0]) == (100, 50)
    assert _buys(shop, friend, 4).gifts == ()
    assert sums_hold(shop)


def test_who_recommended_the_shop_keeps_what_she_spent_already(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    sale = _buys(shop, friend, 1).sale_id
    adjust_points(shop.workplace, Adjustment(slip(2), introducer, 1, -70, "换礼品"))
    refund_sale(shop.workplace, RefundDraft(slip(3), sale))
    assert held(shop, introducer)[0] == 0


def test_a_friend_who_turns_out_to_be_two_brings_it_once(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    _buys(shop, friend, 1)
    again = shop.add("李 娜")
    change_customer(shop.workplace, again, {"introducer_id": introducer})
    one = merge_customers(shop.workplace, [again, friend]).survivor_id
    assert _buys(shop, one, 2).gifts == ()
    assert held(shop, introducer)[0] == 100


def test_nobody_recommends_herself(shop: Shop) -> None:
    introducer, friend = _friends(shop)
    one = merge_customers(shop.workplace, [introducer, friend]).survivor_id
    assert _buys(shop, one, 1).gifts == ()


@pytest.mark.parametrize(("mode", "ends"), [(ExpiryMode.NONE, None), (ExpiryMode.YEAR_END, "2026-12-31")])
def test_what_is_given_ends_as_the_rules_say(shop: Shop, mode: ExpiryMode, ends: str | None) -> None:
    _introducer, friend = _friends(shop)
    rules = PointsRules(points=0, referral=REFERRAL.referral, expiry=Expiry(mode))
    save_rules(shop.workplace, ProgrammeKind.POINTS, rules)
    _buys(shop, friend, 1)
    with shop.store.read() as connection:
        found = connection.exec_driver_sql("SELECT expires_on FROM lot WHERE source = 'referral'").scalars().all()
    assert found == [ends, ends]
