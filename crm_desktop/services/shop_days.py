"""On which days the shop is closed: the official calendar, and what the shop enters beside it or against it.

Series that pass over closed days are worked out anew by the unit of work and the background.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.domain.holiday_text import HolidaysRead, read_holidays
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.shop_calendar import public_holidays
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import shop_days
from crm_desktop.store.shop_calendar import shop_calendar
from crm_desktop.store.shop_time import shop_time

NAME_LENGTH = 60
LARGEST_FILE = 1_000_000
MOST_AT_ONCE = 2_000


@dataclass(frozen=True)
class ShopDay:
    """A day on which the shop is closed, or open though it would not be; `name` is for reading."""

    day: date
    closed: bool
    name: str = ""


@dataclass(frozen=True)
class DayEntry:
    """A day as the year shows it; `own` where the shop entered it, `official` as the calendar has it, where it does."""

    day: date
    closed: bool
    name: str
    own: bool
    official: ShopDay | None = None


@dataclass(frozen=True)
class YearShown:
    """A year of a shop: its special days in order, its closed weekdays (0 is Monday), and today.

    `known_until`: after that day no official holidays are known, and the shop has to enter them.
    """

    year: int
    entries: tuple[DayEntry, ...]
    closed_weekdays: frozenset[int]
    today: date
    known_until: date


def read_year(workplace: Workplace, year: int) -> YearShown:
    """Return the special days of a year."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        calendar = shop_calendar(connection)
        today = shop_time(connection).day_of(workplace.now())
    official = {day: ShopDay(day, special.off, special.name) for day, special in public_holidays().items()}
    entries = {day: DayEntry(day, one.closed, one.name, False, one) for day, one in official.items()}
    for day, special in calendar.added.items():
        entries[day] = DayEntry(day, special.off, special.name, True, official.get(day))
    shown = tuple(entries[day] for day in sorted(entries) if day.year == year)
    last = max((*official, *calendar.added), default=date(year, 12, 31))
    return YearShown(year, shown, calendar.closed_weekdays, today, date(last.year, 12, 31))


def keep_days(workplace: Workplace, days: Iterable[ShopDay]) -> ChangeSet:
    """Enter days, new or changed; one that says what the official calendar says is not kept beside it.

    Raises Fault VALUE_INVALID for a name that is too long, or for too many days.
    """
    workplace.require(Right.SETTINGS)
    checked = {one.day: _checked(one) for one in days}
    if not 1 <= len(checked) <= MOST_AT_ONCE:
        raise Fault(FaultKind.VALUE_INVALID, field="days", reason="too_long" if checked else "empty")
    official = public_holidays()
    with workplace.unit_of_work(Kind.SHOP_DAY_EDIT) as work:
        for one in checked.values():
            special = official.get(one.day)
            if special is not None and (special.off, special.name) == (one.closed, one.name):
                shop_days.remove(work, [one.day])
            else:
                shop_days.keep(work, one.day, closed=one.closed, name=one.name)
        work.about(count=len(checked))
        return work.commit()


def remove_days(workplace: Workplace, days: Iterable[date]) -> ChangeSet:
    """Take the shop's own entries of these days away: they are as in the official calendar, or ordinary, again."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.SHOP_DAY_EDIT) as work:
        work.about(count=shop_days.remove(work, list(days)))
        return work.commit()


def read_days(text: str, year: int) -> HolidaysRead:
    """Understand pasted holidays; a day without a year is of `year`."""
    return read_holidays(text, year)


def text_of_file(path: Path) -> str:
    """Return the text of a file with holidays, a JSON or CSV table.

    Raises Fault FILE_TOO_LARGE, ENCODING_UNKNOWN, or what the disk says.
    """
    from crm_desktop.exchange.encoding import decode

    with os_faults(path):
        if path.stat().st_size > LARGEST_FILE:
            raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name)
        data = path.read_bytes()
    return decode(data, path.name)[0]


def days_of(read: HolidaysRead) -> list[ShopDay]:
    """Return what was understood as days of the shop."""
    return [ShopDay(one.day, one.off, one.name) for one in read.days]


def _checked(one: ShopDay) -> ShopDay:
    name = " ".join((clean_text(one.name) or "").split())
    if len(name) > NAME_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="name", reason="too_long")
    return ShopDay(one.day, one.closed, name)
