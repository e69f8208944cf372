"""Occurrences of rules that name their calendar (RFC 7529): lunar years and months, and days that a month has not.

dateutil knows neither. Years and months are gone through here; of weeks and days every calendar has the same ones, so
that a rule of those is a plain rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from itertools import count, product

from crm_desktop.domain.lunar import FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunar_day, lunar_months
from crm_desktop.domain.recurrence.plain import explicit
from crm_desktop.domain.recurrence.rule import Frequency, Rule, RuleDay, RuleMonth, Scale, Skip

_LONG_PERIODS = (Frequency.YEARLY, Frequency.MONTHLY)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Month:
    """A month of either calendar."""

    name: RuleMonth
    first: date
    length: int

    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range(self.length)]


def is_scaled(rule: Rule) -> bool:
    """Whether a rule's days are worked out here, not by dateutil."""
    if rule.frequency not in _LONG_PERIODS:
        return False
    return rule.scale is Scale.CHINESE or (rule.scale is Scale.GREGORIAN and rule.skip is not Skip.OMIT)


def is_supported(rule: Rule) -> bool:
    """Whether all parts of a rule have a meaning here: weeks and days of a lunar year, for example, have none."""
    counted = rule.by_year_day or rule.by_week_number or rule.by_easter
    if is_scaled(rule):
        return not counted
    return rule.scale is not Scale.CHINESE or not (counted or rule.by_month or rule.by_month_day)


