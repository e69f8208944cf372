"""What is to be done today, and what should have been done before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.domain.consent import Standing
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.follow_up import CalendarItem, by_time
from crm_desktop.domain.rights import Right
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.read_calendar import read_anniversaries
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.follow_ups import item
from crm_desktop.store.queries.contact_sql import standings
from crm_desktop.store.queries.follow_up_list import occurrence_shown
from crm_desktop.store.queries.today import Reach, Section, done_since, reach_of, read_sections
from crm_desktop.store.shop_time import shop_time

FIRST = 100
"""So many entries of a section are read; all are counted."""
BIRTHDAY_DAYS = 7
_BIRTHDAYS_A_DAY = 12
_NOTE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One entry, whom to reach how, when she was last met, and in one line what it is about.

    `handed_from` is the colleague who handed it over and `handed_reason` why. Of a series the last of several `missed`
    days stands for all of them, `since` the first. Who `refused` calls has no phone here.
    """

    item: CalendarItem
    phone: str | None = None
    last_contact: date | None = None
    note: str = ""
    handed_from: int | None = None
    handed_reason: str | None = None
    missed: int = 1
    since: date | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Birthday:
    """An important date of a customer from today on, her phone only where she agreed to greetings.

    `kind` is a value of `DateKind`, `label` what the shop calls the day, `lunar` its lunar day in words.
    """

    day: date
    customer_id: int
    name: str
    phone: str | None
    kind: str
    label: str | None
    age: int | None
    lunar: str | None
    greeting: Standing = Standing.OPEN


@dataclass(frozen=True)
class Today:
    """The sections of the page of today.

    Each open entry stands once: as a promise, whenever it is due; as handed over, until it is touched; else as overdue
    or due.
    """

    day: date
    overdue: tuple[TodayItem, ...] = ()
    overdue_count: int = 0
    due: tuple[TodayItem, ...] = ()
    due_count: int = 0
    promises: tuple[TodayItem, ...] = ()
    promise_count: int = 0
    handed_over: tuple[TodayItem, ...] = ()
    handed_over_count: int = 0
    birthdays: tuple[Birthday, ...] = ()
    birthday_count: int = 0
    done_today: int = 0


@numbers_hidden
def read_today(workplace: Workplace, person_id: int | None = None) -> Today:
    """Return today's work of a person, or of everybody: overdue by weight and age, today's by time."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        clock = shop_time(connection)
        day = clock.day_of(workplace.now())
        sections = read_sections(connection, day, person_id, FIRST)
        done = done_since(connection, _start_of(clock, day), person_id)
        overdue = _first(sections.overdue, _by_weight)
        due, promises, handed = (
            _first(one, _by_time) for one in (sections.due, sections.promises, sections.handed_over)
        )
        customers = (one.item.customer_id for one in (*overdue, *due, *promises, *handed))
        told = _Told(clock, reach_of(connection, {one for one in customers if one is not None}))
    soon = read_anniversaries(workplace, day, day + timedelta(days=BIRTHDAY_DAYS), _BIRTHDAYS_A_DAY)
    with workplace.store.read() as connection:
        birthdays = _birthdays(connection, soon)
    return Today(
        day,
        told.all(overdue),
        sections.overdue.count,
        told.all(due),
        sections.due.count,
        told.all(promises),
        sections.promises.count,
        told.all(handed),
        sections.handed_over.count,
        birthdays,
        sum(one.count for one in soon.values()),
        done,
    )


def _start_of(clock: ShopTime, day: date) -> int:
    return to_stamp(datetime.combine(day, time(clock.day_starts_at), clock.zone))


def _by_weight(shown: TodayItem) -> tuple[int, date, bool, time]:
    item = shown.item
    return -item.priority, shown.since or item.day, item.time is not None, item.time or time()


def _by_time(shown: TodayItem) -> Any:
    return by_time(shown.item)


def _first(section: Section, order: Callable[[TodayItem], Any]) -> list[TodayItem]:
    """Return the entries of a section that are shown, in order, without what is known of their customers."""
    rows = [
        TodayItem(item(row), note=row.note or "", handed_from=row.handed_from, handed_reason=row.handed_reason)
        for row in section.rows
    ]
    days = [
        TodayItem(occurrence_shown(row), note=row.note or "", missed=row.missed, since=date.fromisoformat(row.since))
        for row in section.days
    ]
    return sorted((*rows, *days), key=order)[:FIRST]


@dataclass(frozen=True)
class _Told:
    """Adds to entries how their customers are reached, and what was said last where they have no note."""

    clock: ShopTime
    reach: Mapping[int, Reach]

    def all(self, entries: Iterable[TodayItem]) -> tuple[TodayItem, ...]:
        return tuple(map(self._one, entries))

    def _one(self, entry: TodayItem) -> TodayItem:
        reach = self.reach.get(entry.item.customer_id or 0, Reach(None, None, None))
        last = None if reach.last_contact_at is None else self.clock.day_of(from_stamp(reach.last_contact_at))
        note = " ".join((entry.note or reach.said or "").split())[:_NOTE_LENGTH]
        return replace(entry, phone=reach.phone, last_contact=last, note=note, refused=reach.refused)


def _birthdays(connection: Any, soon: Mapping[date, Any]) -> tuple[Birthday, ...]:
    found = [(day, one) for day in sorted(soon) for one in soon[day].first]
    whom = {one.customer_id for _, one in found}
    reach, greeting = reach_of(connection, whom), standings(connection, whom, Purpose.MARKETING)
    return tuple(
        Birthday(
            day,
            one.customer_id,
            one.name,
            reach[one.customer_id].phone if greeting.get(one.customer_id) is Standing.OPEN else None,
            one.kind,
            one.label,
            one.age,
            one.lunar,
            greeting.get(one.customer_id, Standing.NOT_ASKED),
        )
        for day, one in found
    )
