"""Say a rule of recurrence before it is kept: in a plain sentence, and by the first days it falls on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from crm_desktop.domain.follow_up import Repeat
from crm_desktop.domain.recurrence import Anchor, Moment, OnClosed, occurrences, parse_rule
from crm_desktop.domain.rights import Right
from crm_desktop.services.say_recurrence import say_rule
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_calendar import shop_calendar

_HORIZONS = (70, 800, 4_500)
"""Days to look ahead, further only where the nearer days have too few: a daily rule is not worked out for years."""


@dataclass(frozen=True)
class SeriesPreview:
    """The rule in a sentence, and its first days; none for what is counted from the day it is done."""

    sentence: str
    days: tuple[date, ...] = ()


def preview_series(
    workplace: Workplace, repeat: Repeat, start: date, moment: time | None = None, count: int = 5
) -> SeriesPreview:
    """Return what a series would be; raises RecurrenceError for a text that is no rule."""
    workplace.require(Right.FOLLOW_UPS_READ)
    rule, first = parse_rule(repeat.rule), Moment(start, moment)
    return SeriesPreview(say_rule(rule, first, Anchor(repeat.anchor)), _first_days(workplace, repeat, first, count))


def _first_days(workplace: Workplace, repeat: Repeat, start: Moment, count: int) -> tuple[date, ...]:
    if repeat.anchor == Anchor.AFTER_DONE:
        return ()
    with workplace.store.read() as connection:
        calendar = shop_calendar(connection)
    rule, on_closed = parse_rule(repeat.rule), OnClosed(repeat.on_closed)
    days: list[date] = []
    for horizon in _HORIZONS:
        last = start.day + timedelta(days=horizon)
        found = occurrences(rule, start, start.day, last, calendar=calendar, on_closed=on_closed)
        days = [one.day for one in found[:count]]
        if len(days) == count:
            break
    return tuple(days)
