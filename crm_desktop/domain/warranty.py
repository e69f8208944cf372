"""When a warranty ends: so many months after the day of the sale, on the last day of a month that is too short."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def warranty_end(sold: date, months: int) -> date:
    """Return the last day of a warranty of so many months."""
    year, month = divmod(sold.year * 12 + sold.month - 1 + months, 12)
    return date(year, month + 1, min(sold.day, monthrange(year, month + 1)[1]))


def sold_on(end: date, months: int) -> list[date]:
    """Return the days of sale whose warranty of so many months ends on a day: several for the last of a short month."""
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    days = (date(year, month + 1, day) for day in range(end.day, monthrange(year, month + 1)[1] + 1))
    return [day for day in days if warranty_end(day, months) == end]
