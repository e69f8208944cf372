"""Finds what a return in a file takes back: the same customer and goods, enough of them, the latest before it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Sold:
    """A line that was sold. `left` and `worth` are what of its quantity and amount has not come back yet."""

    line: int
    whose: Hashable
    """Customer and goods."""
    at: int
    number: str
    left: int
    worth: int


@dataclass(frozen=True, slots=True)
class Returned:
    """A line that came back, quantity and amount above zero; `number` is the slip it says it belongs to, if it does."""

    line: int
    whose: Hashable
    at: int
    quantity: int
    worth: int
    number: str = ""


def match_returns(returned: Iterable[Returned], sold: Iterable[Sold]) -> dict[int, int]:
    """Return which sold line each returned line takes back; what has nothing to take back is not in the answer.

    No line gives back more than was sold. Returns are settled in the order of time.
    """
    shelves: dict[Hashable, list[Sold]] = defaultdict(list)
    for line in sorted(sold, key=lambda line: (line.at, line.line)):
        shelves[line.whose].append(line)
    found = {}
    for back in sorted(returned, key=lambda line: (line.at, line.line)):
        meant = _latest(shelves.get(back.whose, []), back)
        if meant is not None:
            meant.left -= back.quantity
            meant.worth -= back.worth
            found[back.line] = meant.line
    return found


def _latest(shelf: list[Sold], back: Returned) -> Sold | None:
    """Return the latest line that can be meant: of the slip that was named, else of any before the return."""
    before = shelf[: bisect_right(shelf, back.at, key=lambda line: line.at)]
    fitting = [line for line in reversed(before) if line.left >= back.quantity and line.worth >= back.worth]
    named = [line for line in fitting if back.number and line.number == back.number]
    return next(iter(named or fitting), None)
