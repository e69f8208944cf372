"""What is to be done today, and what should have been done before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries.today import read_sections
from crm_desktop.store.shop_time import shop_time

FIRST = 200
"""So many entries of a section are read; the overdue ones are counted beyond."""
BIRTHDAY_DAYS = 7


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One entry, whom to reach how, when she was last met, and in one line what it is about.

    `handed_from` is the colleague who handed it over and `handed_reason` why.
    """

    item: CalendarItem
    phone: str | None = None
    last_contact: date | None = None
    note: str = ""
    handed_from: int | None = None
    handed_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Birthday:
    """An important date of a customer from today on; `label` is None for a birthday, `lunar` its lunar day in words."""

    day: date
    customer_id: int
    name: str
    phone: str | None
    kind: str
    label: str | None
    age: int | None
    lunar: str | None


@dataclass(frozen=True)
class Today:
    """The sections of the page of today. Each open entry stands once: as a promise, handed over, overdue or due."""

    day: date
    overdue: tuple[TodayItem, ...] = ()
    overdue_count: int = 0
    due: tuple[TodayItem, ...] = ()
    due_count: int = 0
    promises: tuple[TodayItem, ...] = ()
    handed_over: tuple[TodayItem, ...] = ()
    birthdays: tuple[Birthday, ...] = ()
    done_today: int = 0


def read_today(workplace: Workplace, person_id: int | None = None) -> Today:
    """Return today's work of a person, or of everybody: overdue by weight and age, today's by time."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        clock = shop_time(connection)
        day = clock.day_of(workplace.now())
        overdue, due = read_sections(connection, day, person_id, FIRST)
    return Today(day, tuple(map(TodayItem, overdue)), len(overdue), tuple(map(TodayItem, due)), len(due))
