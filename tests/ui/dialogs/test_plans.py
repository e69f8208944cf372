"""Follow-up plans: taken over, made, changed, refused in place, started for whom they fit."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMenu

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.services.follow_up_plans import plans_of, read_plans, save_plan
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.ui.dialogs.plans import show_plans

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def stored(counter):
    return [shown.plan for shown in read_plans(counter.shop.workplace)]


def keep(counter, plan):
    save_plan(counter.shop.workplace, plan)


@pytest.fixture
def dialog(counter):
    keep(counter, Plan("回访", (PlanStep(1, "问候"), PlanStep(7, "再问"))))
    return opened(counter)


def opened(counter):
    shown = show_plans(counter.window, counter.frame, counter.shop.workplace)
    count = len(stored(counter))
    counter.wait(lambda: len(shown.list.texts()) == count and counter.frame.work.is_idle())
    return shown


def test_the_list_says_what_starts_a_plan_and_for_how_many_it_goes_on(counter, dialog):
    assert dialog.list.texts() == [["回访", "By hand", "0"]]
    assert counter.read("planName") == "回访"


def test_a_suggestion_is_taken_over_with_one_click(counter, dialog):
    counter.press("planSuggest")
    menu = dialog.findChild(QMenu, "planSuggestions")
    next(action for action in menu.actions() if action.objectName() == "planSuggestion.new").trigger()
    menu.close()
    counter.wait(lambda: len(dialog.list.texts()) == 2)
    assert counter.read("planName") == "New customers: day 1, 3, 7, 30"
    assert stored(counter)[0].event is PlanEvent.NEW_CUSTOMER


def test_a_new_plan_with_two_steps(counter, dialog):
    counter.press("planNew")
    counter.type("planName", "报价")
    counter.type("planStep.0.title", "问价格")
    counter.press("planStepAdd")
    counter.type("planStep.1.title", "问决定")
    counter.press("planSave")
    counter.wait(lambda: len(dialog.list.texts()) == 2)
    assert stored(counter)[1].steps == (PlanStep(1, "问价格"), PlanStep(8, "问决定"))


def test_steps_change_places_and_go(counter, dialog):
    counter.press("planStep.0.down")
    counter.press("planStep.1.remove")
    counter.press("planSave")
    counter.wait(lambda: [step.title for step in stored(counter)[0].steps] == ["再问"])


def test_what_is_missing_is_said_at_its_step_and_nothing_is_kept(counter, dialog):
    counter.press("planStepAdd")
    counter.press("planSave")
    counter.wait(lambda: counter.see("planStep.2.problem"))
    assert counter.read("planStep.2.problem") == "This must not be empty."
    assert len(stored(counter)[0].steps) == 2


def test_a_plan_of_a_tag_asks_for_the_tag(counter):
    add_tag(counter.shop.workplace, counter.shelf.add("王小明"), "投诉")
    keep(counter, Plan("回访", (PlanStep(1, "问候"),)))
    dialog = opened(counter)
    dialog.form.starts.setCurrentIndex(dialog.form.starts.findData("tagged"))
    counter.press("planSave")
    counter.wait(lambda: counter.see("planTag.problem"))
    dialog.form.tag.setCurrentIndex(0)
    counter.press("planSave")
    counter.wait(lambda: dialog.list.texts() == [["回访", "Tag “投诉”", "0"]])


def test_before_and_after_are_asked_only_where_there_is_a_date(counter, dialog):
    assert not counter.see("planStep.0.side")
    dialog.form.starts.setCurrentIndex(dialog.form.starts.findData("birthday"))
    card = counter.find("planStep.0")
    card.side.setCurrentIndex(0)
    card.days.setValue(3)
    counter.press("planSave")
    counter.wait(lambda: stored(counter)[0].event is PlanEvent.BIRTHDAY)
    assert stored(counter)[0].steps[0].delay_days == -3


def test_leaving_what_was_typed_is_asked_about(counter, dialog):
    counter.type("planName", "回访二")
    counter.press("planNew")
    counter.press("confirmBack")
    assert counter.read("planName") == "回访二"
    counter.press("planNew")
    counter.press("confirmVerb")
    counter.wait(lambda: counter.read("planName") == "")
    assert stored(counter)[0].name == "回访"


def test_it_is_started_now_for_whom_it_fits(counter):
    wang = counter.shelf.add("王小明")
    long_ago = counter.shop.workplace.now() - timedelta(days=90)
    log_interaction(counter.shop.workplace, wang, Contact(InteractionKind.CALL, at=long_ago))
    keep(counter, Plan("久未联系", (PlanStep(1, "问候"),), PlanEvent.QUIET, event_days=60))
    dialog = opened(counter)
    counter.wait(lambda: counter.see("planStart"))
    counter.press("planStart")
    counter.wait(lambda: dialog.list.texts()[0][2] == "1")
    assert [run.left for run in plans_of(counter.shop.workplace, wang)] == [1]
    assert not counter.see("planRemove"), "a plan that was started stays"


def test_a_plan_nobody_used_is_removed(counter, dialog):
    counter.press("planRemove")
    counter.wait(lambda: dialog.list.texts() == [])
    assert stored(counter) == []
