"""The values of iCalendar properties: days and times, lengths of time, texts and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from crm_desktop.exchange.calendar_entry import CalendarProblem
from crm_desktop.exchange.content_lines import ContentLine
from crm_desktop.exchange.own_cards import unescaped

UTC_NAME = "UTC"
_MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z?))?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
_YEARS = range(1900, 2200)
_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")


class ValueFault(ValueError):
    """A value that cannot be read: its line, why, and the value."""

    def __init__(self, line: int, problem: CalendarProblem, text: str) -> None:
        super().__init__(problem.value)
        self.line = line
        self.problem = problem
        self.text = text


@dataclass(frozen=True, slots=True)
class Written:
    """A day or a time as a file writes it; `zone` is the name that the file gives, None for no zone at all."""

    day: date
    time: time | None = None
    zone: str | None = None


def written_moment(line: ContentLine, text: str | None = None) -> Written:
    """Read a day or a time to the minute; raises ValueFault."""
    value = (line.value if text is None else text).strip()
    found = _MOMENT.fullmatch(value.upper())
    try:
        if found is None or int(found[1]) not in _YEARS:
            raise ValueError(value)
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return Written(day)
        at = time(int(found[4]), int(found[5]))
    except ValueError:
        raise ValueFault(line.number, CalendarProblem.NOT_A_DATE, value) from None
    if line.parameter("VALUE").upper() == "DATE":
        return Written(day)
    return Written(day, at, UTC_NAME if found[7] else line.parameter("TZID") or None)


def written_moments(line: ContentLine) -> list[Written]:
    """Read a list of days or times, of periods their starts; raises ValueFault."""
    parts = (part.partition("/")[0] for part in line.value.split(","))
    return [written_moment(line, part) for part in parts if part.strip()]


def written_length(line: ContentLine) -> timedelta:
    """Read a length of time; raises ValueFault."""
    found = _DURATION.fullmatch(line.value.strip().upper())
    if found is None or not any(found.groups()[1:]):
        raise ValueFault(line.number, CalendarProblem.NOT_A_LENGTH, line.value)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def text_of(line: ContentLine | None) -> str:
    """Return a text as it was before it was written."""
    return unescaped(line.value).strip() if line else ""


def texts_of(line: ContentLine) -> list[str]:
    """Return a list of texts, which commas part."""
    found, begun = [], 0
    for comma in _COMMA.finditer(line.value):
        found.append(line.value[begun : comma.end() - 1])
        begun = comma.end()
    return [text for text in (unescaped(part).strip() for part in (*found, line.value[begun:])) if text]


def minutes_in(length: timedelta) -> int:
    """Return whole minutes."""
    return int(length.total_seconds() // 60)


def number_of(line: ContentLine | None) -> int:
    """Return a whole number, 0 where there is none."""
    text = line.value.strip() if line else ""
    return int(text) if text.isdecimal() and len(text) < 10 else 0
