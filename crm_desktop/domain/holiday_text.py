"""Holidays as people pass them on: the announcement itself, lines, CSV, or one of the common JSON tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

LONGEST_SPAN = 62
"""Days; a longer span is a slip of the pen."""
MOST_DAYS = 2_000

_DAY = r"(?:(?P<{0}y>\d{{4}})\s*[-/.年]\s*)?(?P<{0}m>\d{{1,2}})\s*[-/.月]\s*(?P<{0}d>\d{{1,2}})(?!\d)\s*[日号]?"
_SPAN = re.compile(
    r"(?<!\d)"
    + _DAY.format("a")
    + r"(?:\s*(?:至|到|—+|–|~|～|-|to)\s*(?:"
    + _DAY.format("b")
    + r"|(?P<e>\d{1,2})\s*[日号]))?"
)
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})\s*年(?!\s*\d{1,2}\s*月)")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_HEADING = re.compile(r"^\s*(?:[一二三四五六七八九十]+|\d{1,2})\s*[、.．]\s*(?=\D)")
_WORK = re.compile(r"上班|补班|调班|营业|开门|(?<![a-z])(?:work(?:ing)?|open|false|no)(?![a-z])|^班$", re.IGNORECASE)
_OFF = re.compile(r"放假|休息|停业|调休|(?<![a-z])(?:off|holiday|closed|true|yes)(?![a-z])|^[休假]$", re.IGNORECASE)
_NOISE = re.compile(
    r"共\s*\d+\s*天|放假|休息|调休|上班|补班|调班|\d+\s*天|公休|正常|，?不(?=\s|$|，)|的|与周末连休|为法定节假日"
)
_SENTENCE = re.compile(r"。|[；;](?=\s*\d{1,2}\s*月)")
_CUT = re.compile(r"[\s,;:|、，；：。\"'“”]+")


@dataclass(frozen=True)
class DayRead:
    """One day that was understood: whether work rests on it, and the name it has."""

    day: date
    off: bool
    name: str = ""


@dataclass(frozen=True)
class HolidaysRead:
    """What was understood, by day, and the lines that were not, each with its number."""

    days: tuple[DayRead, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()


@dataclass
class _Reading:
    year: int
    days: dict[date, DayRead] = field(default_factory=dict)
    unread: list[tuple[int, str]] = field(default_factory=list)

    def result(self) -> HolidaysRead:
        ordered = sorted(self.days.values(), key=lambda one: one.day)
        return HolidaysRead(tuple(ordered[:MOST_DAYS]), tuple(self.unread))


def read_holidays(text: str, year: int) -> HolidaysRead:
    """Read days off and days of work; a day without a year is of `year`, or of the year named above it."""
    stripped = text.strip().lstrip("\ufeff")
    if stripped.startswith(("{", "[")):
        return _read_json(stripped)
    reading = _Reading(year)
    for number, line in enumerate(text.splitlines(), 1):
        _read_line(reading, number, line.strip().lstrip("\ufeff"))
    return reading.result()


def _read_line(reading: _Reading, number: int, line: str) -> None:
    plain = _BRACKETS.sub(" ", line)
    plain = _COMPACT.sub(r"\1-\2-\3", plain)
    named = _YEAR.search(plain)
    if named:
        reading.year = int(named[1])
    name = ""
    found = False
    try:
        for clause in _SENTENCE.split(_HEADING.sub("", plain)):
            days, said, reading.year = _read_clause(clause, reading.year, name)
            name = name or said
            found = found or bool(days)
            for one in days:
                reading.days[one.day] = one
    except ValueError:
        found = False
    if not found and any(character.isdigit() for character in line) and not (named and not _SPAN.search(plain)):
        reading.unread.append((number, line[:200]))


def _read_clause(clause: str, year: int, name: str) -> tuple[list[DayRead], str, int]:
    """Return the days of one sentence, what it calls them, and the year that goes on from there.

    Raises ValueError for a day that there is not.
    """
    spans = list(_SPAN.finditer(clause))
    words = _SPAN.sub(" ", clause)
    pieces = [piece for piece in _CUT.split(words) if piece]
    works = any(_WORK.search(piece) for piece in pieces) or "0" in pieces
    said = name or _name_of(pieces)
    days: list[DayRead] = []
    for span in spans:
        year = int(span["ay"] or year)
        days += (DayRead(day, not works, said) for day in _days_of(span, year))
    return days, said, year


def _days_of(span: re.Match[str], year: int) -> Iterator[date]:
    first = date(year, int(span["am"]), int(span["ad"]))
    if span["e"]:
        last = date(first.year, first.month, int(span["e"]))
    elif span["bm"]:
        last = date(int(span["by"] or first.year), int(span["bm"]), int(span["bd"]))
        if last < first and not span["by"]:
            last = last.replace(year=last.year + 1)
    else:
        last = first
    length = (last - first).days
    if not 0 <= length < LONGEST_SPAN:
        raise ValueError(length)
    return (first + timedelta(days=number) for number in range(length + 1))


def _name_of(pieces: list[str]) -> str:
    for piece in pieces:
        left = _NOISE.sub("", piece).strip()
        if left and not left.isdigit() and not _WORK.search(left) and not _OFF.search(left):
            return left[:40]
    return ""


def _read_json(text: str) -> HolidaysRead:
    """Read a list or a mapping of days, as published tables have them."""
    try:
        table = json.loads(text)
    except ValueError:
        return HolidaysRead(unread=((1, text.splitlines()[0][:200]),))
    days: dict[date, DayRead] = {}
    unread: list[tuple[int, str]] = []
    for number, entry in enumerate(_entries(table), 1):
        try:
            one = _json_day(entry)
        except (ValueError, KeyError, TypeError, IndexError):
            unread.append((number, json.dumps(entry, ensure_ascii=False)[:200]))
        else:
            days[one.day] = one
    ordered = sorted(days.values(), key=lambda one: one.day)
    return HolidaysRead(tuple(ordered[:MOST_DAYS]), tuple(unread))


def _entries(table: Any) -> list[Any]:
    if isinstance(table, dict) and isinstance(table.get("days"), list):
        return list(table["days"])
    if isinstance(table, dict):
        return [[day, *(said if isinstance(said, list) else [said])] for day, said in table.items()]
    return list(table)


def _json_day(entry: Any) -> DayRead:
    if isinstance(entry, dict):
        off = entry.get("isOffDay", entry.get("off", True))
        return DayRead(date.fromisoformat(entry["date"]), bool(off), str(entry.get("name") or "")[:40])
    day, name, off = (*entry, "", True)[:3] if len(entry) < 3 else entry[:3]
    return DayRead(date.fromisoformat(day), bool(off), str(name)[:40])
