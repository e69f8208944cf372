"""Whether a day, or its month, is somebody's birthday, in the calendar the birthday is kept in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from crm_desktop.domain.anniversaries import DayKey, key_of, keys_on
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.rules import BirthdayTime
from crm_desktop.domain.lunar import lunar_day, lunar_months


def is_birthday(birthday: PartialDate, day: date, time: BirthdayTime) -> bool:
    """Tell whether a day is the birthday, or lies in its month: 29 February and leap months as anniversaries keep them."""
    if time is BirthdayTime.DAY:
        return key_of(birthday) in _days(day)
    return (birthday.calendar, birthday.month, birthday.leap_month) in _months(day)


@lru_cache(maxsize=1024)
def _days(day: date) -> frozenset[DayKey]:
    return frozenset(keys_on(day))


@lru_cache(maxsize=1024)
def _months(day: date) -> frozenset[tuple[str, int, bool]]:
    """Return the months a day lies in; a leap month that its year lacks is kept in the plain one."""
    found = {("solar", day.month, False)}
    lunar = lunar_day(day)
    if lunar is not None:
        found.add(("lunar", lunar.month, lunar.leap))
        if not any(month.number == lunar.month and month.leap for month in lunar_months(lunar.year)):
            found.add(("lunar", lunar.month, True))
    return frozenset(found)
