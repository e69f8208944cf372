"""Where the entries of days stand beside the hours, free of Qt: columns, lanes for what overlaps, and snapping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from crm_desktop.domain.follow_up import CalendarItem

DAY_MINUTES = 24 * 60
SNAP = 15
SHORTEST = 30
"""An entry without a length is shown this long, and none is shown shorter."""


@dataclass(frozen=True)
class Column:
    """One column: a day, or one person's part of it."""

    day: date
    heading: str
    owner_id: int | None = None
    colour: str = ""
    is_person: bool = False

    def holds(self, item: CalendarItem, known: frozenset[int | None]) -> bool:
        """Tell whether an entry stands here; what nobody known owns stands in the column of nobody."""
        if item.day != self.day:
            return False
        return (
            not self.is_person
            or item.owner_id == self.owner_id
            or (self.owner_id is None and item.owner_id not in known)
        )


@dataclass(frozen=True)
class Block:
    """A timed entry in its column: minutes after midnight, and which of how many lanes it takes."""

    item: CalendarItem
    column: int
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


def minutes(at: time) -> int:
    """Return a time as minutes after midnight."""
    return at.hour * 60 + at.minute


def time_at(minute: int) -> time:
    """Return the time so many minutes after midnight, held within the day."""
    minute = max(0, min(DAY_MINUTES - SNAP, minute))
    return time(minute // 60, minute % 60)


def snapped(minute: float) -> int:
    """Return the nearest quarter of an hour within the day."""
    return max(0, min(DAY_MINUTES - SNAP, round(minute / SNAP) * SNAP))


def lengthened(start: int, minute: float) -> int:
    """Return the length of an entry whose end is dragged to a minute: a quarter of an hour at least."""
    end = round(minute / SNAP) * SNAP
    return max(SNAP, min(DAY_MINUTES, end) - start)


def blocks_of(columns: Sequence[Column], items: Iterable[CalendarItem]) -> tuple[list[Block], list[list[CalendarItem]]]:
    """Return the timed entries in their lanes, and for each column the entries of the whole day."""
    items = list(items)
    known = frozenset(column.owner_id for column in columns)
    blocks, whole_days = list[Block](), list[list[CalendarItem]]()
    for place, column in enumerate(columns):
        here = [item for item in items if column.holds(item, known)]
        whole_days.append([item for item in here if item.time is None])
        blocks += _lanes(place, [item for item in here if item.time is not None])
    return blocks, whole_days


def _lanes(column: int, items: Sequence[CalendarItem]) -> list[Block]:
    """Give entries that overlap lanes side by side; those that touch nobody have the column's whole width."""
    found = list[Block]()
    group = list[Block]()
    for item in sorted(items, key=lambda item: (item.time or time(), -(item.length or 0))):
        start = minutes(item.time or time())
        end = min(DAY_MINUTES, start + max(SHORTEST, item.length or 0))
        if group and start >= max(block.end for block in group):
            found += _in_lanes(group)
            group = []
        group.append(Block(item, column, start, end))
    return found + _in_lanes(group)


def _in_lanes(group: Sequence[Block]) -> list[Block]:
    ends, placed = list[int](), list[tuple[Block, int]]()
    for block in group:
        lane = next((number for number, end in enumerate(ends) if end <= block.start), len(ends))
        ends[lane : lane + 1] = [block.end]
        placed.append((block, lane))
    return [Block(block.item, block.column, block.start, block.end, lane, len(ends)) for block, lane in placed]
