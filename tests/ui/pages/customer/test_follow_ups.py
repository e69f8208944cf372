"""The card says when next, finishes a follow-up where it stands, and asks for the next one after a contact."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpStatus, Repeat
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.ui.pages.customer.follow_ups_part import FollowUpsPart
from tests.support.follow_up_desk import said
from tests.support.shop import NOON
from tests.ui.pages.customer.conftest import Desk

TODAY = NOON.date()
Key = Qt.Key


def plan(desk, customer_id, title="Ask about tea", days=-3, **values):
    draft = FollowUpDraft(title, TODAY + timedelta(days), customer_id=customer_id, **values)
    return plan_follow_up(desk.place, draft).key


def shown(desk: Desk, customer_id: int) -> None:
    desk.pane.model.reload()
    desk.settle()
    assert desk.pane.customer_id == customer_id


def test_nothing_planned_is_said_with_a_way_to_plan(desk, customer):
    assert desk.find(QLabel, "pane.followUps.next").text() == "nothing planned"
    desk.find(QPushButton, "pane.followUps.plan").click()
    desk.settle()
    editor = desk.assembled.window.findChild(QLineEdit, "editor.title")
    assert editor is not None


def test_a_late_one_is_red_and_says_so(desk, customer):
    plan(desk, customer)
    shown(desk, customer)
    label = desk.find(QLabel, "pane.followUps.next")
    assert (said(label.text()), label.property("role")) == ("3 days late", "danger")
    assert desk.find(QLabel, "pane.followUps.0.title").text() == "Ask about tea · Call"


def test_it_is_finished_where_it_stands(desk, customer):
    key = plan(desk, customer)
    shown(desk, customer)
    desk.find(QToolButton, "pane.followUps.0.done").click()
    desk.settle()
    strip = desk.pane.follow_ups.strip
    desk.bot.keyClick(strip.outcomes.buttons()[0], Key.Key_3)
    desk.bot.keyClick(strip.text, Key.Key_Return)
    desk.settle()
    done = read_follow_up(desk.place, key)
    assert (done.status, done.outcome) == (FollowUpStatus.DONE, Outcome.INTERESTED.value)
    assert desk.find(QLabel, "pane.followUps.next").text() == "nothing planned"
    assert any("Ask about tea" in line.spoken for line in desk.pane.timeline.view.lines.lines)


def test_a_series_missed_for_days_is_one_row_and_done_at_once(desk, customer):
    plan(desk, customer, "Water the plants", -20, repeat=Repeat("FREQ=DAILY;COUNT=19"))
    shown(desk, customer)
    assert said(desk.find(QLabel, "pane.followUps.next").text()) == "20 days late"
    assert said(desk.find(QLabel, "pane.followUps.0.due").text()) == "2 days late"
    desk.find(QToolButton, "pane.followUps.0.done").click()
    desk.settle()
    desk.bot.keyClick(desk.pane.follow_ups.strip.text, Key.Key_Return)
    desk.settle()
    assert desk.find(QLabel, "pane.followUps.next").text() == "nothing planned"


def test_the_pane_shows_three_and_says_how_many_more(desk, customer):
    for days in range(5):
        plan(desk, customer, days=days)
    shown(desk, customer)
    assert desk.find(QLabel, "pane.followUps.more").text() == "and 2 more"
    desk.go("customer", customer)
    assert not desk.page.findChild(QLabel, "record.followUps.more").isVisible()
    assert desk.page.findChild(QLabel, "record.followUps.4.title").isVisible()


def test_after_a_logged_contact_the_next_is_one_press(desk, customer):
    desk.pane.begin_log()
    desk.pane.timeline.log.text.setPlainText("wants samples")
    desk.pane.timeline.log.commit()
    desk.settle()
    strip = desk.pane.timeline.next.strip
    strip.next.buttons()[2].click()
    strip.keep.click()
    desk.settle()
    (item,) = follow_ups_of(desk.place, customer)
    assert (item.day, item.kind) == (TODAY + timedelta(7), "call")
    assert read_follow_up(desk.place, item.key).draft.note == "wants samples"


def test_another_customer_is_not_asked_about(desk, customer):
    other = desk.shop.add("李娜")
    desk.pane.begin_log()
    desk.pane.timeline.log.commit()
    desk.settle()
    desk.show(other)
    assert desk.pane.timeline.next.strip.isHidden()


def test_the_parts_of_the_card_have_words(desk, customer):
    plan(desk, customer)
    shown(desk, customer)
    part = desk.find(FollowUpsPart, "pane.followUps")
    buttons = [button.accessibleName() for button in part.findChildren(QToolButton) if button.isVisible()]
    assert buttons == ["Log and finish: Ask about tea", "Change: Ask about tea"]
