"""The Chinese lunar calendar, by lunar_python (MIT), loaded when a lunar date is first asked for."""

from __future__ import annotations

from datetime import date


def lunar_month_day(day: date) -> tuple[int, int]:
    """Return the lunar month (1–12, a leap month as its number) and day of a solar day."""
    from lunar_python import Solar

    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return abs(lunar.getMonth()), lunar.getDay()
