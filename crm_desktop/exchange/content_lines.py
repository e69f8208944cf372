"""The lines of an iCalendar file: unfolded, taken apart, each with its number; a broken one is named, never fatal."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST = 256 * 1024
"""Letters of a line that are kept; pictures and attachments are longer, and nobody needs them here."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_NAME = re.compile(r"\s*([A-Za-z0-9][\w.-]*)\s*", re.ASCII)
_ONE = r'(?:"[^"]*"|[^";:,]*)'
_PARAMETER = re.compile(rf"\s*;\s*([\w-]+)\s*(?:=({_ONE}(?:,{_ONE})*))?", re.ASCII)
_VALUES = re.compile(r'"([^"]*)"|([^",]+)')
_CARETS = {"^n": "\n", "^^": "^", "^'": '"'}
_SOFT_BREAKS = "QUOTED-PRINTABLE"


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A property: the number of its first line in the file, its name in capitals, parameters and value as written."""

    number: int
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter, "" where there is none."""
        return next(iter(self.parameters.get(name, ())), "")


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no property."""

    number: int
    text: str


def content_lines(text: str) -> Iterator[ContentLine | BrokenLine]:
    """Yield the properties of a file in their order."""
    for number, line in _unfolded(text):
        yield _taken_apart(number, line)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each logical line with the number of its first line; what goes beyond the longest is dropped."""
    held: list[str] = []
    begun = room = 0
    for number, line in enumerate(_LINE_END.split(text), 1):
        if not line.strip():
            continue  # some programs put an empty line behind each other
        if held and _breaks_softly(held):
            held[-1] = held[-1][:-1]
            more: str | None = line
        else:
            more = line[1:] if held and line[:1] in (" ", "\t") else None
        if more is not None:
            held.append(more[: max(room, 0)])
            room -= len(more)
            continue
        if held:
            yield begun, "".join(held)
        held = [line[:LONGEST]]
        begun, room = number, LONGEST - len(line)
    if held:
        yield begun, "".join(held)


def _breaks_softly(held: list[str]) -> bool:
    return held[-1].endswith("=") and _SOFT_BREAKS in held[0][:200].upper()


def _taken_apart(number: int, line: str) -> ContentLine | BrokenLine:
    name = _NAME.match(line)
    if name is None:
        return BrokenLine(number, line)
    place = name.end()
    parameters: dict[str, tuple[str, ...]] = {}
    while found := _PARAMETER.match(line, place):
        parameters[found[1].upper()] = _parameter_values(found[2] or "")
        place = found.end()
    rest = line[place:].lstrip()
    if not rest.startswith(":"):
        return BrokenLine(number, line)
    value = rest[1:]
    if _SOFT_BREAKS in parameters or _SOFT_BREAKS in (one.upper() for one in parameters.get("ENCODING", ())):
        value = _printed(value, next(iter(parameters.get("CHARSET", ())), "utf-8"))
    return ContentLine(number, name[1].upper(), parameters, value)


def _parameter_values(text: str) -> tuple[str, ...]:
    found = (quoted or plain.strip() for quoted, plain in _VALUES.findall(text))
    return tuple(re.sub(r"\^[n^']", lambda one: _CARETS[one[0]], value) for value in found)


def _printed(value: str, encoding: str) -> str:
    """Return a value of old phones, whose letters are written as numbers."""
    packed = quopri.decodestring(value.encode("ascii", "replace"))
    try:
        return packed.decode(encoding, "replace")
    except LookupError:
        return packed.decode("utf-8", "replace")
