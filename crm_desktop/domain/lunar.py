"""The Chinese lunar calendar and its 24 solar terms, from a table the program carries (1850 to 2199).

A month of the calendar page asks for 42 days at once, and a list of customers for a day per row: the library the table
was made with needs 10 ms for the former, the table a hundredth of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources

FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR = 1849, 2199
"""The years of the table: 1850 begins in the last months of a lunar year before."""


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; `leap` is the leap month behind the plain one of the same number."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """A lunar month: its year, number, first solar day and length (29 or 30)."""

    year: int
    number: int
    leap: bool
    first: date
    length: int


def lunar_day(day: date) -> LunarDay | None:
    """Return the lunar day of a solar one; nothing outside the years of the table."""
    for year in (day.year, day.year - 1):
        for month in reversed(lunar_months(year)):
            if month.first <= day:
                number = (day - month.first).days + 1
                return LunarDay(year, month.number, number, month.leap) if number <= month.length else None
    return None


def solar_day(day: LunarDay) -> date | None:
    """Return the solar day of a lunar one; nothing where that year has no such month, or that month no such day."""
    for month in lunar_months(day.year):
        if (month.number, month.leap) == (day.month, day.leap) and 1 <= day.day <= month.length:
            return month.first + timedelta(days=day.day - 1)
    return None


def lunar_month_day(day: date) -> tuple[int, int]:
    """Return the lunar month (1–12, a leap month as its number) and day of a solar day; zeros outside the table."""
    found = lunar_day(day)
    return (found.month, found.day) if found else (0, 0)


@lru_cache(maxsize=64)
def lunar_months(year: int) -> tuple[LunarMonth, ...]:
    """Return the 12 or 13 months of a lunar year in order; none outside the table."""
    line = _line(year)
    if not line:
        return ()
    first, leap, lengths, _terms = line
    begin = date(year, int(first[:2]), int(first[2:]))
    found: list[LunarMonth] = []
    for place, length in enumerate(lengths, start=1):
        number = place if not int(leap) or place <= int(leap) else place - 1
        is_leap = bool(found) and found[-1].number == number
        found.append(LunarMonth(year, number, is_leap, begin, 29 + int(length)))
        begin += timedelta(days=29 + int(length))
    return tuple(found)


@lru_cache(maxsize=64)
def solar_terms(year: int) -> tuple[date, ...]:
    """Return the days of the 24 solar terms of a solar year, Xiaohan in January first; none outside the table."""
    line = _line(year)
    terms = line[3] if line else ""
    return tuple(date(year, place // 2 + 1, int(day, 36)) for place, day in enumerate(terms))


def _line(year: int) -> tuple[str, str, str, str] | None:
    if not FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        return None
    _year, first, leap, lengths, terms = _table()[year - FIRST_LUNAR_YEAR].split()
    return first, leap, lengths, terms


@cache
def _table() -> list[str]:
    file = resources.files("crm_desktop") / "resources" / "calendar" / "lunar.txt"
    return file.read_text(encoding="ascii").splitlines()
