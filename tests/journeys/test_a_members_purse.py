"""A member from her first day: she tops up, spends with a coupon, brings half back, and reads it on her statement."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QTextBrowser, QToolButton

from crm_desktop.base.declared_settings import LANGUAGE
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.services.check_database import check_database
from crm_desktop.services.coupons import BatchDraft, save_batch
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.statement import sign_balance, verify_statement
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.pages.customer.record_page import CustomerPage
from tests.journeys.conftest import Counter

LOYALTY = 1


class Shopkeeper:
    """Presses and reads at the counter."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.place = counter.shop.workplace

    @property
    def record(self) -> CustomerPage:
        view = self.counter.window.stack.view("customer")
        assert isinstance(view, CustomerPage)
        return view

    def read(self, name: str) -> str:
        return self.counter.find(QLabel, name).text()

    def write(self, name: str, text: str) -> None:
        self.counter.find(QLineEdit, name).setText(text)
        self.counter.bot.wait(250)
        self.counter.settle()

    def press(self, *names: str) -> None:
        for name in names:
            self.counter.press(name)

    def press_what_begins_with(self, name: str) -> None:
        buttons = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QPushButton)]
        next(one for one in buttons if one.isVisible() and one.objectName().startswith(name)).click()
        self.counter.settle()

    def menu(self, key: str) -> None:
        """Choose from the menu of her accounts."""
        next(one for one in self.record.loyalty.part.menu.actions() if one.objectName().endswith(f".{key}")).trigger()
        self.counter.settle()

    def tab(self, place: int) -> None:
        self.record.tabs.choose(place)
        self.counter.settle()

    def close_dialogs(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Sheet) and window.isVisible():
                window.close()
        self.counter.settle()

    def speak(self, language: str) -> None:
        title = {"en": "Customer book", "zh_CN": "客户管家"}[language]
        self.counter.program.settings.set(LANGUAGE, language)
        self.counter.wait(lambda: self.counter.window.windowTitle() == title)
        self.counter.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def timeline(self) -> list[tuple[str, list[str]]]:
        """Return what her timeline says, the newest first: titles and what stands under them."""
        found = read_timeline(self.place, 1)
        events = [entry.event for entry in found.entries if entry.event is not None]
        return [(event_title(event, found.names), event_lines(event, found.names)) for event in events]

    def balances(self) -> tuple[str, str, str]:
        """Return points, stored value and coupons as her record shows them."""
        names = (f"record.loyalty.balances.{key}.value" for key in ("points", "stored", "coupons"))
        points, stored, coupons = (self.read(name) for name in names)
        return points, stored, coupons

    def clean(self) -> bool:
        return check_database(self.place).is_clean


@pytest.fixture
def keeper(counter: Counter) -> Shopkeeper:
    """Return a shop with the rules of a salon and one batch of coupons, and a new member, her accounts in sight."""
    keeper = Shopkeeper(counter)
    counter.window.stack.open("loyalty")
    counter.settle()
    keeper.press("loyalty.preset.salon.begin")
    save_batch(keeper.place, BatchDraft("Opening", CouponKind.MONEY, 1_000, minimum=10_000))
    counter.do("customer.new")
    keeper.write("new.name", "王小明")
    keeper.write("new.phone", "138 0000 1234")
    keeper.press("new.save")
    counter.window.stack.open("customer", 1)
    counter.settle()
    keeper.tab(LOYALTY)
    return keeper


def top_up(keeper: Shopkeeper) -> None:
    """Take 100 in and give 10."""
    keeper.press("record.loyalty.topUp")
    keeper.write("topUp.form.pay", "100")
    keeper.counter.find(QCheckBox, "topUp.form.own").click()
    keeper.write("topUp.form.gift", "10")
    assert "¥100.00 paid in and ¥10.00 as a gift" in keeper.read("topUp.preview")
    keeper.press("topUp.go")


def sell(keeper: Shopkeeper) -> None:
    """Sell for 188 with the coupon, out of the stored value, the rest in cash."""
    keeper.menu("coupon")
    keeper.press("issueCoupon.go", "record.sell")
    keeper.write("till.entry", "188")
    keeper.press_what_begins_with("till.coupons.")
    keeper.press("till.pay.stored_value")
    keeper.counter.settle()


def refund_half(keeper: Shopkeeper) -> None:
    """Open the slip from what was just said, and give half of it back."""
    keeper.press("toastNext", "slip.refund", "refund.how.amount")
    keeper.write("refund.amount", "89")


