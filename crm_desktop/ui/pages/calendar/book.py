"""The entries of the days in sight, in memory: what is painted, and what a drag moves before the database knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import Enum

from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey, FollowUpStatus, by_time
from crm_desktop.services.read_calendar import AnniversariesShown, DayLabels, DayShown

EMPTY = DayShown((), 0, 0)


class LineKind(Enum):
    """What a line within a day is."""

    BIRTHDAYS = "birthdays"
    ITEM = "item"
    MORE = "more"


@dataclass(frozen=True)
class Line:
    """One line within a day: the important dates, an entry, or how many there is no room for."""

    kind: LineKind
    day: date
    item: CalendarItem | None = None
    anniversaries: AnniversariesShown | None = None
    hidden: int = 0


def is_late(item: CalendarItem, today: date) -> bool:
    """Tell whether an entry is open and its day is over."""
    return item.status is FollowUpStatus.OPEN and item.day < today


@dataclass
class Book:
    """What was read last, day by day."""

    days: dict[date, DayShown] = field(default_factory=dict)
    anniversaries: dict[date, AnniversariesShown] = field(default_factory=dict)
    labels: dict[date, DayLabels] = field(default_factory=dict)

    def put(self, days: Mapping[date, DayShown], *, more: bool = False) -> None:
        """Take the entries of another span of days; `more` adds them to what is there."""
        self.days = {**self.days, **days} if more else dict(days)

    def put_around(
        self, anniversaries: Mapping[date, AnniversariesShown], labels: Mapping[date, DayLabels], *, more: bool = False
    ) -> None:
        """Take what the days are; `more` adds it to what is there."""
        self.anniversaries = {**self.anniversaries, **anniversaries} if more else dict(anniversaries)
        self.labels = {**self.labels, **labels} if more else dict(labels)

    def day(self, day: date) -> DayShown:
        """Return a day's entries."""
        return self.days.get(day, EMPTY)

    def hidden(self, day: date) -> int:
        """Return how many entries of a day were not read."""
        shown = self.day(day)
        return shown.count - len(shown.items)

    def items(self, day: date) -> tuple[CalendarItem, ...]:
        """Return the entries of a day that were read."""
        return self.day(day).items

    def find(self, key: FollowUpKey | None) -> CalendarItem | None:
        """Return an entry by its key, None where it is not in sight."""
        if key is None:
            return None
        return next((item for shown in self.days.values() for item in shown.items if item.key == key), None)

    def lines(self, day: date, room: int) -> list[Line]:
        """Return what a day shows in so many lines: important dates, what is open, what is done, and "n more"."""
        found = list[Line]()
        dates = self.anniversaries.get(day)
        if dates is not None and dates.count:
            found.append(Line(LineKind.BIRTHDAYS, day, anniversaries=dates))
        shown = self.day(day)
        total = len(found) + shown.count
        open_first = sorted(shown.items, key=lambda item: item.status is not FollowUpStatus.OPEN)
        found += [Line(LineKind.ITEM, day, item) for item in open_first]
        if total <= room and len(found) == total:
            return found
        kept = found[: max(0, room - 1)]
        return [*kept, Line(LineKind.MORE, day, hidden=total - len(kept))]

    # before the database knows

    def move(self, key: FollowUpKey, day: date, at: time | None, length: int | None) -> None:
        """Show an entry on another day or at another time at once."""
        item = self.find(key)
        if item is None:
            return
        self.remove(key)
        there = self.day(day)
        items = sorted((*there.items, replace(item, day=day, time=at, length=length)), key=by_time)
        self.days[day] = DayShown(tuple(items), there.count + 1, there.late)

    def remove(self, key: FollowUpKey) -> None:
        """Show an entry no more."""
        for day, shown in self.days.items():
            left = tuple(item for item in shown.items if item.key != key)
            if len(left) < len(shown.items):
                self.days[day] = DayShown(left, shown.count - 1, shown.late)
                return
