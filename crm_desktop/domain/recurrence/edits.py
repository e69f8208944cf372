"""Changing a series from one occurrence on, moving it, and counting the next from the day the last was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from crm_desktop.domain.lunar import lunar_day
from crm_desktop.domain.recurrence.errors import RecurrenceError, RecurrenceFault
from crm_desktop.domain.recurrence.expand import ClosedDays, moments
from crm_desktop.domain.recurrence.moment import Moment, to_wall
from crm_desktop.domain.recurrence.rule import Frequency, OnClosed, Rule, RuleDay, RuleMonth, Scale, Skip
from crm_desktop.domain.recurrence.scaled import is_scaled, written_out

_FAR = timedelta(days=40_000)
_COMPARED = 5
_Value = TypeVar("_Value", RuleDay, RuleMonth, int)


@dataclass(frozen=True, slots=True)
class Split:
    """A series cut in two: what comes before, what comes from the cut on, and where the later part starts.

    A part that would have nothing in it is None.
    """

    earlier: Rule | None
    later: Rule | None
    start: Moment | None


@dataclass(frozen=True, slots=True)
class Series:
    """A rule with its start."""

    rule: Rule
    start: Moment


def split(rule: Rule, start: Moment, at: Moment) -> Split:
    """Cut a series at one of its occurrences, as the rule says it: "this and later" is the later part.

    A count is shared out, an end stays with the later part, and the earlier ends just before. Both parts together have
    exactly the occurrences of the whole. Raises RecurrenceError UNSUPPORTED for the few rules that cannot be started
    anew at that place.
    """
    first = next(moments_from(rule, start, at), None)
    if first is None:
        return Split(rule, None, None)
    before = _number_before(rule, start, first)
    if before == 0:
        return Split(None, rule, start)
    ended = replace(rule, count=None, until=_just_before(first))
    if rule.count is None:
        return Split(ended, *_begun_at(rule, start, first, rule))
    shared = replace(rule, count=rule.count - before)
    return Split(replace(rule, count=before, until=None), *_begun_at(rule, start, first, shared))


def moments_from(rule: Rule, start: Moment, at: Moment) -> Iterator[Moment]:
    """Yield what a rule says from a moment on, for about a century."""
    last = at.day + min(_FAR, date.max - at.day)
    return (moment for moment in moments(rule, start, at.day, last) if at <= moment)


def next_after_done(
    rule: Rule, done: date, calendar: ClosedDays | None = None, on_closed: OnClosed = OnClosed.KEEP
) -> date | None:
    """Return the day that comes one interval of the rule after the day something was done; None after its end.

    Only the frequency, the interval, the calendar and the end of such a rule count: months and years later is the same
    day, or the last where that month is shorter. A count is for the caller, who knows how many were done. An interval
    that ends on a closed day moves like any occurrence; skipped, it goes on to the next interval. Raises
    RecurrenceError UNSUPPORTED for other parts.
    """
    if replace(rule, **_PLAIN_INTERVAL) != _bare(rule) or rule.frequency.within_a_day:
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)
    scale = rule.scale or Scale.GREGORIAN
    counted = Rule(frequency=rule.frequency, interval=rule.interval, scale=scale, skip=Skip.BACKWARD)
    later = (one for one in moments_from(counted, Moment(done), Moment(done)) if one.day > done)
    for moment in islice(later, 400):
        day = moment.day if calendar is None else calendar.shift(moment.day, on_closed)
        if _ends_before(rule, moment.day):
            return None
        if day is not None and day > done:
            return day
    return None


def moved(rule: Rule, start: Moment, original: Moment, target: Moment) -> Series:
    """Return the series moved so that its occurrence `original` comes to stand on `target`, and the others like it.

    Of a weekly rule that weekday changes, of a monthly or yearly one the day, or which weekday of the month; where the
    rule names the time of day, the time. Raises RecurrenceError UNSUPPORTED for rules where it is not clear what the
    others should do; then one occurrence can still be moved alone.
    """
    if rule.by_position or rule.by_year_day or rule.by_week_number or rule.by_easter or rule.frequency.within_a_day:
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)
    distance = target.day - original.day
    several = max(len(rule.by_day), len(rule.by_month_day), len(rule.by_month)) > 1
    # Where only one of several days moves on, a start that moves with it would lose the first of the others.
    begin = Moment(start.day + (min(distance, timedelta()) if several else distance), target.time)
    until = rule.until if rule.until is None else rule.until + distance
    timed = replace(_with_time(rule, target), until=until)
    whole = written_out(timed, start.wall) or timed
    found = _with_day(whole, original.day, target.day) if distance else timed
    if next(moments_from(found, begin, target), None) != target:
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)
    return Series(found, begin)


def with_wall_end(rule: Rule, zone: str) -> Rule:
    """Return a rule from a file with an end in UTC as one that ends by the wall clock of its zone.

    Raises RecurrenceError for a zone nobody knows.
    """
    if not isinstance(rule.until, datetime) or rule.until.tzinfo is None:
        return rule
    return replace(rule, until=to_wall(rule.until, zone))


_PLAIN_INTERVAL: dict[str, Any] = {"count": None, "until": None, "scale": None, "skip": Skip.OMIT, "week_start": 0}


def _bare(rule: Rule) -> Rule:
    return Rule(frequency=rule.frequency, interval=rule.interval)


def _number_before(rule: Rule, start: Moment, at: Moment) -> int:
    """Return how many occurrences come before one; without a count it is enough to know of one."""
    before = (one for one in moments(rule, start, start.day, at.day) if one < at)
    return sum(1 for _ in (before if rule.count is not None else islice(before, 1)))


def _just_before(moment: Moment) -> date | datetime:
    return moment.day - timedelta(days=1) if moment.time is None else moment.wall - timedelta(seconds=1)


def _begun_at(whole: Rule, start: Moment, first: Moment, later: Rule) -> tuple[Rule, Moment]:
    """Return the later part and its start: the cut, or a day shortly before where the rule's period begins earlier."""
    explicit = (written_out(later, start.wall) or later) if is_scaled(later) else later
    expected = list(islice(moments_from(whole, start, first), _COMPARED))
    to_week_start = (first.day.weekday() - later.week_start) % 7
    for back in (0, 1, to_week_start):
        begin = Moment(first.day - timedelta(days=back), first.time)
        if list(islice(moments_from(explicit, begin, begin), _COMPARED)) == expected:
            return explicit, begin
    raise RecurrenceError(RecurrenceFault.UNSUPPORTED, whole.text)


