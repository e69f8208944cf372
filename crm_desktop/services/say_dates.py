"""Important dates in words: solar or lunar, with or without a year."""

from __future__ import annotations

from crm_desktop.base.text import _T, language_in_use
from crm_desktop.domain.customer import ImportantDate

_LUNAR_MONTHS = "正二三四五六七八九十冬腊"
_DIGITS = "一二三四五六七八九十"


def date_text(date: ImportantDate) -> str:
    """Return a day for reading: 1990年5月12日, 农历八月十五; in English 12 May 1990, lunar month 8, day 15."""
    return _lunar_text(date) if date.lunar else _solar_text(date)


def _solar_text(date: ImportantDate) -> str:
    return solar_day_text(date.year, date.month, date.day)


def solar_day_text(year: int | None, month: int, day: int) -> str:
    """Return a solar day for reading, with or without its year: 12 May 1990, 5月12日."""
    name = month_names()[month - 1]
    if year is None:
        return _T("Dates", "{day} {month}").format(day=day, month=name)
    return _T("Dates", "{day} {month} {year}").format(day=day, month=name, year=year)


def _lunar_text(date: ImportantDate) -> str:
    if language_in_use() == "zh_CN":
        year = f"{date.year}年" if date.year else ""
        return f"农历{year}{lunar_month(date.month, date.leap_month)}{lunar_day(date.day)}"
    leap = _T("Dates", "leap") + " " if date.leap_month else ""
    day = _T("Dates", "lunar {leap}month {month}, day {day}").format(leap=leap, month=date.month, day=date.day)
    return f"{day}, {date.year}" if date.year else day


def lunar_month_text(month: int, leap: bool) -> str:
    """Return a month of the lunar calendar: 农历闰八月, lunar leap month 8."""
    if language_in_use() == "zh_CN":
        return f"农历{lunar_month(month, leap)}"
    if leap:
        return _T("Dates", "lunar leap month {month}").format(month=month)
    return _T("Dates", "lunar month {month}").format(month=month)


def lunar_month(month: int, leap: bool) -> str:
    """Return a lunar month as Chinese write it: 正月, 闰八月, 腊月."""
    return f"{'闰' if leap else ''}{_LUNAR_MONTHS[month - 1]}月"


def lunar_day(day: int) -> str:
    """Return a day of a lunar month as Chinese write it: 初一, 十五, 廿三, 三十."""
    if day <= 10:
        return f"初{_DIGITS[day - 1]}"
    if day % 10 == 0:
        return "二十" if day == 20 else "三十"
    return f"{'十' if day < 20 else '廿'}{_DIGITS[day % 10 - 1]}"


def month_names() -> tuple[str, ...]:
    """Return the names of the months, January first."""
    return (
        _T("Dates", "January"),
        _T("Dates", "February"),
        _T("Dates", "March"),
        _T("Dates", "April"),
        _T("Dates", "May"),
        _T("Dates", "June"),
        _T("Dates", "July"),
        _T("Dates", "August"),
        _T("Dates", "September"),
        _T("Dates", "October"),
        _T("Dates", "November"),
        _T("Dates", "December"),
    )


def date_to_type(date: ImportantDate) -> str:
    """Return a day as one would type it, so that it can be edited: 1990-05-12, 05-12, 农历8-15."""
    lunar = lunar_word() if date.lunar else ""
    from crm_desktop.domain.dates import typed_day

    return typed_day(date.year, date.month, date.day, leap=date.leap_month, lunar=lunar)


def lunar_word() -> str:
    """Return what stands before a typed day of the lunar calendar."""
    return "农历" if language_in_use() == "zh_CN" else "lunar "
