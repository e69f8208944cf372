"""A sale takes an amount and Enter; everything else a bill may have is a key away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from crm_desktop.domain.sales import ONE, PayBy, Payment
from crm_desktop.services.read_sales import read_slip, slips_of, slips_on
from crm_desktop.ui.pages.till.bill import Bill
from crm_desktop.ui.pages.till.sale_dialog import SaleDialog, open_bill
from tests.support.till_desk import TODAY, TillDesk, focus_name, loyalty

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(TillDesk):
    dialog: SaleDialog

    def open(self, customer_id: int | None = None, bill: Bill | None = None) -> None:
        frame = self.window.frame
        self.dialog = open_bill(self.window, frame, self.jobs, bill or Bill(customer_id))
        self.bot.waitUntil(self.dialog.isActiveWindow)
        self.settle()

    def slips(self) -> list:
        return [read_slip(self.place, slip.sale_id) for slip in slips_on(self.place, TODAY)]

    def enter(self, text: str) -> None:
        """Type at the line and press Enter."""
        self.type("till.entry", text)
        self.dialog.entry.field.setFocus()
        self.press(Key.Key_Return)
        self.bot.wait(60)
        self.settle()

    def click(self, name: str) -> None:
        self.find(QPushButton, name).click()
        self.settle()
        self.bot.wait(60)
        self.settle()


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    made.wang = made.shop.add("王小明", "13800001234")
    yield made
    made.close()


@pytest.fixture
def open_for_wang(desk) -> Desk:
    desk.jobs.members[desk.wang] = loyalty(desk.wang)
    desk.open(desk.wang)
    return desk


def test_an_amount_and_enter_is_a_sale(open_for_wang):
    desk = open_for_wang
    assert focus_name() == "till.entry"
    desk.bot.keyClicks(desk.dialog.entry.field, "188")
    desk.press(Key.Key_Return)
    (slip,) = desk.slips()
    assert (slip.total, slip.customer_id, slip.payments) == (18800, desk.wang, (Payment("cash", 18800),))
    assert not desk.sees("saleDialog")
    assert desk.toasts[-1].startswith("Sold: ¥188.00")


def test_the_total_is_shown_while_one_types(open_for_wang):
    open_for_wang.type("till.entry", "188.5")
    assert open_for_wang.read("till.total") == "¥188.50"
    assert open_for_wang.find(QPushButton, "till.save").text() == "Record ¥188.50"
    assert not open_for_wang.slips()


def test_without_a_customer_it_is_asked_once_for_the_card(desk):
    desk.open()
    desk.enter("188")
    assert desk.sees("till.ask")
    assert focus_name() == "till.customer.picker"
    assert not desk.slips()
    desk.press(Key.Key_Return)
    (slip,) = desk.slips()
    assert (slip.total, slip.customer_id) == (18800, None)


def test_the_card_asked_for_is_typed_by_its_last_digits(desk):
    desk.open()
    desk.enter("188")
    desk.bot.keyClicks(QApplication.focusWidget(), "1234")
    desk.settle()
    desk.press(Key.Key_Return)
    assert not desk.sees("till.ask")
    desk.click("till.save")
    assert slips_of(desk.place, desk.wang)[0].total == 18800


def test_a_stranger_becomes_a_member_by_name_and_phone_while_she_pays(desk):
    desk.open()
    desk.enter("188")
    desk.type("till.ask.name", "孙丽")
    desk.type("till.ask.phone", "133 1212 3434")
    desk.click("till.ask.join")
    assert not desk.sees("till.ask")
    new = desk.dialog.bill.customer_id
    assert desk.shop.customer(new).name == "孙丽"
    desk.click("till.save")
    assert slips_of(desk.place, new)[0].total == 18800


def test_a_phone_the_shop_knows_makes_nobody_twice(desk):
    desk.open()
    desk.enter("188")
    desk.type("till.ask.name", "小明")
    desk.type("till.ask.phone", "138-0000-1234")
    desk.click("till.ask.join")
    assert desk.dialog.bill.customer_id == desk.wang


def test_a_member_needs_a_name(desk):
    desk.open()
    desk.enter("188")
    desk.click("till.ask.join")
    assert desk.read("till.ask.problem")


def test_several_amounts_make_one_bill_and_the_empty_line_ends_it(open_for_wang):
    desk = open_for_wang
    desk.enter("45+")
    desk.enter("32.5")
    assert not desk.slips()
    desk.enter("")
    (slip,) = desk.slips()
    assert ([line.amount for line in slip.lines], slip.total) == ([4500, 3250], 7750)


def test_a_name_with_an_amount_behind_it_becomes_a_line(open_for_wang):
    desk = open_for_wang
    desk.enter("cutting 68")
    desk.enter("")
    assert [(line.name, line.net) for line in desk.slips()[0].lines] == [("cutting", 6800)]


def test_a_product_is_found_by_part_of_its_name_and_counted(open_for_wang):
    desk = open_for_wang
    desk.enter("2*caddy")
    assert [(line.name, line.quantity) for line in desk.dialog.bill.lines] == [("Tea caddy", 2 * ONE)]
    assert focus_name() == "till.entry"


def test_what_has_no_price_asks_for_one(open_for_wang):
    open_for_wang.enter("facial")
    assert focus_name() == "till.line.price"


def test_a_scanned_product_adds_a_line(open_for_wang):
    desk = open_for_wang
    desk.dialog.entry.take_code("6901234567892")
    desk.settle()
    desk.dialog.entry.take_code("6901234567892")
    desk.settle()
    assert [(line.name, line.quantity) for line in desk.dialog.bill.lines] == [("明前龙井 250g", 2 * ONE)]


def test_nothing_is_recorded_without_an_amount(open_for_wang):
    desk = open_for_wang
    desk.enter("")
    assert desk.sees("saleDialog")
    assert "Type an amount" in desk.read("saleDialog.faultText")


def test_the_quantity_price_and_discount_of_a_line_can_be_changed(open_for_wang):
    desk = open_for_wang
    desk.enter("100+")
    desk.type("till.line.quantity", "2")
    desk.dialog.lines.quantity.editingFinished.emit()
    desk.type("till.line.off", "10%")
    desk.dialog.lines.off.editingFinished.emit()
    desk.enter("")
    (slip,) = desk.slips()
    assert (slip.lines[0].quantity, slip.lines[0].discount, slip.total) == (2 * ONE, 2000, 18000)


def test_a_discount_on_the_bill_follows_its_lines(open_for_wang):
    desk = open_for_wang
    desk.enter("100+")
    desk.type("till.discount", "9折")
    desk.enter("50")
    desk.enter("")
    (slip,) = desk.slips()
    assert (slip.subtotal, slip.discount, slip.total) == (15000, 1500, 13500)


def test_cash_that_is_handed_over_gives_change(open_for_wang):
    desk = open_for_wang
    desk.type("till.entry", "188")
    desk.type("till.tendered", "200")
    assert desk.read("till.change") == "Change ¥12.00"
    desk.enter("188")
    assert desk.slips()[0].payments == (Payment("cash", 18800, 20000),)
    assert "change ¥12.00" in desk.toasts[-1]


def test_a_bill_can_be_paid_in_several_ways(open_for_wang):
    desk = open_for_wang
    desk.type("till.entry", "188")
    desk.click("till.pay.wechat")
    desk.click("till.pay.more")
    desk.type("till.part.1.amount", "50")
    desk.enter("188")
    assert desk.slips()[0].payments == (Payment("cash", 5000), Payment("wechat", 13800))


def test_the_way_to_pay_used_last_is_chosen_for_the_next_bill(open_for_wang):
    desk = open_for_wang
    desk.click("till.pay.wechat")
    desk.enter("188")
    desk.open(desk.wang)
    assert desk.dialog.bill.method == "wechat"


def test_what_a_member_has_is_shown_and_offered(open_for_wang):
    desk = open_for_wang
    assert desk.read("till.standing") == "VIP · 1,240 points · ¥120.00 stored · Facial 3"
    assert desk.read("till.sayNow") == "Her birthday is in 5 days."
    assert desk.sees("till.pointsToSpend")
    desk.click("till.pay.stored_value")
    assert desk.dialog.bill.method == PayBy.STORED_VALUE


def test_points_go_by_the_steps_of_the_rules_and_never_above_the_bill(open_for_wang):
    desk = open_for_wang
    desk.type("till.entry", "188")
    field = desk.dialog.extras.points
    assert field.placeholderText() == "100 to 1,200, in steps of 100"
    field.setFocus()
    desk.press(Key.Key_Up, count=2)
    assert desk.dialog.bill.points == 200
    field.clear()
    desk.press(Key.Key_End)
    assert desk.dialog.bill.points == 1200
    desk.press(Key.Key_Up)
    assert desk.dialog.bill.points == 1200


def test_a_stranger_is_offered_no_points(desk):
    desk.open()
    assert not desk.sees("till.standing")
    assert not desk.sees("till.pay.stored_value")
    desk.click("till.more")
    assert not desk.sees("till.pointsToSpend")
    assert desk.sees("till.coupon")


def test_what_the_shop_refuses_stays_on_the_screen_with_its_reason(open_for_wang):
    desk = open_for_wang
    desk.type("till.pointsToSpend", "5000")
    desk.enter("188")
    assert desk.sees("saleDialog")
    assert desk.read("saleDialog.faultText")
    assert not desk.slips()


def test_a_bill_with_something_on_it_is_not_left_by_accident(open_for_wang):
    desk = open_for_wang
    desk.enter("45+")
    desk.dialog.reject()
    assert desk.sees("confirmDialog")
    desk.click("confirmVerb")
    assert not desk.sees("saleDialog")


def test_the_same_bill_pressed_twice_is_one_slip(open_for_wang):
    desk = open_for_wang
    desk.enter("45+")
    desk.dialog.save()
    desk.dialog.save()
    desk.settle()
    assert len(desk.slips()) == 1
