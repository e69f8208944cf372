"""Reminders of a shop: each rings once, whatever the clock does; snoozes; and what was missed while nobody looked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from crm_desktop.base.errors import Fault
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Repeat
from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_follow_up import move_follow_up
from crm_desktop.services.change_people import add_person
from crm_desktop.services.due_reminders import missed_since, next_reminder, snooze, take_due
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.hand_over import hand_over
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import undo
from tests.support.shop import NOON, open_shop

TODAY = date(2026, 11, 22)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Desk:
    """A shop in China whose clock the test turns; it is noon."""

    def __init__(self, folder) -> None:
        self.shop = open_shop(folder)
        self.now = NOON
        self.place = replace(self.shop.workplace, clock=lambda: self.now)
        self.me = self.place.person_id
        change_setting(self.place, "time_zone", "Asia/Shanghai")

    def plan(self, title: str, days: int = 0, at: str | None = None, *reminders: int, **values) -> FollowUpKey:
        when = time.fromisoformat(at) if at else None
        draft = FollowUpDraft(title, TODAY + timedelta(days), when, **{"reminders": reminders or None, **values})
        return plan_follow_up(self.place, draft).key

    def next(self) -> str | None:
        """When the next one rings, by the shop's clock."""
        found = next_reminder(self.place, self.me)
        return None if found is None else f"{found + 8 * HOUR:%d %H:%M}"

    def take(self) -> list[str]:
        return [one.item.title for one in take_due(self.place, self.me)]

    def missed(self, since: datetime) -> tuple[int, list[str]]:
        found = missed_since(self.place, self.me, since)
        return found.count, [item.title for item in found.first]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.shop.store.close()


def test_a_reminder_is_told_ahead_taken_once_and_never_again(desk):
    desk.plan("回访", 0, "15:00", 60)
    assert (desk.next(), desk.take()) == ("22 14:00", [])
    desk.now += 2 * HOUR
    assert desk.take() == ["回访"]
    assert (desk.next(), desk.take()) == (None, [])


def test_what_has_rung_is_not_in_anybodys_undo_list(desk):
    desk.plan("回访", 0, "12:00")
    desk.take()
    undo(desk.place)
    assert desk.next() is None, "the follow-up itself was undone"


def test_a_time_without_a_reminder_rings_as_the_shop_is_used_to(desk):
    desk.plan("到店", 0, "15:00")
    desk.plan("全天")
    assert desk.next() == "22 15:00"
    change_setting(desk.place, "usual_reminder", "ten_minutes")
    assert desk.next() == "22 14:50"
    change_setting(desk.place, "usual_reminder", "none")
    assert desk.next() is None


def test_one_without_a_time_rings_before_the_shop_opens(desk):
    desk.plan("备货", 1, None, 30)
    assert desk.next() == "23 08:30"
    change_setting(desk.place, "opens_at", 11)
    assert desk.next() == "23 10:30"


def test_a_reminder_of_a_month_before_is_seen_a_month_ahead(desk):
    desk.plan("保修到期", 30, "10:00", 43_200)
    desk.plan("太远", 60, "10:00", 10)
    desk.now -= 3 * HOUR
    assert desk.next() == "22 10:00"


def test_everything_slept_through_comes_at_once_in_order_each_once(desk):
    for days, title in ((2, "后天"), (1, "明天"), (0, "今天")):
        desk.plan(title, days, "13:00", 0, 10)
    desk.now += 4 * DAY
    assert desk.take() == ["今天", "明天", "后天"]
    assert desk.take() == []


def test_what_was_due_more_than_a_week_ago_is_no_reminder_any_more(desk):
    desk.plan("旧事", 0, "13:00")
    desk.plan("近事", 3, "13:00")
    desk.now += 9 * DAY
    assert desk.take() == ["近事"]


def test_a_clock_set_back_by_a_year_rings_nothing_twice(desk):
    desk.plan("回访", 0, "12:00")
    desk.plan("去年", -365, "11:00")
    assert desk.take() == ["回访"]
    desk.now -= 365 * DAY
    assert desk.take() == ["去年"], "it has not rung yet, and by this clock it is due"
    desk.now += 365 * DAY
    assert desk.take() == []


def test_only_ones_own_and_what_nobody_owns_rings(desk):
    add_person(desk.place, "小李", "blue")
    other = desk.place.person_id + 1
    mine, theirs = desk.plan("我的", 0, "12:00"), desk.plan("小李的", 0, "12:00", owner_id=other)
    assert desk.take() == ["我的"]
    assert [one.item.key for one in take_due(desk.place, other)] == [theirs]
    hand_over(desk.place, other, "休假", keys=[mine])
    assert [one.item.title for one in take_due(desk.place, other)] == ["我的"], "the colleague was not reminded yet"


