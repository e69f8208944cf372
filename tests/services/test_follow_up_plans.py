"""Plans: a list of steps after an event, for one customer or many, until she answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import DateKind, InteractionKind, Outcome
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services import daily_work
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.change_tags import merge_tags
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.follow_up_plans import plans_of, read_plans, remove_plan, save_plan, start_plan, stop_plan
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.tag_customers import add_tag, remove_tag
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


def tag(shop: Shop, customer: int, name: str) -> int:
    add_tag(shop.workplace, Selection(frozenset({customer})), name)
    with shop.store.read() as connection:
        found: int = connection.exec_driver_sql("SELECT id FROM tag WHERE name = ?", (name,)).scalar_one()
    return found


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
    assert not start_plan(shop.workplace, plan, Selection(query=CustomerQuery())).changed, "nobody is left"
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
    assert [changes.subject_count for changes in do_daily_work(shop.workplace).changes] == [1]
    assert do_daily_work(shop.workplace).changes == ()
    assert steps(shop, old) == []
    assert days(shop, new) == [1, 3, 7, 30]


def test_a_crowd_is_started_in_turns_between_which_others_save(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daily_work, "MOST_AT_ONCE", 3)
    keep(shop, replace(CARE, event=PlanEvent.NEW_CUSTOMER))
    crowd = [shop.add(f"顾客{number}") for number in range(8)]
    answers = iter([False, False, True])
    first = do_daily_work(shop.workplace, lambda: next(answers, True))
    assert ([changes.subject_count for changes in first.changes], first.complete) == ([3, 3], False)
    second = do_daily_work(shop.workplace)
    assert ([changes.subject_count for changes in second.changes], second.complete) == ([2], True)
    assert [days(shop, customer) for customer in crowd] == [[1, 3, 7, 30]] * 8


def test_a_tag_given_again_starts_its_plan_again(shop: Shop) -> None:
    wang = shop.add("王小明")
    complaint = tag(shop, shop.add("李静"), "投诉")
    keep(shop, replace(CARE, event=PlanEvent.TAGGED, event_tag_id=complaint))
    for _time in range(2):
        tag(shop, wang, "投诉")
        do_daily_work(shop.workplace)
        log_interaction(shop.workplace, wang, Contact(InteractionKind.VISIT))
        remove_tag(shop.workplace, Selection(frozenset({wang})), complaint)
        do_daily_work(shop.workplace)
    assert len(plans_of(shop.workplace, wang)) == 2


def test_a_tag_starts_its_plan_and_taking_the_tag_off_before_does_not(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    keep(shop, replace(CARE, event=PlanEvent.TAGGED, event_tag_id=tag(shop, li, "投诉")))
    do_daily_work(shop.workplace)
    tag(shop, wang, "投诉")
    do_daily_work(shop.workplace)
    assert days(shop, wang) == [1, 3, 7, 30]
    assert steps(shop, li) == []


def test_who_was_quiet_long_enough_is_called_again_once(shop: Shop) -> None:
    wang = shop.add("王小明")
    keep(shop, replace(CARE, event=PlanEvent.QUIET, event_days=60))
    now = shop.workplace.now()
    log_interaction(shop.workplace, wang, Contact(InteractionKind.VISIT, at=now))
    later = replace(shop.workplace, clock=lambda: now + timedelta(days=59))
    assert do_daily_work(later).changes == ()
    later = replace(shop.workplace, clock=lambda: now + timedelta(days=61))
    assert len(do_daily_work(later).changes) == 1
    assert do_daily_work(later).changes == ()


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


def test_a_customer_of_the_very_first_day_is_not_missed(shop: Shop) -> None:
    keep(shop, replace(CARE, event=PlanEvent.NEW_CUSTOMER))
    new = shop.add("小李")
    do_daily_work(shop.workplace)
    assert days(shop, new) == [1, 3, 7, 30], "nobody had looked for events before"


def test_who_stands_in_the_shop_has_answered(shop: Shop) -> None:
    wang = shop.add("王小明")
    start_plan(shop.workplace, keep(shop, CARE), Selection(frozenset({wang})))
    log_interaction(shop.workplace, wang, Contact(InteractionKind.VISIT))
    assert steps(shop, wang) == []


def test_a_plan_goes_with_its_tag_into_another(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    complaint, angry = tag(shop, li, "投诉"), tag(shop, li, "生气")
    keep(shop, replace(CARE, event=PlanEvent.TAGGED, event_tag_id=complaint))
    do_daily_work(shop.workplace)
    before = dump(shop)
    merge_tags(shop.workplace, complaint, angry)
    undo(shop.workplace)
    assert dump(shop) == before
    merge_tags(shop.workplace, complaint, angry)
    tag(shop, wang, "生气")
    do_daily_work(shop.workplace)
    assert days(shop, wang) == [1, 3, 7, 30]


def test_what_is_wrong_with_a_step_names_the_step(shop: Shop) -> None:
    wrong = replace(CARE, steps=(PlanStep(1, "回访"), PlanStep(3, " ")))
    with pytest.raises(Fault) as refused:
        save_plan(shop.workplace, wrong)
    assert (refused.value.values["field"], refused.value.values["step"]) == ("title", 1)


def test_a_plan_that_is_gone_is_said_to_be(shop: Shop) -> None:
    with pytest.raises(Fault) as refused:
        save_plan(shop.workplace, replace(CARE, id=99))
    assert refused.value.kind is FaultKind.NOT_FOUND


# dates


def at(shop: Shop, day: str) -> Shop:
    """Return the shop at noon of a day."""
    moment = shop.workplace.now()
    later = moment + (date.fromisoformat(day) - moment.date())
    return replace(shop, workplace=replace(shop.workplace, clock=lambda: later))


def born(shop: Shop, customer: int, text: str, kind: DateKind = DateKind.BIRTHDAY, label: str = "") -> None:
    add_date(shop.workplace, customer, read_date(kind, text, label))


BIRTHDAY = Plan("生日", (PlanStep(-3, "备礼"), PlanStep(0, "祝福")), PlanEvent.BIRTHDAY)


def started(shop: Shop, customer: int, *looks: str) -> list[str]:
    """Return the days of the steps after the program ran on these days."""
    for day in looks:
        do_daily_work(at(shop, day).workplace)
    return [day for day, _title in steps(shop, customer)]


@pytest.mark.parametrize(
    ("birthday", "day"),
    [
        ("1990-12-20", "2026-12-20"),
        ("12-20", "2026-12-20"),
        ("农历1990年十一月十二", "2026-12-20"),
        ("2024-02-29", "2027-02-28"),
    ],
)
def test_a_birthday_is_prepared_three_days_before_and_once(shop: Shop, birthday: str, day: str) -> None:
    wang = shop.add("王小明")
    born(shop, wang, birthday)
    keep(shop, BIRTHDAY)
    before = (date.fromisoformat(day) - timedelta(days=3)).isoformat()
    eve = (date.fromisoformat(before) - timedelta(days=1)).isoformat()
    assert started(shop, wang, eve) == []
    assert started(shop, wang, before, before, day) == [before, day]


def test_a_birthday_comes_again_next_year(shop: Shop) -> None:
    wang = shop.add("王小明")
    born(shop, wang, "1990-12-20")
    keep(shop, replace(BIRTHDAY, steps=(PlanStep(0, "祝福"),)))
    started(shop, wang, "2026-12-20")
    log_interaction(at(shop, "2026-12-20").workplace, wang, Contact(InteractionKind.CALL, outcome=Outcome.REACHED))
    assert started(shop, wang, "2027-12-20") == ["2027-12-20"]


def test_a_pc_that_was_off_forgets_no_birthday(shop: Shop) -> None:
    wang, li, zhao = shop.add("王小明"), shop.add("李静"), shop.add("赵云")
    for who, day in ((wang, "1990-12-20"), (li, "1991-12-18"), (zhao, "1992-12-01")):
        born(shop, who, day)
    keep(shop, BIRTHDAY)
    do_daily_work(at(shop, "2026-12-10").workplace)
    assert started(shop, wang, "2026-12-19") == ["2026-12-19", "2026-12-20"], "late to prepare: today"
    assert started(shop, li, "2026-12-19") == ["2026-12-19"], "her day is past: greet, prepare nothing"
    assert started(shop, zhao, "2026-12-19") == [], "too long ago"


def test_dates_before_the_plan_was_switched_on_start_nothing(shop: Shop) -> None:
    wang = shop.add("王小明")
    born(shop, wang, "1990-11-20")
    keep(shop, BIRTHDAY)
    assert started(shop, wang, "2026-11-22") == []


def test_another_date_with_a_year_counts_once_and_goes_by_its_name(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    born(shop, wang, "2028-05-31", DateKind.OTHER, "保修到期")
    born(shop, li, "2028-05-31", DateKind.OTHER, "开业")
    ends = Plan("保修", (PlanStep(-30, "提醒"),), PlanEvent.OTHER_DATE, event_label="保修到期")
    keep(shop, ends)
    assert started(shop, wang, "2027-05-01", "2028-05-01") == ["2028-05-01"]
    assert steps(shop, li) == []
