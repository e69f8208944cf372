"""The page of today: what is late by weight and age, what is due by time, promises, what colleagues handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.domain.consent import Standing
from crm_desktop.domain.customer import Channel, DateKind, InteractionKind, Purpose
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, OnToday, Priority, Repeat
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.change_follow_up import move_follow_up
from crm_desktop.services.change_people import add_person
from crm_desktop.services.close_follow_ups import close_follow_ups, move_to_today
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.follow_up_plans import save_plan
from crm_desktop.services.hand_over import hand_over
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_today import Today, TodayItem, read_today
from crm_desktop.services.record_consent import record_consent, refuse_offers
from crm_desktop.services.undo import undo
from crm_desktop.services.workplace import Workplace
from tests.support.shop import NOON, Shop

TODAY = date(2026, 11, 22)


class Morning:
    """A shop whose customer is planned for."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.place = shop, shop.workplace
        self.wang = shop.add("王小明", "13800001234")
        add_person(self.place, "小陈")
        self.chen = 2

    def plan(self, title: str, in_days: int, at: time | None = None, **values: object) -> FollowUpKey:
        draft = FollowUpDraft(title, TODAY + timedelta(days=in_days), at, self.wang)
        return plan_follow_up(self.place, replace(draft, **values)).key  # type: ignore[arg-type]

    def in_days(self, days: int) -> Workplace:
        """Return the workplace some days later, the day's work done."""
        later = replace(self.place, clock=clock_from(NOON + timedelta(days=days)))
        fill_occurrences(later)
        return later

    def today(self, person_id: int | None = None) -> Today:
        return read_today(self.place, person_id)


@pytest.fixture
def morning(shop: Shop) -> Morning:
    return Morning(shop)


def titles(items: tuple[TodayItem, ...]) -> list[str]:
    return [shown.item.title for shown in items]


def test_what_matters_most_and_waited_longest_stands_first(morning: Morning) -> None:
    for title, in_days, priority in (("b", -2, 1), ("a", -9, 1), ("low", -20, 0), ("urgent", -1, 2), ("later", 3, 2)):
        morning.plan(title, in_days, priority=Priority(priority))
    today = morning.today()
    assert titles(today.overdue) == ["urgent", "a", "b", "low"]
    assert today.overdue_count == 4


def test_what_is_due_stands_by_time_and_series_are_among_it(morning: Morning) -> None:
    morning.plan("afternoon", 0, time(15))
    morning.plan("morning", 0, time(9))
    morning.plan("every week", -7, time(12), repeat=Repeat("FREQ=WEEKLY"))
    today = morning.today()
    assert titles(today.due) == ["morning", "every week", "afternoon"]
    assert (titles(today.overdue), today.due_count, today.overdue_count) == (["every week"], 3, 1)


def test_a_series_missed_for_months_is_one_line_that_says_so(morning: Morning) -> None:
    morning.plan("every day", 0, repeat=Repeat("FREQ=DAILY"))
    later = morning.in_days(300)
    (line,) = read_today(later).overdue
    assert (line.missed, line.since, line.item.day) == (300, TODAY, TODAY + timedelta(days=299))
    assert read_today(later).overdue_count == 1
    finish_follow_up(later, line.item.key, Finish(), with_missed=True)
    assert read_today(later).overdue == ()


def test_what_is_owed_each_time_is_late_each_time(morning: Morning) -> None:
    morning.plan("rent", 0, kind="collect", repeat=Repeat("FREQ=WEEKLY"))
    morning.plan("word given", 0, promised=True, repeat=Repeat("FREQ=WEEKLY"))
    today = read_today(morning.in_days(22))
    assert (titles(today.overdue), today.overdue_count) == (["rent"] * 4, 4)
    assert (titles(today.promises), today.promise_count) == (["word given"] * 4, 4)
    close_follow_ups(morning.place, [today.overdue[-1].item.key], "付了", with_missed=True)
    assert read_today(morning.in_days(22)).overdue_count == 3


@pytest.mark.parametrize("late_only", [True, False])
def test_all_means_what_is_counted_however_many_are_shown(morning: Morning, late_only: bool) -> None:
    for number in range(210):
        morning.plan(f"late {number}", -1)
    morning.plan("handed", -2)
    hand_over(morning.place, morning.chen, "休假", keys=[morning.plan("handed", -2)])
    morning.plan("today", 0)
    morning.plan("promise", -3, promised=True)
    morning.plan("every day", -3, repeat=Repeat("FREQ=DAILY"))
    changes = close_follow_ups(morning.place, OnToday(late_only=late_only), "太久了", with_missed=True)
    today = morning.today()
    left = (today.overdue_count, today.due_count, today.promise_count, today.handed_over_count)
    assert left == ((0, 2, 1, 1) if late_only else (0, 0, 0, 0))
    assert changes.subject_count == (212 if late_only else 216)
    undo(morning.place)
    assert morning.today().overdue_count == 212


