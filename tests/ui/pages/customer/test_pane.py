"""The pane: one customer at a glance, edited where her values stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.domain.customer import Status
from crm_desktop.services.change_customer import change_customer
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.pages.customer.header import NO_BREAK
from crm_desktop.ui.pages.customer.pane import DETAILS
from crm_desktop.ui.widgets.inline_field import InlineField
from tests.ui.pages.customer.conftest import Desk


def test_nobody_chosen_says_so(desk: Desk) -> None:
    assert desk.find(QLabel, "pane.empty.sentence").text() == "Nobody is chosen"


def test_the_head_tells_who_she_is(desk: Desk, customer: int) -> None:
    assert desk.find(InlineField, "record.name").value() == "王小明"
    assert desk.find(QLabel, "record.subtitle").text().replace(NO_BREAK, " ") == "甲公司 · 138 0000 1234"


def test_an_edited_value_is_saved_and_said(desk: Desk, customer: int) -> None:
    desk.edit("record.name", "王大明")
    assert desk.shop.customer(customer).name == "王大明"
    assert desk.find(QLabel, "record.saved").text() == "✓ Saved"
    assert desk.toasts == ["Edited 王大明"]


def test_f2_edits_and_esc_leaves_everything_as_it_was(desk: Desk, customer: int) -> None:
    field = desk.find(InlineField, "record.likes")
    desk.bot.keyClick(field.focusProxy(), Qt.Key.Key_F2)
    desk.bot.keyClicks(field.editor, "coffee")
    desk.bot.keyClick(field.editor, Qt.Key.Key_Escape)
    desk.settle()
    assert (field.value(), desk.shop.customer(customer).likes) == ("绿茶", "绿茶")


def test_tab_saves_and_moves_on(desk: Desk, customer: int) -> None:
    field = desk.edit("record.likes", "红茶", Qt.Key.Key_Tab)
    assert not field.is_editing()
    assert desk.shop.customer(customer).likes == "红茶"


def test_a_refused_value_stays_with_the_reason_beside_it(desk: Desk, customer: int) -> None:
    field = desk.edit("record.name", "")
    assert field.is_editing()
    assert desk.find(QLabel, "record.name.problem").text() == "This must not be empty."
    assert desk.shop.customer(customer).name == "王小明"


def test_a_card_number_of_somebody_else_is_refused_beside_the_field(desk: Desk, customer: int) -> None:
    desk.shop.add("李娜", card_number="8888")
    desk.pane.tabs.choose(DETAILS)
    desk.edit("record.card_number", "8888")
    assert desk.find(QLabel, "record.card_number.problem").text() == "8888 already belongs to somebody else."


def test_choosing_another_customer_saves_what_was_being_typed(desk: Desk, customer: int) -> None:
    other = desk.shop.add("李娜")
    desk.find(InlineField, "record.likes").begin("红茶")
    desk.show(other)
    assert desk.shop.customer(customer).likes == "红茶"
    assert desk.shop.customer(other).likes is None


def test_what_somebody_else_changed_is_shown_but_typing_is_left_alone(desk: Desk, customer: int) -> None:
    field = desk.find(InlineField, "record.likes")
    field.begin("typing")
    change_customer(desk.place, customer, {"name": "王大明", "likes": "红茶"})
    desk.pane.refresh(None)
    desk.settle()
    assert desk.find(InlineField, "record.name").value() == "王大明"
    assert field.draft() == "typing"


def test_allergies_stand_first_and_warn(desk: Desk, customer: int) -> None:
    desk.find(QPushButton, "preferences.more").click()
    desk.edit("record.allergies", "花生")
    card = desk.find(InlineField, "record.allergies").parentWidget().parentWidget()
    assert card.property("warn") == "true"


def test_a_lost_card_asks_for_the_reason_at_once(desk: Desk, customer: int) -> None:
    desk.pane.tabs.choose(DETAILS)
    status = desk.find(ChoiceField, "record.status")
    desk.choose(status.menu(), "record.status.lost_card")
    desk.edit("record.status_reason", "left in a taxi")
    found = desk.shop.customer(customer)
    assert (found.status, found.status_reason) == (Status.LOST_CARD, "left in a taxi")
    assert desk.find(QLabel, "record.subtitle").text().startswith("Card lost")


def test_an_undo_shows_at_once(desk: Desk, customer: int) -> None:
    desk.edit("record.name", "王大明")
    desk.assembled.window.verbs.run("edit.undo")
    desk.settle()
    assert desk.find(InlineField, "record.name").value() == "王小明"


def test_a_deleted_record_offers_to_be_restored(desk: Desk, customer: int) -> None:
    desk.choose(desk.pane.menu, "pane.menu.delete")
    assert desk.shop.customer(customer).deleted_at is not None
    assert not desk.find(InlineField, "record.name").isEnabled()
    desk.find(QPushButton, "binBanner.restore").click()
    desk.settle()
    assert desk.shop.customer(customer).deleted_at is None
    assert desk.toasts[-1] == "Restored 王小明"


def test_what_is_typed_outlives_a_new_window(desk: Desk, customer: int) -> None:
    desk.find(InlineField, "record.likes").begin("half a wor")
    desk.pane.timeline.search.set_query("tea")
    state = desk.pane.save_state()
    desk.show(None)
    desk.pane.restore_state(state)
    desk.settle()
    assert desk.find(InlineField, "record.likes").draft() == "half a wor"
    assert desk.pane.timeline.search.query() == "tea"
