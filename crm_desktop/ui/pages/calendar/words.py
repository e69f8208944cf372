"""The calendar's days and entries in words: titles, chips, and what a screen reader says."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QLocale

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.services.read_calendar import AnniversariesShown, Anniversary, DayLabels
from crm_desktop.ui.pages.calendar.book import Line, LineKind, is_late
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.state import Span, View


def qdate(day: date) -> QDate:
    """Return a day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def clock(at: time) -> str:
    """Return a time as chips show it: 09:30."""
    return f"{at.hour:02d}:{at.minute:02d}"


def month_title(day: date) -> str:
    """Return a month with its year."""
    return QLocale().toString(qdate(day), _T("Calendar", "MMMM yyyy", "Qt date format: month and year"))


def day_title(day: date) -> str:
    """Return a day in full: Sunday, 22 November 2026."""
    pattern = _T("Calendar", "dddd, d MMMM yyyy", "Qt date format: weekday, day, month, year")
    return QLocale().toString(qdate(day), pattern)


def day_name(day: date) -> str:
    """Return a day with its weekday, without its year: Monday 23 November."""
    return QLocale().toString(qdate(day), _T("Calendar", "dddd d MMMM", "Qt date format: weekday, day and month"))


def short_day(day: date) -> str:
    """Return a day for narrow places: Mon 23 Nov."""
    return QLocale().toString(qdate(day), _T("Calendar", "ddd d MMM", "Qt date format: short weekday, day and month"))


def weekday_name(day: date) -> str:
    """Return the short name of a day's weekday."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def week_name(day: date) -> str:
    """Return the number of a day's week by ISO 8601."""
    return _T("Calendar", "Week {number}").format(number=day.isocalendar().week)


def title(view: View, day: date, span: Span) -> str:
    """Return what is in sight, as the heading of the page."""
    if view is View.MONTH:
        return month_title(day)
    if view is View.WEEK:
        return week_title(span)
    return day_title(day)


def long_day(day: date) -> str:
    """Return a day with its month and year."""
    pattern = _T("Calendar", "d MMMM yyyy", "Qt date format: day, month, year")
    return QLocale().toString(qdate(day), pattern)


def week_title(span: Span) -> str:
    """Return the days of a week: 16 – 22 November 2026; a week across two months says both."""
    first, last = span
    if (first.year, first.month) == (last.year, last.month):
        pattern = _T("Calendar", "{first} – {last} {month}", "days of a week: numbers, and the month with its year")
        return pattern.format(first=first.day, last=last.day, month=month_title(last))
    return _T("Calendar", "{first} – {last}", "days of a week").format(first=long_day(first), last=long_day(last))


def item_text(item: CalendarItem) -> str:
    """Return an entry's customer and title in one line; a name that stands in the title is not said twice."""
    if item.customer_name and item.customer_name not in item.title:
        return f"{item.customer_name} {item.title}".rstrip()
    return item.title


def late_word() -> str:
    """Return the word on what is late."""
    return _T("Calendar", "Late")


def more_text(hidden: int) -> str:
    """Return what stands for entries without room."""
    return _T("Calendar", "%n more", "entries of a day without room", hidden)


def anniversaries_text(shown: AnniversariesShown) -> str:
    """Return the important dates of a day in one line: the first name, or how many."""
    if shown.count == 1 and shown.first:
        return anniversary_short(shown.first[0])
    return anniversaries_count(shown)


def anniversaries_count(shown: AnniversariesShown) -> str:
    """Return how many important dates a day has."""
    if all(one.kind == "birthday" for one in shown.first):
        return _T("Calendar", "%n birthday(s)", None, shown.count)
    return _T("Calendar", "%n important date(s)", None, shown.count)


def anniversary_short(one: Anniversary) -> str:
    """Return an important date beside its icon: whose, and which year it is where that is known."""
    if one.kind != "birthday":
        return f"{one.name} {one.label}" if one.label else one.name
    return _T("Calendar", "{name} {age}", "birthday").format(name=one.name, age=one.age) if one.age else one.name


def anniversaries_spoken(shown: AnniversariesShown) -> str:
    """Return the important dates of a day as a screen reader says them."""
    return anniversary_text(shown.first[0]) if shown.count == 1 and shown.first else anniversaries_count(shown)


def anniversary_text(one: Anniversary) -> str:
    """Return an important date: whose, what, and which year it is where that is known."""
    if one.kind != "birthday" and one.label:
        return f"{one.name} {one.label}"
    if one.age:
        return _T("Calendar", "{name} turns {age}").format(name=one.name, age=one.age)
    if one.kind == "anniversary":
        return _T("Calendar", "{name}: anniversary").format(name=one.name)
    return _T("Calendar", "{name}’s birthday").format(name=one.name)


def label_text(labels: DayLabels) -> str:
    """Return what stands beside the number of a day: a festival, a solar term, or the lunar day."""
    return labels.festival or labels.solar_term or labels.lunar


def item_spoken(item: CalendarItem, looks: KindLooks, today: date) -> str:
    """Return an entry as a screen reader says it."""
    parts = [clock(item.time) if item.time else _T("Calendar", "all day"), looks.of(item.kind).word, item_text(item)]
    if item.status is FollowUpStatus.DONE:
        parts.append(_T("Calendar", "done"))
    elif item.status is FollowUpStatus.CLOSED:
        parts.append(_T("Calendar", "closed"))
    elif is_late(item, today):
        parts.append(_T("Calendar", "%n day(s) late", None, (today - item.day).days))
    if item.repeats:
        parts.append(_T("Calendar", "repeats"))
    if item.promised:
        parts.append(_T("Calendar", "promised"))
    return ", ".join(parts)


def line_spoken(line: Line, looks: KindLooks, today: date) -> str:
    """Return a line of a day as a screen reader says it."""
    if line.kind is LineKind.ITEM and line.item is not None:
        return item_spoken(line.item, looks, today)
    if line.anniversaries is not None:
        return anniversaries_spoken(line.anniversaries)
    return more_text(line.hidden)


def day_spoken(day: date, count: int, dates: AnniversariesShown | None, labels: DayLabels | None, today: date) -> str:
    """Return a day as a screen reader says it: Monday 23 November, today, 4 follow-ups, 2 birthdays."""
    parts = [day_name(day)]
    if day == today:
        parts.append(_T("Calendar", "today"))
    parts.append(_T("Calendar", "%n follow-up(s)", None, count) if count else _T("Calendar", "no follow-ups"))
    if dates is not None and dates.count:
        parts.append(anniversaries_spoken(dates))
    if labels is not None:
        parts += [text for text in (label_text(labels), holiday_word(labels)) if text]
    return ", ".join(parts)


def holiday_word(labels: DayLabels) -> str:
    """Return what the official calendar makes of a day."""
    if labels.holiday is None:
        return _T("Calendar", "closed day") if labels.closed else ""
    return _T("Calendar", "day off") if labels.holiday else _T("Calendar", "make-up working day")


def holiday_sign(labels: DayLabels) -> str:
    """Return the sign of a day off or a make-up working day."""
    if labels.holiday is None:
        return ""
    return _T("Calendar", "off", "sign on a holiday") if labels.holiday else _T("Calendar", "work", "sign on a day")


def view_words() -> dict[View, str]:
    """Return what the views are called."""
    return {
        View.MONTH: _T("Calendar", "Month"),
        View.WEEK: _T("Calendar", "Week"),
        View.DAY: _T("Calendar", "Day"),
        View.AGENDA: _T("Calendar", "Agenda"),
        View.STAFF: _T("Calendar", "By staff"),
    }
