"""Suggested plans: in both languages, kept with one click, and whom they would concern."""

from datetime import timedelta

import pytest

from crm_desktop.base.text import use_language
from crm_desktop.domain.customer import DateKind, InteractionKind
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.follow_up_plans import plans_of, read_plans, save_plan
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.plan_reach import plan_reach, start_for_fitting
from crm_desktop.services.suggested_plans import suggestions, take_suggestion
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.services.undo import undo
from tests.support.shop import Shop

STEP = (PlanStep(1, "回访"),)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_suggestion_is_kept_as_it_is(shop: Shop, language: str) -> None:
    use_language(language)
    for one in suggestions():
        take_suggestion(shop.workplace, one.key)
    kept = {shown.plan.name: shown.plan for shown in read_plans(shop.workplace)}
    for one in suggestions():
        assert kept[one.plan.name].steps == one.plan.steps
        assert save_plan(shop.workplace, kept[one.plan.name]).changed is False, "it is as the editor would keep it"


def test_taken_twice_it_gets_a_number_and_undo_takes_its_tag_away_too(shop: Shop) -> None:
    for _time in range(2):
        take_suggestion(shop.workplace, "complaint")
    names = [shown.plan.name for shown in read_plans(shop.workplace)]
    assert names == ["After a complaint", "After a complaint 2"]
    undo(shop.workplace)
    undo(shop.workplace)
    assert read_plans(shop.workplace) == []
    with shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM tag").scalar_one() == 0


def test_the_suggested_complaint_starts_with_its_tag(shop: Shop) -> None:
    wang = shop.add("王小明")
    take_suggestion(shop.workplace, "complaint")
    add_tag(shop.workplace, Selection(frozenset({wang})), "Complaint")
    do_daily_work(shop.workplace)
    assert [run.left for run in plans_of(shop.workplace, wang)] == [3]


def test_a_plan_says_whom_it_would_concern_now(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    long_ago = shop.workplace.now() - timedelta(days=90)
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, at=long_ago))
    add_date(shop.workplace, li, read_date(DateKind.BIRTHDAY, "1990-12-20"))
    reach = {event: plan_reach(shop.workplace, Plan("x", STEP, event, event_days=60)) for event in PlanEvent}
    assert (reach[PlanEvent.QUIET].count, reach[PlanEvent.QUIET].startable) == (1, True)
    assert (reach[PlanEvent.NEW_CUSTOMER].count, reach[PlanEvent.NEW_CUSTOMER].startable) == (2, True)
    assert (reach[PlanEvent.BIRTHDAY].count, reach[PlanEvent.BIRTHDAY].startable) == (1, False)
    assert (reach[PlanEvent.BY_HAND].count, reach[PlanEvent.BY_HAND].startable) == (0, False)


def test_starting_it_for_them_leaves_nobody_to_start_it_for(shop: Shop) -> None:
    wang = shop.add("王小明")
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, at=shop.workplace.now() - timedelta(days=90)))
    save_plan(shop.workplace, Plan("久未联系", STEP, PlanEvent.QUIET, event_days=60))
    (shown,) = read_plans(shop.workplace)
    assert start_for_fitting(shop.workplace, shown.plan.id or 0).subject_count == 1
    (shown,) = read_plans(shop.workplace)
    assert (shown.running, plan_reach(shop.workplace, shown.plan).count) == (1, 0)
