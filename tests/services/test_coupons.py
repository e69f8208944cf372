"""Coupons: batches, codes to print and scan, and what one is good for on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.coupons import is_our_code
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.coupons import (
    BatchDraft,
    CouponShown,
    cancel_coupon,
    coupons_of,
    coupons_of_batch,
    find_coupon,
    issue_coupons,
    put_aside_batch,
    read_batches,
    save_batch,
)
from crm_desktop.services.describe_changes import change_sentence, operation_name
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.undo import undo, undo_steps
from tests.support.loyalty import refused, slip, sums_hold
from tests.support.shop import Shop

TEN_OFF = BatchDraft("满100减10", CouponKind.MONEY, 1_000, 10_000)


def _batch(shop: Shop, draft: BatchDraft = TEN_OFF) -> int:
    save_batch(shop.workplace, draft)
    return read_batches(shop.workplace)[0].batch_id


def _one(shop: Shop, draft: BatchDraft = TEN_OFF, customer: int | None = None) -> CouponShown:
    return issue_coupons(shop.workplace, _batch(shop, draft), customer_ids=[customer] if customer else []).coupons[0]


def test_a_batch_gives_out_codes_of_its_own_that_are_found_however_they_are_typed(shop: Shop) -> None:
    batch = _batch(shop)
    coupons = issue_coupons(shop.workplace, batch, 200).coupons
    assert len({one.code for one in coupons}) == 200
    assert all(is_our_code(one.code) for one in coupons)
    code = coupons[7].code
    assert find_coupon(shop.workplace, f" {code[:5].lower()}-{code[5:]} ") == coupons[7]
    assert read_batches(shop.workplace)[0].issued == 200
    assert len(coupons_of_batch(shop.workplace, batch, offset=150)) == 50


def test_a_customers_own_coupons_come_with_the_one_that_ends_first(shop: Shop) -> None:
    who, other = shop.add("陈静"), shop.add("李娜")
    later = _one(shop, replace(TEN_OFF, valid_days=60), who)
    sooner = _one(shop, replace(TEN_OFF, valid_days=7, ends_on=date(2027, 1, 1)), who)
    assert (sooner.ends_on, later.ends_on) == (date(2026, 11, 29), date(2027, 1, 21))
    assert [one.coupon_id for one in coupons_of(shop.workplace, who)] == [sooner.coupon_id, later.coupon_id]
    assert find_coupon(shop.workplace, sooner.code, other).problem == "other"
    assert coupons_of(shop.workplace, other) == []


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (replace(TEN_OFF, ends_on=date(2026, 11, 21)), "ended"),
        (replace(TEN_OFF, ends_on=date(2026, 11, 22)), ""),
        (replace(TEN_OFF, starts_on=date(2026, 11, 23)), "early"),
        (replace(TEN_OFF, starts_on=date(2026, 11, 22)), ""),
    ],
)
def test_a_coupon_counts_from_its_first_through_its_last_day(shop: Shop, draft: BatchDraft, problem: str) -> None:
    assert find_coupon(shop.workplace, _one(shop, draft).code).problem == problem


def test_one_word_for_all_is_given_out_once(shop: Shop) -> None:
    batch = _batch(shop, replace(TEN_OFF, uses=None))
    assert issue_coupons(shop.workplace, batch, code="spring 2026").coupons[0].code == "SPRING2026"
    assert find_coupon(shop.workplace, "Spring-2026").uses_left is None
    with pytest.raises(Fault) as taken:
        issue_coupons(shop.workplace, batch, code="SPRING2026")
    with pytest.raises(Fault) as twice:
        issue_coupons(shop.workplace, batch, 2, code="SUMMER")
    assert (taken.value.kind, twice.value.kind) == (FaultKind.VALUE_TAKEN, FaultKind.VALUE_INVALID)


def test_a_cancelled_coupon_is_good_for_nothing_until_that_is_taken_back(shop: Shop) -> None:
    coupon = _one(shop)
    with pytest.raises(Fault):
        cancel_coupon(shop.workplace, coupon.coupon_id, "  ")
    cancel_coupon(shop.workplace, coupon.coupon_id, "丢失")
    assert find_coupon(shop.workplace, coupon.code).problem == "cancelled"
    undo(shop.workplace)
    assert find_coupon(shop.workplace, coupon.code).problem == ""


def test_a_batch_put_aside_gives_out_none_and_what_is_out_stays_good(shop: Shop) -> None:
    coupon = _one(shop)
    put_aside_batch(shop.workplace, coupon.batch_id)
    with pytest.raises(Fault):
        issue_coupons(shop.workplace, coupon.batch_id)
    assert find_coupon(shop.workplace, coupon.code).problem == ""


def test_coupons_go_with_a_merge_and_come_back_with_its_undo(shop: Shop) -> None:
    one, other = shop.add("陈静"), shop.add("陈 静")
    coupon = _one(shop, TEN_OFF, other)
    merge_customers(shop.workplace, [one, other])
    assert [own.coupon_id for own in coupons_of(shop.workplace, one)] == [coupon.coupon_id]
    undo(shop.workplace)
    assert coupons_of(shop.workplace, one) == []
    assert [own.coupon_id for own in coupons_of(shop.workplace, other)] == [coupon.coupon_id]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(TEN_OFF, value=0), "value"),
        (replace(TEN_OFF, minimum=-1), "minimum"),
        (replace(TEN_OFF, uses=0), "uses"),
        (replace(TEN_OFF, name=" "), "name"),
        (BatchDraft("九折", CouponKind.PERCENT, 10_001), "value"),
        (BatchDraft("赠品", CouponKind.PRODUCT), "product_id"),
        (replace(TEN_OFF, starts_on=date(2026, 12, 1), ends_on=date(2026, 11, 1)), "ends_on"),
    ],
)
def test_terms_that_make_no_sense_are_refused_by_their_field(shop: Shop, draft: BatchDraft, field: str) -> None:
    with pytest.raises(Fault) as caught:
        save_batch(shop.workplace, draft)
    assert caught.value.values["field"] == field
    assert read_batches(shop.workplace) == []


def test_a_code_nobody_gave_out_is_unknown(shop: Shop) -> None:
    with pytest.raises(Fault) as caught:
        find_coupon(shop.workplace, "ABCDEFGH12")
    assert (caught.value.kind, caught.value.values["why"]) == (FaultKind.COUPON_NOT_VALID, "unknown")


def test_a_batch_cannot_allow_fewer_uses_than_there_were(shop: Shop) -> None:
    coupon = _one(shop, replace(TEN_OFF, uses=3))
    for number in range(2):
        draft = SaleDraft(slip(number), (LineDraft("茶", 20_000),), coupon_codes=(coupon.code,))
        record_sale(shop.workplace, draft)
    assert find_coupon(shop.workplace, coupon.code).uses_left == 1
    lower = replace(TEN_OFF, uses=1)
    assert refused(lambda: save_batch(shop.workplace, lower, coupon.batch_id))[1]["field"] == "uses"
    save_batch(shop.workplace, replace(TEN_OFF, uses=2), coupon.batch_id)
    assert find_coupon(shop.workplace, coupon.code).problem == "used"
    (batch,) = read_batches(shop.workplace)
    assert (batch.issued, batch.used, batch.saved) == (1, 2, 2_000)
    assert sums_hold(shop)


def test_what_is_said_names_the_coupon_and_who_got_it(shop: Shop) -> None:
    who = shop.add("陈静")
    batch = _batch(shop)
    given = issue_coupons(shop.workplace, batch, customer_ids=[who])
    assert change_sentence(given.changes) == "Gave 陈静 the coupon “满100减10”"
    assert operation_name(undo_steps(shop.workplace).undo[-1]) == "Give 陈静 the coupon “满100减10”"
    assert change_sentence(undo(shop.workplace)) == "Taken back: Give 陈静 the coupon “满100减10”"
    assert operation_name(undo_steps(shop.workplace).redo[-1]) == "Give 陈静 the coupon “满100减10”"
    several = issue_coupons(shop.workplace, batch, customer_ids=[who, shop.add("李娜")])
    assert change_sentence(several.changes).replace("(s)", "s") == "Gave 2 customers the coupon “满100减10”"
    anybody = issue_coupons(shop.workplace, batch, 10)
    assert change_sentence(anybody.changes) == "Gave out coupons “满100减10”"
    lost = cancel_coupon(shop.workplace, several.coupons[0].coupon_id, "lost")
    assert change_sentence(lost) == "Cancelled the coupon “满100减10” of 陈静"
    nobodys = cancel_coupon(shop.workplace, anybody.coupons[0].coupon_id, "torn")
    assert change_sentence(nobodys) == "Cancelled the coupon “满100减10”"


def test_terms_that_are_kept_give_nothing_out(shop: Shop) -> None:
    assert change_sentence(save_batch(shop.workplace, TEN_OFF)) == "Saved the terms of a coupon"
