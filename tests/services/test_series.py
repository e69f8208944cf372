"""Series of follow-ups: one occurrence, this and later ones, or all of them, and what was done stays done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.follow_up import CalendarItem, FollowUpDraft, FollowUpKey, FollowUpStatus, Repeat, Scope
from crm_desktop.services.change_follow_up import change_follow_up, move_follow_up, remove_follow_up
from crm_desktop.services.close_follow_ups import close_follow_ups
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up, next_steps, reopen_follow_up
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.services.undo import undo
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop

MONDAY = date(2026, 11, 23)
WEEKLY, MONTHLY = Repeat("FREQ=WEEKLY"), Repeat("FREQ=MONTHLY;BYDAY=-1FR")
AFTER_DONE = Repeat("FREQ=DAILY;INTERVAL=14", anchor="after_done")


class Weekly:
    """A shop with one customer and her weekly call, from the Monday after today."""

    def __init__(self, shop: Shop, repeat: Repeat = WEEKLY, at: time | None = time(9, 30)) -> None:
        self.shop, self.place = shop, shop.workplace
        self.customer = shop.add("王小明", "13800001234")
        self.draft = FollowUpDraft("回访", MONDAY, at, self.customer, repeat=repeat)
        self.key = plan_follow_up(self.place, self.draft).key

    def items(self) -> list[CalendarItem]:
        return follow_ups_of(self.place, self.customer)

    def open_days(self, count: int = 4) -> list[date]:
        return [item.day for item in self.items() if item.status is FollowUpStatus.OPEN][:count]

    def on(self, day: date) -> FollowUpKey:
        return next(item.key for item in self.items() if item.day == day)

    def dump(self) -> Dump:
        with self.shop.store.read() as connection:
            return business_dump(connection)


@pytest.fixture
def weekly(shop: Shop) -> Weekly:
    return Weekly(shop)


def week(number: int, days: int = 0) -> date:
    return MONDAY + timedelta(days=7 * number + days)


def test_a_weekly_call_stands_on_every_monday(weekly: Weekly) -> None:
    assert weekly.open_days() == [week(0), week(1), week(2), week(3)]
    assert read_follow_up(weekly.place, weekly.key).draft == replace(weekly.draft, owner_id=weekly.place.person_id)


def test_moving_one_leaves_the_others_where_they_are(weekly: Weekly) -> None:
    before = weekly.dump()
    move_follow_up(weekly.place, weekly.on(week(1)), week(1, 2), time=None)
    assert weekly.open_days() == [week(0), week(1, 2), week(2), week(3)]
    assert [item.time for item in weekly.items()[:3]] == [time(9, 30), None, time(9, 30)]
    undo(weekly.place)
    assert weekly.dump() == before


def test_moving_this_and_later_ones_splits_the_series(weekly: Weekly) -> None:
    move_follow_up(weekly.place, weekly.on(week(2)), week(2, 1), scope=Scope.LATER)
    assert weekly.open_days(5) == [week(0), week(1), week(2, 1), week(3, 1), week(4, 1)]


def test_moving_all_moves_what_is_open_and_keeps_what_was_done(weekly: Weekly) -> None:
    finish_follow_up(weekly.place, weekly.key, Finish())
    move_follow_up(weekly.place, weekly.on(week(2)), week(2, 1), time=time(15), scope=Scope.ALL)
    assert weekly.open_days(3) == [week(1, 1), week(2, 1), week(3, 1)]
    assert {item.time for item in weekly.items() if item.status is FollowUpStatus.OPEN} == {time(15)}
    assert [item.day for item in weekly.items() if item.status is FollowUpStatus.DONE] == [week(0)]


def test_an_exception_stays_when_the_series_gets_another_day_or_title(weekly: Weekly) -> None:
    move_follow_up(weekly.place, weekly.on(week(1)), week(1, 3))
    other = replace(read_follow_up(weekly.place, weekly.key).draft, day=week(0, 1), title="上门")
    change_follow_up(weekly.place, weekly.key, other, Scope.ALL)
    assert weekly.open_days() == [week(0, 1), week(1, 3), week(2, 1), week(3, 1)]
    assert {item.title for item in weekly.items()} == {"上门"}


def test_what_was_removed_stays_removed_when_the_series_moves(weekly: Weekly) -> None:
    remove_follow_up(weekly.place, weekly.on(week(1)))
    assert weekly.open_days(3) == [week(0), week(2), week(3)]
    move_follow_up(weekly.place, weekly.on(week(0)), week(0, 1), scope=Scope.ALL)
    assert weekly.open_days(3) == [week(0, 1), week(2, 1), week(3, 1)]


def test_a_count_is_shared_between_the_halves_of_a_split_series(shop: Shop) -> None:
    weekly = Weekly(shop, Repeat("FREQ=WEEKLY;COUNT=5"))
    change = replace(read_follow_up(weekly.place, weekly.on(week(3))).draft, title="最后")
    change_follow_up(weekly.place, weekly.on(week(3)), change, Scope.LATER)
    assert [(item.day, item.title) for item in weekly.items()] == [
        *((week(number), "回访") for number in range(3)),
        *((week(number), "最后") for number in (3, 4)),
    ]


def test_another_rule_begins_at_the_first_that_is_open(weekly: Weekly) -> None:
    finish_follow_up(weekly.place, weekly.key, Finish())
    monthly = replace(read_follow_up(weekly.place, weekly.on(week(1))).draft, repeat=MONTHLY)
    change_follow_up(weekly.place, weekly.on(week(1)), monthly, Scope.ALL)
    assert weekly.open_days(2) == [date(2026, 12, 25), date(2027, 1, 29)]
    assert len([item for item in weekly.items() if item.status is FollowUpStatus.DONE]) == 1


def test_moving_the_last_friday_for_all_makes_it_the_last_thursday(shop: Shop) -> None:
    weekly = Weekly(shop, MONTHLY)
    move_follow_up(weekly.place, weekly.key, date(2026, 11, 26), scope=Scope.ALL)
    assert weekly.open_days(3) == [date(2026, 11, 26), date(2026, 12, 31), date(2027, 1, 28)]


def test_a_series_that_no_longer_repeats_leaves_one_follow_up(weekly: Weekly) -> None:
    finish_follow_up(weekly.place, weekly.key, Finish())
    key = weekly.on(week(1))
    change_follow_up(weekly.place, key, replace(read_follow_up(weekly.place, key).draft, repeat=None), Scope.ALL)
    assert [(item.day, item.status.value, item.repeats) for item in weekly.items()] == [
        (week(1), "open", False),
        (week(0), "done", False),
    ]


def test_a_single_one_can_begin_to_repeat(shop: Shop) -> None:
    place, customer = shop.workplace, shop.add("李娜")
    key = plan_follow_up(place, FollowUpDraft("回访", MONDAY, customer_id=customer)).key
    change_follow_up(place, key, FollowUpDraft("回访", MONDAY, customer_id=customer, repeat=WEEKLY))
    assert [item.day for item in follow_ups_of(place, customer)[:3]] == [week(0), week(1), week(2)]
    assert read_follow_up(place, key).draft.repeat == WEEKLY


def test_removing_later_ones_and_all_keeps_what_was_done(weekly: Weekly) -> None:
    finish_follow_up(weekly.place, weekly.key, Finish())
    before = weekly.dump()
    remove_follow_up(weekly.place, weekly.on(week(2)), Scope.LATER)
    assert weekly.open_days() == [week(1)]
    remove_follow_up(weekly.place, weekly.on(week(1)), Scope.ALL)
    assert [(item.day, item.status.value) for item in weekly.items()] == [(week(0), "done")]
    undo(weekly.place)
    undo(weekly.place)
    assert weekly.dump() == before


def test_after_it_is_done_the_next_one_stands_so_many_days_on(shop: Shop) -> None:
    weekly = Weekly(shop, AFTER_DONE)
    before = weekly.dump()
    said = next_steps(weekly.place, weekly.key)[0]
    done = finish_follow_up(weekly.place, weekly.key, Finish())
    assert weekly.open_days() == [date(2026, 12, 6)] == [said.day]
    assert done.next_key == weekly.on(date(2026, 12, 6))
    undo(weekly.place)
    assert weekly.dump() == before


def test_the_chosen_day_goes_before_the_one_by_the_rule(shop: Shop) -> None:
    weekly = Weekly(shop, AFTER_DONE)
    finish_follow_up(weekly.place, weekly.key, Finish(next=FollowUpDraft("再访", week(1), customer_id=weekly.customer)))
    assert [(item.day, item.title, item.repeats) for item in weekly.items()[:1]] == [(week(1), "再访", True)]
    assert len(weekly.open_days()) == 1


def test_closing_or_leaving_one_out_lets_the_series_go_on(shop: Shop) -> None:
    weekly = Weekly(shop, AFTER_DONE)
    close_follow_ups(weekly.place, [weekly.key], "出差")
    assert weekly.open_days() == [date(2026, 12, 6)]
    remove_follow_up(weekly.place, weekly.on(date(2026, 12, 6)))
    assert weekly.open_days() == [date(2026, 12, 20)]


def test_opening_one_again_leaves_its_series_one_open_row(shop: Shop) -> None:
    weekly = Weekly(shop, AFTER_DONE)
    finish_follow_up(weekly.place, weekly.key, Finish())
    reopen_follow_up(weekly.place, weekly.key)
    assert sorted((item.day, item.repeats) for item in weekly.items()) == [(MONDAY, False), (date(2026, 12, 6), True)]


def test_from_days_of_a_rule_to_days_after_done_and_back(weekly: Weekly) -> None:
    draft = read_follow_up(weekly.place, weekly.key).draft
    change_follow_up(weekly.place, weekly.key, replace(draft, repeat=AFTER_DONE), Scope.ALL)
    assert weekly.open_days() == [week(0)]
    change_follow_up(weekly.place, weekly.on(week(0)), replace(draft, repeat=WEEKLY), Scope.ALL)
    assert weekly.open_days(2) == [week(0), week(1)]


@pytest.mark.parametrize("rule", ["", "FREQ=", "every week", "FREQ=WEEKLY;UNTIL=20200101"])
def test_a_rule_that_is_none_or_falls_on_no_day_is_refused(shop: Shop, rule: str) -> None:
    before = business_dump_of(shop)
    with pytest.raises(Fault):
        plan_follow_up(shop.workplace, FollowUpDraft("回访", MONDAY, repeat=Repeat(rule)))
    assert business_dump_of(shop) == before


def business_dump_of(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)