def scaled_walls(rule: Rule, start: datetime, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield the naive times of a rule in order, from shortly before `first` to `last`; none outside the lunar table."""
    whole = written_out(rule, start)
    if whole is None:
        return
    times = _times(rule, start)
    left = rule.count
    latest = start - timedelta(microseconds=1)
    for days in _periods(whole, start.date(), first.date(), last.date()):
        for wall in _chosen([datetime.combine(day, at) for day in sorted(days) for at in times], rule.by_position):
            if wall > last or left == 0:
                return
            if wall > latest:  # a day moved forward may meet one of the next month
                latest, left = wall, None if left is None else left - 1
                yield wall


def written_out(rule: Rule, start: datetime) -> Rule | None:
    """Return the rule with what it takes from its start written out, in its own calendar; nothing outside the table."""
    if rule.scale is not Scale.CHINESE or not is_scaled(rule):
        return explicit(rule, start)
    lunar = lunar_day(start.date())
    if lunar is None:
        return None
    if rule.by_month_day or rule.by_day:
        return rule
    months = rule.by_month or (RuleMonth(lunar.month, lunar.leap),)
    if rule.frequency is Frequency.MONTHLY:
        months = rule.by_month
    return replace(rule, by_month=months, by_month_day=(lunar.day,))


def _periods(rule: Rule, start: date, first: date, last: date) -> Iterator[set[date]]:
    """Yield the days of each year or month of the rule."""
    yearly = rule.frequency is Frequency.YEARLY
    place = _year_of if yearly else _month_place
    begin = place(rule.scale, start)
    distance = 0 if rule.count is not None else place(rule.scale, min(max(start, first), _last_day(rule.scale))) - begin
    for period in count(begin + max(distance // rule.interval - 1, 0) * rule.interval, rule.interval):
        months = _months_of(rule.scale, period) if yearly else _month_at(rule.scale, period)
        if not months or months[0].first > last:
            return
        yield _days_of_year(rule, period, months) if yearly else _days_of_month(rule, months[0])


def _days_of_year(rule: Rule, year: int, months: tuple[_Month, ...]) -> set[date]:
    if not rule.by_month:
        return _days_in(rule, months)
    named = (_named_month(rule, year, name) for name in rule.by_month)
    return {day for month in named if month for day in _days_in(rule, (month,))}


def _days_of_month(rule: Rule, month: _Month) -> set[date]:
    return set() if rule.by_month and month.name not in rule.by_month else _days_in(rule, (month,))


def _days_in(rule: Rule, months: tuple[_Month, ...]) -> set[date]:
    """Return the days of a year or month: those of the numbers a rule names, on the weekdays it names, or both."""
    weekdays = _weekdays([day for month in months for day in month.days()], rule.by_day)
    if not rule.by_month_day:
        return weekdays
    found = (_day(month, number, rule.skip) for month in months for number in rule.by_month_day)
    days = {day for day in found if day}
    if not rule.by_day:
        return days
    each = {one.weekday for one in rule.by_day if not one.nth}
    return {day for day in days if day in weekdays or day.weekday() in each}


def _day(month: _Month, number: int, skip: Skip) -> date | None:
    """Return a day of a month; of one that it has not, what `skip` says."""
    if abs(number) <= month.length:
        return month.first + timedelta(days=number - 1 if number > 0 else month.length + number)
    if skip is Skip.OMIT:
        return None
    edge = month.first if number < 0 else month.first + timedelta(days=month.length)
    try:
        return edge if skip is Skip.FORWARD else edge - _A_DAY
    except OverflowError:
        return None


def _named_month(rule: Rule, year: int, name: RuleMonth) -> _Month | None:
    """Return a month of a year; of a leap month that it has not, what `skip` says: the plain one, or the one after."""
    found = {month.name: month for month in _months_of(rule.scale, year)}
    if name in found or rule.skip is Skip.OMIT:
        return found.get(name)
    if rule.skip is Skip.BACKWARD:
        return found.get(RuleMonth(name.number))
    after = _months_of(rule.scale, year + 1)
    return found.get(RuleMonth(name.number + 1)) or (after[0] if after else None)


def _weekdays(days: list[date], wanted: tuple[RuleDay, ...]) -> set[date]:
    """Return the days of a month or year that are on a wanted weekday, or its nth."""
    found: set[date] = set()
    for one in wanted:
        same = [day for day in days if day.weekday() == one.weekday]
        if not one.nth:
            found.update(same)
        elif abs(one.nth) <= len(same):
            found.add(same[one.nth - 1 if one.nth > 0 else one.nth])
    return found


def _times(rule: Rule, start: datetime) -> list[time]:
    hours, minutes = rule.by_hour or (start.hour,), rule.by_minute or (start.minute,)
    return [time(*parts) for parts in sorted(product(hours, minutes, rule.by_second or (start.second,)))]


def _chosen(walls: list[datetime], positions: Iterable[int]) -> list[datetime]:
    wanted = tuple(positions)
    if not wanted:
        return walls
    places = {place - 1 if place > 0 else len(walls) + place for place in wanted}
    return [wall for place, wall in enumerate(walls) if place in places]


def _year_of(scale: Scale | None, day: date) -> int:
    lunar = lunar_day(day) if scale is Scale.CHINESE else None
    return lunar.year if lunar else day.year


def _month_place(scale: Scale | None, day: date) -> int:
    """Return the place of a day's month in the row of all months."""
    if scale is Scale.CHINESE:
        return bisect_right(_lunar_row(), day, key=lambda month: month.first) - 1
    return day.year * 12 + day.month - 1


def _month_at(scale: Scale | None, place: int) -> tuple[_Month, ...]:
    """Return the month at a place of the row, or nothing where there is none."""
    if scale is Scale.CHINESE:
        return _lunar_row()[place : place + 1]
    year, month = divmod(place, 12)
    return _months_of(scale, year)[month : month + 1]


@lru_cache(maxsize=64)
def _months_of(scale: Scale | None, year: int) -> tuple[_Month, ...]:
    if scale is Scale.CHINESE:
        return tuple(_Month(RuleMonth(one.number, one.leap), one.first, one.length) for one in lunar_months(year))
    if not date.min.year <= year < date.max.year:
        return ()
    firsts = [*(date(year, month, 1) for month in range(1, 13)), date(year + 1, 1, 1)]
    return tuple(
        _Month(RuleMonth(number), first, (firsts[number] - first).days) for number, first in enumerate(firsts[:12], 1)
    )


@cache
def _lunar_row() -> tuple[_Month, ...]:
    years = range(FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR + 1)
    return tuple(month for year in years for month in _months_of(Scale.CHINESE, year))


def _last_day(scale: Scale | None) -> date:
    return date(LAST_LUNAR_YEAR, 12, 31) if scale is Scale.CHINESE else date.max