def test_put_off_it_rings_anew_and_done_it_rings_no_more(desk):
    first, second = desk.plan("改期", 0, "12:00"), desk.plan("完成", 0, "18:00")
    assert desk.take() == ["改期"]
    move_follow_up(desk.place, first, TODAY + DAY)
    finish_follow_up(desk.place, second, Finish())
    assert desk.next() == "23 12:00"


def test_snoozed_it_rings_at_that_moment_once(desk):
    desk.plan("回访", 0, "12:00")
    due = take_due(desk.place, desk.me)
    snooze(desk.place, due, desk.now + 20 * timedelta(minutes=1))
    assert (desk.next(), desk.take()) == ("22 12:20", [])
    desk.now += HOUR
    assert (desk.take(), desk.take(), desk.next()) == (["回访"], [], None)


def test_snoozed_and_put_off_it_rings_by_its_new_time_and_done_not_at_all(desk):
    keys = [desk.plan("甲", 0, "12:00"), desk.plan("乙", 0, "12:00")]
    snooze(desk.place, take_due(desk.place, desk.me), desk.now + HOUR)
    move_follow_up(desk.place, keys[0], TODAY, time=time(16))
    finish_follow_up(desk.place, keys[1], Finish())
    desk.now += 2 * HOUR
    assert (desk.take(), desk.next()) == ([], "22 16:00")


def test_nothing_is_snoozed_for_longer_than_a_month(desk):
    desk.plan("回访", 0, "12:00")
    with pytest.raises(Fault):
        snooze(desk.place, take_due(desk.place, desk.me), desk.now + 40 * DAY)


def test_each_day_of_a_series_rings_once_also_when_it_becomes_a_row_of_its_own(desk):
    desk.plan("每日", 0, "12:00", 5, repeat=Repeat("FREQ=DAILY"))
    (first,) = take_due(desk.place, desk.me)
    assert first.item.key.original == "2026-11-22T12:00:00"
    move_follow_up(desk.place, first.item.key, TODAY, time=time(11))
    assert (desk.take(), desk.next()) == ([], "23 11:55")
    snooze(desk.place, [first], desk.now + DAY)
    undo(desk.place)
    desk.now += 2 * DAY
    assert desk.take() == ["每日", "每日", "每日"], "the snoozed day and two more"


def test_the_phone_comes_with_the_reminder(desk):
    wang = desk.shop.add("王小明", "13800138000")
    desk.plan("回访", 0, "12:00", customer_id=wang)
    (due,) = take_due(desk.place, desk.me)
    assert (due.item.customer_name, due.phone, due.due_at) == ("王小明", "138 0013 8000", NOON)


def test_what_came_due_while_nobody_looked_is_counted_with_the_first_five(desk):
    since = desk.now
    for hour in range(11, 19):
        desk.plan(f"{hour} 点", 0, f"{hour}:00")
    desk.plan("昨天", -1)
    desk.plan("今天", 0)
    desk.plan("每周", 1, "08:00", repeat=Repeat("FREQ=WEEKLY"))
    desk.now += 20 * HOUR
    assert desk.missed(since) == (8, ["今天", "13 点", "14 点", "15 点", "16 点"])
    assert desk.missed(desk.now) == (0, [])
    assert desk.missed(desk.now + DAY) == (0, []), "the clock was set back meanwhile"


walks = st.lists(st.sampled_from([-525_600, -3_000, -60, 1, 9, 61, 300, 1_440, 4_000, 525_600]), max_size=12)


@given(walks)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_the_clock_jumps_each_rings_at_most_once_and_each_that_is_due_rings(desk, walk):
    forget(desk)
    desk.now = NOON
    titles = [str(number) for number in range(6)]
    for title in titles:
        desk.plan(title, int(title) - 2, f"1{title}:30", 10)
    rang = Counter(desk.take())
    for minutes in walk:
        desk.now += timedelta(minutes=minutes)
        rang.update(desk.take())
        assert next_reminder(desk.place, desk.me) is None or next_reminder(desk.place, desk.me) > desk.now
    desk.now = NOON + 4 * DAY
    rang.update(desk.take())
    assert rang == dict.fromkeys(titles, 1)


def forget(desk):
    with desk.place.unit_of_work(Kind.FOLLOW_UP_REMOVE) as work:
        work.connection.execute(text("DELETE FROM reminder"))
        work.connection.execute(text("DELETE FROM follow_up"))
        work.commit()


def test_who_wants_no_reminder_gets_none_though_the_shop_is_used_to_one(desk: Desk) -> None:
    desk.plan("rings", 0, "14:00")
    desk.plan("is silent", 0, "13:00", reminders=())
    desk.plan("silent series", 0, "13:30", reminders=(), repeat=Repeat("FREQ=DAILY"))
    assert desk.next() == "22 14:00"
    desk.now += 3 * HOUR
    assert desk.take() == ["rings"]
