"""The last day on which something can be used."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, VisitRules


def last_day(expiry: Expiry, day: date) -> date | None:
    """Return the last day of what is given on `day`; None is for ever.

    The 31st in a shorter month is its last day, 29 February in a common year the 28th. With inactivity it is the last
    day unless another purchase puts it off.
    """
    if expiry.mode is ExpiryMode.NONE:
        return None
    if expiry.mode is ExpiryMode.DAYS:
        return days_on(day, expiry.count)
    if expiry.mode is ExpiryMode.YEAR_END:
        return date(min(day.year + expiry.count, date.max.year), 12, 31)
    return months_on(day, expiry.count, month_end=expiry.month_end)


def card_last_day(rules: VisitRules, day: date) -> date | None:
    """Return the last day of a visit card sold on `day`: the earlier of its own two; None is for ever."""
    ends = [one for one in (rules.until, days_on(day, rules.valid_days) if rules.valid_days else None) if one]
    return min(ends, default=None)


def days_on(day: date, count: int) -> date:
    """Return the day so many days later, at most the last the calendar has."""
    return day + timedelta(days=min(count, (date.max - day).days))


def months_on(day: date, count: int, *, month_end: bool = False) -> date:
    """Return the same day so many months later, or the last of that month where it has no such day or `month_end`."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if year > date.max.year:
        return date.max
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length if month_end else min(day.day, length))
