"""Follow-ups go to a colleague, with a word why."""

from __future__ import annotations

from datetime import date

import pytest

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services.change_people import add_person, all_people
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import read_follow_up
from crm_desktop.ui.dialogs.hand_over import show_hand_over


@pytest.fixture
def planned(counter):
    place = counter.shop.workplace
    add_person(place, "Anna")
    return plan_follow_up(place, FollowUpDraft("Call", date(2026, 11, 23))).key


def test_everything_of_one_person_goes_to_another(counter, planned):
    dialog = show_hand_over(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: dialog.taker.count() == 1)
    counter.type("handOver.reason", "on leave")
    counter.press("handOver.go")
    anna = all_people(counter.shop.workplace)[-1]
    counter.wait(lambda: read_follow_up(counter.shop.workplace, planned).draft.owner_id == anna.id)
    assert read_follow_up(counter.shop.workplace, planned).handed_reason == "on leave"


def test_the_colleague_is_told_why(counter, planned):
    dialog = show_hand_over(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: dialog.taker.count() == 1)
    counter.press("handOver.go")
    assert counter.read("handOver.reason.problem") == "Say why, for the colleague to know."


def test_a_shop_of_one_is_told_what_is_missing(counter):
    show_hand_over(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: counter.see("handOver.to.problem"))
    assert not counter.find("handOver.go").isEnabled()


def test_it_can_be_reached_from_the_people_of_the_shop(counter, planned):
    counter.window.stack.open("staff")
    people = counter.window.stack.view("staff")
    counter.wait(lambda: len(people.list.texts()) == 2)
    people.list.choose_row(1)
    counter.press("staff.handOver")
    counter.wait(lambda: counter.see("handOver.from"))
    counter.wait(lambda: counter.find("handOver.from").currentText() == "Anna")
