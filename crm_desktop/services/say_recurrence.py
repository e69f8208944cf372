"""Rules of recurrence in words: every 2 weeks on Mon and Thu until 3 May 2027, 每 2 周的周一、周四."""

from __future__ import annotations

from datetime import time

from crm_desktop.base.text import _T, language_in_use
from crm_desktop.domain.recurrence import Anchor, Frequency, Moment, OnClosed, Rule, RuleMonth
from crm_desktop.domain.recurrence.shape import RuleShape, describe
from crm_desktop.services.say_dates import lunar_day, lunar_month_text, month_names, solar_day_text
from crm_desktop.services.say_lists import joined

_WORKDAYS = (0, 1, 2, 3, 4)


def say_rule(rule: Rule, start: Moment, anchor: Anchor = Anchor.FIXED) -> str:
    """Return a rule in one phrase of the language in use."""
    shape = describe(rule, start)
    said = _after_done(shape) if anchor is Anchor.AFTER_DONE else _fixed(shape)
    if shape.unspoken:
        said = _T("Recurrence", "{rule}, only where {parts}").format(rule=said, parts=shape.unspoken)
    if shape.last_day is not None:
        day = solar_day_text(shape.last_day.year, shape.last_day.month, shape.last_day.day)
        said = _T("Recurrence", "{rule} until {day}").format(rule=said, day=day)
    if shape.count is not None:
        said = _T("Recurrence", "{rule}, %n time(s)", n=shape.count).format(rule=said)
    return said


def closed_words() -> dict[OnClosed, str]:
    """Return the words for what becomes of an occurrence on a day the shop is closed."""
    return {
        OnClosed.KEEP: _T("Recurrence", "Stays on closed days"),
        OnClosed.SKIP: _T("Recurrence", "Left out on closed days"),
        OnClosed.BEFORE: _T("Recurrence", "On the open day before a closed one"),
        OnClosed.AFTER: _T("Recurrence", "On the open day after a closed one"),
    }


def weekday_words() -> tuple[str, ...]:
    """Return the short names of the weekdays, Monday first."""
    return (
        _T("Recurrence", "Mon"),
        _T("Recurrence", "Tue"),
        _T("Recurrence", "Wed"),
        _T("Recurrence", "Thu"),
        _T("Recurrence", "Fri"),
        _T("Recurrence", "Sat"),
        _T("Recurrence", "Sun"),
    )


def _fixed(shape: RuleShape) -> str:
    said = _with_days(shape)
    if shape.months and shape.frequency is not Frequency.YEARLY:
        months = joined([_month(month, shape.lunar) for month in shape.months])
        said = _T("Recurrence", "{rule} in {months}").format(rule=said, months=months)
    if shape.times:
        said = _T("Recurrence", "{rule} at {times}").format(rule=said, times=joined(list(map(_clock, shape.times))))
    if shape.falls_back:
        said = _T("Recurrence", "{rule} (or the last day of the month)").format(rule=said)
    return said


def _with_days(shape: RuleShape) -> str:
    if shape.frequency is Frequency.WEEKLY and shape.interval == 1 and not shape.lunar:
        if set(shape.weekdays) == set(range(7)):
            return _T("Recurrence", "Every day")
        if set(shape.weekdays) == set(_WORKDAYS):
            return _T("Recurrence", "Every day from Mon to Fri")
    days = _days(shape)
    if not days:
        return _every(shape)
    if shape.interval == 1:
        return _every_on(shape).format(days=joined(days))
    return _every_nth_on(shape).format(number=shape.interval, days=joined(days))


def _every(shape: RuleShape) -> str:
    texts = {
        Frequency.YEARLY: _T("Recurrence", "Every year"),
        Frequency.MONTHLY: _T("Recurrence", "Every month"),
        Frequency.WEEKLY: _T("Recurrence", "Every week"),
        Frequency.DAILY: _T("Recurrence", "Every day"),
        Frequency.HOURLY: _T("Recurrence", "Every hour"),
        Frequency.MINUTELY: _T("Recurrence", "Every minute"),
        Frequency.SECONDLY: _T("Recurrence", "Every second"),
    }
    several = {
        Frequency.YEARLY: _T("Recurrence", "Every {number} years"),
        Frequency.MONTHLY: _T("Recurrence", "Every {number} months"),
        Frequency.WEEKLY: _T("Recurrence", "Every {number} weeks"),
        Frequency.DAILY: _T("Recurrence", "Every {number} days"),
        Frequency.HOURLY: _T("Recurrence", "Every {number} hours"),
        Frequency.MINUTELY: _T("Recurrence", "Every {number} minutes"),
        Frequency.SECONDLY: _T("Recurrence", "Every {number} seconds"),
    }
    return (texts if shape.interval == 1 else several)[shape.frequency].format(number=shape.interval)


