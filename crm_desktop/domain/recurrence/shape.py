"""What a rule means, in parts that can be put into words; the words are for `services`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product

from crm_desktop.domain.recurrence.moment import Moment
from crm_desktop.domain.recurrence.rule import Frequency, Rule, RuleDay, RuleMonth, Scale, Skip
from crm_desktop.domain.recurrence.scaled import written_out

_LAST_DAY_OF_ALL_MONTHS = {False: 28, True: 29}
"""The last day that every month has, by whether it is a lunar one."""


@dataclass(frozen=True, slots=True)
class RuleShape:
    """A rule in the parts a sentence names; its frequency is the one people would say, not always the written one."""

    frequency: Frequency
    interval: int
    lunar: bool = False
    months: tuple[RuleMonth, ...] = ()
    month_days: tuple[int, ...] = ()
    """Days of a month; from the end if negative."""
    weekdays: tuple[int, ...] = ()
    """Each of these weekdays, 0 is Monday; with a position, the set it picks from."""
    nth_weekdays: tuple[RuleDay, ...] = ()
    position: int = 0
    """Which one of the weekdays of a month, from the end if negative: the last of Monday to Friday."""
    times: tuple[time, ...] = ()
    """The times of day, where the rule names them itself."""
    falls_back: bool = False
    """Whether a day that a month has not becomes its last."""
    count: int | None = None
    last_day: date | None = None
    unspoken: str = ""
    """The parts of the rule's text that have no words of their own."""


def describe(rule: Rule, start: Moment) -> RuleShape:
    """Return what a rule means for a series that starts at a moment."""
    whole = _everyday(written_out(rule, start.wall) or rule)
    each = tuple(day.weekday for day in whole.by_day if not day.nth)
    shape = RuleShape(
        frequency=whole.frequency,
        interval=whole.interval,
        lunar=whole.scale is Scale.CHINESE,
        months=whole.by_month,
        month_days=_from_first_to_last(whole.by_month_day),
        weekdays=each,
        nth_weekdays=tuple(day for day in whole.by_day if day.nth),
        position=whole.by_position[0] if whole.by_position else 0,
        times=_times(whole, start),
        falls_back=_falls_back(whole),
        count=rule.count,
        last_day=_last_day(rule, start),
    )
    return shape if _has_words(whole, shape) else _only_its_frequency(whole, shape)


def _everyday(rule: Rule) -> Rule:
    """Return the same rule as one would say it: each Monday of a month is every week on Monday."""
    each = bool(rule.by_day) and not any(day.nth for day in rule.by_day)
    single = len(rule.by_day) == len(rule.by_position) == 1 and abs(rule.by_position[0]) <= 5
    if rule.frequency is Frequency.MONTHLY and each and single:
        nth = RuleDay(rule.by_day[0].weekday, rule.by_position[0])
        return replace(rule, by_day=(nth,), by_position=())
    others = rule.by_position or rule.by_year_day or rule.by_week_number or rule.by_easter
    if rule.interval > 1 or others or rule.frequency.within_a_day or rule.scale is Scale.CHINESE:
        return rule
    if each and not rule.by_month_day:
        return replace(rule, frequency=Frequency.WEEKLY)
    if rule.by_month_day and not rule.by_month and not rule.by_day:
        return replace(rule, frequency=Frequency.MONTHLY)
    return rule


def _has_words(rule: Rule, shape: RuleShape) -> bool:
    if rule.by_year_day or rule.by_week_number or rule.by_easter or len(rule.by_position) > 1:
        return False
    if rule.frequency.within_a_day and (rule.by_hour or rule.by_minute or rule.by_second):
        return False
    if len([kind for kind in (shape.month_days, shape.weekdays, shape.nth_weekdays) if kind]) > 1:
        return False
    monthly = rule.frequency is Frequency.MONTHLY or (rule.frequency is Frequency.YEARLY and bool(rule.by_month))
    if shape.position or shape.nth_weekdays or shape.month_days:
        return monthly and (bool(shape.weekdays) or not shape.position)
    return rule.frequency not in (Frequency.YEARLY, Frequency.MONTHLY)


def _only_its_frequency(rule: Rule, shape: RuleShape) -> RuleShape:
    rest = replace(rule, interval=1, count=None, until=None, scale=None, skip=Skip.OMIT)
    return RuleShape(
        frequency=shape.frequency,
        interval=shape.interval,
        lunar=shape.lunar,
        count=shape.count,
        last_day=shape.last_day,
        unspoken=rest.text.partition(";")[2],
    )


def _from_first_to_last(days: tuple[int, ...]) -> tuple[int, ...]:
    return (*sorted({day for day in days if day > 0}), *sorted({day for day in days if day < 0}))


def _times(rule: Rule, start: Moment) -> tuple[time, ...]:
    if start.time is None or rule.frequency.within_a_day or not (rule.by_hour or rule.by_minute):
        return ()
    hours, minutes = rule.by_hour or (start.time.hour,), rule.by_minute or (start.time.minute,)
    return tuple(time(hour, minute) for hour, minute in sorted(product(set(hours), set(minutes))))


def _falls_back(rule: Rule) -> bool:
    if rule.skip is not Skip.BACKWARD or not rule.by_month_day:
        return False
    return max(rule.by_month_day) > _LAST_DAY_OF_ALL_MONTHS[rule.scale is Scale.CHINESE]


def _last_day(rule: Rule, start: Moment) -> date | None:
    """Return the last day on which an occurrence may be: a timed series ends before the midnight of a bare day."""
    until = rule.until
    if isinstance(until, datetime):
        return until.date()
    ends_at_midnight = until is not None and start.time is not None and start.time > time.min
    return until - timedelta(days=1) if until and ends_at_midnight else until
