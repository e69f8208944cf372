"""Follow-ups: planned, moved, finished, closed, handed over, each one step; nobody is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, FollowUpStatus, Priority, Repeat, Scope
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services.change_follow_up import (
    change_follow_up,
    move_follow_up,
    move_follow_ups,
    remove_follow_up,
)
from crm_desktop.services.change_people import add_person
from crm_desktop.services.check_database import check_database
from crm_desktop.services.close_follow_ups import close_follow_ups, move_to_today, spread_follow_ups
from crm_desktop.services.describe_changes import change_sentence, operation_name
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up, next_steps, reopen_follow_up
from crm_desktop.services.follow_up_kinds import add_kind, change_kind, kinds
from crm_desktop.services.hand_over import hand_over
from crm_desktop.services.log_interaction import remove_interaction
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.services.unmerge_customers import unmerge
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop

TODAY = date(2026, 11, 22)
WEEKLY = Repeat("FREQ=WEEKLY")
KEEP_OPEN = FollowUpStatus.OPEN


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


class Scene:
    """A shop with two customers, a colleague, and a few follow-ups: single, of nobody, weekly, after done."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.place = shop, shop.workplace
        self.wang, self.li = shop.add("王小明", "13800001234"), shop.add("李娜", "13911112222")
        add_person(self.place, "小陈")
        self.chen = 2
        self.call = self.plan("回访新茶", -3)
        self.rent = self.plan("交房租", 2, customer_id=None)
        self.weekly = self.plan("每周问候", 1, repeat=WEEKLY)
        self.after = self.plan("复购", 0, repeat=Repeat("FREQ=DAILY;INTERVAL=14", "after_done"))

    def plan(self, title: str, in_days: int, **values: object) -> FollowUpKey:
        draft = replace(FollowUpDraft(title, days(in_days), customer_id=self.wang), **values)  # type: ignore[arg-type]
        return plan_follow_up(self.place, draft).key

    def dump(self) -> Dump:
        with self.shop.store.read() as connection:
            return business_dump(connection)

    def draft(self, key: FollowUpKey) -> FollowUpDraft:
        return read_follow_up(self.place, key).draft


@pytest.fixture
def scene(shop: Shop) -> Scene:
    return Scene(shop)


ACTIONS: dict[str, Callable[[Scene], ChangeSet]] = {
    "plan": lambda s: plan_follow_up(s.place, FollowUpDraft("上门", days(5), time(9), s.li)).changes,
    "plan a series": lambda s: plan_follow_up(s.place, FollowUpDraft("上门", days(5), repeat=WEEKLY)).changes,
    "change": lambda s: change_follow_up(s.place, s.call, replace(s.draft(s.call), note="带样品", reminders=(60, 15))),
    "begin to repeat": lambda s: change_follow_up(s.place, s.call, replace(s.draft(s.call), repeat=WEEKLY)),
    "another customer for all": lambda s: change_follow_up(
        s.place, s.weekly, replace(s.draft(s.weekly), customer_id=s.li), Scope.ALL
    ),
    "move": lambda s: move_follow_up(s.place, s.call, days(4), time=time(15), length=30),
    "move an occurrence": lambda s: move_follow_up(s.place, s.weekly, days(4)),
    "move later ones": lambda s: move_follow_up(s.place, s.weekly, days(4), scope=Scope.LATER),
    "move several": lambda s: move_follow_ups(s.place, [s.call, s.weekly, s.rent], days(9)),
    "remove": lambda s: remove_follow_up(s.place, s.call),
    "remove an occurrence": lambda s: remove_follow_up(s.place, s.weekly),
    "remove a series": lambda s: remove_follow_up(s.place, s.weekly, Scope.ALL),
    "leave one out": lambda s: remove_follow_up(s.place, s.after),
    "finish": lambda s: finish_follow_up(s.place, s.call, Finish(Outcome.REACHED, "很满意")).changes,
    "finish with the next": lambda s: (
        finish_follow_up(s.place, s.call, Finish(next=FollowUpDraft("再访", days(7), customer_id=s.wang))).changes
    ),
    "finish an occurrence": lambda s: finish_follow_up(s.place, s.weekly, Finish(log=None)).changes,
    "finish one that goes on": lambda s: finish_follow_up(s.place, s.after, Finish(Outcome.NO_ANSWER)).changes,
    "close": lambda s: close_follow_ups(s.place, [s.call, s.rent, s.weekly, s.after], "搬走了"),
    "to today": lambda s: move_to_today(s.place, [s.call, s.weekly]),
    "spread": lambda s: spread_follow_ups(s.place, [s.call, s.rent, s.weekly], 1, days(3)),
    "hand over some": lambda s: hand_over(s.place, s.chen, "休假", keys=[s.call, s.weekly]),
    "hand over all": lambda s: hand_over(s.place, s.chen, "离职", from_person_id=s.place.person_id),
    "own kind": lambda s: add_kind(s.place, "寄样", "pink"),
    "merge": lambda s: merge_customers(s.place, [s.li, s.wang]).changes,
}