def test_late_ones_of_a_series_go_to_today_as_one(morning: Morning) -> None:
    morning.plan("every day", -5, repeat=Repeat("FREQ=DAILY;COUNT=4"))
    move_to_today(morning.place, OnToday(), with_missed=True)
    today = morning.today()
    assert (today.overdue_count, titles(today.due)) == (0, ["every day"])


def test_a_promise_stands_there_until_it_is_kept_and_only_once(morning: Morning) -> None:
    keys = [morning.plan("soon", 9, promised=True), morning.plan("late", -1, promised=True)]
    today = morning.today()
    assert (titles(today.promises), today.overdue, today.overdue_count) == (["late", "soon"], (), 0)
    for key in keys:
        finish_follow_up(morning.place, key, Finish())
    assert (morning.today().promises, morning.today().done_today) == ((), 2)


def test_what_was_handed_over_waits_apart_until_it_is_touched(morning: Morning) -> None:
    key = morning.plan("take over", -2)
    hand_over(morning.place, morning.chen, "休假", keys=[key])
    theirs = morning.today(morning.chen)
    assert [(shown.item.title, shown.handed_reason) for shown in theirs.handed_over] == [("take over", "休假")]
    assert (theirs.overdue, theirs.overdue_count) == ((), 0)
    move_follow_up(morning.place, key, TODAY)
    assert (morning.today(morning.chen).handed_over, titles(morning.today(morning.chen).due)) == ((), ["take over"])


def test_everybody_sees_their_own_and_nobody_the_others(morning: Morning) -> None:
    morning.plan("mine", -1)
    morning.plan("hers", -1, owner_id=morning.chen)
    morning.plan("her series", -1, owner_id=morning.chen, repeat=Repeat("FREQ=DAILY"))
    assert titles(morning.today(morning.place.person_id).overdue) == ["mine"]
    assert sorted(titles(morning.today(morning.chen).overdue)) == ["her series", "hers"]
    assert morning.today().overdue_count == 3


def test_phone_last_contact_and_what_was_said_are_beside_it(morning: Morning) -> None:
    log_interaction(morning.place, morning.wang, Contact(InteractionKind.CALL, "喜欢新茶\n要两斤"))
    morning.plan("call", -1)
    morning.plan("visit", -2, note="带样品")
    visit, call = morning.today().overdue
    assert (call.phone, call.last_contact, call.note) == ("138 0000 1234", TODAY, "喜欢新茶 要两斤")
    assert visit.note == "带样品"


def test_birthdays_of_the_week_stand_there_with_age(morning: Morning) -> None:
    add_date(morning.place, morning.wang, read_date(DateKind.BIRTHDAY, "1990-11-25"))
    record_consent(morning.place, morning.wang, Channel.PHONE, given=True)
    (birthday,) = morning.today().birthdays
    assert (birthday.day, birthday.name, birthday.age, birthday.phone) == (
        date(2026, 11, 25),
        "王小明",
        36,
        "138 0000 1234",
    )


def test_no_phone_is_offered_for_a_greeting_that_nobody_agreed_to(morning: Morning) -> None:
    add_date(morning.place, morning.wang, read_date(DateKind.BIRTHDAY, "1990-11-25"))
    (birthday,) = morning.today().birthdays
    assert (birthday.greeting, birthday.phone) == (Standing.NOT_ASKED, None)
    refuse_offers(morning.place, morning.wang)
    (birthday,) = morning.today().birthdays
    assert (birthday.greeting, birthday.phone) == (Standing.REFUSED, None)


def test_who_refused_calls_is_not_offered_for_one(morning: Morning) -> None:
    morning.plan("call", -2)
    record_consent(morning.place, morning.wang, Channel.PHONE, given=False, purpose=Purpose.SERVICE)
    (call,) = morning.today().overdue
    assert (call.phone, call.refused) == (None, True)


def test_who_is_in_the_bin_is_not_to_be_called(morning: Morning) -> None:
    morning.plan("call", -1)
    morning.plan("series", -1, repeat=Repeat("FREQ=DAILY"))
    delete_customers(morning.place, Selection(frozenset({morning.wang})))
    today = morning.today()
    assert (today.overdue, today.overdue_count, today.due) == ((), 0, ())


def test_what_the_program_planned_for_nobodys_customer_stands_on_everybodys_page(morning: Morning) -> None:
    save_plan(morning.place, Plan("新客关怀", (PlanStep(0, "问候新客"),), PlanEvent.NEW_CUSTOMER))
    morning.shop.add("小李")
    do_daily_work(morning.place)
    for person_id in (None, morning.place.person_id, morning.chen):
        assert titles(morning.today(person_id).due) == ["问候新客"]
