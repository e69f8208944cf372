"""A suggested plan is taken over; whoever comes next is planned for by itself, answers, and is left in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QMenu

from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.services.check_database import check_database
from crm_desktop.services.follow_up_plans import plans_of, read_plans, save_plan
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.read_follow_up import follow_ups_of
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.undo import undo
from crm_desktop.ui.dialogs.plans import PlansDialog
from tests.journeys.conftest import Counter
from tests.support.shop import Shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def take_over(counter: Counter, key: str) -> None:
    """Take a suggested plan over, let an answer stop it, and close the window of plans."""
    counter.do("plans")
    dialog = counter.window.findChild(PlansDialog)
    assert isinstance(dialog, PlansDialog)
    counter.press("planSuggest")
    menu = dialog.findChild(QMenu, "planSuggestions")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == f"planSuggestion.{key}").trigger()
    menu.close()
    counter.settle()
    dialog.form.stops.setChecked(True)
    counter.press("planSave")
    counter.press("plansClose")


def work_the_day(counter: Counter) -> None:
    counter.program.daily.serve(counter.window)
    counter.program.daily.look()
    counter.settle()


def open_entries(counter: Counter, customer_id: int) -> list[CalendarItem]:
    found = follow_ups_of(counter.shop.workplace, customer_id)
    return [item for item in found if item.status is FollowUpStatus.OPEN]


def test_a_plan_taken_over_plans_for_whoever_comes_and_stops_at_the_answer(counter: Counter) -> None:
    place = counter.shop.workplace
    take_over(counter, "new")
    wang = Shop(counter.shop.store, place).add("王小明", "13800001234")
    work_the_day(counter)
    today = shop_clock(place).day_of(place.now())
    days = [(item.day - today) // timedelta(days=1) for item in open_entries(counter, wang)]
    assert days == [1, 3, 7, 30]

    counter.window.stack.open("customer", wang)
    counter.settle()
    assert counter.find(QLabel, "record.followUps.plans.0.left").text() == "4 steps left"

    log_interaction(place, wang, Contact(InteractionKind.CALL, outcome=Outcome.REACHED))
    assert open_entries(counter, wang) == []
    undo(place)
    assert len(open_entries(counter, wang)) == 4, "the call was a slip: what it stopped goes on"
    work_the_day(counter)
    assert len(plans_of(place, wang)) == 1
    assert check_database(place).is_clean


def test_a_plan_switched_off_plans_for_nobody_new(counter: Counter) -> None:
    place = counter.shop.workplace
    take_over(counter, "new")
    (shown,) = read_plans(place)
    save_plan(place, replace(shown.plan, active=False))
    wang = Shop(counter.shop.store, place).add("王小明")
    work_the_day(counter)
    assert open_entries(counter, wang) == []
