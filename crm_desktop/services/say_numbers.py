"""Numbers of rules as people say them: ¥100, × 1.5, 10 %, from 14:00 to 17:00, 5 %."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import ONCE
from crm_desktop.domain.money import places_of
from crm_desktop.services.say_dates import solar_day_text
from crm_desktop.services.say_money import money_text


def short_money(units: int, currency: str) -> str:
    """Return an amount without cents where it has none: ¥100, ¥99.50."""
    text = money_text(units, currency)
    places = places_of(currency)
    return text[: -places - 1] if places and units % 10**places == 0 else text


def hundredths_text(number: int) -> str:
    """Return hundredths without needless decimals: 150 is 1.5, 200 is 2."""
    return decimal_text(number, 2)


def decimal_text(number: int, places: int) -> str:
    """Return a number of so many decimals without needless ones."""
    whole, part = divmod(abs(number), 10**places)
    decimals = f"{part:0{places}}".rstrip("0")
    return f"{'-' if number < 0 else ''}{whole:,}{f'.{decimals}' if decimals else ''}"


def percent_text(hundredths: int) -> str:
    """Return hundredths of a per cent: 1000 is 10 %."""
    return _T("Numbers", "{number}%").format(number=hundredths_text(hundredths))


def points_text(points: int) -> str:
    """Return so many points: 1 point, 282 points, 282 积分."""
    return _T("Numbers", "%n point(s)", n=points)


def factor_text(factor: int) -> str:
    """Return what a factor makes of points: × 1.5."""
    return _T("Numbers", "× {number}").format(number=hundredths_text(factor * 100 // ONCE))


def hours_text(hours: tuple[int, int]) -> str:
    """Return a span of the day: 14:00–17:00."""
    begin, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in hours)
    return f"{begin}–{end}"


def day_text(day: date) -> str:
    """Return a day for reading: 31 December 2026."""
    return solar_day_text(day.year, day.month, day.day)
