"""Occurrences of plain rules, worked out by dateutil's rrule.

dateutil walks from the start of a series, and where nothing comes it walks on to the year 9999: half a second, or
five. So the walk begins shortly before the days asked for, on a period the rule has (a series of ten years costs what a
new one does), a rule that names only days no month has is not walked at all, and all is worked out as near to the end
of the calendar as it goes: after 400 years weekdays, month ends and leap years are the same again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from crm_desktop.domain.recurrence.rule import Frequency, Rule, RuleDay, RuleMonth

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SECONDS = {Frequency.HOURLY: 3600, Frequency.MINUTELY: 60, Frequency.SECONDLY: 1}
_FREQUENCIES = tuple(Frequency)
_FIRST_PERIODS_KEPT = 2
_ROUND_YEARS = 400
_ROUND = timedelta(days=146_097)
_LAST_YEAR = 9998


def plain_walls(rule: Rule, start: datetime, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield the naive times of a rule in order, from shortly before `first` to `last`; drop those before it.

    A count is counted from the start; `until` is for the caller.
    """
    if not _can_ever_come(rule):
        return
    whole = explicit(rule, start)
    begin = start if rule.count is not None else _shortly_before(rule, start, first)
    later = _same_days_late(rule, max(start, last))
    for wall in _rrule(whole, begin + later):
        if wall - later > last:
            return
        yield wall - later


def explicit(rule: Rule, start: datetime) -> Rule:
    """Return the rule with the month, day or weekday that it takes from its start written out."""
    named = (rule.by_week_number, rule.by_year_day, rule.by_month_day, rule.by_day, rule.by_easter)
    if any(named):
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, by_day=(RuleDay(start.weekday()),))
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, by_month_day=(start.day,))
    if rule.frequency is Frequency.YEARLY:
        months = rule.by_month or (RuleMonth(start.month),)
        return replace(rule, by_month=months, by_month_day=(start.day,))
    return rule


def _rrule(rule: Rule, start: datetime) -> Iterator[datetime]:
    from dateutil import rrule as library

    parts: dict[str, Any] = {
        "bymonth": [month.number for month in rule.by_month],
        "bymonthday": rule.by_month_day,
        "byyearday": rule.by_year_day,
        "byweekno": rule.by_week_number,
        "byeaster": rule.by_easter,
        "byweekday": [library.weekdays[day.weekday](day.nth or None) for day in rule.by_day],
        "byhour": rule.by_hour,
        "byminute": rule.by_minute,
        "bysecond": rule.by_second,
        "bysetpos": rule.by_position,
    }
    frequency = _FREQUENCIES.index(rule.frequency)
    given = {name: values for name, values in parts.items() if values}
    try:
        yield from library.rrule(
            frequency, dtstart=start, interval=rule.interval, count=rule.count, wkst=rule.week_start, **given
        )
    except ValueError:  # every second hour from one o'clock, at two: dateutil refuses what can never come
        return


def _shortly_before(rule: Rule, start: datetime, first: datetime) -> datetime:
    """Return the start of one of the rule's periods, a few before `first`; the start itself where that is near."""
    span = max(first - start, timedelta())
    step = rule.interval
    if rule.frequency is Frequency.YEARLY:
        years = _whole_steps(first.year - start.year, step)
        return start.replace(year=start.year + years, month=1, day=1) if years else start
    if rule.frequency is Frequency.MONTHLY:
        months = _whole_steps((first.year - start.year) * 12 + first.month - start.month, step)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return start.replace(year=year, month=month + 1, day=1) if months else start
    if rule.frequency.within_a_day:
        unit = _SECONDS[rule.frequency]
        return start + timedelta(seconds=unit * _whole_steps(int(span.total_seconds()) // unit, step))
    unit = 7 if rule.frequency is Frequency.WEEKLY else 1
    return start + timedelta(days=unit * _whole_steps(span.days // unit, step))


def _whole_steps(distance: int, step: int) -> int:
    return max(distance // step - _FIRST_PERIODS_KEPT, 0) * step


def _same_days_late(rule: Rule, day: datetime) -> timedelta:
    """Return how much later, in whole rounds of the calendar, the same days stand near its end; Easter has no round."""
    return timedelta() if rule.by_easter else _ROUND * max((_LAST_YEAR - day.year) // _ROUND_YEARS, 0)


def _can_ever_come(rule: Rule) -> bool:
    """Return False for rules that name only days which none of their months has, such as 30 February."""
    if not rule.by_month or not rule.by_month_day:
        return True
    longest = max(_LONGEST[month.number - 1] for month in rule.by_month)
    return any(abs(day) <= longest for day in rule.by_month_day)
