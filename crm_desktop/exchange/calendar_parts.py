"""The components of a calendar file: what begins and ends in it, however broken; mistakes are named by their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from crm_desktop.exchange.calendar_entry import CalendarProblem
from crm_desktop.exchange.content_lines import BrokenLine, ContentLine

ENTRIES = frozenset({"VEVENT", "VTODO"})
_KEPT = ENTRIES | {"VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VCALENDAR"}
_DEEPEST = 16
_UNWANTED = frozenset({"ATTACH", "IMAGE", "X-APPLE-STRUCTURED-DATA", "X-ALT-DESC", "STYLED-DESCRIPTION"})
"""Pictures, and the description once more as a web page."""

Tell = Callable[[int, str, str], None]
"""Hears the line, the problem and the text to blame."""


@dataclass(slots=True)
class Part:
    """A component: its name in capitals, the line it begins in, its properties and the components in it."""

    name: str
    number: int
    lines: list[ContentLine] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def first(self, name: str) -> ContentLine | None:
        """Return the first property of a name."""
        return next((line for line in self.lines if line.name == name), None)

    def every(self, *names: str) -> list[ContentLine]:
        """Return the properties of some names."""
        return [line for line in self.lines if line.name in names]


@dataclass(slots=True)
class _Builder:
    """Puts components together line by line."""

    on_part: Callable[[Part], None]
    tell: Tell
    open: list[Part] = field(default_factory=list)
    dropped: int = 0
    """Components begun inside the deepest that is looked into."""

    def take(self, line: ContentLine | BrokenLine) -> None:
        if isinstance(line, BrokenLine):
            self._say(line.number, CalendarProblem.BROKEN_LINE, line.text)
        elif line.name == "BEGIN":
            self._begin(line)
        elif line.name == "END":
            self._end(line)
        elif self.open and not self.dropped and line.name not in _UNWANTED:
            self.open[-1].lines.append(line)
        elif not self.open:
            self._say(line.number, CalendarProblem.BROKEN_LINE, f"{line.name}:{line.value}")

    def finish(self) -> None:
        while self.open:
            self._close(cut_off=True)

    def _begin(self, line: ContentLine) -> None:
        name = line.value.strip().upper()
        if name in ENTRIES:
            self.dropped = 0
            while self.open and self.open[-1].name != "VCALENDAR" and self._inside_entry():
                self._close(cut_off=True)
        if len(self.open) >= _DEEPEST:
            self.dropped += 1
            return
        self.open.append(Part(name, line.number))

    def _inside_entry(self) -> bool:
        return any(part.name in ENTRIES for part in self.open)

    def _end(self, line: ContentLine) -> None:
        if self.dropped:
            self.dropped -= 1
            return
        name = line.value.strip().upper()
        if not any(part.name == name for part in self.open):
            self._say(line.number, CalendarProblem.CLOSED_TWICE, line.value)
            return
        while self.open[-1].name != name:
            self._close(cut_off=True)
        self._close(cut_off=False)

    def _close(self, *, cut_off: bool) -> None:
        part = self.open.pop()
        if cut_off:
            self._say(part.number, CalendarProblem.NOT_CLOSED, part.name)
        inside = self.open[-1] if self.open else None
        if inside is not None and inside.name not in ("VCALENDAR", *ENTRIES, "VTIMEZONE") and part.name in ENTRIES:
            inside = None  # an entry in a component of another program's own is an entry all the same
        if inside is None or inside.name == "VCALENDAR" or part.name in ENTRIES:
            self.on_part(part)
        elif part.name in _KEPT:
            inside.parts.append(part)

    def _say(self, number: int, problem: CalendarProblem, text: str) -> None:
        self.tell(number, problem.value, text)


def read_parts(lines: Iterable[ContentLine | BrokenLine], on_part: Callable[[Part], None], tell: Tell) -> None:
    """Give `on_part` each component of a calendar, and last the calendar, which holds no more than its own lines.

    `tell` hears of what is broken.
    """
    builder = _Builder(on_part, tell)
    for line in lines:
        builder.take(line)
    builder.finish()