def _every_on(shape: RuleShape) -> str:
    if shape.lunar and shape.frequency is Frequency.MONTHLY:
        return _T("Recurrence", "Every lunar month on {days}")
    return {
        Frequency.YEARLY: _T("Recurrence", "Every year on {days}"),
        Frequency.MONTHLY: _T("Recurrence", "Every month on {days}"),
    }.get(shape.frequency, _T("Recurrence", "Every week on {days}"))


def _every_nth_on(shape: RuleShape) -> str:
    if shape.lunar and shape.frequency is Frequency.MONTHLY:
        return _T("Recurrence", "Every {number} lunar months on {days}")
    return {
        Frequency.YEARLY: _T("Recurrence", "Every {number} years on {days}"),
        Frequency.MONTHLY: _T("Recurrence", "Every {number} months on {days}"),
        Frequency.DAILY: _T("Recurrence", "Every {number} days, if on {days}"),
    }.get(shape.frequency, _T("Recurrence", "Every {number} weeks on {days}"))


def _days(shape: RuleShape) -> list[str]:
    """Return the days of a rule in words; of a yearly one each with its month."""
    if shape.frequency is Frequency.YEARLY:
        return [text for month in shape.months for text in _days_of_month(shape, month)]
    if shape.month_days:
        return [_month_day(day, shape.lunar) for day in shape.month_days]
    return _weekdays(shape)


def _weekdays(shape: RuleShape) -> list[str]:
    names = weekday_words()
    if shape.position:
        workdays = set(shape.weekdays) == set(_WORKDAYS)
        each = [names[day] for day in shape.weekdays]
        kind = _T("Recurrence", "day from Mon to Fri") if workdays else joined(each)
        return [_nth(shape.position, kind)]
    return [names[day] for day in shape.weekdays] + [_nth(day.nth, names[day.weekday]) for day in shape.nth_weekdays]


def _days_of_month(shape: RuleShape, month: RuleMonth) -> list[str]:
    if shape.lunar and shape.month_days:
        return [_lunar_date(month, day) for day in shape.month_days]
    if shape.month_days:
        return [_solar_date(month, day) for day in shape.month_days]
    name = _month(month, shape.lunar)
    return [_T("Recurrence", "{day} of {month}").format(day=day, month=name) for day in _weekdays(shape)]


def _solar_date(month: RuleMonth, day: int) -> str:
    if day > 0:
        return solar_day_text(None, month.number, day)
    return _T("Recurrence", "{day} of {month}").format(day=_month_day(day, False), month=_month(month, False))


def _lunar_date(month: RuleMonth, day: int) -> str:
    return _T("Recurrence", "{month}, {day}", "a lunar day").format(
        month=lunar_month_text(month.number, month.leap), day=_month_day(day, True)
    )


def _month(month: RuleMonth, lunar: bool) -> str:
    return lunar_month_text(month.number, month.leap) if lunar else month_names()[month.number - 1]


def _month_day(day: int, lunar: bool) -> str:
    if day == -1:
        return _T("Recurrence", "the last day")
    if day < 0:
        return _T("Recurrence", "the {day} to last day").format(day=_ordinal(-day))
    if lunar:
        return lunar_day(day) if language_in_use() == "zh_CN" else _T("Recurrence", "day {day}").format(day=day)
    return _T("Recurrence", "the {day}", "a day of the month").format(day=_ordinal(day))


def _nth(nth: int, kind: str) -> str:
    if nth == -1:
        return _T("Recurrence", "the last {kind}", "weekday of a month").format(kind=kind)
    if nth < 0:
        return _T("Recurrence", "the {nth} to last {kind}").format(nth=_ordinal(-nth), kind=kind)
    return _T("Recurrence", "the {nth} {kind}", "weekday of a month").format(nth=_ordinal(nth), kind=kind)


def _ordinal(number: int) -> str:
    if language_in_use() == "zh_CN":
        return str(number)
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _after_done(shape: RuleShape) -> str:
    number = shape.interval
    if shape.lunar and shape.frequency in (Frequency.YEARLY, Frequency.MONTHLY):
        yearly = shape.frequency is Frequency.YEARLY
        return (
            _T("Recurrence", "%n lunar year(s) after it was done", n=number)
            if yearly
            else _T("Recurrence", "%n lunar month(s) after it was done", n=number)
        )
    return {
        Frequency.YEARLY: _T("Recurrence", "%n year(s) after it was done", n=number),
        Frequency.MONTHLY: _T("Recurrence", "%n month(s) after it was done", n=number),
        Frequency.WEEKLY: _T("Recurrence", "%n week(s) after it was done", n=number),
    }.get(shape.frequency, _T("Recurrence", "%n day(s) after it was done", n=number))
