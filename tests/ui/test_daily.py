"""The window does the shop's daily work behind its rows: once it has settled, after changes, when a day begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.follow_up_plans import plans_of, save_plan
from crm_desktop.ui import daily as daily_module
from crm_desktop.ui.daily import Daily
from tests.support.counter import Counter

GREET = Plan("生日", (PlanStep(0, "祝福"),), PlanEvent.BIRTHDAY)
CARE = Plan("新客关怀", (PlanStep(1, "回访"),), PlanEvent.NEW_CUSTOMER)


class Wall:
    """A clock on the wall that the test turns."""

    def __init__(self, counter: Counter) -> None:
        self.now = counter.shop.workplace.now()

    def __call__(self):
        return self.now


@pytest.fixture
def counter(tmp_path, qtbot, monkeypatch):
    for name in ("FIRST_MS", "SOON_MS"):
        monkeypatch.setattr(daily_module, name, 20)
    counter = Counter(tmp_path, qtbot)
    yield counter
    counter.close()


@pytest.fixture
def wall(counter):
    return Wall(counter)


@pytest.fixture
def place(counter, wall):
    return replace(counter.shop.workplace, clock=wall)


@pytest.fixture
def daily(counter, place):
    made = Daily(place, counter.work, counter.notices)
    made.serve(counter.window)
    return made


def runs(place, customer):
    return [run.plan_name for run in plans_of(place, customer)]


def told(counter):
    return counter.window.stack.view("customers").told


def test_what_waits_is_done_once_the_window_has_settled_and_the_page_shows_it(counter, place, daily):
    save_plan(place, CARE)
    wang = counter.shelf.add("王小明")
    counter.window.settle()
    counter.wait(lambda: runs(place, wang) == ["新客关怀"] and bool(told(counter)))
    assert told(counter)[-1].concerns(wang)
    assert counter.toasts == [], "nobody asked for it, so nobody is told"


def test_after_a_save_it_looks_again(counter, place, daily):
    save_plan(place, CARE)
    counter.window.settle()
    wang = counter.shelf.add("王小明")
    counter.frame.work.write(lambda: change_customer(place, wang, {"likes": "绿茶"}))
    counter.wait(lambda: runs(place, wang) == ["新客关怀"])


def test_a_shop_left_open_over_night_gets_the_new_days_work(counter, wall, place, daily):
    wang = counter.shelf.add("王小明")
    tomorrow = wall.now.date() + timedelta(days=1)
    birthday = read_date(DateKind.BIRTHDAY, date(1990, tomorrow.month, tomorrow.day).isoformat())
    add_date(place, wang, birthday)
    save_plan(place, GREET)
    counter.window.settle()
    counter.wait(lambda: daily._today == wall.now.date() and counter.frame.work.is_idle())
    assert runs(place, wang) == []
    before = len(told(counter))
    wall.now += timedelta(days=1)
    daily.look()
    counter.wait(lambda: runs(place, wang) == ["生日"])
    counter.wait(lambda: None in told(counter)[before:])


def test_while_the_data_are_being_replaced_it_stands_still(counter, place, daily):
    save_plan(place, CARE)
    wang = counter.shelf.add("王小明")
    counter.window.set_watching(False)
    daily.look()
    assert counter.frame.work.is_idle()
    assert runs(place, wang) == []


def test_another_window_is_served_in_its_place(counter, place, daily):
    save_plan(place, CARE)
    wang = counter.shelf.add("王小明")
    daily.look()
    counter.work.change_audience()
    daily.serve(counter.window)
    counter.window.settle()
    counter.wait(lambda: runs(place, wang) == ["新客关怀"] and bool(told(counter)))


def test_a_window_that_is_gone_is_told_nothing(counter, place, daily):
    save_plan(place, CARE)
    wang = counter.shelf.add("王小明")
    daily.look()
    counter.window.close()
    counter.wait(lambda: runs(place, wang) == ["新客关怀"] or counter.work.is_idle())
    assert None not in told(counter)


def test_a_clock_set_back_is_said_calmly_and_goes_when_it_is_right(counter, wall, place, daily):
    counter.shelf.add("王小明")
    right, wall.now = wall.now, wall.now - timedelta(days=30)
    counter.window.settle()
    counter.wait(lambda: [notice.key for notice in counter.notices.standing] == ["clock"])
    assert f"{right.astimezone():%Y-%m-%d}" in counter.notices.standing[0].text
    wall.now = right + timedelta(seconds=1)
    daily.look()
    counter.wait(lambda: counter.notices.standing == [])


def test_a_clock_that_is_right_after_all_is_taken_for_right(counter, wall, place, daily):
    counter.shelf.add("王小明")
    wall.now = wall.now - timedelta(days=30)
    counter.window.settle()
    counter.wait(lambda: bool(counter.notices.standing))
    counter.notices.standing[0].choices[0].run()
    counter.wait(lambda: counter.notices.standing == [])