@pytest.mark.parametrize("name", ACTIONS)
def test_taken_back_it_is_the_same_shop_and_done_again_too(scene: Scene, name: str) -> None:
    before = scene.dump()
    assert ACTIONS[name](scene).changed
    after = scene.dump()
    assert after != before
    undo(scene.place)
    assert scene.dump() == before
    redo(scene.place)
    assert scene.dump() == after
    report = check_database(scene.place)
    assert report.is_clean, report


# finishing


def test_done_is_a_contact_on_the_timeline(scene: Scene) -> None:
    finish_follow_up(scene.place, scene.call, Finish(Outcome.INTERESTED, "要两斤"))
    contact = read_timeline(scene.place, scene.wang).entries[0].interaction
    assert contact is not None
    assert (contact.kind, contact.outcome, contact.text) == (
        InteractionKind.CALL,
        Outcome.INTERESTED,
        "回访新茶 · 要两斤",
    )


def test_a_follow_up_of_nobody_is_done_without_a_contact(scene: Scene) -> None:
    changes = finish_follow_up(scene.place, scene.rent, Finish()).changes
    assert "interaction" not in changes.entities
    assert change_sentence(changes) == "Finished “交房租”"
    assert operation_name(undo_steps(scene.place).undo[-1]) == "Finish “交房租”"
    assert change_sentence(undo(scene.place)) == "Taken back: Finish “交房租”"


def test_what_is_done_cannot_be_done_twice_but_opened_again(scene: Scene) -> None:
    finish_follow_up(scene.place, scene.call, Finish())
    with pytest.raises(Fault, match="value_invalid"):
        finish_follow_up(scene.place, scene.call, Finish())
    reopen_follow_up(scene.place, scene.call)
    assert read_follow_up(scene.place, scene.call).status is KEEP_OPEN


def test_the_contact_it_logged_can_be_removed_and_it_stays_done(scene: Scene) -> None:
    finish_follow_up(scene.place, scene.call, Finish(Outcome.REACHED))
    before = scene.dump()
    remove_interaction(scene.place, 1)
    assert read_follow_up(scene.place, scene.call).status is FollowUpStatus.DONE
    undo(scene.place)
    assert scene.dump() == before


def test_days_are_offered_that_the_shop_is_open_on(scene: Scene) -> None:
    assert [step.day for step in next_steps(scene.place, scene.call)] == [days(3), days(7), days(30)]
    change_setting(scene.place, "closed_weekdays", "2")  # Wednesday
    assert next_steps(scene.place, scene.call)[0].day == days(4)


def test_an_undo_out_of_order_keeps_what_was_done_since_and_one_open_row(scene: Scene) -> None:
    first = finish_follow_up(scene.place, scene.after, Finish())
    assert first.next_key is not None
    finish_follow_up(scene.place, first.next_key, Finish())
    undone = undo(scene.place, first.changes.operation_id)
    assert undone.conflicts
    assert read_follow_up(scene.place, first.next_key).status is FollowUpStatus.DONE
    assert check_database(scene.place).is_clean


# many


def test_a_thousand_overdue_ones_are_closed_and_spread_as_one_step(scene: Scene) -> None:
    keys = [scene.plan(f"回访 {number}", -number - 1) for number in range(30)]
    before = scene.dump()
    assert change_sentence(spread_follow_ups(scene.place, keys, 10, days(1))) == "Moved 30 follow-ups"
    counts = [scene.draft(key).day for key in keys]
    assert [counts.count(days(number)) for number in (1, 2, 3)] == [10, 10, 10]
    assert change_sentence(close_follow_ups(scene.place, keys, "活动结束")) == "Closed 30 follow-ups"
    undo(scene.place)
    undo(scene.place)
    assert scene.dump() == before


def test_spreading_passes_closed_days_and_puts_first_what_matters(scene: Scene) -> None:
    change_setting(scene.place, "closed_weekdays", "0")  # tomorrow, a Monday
    urgent = scene.plan("急", -1, priority=Priority.HIGH)
    spread_follow_ups(scene.place, [scene.call, urgent], 1, days(1))
    assert (scene.draft(urgent).day, scene.draft(scene.call).day) == (days(2), days(3))


def test_a_reason_is_needed_to_close_and_to_hand_over(scene: Scene) -> None:
    refused: list[Callable[[], ChangeSet]] = [
        lambda: close_follow_ups(scene.place, [scene.call], "  "),
        lambda: hand_over(scene.place, scene.chen, "", keys=[scene.call]),
    ]
    for action in refused:
        with pytest.raises(Fault, match=FaultKind.VALUE_INVALID.value):
            action()


def test_what_was_handed_over_says_by_whom_and_why(scene: Scene) -> None:
    hand_over(scene.place, scene.chen, "休假", from_person_id=scene.place.person_id)
    found = read_follow_up(scene.place, scene.call)
    assert (found.draft.owner_id, found.handed_from, found.handed_reason) == (scene.chen, scene.place.person_id, "休假")
    assert scene.draft(scene.weekly).owner_id == scene.chen


