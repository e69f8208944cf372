"""The Chinese lunar calendar, by lunar_python (MIT), loaded when a lunar date is first asked for."""

from __future__ import annotations

from datetime import date, timedelta


def lunar_month_day(day: date) -> tuple[int, int]:
    """Return the lunar month (1–12, a leap month as its number) and day of a solar day."""
    from lunar_python import Solar

    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return abs(lunar.getMonth()), lunar.getDay()


def next_lunar(month: int, day: int, after: date, *, leap_month: bool = False) -> date:
    """Return the first solar day from `after` on that is this lunar day.

    A leap month counts where the year has it, else the plain month does; day 30 falls on the 29th of a short month.
    """
    for offset in (-1, 0, 1, 2):
        found = _solar_of(after.year + offset, month, day, leap_month=leap_month)
        if found is not None and found >= after:
            return found
    raise ValueError((month, day))


def _solar_of(lunar_year: int, month: int, day: int, *, leap_month: bool) -> date | None:
    from lunar_python import Lunar, LunarYear

    leap = LunarYear.fromYear(lunar_year).getLeapMonth()
    month_number = -month if leap_month and leap == month else month
    length = LunarYear.fromYear(lunar_year).getMonth(month_number).getDayCount()
    solar = Lunar.fromYmd(lunar_year, month_number, min(day, length)).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def next_solar(month: int, day: int, after: date) -> date:
    """Return the first day from `after` on with this month and day; 29 February falls on the 28th of a plain year."""
    for year in (after.year, after.year + 1):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        found = date(year, month, 28 if (month, day) == (2, 29) and not leap else day)
        if found >= after:
            return found
    return after + timedelta(days=365)
