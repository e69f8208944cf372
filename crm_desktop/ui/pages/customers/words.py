"""Values of fields in the user's words, free of Qt: choices, days, how long ago, birthdays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.domain.fields import CHANNEL_FIELDS, REFUSED
from crm_desktop.services import words
from crm_desktop.services.say_dates import date_text
from crm_desktop.services.say_money import sign_of


def choice_words(key: str) -> dict[str, str]:
    """Return the choices of one of the program's own choice fields, each with its word."""
    if key == "gender":
        return {gender.value: word for gender, word in words.gender_words().items()}
    if key == "status":
        return {status.value: word for status, word in words.status_words().items()}
    if key == "consent":
        channels = {channel.value: word for channel, word in words.channel_words().items()}
        return channels | {REFUSED: _T("Words", "Agreed to nothing")}
    if key in CHANNEL_FIELDS:
        return {channel.value: word for channel, word in words.channel_words().items()}
    if key == "due":
        return {due.value: word for due, word in words.due_words().items()}
    return {}


def yes_no_words() -> dict[str, str]:
    """Return the two answers of a yes-or-no field, each with its word."""
    return {"yes": _T("Words", "Yes"), "no": _T("Words", "No")}


def month_names() -> tuple[str, ...]:
    """Return the short names of the twelve months."""
    return (
        _T("Months", "Jan"), _T("Months", "Feb"), _T("Months", "Mar"), _T("Months", "Apr"),
        _T("Months", "May"), _T("Months", "Jun"), _T("Months", "Jul"), _T("Months", "Aug"),
        _T("Months", "Sep"), _T("Months", "Oct"), _T("Months", "Nov"), _T("Months", "Dec"),
    )  # fmt: skip


def day_words(day: date) -> str:
    """Return a day as lists show it: 22 Nov 2026, 2026年11月22日."""
    pattern = _T("Days", "{day} {name} {year}")
    return pattern.format(day=day.day, month=day.month, name=month_names()[day.month - 1], year=day.year)


def moment_words(moment: datetime) -> str:
    """Return a moment in full: day and minute."""
    return _T("Days", "{day}, {hour:02d}:{minute:02d}").format(
        day=day_words(moment.date()), hour=moment.hour, minute=moment.minute
    )


def ago_words(then: date, today: date) -> str:
    """Return how long ago a day was: today, yesterday, 5 days, 3 weeks, 4 months, 2 years."""
    days = (today - then).days
    if days <= 0:
        return _T("Ago", "Today") if days == 0 else day_words(then)
    if days == 1:
        return _T("Ago", "Yesterday")
    if days < 14:
        return _T("Ago", "%n day(s) ago", None, days)
    if days < 60:
        return _T("Ago", "%n week(s) ago", None, days // 7)
    if days < 365:
        return _T("Ago", "%n month(s) ago", None, days // 30)
    return _T("Ago", "%n year(s) ago", None, days // 365)


def due_day_words(day: date | None, ahead: int | None) -> str:
    """Return when a follow-up is due, `ahead` days from today: 3 days late, today, tomorrow, 25 Nov, 3 Jan 2027."""
    if day is None or ahead is None:
        return _T("Due", "none", "next follow-up") if day is None else day_words(day)
    if ahead < 0:
        return _T("Due", "%n day(s) late", n=-ahead)
    if ahead < 2:
        return _T("Due", "tomorrow") if ahead else _T("Due", "today")
    if (day - timedelta(days=ahead)).year != day.year:
        return day_words(day)
    return _T("Days", "{day} {name}").format(day=day.day, name=month_names()[day.month - 1])


def consent_words(channels: str | None) -> str:
    """Return the channels somebody agreed to, "phone,wechat", in words."""
    known = choice_words("consent")
    return ", ".join(known.get(channel, channel) for channel in channels.split(",")) if channels else ""


def birthday_words(calendar: str, year: int | None, month: int, day: int, leap: int = 0) -> str:
    """Return a birthday, with its year where it is known: 23 November 1990, 23 November, 农历闰八月十五."""
    lunar = calendar == "lunar"
    return date_text(ImportantDate(DateKind.BIRTHDAY, month, day, year, lunar=lunar, leap_month=bool(leap)))


def amount_words(number: str, unit: str, currency: str) -> str:
    """Return a written number as an amount of money or a share: ¥1,234.50, 15 %."""
    if not number:
        return ""
    return f"{number} %" if unit == "percent" else f"{sign_of(currency)}{number}"


def number_words(number: float) -> str:
    """Return a number with its thousands apart and no needless decimals."""
    text = f"{number:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
