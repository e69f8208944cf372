"""A rule of recurrence: the parts of RFC 5545, with the calendars and skips of RFC 7529, and its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Frequency(StrEnum):
    """The period a rule goes through, longest first."""

    YEARLY = "YEARLY"
    MONTHLY = "MONTHLY"
    WEEKLY = "WEEKLY"
    DAILY = "DAILY"
    HOURLY = "HOURLY"
    MINUTELY = "MINUTELY"
    SECONDLY = "SECONDLY"

    @property
    def within_a_day(self) -> bool:
        """Whether the period is shorter than a day."""
        return self in (Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY)


class Scale(StrEnum):
    """The calendar whose months and days a rule counts."""

    GREGORIAN = "GREGORIAN"
    CHINESE = "CHINESE"


class Skip(StrEnum):
    """What becomes of a day that a month or year has not: 31 April, the 30th of a short lunar month, a leap month."""

    OMIT = "OMIT"
    BACKWARD = "BACKWARD"
    FORWARD = "FORWARD"


class Anchor(StrEnum):
    """From what the next follow-up of a series is counted."""

    FIXED = "fixed"
    """The days of the rule, whatever is done when."""
    AFTER_DONE = "after_done"
    """The day on which the last one was done."""


class OnClosed(StrEnum):
    """What becomes of an occurrence on a day the shop is closed."""

    KEEP = "keep"
    SKIP = "skip"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, order=True)
class RuleMonth:
    """A month a rule names; `leap` is the leap month behind it, in the lunar calendar only."""

    number: int
    leap: bool = False

    def __str__(self) -> str:
        return f"{self.number}{'L' if self.leap else ''}"


@dataclass(frozen=True, slots=True)
class RuleDay:
    """A weekday (0 is Monday); `nth` is which one of the month or year, from the end if negative, 0 for each."""

    weekday: int
    nth: int = 0

    def __lt__(self, other: RuleDay) -> bool:
        return (self.nth, self.weekday) < (other.nth, other.weekday)

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAYS[self.weekday]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of recurrence; what it leaves open (the weekday of a weekly rule …) comes from the start of its series.

    `until` is the last day, or the last time, of the wall clock; an aware one (only from files) is in UTC.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    week_start: int = 0
    by_month: tuple[RuleMonth, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week_number: tuple[int, ...] = ()
    by_easter: tuple[int, ...] = ()
    by_day: tuple[RuleDay, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    scale: Scale | None = None
    skip: Skip = Skip.OMIT

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The rule as RFC 5545 writes it, parts in one fixed order: equal rules have equal texts."""
        return ";".join(f"{name}={value}" for name, value in self._parts() if value)

    @property
    def ends(self) -> bool:
        """Whether the rule has a count or a last day."""
        return self.count is not None or self.until is not None

    def _parts(self) -> list[tuple[str, str]]:
        return [
            ("FREQ", self.frequency.value),
            ("INTERVAL", str(self.interval) if self.interval != 1 else ""),
            ("COUNT", "" if self.count is None else str(self.count)),
            ("UNTIL", "" if self.until is None else until_text(self.until)),
            ("WKST", WEEKDAYS[self.week_start] if self.week_start else ""),
            ("BYMONTH", _joined(self.by_month)),
            ("BYMONTHDAY", _joined(self.by_month_day)),
            ("BYYEARDAY", _joined(self.by_year_day)),
            ("BYWEEKNO", _joined(self.by_week_number)),
            ("BYEASTER", _joined(self.by_easter)),
            ("BYDAY", _joined(self.by_day)),
            ("BYHOUR", _joined(self.by_hour)),
            ("BYMINUTE", _joined(self.by_minute)),
            ("BYSECOND", _joined(self.by_second)),
            ("BYSETPOS", _joined(self.by_position)),
            ("RSCALE", self.scale.value if self.scale else ""),
            ("SKIP", self.skip.value if self.scale and self.skip is not Skip.OMIT else ""),
        ]


def end_of_day(day: date) -> datetime:
    """Return the `until` of a timed series whose last day is `day`: a bare day would end at its first midnight."""
    return datetime.combine(day, time(23, 59, 59))


def until_text(until: date | datetime) -> str:
    """Return an end as RFC 5545 writes it: 20270503, 20270503T090000, 20270503T010000Z."""
    if not isinstance(until, datetime):
        return f"{until:%Y%m%d}" if until.year > 999 else f"{until.year:04d}{until:%m%d}"
    if until.tzinfo is not None:
        return f"{until_text(until.astimezone(UTC).date())}T{until.astimezone(UTC):%H%M%S}Z"
    return f"{until_text(until.date())}T{until:%H%M%S}"


def _joined(values: tuple[Any, ...]) -> str:
    return ",".join(map(str, sorted(set(values))))
