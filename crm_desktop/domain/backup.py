"""What a backup is to the shop: why it was made, and which ones may go when there are many.

Backups are counted by number. A clock that jumps ages nothing: a step back, or one forward that is longer than any shop
stays closed, counts as no time at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from crm_desktop.base.records import dataclass


class BackupReason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    CLOSE = "close"
    SCHEDULE = "schedule"
    IMPORT = "import"
    BULK = "bulk"
    ERASE = "erase"
    REKEY = "rekey"
    MIGRATION = "migration"
    RESTORE = "restore"
    RESCUE = "rescue"


ALL_OF_DAYS = 2
DAILY, WEEKLY, MONTHLY = 12, 10, 9
MOST_OF_ALL = 200
"""Of the newest days all are kept, but no more than this: with a clock that stands still every day is the same."""
LONGEST_PAUSE = 100
"""Days. A step of the clock beyond this is a clock set wrong, or a shop that was closed: neither ages a backup. Between
two that thinning left lie up to two months."""
BULK_FROM = 100
"""A change of so many customers at once is worth a backup before it."""


@dataclass(frozen=True)
class Copy:
    """A backup as thinning sees it: its number in its folder, the local day it was made, whether it is trusted."""

    number: int
    day: date
    verified: bool = True


def to_thin(copies: Iterable[Copy]) -> frozenset[int]:
    """Return the numbers of the backups that may go.

    Kept are all of the two newest days, then the last one of each of 12 days, of 10 weeks and of 9 months before
    them, and always the newest that can be trusted. Days without a backup count for nothing.
    """
    ordered = sorted(copies, key=lambda copy: copy.number)
    aged = list(zip(ordered, _aged(ordered), strict=True))[::-1]
    trusted = next((copy.number for copy in reversed(ordered) if copy.verified), None)
    kept = {copy.number for copy in _kept(aged)} | {trusted}
    return frozenset(copy.number for copy in ordered if copy.number not in kept)


def _aged(ordered: Sequence[Copy]) -> Iterator[int]:
    """Yield the day of each backup by a clock that only ever walks on."""
    reached, before = 0, None
    for copy in ordered:
        steps = copy.day.toordinal() if before is None else (copy.day - before).days
        if before is None or 0 < steps <= LONGEST_PAUSE:
            reached += steps
        before = copy.day
        yield reached


def _kept(aged: Sequence[tuple[Copy, int]]) -> Iterator[Copy]:
    """Yield what stays of backups with their days, the newest first."""
    if not aged:
        return
    newest = aged[0][1]
    recent = [copy for copy, day in aged if day > newest - ALL_OF_DAYS][:MOST_OF_ALL]
    yield from recent
    rest = [(copy, day) for copy, day in aged if day <= newest - ALL_OF_DAYS]
    tiers: tuple[tuple[int, Callable[[int], object]], ...] = (
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day // 7),
        (MONTHLY, _month),
    )
    for slots, bucket in tiers:
        spans = _spans(rest, bucket)
        for span in spans[:slots]:
            yield span[0][0]
        rest = [one for span in spans[slots:] for one in span]


def _spans(aged: Sequence[tuple[Copy, int]], bucket: Callable[[int], object]) -> list[list[tuple[Copy, int]]]:
    """Return the backups in groups of one day, week or month each, the newest first."""
    spans: dict[object, list[tuple[Copy, int]]] = {}
    for copy, day in aged:
        spans.setdefault(bucket(day), []).append((copy, day))
    return list(spans.values())


def _month(day: int) -> object:
    found = date.fromordinal(day)
    return found.year, found.month
