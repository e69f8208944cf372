"""What becomes of a series' rule when one of its days is moved for all, or when it is cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from crm_desktop.domain.recurrence import Frequency, Moment, Rule, RuleDay, RuleMonth, Scale, end_of_day, occurrences

T = TypeVar("T")
_LOOK_AHEAD = (timedelta(days=62), timedelta(days=800), timedelta(days=36_600))
"""How far is looked for the next day of a rule, step by step: most rules have one within two months."""


@dataclass(frozen=True)
class Halves:
    """A rule cut in two: `before` is None where nothing comes before the cut."""

    before: Rule | None
    after: Rule


def moments_within(
    rule: Rule | None, start: Moment, first: date, last: date, extra: tuple[Moment, ...] = ()
) -> list[Moment]:
    """Return what a series says on the days from `first` to `last`, closed days or not."""
    return [one.original for one in occurrences(rule, start, first, last, extra=extra)]


def moments_from(rule: Rule | None, start: Moment, first: date, extra: tuple[Moment, ...] = ()) -> Iterator[Moment]:
    """Yield what a series says from a day on, as far as a hundred years."""
    since = first
    for ahead in _LOOK_AHEAD:
        last = min(first, date.max - ahead) + ahead
        if since > last:
            return
        yield from moments_within(rule, start, since, last, extra)
        since = last + timedelta(days=1)


def first_moment(rule: Rule | None, start: Moment, first: date, extra: tuple[Moment, ...] = ()) -> Moment | None:
    """Return the first moment of a series on or after a day."""
    return next(moments_from(rule, start, first, extra), None)


def cut(rule: Rule, start: Moment, at: Moment) -> Halves:
    """Cut a series before one of its moments; a count is shared out between the halves."""
    before = [moment for moment in moments_within(rule, start, start.day, at.day) if moment < at]
    rest = rule if rule.count is None else replace(rule, count=max(rule.count - len(before), 1))
    if not before:
        return Halves(None, rest)
    until: date | datetime = before[-1].day if start.time is None else before[-1].wall
    return Halves(replace(rule, count=None, until=until), rest)


def next_after_done(rule: Rule, done: date, so_many: int = 0) -> date | None:
    """Return the day of the next one of a series that counts from the day the last was done; None where it ends.

    `so_many` is how many there have been. A day that a month has not is its last: a month after 31 January is the end
    of February.
    """
    if rule.count is not None and so_many >= rule.count:
        return None
    endless = replace(rule, count=None, until=None)
    day = _plain_step(endless, done)
    if day is None:
        later = (moment.day for moment in moments_from(endless, Moment(done), done) if moment.day > done)
        day = next(later, None)
    if day is None or rule.until is None:
        return day
    last = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    return day if day <= last else None


def _plain_step(rule: Rule, day: date) -> date | None:
    """Return the day one step on for a rule of a frequency and nothing else."""
    if rule != Rule(frequency=rule.frequency, interval=rule.interval, week_start=rule.week_start):
        return None
    if rule.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        return day + timedelta(days=rule.interval * (7 if rule.frequency is Frequency.WEEKLY else 1))
    if rule.frequency not in (Frequency.MONTHLY, Frequency.YEARLY):
        return None
    months = day.month - 1 + rule.interval * (12 if rule.frequency is Frequency.YEARLY else 1)
    first = date(day.year + months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, _last_of_month(first)))


def ending_later(rule: Rule, days: int, *, timed: bool) -> Rule:
    """Return a rule whose end goes with a series that is moved by so many days: its last day is not lost."""
    if rule.until is None:
        return rule
    day = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    day += timedelta(days=max(days, 0))
    return replace(rule, until=end_of_day(day) if timed else day)


def moved(rule: Rule, old: date, new: date) -> Rule | None:
    """Return the rule that says `new` where it said `old`; None where no rule of its kind does.

    A rule that takes its day from its start is the same.
    """
    if old == new:
        return rule
    if rule.scale is Scale.CHINESE or rule.by_year_day or rule.by_week_number or rule.by_easter or rule.by_position:
        return None
    return replace(
        rule,
        by_day=_unique(_moved_day(rule, day, old, new) for day in rule.by_day),
        by_month_day=_unique(_moved_month_day(day, old, new) for day in rule.by_month_day),
        by_month=_unique(RuleMonth(new.month) if month.number == old.month else month for month in rule.by_month),
    )


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _moved_day(rule: Rule, day: RuleDay, old: date, new: date) -> RuleDay:
    if day.weekday != old.weekday():
        return day
    if not day.nth or rule.frequency is Frequency.WEEKLY:
        return RuleDay(new.weekday(), day.nth)
    return RuleDay(new.weekday(), _from_end(new) // 7 if day.nth < 0 else (new.day - 1) // 7 + 1)


def _moved_month_day(day: int, old: date, new: date) -> int:
    if day == old.day:
        return new.day
    return _from_end(new) if day == _from_end(old) else day


def _from_end(day: date) -> int:
    """Return a day of its month counted from the end: -1 is the last."""
    return day.day - _last_of_month(day) - 1


def _last_of_month(day: date) -> int:
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (following - timedelta(days=1)).day
