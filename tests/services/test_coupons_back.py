"""A coupon whose sale came back: good again where everything did, used where a part did, never more than allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.domain.sales import LineDraft, RefundDraft, SaleDraft
from crm_desktop.services.coupons import BatchDraft, CouponShown, find_coupon, issue_coupons, read_batches, save_batch
from crm_desktop.services.record_sale import exchange_sale, record_sale
from crm_desktop.services.refund_sale import preview_refund, refund_sale
from crm_desktop.services.say_loyalty import explanation_lines
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.undo import undo
from crm_desktop.services.void_sale import void_sale
from tests.support.loyalty import later, product, slip, sums_hold
from tests.support.shop import Shop

TEN_OFF = BatchDraft("满百减十", CouponKind.MONEY, 1_000, 10_000, valid_days=30)
TWO = (LineDraft("茶", 15_000), LineDraft("杯", 5_000))


def one_of(shop: Shop, draft: BatchDraft = TEN_OFF) -> CouponShown:
    save_batch(shop.workplace, draft)
    return issue_coupons(shop.workplace, read_batches(shop.workplace)[0].batch_id).coupons[0]


def buy(shop: Shop, coupon: CouponShown, number: int = 1, lines: tuple[LineDraft, ...] = TWO) -> int:
    return record_sale(shop.workplace, SaleDraft(slip(number), lines, coupon_codes=(coupon.code,))).sale_id


def refund(shop: Shop, sale_id: int, number: int = 50, **values: object) -> list[str]:
    """Refund, and return what it explains, after the preview said the same."""
    draft = RefundDraft(slip(number), sale_id, **values)
    said = preview_refund(shop.workplace, draft)[2]
    done = refund_sale(shop.workplace, draft)
    assert done.explanation == said
    assert sums_hold(shop)
    return explanation_lines(said, "CNY")


def problem(shop: Shop, coupon: CouponShown) -> str:
    return find_coupon(shop.workplace, coupon.code).problem


def test_a_full_refund_lets_the_coupon_be_used_again_until_its_own_last_day(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    assert problem(shop, coupon) == "used"
    assert refund(shop, sold) == ["coupon “满百减十” can be used again until 22 December 2026"]
    assert (problem(shop, coupon), find_coupon(shop.workplace, coupon.code).ends_on) == ("", date(2026, 12, 22))
    assert read_batches(shop.workplace)[0].saved == 0
    buy(shop, coupon, 2)
    assert problem(shop, coupon) == "used"


def test_while_a_part_is_kept_the_coupon_stays_used(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    assert refund(shop, sold, amount=9_000) == ["coupon “满百减十” stays used: not everything came back"]
    assert problem(shop, coupon) == "used"
    assert refund(shop, sold, 51) == ["coupon “满百减十” can be used again until 22 December 2026"]
    assert problem(shop, coupon) == ""


def test_a_batch_can_keep_its_coupons_used(shop: Shop) -> None:
    coupon = one_of(shop, replace(TEN_OFF, comes_back=False))
    assert refund(shop, buy(shop, coupon)) == ["coupon “满百减十” stays used, as its terms say"]
    assert problem(shop, coupon) == "used"


def test_a_coupon_that_ended_meanwhile_comes_back_ended(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    after = later(shop, 40)
    assert refund(after, sold) == ["coupon “满百减十” comes back, but it ended on 22 December 2026"]
    assert problem(after, coupon) == "ended"


def test_money_and_then_the_goods_bring_a_coupon_back_only_once(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    refund(shop, sold, amount=19_000)
    assert refund(shop, sold, 51) == []
    assert find_coupon(shop.workplace, coupon.code).uses_left == 1


def test_who_keeps_what_the_coupon_gave_has_used_it(shop: Shop) -> None:
    gift = product(shop, "茶杯")
    coupon = one_of(shop, BatchDraft("送杯", CouponKind.PRODUCT, product_id=gift))
    sold = buy(shop, coupon, lines=(LineDraft("茶", 15_000), LineDraft("茶杯", 10_000, product_id=gift)))
    assert refund(shop, sold, amount=15_000) == ["coupon “送杯” stays used: not everything came back"]
    assert problem(shop, coupon) == "used"


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_void_lets_the_coupon_be_used_again(shop: Shop, by_hand: bool) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    void_sale(shop.workplace, sold, "typo") if by_hand else undo(shop.workplace)
    assert problem(shop, coupon) == ""
    assert sums_hold(shop)


def test_an_exchange_may_use_the_coupon_that_comes_back(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    bought = SaleDraft(slip(2), (LineDraft("茶", 30_000),), coupon_codes=(coupon.code,))
    assert exchange_sale(shop.workplace, RefundDraft(slip(3), sold), bought).total == 29_000
    assert problem(shop, coupon) == "used"
    undo(shop.workplace)
    assert problem(shop, coupon) == "used"
    assert sums_hold(shop)


def test_a_refund_is_not_voided_once_its_coupon_is_used_again(shop: Shop) -> None:
    coupon = one_of(shop)
    sold = buy(shop, coupon)
    back = refund_sale(shop.workplace, RefundDraft(slip(50), sold))
    again = buy(shop, coupon, 2)
    with pytest.raises(Fault) as caught:
        void_sale(shop.workplace, back.sale_id)
    assert caught.value.kind is FaultKind.ALREADY_SPENT
    assert "used again. Void that sale first" in sentence_for(caught.value)
    void_sale(shop.workplace, again)
    void_sale(shop.workplace, back.sale_id)
    assert problem(shop, coupon) == "used"
    assert sums_hold(shop)
