"""What is booked for a customer from her record: each by its dialog, each seen on her accounts afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QPushButton, QTextBrowser

from crm_desktop.base.text import use_language
from crm_desktop.domain.loyalty.words import CouponKind, RewardKind
from crm_desktop.domain.query import Selection
from crm_desktop.services.coupons import BatchDraft, coupons_of, issue_coupons, save_batch
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.rewards import RewardDraft, save_reward
from crm_desktop.services.statement import sign_balance
from crm_desktop.services.statement_paper import QUIET
from crm_desktop.ui.loyalty import actions
from crm_desktop.ui.pages.loyalty.page import SECTIONS
from crm_desktop.ui.theme.theme import Mode
from crm_desktop.ui.theme.tokens import DARK
from tests.support.loyalty_shop import begin, give_visits, pay_in, sell
from tests.ui.pages.customer.test_fits import cut_off


@pytest.fixture
def wang(desk):
    customer = desk.shop.add("王小明", "13800001234")
    begin(desk.place)
    sell(desk.place, customer, 18800)
    return customer


@pytest.fixture
def shown(desk, wang):
    desk.open("customer", wang)
    desk.record.tabs.choose(1)
    desk.settle()
    return desk


def loyalty(desk, customer):
    return loyalty_of(desk.place, customer)


def choose(desk, name, words):
    box = desk.find(QComboBox, name)
    (row,) = [row for row in range(box.count()) if words in box.itemText(row)]
    box.setCurrentIndex(row)
    desk.settle()


def menu(desk, key):
    """Choose from the part's menu."""
    (action,) = [one for one in desk.record.loyalty.part.menu.actions() if one.objectName().endswith(f".{key}")]
    action.trigger()
    desk.settle()


def do(desk, wang, action):
    action(actions.Desk(desk.assembled.window, desk.record.frame, desk.place, wang))
    desk.settle()


def test_the_balances_stand_on_the_record(shown):
    assert shown.text("record.loyalty.balances.points.value") == "188"
    assert shown.text("record.loyalty.history.0.line.figure") == "+188"


def test_why_a_number_is_what_it_is_can_be_asked(shown):
    shown.press("record.loyalty.history.0.line.why")
    assert "188.00 × 1 = 188" in shown.text("record.loyalty.history.0.why")


def test_an_offer_is_topped_up_with_its_gift(shown, wang):
    shown.press("record.loyalty.topUp")
    shown.press("topUp.offer.0")
    assert "gift" in shown.text("topUp.preview")
    shown.press("topUp.go")
    stands = loyalty(shown, wang)
    assert stands.principal > 0
    assert stands.gift > 0
    assert not shown.assembled.window.findChildren(QComboBox, "topUp.form.method")
    assert len(shown.toasts) == 1, "said once, with the way back"


def test_an_amount_that_is_none_is_said_under_its_field(shown, wang):
    shown.press("record.loyalty.topUp")
    shown.write("topUp.form.pay", "0")
    shown.press("topUp.go")
    assert shown.text("topUp.form.pay.problem") == "This is too small."
    assert loyalty(shown, wang).principal == 0


def test_principal_is_paid_out_and_a_gift_is_not(shown, wang):
    pay_in(shown.place, wang, 50_000)
    menu(shown, "withdraw")
    shown.write("withdraw.form.reason", "moves away")
    shown.press("withdraw.go")
    assert loyalty(shown, wang).principal == 0


def test_a_visit_is_used_from_its_card(shown, wang):
    give_visits(shown.place, wang)
    shown.record.model.reload()
    shown.settle()
    before = loyalty(shown, wang).cards[0].left
    shown.press("record.loyalty.cards.0.use")
    assert f"{before - 1} left" in shown.text("useVisit.preview")
    shown.press("useVisit.go")
    assert loyalty(shown, wang).cards[0].left == before - 1


def test_what_a_card_forbids_is_asked_again(shown, wang):
    give_visits(shown.place, wang)
    for _ in range(2):
        shown.record.model.reload()
        shown.settle()
        shown.press("record.loyalty.cards.0.use")
        shown.press("useVisit.go")
    assert shown.text("useVisit.faultText")
    left = loyalty(shown, wang).cards[0].left
    shown.press("useVisit.go")
    assert loyalty(shown, wang).cards[0].left == left - 1, "the shop may let it pass"


def test_a_card_is_sold(shown, wang):
    menu(shown, "sellCard")
    assert "each visit" in shown.text("sellCard.preview")
    shown.press("sellCard.go")
    assert loyalty(shown, wang).cards[0].left > 0


def test_points_are_exchanged_for_what_she_can_have(shown, wang):
    save_batch(shown.place, BatchDraft("Tea", CouponKind.MONEY, 500))
    save_reward(shown.place, RewardDraft("Tea coupon", RewardKind.COUPON, 100, batch_id=1))
    shown.press("record.loyalty.redeem")
    assert "88 points are left" in shown.text("redeem.preview")
    shown.press("redeem.go")
    stands = loyalty(shown, wang)
    assert (stands.points, len(stands.coupons)) == (88, 1)


