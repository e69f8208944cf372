"""The timeline: filtered, searched, logged into with two keys, and taken back from."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from crm_desktop.domain.customer import Interaction, InteractionKind, Outcome, Phase
from crm_desktop.domain.query import Selection
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_people import add_person
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.store.interactions import interactions_of
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from tests.ui.pages.customer.conftest import Desk


def logged(desk: Desk, customer_id: int) -> list[Interaction]:
    with desk.shop.store.read() as connection:
        return interactions_of(connection, customer_id)


@pytest.fixture
def busy(desk: Desk, customer: int) -> int:
    """Return a customer with two contacts and a change."""
    ago = desk.place.now() - timedelta(days=3)
    log_interaction(desk.place, customer, Contact(InteractionKind.CALL, "asked for new tea", at=ago))
    log_interaction(desk.place, customer, Contact(InteractionKind.VISIT, "bought 250 g"))
    change_customer(desk.place, customer, {"likes": "红茶"})
    desk.pane.refresh(None)
    desk.settle()
    return customer


def press_log(desk: Desk) -> None:
    desk.pane.begin_log()
    desk.settle()


def focus(desk: Desk) -> object:
    widget = desk.assembled.window.focusWidget()
    assert widget is not None
    return widget


def test_one_key_chooses_the_kind_and_enter_keeps_the_text(desk: Desk, customer: int) -> None:
    press_log(desk)
    desk.bot.keyClick(focus(desk), Qt.Key.Key_W)
    desk.bot.keyClicks(focus(desk), "sent the price list")
    desk.bot.keyClick(focus(desk), Qt.Key.Key_Return)
    desk.settle()
    (contact,) = logged(desk, customer)
    assert (contact.kind, contact.text) == (InteractionKind.WECHAT, "sent the price list")
    assert contact.person_id == desk.place.person_id
    assert desk.lines()[0] == "WeChat"


@pytest.mark.parametrize("kind", InteractionKind)
def test_every_kind_has_its_key(desk: Desk, customer: int, kind: InteractionKind) -> None:
    from crm_desktop.ui.pages.customer.log_line import KEYS

    press_log(desk)
    desk.bot.keyClick(focus(desk), next(key for key, known in KEYS.items() if known is kind))
    desk.bot.keyClick(focus(desk), Qt.Key.Key_Return)
    desk.settle()
    assert logged(desk, customer)[0].kind is kind


def test_outcome_and_phase_are_chips_and_may_stay_open(desk: Desk, customer: int) -> None:
    press_log(desk)
    for name in ("log.outcome.reached", "log.outcome.promised", "log.phase.after", "log.phase.after"):
        desk.find(QPushButton, name).click()
    desk.find(QPushButton, "log.keep").click()
    desk.settle()
    (contact,) = logged(desk, customer)
    assert (contact.outcome, contact.phase) == (Outcome.PROMISED, None)


def test_shift_enter_begins_a_new_line_and_esc_keeps_nothing(desk: Desk, customer: int) -> None:
    press_log(desk)
    text = desk.find(QPlainTextEdit, "log.text")
    desk.bot.keyClicks(text, "one")
    desk.bot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.bot.keyClicks(text, "two")
    assert text.toPlainText() == "one\ntwo"
    desk.bot.keyClick(text, Qt.Key.Key_Escape)
    desk.settle()
    assert logged(desk, customer) == []
    assert desk.pane.timeline.log.isHidden()


def test_a_contact_can_be_somebody_elses(desk: Desk, customer: int) -> None:
    add_person(desk.place, "陈悦")
    desk.pane.refresh(None)
    desk.settle()
    press_log(desk)
    desk.choose(desk.find(ChoiceField, "log.person").menu(), "log.person.2")
    desk.find(QPushButton, "log.keep").click()
    desk.settle()
    assert logged(desk, customer)[0].person_id == 2
    assert desk.pane.timeline.view.lines.lines[0].details == "陈悦"


def test_one_alone_is_not_asked_who_it_was(desk: Desk, customer: int) -> None:
    press_log(desk)
    assert desk.pane.timeline.log.person.isHidden()


def test_a_contact_of_yesterday_is_logged_there(desk: Desk, customer: int) -> None:
    press_log(desk)
    desk.pane.timeline.log.time.setDateTime(QDateTime.currentDateTime().addDays(-1))
    desk.find(QPushButton, "log.keep").click()
    desk.settle()
    difference = QDateTime.currentDateTime().toSecsSinceEpoch() - logged(desk, customer)[0].at.timestamp()
    assert 23 * 3600 < difference < 25 * 3600


def test_chips_and_search_leave_what_fits(desk: Desk, busy: int) -> None:
    chips = desk.pane.timeline.chips
    assert desk.lines() == ["Edited", "Visit", "Became a customer", "Call"]
    chips.findChild(QPushButton, "timeline.chips.contacts").click()
    assert desk.lines() == ["Visit", "Call"]
    desk.find(QPushButton, "timeline.chips.call").click()
    assert desk.lines() == ["Call"]
    desk.find(QPushButton, "timeline.chips.all").click()
    desk.pane.timeline.search.set_query("250 bought")
    assert desk.lines() == ["Visit"]
    desk.pane.timeline.search.set_query("红茶")
    assert desk.lines() == ["Edited"]


def test_nothing_found_says_what_to_do(desk: Desk, busy: int) -> None:
    desk.pane.timeline.search.set_query("no such words")
    assert not desk.pane.timeline.nothing.isHidden()
    assert "Choose “All”" in desk.pane.timeline.nothing.text()


def test_an_entry_is_taken_back_from_its_own_menu(desk: Desk, busy: int) -> None:
    view = desk.pane.timeline.view
    view.setCurrentIndex(view.lines.index(0))
    desk.choose(desk.pane.timeline.entry_menu(view.current_line()), "timeline.takeBack")
    assert desk.shop.customer(busy).likes == "绿茶"
    assert desk.lines()[:2] == ["Taken back: Edit this customer", "Edited"]
    assert view.lines.lines[1].entry.undone
    assert "timeline.takeBack" not in [
        a.objectName() for a in desk.pane.timeline.entry_menu(view.lines.lines[1]).actions()
    ]


def test_what_was_done_to_many_says_so_before_it_is_taken_back(desk: Desk, customer: int) -> None:
    both = Selection(frozenset({customer, desk.shop.add("李娜")}))
    add_tag(desk.place, both, "VIP")
    desk.pane.refresh(None)
    desk.settle()
    texts = [
        action.text() for action in desk.pane.timeline.entry_menu(desk.pane.timeline.view.lines.lines[0]).actions()
    ]
    assert "Take this back for all 2 customers" in texts


def test_nothing_is_logged_with_who_lies_in_the_bin(desk: Desk, customer: int) -> None:
    desk.choose(desk.pane.menu, "pane.menu.delete")
    desk.pane.begin_log()
    assert desk.pane.timeline.log.isHidden()


def test_an_older_entry_can_be_taken_back_alone(desk: Desk, busy: int) -> None:
    visit = desk.pane.timeline.view.lines.lines[1]
    desk.choose(desk.pane.timeline.entry_menu(visit), "timeline.takeBack")
    assert [contact.kind for contact in logged(desk, busy)] == [InteractionKind.CALL]
    assert desk.shop.customer(busy).likes == "红茶"


def test_a_contact_is_corrected_where_it_was_written(desk: Desk, busy: int) -> None:
    visit = desk.pane.timeline.view.lines.lines[1]
    desk.choose(desk.pane.timeline.entry_menu(visit), "timeline.edit")
    text = desk.find(QPlainTextEdit, "log.text")
    assert text.toPlainText() == "bought 250 g"
    text.setPlainText("bought 500 g")
    desk.bot.keyClick(text, Qt.Key.Key_Return)
    desk.settle()
    corrected = next(contact for contact in logged(desk, busy) if contact.kind is InteractionKind.VISIT)
    assert corrected.text == "bought 500 g"
    assert desk.lines()[0] == "Contact corrected"


def test_a_removed_contact_comes_back_with_undo(desk: Desk, busy: int) -> None:
    visit = desk.pane.timeline.view.lines.lines[1]
    desk.choose(desk.pane.timeline.entry_menu(visit), "timeline.remove")
    assert len(logged(desk, busy)) == 1
    desk.assembled.window.verbs.run("edit.undo")
    desk.settle()
    assert len(logged(desk, busy)) == 2


def test_the_figures_count_contacts(desk: Desk, busy: int) -> None:
    from crm_desktop.ui.widgets.elided_label import ElidedLabel

    assert desk.find(ElidedLabel, "fact.count.value").text() == "2"
    assert desk.find(ElidedLabel, "fact.last.value").text() == "today"


def test_a_line_is_read_out_whole(desk: Desk, busy: int) -> None:
    index = desk.pane.timeline.view.lines.index(1)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Visit · bought 250 g · Owner" in spoken


def test_a_phase_is_told_with_its_contact(desk: Desk, customer: int) -> None:
    contact = Contact(InteractionKind.CALL, "ok", Phase.AFTER, Outcome.SOLVED)
    log_interaction(desk.place, customer, contact)
    desk.pane.refresh(None)
    desk.settle()
    assert desk.pane.timeline.view.lines.lines[0].details == "Solved · After the sale · Owner"


def test_a_line_that_is_not_open_does_not_say_that_it_closed(desk: Desk, customer: int) -> None:
    from crm_desktop.ui.pages.customer.log_line import LogLine

    press_log(desk)
    line = desk.pane.findChild(LogLine)
    told: list[bool] = []
    line.closed.connect(lambda: told.append(True))
    line.close_line()
    line.close_line()
    assert told == [True]
