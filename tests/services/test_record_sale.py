"""Recording sales: amounts, payments, points, tiers, coupons, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, PointsRules, Spending, StoredRules
from crm_desktop.domain.loyalty.words import LotKind
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, ProductDraft, SaleDraft, StaffShare
from crm_desktop.services.catalogue import add_product, find_products, move_stock
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.payment_methods import payment_methods, put_aside_method, save_method
from crm_desktop.services.read_sales import find_slip, read_slip, slips_of, slips_on
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.record_sale import price_sale, record_sale
from crm_desktop.services.undo import undo
from tests.support.shop import Shop
from tests.support.till import Till

PAYING = PointsRules(spending=Spending(points=100, money=100))


@pytest.fixture
def till(shop: Shop) -> Till:
    return Till(shop)


def refused(kind: FaultKind, job, *args, **values) -> Fault:
    with pytest.raises(Fault) as caught:
        job(*args, **values)
    assert caught.value.kind is kind
    return caught.value


def test_an_amount_alone_is_a_sale_in_cash(till: Till) -> None:
    sold = till.sell(18_800)
    slip = read_slip(till.place, sold.sale_id)
    assert (slip.number, slip.total, slip.customer_id, slip.payments) == (
        "261122-001",
        18_800,
        None,
        (Payment("cash", 18_800),),
    )
    assert slip.lines[0].net == 18_800


def test_numbers_count_up_within_the_day(till: Till) -> None:
    assert [till.sell(100).number for _ in range(3)] == ["261122-001", "261122-002", "261122-003"]
    assert find_slip(till.place, "261122-002").total == 100
    assert slips_on(till.place, date(2026, 11, 22))[0].number == "261122-003"


def test_the_same_slip_twice_is_written_once(till: Till) -> None:
    customer = till.shop.add("王小明")
    first, again = till.sell(500, customer, slip_id="one"), till.sell(500, customer, slip_id="one")
    assert (again.sale_id, again.was_there, again.changes.changed) == (first.sale_id, True, False)
    assert again.points_earned == first.points_earned
    assert till.held(customer)["spent"] == 500


def test_a_customer_shows_what_she_bought(till: Till) -> None:
    customer = till.shop.add("王小明")
    till.sell(500, customer)
    till.sell(700, customer, at=till.place.now() - timedelta(days=40))
    held = till.held(customer)
    assert (held["sales"], held["spent"], held["first_sale_on"], held["last_sale_on"]) == (
        2,
        1_200,
        "2026-10-13",
        "2026-11-22",
    )
    assert [slip.total for slip in slips_of(till.place, customer)] == [500, 700]


def test_points_come_with_the_sale_and_the_slip_says_why(till: Till) -> None:
    till.programme("points", PAYING)
    till.tier("VIP", 10_000, factor=150)
    customer = till.shop.add("王小明")
    first = till.sell(18_800, customer)
    assert (first.points_earned, first.tier_move.after) == (188, "VIP")
    second = till.sell(18_800, customer)
    assert second.points_earned == 282
    assert second.explanation[0].step == "money"
    assert read_slip(till.place, second.sale_id).explanation[0]["values"]["result"] == 282
    assert till.points(customer) == 470


def test_points_pay_and_the_preview_says_so(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 1_000)
    draft = SaleDraft("p", (LineDraft("茶", 5_000),), customer, points_spent=600)
    seen = price_sale(till.place, draft)
    assert (seen.points_value, seen.points_earned, seen.balances_after[0].available) == (600, 44, 444)
    sold = record_sale(till.place, draft)
    assert sold.balances == seen.balances_after
    assert {(one.method, one.amount) for one in read_slip(till.place, sold.sale_id).payments} == {
        ("cash", 4_400),
        ("points", 600),
    }


def test_more_points_than_there_are_are_refused_and_nothing_is_booked(till: Till) -> None:
    till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.sell(10_000, customer)
    fault = refused(FaultKind.NOT_ENOUGH, till.sell, 10_000, customer, points_spent=101)
    assert (fault.values["asked"], fault.values["available"]) == (101, 100)
    assert till.held(customer)["sales"] == 1


def test_expired_points_pay_nothing_though_nobody_booked_their_end(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.give(customer, programme, LotKind.POINTS, 500, expires_on=date(2026, 11, 21))
    till.give(customer, programme, LotKind.POINTS, 100, expires_on=date(2026, 11, 22))
    refused(FaultKind.NOT_ENOUGH, till.sell, 10_000, customer, points_spent=200)
    assert till.sell(10_000, customer, points_spent=100).total == 10_000


def test_stored_value_pays_by_the_shops_order(till: Till) -> None:
    stored = till.programme("stored", StoredRules())
    customer = till.shop.add("王小明")
    till.give(customer, stored, LotKind.PRINCIPAL, 10_000)
    till.give(customer, stored, LotKind.GIFT, 1_000)
    till.sell(10_500, customer, payments=(Payment(PayBy.STORED_VALUE, 10_500),))
    assert till.held(customer)["stored_value"] == 500
    assert till.rows('SELECT kind, "left" FROM lot ORDER BY id') == [("principal", 0), ("gift", 500)]
    fault = refused(FaultKind.NOT_ENOUGH, till.sell, 600, customer, payments=(Payment(PayBy.STORED_VALUE, 600),))
    assert fault.values["available"] == "¥5.00"


@pytest.mark.parametrize(
    ("amount", "values", "kind"),
    [
        (0, {}, FaultKind.AMOUNT_WRONG),
        (-5, {}, FaultKind.AMOUNT_WRONG),
        (10**12, {}, FaultKind.AMOUNT_WRONG),
        (500, {"discount": 501}, FaultKind.AMOUNT_WRONG),
        (500, {"payments": (Payment("cash", 400),)}, FaultKind.PAYMENTS_DIFFER),
        (500, {"payments": (Payment("cash", 600),)}, FaultKind.PAYMENTS_DIFFER),
        (500, {"payments": (Payment("shells", 500),)}, FaultKind.VALUE_INVALID),
        (500, {"payments": (Payment("cash", 500, tendered=400),)}, FaultKind.AMOUNT_WRONG),
        (500, {"customer_id": 99}, FaultKind.NOT_FOUND),
        (500, {"coupon_codes": ("NONE",)}, FaultKind.COUPON_NOT_VALID),
        (500, {"channel": "top_up"}, FaultKind.VALUE_INVALID),
        (500, {"slip_id": " "}, FaultKind.VALUE_INVALID),
        (500, {"staff": (StaffShare(99),)}, FaultKind.NOT_FOUND),
        (500, {"staff": (StaffShare(1, 0),)}, FaultKind.VALUE_INVALID),
        (500, {"reward_ids": (5,), "customer_id": 1}, FaultKind.NOT_FOUND),
    ],
)
def test_what_cannot_be_sold_is_refused_whole(till: Till, amount: int, values: dict, kind: FaultKind) -> None:
    refused(kind, till.sell, amount, **values)
    assert till.rows("SELECT count(*) FROM sale") == [(0,)]


def test_several_payments_add_up(till: Till) -> None:
    save_method(till.place, "礼品卡")
    own = payment_methods(till.place)[-1]
    sold = till.sell(500, payments=(Payment("wechat", 200), Payment(own.key, 100), Payment("cash", 200, tendered=500)))
    assert [one.method for one in read_slip(till.place, sold.sale_id).payments] == ["wechat", own.key, "cash"]
    put_aside_method(till.place, own.method_id)
    refused(FaultKind.VALUE_INVALID, till.sell, 500, payments=(Payment(own.key, 500),))
    refused(FaultKind.VALUE_TAKEN, save_method, till.place, "Cash")


def test_a_product_is_sold_at_the_members_price_and_leaves_the_shelf(till: Till) -> None:
    customer = till.shop.add("王小明")
    draft = ProductDraft("龙井", code="LJ", barcode="690123", price=9_900, member_price=8_800, counts_stock=True)
    _, product = add_product(till.place, draft)
    move_stock(till.place, product, 2_000)
    line = LineDraft("龙井", 9_900, quantity=3_000, product_id=product)
    seen = price_sale(till.place, SaleDraft("a", (line,), customer))
    assert (seen.total, seen.warnings[0].step) == (26_400, "out_of_stock")
    record_sale(till.place, SaleDraft("a", (line,), customer))
    assert find_products(till.place, "690123")[0].stock == -1_000
    assert find_products(till.place, "longj")[0].name == "龙井"
    undo(till.place)
    assert find_products(till.place, "LJ")[0].stock == 2_000
    undo(till.place)
    assert find_products(till.place, "龙")[0].stock == 0


def test_the_clock_set_back_is_asked_about_and_can_be_confirmed(till: Till) -> None:
    till.sell(100, at=till.place.now() + timedelta(days=1, hours=12))
    fault = refused(FaultKind.TIME_BEHIND, till.sell, 100)
    assert "newest" in fault.values
    assert till.sell(100, at=till.place.now()).number == "261122-001"
    refused(FaultKind.VALUE_INVALID, till.sell, 100, at=till.place.now() + timedelta(days=9))


def test_another_purchase_puts_off_what_inactivity_would_end(till: Till) -> None:
    till.programme("points", PointsRules(expiry=Expiry(ExpiryMode.INACTIVITY, 6)))
    customer = till.shop.add("王小明")
    till.sell(10_000, customer, at=till.place.now() - timedelta(days=100))
    till.sell(10_000, customer)
    assert till.rows("SELECT expires_on FROM lot") == [("2027-05-22",), ("2027-05-22",)]


def test_the_history_of_a_customer_tells_what_was_sold_and_booked(till: Till) -> None:
    programme = till.programme("points", PAYING)
    customer = till.shop.add("王小明")
    till.sell(18_800, customer)
    till.give(customer, programme, LotKind.POINTS, 50)
    timeline = read_timeline(till.place, customer)
    newest, names = [one.event for one in timeline.entries[:2]], timeline.names
    told = [(event_title(event, names), event_lines(event, names)) for event in newest]
    assert told == [
        ("Points corrected", ["points: +50"]),
        ("Sale", ["Slip 261122-001: ¥188.00", "points: +188"]),
    ]
    assert [one.can_take_back for one in timeline.entries[:2]] == [True, True]