def test_top_up_sale_with_coupon_half_back_and_the_statement(keeper: Shopkeeper) -> None:
    top_up(keeper)
    assert keeper.balances() == ("0", "¥110.00", "0")
    sell(keeper)
    assert keeper.read("till.total") == "¥178.00"
    assert keeper.read("till.pay.split") == "Stored value ¥110.00 + Cash ¥68.00"
    shown = keeper.read("till.points"), keeper.read("till.after")
    assert shown == ("+168 points", "Afterwards: Points 168 · Stored value ¥0.00"), "a gift earns nothing"
    keeper.press("till.save")
    assert keeper.read("toastText").startswith("Sold: ¥178.00 · +168 points")
    assert keeper.balances() == ("168", "¥0.00", "0")
    refund_half(keeper)
    assert "¥55.00" in keeper.read("refund.means")
    keeper.press("refund.go")
    assert keeper.read("slip.state") == "Part of it came back."
    keeper.close_dialogs()
    assert keeper.balances() == ("84", "¥55.00", "0")
    keeper.menu("statement")
    paper = keeper.counter.find(QTextBrowser, "statement.paper").toPlainText().split("\n")
    assert [line for line in paper if line in ("¥55.00", "84", "−84", "+¥50.00", "+¥5.00")] == [
        "¥55.00", "84", "+¥50.00", "+¥5.00", "¥55.00", "−84", "84",
    ]  # fmt: skip
    assert verify_statement(keeper.place, sign_balance(keeper.place, 1)).genuine
    keeper.close_dialogs()
    assert keeper.clean()


def test_why_and_what_happened_can_be_read_in_both_languages(keeper: Shopkeeper) -> None:
    top_up(keeper)
    sell(keeper)
    keeper.press("till.save")
    for language, earned, events, to_undo in (
        ("en", "Earned", ["Sale", "Coupon given out", "Topped up"], "Sale to 王小明"),
        ("zh_CN", "消费得积分", ["销售", "发券", "充值"], "销售给王小明"),
    ):
        keeper.speak(language)
        keeper.tab(LOYALTY)
        assert keeper.read("record.loyalty.history.0.line.title") == earned
        keeper.counter.find(QToolButton, "record.loyalty.history.0.line.why").click()
        assert "168.00 × 1 = 168" in keeper.read("record.loyalty.history.0.why")
        assert to_undo in keeper.counter.window.verbs.action("edit.undo").text()
        told = keeper.timeline()
        assert [title for title, _lines in told[:3]] == events
        booked = [line.replace("：", ": ") for line in told[0][1][1:]]
        assert booked == ["Stored value: −¥110.00", "Points: +168"], "the programmes keep their names"


def test_the_drawer_counts_what_came_in_cash(keeper: Shopkeeper) -> None:
    top_up(keeper)
    sell(keeper)
    keeper.press("till.save")
    for language, words in (("en", "drawer"), ("zh_CN", "钱箱")):
        keeper.speak(language)
        keeper.counter.window.stack.open("takings")
        keeper.counter.settle()
        texts = [label.text() for label in keeper.counter.window.findChildren(QLabel) if label.isVisible()]
        assert any(words in text and "¥168.00" in text for text in texts), "100 topped up and 68 of the sale"


def test_a_sale_taken_back_with_one_key_is_void_and_gives_everything_back(keeper: Shopkeeper) -> None:
    top_up(keeper)
    sell(keeper)
    keeper.press("till.save")
    keeper.counter.do("edit.undo")
    assert "void" in keeper.read("toastText")
    assert keeper.balances() == ("0", "¥110.00", "1")
    assert keeper.clean()


@pytest.mark.expects_log("fault not_undoable")
def test_after_a_void_by_hand_the_menu_says_that_it_stands_and_nothing_else_is_taken_back(keeper: Shopkeeper) -> None:
    top_up(keeper)
    sell(keeper)
    keeper.press("till.save", "toastNext", "slip.void")
    keeper.write("void.reason", "mistyped")
    keeper.press("void.go")
    keeper.close_dialogs()
    assert keeper.balances() == ("0", "¥110.00", "1"), "the coupon is good again"
    undo = keeper.counter.window.verbs.action("edit.undo")
    assert (undo.text(), undo.isEnabled()) == ("Cannot be undone: Void a slip of 王小明", True)
    keeper.counter.do("edit.undo")
    assert "A void cannot be taken back, so nothing was changed" in keeper.read("noticeText")
    assert keeper.balances() == ("0", "¥110.00", "1"), "the top-up before it is not touched"
