"""The calendar in a real window, on a shop in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.services.read_calendar import AnniversariesShown, Anniversary, DayLabels
from tests.support.shop import open_shop
from tests.ui.pages.calendar.driver import Driver
from tests.ui.pages.calendar.fake_jobs import TODAY, FakeJobs

Open = Callable[[FakeJobs], Driver]


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[FakeJobs]:
    shop = open_shop(tmp_path)
    yield FakeJobs(shop.workplace)
    shop.store.close()


@pytest.fixture
def open_calendar(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[Driver] = []

    def open_now(jobs: FakeJobs) -> Driver:
        opened.append(Driver(qtbot, jobs.workplace, tmp_path, jobs))
        return opened[-1]

    yield open_now
    for driver in opened:
        driver.assembled.close()


@pytest.fixture
def filled(jobs: FakeJobs) -> FakeJobs:
    """Return a shop with a few follow-ups around its today, Sunday 22 November 2026."""
    jobs.add("quote", date(2026, 11, 19), customer_name="李娜")
    jobs.add("new tea", TODAY, time(9, 30), customer_name="孙丽", customer_id=7)
    jobs.add("visit", TODAY, time(11), customer_name="刘洋", kind="visit", length=90)
    jobs.add("weekly call", TODAY + timedelta(days=1), time(10), repeats=True)
    jobs.add("call back", TODAY + timedelta(days=3), customer_name="王小明", promised=True)
    jobs.add("delivered", TODAY - timedelta(days=2), status=FollowUpStatus.DONE)
    born = Anniversary(9, "刘洋", "birthday", None, 40, None)
    jobs.anniversaries[date(2026, 11, 23)] = AnniversariesShown(1, (born,))
    jobs.labels = {date(2026, 11, day): DayLabels(f"L{day}") for day in range(1, 31)}
    jobs.labels[TODAY] = DayLabels("十三", "小雪")
    jobs.labels[date(2026, 11, 26)] = DayLabels("十七", None, "感恩节", True, True)
    jobs.labels[date(2026, 11, 28)] = DayLabels("十九", None, None, False)
    return jobs


@pytest.fixture
def calendar(filled: FakeJobs, open_calendar: Open) -> Driver:
    """Open the calendar of a shop with a few follow-ups."""
    return open_calendar(filled)