def _ends_before(rule: Rule, day: date) -> bool:
    if rule.until is None:
        return False
    return day > (rule.until.date() if isinstance(rule.until, datetime) else rule.until)


def _with_time(rule: Rule, target: Moment) -> Rule:
    """Return the rule at another time of day, where it names one; several times stay together."""
    named = [(rule.by_hour, "by_hour"), (rule.by_minute, "by_minute"), (rule.by_second, "by_second")]
    if target.time is None or not any(values for values, _ in named):
        return rule
    if any(len(values) > 1 for values, _ in named):
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)
    return replace(rule, by_hour=(), by_minute=(), by_second=())


def _with_day(rule: Rule, original: date, target: date) -> Rule:
    if rule.frequency is Frequency.DAILY:
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, by_day=_replaced(rule.by_day, RuleDay(original.weekday()), RuleDay(target.weekday())))
    old_month, new_month = _month_and_day(rule, original), _month_and_day(rule, target)
    changed = rule
    if rule.by_month:
        changed = replace(changed, by_month=_replaced(rule.by_month, old_month[0], new_month[0]))
    if len(rule.by_month_day) == 1:
        return replace(changed, by_month_day=(new_month[1],))
    if rule.by_month_day:
        return replace(changed, by_month_day=_replaced(rule.by_month_day, old_month[1], new_month[1]))
    if len(rule.by_day) == 1 and rule.by_day[0].nth:
        return replace(changed, by_day=(_nth_weekday(target, rule.by_day[0].nth > 0),))
    return changed


def _replaced(values: tuple[_Value, ...], old: _Value, new: _Value) -> tuple[_Value, ...]:
    return tuple(sorted({new if value == old else value for value in values}))


def _month_and_day(rule: Rule, day: date) -> tuple[RuleMonth, int]:
    lunar = lunar_day(day) if rule.scale is Scale.CHINESE else None
    return (RuleMonth(lunar.month, lunar.leap), lunar.day) if lunar else (RuleMonth(day.month), day.day)


def _nth_weekday(day: date, from_the_start: bool) -> RuleDay:
    if from_the_start:
        return RuleDay(day.weekday(), (day.day - 1) // 7 + 1)
    length = ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
    return RuleDay(day.weekday(), -((length - day.day) // 7 + 1))
