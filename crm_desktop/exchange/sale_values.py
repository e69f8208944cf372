"""Amounts, quantities and moments of a file of sales, as whole numbers; each different cell is read once."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange import clean
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.table import Cell

MOST = 10**14
"""No amount in minor units, and no quantity in thousandths, is this large."""
FINE = 1_000
"""Unit prices are read in thousandths of a minor unit, so that 0.035 a piece makes the right sum."""
_NUMBER = re.compile(r"([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?")
_CLOCK = re.compile(r"(\d{1,2})[:：点时](\d{1,2})(?:[:：分](\d{1,2}))?")


@lru_cache(maxsize=131_072)
def scaled(cell: Cell, scale: int) -> int | None:
    """Return a number times a scale, rounded half up; None for an empty cell.

    Raises ValueProblem NOT_A_NUMBER, or TOO_LARGE.
    """
    text = _plain(cell)
    if not text:
        return None
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueProblem(Problem.NOT_A_NUMBER, clean.shown(cell))
    whole, part = match[2] or "0", match[3] or ""
    value = half_up(int(whole + part) * scale, 10 ** len(part))
    if value >= MOST * FINE:
        raise ValueProblem(Problem.TOO_LARGE, clean.shown(cell))
    return -value if match[1] == "-" else value


def _plain(cell: Cell) -> str:
    """Return the digits of a number: without signs of money and groups, "(12.00)" and "12.00-" as below zero."""
    if isinstance(cell, float):
        return f"{cell:.6f}"
    if isinstance(cell, str) and cell.isascii() and _NUMBER.fullmatch(cell):
        return cell
    text = clean.half_width(clean.to_text(cell)).replace("−", "-").replace("–", "-")
    if clean.is_blank_word(text):
        return ""
    text = re.sub(r"[¥￥$€£\s元件个次份]|RMB|CNY|USD", "", text, flags=re.IGNORECASE).replace(",", "")
    if text.startswith("(") and text.endswith(")"):
        return f"-{text[1:-1]}"
    return f"-{text[:-1]}" if text.endswith("-") and len(text) > 1 else text


def half_up(value: int, by: int) -> int:
    """Return a quotient rounded to the nearest whole number, a half away from zero."""
    quotient = (2 * abs(value) + by) // (2 * by)
    return quotient if value >= 0 else -quotient


class Moments:
    """Turns cells into moments by the shop's clock; each different cell once."""

    def __init__(self, zone: tzinfo, day_starts_at: int, opens_at: int, order: DateOrder | None) -> None:
        self._zone = zone
        self._before = timedelta(hours=day_starts_at)
        self._opens_at = opens_at
        self._order = order
        self._known: dict[tuple[Cell, Cell], tuple[int, str, bool] | None] = {}

    def read(self, cell: Cell, clock: Cell = None) -> tuple[int, str, bool] | None:
        """Return stamp, the shop's day, and whether the cells name a time of day; None for empty ones.

        A day without a time is that day, from when the shop opens. Raises ValueProblem.
        """
        key = (cell, clock)
        if key not in self._known:
            self._known[key] = self._read(cell, clock)
        return self._known[key]

    def _read(self, cell: Cell, clock: Cell) -> tuple[int, str, bool] | None:
        moment = clean.to_moment(cell, self._order)
        if moment is None:
            return None
        told = _time_of(clock)
        if told is not None:
            moment = datetime.combine(moment.date(), told, moment.tzinfo)
        if told is None and moment.time() == time():
            opening = datetime.combine(moment.date(), time(self._opens_at), self._zone)
            return _stamp(opening), moment.date().isoformat(), False
        aware = moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
        day = (aware.astimezone(self._zone) - self._before).date()
        return _stamp(aware), day.isoformat(), True


def _stamp(moment: datetime) -> int:
    return round(moment.astimezone(UTC).timestamp() * 1000)


def _time_of(cell: Cell) -> time | None:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta):
        return (datetime(2000, 1, 1, tzinfo=UTC) + cell).time()
    if cell is None or cell == "" or isinstance(cell, date):
        return None
    text = clean.to_text(cell)
    match = _CLOCK.search(text)
    try:
        hour, minute, second = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        return time(hour, minute, second) if match else None
    except ValueError:
        raise ValueProblem(Problem.NOT_A_DATE, text) from None