def test_a_coupon_is_given(shown, wang):
    save_batch(shown.place, BatchDraft("Spring", CouponKind.MONEY, 1_000, minimum=10_000))
    menu(shown, "coupon")
    assert shown.text("issueCoupon.preview") == "¥10.00 off · from ¥100.00"
    shown.press("issueCoupon.go")
    assert len(coupons_of(shown.place, wang)) == 1
    assert shown.toasts[-1] == "Gave 王小明 the coupon “Spring”"


def test_points_are_corrected_only_with_a_reason(shown, wang):
    menu(shown, "adjust")
    shown.write("adjust.form.number", "12")
    shown.press("adjust.go")
    assert loyalty(shown, wang).points == 188
    shown.write("adjust.form.reason", "forgotten last week")
    assert shown.text("adjust.form.reason.problem") == "This is needed."
    shown.press("adjust.go")
    assert loyalty(shown, wang).points == 200
    assert "forgotten last week" in shown.text("record.loyalty.history.0.line.title")


def test_a_tier_is_held_by_hand_and_given_back_to_the_rules(shown, wang):
    do(shown, wang, actions.set_tier)
    choose(shown, "setTier.form.tier_id", "Gold")
    shown.write("setTier.form.reason", "an old friend")
    shown.press("setTier.go")
    assert (loyalty(shown, wang).tier.name, loyalty(shown, wang).tier.locked) == ("Gold", True)
    assert "an old friend" in shown.text("record.loyalty.tier.detail")
    do(shown, wang, actions.set_tier)
    choose(shown, "setTier.form.tier_id", "rules")
    shown.write("setTier.form.reason", "enough")
    shown.press("setTier.go")
    assert not loyalty(shown, wang).tier.locked


def test_the_balances_are_copied_by_one_key(shown, wang):
    shown.assembled.window.verbs.run("loyalty.copy_balance")
    shown.settle()
    assert "188" in QGuiApplication.clipboard().text()


def test_a_verb_without_a_customer_says_so(desk, wang):
    desk.open("loyalty")
    desk.assembled.window.verbs.run("loyalty.top_up")
    assert [notice.key for notice in desk.assembled.notices.standing] == ["loyalty.nobody"]


def test_the_statement_shows_every_entry_with_its_code(shown, wang):
    shown.assembled.window.verbs.run("loyalty.statement")
    shown.settle()
    paper = shown.find(QTextBrowser, "statement.paper")
    assert "王小明" in paper.toPlainText()
    assert "+188" in paper.toPlainText()
    assert "data:image/png" in shown.dialog()._html
    for width in range(600, 620):
        shown.dialog().resize(width, 600)
        shown.settle()
        assert paper.horizontalScrollBar().maximum() == 0


def test_on_a_dark_screen_the_quiet_words_of_the_statement_can_be_read(shown):
    theme = shown.assembled.theme
    theme.use(Mode.DARK)
    shown.assembled.window.verbs.run("loyalty.statement")
    shown.settle()
    on_screen = shown.find(QTextBrowser, "statement.paper").toHtml()
    theme.use(Mode.LIGHT)
    assert DARK.muted in on_screen
    assert QUIET not in on_screen


def test_a_genuine_code_is_told_from_a_changed_one(shown, wang):
    text = sign_balance(shown.place, wang)
    shown.assembled.window.verbs.run("loyalty.check")
    field = shown.find(QPlainTextEdit, "checkStatement.field")
    field.setPlainText(text)
    shown.bot.waitUntil(lambda: "王小明" in shown.text("checkStatement.answer"), timeout=5000)
    assert "188 on that day, 188 today" in shown.text("checkStatement.detail")
    field.setPlainText(text.replace("/188", "/999"))
    shown.bot.waitUntil(lambda: shown.text("checkStatement.answer").startswith("Not genuine"), timeout=5000)


def test_who_has_no_card_number_is_given_the_next(shown, wang):
    do(shown, wang, actions.member_card)
    assert "no card number" in shown.text("memberCard.hint")
    shown.press("memberCard.give")
    number = loyalty(shown, wang).card_number
    assert number
    assert number in shown.dialog().picture.accessibleDescription()


def test_purchases_are_told_with_their_lines(shown):
    shown.record.tabs.choose(2)
    shown.settle()
    assert shown.text("record.purchases.spent.value") == "¥188.00"
    assert "剪发" in shown.text("record.purchases.0.detail")
    assert shown.text("record.purchases.0.title") == "Purchase"


def test_a_shop_without_programmes_is_shown_the_way(desk):
    desk.open("customer", desk.shop.add("李静"))
    desk.record.tabs.choose(1)
    desk.settle()
    desk.press("record.loyalty.begin")
    assert desk.assembled.window.stack.current_id == "loyalty"


