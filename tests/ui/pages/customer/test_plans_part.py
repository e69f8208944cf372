"""The card says which plans go on, starts one and stops one with a reason."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from shiboken6 import isValid

from crm_desktop.domain.plans import Plan, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.services.follow_up_plans import plans_of, read_plans, save_plan, start_plan
from crm_desktop.ui.dialogs.ask_name import AskName
from crm_desktop.ui.dialogs.start_plan import StartPlanDialog
from crm_desktop.ui.widgets.elided_label import ElidedLabel

CARE = Plan("新客关怀", (PlanStep(1, "问候"), PlanStep(7, "再问")))


@pytest.fixture
def wang(desk):
    customer = desk.shop.add("王小明")
    save_plan(desk.place, CARE)
    desk.show(customer)
    return customer


def dialog(desk, kind):
    found = [one for one in desk.assembled.window.findChildren(kind) if one.isVisible()]
    assert found
    return found[-1]


def begin(desk, customer):
    start_plan(desk.place, read_plans(desk.place)[0].plan.id, Selection(frozenset({customer})))
    desk.pane.model.reload()
    desk.settle()


def test_a_shop_without_plans_sees_nothing_of_them(desk):
    desk.show(desk.shop.add("李静"))
    assert not desk.pane.follow_ups.plans.isVisible()


def test_a_plan_is_started_from_the_card(desk, wang):
    desk.find(QPushButton, "pane.followUps.plans.start").click()
    desk.settle()
    asked = dialog(desk, StartPlanDialog)
    assert asked.steps.text().splitlines()[0].endswith("问候")
    asked.start()
    desk.settle()
    assert desk.find(ElidedLabel, "pane.followUps.plans.0.text").text() == "新客关怀"
    assert desk.find(QLabel, "pane.followUps.plans.0.left").text().startswith("2 step")
    assert not isValid(asked)
    assert len(desk.toasts) == 1, "said once, with the way back"


def test_a_plan_that_goes_on_is_not_started_twice(desk, wang):
    begin(desk, wang)
    desk.find(QPushButton, "pane.followUps.plans.start").click()
    desk.settle()
    asked = dialog(desk, StartPlanDialog)
    asked.start()
    desk.settle()
    assert asked.fault_text.text().startswith("This plan already goes on")
    assert len(plans_of(desk.place, wang)) == 1


def test_a_plan_is_stopped_with_a_reason(desk, wang):
    begin(desk, wang)
    desk.find(QToolButton, "pane.followUps.plans.0.stop").click()
    asked = dialog(desk, AskName)
    field = asked.findChild(QLineEdit, "askName.field")
    field.setText("搬走了")
    asked.accept()
    desk.settle()
    (run,) = plans_of(desk.place, wang)
    assert (run.stopped, run.left) == (True, 0)
    assert not desk.pane.follow_ups.plans.findChild(ElidedLabel, "pane.followUps.plans.0.text").isVisible()


def test_another_customer_shows_nothing_of_the_one_before(desk, wang):
    begin(desk, wang)
    desk.show(desk.shop.add("李静"))
    assert not desk.pane.follow_ups.plans.findChild(ElidedLabel, "pane.followUps.plans.0.text").isVisible()
