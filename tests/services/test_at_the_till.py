"""What a scanned code belongs to, who stands at the counter, and who becomes a member there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.domain.sales import LineDraft, ProductDraft, SaleDraft
from crm_desktop.services.at_the_counter import at_counter, find_at_counter
from crm_desktop.services.catalogue import add_product
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.coupons import BatchDraft, issue_coupons, read_batches, save_batch
from crm_desktop.services.join_at_till import join_at_till
from crm_desktop.services.know_code import CodeOf, know_code
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.slip_paper import Look, slip_paper
from tests.support.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path) -> Iterator[Shop]:
    made = open_shop(tmp_path)
    yield made
    made.store.close()


def test_a_code_is_told_by_what_the_shop_has_given_it(shop):
    place, wang = shop.workplace, shop.add("王小明", "13800001234", card_number="M00017")
    tea = add_product(place, ProductDraft("明前龙井", barcode="6901234567892", price=9800))[1]
    save_batch(place, BatchDraft("Ten off", CouponKind.MONEY, 1000))
    coupon = issue_coupons(place, read_batches(place)[0].batch_id).coupons[0]
    sold = record_sale(place, SaleDraft("one", (LineDraft("tea", 9800),)))
    codes = ("m00017", "6901234567892", coupon.code, sold.number, "nonsense")
    known = [know_code(place, code) for code in codes]
    assert [(one.what, one.row_id) if one else None for one in known] == [
        (CodeOf.CUSTOMER, wang),
        (CodeOf.PRODUCT, tea),
        (CodeOf.COUPON, coupon.coupon_id),
        (CodeOf.SLIP, sold.sale_id),
        None,
    ]


def test_part_of_a_card_number_is_nobodys_card(shop):
    shop.add("王小明", card_number="M00017")
    assert know_code(shop.workplace, "M000") is None


def test_the_counter_says_who_what_she_likes_and_what_must_not_happen(shop):
    wang = shop.add("王小明", "13800001234", likes="龙井", dislikes="花茶", allergies="花生", card_number="M00017")
    (found,) = find_at_counter(shop.workplace, "1234")
    assert (found.customer_id, found.phone, found.card_number) == (wang, "138 0000 1234", "M00017")
    member = at_counter(shop.workplace, wang)
    assert (member.about, member.warning) == ("likes 龙井 · not 花茶", "Allergic: 花生")


def test_a_lost_card_is_said_at_the_counter(shop):
    wang = shop.add("王小明")
    change_customer(shop.workplace, wang, {"status": "lost_card"})
    assert at_counter(shop.workplace, wang).warning == "Card lost"


def test_whoever_joins_with_a_known_phone_is_who_has_it(shop):
    wang = shop.add("王小明", "13800001234")
    assert join_at_till(shop.workplace, "小明", "138 0000 1234").customer_id == wang
    new = join_at_till(shop.workplace, "孙丽", "13312123434")
    assert new.changes is not None
    assert shop.customer(new.customer_id).name == "孙丽"


def test_nobody_joins_without_a_name(shop):
    with pytest.raises(Fault) as raised:
        join_at_till(shop.workplace, " ", "")
    assert raised.value.kind is FaultKind.VALUE_INVALID


def test_a_slip_on_paper_has_the_shops_own_lines(shop):
    place = shop.workplace
    for key, text in (("shop_name", "茗香茶行"), ("slip_address", "和平路 12 号"), ("slip_footer", "谢谢光临")):
        change_setting(place, key, text)
    sold = record_sale(place, SaleDraft("one", (LineDraft("tea", 9800),), shop.add("王小明")))
    rows = [row for row in slip_paper(place, sold.sale_id).rows if row.look is not Look.RULE]
    assert [rows[0].left, rows[1].left, rows[-2].left] == ["茗香茶行", "和平路 12 号", "谢谢光临"]
    assert (rows[-1].left, rows[-1].look) == (sold.number, Look.BARS)
    assert ("Member", "王小明") in [(row.left, row.right) for row in rows]
    assert ("Total", "¥98.00") in [(row.left, row.right) for row in rows]
