"""Plans: a list of steps after an event, for one customer or many, until she answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.follow_up_plans import plans_of, read_plans, remove_plan, save_plan, start_plan, stop_plan
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.services.undo import undo
from crm_desktop.store.dump import business_dump
from tests.support.shop import Shop

CARE = Plan("新客关怀", tuple(PlanStep(days, f"第{days}天回访") for days in (1, 3, 7, 30)))


def keep(shop: Shop, plan: Plan) -> int:
    save_plan(shop.workplace, plan)
    (plan_id,) = (one.plan.id for one in read_plans(shop.workplace) if one.plan.name == plan.name)
    assert plan_id is not None
    return plan_id


def steps(shop: Shop, customer: int, status: str = "open") -> list[tuple[str, str]]:
    with shop.store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT day, title FROM follow_up WHERE customer_id = ? AND status = ? ORDER BY day", (customer, status)
        )
        return [(row[0], row[1]) for row in rows]


def days(shop: Shop, customer: int) -> list[int]:
    today = shop.workplace.now().date()
    return [(date.fromisoformat(day) - today).days for day, _title in steps(shop, customer)]


def dump(shop: Shop) -> object:
    with shop.store.read() as connection:
        return business_dump(connection)


def test_a_plan_started_by_hand_sets_every_step_on_its_day(shop: Shop) -> None:
    wang = shop.add("王小明")
    start_plan(shop.workplace, keep(shop, CARE), Selection(frozenset({wang})))
    assert days(shop, wang) == [1, 3, 7, 30]
    (run,) = plans_of(shop.workplace, wang)
    assert (run.plan_name, run.left, run.stopped) == ("新客关怀", 4, False)


def test_a_plan_for_everybody_leaves_out_who_is_in_it_and_is_one_step_back(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    plan = keep(shop, CARE)
    start_plan(shop.workplace, plan, Selection(frozenset({wang})))
    before = dump(shop)
    changes = start_plan(shop.workplace, plan, Selection(query=CustomerQuery()))
    assert changes.subject_count == 1
    assert days(shop, li) == [1, 3, 7, 30]
    assert read_plans(shop.workplace)[0].running == 2
    undo(shop.workplace)
    assert dump(shop) == before


def test_an_answer_stops_the_plan_and_a_vain_call_does_not(shop: Shop) -> None:
    wang = shop.add("王小明")
    start_plan(shop.workplace, keep(shop, CARE), Selection(frozenset({wang})))
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, outcome=Outcome.NO_ANSWER))
    assert len(steps(shop, wang)) == 4
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, outcome=Outcome.REACHED))
    assert steps(shop, wang) == []
    assert len(steps(shop, wang, "closed")) == 4
    undo(shop.workplace)
    assert len(steps(shop, wang)) == 4


def test_a_plan_that_goes_on_after_an_answer_goes_on(shop: Shop) -> None:
    wang = shop.add("王小明")
    start_plan(shop.workplace, keep(shop, replace(CARE, stops_on_answer=False)), Selection(frozenset({wang})))
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, outcome=Outcome.REACHED))
    assert len(steps(shop, wang)) == 4


def test_a_stopped_plan_says_why(shop: Shop) -> None:
    wang = shop.add("王小明")
    start_plan(shop.workplace, keep(shop, CARE), Selection(frozenset({wang})))
    (run,) = plans_of(shop.workplace, wang)
    stop_plan(shop.workplace, wang, run.id, "搬走了")
    (run,) = plans_of(shop.workplace, wang)
    assert run.stopped
    assert steps(shop, wang) == []


def test_a_new_customer_starts_the_plan_for_new_customers_once(shop: Shop) -> None:
    old = shop.add("老王")
    keep(shop, replace(CARE, event=PlanEvent.NEW_CUSTOMER))
    do_daily_work(shop.workplace)
    new = shop.add("小李")
    assert [changes.subject_count for changes in do_daily_work(shop.workplace)] == [1]
    assert do_daily_work(shop.workplace) == []
    assert steps(shop, old) == []
    assert days(shop, new) == [1, 3, 7, 30]


def test_a_tag_starts_its_plan_and_taking_the_tag_off_before_does_not(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    add_tag(shop.workplace, Selection(frozenset({li})), "投诉")
    with shop.store.read() as connection:
        tag = connection.exec_driver_sql("SELECT id FROM tag WHERE name = '投诉'").scalar_one()
    keep(shop, replace(CARE, event=PlanEvent.TAGGED, event_tag_id=tag))
    do_daily_work(shop.workplace)
    add_tag(shop.workplace, Selection(frozenset({wang})), "投诉")
    do_daily_work(shop.workplace)
    assert days(shop, wang) == [1, 3, 7, 30]
    assert steps(shop, li) == []


def test_who_was_quiet_long_enough_is_called_again_once(shop: Shop) -> None:
    wang = shop.add("王小明")
    keep(shop, replace(CARE, event=PlanEvent.QUIET, event_days=60))
    now = shop.workplace.now()
    log_interaction(shop.workplace, wang, Contact(InteractionKind.VISIT, at=now))
    later = replace(shop.workplace, clock=lambda: now + timedelta(days=59))
    assert do_daily_work(later) == []
    later = replace(shop.workplace, clock=lambda: now + timedelta(days=61))
    assert len(do_daily_work(later)) == 1
    assert do_daily_work(later) == []


def test_nobody_takes_back_what_the_program_did(shop: Shop) -> None:
    keep(shop, replace(CARE, event=PlanEvent.NEW_CUSTOMER))
    do_daily_work(shop.workplace)
    wang = shop.add("王小明")
    do_daily_work(shop.workplace)
    undo(shop.workplace)
    assert shop.customer(wang).deleted_at is not None, "the plan refers to her: the bin, not away"


def test_a_plan_once_started_is_switched_off_and_an_unused_one_goes(shop: Shop) -> None:
    wang = shop.add("王小明")
    used, unused = keep(shop, CARE), keep(shop, replace(CARE, name="没用过"))
    start_plan(shop.workplace, used, Selection(frozenset({wang})))
    remove_plan(shop.workplace, used)
    remove_plan(shop.workplace, unused)
    assert [(one.plan.name, one.plan.active) for one in read_plans(shop.workplace)] == [("新客关怀", False)]


@pytest.mark.parametrize(
    "plan",
    [
        replace(CARE, steps=()),
        replace(CARE, name=" "),
        replace(CARE, steps=(PlanStep(-1, "早了"),)),
        replace(CARE, event=PlanEvent.QUIET),
        replace(CARE, event=PlanEvent.TAGGED),
    ],
)
def test_a_plan_that_cannot_work_is_refused(shop: Shop, plan: Plan) -> None:
    with pytest.raises(Fault):
        save_plan(shop.workplace, plan)
