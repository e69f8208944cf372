"""The Loyalty page: begun with a trade, changed sentence by sentence, saved as new versions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.services.coupons import read_batches
from crm_desktop.services.programmes import read_programmes, rules_history, save_rules
from crm_desktop.services.undo import undo
from crm_desktop.ui.pages.loyalty.page import SECTIONS
from crm_desktop.ui.widgets.sentence_button import SentenceButton
from tests.support.loyalty_shop import begin, sell
from tests.ui.pages.customer.test_fits import cut_off


@pytest.fixture
def begun(desk):
    begin(desk.place)
    desk.open("loyalty", "points")
    return desk


def sentences(desk, card):
    buttons = desk.page.findChildren(SentenceButton)
    return [one.text() for one in buttons if one.isVisible() and one.objectName().startswith(f"loyalty.{card}.rule")]


def press_sentence(desk, words):
    (button,) = [one for one in desk.page.findChildren(SentenceButton) if one.isVisible() and words in one.text()]
    button.click()
    desk.settle()


def test_an_empty_shop_chooses_its_trade(desk):
    desk.open("loyalty")
    desk.press("loyalty.preset.tea_wine.begin")
    assert read_programmes(desk.place).points is not None
    assert any("gets" in text for text in sentences(desk, "earning"))


def test_who_wants_no_preset_begins_with_points_only(desk):
    desk.open("loyalty")
    desk.press("loyalty.presets.own")
    assert read_programmes(desk.place).points is None, "nothing is kept before it is saved"
    desk.press("loyalty.save")
    assert read_programmes(desk.place).points.rules.points == 1


def test_a_sentence_is_changed_where_it_stands(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "3")
    assert "gets 3 point" in sentences(begun, "earning")[0]
    assert begun.text("loyalty.unsaved.text").startswith("Not saved yet: Points")
    begun.press("loyalty.save")
    points = read_programmes(begun.place).points
    assert points.rules.points == 3
    assert len(rules_history(begun.place, points.programme_id)) == 2, "the old version stays"
    assert not begun.page.foot.isVisible()


def test_the_example_follows_every_change(begun):
    before = begun.text("loyalty.example.said")
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "5")
    assert begun.text("loyalty.example.said") != before
    assert "940 point" in begun.text("loyalty.example.said")


def test_escape_takes_a_change_back(begun):
    before = sentences(begun, "earning")
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "9")
    begun.key(Qt.Key.Key_Escape)
    assert sentences(begun, "earning") == before
    assert not begun.page.foot.isVisible()


def test_a_promotion_is_added_and_taken_away(begun):
    count = len(sentences(begun, "promotions"))
    begun.press("loyalty.promotions.add.multipliers")
    begun.write("loyalty.promotions.multipliers.form.factor", "3")
    begun.press("loyalty.promotions.multipliers.done")
    added = [text for text in sentences(begun, "promotions") if "× 3" in text]
    assert added
    press_sentence(begun, added[0])
    begun.press("loyalty.promotions.multipliers.remove")
    assert len(sentences(begun, "promotions")) == count


def test_rules_that_make_no_sense_are_said_and_not_taken(begun):
    before = sentences(begun, "promotions")
    begun.press("loyalty.promotions.add.multipliers")
    begun.write("loyalty.promotions.multipliers.form.factor", "1")
    assert begun.text("loyalty.promotions.multipliers.problem")
    begun.press("loyalty.promotions.multipliers.leave")
    assert sentences(begun, "promotions") == before


def test_points_can_be_kept_from_paying(begun):
    press_sentence(begun, "pay")
    begun.find(QCheckBox, "loyalty.using.spending.form.pays").click()
    begun.press("loyalty.using.spending.done")
    assert any("do not pay" in text for text in sentences(begun, "using"))


def test_leaving_everything_as_it_was_forgets_the_drafts(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "7")
    begun.press("loyalty.discard")
    assert "7 point" not in sentences(begun, "earning")[0]
    assert not begun.page.foot.isVisible()


def test_drafts_outlive_a_change_of_language(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "8")
    state = begun.page.save_state()
    begun.page.discard()
    begun.page.restore_state(state)
    begun.settle()
    assert "gets 8 point" in sentences(begun, "earning")[0]


def test_a_tier_is_added(begun):
    begun.page.open("tiers")
    begun.press("loyalty.tierList.new")
    begun.write("loyalty.tierList.form.asked.name", "Crown")
    begun.write("loyalty.tierList.form.asked.threshold", "99000")
    begun.press("loyalty.tierList.form.save")
    tier = next(tier for tier in read_programmes(begun.place).tiers if tier.name == "Crown")
    assert tier.rules.threshold == 9_900_000
    assert "Crown" in begun.texts(begun.page)


def test_a_tier_with_a_hole_is_refused_in_words(begun):
    begun.page.open("tiers")
    begun.press("loyalty.tierList.new")
    begun.write("loyalty.tierList.form.asked.name", "Twin")
    first = read_programmes(begun.place).tiers[0].rules.threshold
    begun.write("loyalty.tierList.form.asked.threshold", str(first // 100))
    begun.press("loyalty.tierList.form.save")
    assert begun.text("loyalty.tierList.form.problem")
    assert all(tier.name != "Twin" for tier in read_programmes(begun.place).tiers)


def test_a_reward_is_offered_and_put_aside(begun):
    begun.page.open("rewards")
    begun.press("loyalty.rewardList.new")
    begun.write("loyalty.rewardList.form.asked.name", "Ten off")
    begun.write("loyalty.rewardList.form.asked.cost", "500")
    begun.write("loyalty.rewardList.form.asked.money", "10")
    begun.press("loyalty.rewardList.form.save")
    shown = begun.page.shelf.rewards
    place = next(number for number, reward in enumerate(shown) if reward.name == "Ten off")
    begun.press(f"loyalty.rewardList.{place}.aside")
    assert not next(reward for reward in begun.page.shelf.rewards if reward.name == "Ten off").active


def test_what_is_owed_is_said_by_month(desk):
    customer = desk.shop.add("王小明")
    begin(desk.place, Trade.SALON)
    sell(desk.place, customer, 18800)
    desk.open("loyalty", "owed")
    assert desk.text("loyalty.owed.points.hint") == "188 points"
    section = desk.page.sections["owed"]
    assert any("188 points" in cell for row in section.list.texts() for cell in row)


def test_earlier_rules_can_be_read(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "4")
    begun.press("loyalty.save")
    begun.press("loyalty.earlier")
    assert "gets 4 point" in begun.text("earlierRules.0.said")
    assert "gets 1 point" in begun.text("earlierRules.1.said")


def test_a_sort_of_visit_card_is_begun_renamed_and_put_aside(begun):
    begun.page.open("cards")
    begun.press("loyalty.cards.new")
    begun.write("askName.field", "Massage")
    begun.dialog().accept()
    begun.settle()
    card = next(card for card in read_programmes(begun.place).cards if card.name == "Massage")
    begun.press(f"loyalty.card.{card.programme_id}.rename")
    begun.write("askName.field", "Back massage")
    begun.dialog().accept()
    begun.settle()
    begun.press(f"loyalty.card.{card.programme_id}.aside")
    card = next(one for one in read_programmes(begun.place).cards if one.programme_id == card.programme_id)
    assert (card.name, card.active) == ("Back massage", False)


def test_a_visit_card_may_be_limited_to_some_days(begun):
    begun.page.open("cards")
    card = read_programmes(begun.place).cards[0]
    name = f"loyalty.card.{card.programme_id}"
    begun.press(f"{name}.add.weekdays")
    begun.press(f"{name}.weekdays.form.weekdays.0")
    begun.press(f"{name}.weekdays.done")
    begun.press("loyalty.save")
    assert read_programmes(begun.place).cards[0].rules.weekdays == frozenset({0})


def test_a_top_up_offer_is_added(begun):
    begun.page.open("stored")
    before = len(read_programmes(begun.place).stored.rules.offers)
    begun.press("loyalty.storedRules.add.offers")
    begun.write("loyalty.storedRules.offers.form.pay", "8000")
    begun.write("loyalty.storedRules.offers.form.gift", "2000")
    begun.press("loyalty.storedRules.offers.done")
    begun.press("loyalty.save")
    offers = read_programmes(begun.place).stored.rules.offers
    assert len(offers) == before + 1
    assert (800_000, 200_000) in {(offer.pay, offer.gift) for offer in offers}


def test_a_birthday_gift_is_taken_away(begun):
    begun.page.open("occasions")
    press_sentence(begun, "Birthday")
    begun.press("loyalty.gifts.birthday.remove")
    begun.press("loyalty.save")
    assert read_programmes(begun.place).points.rules.birthday.points == 0


def test_coupons_are_given_out_for_whoever_brings_one(begun, monkeypatch):
    printed = []
    monkeypatch.setattr("crm_desktop.ui.loyalty.printing.print_coupons", lambda *given: printed.append(given[2]))
    begun.page.open("coupons")
    begun.press("loyalty.batchList.new")
    begun.write("loyalty.batchList.form.asked.name", "Spring")
    begun.write("loyalty.batchList.form.asked.money", "10")
    begun.press("loyalty.batchList.form.save")
    begun.press("loyalty.batchList.0.give")
    begun.press("giveCoupons.go")
    assert [len(coupons) for coupons in printed] == [10]
    assert read_batches(begun.place)[0].issued == 10


def test_the_keyboard_goes_back_to_what_opened_a_form(begun):
    begun.page.open("coupons")
    begun.press("loyalty.batchList.new")
    begun.write("loyalty.batchList.form.asked.name", "Spring")
    begun.write("loyalty.batchList.form.asked.money", "10")
    begun.press("loyalty.batchList.form.save")
    assert begun.page.window().focusWidget().objectName() == "loyalty.batchList.new"
    for tool, follows in (("edit", "edit"), ("aside", "again"), ("again", "aside")):
        begun.find(QAbstractButton, f"loyalty.batchList.0.{tool}").setFocus()
        begun.press(f"loyalty.batchList.0.{tool}")
        if tool == "edit":
            begun.press("loyalty.batchList.form.leave")
        assert begun.page.window().focusWidget().objectName() == f"loyalty.batchList.0.{follows}"


def test_a_batch_says_whether_a_refund_gives_its_coupons_back(begun):
    begun.page.open("coupons")
    begun.press("loyalty.batchList.new")
    begun.write("loyalty.batchList.form.asked.name", "Spring")
    begun.write("loyalty.batchList.form.asked.money", "10")
    begun.press("loyalty.batchList.form.asked.comes_back")
    begun.press("loyalty.batchList.form.save")
    assert not read_batches(begun.place)[0].comes_back


def test_drafts_are_tried_on_past_sales_before_they_are_saved(desk):
    customer = desk.shop.add("王小明")
    begin(desk.place)
    sell(desk.place, customer, 18800)
    desk.open("loyalty", "points")
    press_sentence(desk, "a member gets")
    desk.write("loyalty.earning.points.form.points", "2")
    desk.press("loyalty.tryDraft")
    desk.press("loyalty.try.run")
    section = desk.page.sections["try"]
    desk.bot.waitUntil(lambda: section.run.isEnabled() and bool(section.list.texts()), timeout=60_000)
    assert section.list.texts()[0] == ["Points given", "188", "376", "+188"]


def test_a_replay_can_be_stopped(desk, monkeypatch):
    def wait(*_given, cancelled, **_more):
        while not cancelled():
            pass
        raise Fault(FaultKind.CANCELLED)

    monkeypatch.setattr("crm_desktop.ui.pages.loyalty.try_section.simulate_rules", wait)
    begin(desk.place)
    desk.open("loyalty", "try")
    desk.press("loyalty.try.run")
    desk.press("loyalty.try.progress.cancel")
    section = desk.page.sections["try"]
    desk.bot.waitUntil(section.run.isEnabled, timeout=10_000)
    assert not section.panel.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_part_fits_its_place(desk, language, percent):
    begin(desk.place)
    use_language(language)
    desk.assembled.theme.use(text_percent=percent)
    desk.open("loyalty")
    for part in SECTIONS:
        desk.page.open(part)
        desk.settle()
        assert cut_off(desk.page) == []


def test_what_was_saved_is_said_with_the_way_back(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "6")
    begun.press("loyalty.save")
    assert len(begun.toasts) == 1
    undo(begun.place)
    assert read_programmes(begun.place).points.rules.points == 1


def test_a_change_of_another_program_leaves_the_draft(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "6")
    programmes = read_programmes(begun.place)
    save_rules(begun.place, programmes.points.programme_id, replace(programmes.points.rules, per_visit=5))
    begun.page.refresh(None)
    begun.settle()
    assert "gets 6 point" in sentences(begun, "earning")[0]
    begun.press("loyalty.save")
    rules = read_programmes(begun.place).points.rules
    assert (rules.points, rules.per_visit) == (6, 5), "neither loses what the other changed"


def test_enter_closes_what_escape_would_take_back(begun):
    press_sentence(begun, "a member gets")
    begun.write("loyalty.earning.points.form.points", "6")
    begun.key(Qt.Key.Key_Return)
    assert not begun.page.findChildren(QLineEdit, "loyalty.earning.points.form.points")
    assert "gets 6 point" in sentences(begun, "earning")[0]


def test_what_opens_far_below_is_brought_into_sight(begun):
    begun.assembled.window.resize(1100, 620)
    begun.press("loyalty.promotions.add.multipliers")
    name = begun.find(QLineEdit, "loyalty.promotions.multipliers.form.name")
    begun.bot.waitUntil(lambda: name.visibleRegion().boundingRect().height() >= name.height() - 2, timeout=10_000)
    assert begun.assembled.window.focusWidget() is name
