"""Which reminder of which entry rings when; pure, so that any walk of the clock can be played through.

An entry counts its reminders back from its time, or from the shop's opening hour where it has none. What has rung is
remembered with the day and time it rang for: a clock that is set back rings nothing twice, and an entry that is put off
rings anew. What was missed, through sleep or a clock set forward, rings once, each entry as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from crm_desktop.domain.shop_time import ShopTime

DAYS_BACK = 7
"""What has been due for longer is no reminder any more: the page of today lists it as late."""
LONGEST_SNOOZE = timedelta(days=31)
"""A snooze that ends later than this was set by a clock that was wrong; it ends at once."""
SNOOZE = -1
"""Stands for the minutes of a snooze: it outlives the reminder it came from."""
AFTERNOON = time(15)
"""When a reminder that is put off to the afternoon rings again."""
_DAY = 1440  # minutes


@dataclass(frozen=True, slots=True)
class Entry:
    """What of an open entry matters here; `name` stays the same when an occurrence becomes a row of its own.

    `minutes` are its reminders: how long before.
    """

    name: str
    day: date
    time: time | None
    minutes: tuple[int, ...]

    @property
    def due(self) -> str:
        """The day and time as text, to be compared: "2026-11-23", or "2026-11-23T15:00"."""
        return due_text(self.day, self.time)


@dataclass(frozen=True, slots=True)
class Rung:
    """What is remembered of one reminder: for which day and time it rang, and until when it was put off again."""

    due: str
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """An entry that is due to be reminded of, with every reminder that this settles."""

    entry: Entry
    minutes: tuple[int, ...]
    at: datetime


Memory = Mapping[tuple[str, int], Rung]
"""What has rung, by the name of the entry and the minutes before."""


def due_text(day: date, at: time | None) -> str:
    """Return a day and time as text whose order is the order of time; a day without a time comes first in it."""
    return day.isoformat() if at is None else f"{day.isoformat()}T{at:%H:%M}"


@lru_cache(maxsize=4_096)
def moment_of(clock: ShopTime, day: date, at: time | None, minutes: int = 0) -> datetime:
    """Return when something on a day is reminded of, UTC.

    Whole days count by the shop's clock: "1 day before 9:00" is 9:00, also over a change to summer time. An hour that
    a change leaves out is the one after it, one that comes twice is the first.
    """
    days, rest = divmod(minutes, _DAY)
    wall = clock.opening(day) if at is None else datetime.combine(day, at)
    aware = (wall - timedelta(days=days)).replace(tzinfo=clock.zone)
    return aware.astimezone(UTC) - timedelta(minutes=rest)


def rings_of(entry: Entry, memory: Memory, clock: ShopTime, now: datetime) -> Iterator[tuple[datetime, int]]:
    """Yield when each reminder rings that has not rung for this day and time, and when a snooze ends.

    An entry that was put off since it was snoozed rings by its new day instead.
    """
    left = [minutes for minutes in entry.minutes if not _has_rung(entry, minutes, memory)]
    if left and min(entry.minutes) in left:  # after the last one, an earlier one would come too late
        yield from ((moment_of(clock, entry.day, entry.time, minutes), minutes) for minutes in left)
    snoozed = memory.get((entry.name, SNOOZE))
    if snoozed is not None and snoozed.snoozed_until is not None and snoozed.due >= entry.due:
        yield (snoozed.snoozed_until if snoozed.snoozed_until <= now + LONGEST_SNOOZE else now), SNOOZE


class Snooze(StrEnum):
    """For how long a reminder is put off."""

    MINUTES = "minutes"
    HOUR = "hour"
    AFTERNOON = "afternoon"
    TOMORROW = "tomorrow"


def snoozes(clock: ShopTime, now: datetime) -> dict[Snooze, datetime]:
    """Return until when a reminder can be put off; this afternoon as long as it is more than an hour away."""
    today = clock.day_of(now)
    afternoon, tomorrow = moment_of(clock, today, AFTERNOON), moment_of(clock, today + timedelta(days=1), None)
    found = {Snooze.MINUTES: now + timedelta(minutes=10), Snooze.HOUR: now + timedelta(hours=1)}
    if afternoon > found[Snooze.HOUR]:
        found[Snooze.AFTERNOON] = afternoon
    return {**found, Snooze.TOMORROW: tomorrow}


def due_rings(entries: Iterable[Entry], memory: Memory, clock: ShopTime, now: datetime) -> list[Ring]:
    """Return what rings by now, one for each entry, in the order in which the entries are due."""
    found = []
    for entry in entries:
        past = [(at, minutes) for at, minutes in rings_of(entry, memory, clock, now) if at <= now]
        if past:
            settled = {minutes for _, minutes in past} | {m for m in entry.minutes if _has_passed(entry, m, clock, now)}
            found.append(Ring(entry, tuple(sorted(settled)), min(at for at, _ in past)))
    return sorted(found, key=lambda ring: (moment_of(clock, ring.entry.day, ring.entry.time), ring.entry.name))


def next_ring(entries: Iterable[Entry], memory: Memory, clock: ShopTime, now: datetime) -> datetime | None:
    """Return when the next reminder rings: a moment that has passed where one is due already, None for never."""
    return min((at for entry in entries for at, _ in rings_of(entry, memory, clock, now)), default=None)


def with_default(minutes: tuple[int, ...] | None, at: time | None, default: int | None) -> tuple[int, ...]:
    """Return the reminders of an entry; one with a time for which nothing was chosen has the shop's usual one."""
    if minutes is not None:
        return minutes
    return () if at is None or default is None else (default,)


def days_ahead(minutes: int) -> int:
    """Return how many days ahead of a reminder its entry may lie at most, in days that begin at any hour."""
    return -(-minutes // _DAY) + 1


def _has_passed(entry: Entry, minutes: int, clock: ShopTime, now: datetime) -> bool:
    return moment_of(clock, entry.day, entry.time, minutes) <= now


def _has_rung(entry: Entry, minutes: int, memory: Memory) -> bool:
    rung = memory.get((entry.name, minutes))
    return rung is not None and rung.due >= entry.due
