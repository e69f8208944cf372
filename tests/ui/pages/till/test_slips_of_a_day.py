"""The page of the till: slips of a day, one by its number; a slip is refunded, exchanged and voided, never changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.domain.sales import ONE, LineDraft, Payment, SaleDraft, SaleKind
from crm_desktop.services.coupons import BatchDraft, find_coupon, issue_coupons, read_batches, save_batch
from crm_desktop.services.read_sales import read_slip, slips_on
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.undo import undo
from crm_desktop.services.visit_cards import CardUseDraft, use_card
from crm_desktop.ui.pages.catalogue.page import catalogue_page
from crm_desktop.ui.pages.till.page import till_page
from crm_desktop.ui.pages.till.view import TillView
from tests.support.loyalty_shop import begin, give_visits, pay_in
from tests.support.till_desk import TODAY, TillDesk

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(TillDesk):
    @property
    def page(self) -> TillView:
        view = self.window.stack.view("till")
        assert isinstance(view, TillView)
        return view

    def sell(self, *amounts: int, method: str = "cash") -> int:
        lines = tuple(LineDraft(f"thing {number}", amount) for number, amount in enumerate(amounts, 1))
        draft = SaleDraft(new_public_id(), lines, payments=(Payment(method, sum(amounts)),))
        return record_sale(self.place, draft).sale_id

    def slips(self) -> list:
        return slips_on(self.place, TODAY)

    def click(self, name: str) -> None:
        self.find(QPushButton, name).click()
        self.settle()
        self.bot.wait(80)
        self.settle()

    def open_first(self) -> None:
        self.page.refresh(None)
        self.settle()
        self.page.list.setFocus()
        self.press(Key.Key_Return)
        self.settle()


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [till_page(place), catalogue_page(place)], "till")
    yield made
    made.close()


def test_an_empty_day_offers_the_first_sale(desk):
    assert desk.find(QLabel, "tillPage.empty.sentence").text() == "Nothing sold yet today"
    desk.click("tillPage.first")
    assert desk.sees("saleDialog")


def test_the_slips_of_the_day_stand_with_what_was_sold_and_how_it_was_paid(desk):
    desk.sell(9800, 4500)
    desk.sell(18800, method="wechat")
    desk.page.refresh(None)
    desk.settle()
    rows = desk.page.list.texts()
    assert [row[4:] for row in rows] == [
        ["thing 1", "WeChat Pay", "¥188.00"],
        ["thing 1, thing 2", "Cash", "¥143.00"],
    ]
    assert desk.read("tillPage.counts") == "2 sales · ¥331.00"


def test_money_taken_in_for_later_and_a_visit_off_a_card_are_no_sales(desk):
    customer = desk.shop.add("王小明")
    begin(desk.place)
    desk.sell(9800)
    pay_in(desk.place, customer, 50_000)
    give_visits(desk.place, customer)
    use_card(desk.place, CardUseDraft(new_public_id(), customer))
    desk.page.refresh(None)
    desk.settle()
    assert [row[2] for row in desk.page.list.texts()] == ["Visit", "Sale", "Top-up", "Sale"]
    counts = desk.read("tillPage.counts")
    assert counts.startswith("2 sales · ¥")
    assert counts.endswith(" · topped up ¥500.00")


def test_a_new_sale_comes_into_the_list_by_itself(desk):
    desk.window.verbs.run("till.sell")
    desk.settle()
    desk.type("till.entry", "188")
    desk.click("till.save")
    desk.click("till.ask.without")
    assert desk.page.list.texts()[0][6] == "¥188.00"


def test_a_slip_is_found_by_its_number(desk):
    number = read_slip(desk.place, desk.sell(18800)).number
    desk.type("tillPage.number", number)
    desk.page.number.returnPressed.emit()
    desk.settle()
    assert desk.read("slipDialog.heading") == f"Sale {number}"


def test_a_number_without_a_slip_is_said(desk):
    desk.type("tillPage.number", "nonsense")
    desk.page.number.returnPressed.emit()
    desk.settle()
    assert desk.read("tillPage.missing") == "There is no slip with this number."


def test_everything_of_a_slip_is_refunded_by_two_presses(desk):
    sale_id = desk.sell(9800, 4500)
    desk.open_first()
    desk.click("slip.refund")
    assert desk.read("refund.total") == "¥143.00 goes back"
    desk.click("refund.go")
    refund = desk.slips()[0]
    assert (refund.kind, refund.total, refund.refers_to) == (SaleKind.REFUND, -14300, sale_id)
    assert desk.read("slip.state") == "All of it came back."
    assert not desk.find(QPushButton, "slip.refund").isEnabled()
    assert desk.toasts[-1].startswith("Refunded: ¥143.00")


def test_some_of_a_line_is_refunded_and_paid_back_in_another_way(desk):
    sale_id = desk.sell(9800, 4500)
    line = read_slip(desk.place, sale_id).lines[1]
    desk.open_first()
    desk.click("slip.refund")
    desk.click("refund.how.lines")
    desk.type(f"refund.line.{line.line_id}", "1")
    assert desk.read("refund.total") == "¥45.00 goes back"
    box = desk.find(QComboBox, "refund.method")
    box.setCurrentIndex(box.findData("wechat"))
    box.activated.emit(box.currentIndex())
    desk.click("refund.go")
    refund = read_slip(desk.place, desk.slips()[0].sale_id)
    assert (refund.total, refund.payments) == (-4500, (Payment("wechat", -4500),))
    assert read_slip(desk.place, sale_id).lines[1].returned == ONE
    assert desk.read("slip.state") == "Part of it came back."


def test_an_amount_is_refunded_and_more_than_is_left_is_refused(desk):
    desk.sell(9800)
    desk.open_first()
    desk.click("slip.refund")
    desk.click("refund.how.amount")
    assert not desk.find(QPushButton, "refund.go").isEnabled()
    desk.type("refund.amount", "200")
    assert "More is to come back" in desk.read("refundDialog.faultText")
    desk.type("refund.amount", "20")
    desk.click("refund.go")
    assert desk.slips()[0].total == -2000


def test_a_coupon_is_told_what_becomes_of_it_before_the_refund_and_is_good_again_after_it(desk):
    save_batch(desk.place, BatchDraft("Ten off", CouponKind.MONEY, 1000))
    coupon = issue_coupons(desk.place, read_batches(desk.place)[0].batch_id).coupons[0]
    draft = SaleDraft(new_public_id(), (LineDraft("thing", 9800),), coupon_codes=(coupon.code,))
    record_sale(desk.place, draft)
    desk.open_first()
    desk.click("slip.refund")
    desk.click("refund.how.amount")
    desk.type("refund.amount", "20")
    assert "coupon “Ten off” stays used" in desk.read("refund.means")
    desk.click("refund.how.all")
    assert "coupon “Ten off” can be used again" in desk.read("refund.means")
    desk.click("refund.go")
    assert find_coupon(desk.place, coupon.code).problem == ""


def test_an_exchange_takes_back_and_sells_in_one_step(desk):
    desk.sell(9800)
    desk.open_first()
    desk.click("slip.exchange")
    desk.click("refund.go")
    desk.type("till.entry", "120")
    assert desk.read("till.off") == "¥98.00 comes back: ¥22.00 to pay"
    desk.click("till.save")
    assert sorted(slip.total for slip in desk.slips()) == [-9800, 9800, 12000]
    undo(desk.place)
    assert [slip.total for slip in desk.slips() if slip.live] == [9800]


def test_a_void_needs_a_reason_and_leaves_the_slip(desk):
    sale_id = desk.sell(9800)
    desk.open_first()
    desk.click("slip.void")
    desk.click("void.go")
    assert "Say why" in desk.read("void.reason.problem")
    desk.type("void.reason", "entered twice")
    desk.click("void.go")
    voided = read_slip(desk.place, sale_id)
    assert (voided.live, voided.total) == (False, 9800)
    assert {slip.kind for slip in desk.slips()} == {SaleKind.SALE, SaleKind.VOID}
    assert desk.read("slip.state") == "This slip is void: it counts for nothing."


def test_a_slip_is_saved_as_pdf_of_the_rolls_width(desk, tmp_path):
    from crm_desktop.ui.pages.till.printing import write_slip

    desk.sell(9800)
    desk.open_first()
    dialog = desk.find(QLabel, "slip.picture").window()
    assert not dialog.picture.pixmap().isNull()
    assert "¥98.00" in dialog.picture.accessibleDescription()
    write_slip(desk.window.frame, dialog.paper, tmp_path / "slip.pdf")
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    assert desk.toasts[-1] == "The slip is in slip.pdf."


def test_another_day_is_a_step_away(desk):
    desk.sell(9800)
    desk.find(QAbstractButton, "tillPage.before").click()
    desk.settle()
    assert desk.find(QLabel, "tillPage.empty.sentence").text() == "Nothing was sold on this day"
