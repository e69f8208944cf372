"""What the calendar asks of the services, on a real shop."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.services import read_calendar
from crm_desktop.services.finish_follow_up import Finish
from crm_desktop.services.read_calendar import EVERYBODY
from crm_desktop.ui.pages.calendar import jobs as jobs_module
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs
from tests.support.shop import Shop, open_shop

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    yield opened
    opened.store.close()


@pytest.fixture
def jobs(shop: Shop) -> CalendarJobs:
    return CalendarJobs(shop.workplace)


def titles(jobs: CalendarJobs, day: date) -> list[str]:
    shown = jobs.days(day, day, EVERYBODY).get(day)
    return [item.title for item in shown.items] if shown else []


def test_what_is_planned_stands_on_its_day_and_moves(shop: Shop, jobs: CalendarJobs) -> None:
    wang = shop.add("王小明", "13800001234")
    jobs.plan(FollowUpDraft("new tea", TODAY, time(9, 30), wang))
    item = jobs.days(TODAY, TODAY, EVERYBODY)[TODAY].items[0]
    assert (item.customer_name, item.time) == ("王小明", time(9, 30))
    jobs.move(item, TODAY + DAY, time(10), 45)
    assert titles(jobs, TODAY) == []
    moved = jobs.month(TODAY, TODAY + DAY, EVERYBODY, 6)[TODAY + DAY].items[0]
    assert (moved.time, moved.length) == (time(10), 45)
    jobs.remove(moved.key)
    assert titles(jobs, TODAY + DAY) == []


def test_of_a_series_one_alone_is_moved(jobs: CalendarJobs) -> None:
    jobs.plan(FollowUpDraft("weekly", TODAY, time(10), repeat=Repeat("FREQ=WEEKLY")))
    jobs.fill([TODAY], lambda: False)
    second = jobs.days(TODAY + 7 * DAY, TODAY + 7 * DAY, EVERYBODY)[TODAY + 7 * DAY].items[0]
    assert second.repeats
    jobs.move(second, TODAY + 8 * DAY, time(10), None)
    assert titles(jobs, TODAY + 7 * DAY) == []
    assert titles(jobs, TODAY + 8 * DAY) == ["weekly"]
    assert titles(jobs, TODAY + 14 * DAY) == ["weekly"]


def test_what_is_late_is_listed_and_moved_to_today(shop: Shop, jobs: CalendarJobs) -> None:
    jobs.plan(FollowUpDraft("quote", TODAY - 3 * DAY, None, shop.add("李娜")))
    late = jobs.overdue()
    assert (late.count, [one.item.title for one in late.items]) == (1, ["quote"])
    jobs.to_today([one.item.key for one in late.items])
    assert titles(jobs, TODAY) == ["quote"]


def test_done_is_written_and_the_steps_after_it_are_offered(shop: Shop, jobs: CalendarJobs) -> None:
    jobs.plan(FollowUpDraft("quote", TODAY, None, shop.add("李娜", "13911112222")))
    key = jobs.days(TODAY, TODAY, EVERYBODY)[TODAY].items[0].key
    assert jobs.read(key).customer_phone
    assert jobs.next_steps(key)
    jobs.finish(key, Finish())
    assert jobs.days(TODAY, TODAY, EVERYBODY)[TODAY].items[0].status == "done"


def test_a_shop_begins_at_its_own_day(jobs: CalendarJobs) -> None:
    setup = jobs.setup()
    assert setup.today == TODAY
    assert [person.name for person in setup.people] == ["Owner"]
    assert {kind.kind for kind in setup.kinds} >= {"call", "visit"}


def test_days_have_their_labels(jobs: CalendarJobs) -> None:
    labels = jobs.around(TODAY, TODAY).labels[TODAY]
    assert labels.solar_term


def test_of_very_full_days_the_first_are_read_and_the_rest_counted(
    jobs: CalendarJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_calendar, "LIMIT", 3)
    monkeypatch.setattr(jobs_module, "MOST_A_DAY", 2)
    monkeypatch.setattr(read_calendar.read_days, "__defaults__", (EVERYBODY, 3))
    for number in range(5):
        jobs.plan(FollowUpDraft(f"call {number}", TODAY + number % 2 * DAY, time(9 + number)))
    days = jobs.days(TODAY, TODAY + DAY, EVERYBODY)
    assert {day: (len(shown.items), shown.count) for day, shown in days.items()} == {TODAY: (2, 3), TODAY + DAY: (2, 2)}
