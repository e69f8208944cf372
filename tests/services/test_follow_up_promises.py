"""Whatever is planned, changed, finished and taken back in whatever order: nothing promised is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault
from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import CalendarItem, FollowUpDraft, FollowUpStatus, Repeat, Scope
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.change_follow_up import change_follow_up, move_follow_up, remove_follow_up
from crm_desktop.services.check_database import check_database
from crm_desktop.services.close_follow_ups import close_follow_ups, spread_follow_ups
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up, reopen_follow_up
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop, open_shop

MONDAY = date(2026, 11, 23)
REPEATS = (
    None,
    Repeat("FREQ=WEEKLY"),
    Repeat("FREQ=WEEKLY;BYDAY=MO,TH", on_closed="after"),
    Repeat("FREQ=DAILY;INTERVAL=3;COUNT=6"),
    Repeat("FREQ=MONTHLY;BYMONTHDAY=28;UNTIL=20270628"),
    Repeat("FREQ=DAILY;INTERVAL=5", anchor="after_done"),
)
DAYS = st.integers(-10, 40).map(lambda days: MONDAY + timedelta(days=days))
TIMES = st.sampled_from([None, time(9), time(15, 30)])
SCOPES = st.sampled_from(list(Scope))


Step = tuple[str, int, date, time | None, Scope, Repeat | None]


class Counter:
    """A shop, its one customer, and every single follow-up that was ever seen as a row."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.place = shop, shop.workplace
        self.customer = shop.add("王小明")

    def dump(self) -> Dump:
        with self.shop.store.read() as connection:
            return business_dump(connection)

    def entry(self, place: int) -> CalendarItem | None:
        items = follow_ups_of(self.place, self.customer)
        return items[place % len(items)] if items else None

    def plan(self, day: date, at: time | None, repeat: Repeat | None) -> ChangeSet:
        return plan_follow_up(self.place, FollowUpDraft("回访", day, at, self.customer, repeat=repeat)).changes

    def act(self, step: Step, item: CalendarItem) -> ChangeSet:
        name, _, day, at, scope, repeat = step
        draft = read_follow_up(self.place, item.key).draft
        actions: dict[str, Callable[[], ChangeSet]] = {
            "change": lambda: change_follow_up(self.place, item.key, replace(draft, title="上门"), scope),
            "another rule": lambda: change_follow_up(self.place, item.key, replace(draft, repeat=repeat), scope),
            "move": lambda: move_follow_up(self.place, item.key, day, time=at, scope=scope),
            "finish": lambda: finish_follow_up(self.place, item.key, Finish(Outcome.REACHED)).changes,
            "reopen": lambda: reopen_follow_up(self.place, item.key),
            "close": lambda: close_follow_ups(self.place, [item.key], "出差"),
            "spread": lambda: spread_follow_ups(self.place, [item.key], 1, day),
            "remove": lambda: remove_follow_up(self.place, item.key, scope),
        }
        return actions[name]()


ACTS = ("change", "another rule", "move", "finish", "reopen", "close", "spread", "remove")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("plan", *ACTS, "undo")), st.integers(0, 30), DAYS, TIMES, SCOPES, st.sampled_from(REPEATS)
    ),
    min_size=2,
    max_size=9,
)


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    yield Counter(shop)
    shop.store.close()


@settings(phases=[Phase.generate], max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_promised_is_lost_and_everything_is_taken_back(counter: Counter, steps: list[Step]) -> None:
    before = counter.dump()
    try:
        _walk(counter, steps)
    finally:
        while counter.dump() != before:
            undo(counter.place)


def test_after_all_that_the_database_is_sound(counter: Counter) -> None:
    report = check_database(counter.place)
    assert report.is_clean, report


def _walk(counter: Counter, steps: list[Step]) -> None:
    dumps = [counter.dump()]
    for step in steps:
        name, place, day, at, _, repeat = step
        item = counter.entry(place)
        if name == "undo":
            if len(dumps) > 1:
                undo(counter.place)
                dumps.pop()
                assert counter.dump() == dumps[-1]
            continue
        before = counter.dump()
        try:
            changes = counter.plan(day, at, repeat) if name == "plan" or item is None else counter.act(step, item)
        except Fault:
            assert counter.dump() == before
            continue
        if changes.changed:
            _nothing_vanished(before, counter.dump(), step, item)
            dumps.append(counter.dump())
    last = dumps[-1]
    for dump in reversed(dumps[:-1]):
        undo(counter.place)
        assert counter.dump() == dump
    for _ in dumps[1:]:
        redo(counter.place)
    assert counter.dump() == last


def _nothing_vanished(before: Dump, after: Dump, step: Step, item: CalendarItem | None) -> None:
    """What was a row is one, unless it was removed by name; done or closed ones go only one by one."""
    for row_id, row in before["follow_up"].items():
        if row_id not in after["follow_up"]:
            assert step[0] == "remove"
            chosen = item is not None and item.key.follow_up_id == row_id
            assert chosen or row["status"] == FollowUpStatus.OPEN.value
