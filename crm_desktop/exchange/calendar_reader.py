"""Reads .ics files: events and tasks with their series, exceptions, zones and alarms, whatever program wrote them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.calendar_component import EntryReader
from crm_desktop.exchange.calendar_desk import Desk
from crm_desktop.exchange.calendar_entry import CalendarProblem, CalendarRead, OutsideEntry
from crm_desktop.exchange.calendar_later import split_series
from crm_desktop.exchange.calendar_parts import ENTRIES, Part, read_parts
from crm_desktop.exchange.calendar_values import ValueFault, number_of
from crm_desktop.exchange.content_lines import content_lines
from crm_desktop.exchange.encoding import decode
from crm_desktop.exchange.protocol import CalendarRequest
from crm_desktop.exchange.sniff import read_head

_BEGINS = re.compile(r"(?im)^\W*BEGIN\s*:\s*V(?:CALENDAR|EVENT|TODO)")


def read_calendar(request: CalendarRequest) -> CalendarRead:
    """Read a calendar file; what is wrong in it is told line by line.

    Raises Fault: FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_TOO_LARGE, CALENDAR_HOSTILE, NO_CALENDAR.
    """
    path = Path(request.path)
    read_head(path)
    if path.stat().st_size > limits.MAX_CALENDAR_BYTES:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="bytes", limit=limits.MAX_CALENDAR_BYTES)
    reading = _Reading(Desk(request))
    text = _text(path, reading.desk)
    if not _BEGINS.search(text):
        raise Fault(FaultKind.NO_CALENDAR, file=path.name)
    read_parts(content_lines(text), reading.take, reading.desk.say)
    return reading.result()


def _text(path: Path, desk: Desk) -> str:
    """Return the file's text; letters that cannot be known are told once."""
    try:
        data = path.read_bytes()
    except OSError:
        raise Fault(FaultKind.FILE_NOT_READABLE, file=path.name) from None
    try:
        text, _ = decode(data, path.name)
    except Fault:
        text = data.decode("utf-8", "replace")
        desk.say(text[: text.find("\ufffd")].count("\n") + 1, CalendarProblem.ODD_LETTERS.value)
    return text.replace("\x00", "").removeprefix("\ufeff")


@dataclass
class _Reading:
    """Takes the components of a file; entries wait until its end for zones and for the series they belong to."""

    desk: Desk
    parts: list[Part] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    is_cancelled: bool = False

    def take(self, part: Part) -> None:
        """Take a component of the calendar."""
        if part.name in ENTRIES:
            self.parts.append(part)
            if len(self.parts) > limits.MAX_CALENDAR_ENTRIES:
                limit = limits.MAX_CALENDAR_ENTRIES
                raise Fault(FaultKind.FILE_TOO_LARGE, file=self.desk.name, what="rows", limit=limit)
        elif part.name == "VTIMEZONE":
            self._take_zone(part)
        elif part.name == "VCALENDAR":
            method = part.first("METHOD")
            self.is_cancelled |= method is not None and method.value.strip().upper() == "CANCEL"
        else:
            self.left_out[part.name] += 1

    def _take_zone(self, part: Part) -> None:
        line, zones = part.first("TZID"), self.desk.zones
        if line is None:
            return
        name = line.value.strip()
        with self.desk.bounded():
            understood = zones.define(name, [inner.lines for inner in part.parts])
        if not understood and not zones.knows(name):
            self.desk.say_zone(part.number, CalendarProblem.ZONE_BROKEN.value, name)

    def result(self) -> CalendarRead:
        """Return all that was read."""
        found = split_series(_newest(self._entries(), self.desk), self.desk)
        if self.is_cancelled:
            found = [replace(entry, status="closed") for entry in found]
        problems = tuple(sorted(self.desk.problems, key=lambda one: one.line))
        return CalendarRead(tuple(found), problems, self.desk.problem_count, dict(self.left_out))

    def _entries(self) -> Iterator[tuple[int, OutsideEntry]]:
        """Yield the entries with their sequence numbers, series before what stands for one of their days."""
        masters: dict[str, str | None] = {}
        for is_exception in (False, True):
            for part in self.parts:
                if (part.first("RECURRENCE-ID") is not None) is not is_exception:
                    continue
                entry = self._entry(part, masters)
                if entry is not None:
                    if entry.repeats:
                        masters[entry.uid] = entry.zone
                    yield number_of(part.first("SEQUENCE")), entry

    def _entry(self, part: Part, masters: dict[str, str | None]) -> OutsideEntry | None:
        try:
            return EntryReader(part, self.desk).entry(masters)
        except ValueFault as fault:
            self.desk.say_fault(fault)
        except OverflowError:
            self.desk.say(part.number, CalendarProblem.NOT_A_DATE.value)
        return None


def _newest(entries: Iterable[tuple[int, OutsideEntry]], desk: Desk) -> list[OutsideEntry]:
    """Return the entries in the order of the file; of several with one name the newest, and the others are told."""
    chosen: dict[tuple[str, str | None], tuple[int, OutsideEntry]] = {}
    for number, entry in entries:
        before = chosen.get((entry.uid, entry.original))
        if before is None:
            chosen[entry.uid, entry.original] = number, entry
            continue
        loser, winner = (before, (number, entry)) if number >= before[0] else ((number, entry), before)
        chosen[entry.uid, entry.original] = winner
        if replace(loser[1], line=0) != replace(winner[1], line=0):
            desk.say(loser[1].line, CalendarProblem.SAME_UID.value, loser[1].title)
    return sorted((entry for _, entry in chosen.values()), key=lambda one: one.line)
