"""Moments as people say them: the hour today, yesterday, the day this year, the whole date before; local time."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTimeZone

from crm_desktop.base.text import _T


def local(moment: datetime) -> QDateTime:
    """Return a moment in this computer's time."""
    stamp = round(moment.timestamp() * 1000)
    return QDateTime.fromMSecsSinceEpoch(stamp, QTimeZone.systemTimeZone())


def short_moment(moment: datetime, now: datetime) -> str:
    """Return 14:05, yesterday 14:05, 11-12 or 2024-11-12, by how long ago it was."""
    when, today = local(moment), local(now).date()
    clock = when.time().toString("HH:mm")
    if when.date() == today:
        return clock
    if when.date() == today.addDays(-1):
        return _T("Moments", "yesterday {time}").format(time=clock)
    return short_date(when.date(), today)


def short_date(day: QDate, today: QDate) -> str:
    """Return a day without its year where that is this one."""
    if day.year() == today.year():
        return QLocale().toString(day, _T("Moments", "d MMM", "Qt date format: day and month"))
    return QLocale().toString(day, _T("Moments", "d MMM yyyy", "Qt date format: day, month, year"))


def long_moment(moment: datetime) -> str:
    """Return a moment whole, for tool tips."""
    return QLocale().toString(local(moment), QLocale.FormatType.LongFormat)


def month_of(moment: datetime) -> str:
    """Return the month of a moment with its year."""
    return QLocale().toString(local(moment).date(), _T("Moments", "MMM yyyy", "Qt date format: month and year"))


def days_ago(moment: datetime, now: datetime) -> str:
    """Return how long ago in days: today, yesterday, 3 days ago."""
    days = local(moment).date().daysTo(local(now).date())
    if days <= 0:
        return _T("Moments", "today")
    if days == 1:
        return _T("Moments", "yesterday")
    return _T("Moments", "%n days ago", n=days)


def long_day(day: date) -> str:
    """Return a day with its weekday in full: Sunday 22 November, 11月22日 星期日."""
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, _T("Moments", "dddd d MMMM", "Qt date format: weekday, day and month"))
