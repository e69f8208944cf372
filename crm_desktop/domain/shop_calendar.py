"""On which days the shop is closed, and what a calendar writes beside the number of a day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources

from crm_desktop.domain.festivals import Festival, SolarTerm, festivals, solar_term
from crm_desktop.domain.lunar import LunarDay, lunar_day
from crm_desktop.domain.recurrence.expand import LONGEST_SHIFT
from crm_desktop.domain.recurrence.rule import OnClosed


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day off (`off`), or one on which work is made up for or the shop is open all the same; `name` is for reading.

    The names of the shipped table are the State Council's own (国庆节); others are what the user wrote.
    """

    name: str
    off: bool
    own: bool = False
    """Entered by the user."""


@dataclass(frozen=True)
class ShopCalendar:
    """When a shop is closed: days of the week (0 is Monday), public holidays where it keeps them, and days of its own.

    `added` wins over everything; `removed` are days of the shipped table that do not count here. A day on which a
    holiday is made up for is open although its weekday is not.
    """

    closed_weekdays: frozenset[int] = frozenset()
    closed_on_holidays: bool = True
    added: Mapping[date, SpecialDay] = field(default_factory=dict)
    removed: frozenset[date] = frozenset()

    def label(self, day: date) -> SpecialDay | None:
        """Return what is special about a day: the user's own entry, else the holiday or make-up day of the table."""
        own = self.added.get(day)
        return own or (None if day in self.removed else public_holidays().get(day))

    def is_closed(self, day: date) -> bool:
        """Return whether the shop is closed on a day."""
        special = self.label(day)
        if special is not None and (special.own or self.closed_on_holidays):
            return special.off
        return day.weekday() in self.closed_weekdays

    def shift(self, day: date, on_closed: OnClosed) -> date | None:
        """Return the open day to use instead of a closed one, or nothing where it is to fall away.

        A day stays where it is when the shop is open, when closed days are to be kept, and where the next open day is
        more than a month away.
        """
        if on_closed is OnClosed.KEEP or not self.is_closed(day):
            return day
        if on_closed is OnClosed.SKIP:
            return None
        step = 1 if on_closed is OnClosed.AFTER else -1
        days = _days_from(day, step)
        return next((other for other in days if not self.is_closed(other)), day)


@dataclass(frozen=True, slots=True)
class DayLabels:
    """What can stand beside the number of a day; words are for `services`."""

    lunar: LunarDay | None
    term: SolarTerm | None
    festivals: tuple[Festival, ...]
    special: SpecialDay | None


def day_labels(day: date, calendar: ShopCalendar | None = None) -> DayLabels:
    """Return the labels of a day; holidays are those of a shop's calendar, else of the shipped table."""
    lunar, term, kept = _heavenly(day)
    return DayLabels(lunar, term, kept, (calendar or _PUBLIC).label(day))


@cache
def public_holidays() -> Mapping[date, SpecialDay]:
    """Return the shipped table: days off and days made up for, as the State Council announced them."""
    file = resources.files("crm_desktop") / "resources" / "calendar" / "holidays.json"
    table: dict[str, tuple[str, bool]] = json.loads(file.read_text(encoding="utf-8"))
    return {date.fromisoformat(day): SpecialDay(name, off) for day, (name, off) in table.items()}


@lru_cache(maxsize=1024)
def _heavenly(day: date) -> tuple[LunarDay | None, SolarTerm | None, tuple[Festival, ...]]:
    return lunar_day(day), solar_term(day), festivals(day)


def _days_from(day: date, step: int) -> list[date]:
    room = (date.max - day).days if step > 0 else (day - date.min).days
    return [day + timedelta(days=step * number) for number in range(1, min(LONGEST_SHIFT, room) + 1)]


_PUBLIC = ShopCalendar()
