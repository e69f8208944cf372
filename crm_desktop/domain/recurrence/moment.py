"""A day or a time of the shop's wall clock, and what it is in UTC.

Rules and follow-ups stand on wall time: a call at nine stays a call at nine when the clocks change, and when the shop
moves to another zone. Only what has to be compared with the machine's clock (reminders, files) becomes UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from datetime import time as wall_time

from crm_desktop.domain.recurrence.errors import RecurrenceError, RecurrenceFault


@dataclass(frozen=True, slots=True)
class Moment:
    """A whole day (`time` is None), or a time of a day on the shop's wall clock; whole days sort first."""

    day: date
    time: wall_time | None = None

    def __lt__(self, other: Moment) -> bool:
        return self.sort_key < other.sort_key

    def __le__(self, other: Moment) -> bool:
        return self.sort_key <= other.sort_key

    def __str__(self) -> str:
        return self.day.isoformat() if self.time is None else f"{self.day.isoformat()}T{self.time.isoformat()}"

    @property
    def sort_key(self) -> tuple[date, bool, wall_time]:
        """Order by time, a whole day before its first minute."""
        return self.day, self.time is not None, self.time or wall_time.min

    @property
    def wall(self) -> datetime:
        """The moment as a naive datetime; a whole day is its midnight."""
        return datetime.combine(self.day, self.time or wall_time.min)

    @classmethod
    def of(cls, wall: datetime, *, timed: bool = True) -> Moment:
        """Return the moment of a naive datetime; only its day unless it is timed."""
        return cls(wall.date(), wall.time() if timed else None)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read what `str` wrote: 2026-11-24 or 2026-11-24T09:00:00; raises ValueError otherwise."""
        return cls.of(datetime.fromisoformat(text), timed="T" in text)


def zone_named(name: str) -> tzinfo:
    """Return a time zone by its IANA name, e.g. Asia/Shanghai; raises RecurrenceError ZONE_UNKNOWN."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RecurrenceError(RecurrenceFault.ZONE_UNKNOWN, name) from None


def to_utc(day: date, at: wall_time | None, zone: str) -> datetime:
    """Return the UTC time of a wall time; a whole day is its first midnight.

    A time that the clocks leap over (02:30 on the night summer time begins) is taken as much later as they leap: 03:30.
    A time that comes twice is the first of the two. Raises RecurrenceError for a zone nobody knows.
    """
    return datetime.combine(day, at or wall_time.min, zone_named(zone)).astimezone(UTC)


def to_wall(moment: datetime, zone: str) -> datetime:
    """Return what the wall clock of a zone shows at an aware time, as a naive datetime."""
    return moment.astimezone(zone_named(zone)).replace(tzinfo=None, fold=0)
