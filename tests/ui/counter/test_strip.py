"""The counter strip: who stands there by a scan or four digits, one key for each deed, a curtain before it all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from crm_desktop.base.text import use_language
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.read_sales import slips_of
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.ui.counter.strip import CounterStrip
from crm_desktop.ui.counter.strips import CounterStrips
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.till.page import till_page
from tests.support.frame import plain_page
from tests.support.loyalty_shop import begin
from tests.support.till_desk import TillDesk, focus_name
from tests.support.typing import type_text

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(TillDesk):
    @property
    def strip(self) -> CounterStrip:
        assert self.strips.strip is not None
        return self.strips.strip

    def open(self) -> None:
        self.window.verbs.run("counter.strip")
        self.bot.waitUntil(self.strip.isActiveWindow)
        self.settle()

    def find_member(self, text: str) -> None:
        type_text(self.find(QLineEdit, "counter.search"), text)
        self.press(Key.Key_Return)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [plain_page("customers"), customer_page(place), till_page(place)])
    made.strips = CounterStrips(made.place)
    made.strips.serve(made.window)
    made.wang = made.shop.add("王小明", "13800001234", likes="龙井", allergies="花生")
    change_customer(made.place, made.wang, {"card_number": "M00017"})
    made.shop.add("李娜", "13911110000")
    made.open()
    yield made
    made.close()


def test_four_digits_and_enter_say_who_it_is_and_what_she_likes(desk):
    assert focus_name() == "counter.search"
    desk.find_member("1234")
    assert desk.strip.card.name.text() == "王小明 · M00017"
    assert desk.read("counter.about") == "likes 龙井"
    assert desk.read("counter.warning") == "Allergic: 花生"
    assert desk.read("counter.standing") == "0 points"


@pytest.mark.parametrize("typed", ["wxm", "王小", "M00017"])
def test_initials_names_and_card_numbers_find_her_too(desk, typed):
    desk.find_member(typed)
    assert desk.strip.member is not None
    assert desk.strip.member.customer_id == desk.wang


def test_of_several_the_arrow_chooses(desk):
    type_text(desk.find(QLineEdit, "counter.search"), "13")
    desk.settle()
    assert len(desk.strip.list.texts()) == 2
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    name = desk.strip.list.texts()[1][0]
    desk.press(Key.Key_Return)
    assert desk.strip.card.name.text().startswith(name)


def test_nobody_is_said_kindly(desk):
    desk.find_member("zzzz")
    assert desk.read("counter.said") == "Nobody is found by this."


def test_a_scanned_card_shows_the_member(desk):
    desk.strip.take_scan("M00017")
    desk.settle()
    assert desk.strip.card.name.text() == "王小明 · M00017"
    desk.strip.take_scan("X99")
    desk.settle()
    assert desk.read("counter.said") == "Nobody has the card X99."


def test_one_key_opens_the_till_for_her(desk):
    desk.find_member("1234")
    desk.press(Key.Key_S)
    desk.type("till.entry", "188")
    desk.press(Key.Key_Return)
    desk.bot.wait(80)
    desk.settle()
    assert slips_of(desk.place, desk.wang)[0].total == 18800


@pytest.mark.parametrize(
    ("key", "dialog"), [(Key.Key_R, "redeem"), (Key.Key_V, "useVisit"), (Key.Key_C, "issueCoupon")]
)
def test_one_key_each_for_rewards_visits_and_coupons(desk, key, dialog):
    desk.find_member("1234")
    desk.press(key)
    assert desk.sees(dialog)


def test_with_nothing_to_offer_the_strip_says_the_next_step(desk):
    begin(desk.place)
    desk.find_member("1234")
    desk.press(Key.Key_V)
    assert "no visits left on any card" in desk.read("useVisit.instead")
    desk.press(Key.Key_Return)
    assert desk.sees("sellCard")


def test_one_key_logs_a_contact(desk):
    desk.find_member("1234")
    desk.press(Key.Key_L)
    desk.press(Key.Key_V)
    type_text(QApplication.focusWidget(), "asked for new tea")
    desk.press(Key.Key_Return)
    texts = [entry.interaction.text for entry in read_timeline(desk.place, desk.wang).entries if entry.interaction]
    assert texts == ["asked for new tea"]


def test_the_privacy_key_hides_her_and_shows_her_again(desk):
    desk.find_member("1234")
    desk.press(Key.Key_F8)
    assert not desk.sees("counter.name")
    assert desk.sees("counter.covered")
    desk.press(Key.Key_S)
    assert not desk.sees("saleDialog")
    desk.press(Key.Key_F8)
    assert desk.sees("counter.name")


def test_a_digit_begins_the_next_search_and_esc_shows_nobody(desk):
    desk.find_member("1234")
    desk.press(Key.Key_9)
    assert desk.strip.search.text() == "9"
    desk.press(Key.Key_Escape)
    assert (desk.strip.member, desk.strip.search.text()) == (None, "")
    desk.press(Key.Key_Escape)
    assert not desk.strip.isVisible()


def test_f9_closes_it_and_it_comes_back_where_it_stood(desk):
    desk.strip.move(QPoint(40, 60))
    desk.press(Key.Key_F9)
    assert not desk.strip.isVisible()
    desk.open()
    assert desk.strip.pos() == QPoint(40, 60)
    assert desk.strip.member is None


def test_what_is_booked_elsewhere_is_shown_at_once(desk):
    desk.find_member("1234")
    desk.assembled.work.write(lambda: change_customer(desk.place, desk.wang, {"likes": "普洱"}))
    desk.settle()
    assert desk.read("counter.about") == "likes 普洱"


def test_it_stays_on_top_and_its_record_opens_in_the_window(desk):
    assert desk.strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    desk.find_member("1234")
    desk.press(Key.Key_O)
    assert desk.window.stack.current_id == "customer"


def test_a_new_window_in_another_language_has_a_strip_of_its_own(desk):
    before = desk.strip
    use_language("zh_CN")
    desk.strips.serve(desk.assembled.make_window())
    assert desk.strips.strip is None
    assert not before.isVisible()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_on_it_has_a_name_and_fits_at_twice_the_text_size(desk, language):
    use_language(language)
    desk.assembled.theme.use(text_percent=200)
    desk.strips.serve(desk.assembled.make_window())
    desk.strips.show()
    desk.settle()
    desk.find_member("1234")
    for button in desk.strip.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.objectName()
            assert button.accessibleName() or button.text()
            assert button.width() >= button.minimumSizeHint().width()
    assert desk.strip.search.accessibleName()
    assert desk.strip.screen().availableGeometry().width() >= desk.strip.width()
