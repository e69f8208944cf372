"""What somebody types to say when: 明天下午3点 回访王女士, next wed 10:30 call Wang, +7, 月底.

A day is understood at the start of the text, behind a blank or a sign, or right before a time; within other Chinese
words it is left alone, where 周一鸣 is somebody's name. "Wed" is the coming one (a week ahead if today is one), "next
wed" and 下周三 are in the week after this one, weeks begin on Monday. An hour from one to six without more is meant in
the afternoon, when shops are open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import partial

from crm_desktop.domain.dates import LAST_YEAR, DateError, DateOrder
from crm_desktop.domain.quick_days import DAYS, Asked
from crm_desktop.domain.quick_times import MARK, begins_with_time, find_time


class QuickFault(StrEnum):
    """Why a text says no day."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    TWO_READINGS = "two_readings"
    TOO_FAR = "too_far"


class QuickDateError(ValueError):
    """A day that cannot be meant: why, and the words that say it."""

    def __init__(self, fault: QuickFault, text: str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.text = text


@dataclass(frozen=True, slots=True)
class QuickDate:
    """When, as far as a text says it, and the words that say something else."""

    day: date | None
    time: time | None
    rest: str


def read_quick(text: str, today: date, order: DateOrder | None = None) -> QuickDate:
    """Return the day and time a text names, and what is left of it.

    `order` decides 03/04/2027. Raises QuickDateError, and nothing else, for a day there is not (30 February), one that
    can be two, or one beyond the calendar; a text without a day has none.
    """
    plain = _plain(text)
    match, day = _first_day(plain, today, order)
    marked = f"{plain[: match.start()]}{MARK}{plain[match.end() :]}" if match else plain
    found = find_time(_lower(marked))
    if found is None:
        return QuickDate(day, None, _tidy(marked))
    rest = f"{marked[: found.start]} {marked[found.end :]}"
    return QuickDate(_later(day, found.next_day, plain) if day else None, found.time, _tidy(rest))


def read_due(text: str, today: date, order: DateOrder | None = None) -> tuple[date, time | None]:
    """Return the day, and the time if one is named, of a field for nothing else; a bare time is of today.

    Raises QuickDateError for anything else.
    """
    found = read_quick(text, today, order)
    if found.rest or (found.day is None and found.time is None):
        raise QuickDateError(QuickFault.UNREADABLE, text)
    return found.day or today, found.time


def _plain(text: str) -> str:
    """Return a text in which wide digits and signs are plain ones, and nothing can be taken for our mark."""
    return unicodedata.normalize("NFKC", text).replace(MARK, " ")


def _lower(text: str) -> str:
    """Return a text in small letters where that leaves every letter in its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _later(day: date, days: int, text: str) -> date | None:
    return _within(lambda: day + timedelta(days=days), text)


def _tidy(text: str) -> str:
    """Return what is left of a text without the gaps and the signs at its ends."""
    return " ".join(text.replace(MARK, " ").split()).strip(" ,;:、。，；：-—")


def _first_day(text: str, today: date, order: DateOrder | None) -> tuple[re.Match[str] | None, date | None]:
    """Return the first day that a text names and where; of several ways to read one place, the longest."""
    lower = _lower(text)
    places = [(match, read) for pattern, read in DAYS for match in pattern.finditer(lower) if _is_free(match, lower)]
    for match, read in sorted(places, key=lambda place: (place[0].start(), -place[0].end())):
        day = _within(partial(read, Asked(match, today, order)), match[0])
        if day is not None:
            return match, day
    return None, None


def _is_free(match: re.Match[str], text: str) -> bool:
    """Whether a day is not part of another word."""
    before, after = text[: match.start()][-1:], text[match.end() :]
    if before.isalnum() and not (_is_chinese(before) and begins_with_time(after)):
        return False
    last, following = match[0][-1:], after[:1]
    return not (last.isascii() and last.isalnum() and following.isascii() and following.isalnum())


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _within(read: Callable[[], date | None], text: str) -> date | None:
    try:
        day = read()
    except OverflowError:
        raise QuickDateError(QuickFault.TOO_FAR, text) from None
    except DateError as error:
        raise QuickDateError(QuickFault(error.fault.value), text) from None
    if day is not None and day.year > LAST_YEAR:
        raise QuickDateError(QuickFault.TOO_FAR, text)
    return day
