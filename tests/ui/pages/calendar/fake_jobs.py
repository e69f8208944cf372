"""The services as the calendar asks them, in memory: tests say what days hold and read what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import (
    CalendarItem,
    FollowUp,
    FollowUpDraft,
    FollowUpKey,
    FollowUpStatus,
    OnToday,
    Origin,
    Priority,
    Which,
    by_time,
)
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services.finish_follow_up import Finish, NextStep
from crm_desktop.services.follow_up_kinds import KindShown
from crm_desktop.services.read_calendar import (
    AnniversariesShown,
    Anniversary,
    CalendarFilter,
    DayLabels,
    DayShown,
)
from crm_desktop.services.read_today import TodayItem
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.pages.calendar.jobs import Around, CalendarJobs, Overdue, Setup, by_day

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 - the shop's own clock, without a zone


class FakeJobs(CalendarJobs):
    """A shop in memory; `asked` lists what was written."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.items: list[CalendarItem] = []
        self.people: list[Person] = [Person(1, "Owner", "blue", True)]
        self.anniversaries: dict[date, AnniversariesShown] = {}
        self.labels: dict[date, DayLabels] = {}
        self.filled_until = date.max
        self.asked: list[tuple[object, ...]] = []
        self._operation = 0

    def add(self, title: str, day: date, at: time | None = None, **values: object) -> CalendarItem:
        """Put an entry into the calendar."""
        found = CalendarItem(
            key=FollowUpKey(len(self.items) + 1),
            day=day,
            time=at,
            length=None,
            kind="call",
            title=title,
            customer_id=None,
            customer_name=None,
            priority=Priority.NORMAL,
            owner_id=1,
            status=FollowUpStatus.OPEN,
            promised=False,
            repeats=False,
        )
        self.items.append(replace(found, **values))  # type: ignore[arg-type]
        return self.items[-1]

    def item(self, title: str) -> CalendarItem:
        """Return an entry by its title."""
        return next(item for item in self.items if item.title == title)

    # reading

    def setup(self) -> Setup:
        kinds = (KindShown("call", "Call", "blue", "phone"), KindShown("visit", "Visit", "green", "map-pin"))
        return Setup(TODAY, NOW, 9, tuple(self.people), kinds)

    def month(self, first: date, last: date, who: CalendarFilter, per_day: int) -> dict[date, DayShown]:
        days = self.days(first, last, who)
        return {day: DayShown(shown.items[:per_day], shown.count, 0) for day, shown in days.items()}

    def days(self, first: date, last: date, who: CalendarFilter) -> dict[date, DayShown]:
        shown = [item for item in self.items if first <= item.day <= last and _is_shown(item, who)]
        return by_day(sorted(shown, key=by_time))

    def around(self, first: date, last: date) -> Around:
        return Around(
            {day: shown for day, shown in self.anniversaries.items() if first <= day <= last},
            {day: labels for day, labels in self.labels.items() if first <= day <= last},
            unfilled=last > self.filled_until,
        )

    def anniversaries_on(self, day: date) -> list[Anniversary]:
        return list(self.anniversaries[day].first)

    def overdue(self) -> Overdue:
        late = [item for item in self.items if item.status is FollowUpStatus.OPEN and item.day < TODAY]
        return Overdue(tuple(TodayItem(item, "138 0000 1234") for item in late), len(late))

    def read(self, key: FollowUpKey) -> FollowUp:
        item = next(item for item in self.items if item.key == key)
        draft = FollowUpDraft(item.title, item.day, item.time, item.customer_id, item.kind)
        return FollowUp(key, draft, item.customer_name, "13800001234", item.status, Origin.HAND)

    def customer_name(self, customer_id: int) -> str:
        return f"Customer {customer_id}"

    def next_steps(self, key: FollowUpKey) -> list[NextStep]:
        return [NextStep(f"In {days} days", TODAY + timedelta(days=days)) for days in (3, 7, 30)]

    # writing

    def plan(self, draft: FollowUpDraft) -> ChangeSet:
        self.add(draft.title, draft.day, draft.time, customer_id=draft.customer_id, owner_id=draft.owner_id or 1)
        return self._changed(Kind.FOLLOW_UP_ADD, "plan", draft.title, draft.day, draft.time)

    def move(self, item: CalendarItem, day: date, at: time | None, length: int | None) -> ChangeSet:
        self._replace(item.key, day=day, time=at, length=length)
        return self._changed(Kind.FOLLOW_UP_MOVE, "move", item.title, day, at, length)

    def move_many(self, keys: Sequence[FollowUpKey], day: date) -> ChangeSet:
        for key in keys:
            self._replace(key, day=day)
        return self._changed(Kind.FOLLOW_UP_MOVE, "move_many", tuple(keys), day)

    def to_today(self, which: Which) -> ChangeSet:
        return self.move_many(self._named(which), TODAY)

    def spread(self, which: Which, quota: int, first: date) -> ChangeSet:
        return self._changed(Kind.FOLLOW_UP_MOVE, "spread", tuple(self._named(which)), quota, first)

    def close(self, which: Which, reason: str) -> ChangeSet:
        keys = self._named(which)
        for key in keys:
            self._replace(key, status=FollowUpStatus.CLOSED)
        return self._changed(Kind.FOLLOW_UP_CLOSE, "close", tuple(keys), reason)

    def remove(self, key: FollowUpKey) -> ChangeSet:
        gone = next(item for item in self.items if item.key == key)
        self.items.remove(gone)
        return self._changed(Kind.FOLLOW_UP_REMOVE, "remove", gone.title)

    def finish(self, key: FollowUpKey, finish: Finish) -> ChangeSet:
        self._replace(key, status=FollowUpStatus.DONE)
        next_day = finish.next.day if finish.next else None
        return self._changed(Kind.FOLLOW_UP_DONE, "finish", key, finish.outcome, finish.text, next_day)

    def hand_over(self, key: FollowUpKey, person_id: int, reason: str) -> ChangeSet:
        self._replace(key, owner_id=person_id)
        return self._changed(Kind.FOLLOW_UP_HAND_OVER, "hand_over", key, person_id)

    def fill(self, months: Iterable[date], somebody_waits: Callable[[], bool]) -> bool:
        self.asked.append(("fill", *months))
        self.add("worked out", max(months))
        return True

    def _named(self, which: Which) -> list[FollowUpKey]:
        if isinstance(which, OnToday):
            return [one.item.key for one in self.overdue().items]
        return list(which)

    def _replace(self, key: FollowUpKey, **values: object) -> None:
        self.items = [replace(item, **values) if item.key == key else item for item in self.items]  # type: ignore[arg-type]

    def _changed(self, kind: Kind, *asked: object) -> ChangeSet:
        self.asked.append(asked)
        self._operation += 1
        return ChangeSet(self._operation, kind, frozenset({"follow_up"}))


def _is_shown(item: CalendarItem, who: CalendarFilter) -> bool:
    if who.kinds is not None and item.kind not in who.kinds:
        return False
    if who.owner_ids is not None and item.owner_id not in who.owner_ids:
        return False
    return who.done or item.status is FollowUpStatus.OPEN
