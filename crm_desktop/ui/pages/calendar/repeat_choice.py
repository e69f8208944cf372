"""The ways a follow-up comes again, as one chooses them, and the rule each stands for; knows no window."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from crm_desktop.domain.follow_up import Repeat
from crm_desktop.domain.lunar import lunar_day
from crm_desktop.domain.recurrence import (
    Anchor,
    Frequency,
    OnClosed,
    RecurrenceError,
    Rule,
    RuleDay,
    RuleMonth,
    Scale,
    Skip,
    end_of_day,
    parse_rule,
)

SHORTEST_MONTH = 28
WORKDAYS = tuple(range(5))


class Every(StrEnum):
    """The ways on offer."""

    NEVER = "never"
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"
    MONTH_DAY = "month_day"
    MONTH_NTH = "month_nth"
    MONTH_LAST = "month_last"
    MONTH_END = "month_end"
    YEARLY = "yearly"
    LUNAR_YEARLY = "lunar_yearly"
    AFTER_DONE = "after_done"
    OWN = "own"


WITH_INTERVAL = frozenset({Every.DAILY, Every.WEEKLY, Every.MONTH_DAY, Every.MONTH_END, Every.YEARLY, Every.AFTER_DONE})
"""The ways that have an "every N"."""


@dataclass(frozen=True)
class RepeatChoice:
    """What is chosen. `weekdays` (0 is Monday) is for WEEKLY, `own` the text of an own rule; at most one end."""

    every: Every = Every.NEVER
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    own: str = ""
    until: date | None = None
    count: int | None = None
    on_closed: str = OnClosed.KEEP.value


def repeat_of(choice: RepeatChoice, start: date, moment: time | None) -> Repeat | None:
    """Return the rule of a choice for a series that starts on a day; an own rule that is none is a RecurrenceError."""
    if choice.every is Every.NEVER:
        return None
    rule = parse_rule(choice.own) if choice.every is Every.OWN else _rule(choice, start)
    if choice.until is not None:
        rule = replace(rule, until=choice.until if moment is None else end_of_day(choice.until))
    if choice.count is not None:
        rule = replace(rule, count=choice.count)
    anchor = Anchor.AFTER_DONE if choice.every is Every.AFTER_DONE else Anchor.FIXED
    return Repeat(rule.text, anchor.value, choice.on_closed)


def choice_of(repeat: Repeat | None, start: date) -> RepeatChoice:
    """Return the choice that stands for a rule; one that none of the ways says is an own rule."""
    if repeat is None:
        return RepeatChoice()
    try:
        rule = parse_rule(repeat.rule)
    except RecurrenceError:
        return RepeatChoice(Every.OWN, own=repeat.rule, on_closed=repeat.on_closed)
    bare = replace(rule, until=None, count=None)
    until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    ends = RepeatChoice(until=until, count=rule.count, on_closed=repeat.on_closed)
    if repeat.anchor == Anchor.AFTER_DONE:
        return replace(ends, every=Every.AFTER_DONE, interval=rule.interval)
    said = {bare.text, _in_full(bare, start).text}
    for every in Every:
        if every in (Every.NEVER, Every.OWN, Every.AFTER_DONE):
            continue
        weekdays = _weekdays_of(rule, start) if every is Every.WEEKLY else ()
        choice = replace(ends, every=every, interval=rule.interval if every in WITH_INTERVAL else 1, weekdays=weekdays)
        if _rule(choice, start).text in said:
            return choice
    return replace(ends, every=Every.OWN, own=bare.text)


def _in_full(rule: Rule, start: date) -> Rule:
    """Return a rule with what it leaves to its first day: "weekly" from a Monday is "weekly on Monday"."""
    if any((rule.by_day, rule.by_month_day, rule.by_month, rule.by_position, rule.scale)):
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, by_day=(RuleDay(start.weekday()),))
    if rule.frequency is Frequency.MONTHLY and start.day <= SHORTEST_MONTH:
        return replace(rule, by_month_day=(start.day,))
    if rule.frequency is Frequency.YEARLY and (start.month, start.day) != (2, 29):
        return replace(rule, by_month=(RuleMonth(start.month),), by_month_day=(start.day,))
    return rule


def _weekdays_of(rule: Rule, start: date) -> tuple[int, ...]:
    return tuple(day.weekday for day in rule.by_day) or (start.weekday(),)


def month_day_rule(day: int) -> Rule:
    """Return "monthly on a day"; a month that is too short has it on its last day."""
    if day <= SHORTEST_MONTH:
        return Rule(frequency=Frequency.MONTHLY, by_month_day=(day,))
    return Rule(frequency=Frequency.MONTHLY, by_month_day=(day,), scale=Scale.GREGORIAN, skip=Skip.BACKWARD)


def nth_of(day: date) -> int:
    """Return the how many-th of its weekday a day is in its month."""
    return (day.day - 1) // 7 + 1


def is_last_week(day: date) -> bool:
    """Tell whether a day is the last of its weekday in its month."""
    return day.day + 7 > monthrange(day.year, day.month)[1]


def _rule(choice: RepeatChoice, start: date) -> Rule:
    every = choice.every
    if every in (Every.DAILY, Every.AFTER_DONE):
        rule = Rule(frequency=Frequency.DAILY)
    elif every is Every.WEEKDAYS:
        rule = Rule(frequency=Frequency.WEEKLY, by_day=tuple(RuleDay(day) for day in WORKDAYS))
    elif every is Every.WEEKLY:
        days = choice.weekdays or (start.weekday(),)
        rule = Rule(frequency=Frequency.WEEKLY, by_day=tuple(RuleDay(day) for day in sorted(days)))
    elif every is Every.MONTH_DAY:
        rule = month_day_rule(start.day)
    elif every is Every.MONTH_NTH:
        rule = Rule(frequency=Frequency.MONTHLY, by_day=(RuleDay(start.weekday(), nth_of(start)),))
    elif every is Every.MONTH_LAST:
        rule = Rule(frequency=Frequency.MONTHLY, by_day=(RuleDay(start.weekday(), -1),))
    elif every is Every.MONTH_END:
        rule = Rule(frequency=Frequency.MONTHLY, by_month_day=(-1,))
    elif every is Every.LUNAR_YEARLY:
        rule = _lunar_rule(start)
    else:
        rule = _yearly_rule(start)
    return replace(rule, interval=choice.interval if every in WITH_INTERVAL else 1)


def _yearly_rule(start: date) -> Rule:
    rule = Rule(frequency=Frequency.YEARLY, by_month=(RuleMonth(start.month),), by_month_day=(start.day,))
    if (start.month, start.day) == (2, 29):
        return replace(rule, scale=Scale.GREGORIAN, skip=Skip.BACKWARD)
    return rule


def _lunar_rule(start: date) -> Rule:
    """Return the lunar day of a solar one, year by year: the plain month where a year has no such leap month."""
    found = lunar_day(start)
    if found is None:
        return _yearly_rule(start)
    return Rule(
        frequency=Frequency.YEARLY,
        by_month=(RuleMonth(found.month, found.leap),),
        by_month_day=(found.day,),
        scale=Scale.CHINESE,
        skip=Skip.BACKWARD,
    )
