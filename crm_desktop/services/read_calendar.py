"""The calendar for its views: entries of a month or of days, important dates of customers, and what the days are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.services.workplace import Workplace

LIMIT = 5_000
"""Entries that a week, a day or an agenda shows at most."""


@dataclass(frozen=True)
class CalendarFilter:
    """Whose entries, and of which kinds; None means all. `done` also shows what is done or closed.

    An owner of None among `owner_ids` stands for entries that nobody owns.
    """

    owner_ids: frozenset[int | None] | None = None
    kinds: frozenset[str] | None = None
    done: bool = True


EVERYBODY = CalendarFilter()


@dataclass(frozen=True)
class DayShown:
    """One day of a month: its first entries, how many there are in all, and how many of them are open and late."""

    items: tuple[CalendarItem, ...]
    count: int
    late: int


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An important date that comes round on a day.

    `kind` is a value of `DateKind`, `age` the years since, where the year is known; `lunar` its lunar day in words of
    the calendar, where it is a lunar date.
    """

    customer_id: int
    name: str
    kind: str
    label: str | None
    age: int | None
    lunar: str | None


@dataclass(frozen=True)
class AnniversariesShown:
    """The important dates of one day: how many, and the first of them."""

    count: int
    first: tuple[Anniversary, ...]


@dataclass(frozen=True)
class DayLabels:
    """What a day is: lunar day, solar term, festival, and whether the shop works on it.

    `holiday`: True for a day off of the official calendar (休), False for a make-up working day (班), else None;
    `closed` tells whether the shop is closed.
    """

    lunar: str
    solar_term: str | None = None
    festival: str | None = None
    holiday: bool | None = None
    closed: bool = False


def read_month(
    workplace: Workplace, first: date, last: date, who: CalendarFilter = EVERYBODY, per_day: int = 6
) -> dict[date, DayShown]:
    """Return the days from `first` to `last` that have entries, each with its first `per_day`."""
    raise NotImplementedError


def read_days(
    workplace: Workplace, first: date, last: date, who: CalendarFilter = EVERYBODY, limit: int = LIMIT
) -> list[CalendarItem]:
    """Return the entries from `first` to `last` in the order of `by_time`."""
    raise NotImplementedError


def read_anniversaries(
    workplace: Workplace, first: date, last: date, per_day: int = 3
) -> dict[date, AnniversariesShown]:
    """Return the days from `first` to `last` that important dates of customers fall on."""
    raise NotImplementedError


def anniversaries_on(workplace: Workplace, day: date, offset: int = 0, limit: int = 200) -> list[Anniversary]:
    """Return the important dates that fall on a day, a page at a time."""
    raise NotImplementedError


def calendar_days(workplace: Workplace, first: date, last: date) -> dict[date, DayLabels]:
    """Return what each day from `first` to `last` is."""
    raise NotImplementedError


def needs_filling(workplace: Workplace, first: date, last: date) -> bool:
    """Tell whether series may fall on these days that nobody has worked out yet: then `fill_occurrences(months=…)`."""
    raise NotImplementedError