def test_esc_leaves_a_dialog_and_books_nothing(shown, wang):
    shown.press("record.loyalty.topUp")
    shown.write("topUp.form.pay", "100")
    shown.bot.keyClick(shown.dialog(), Qt.Key.Key_Escape)
    assert loyalty(shown, wang).principal == 0
    assert not any(one.isVisible() for one in shown.assembled.window.findChildren(QCheckBox, "topUp.form.own"))


def test_a_card_is_shared_with_the_household_and_kept_again(shown, wang):
    give_visits(shown.place, wang)
    shown.record.model.reload()
    shown.settle()
    shown.press("record.loyalty.cards.0.share")
    assert loyalty(shown, wang).cards[0].for_household
    assert "shared with her household" in shown.text("record.loyalty.cards.0.detail")
    shown.press("record.loyalty.cards.0.share")
    assert not loyalty(shown, wang).cards[0].for_household


def test_a_coupon_is_cancelled_with_a_reason(shown, wang):
    save_batch(shown.place, BatchDraft("Spring", CouponKind.MONEY, 1_000))
    issue_coupons(shown.place, 1, customer_ids=[wang])
    shown.record.model.reload()
    shown.settle()
    shown.press("record.loyalty.coupons.0.cancel")
    shown.write("askName.field", "lost")
    shown.dialog().accept()
    shown.settle()
    assert coupons_of(shown.place, wang) == []


def test_a_slip_opens_from_the_history(shown):
    shown.press("record.loyalty.history.0.line.slip")
    assert shown.dialog().objectName() == "slipDialog"


def test_nothing_is_booked_for_who_is_in_the_bin(shown, wang):
    delete_customers(shown.place, Selection(frozenset({wang})))
    shown.record.model.reload()
    shown.settle()
    assert not shown.find(QPushButton, "record.loyalty.topUp").isEnabled()
    assert shown.find(QPushButton, "record.loyalty.copy").isEnabled()


def test_without_a_visit_the_next_step_sells_her_a_card(shown, wang):
    do(shown, wang, actions.use_visit)
    assert "no visits left on any card" in shown.text("useVisit.instead")
    assert shown.find(QPushButton, "useVisit.go").text() == "Sell a visit card"
    shown.press("useVisit.go")
    shown.press("sellCard.go")
    assert loyalty(shown, wang).cards[0].left > 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_without_a_batch_the_next_step_is_the_page_where_one_is_made(shown, wang):
    menu(shown, "coupon")
    assert "no coupons to give out" in shown.text("issueCoupon.instead")
    shown.press("issueCoupon.go")
    assert shown.assembled.window.stack.current_id == "loyalty"
    assert shown.page.list.currentRow() == SECTIONS.index("coupons")


def test_too_few_points_are_said_with_what_is_missing(shown, wang):
    save_batch(shown.place, BatchDraft("Tea", CouponKind.MONEY, 500))
    save_reward(shown.place, RewardDraft("Tea coupon", RewardKind.COUPON, 200, batch_id=1))
    shown.press("record.loyalty.redeem")
    said = shown.text("redeem.instead").split("\n")
    assert said[:2] == ["She has 188 points.", "Tea coupon: 12 points are missing."], "the nearest first"
    shown.press("redeem.go")
    assert shown.dialog().objectName() == "saleDialog"


def test_where_nothing_is_left_of_what_was_paid_in_the_next_step_takes_money_in(shown, wang):
    menu(shown, "withdraw")
    assert "nothing to pay out" in shown.text("withdraw.instead")
    shown.press("withdraw.go")
    assert shown.dialog().objectName() == "topUp"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_dialog_says_in_words_that_there_is_nothing_to_choose(desk, language, percent):
    wang = desk.shop.add("王小明")
    use_language(language)
    desk.assembled.theme.use(text_percent=percent)
    desk.open("customer", wang)
    for action in (
        *(actions.withdraw, actions.sell_card, actions.use_visit),
        *(actions.redeem, actions.issue_coupon, actions.adjust),
    ):
        do(desk, wang, action)
        dialog = desk.dialog()
        assert desk.text(f"{dialog.objectName()}.instead")
        assert dialog.go.isEnabled()
        assert not dialog.findChildren(QComboBox)
        assert cut_off(dialog) == []
        dialog.reject()
        desk.settle()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_dialog_fits(desk, wang, language, percent):
    save_batch(desk.place, BatchDraft("Spring", CouponKind.MONEY, 1_000, minimum=10_000))
    pay_in(desk.place, wang, 50_000)
    give_visits(desk.place, wang)
    use_language(language)
    desk.assembled.theme.use(text_percent=percent)
    desk.open("customer", wang)
    for action in (
        *(actions.top_up, actions.withdraw, actions.sell_card, actions.use_visit, actions.redeem, actions.issue_coupon),
        *(actions.adjust, actions.set_tier, actions.statement, actions.member_card),
    ):
        do(desk, wang, action)
        dialog = desk.dialog()
        assert cut_off(dialog) == []
        dialog.reject()
        desk.settle()
