"""One event or task of a calendar file as an entry: its texts, when it is, how it stands and whom it is about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from crm_desktop.domain.recurrence import Moment
from crm_desktop.exchange import limits
from crm_desktop.exchange.calendar_course import read_course
from crm_desktop.exchange.calendar_desk import Desk
from crm_desktop.exchange.calendar_entry import CalendarProblem, OutsideEntry
from crm_desktop.exchange.calendar_parts import Part
from crm_desktop.exchange.calendar_people import people_of
from crm_desktop.exchange.calendar_values import (
    ValueFault,
    Written,
    minutes_in,
    number_of,
    text_of,
    texts_of,
    written_length,
    written_moment,
)
from crm_desktop.exchange.content_lines import ContentLine
from crm_desktop.exchange.own_cards import OWN, unescaped

_TITLE, _NOTE, _UID, _WORD = 200, limits.MAX_CELL_CHARACTERS, 500, 100
_LONGEST = 366 * 24 * 60
_MOST_ALARMS, _MOST_WORDS = 10, 20
_TAKEN_IN = frozenset({"STATUS", "CLOSED-AT", "LENGTH", "RULE"})
"""What this program says in its own way and the entry holds anyhow."""
_STAMP_DIGITS = 15


@dataclass
class EntryReader:
    """Reads one event or task."""

    part: Part
    desk: Desk

    def entry(self, masters: Mapping[str, str | None]) -> OutsideEntry:
        """Return the entry; raises ValueFault where it has no day, or a rule that cannot be taken.

        `masters` are the zones of the series read so far, by their uid.
        """
        part, zones = self.part, self.desk.zones
        title, note = self._texts()
        uid = text_of(part.first("UID"))[:_UID] or self._made_uid(title)
        begun = self._begun()
        self._check_zone(begun)
        original = self._original(masters.get(uid))
        repeats = original is None and bool(part.every("RRULE", "RDATE"))
        zone = masters.get(uid) if original else zones.series_zone(begun) if repeats else None
        start = zones.wall(begun, zone if repeats else None)
        course = read_course(part, self.desk, start, zone) if repeats else None
        own = {line.name.removeprefix(OWN): line.value for line in part.lines if line.name.startswith(OWN)}
        status, closed_at = self._status(own)
        people = people_of(part, title)
        return OutsideEntry(
            uid=uid,
            start=str(start),
            title=title,
            note=note,
            line=part.number,
            task=part.name == "VTODO",
            zone=zone,
            length=self._length(begun, own),
            rule=course.rule if course else "",
            extra=course.extra if course else (),
            excluded=course.excluded if course else (),
            original=None if original is None else str(original),
            and_later=original is not None and self._is_for_later(),
            status=status,
            closed_at=closed_at,
            priority=self._priority(),
            categories=self._categories(),
            reminders=self._reminders(begun),
            names=people.names,
            phones=people.phones,
            emails=people.emails,
            own={name: unescaped(value)[:_NOTE] for name, value in own.items() if name not in _TAKEN_IN},
        )

    # texts

    def _texts(self) -> tuple[str, str]:
        """Return title and note; what is too long for a title goes on in the note."""
        title = " ".join(text_of(self.part.first("SUMMARY")).split())
        note = text_of(self.part.first("DESCRIPTION"))
        more = [text_of(line) for line in self.part.every("LOCATION", "URL")]
        note = "\n".join(text for text in (note, *more) if text)
        if len(title) > _TITLE:
            title, note = title[: _TITLE - 1] + "…", f"{title}\n{note}".strip()
        return title, note[:_NOTE]

    def _categories(self) -> tuple[str, ...]:
        words = [text[:_WORD] for line in self.part.every("CATEGORIES") for text in texts_of(line)]
        return tuple(words[:_MOST_WORDS])

    def _made_uid(self, title: str) -> str:
        """Return a name for an entry without one, the same each time the file is read."""
        told = [f"{line.name}:{line.value}" for line in self.part.every("DTSTART", "DUE", "RRULE", "RECURRENCE-ID")]
        return f"none-{hashlib.sha256(json.dumps([title, *told]).encode()).hexdigest()[:32]}"

    # when

    def _begun(self) -> Written:
        """Return the day: of an event its start, of a task that comes once the day it is due."""
        start, due = self.part.first("DTSTART"), self.part.first("DUE")
        first = due or start if self.part.name == "VTODO" and not self.part.every("RRULE", "RDATE") else start or due
        first = first or self.part.first("DTEND")
        if first is None:
            title = text_of(self.part.first("SUMMARY"))
            raise ValueFault(self.part.number, CalendarProblem.NO_DAY, title)
        return written_moment(first)

    def _check_zone(self, begun: Written) -> None:
        if begun.time is not None and begun.zone and not self.desk.zones.knows(begun.zone):
            self.desk.say_zone(self.part.number, CalendarProblem.ZONE_UNKNOWN.value, begun.zone)

    def _original(self, zone: str | None) -> Moment | None:
        line = self.part.first("RECURRENCE-ID")
        return None if line is None else self.desk.zones.wall(written_moment(line), zone)

    def _is_for_later(self) -> bool:
        line = self.part.first("RECURRENCE-ID")
        return line is not None and line.parameter("RANGE").upper() == "THISANDFUTURE"

    def _length(self, begun: Written, own: Mapping[str, str]) -> int | None:
        """Return minutes; None for a moment, and for one whole day."""
        if own.get("LENGTH", "").isdecimal():
            return min(int(own["LENGTH"][:9]), _LONGEST)
        try:
            length = self._told_length(begun)
        except ValueFault as fault:
            self.desk.say_fault(fault)
            return None
        if begun.time is None and length == timedelta(days=1):
            return None
        minutes = minutes_in(length)
        return minutes if 0 < minutes <= _LONGEST else None

    def _told_length(self, begun: Written) -> timedelta:
        duration, end = self.part.first("DURATION"), self.part.first("DTEND")
        if duration is not None:
            return written_length(duration)
        if end is None:
            return timedelta()
        ended = written_moment(end)
        if (ended.time is None) is not (begun.time is None):
            raise ValueFault(end.number, CalendarProblem.NOT_A_LENGTH, end.value)
        zones = self.desk.zones
        return zones.wall(ended).wall - zones.wall(begun).wall

    def _reminders(self, begun: Written) -> tuple[int, ...]:
        found: set[int] = set()
        for alarm in self.part.parts:
            action, trigger = alarm.first("ACTION"), alarm.first("TRIGGER")
            if alarm.name != "VALARM" or trigger is None or (action and action.value.upper() == "NONE"):
                continue
            try:
                found.add(self._minutes_before(trigger, begun))
            except ValueFault as fault:
                self.desk.say_fault(fault)
        return tuple(sorted(one for one in found if 0 <= one <= _LONGEST))[:_MOST_ALARMS]

    def _minutes_before(self, trigger: ContentLine, begun: Written) -> int:
        """Return how long before an alarm goes off; a whole day counts from the hour the shop opens."""
        zones = self.desk.zones
        opening = self.desk.request.opens_at * 60 if begun.time is None else 0
        if trigger.parameter("VALUE").upper() == "DATE-TIME" or "P" not in trigger.value[:2].upper():
            at = zones.wall(written_moment(trigger)).wall
            return minutes_in(zones.wall(begun).wall - at) + opening
        shift = minutes_in(written_length(trigger))
        if trigger.parameter("RELATED").upper() == "END":
            shift += self._length(begun, {}) or 0
        return opening - shift

    # how it stands

    def _status(self, own: Mapping[str, str]) -> tuple[str, int | None]:
        told = self.part.first("STATUS")
        word = told.value.strip().upper() if told else ""
        completed, percent = self.part.first("COMPLETED"), self.part.first("PERCENT-COMPLETE")
        at = self._stamp(completed)
        if own.get("STATUS") in ("open", "done", "closed"):
            closed = own.get("CLOSED-AT", "")
            return own["STATUS"], int(closed) if closed.isdecimal() and len(closed) < _STAMP_DIGITS else at
        if word == "CANCELLED":
            return "closed", at
        is_done = word == "COMPLETED" or completed is not None or (percent is not None and number_of(percent) == 100)
        return ("done", at) if is_done else ("open", None)

    def _stamp(self, line: ContentLine | None) -> int | None:
        try:
            return None if line is None else self.desk.zones.stamp(written_moment(line))
        except ValueFault as fault:
            self.desk.say_fault(fault)
            return None

    def _priority(self) -> int | None:
        """Return 2 for what matters more than others, 0 for less; a file counts from 1 (most) to 9."""
        number = number_of(self.part.first("PRIORITY"))
        if not 1 <= number <= 9:
            return None
        return 2 if number < 5 else 1 if number == 5 else 0
