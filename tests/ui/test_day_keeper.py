"""The window keeps in step with the days: what is stale is worked out behind everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.ui.day_keeper import DayKeeper
from crm_desktop.ui.work import Work
from tests.support.follow_ups import TODAY, days_of, derived_findings, plan_series
from tests.support.shop import NOON, Shop, open_shop


class Desk:
    """A shop, the threads, and a clock that can be set."""

    def __init__(self, bot: QtBot, shop: Shop) -> None:
        self.bot, self.shop, self.now = bot, shop, NOON
        self.told: list[ChangeSet | None] = []
        self.work = Work(pytest.fail, self._crash)
        self.keeper = DayKeeper(replace(shop.workplace, clock=self._clock), self.work)

    def _clock(self) -> datetime:
        return self.now

    def _crash(self, error: BaseException) -> None:
        raise error

    def settle(self) -> None:
        self.bot.waitUntil(self.work.is_idle)

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    shop = open_shop(tmp_path)
    opened = Desk(qtbot, shop)
    yield opened
    opened.keeper.stop()
    opened.work.close()
    shop.store.close()


def make_stale(shop: Shop) -> None:
    with shop.store.writes.begin() as connection:
        connection.execute(text("DELETE FROM occurrence"))
        connection.execute(text("UPDATE follow_up_series SET filled = NULL"))


def test_what_is_stale_at_the_start_is_worked_out_and_told(desk: Desk) -> None:
    series = plan_series(desk.shop, "FREQ=WEEKLY")
    make_stale(desk.shop)
    desk.keeper.start(desk.told.append)
    desk.until(lambda: desk.told == [None])
    assert days_of(desk.shop, series)[0] == str(TODAY)


def test_where_nothing_is_stale_nothing_is_told(desk: Desk) -> None:
    plan_series(desk.shop, "FREQ=WEEKLY")
    desk.keeper.start(desk.told.append)
    desk.settle()
    assert desk.told == []


def test_a_change_that_leaves_series_stale_is_followed_by_working_them_out(desk: Desk) -> None:
    series = plan_series(desk.shop, "FREQ=WEEKLY")
    desk.keeper.start(desk.told.append)
    desk.settle()
    make_stale(desk.shop)
    desk.keeper.heed(ChangeSet(1, Kind.FOLLOW_UP_EDIT, frozenset({"follow_up_series"})))
    desk.until(lambda: desk.told == [None])
    assert days_of(desk.shop, series) != []


def test_when_the_shops_day_changes_everything_is_asked_for_again(desk: Desk) -> None:
    series = plan_series(desk.shop, "FREQ=DAILY", date(2026, 9, 1))
    desk.keeper.start(desk.told.append)
    desk.settle()
    desk.now = NOON + timedelta(days=1)
    desk.keeper.look()
    desk.until(lambda: len(desk.told) == 2)  # the new day, and the one that was dropped
    assert days_of(desk.shop, series)[0] == str(TODAY - timedelta(days=59))
    assert derived_findings(desk.shop) == []