# customers who are merged


def test_merged_customers_bring_their_follow_ups_and_take_them_back(scene: Scene) -> None:
    before = scene.dump()
    merged = merge_customers(scene.place, [scene.li, scene.wang])
    titles = {item.title for item in follow_ups_of(scene.place, merged.survivor_id)}
    assert titles == {"回访新茶", "每周问候", "复购"}
    assert merged.changes.operation_id is not None
    unmerge(scene.place, merged.changes.operation_id)
    assert scene.dump() == before
    assert {item.title for item in follow_ups_of(scene.place, scene.wang)} == titles


# the history


def newest(scene: Scene) -> tuple[str, list[str]]:
    timeline = read_timeline(scene.place, scene.wang)
    event = max((entry.event for entry in timeline.entries if entry.event), key=lambda e: e.operation_id)
    return event_title(event, timeline.names), event_lines(event, timeline.names)


def test_the_history_says_day_before_and_after_reason_and_rule(scene: Scene) -> None:
    move_follow_up(scene.place, scene.call, days(1), time=time(9, 30))
    assert newest(scene) == ("Follow-up moved", ["回访新茶: 2026-11-19 → 2026-11-23 09:30"])
    move_follow_up(scene.place, scene.weekly, days(3))
    assert newest(scene)[1] == ["每周问候: 2026-11-25 · moved from 2026-11-23"]
    close_follow_ups(scene.place, [scene.call], "搬走了")
    assert newest(scene) == ("Follow-up closed", ["回访新茶: closed: 搬走了"])
    remove_follow_up(scene.place, scene.weekly, Scope.ALL)
    assert newest(scene)[0] == "Follow-up removed"


def test_the_history_says_which_day_of_a_series_was_left_out(scene: Scene) -> None:
    remove_follow_up(scene.place, scene.weekly)
    assert newest(scene) == ("Follow-up removed", ["每周问候: 2026-11-23 · removed, the other days stay"])
    undo(scene.place)
    assert newest(scene)[1] == ["每周问候: 2026-11-23 · comes again"]


def test_its_undo_is_named_after_the_customer_or_the_title(scene: Scene) -> None:
    remove_follow_up(scene.place, scene.weekly)
    assert undo_steps(scene.place).undo[-1].subject_name == "王小明"
    alone = plan_follow_up(scene.place, FollowUpDraft("盘点", days(1), repeat=Repeat("FREQ=DAILY"))).key
    remove_follow_up(scene.place, alone)
    assert undo_steps(scene.place).undo[-1].subject_name == "盘点"


def test_what_is_made_longer_is_not_said_to_have_moved(scene: Scene) -> None:
    move_follow_up(scene.place, scene.call, days(1), time=time(9, 30))
    changes = move_follow_up(scene.place, scene.call, days(1), length=90)
    assert changes.kind is Kind.FOLLOW_UP_EDIT
    assert newest(scene) == ("Follow-up changed", ["回访新茶: 90 min long"])
    assert move_follow_up(scene.place, scene.call, days(2)).kind is Kind.FOLLOW_UP_MOVE


def test_the_history_speaks_chinese(scene: Scene) -> None:
    use_language("zh_CN")
    hand_over(scene.place, scene.chen, "休假", keys=[scene.call])
    assert newest(scene)[1] == ["回访新茶：Owner → 小陈 · 休假"]
    close_follow_ups(scene.place, [scene.call], "搬走了")
    assert newest(scene) == ("跟进关闭", ["回访新茶：已关闭：搬走了"])


# kinds, values


def test_a_shop_adds_kinds_of_its_own(scene: Scene) -> None:
    add_kind(scene.place, "寄样", "pink")
    own = kinds(scene.place)[-1]
    key = scene.plan("寄新茶", 1, kind=own.kind)
    change_kind(scene.place, own.own_id or 0, name="寄样品", active=False)
    assert (scene.draft(key).kind, kinds(scene.place)[-1].name) == ("own-1", "寄样品")
    with pytest.raises(Fault, match="value_taken"):
        add_kind(scene.place, "call", "red")


@pytest.mark.parametrize(
    "values",
    [{"title": " "}, {"title": "长" * 300}, {"kind": "own-9"}, {"kind": "dance"}, {"customer_id": 99}, {"length": -1}],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(scene: Scene, values: dict[str, object]) -> None:
    before = scene.dump()
    with pytest.raises(Fault):
        scene.plan("回访", 1, **values) if "title" not in values else scene.plan(str(values["title"]), 1)
    assert scene.dump() == before


def test_a_key_reads_as_it_is_written() -> None:
    for key in (FollowUpKey(12), FollowUpKey(None, 3, "2026-11-23"), FollowUpKey(None, 3, "2026-11-23T09:30:00")):
        assert FollowUpKey.parse(key.text) == key
    for text in ("", "s3", "s3:tomorrow", "-1", "١"):
        with pytest.raises(ValueError, match=r"^"):
            FollowUpKey.parse(text)
