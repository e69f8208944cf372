"""What the ways a follow-up comes again are called, for a series that starts on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.calendar.repeat_choice import Every, nth_of


def every_words(start: date) -> Mapping[Every, str]:
    """Return the words of every way."""
    weekday = QLocale().dayName(start.isoweekday(), QLocale.FormatType.LongFormat)
    day = QLocale().toString(QDate(start.year, start.month, start.day), _T("Repeat", "d MMMM", "Qt date format"))
    return {
        Every.NEVER: _T("Repeat", "Never"),
        Every.DAILY: _T("Repeat", "Daily"),
        Every.WEEKDAYS: _T("Repeat", "From Monday to Friday"),
        Every.WEEKLY: _T("Repeat", "Weekly on chosen weekdays"),
        Every.MONTH_DAY: _T("Repeat", "Monthly on day {day}").format(day=start.day),
        Every.MONTH_NTH: _T("Repeat", "Monthly on the {nth} {weekday}").format(
            nth=nth_words().get(nth_of(start), ""), weekday=weekday
        ),
        Every.MONTH_LAST: _T("Repeat", "Monthly on the last {weekday}").format(weekday=weekday),
        Every.MONTH_END: _T("Repeat", "Monthly on the last day"),
        Every.YEARLY: _T("Repeat", "Yearly on {day}").format(day=day),
        Every.LUNAR_YEARLY: _T("Repeat", "Yearly by the lunar calendar"),
        Every.AFTER_DONE: _T("Repeat", "Some days after it is done"),
        Every.OWN: _T("Repeat", "By a rule of your own"),
    }


def nth_words() -> Mapping[int, str]:
    """Return first to fourth."""
    return {
        1: _T("Repeat", "first"),
        2: _T("Repeat", "second"),
        3: _T("Repeat", "third"),
        4: _T("Repeat", "fourth"),
    }


def unit_words() -> Mapping[Every, str]:
    """Return what "every N" counts."""
    return {
        Every.DAILY: _T("Repeat", "days"),
        Every.WEEKLY: _T("Repeat", "weeks"),
        Every.MONTH_DAY: _T("Repeat", "months"),
        Every.MONTH_END: _T("Repeat", "months"),
        Every.YEARLY: _T("Repeat", "years"),
        Every.AFTER_DONE: _T("Repeat", "days after it is done"),
    }


def end_words() -> Mapping[str, str]:
    """Return the ways a series ends."""
    return {
        "endless": _T("Repeat", "Without end"),
        "until": _T("Repeat", "Until"),
        "count": _T("Repeat", "So many times"),
    }
