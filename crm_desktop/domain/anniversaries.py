"""On which days birthdays and other important dates fall, and which dates fall on a span of days.

The rules are those of the follow-ups: 29 February is kept on the 28th of a common year, the 30th of a short lunar month
on its 29th, and a leap month in a year that has none in the plain month of its number.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crm_desktop.domain.dates import Calendar, PartialDate
from crm_desktop.domain.lunar import LunarDay, LunarMonth, lunar_day, lunar_months

LONGEST_SPAN = 400
"""Days after which every date has come at least once."""


@dataclass(frozen=True, slots=True, order=True)
class DayKey:
    """The day of a year as it is stored, whatever the year: what an index of important dates can be asked for."""

    calendar: Calendar
    month: int
    day: int
    leap_month: bool = False


def key_of(important: PartialDate) -> DayKey:
    """Return the key of an important date."""
    return DayKey(important.calendar, important.month, important.day, important.leap_month)


def anniversaries(important: PartialDate | DayKey, first: date, last: date) -> list[date]:
    """Return every solar day from `first` to `last` on which an important date is kept.

    A solar year has one or two days of a lunar date, or none: lunar new year's eve may be in January. No day is
    returned before the date itself, nor, for lunar dates, outside the years of the lunar table.
    """
    year = important.year if isinstance(important, PartialDate) else None
    years = range(max(first.year - 1, year or date.min.year), min(last.year, date.max.year) + 1)
    find = _lunar_day_of_year if important.calendar == "lunar" else _solar_day_of_year
    found = (find(important.month, important.day, important.leap_month, year) for year in years)
    return [day for day in found if day is not None and first <= day <= last]


def next_anniversary(important: PartialDate | DayKey, day: date) -> date | None:
    """Return the first day from `day` on that an important date is kept on; nothing where calendars end."""
    last = day + timedelta(days=min(LONGEST_SPAN, (date.max - day).days))
    return next(iter(anniversaries(important, day, last)), None)


def age_on(important: PartialDate, day: date) -> int | None:
    """Return how many years an important date is old on a day it is kept; nothing if its year is not known.

    The years of a lunar date are lunar ones.
    """
    if important.year is None:
        return None
    if important.calendar == "solar":
        return day.year - important.year
    lunar = lunar_day(day)
    return lunar.year - important.year if lunar else None


def keys_on(day: date) -> Iterator[DayKey]:
    """Yield the keys of all dates that are kept on one day."""
    yield DayKey("solar", day.month, day.day)
    if (day.month, day.day) == (2, 28) and not isleap(day.year):
        yield DayKey("solar", 2, 29)
    lunar = lunar_day(day)
    if lunar is not None:
        yield from _lunar_keys(lunar)


def _lunar_keys(lunar: LunarDay) -> Iterator[DayKey]:
    month = _month(lunar.year, lunar.month, lunar.leap)
    days = (29, 30) if month and lunar.day == month.length == 29 else (lunar.day,)
    stands_for_leap = not lunar.leap and _month(lunar.year, lunar.month, leap=True) is None
    for leap in (False, True) if stands_for_leap else (lunar.leap,):
        for day in days:
            yield DayKey("lunar", lunar.month, day, leap)


def _solar_day_of_year(month: int, day: int, _leap_month: bool, year: int) -> date:
    return date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day)


def _lunar_day_of_year(month: int, day: int, leap_month: bool, year: int) -> date | None:
    found = _month(year, month, leap_month) or _month(year, month, leap=False)
    return found.first + timedelta(days=min(day, found.length) - 1) if found else None


def _month(year: int, number: int, leap: bool) -> LunarMonth | None:
    return next((one for one in lunar_months(year) if (one.number, one.leap) == (number, leap)), None)
