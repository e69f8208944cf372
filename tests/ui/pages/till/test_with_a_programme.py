"""The till with the shop's own programme behind it: points with their why, points that pay, coupons, rewards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.domain.loyalty.words import CouponKind, RewardKind
from crm_desktop.domain.sales import LineDraft, PayBy, SaleDraft
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.coupons import BatchDraft, issue_coupons, read_batches, save_batch
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.read_sales import read_slip, slips_of
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.rewards import RewardDraft, save_reward
from crm_desktop.ui.pages.till.bill import Bill
from crm_desktop.ui.pages.till.jobs import TillJobs
from crm_desktop.ui.pages.till.page import till_page
from crm_desktop.ui.pages.till.sale_dialog import SaleDialog, open_bill
from tests.support.till_desk import TillDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(TillDesk):
    dialog: SaleDialog

    def open(self) -> None:
        frame = self.window.frame
        self.dialog = open_bill(self.window, frame, TillJobs(self.place), Bill(self.wang))
        self.bot.waitUntil(self.dialog.isActiveWindow)
        self.settle()

    def click(self, name: str) -> None:
        self.find(QPushButton, name).click()
        self.settle()
        self.bot.wait(80)
        self.settle()

    def last(self):
        return read_slip(self.place, slips_of(self.place, self.wang)[0].sale_id)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [till_page(place)], "till")
    start_with_preset(made.place, Trade.TEA_WINE)
    made.wang = made.shop.add("王小明", "13800001234")
    record_sale(made.place, SaleDraft("before", (LineDraft("tea", 200_000),), made.wang))
    yield made
    made.close()


def test_what_a_bill_earns_is_said_with_its_why_before_it_is_written(desk):
    before = loyalty_of(desk.place, desk.wang).points
    desk.open()
    desk.type("till.entry", "188")
    said = int(desk.read("till.points").split()[0].removeprefix("+").replace(",", ""))
    assert "188.00" in desk.read("till.why")
    desk.click("till.save")
    assert loyalty_of(desk.place, desk.wang).points == before + said > before
    assert f"+{said} points" in desk.toasts[-1].replace("(s)", "s")


def test_points_pay_their_part_and_the_rest_is_paid_in_cash(desk):
    desk.open()
    desk.type("till.entry", "188")
    limits = desk.dialog.extras.points
    desk.type("till.pointsToSpend", str(limits.step * 2))
    assert desk.read("till.pay.split").startswith("Points ¥")
    desk.click("till.save")
    paid = {payment.method: payment.amount for payment in desk.last().payments}
    assert set(paid) == {PayBy.POINTS, PayBy.CASH}
    assert sum(paid.values()) == 18800


def test_a_number_of_points_that_the_rules_refuse_is_said_and_writes_nothing(desk):
    held = loyalty_of(desk.place, desk.wang).points
    desk.open()
    desk.type("till.entry", "188")
    desk.type("till.pointsToSpend", str(held + 1))
    assert desk.read("till.problem")
    desk.click("till.save")
    assert desk.sees("saleDialog")
    assert desk.last().total == 200_000


def test_a_coupon_is_taken_off_by_its_code_once(desk):
    save_batch(desk.place, BatchDraft("Ten off", CouponKind.MONEY, 1000))
    code = issue_coupons(desk.place, read_batches(desk.place)[0].batch_id).coupons[0].code
    for total in (17800, 18800):
        desk.open()
        desk.type("till.entry", "188")
        if desk.sees("till.more"):
            desk.click("till.more")
        desk.type("till.coupon", code)
        desk.dialog.extras.coupon.returnPressed.emit()
        desk.settle()
        desk.bot.wait(80)
        desk.settle()
        desk.click("till.save")
        assert desk.last().total == total


def test_a_reward_within_reach_is_taken_off_the_bill(desk):
    save_reward(desk.place, RewardDraft("Five off", RewardKind.MONEY, 100, 500))
    desk.open()
    desk.type("till.entry", "188")
    reward = next(button for button in desk.dialog.extras.rewards.buttons() if "Five off" in button.text())
    reward.click()
    desk.settle()
    desk.bot.wait(80)
    desk.settle()
    assert desk.read("till.total") == "¥183.00"
    desk.click("till.save")
    assert desk.last().total == 18300


def test_the_slip_says_the_why_and_what_is_left(desk):
    desk.open()
    desk.type("till.entry", "188")
    desk.click("till.save")
    paper = TillJobs(desk.place).paper(desk.last().sale_id)
    texts = [f"{row.left} {row.right}" for row in paper.rows]
    assert [text for text in texts if text.startswith("188.00 × ")]
    assert [text for text in texts if " left " in text]
