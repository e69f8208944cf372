"""Whom an entry of a calendar file is about: the one customer with its phone, its e-mail, or its name in the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crm_desktop.domain.phone import parse_phone
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.store.calendar_lookups import CalendarLookups

CUSTOMER = "CUSTOMER"
"""What this program's own files call the customer's public id."""
_AT_ONCE = 2_000
_HAN = re.compile("[\u3400-\u9fff·]+")
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")
_LONGEST_NAME, _MOST_WORDS, _LONGEST_TITLE = 4, 4, 80


@dataclass(frozen=True)
class _Marks:
    """What may name the customer of an entry, the surest first."""

    public_id: str
    contacts: tuple[str, ...]
    names: tuple[str, ...]
    in_title: tuple[str, ...]


def find_customers(shop: CalendarLookups, entries: Sequence[OutsideEntry]) -> list[int | None]:
    """Return the customer of each entry: only where exactly one fits."""
    found: list[int | None] = []
    for first in range(0, len(entries), _AT_ONCE):
        marks = [_marks(entry) for entry in entries[first : first + _AT_ONCE]]
        found += _Finder(shop, marks).customers()
    return found


class _Finder:
    """Looks a page of marks up, each kind at once."""

    def __init__(self, shop: CalendarLookups, marks: Sequence[_Marks]) -> None:
        self._marks = marks
        self._ids = shop.customers_by_public_id({one.public_id for one in marks} - {""})
        self._contacts = shop.customers_by_contact(_all(one.contacts for one in marks))
        names = _all((*one.names, *one.in_title) for one in marks)
        self._names = shop.customers_by_name(names)

    def customers(self) -> list[int | None]:
        return [self._customer(one) for one in self._marks]

    def _customer(self, marks: _Marks) -> int | None:
        ways = (
            self._ids.get(marks.public_id, ()),
            _together(self._contacts, marks.contacts),
            _together(self._names, marks.names),
            _together(self._names, self._longest(marks.in_title)),
        )
        return next((next(iter(set(ids))) for ids in ways if len(set(ids)) == 1), None)

    def _longest(self, names: Iterable[str]) -> list[str]:
        """Return the names in a title that are customers', without those that are only part of a longer one."""
        known = [name for name in names if name in self._names]
        return [name for name in known if not any(name != other and name in other for other in known)]


def _together(found: dict[str, list[int]], marks: Iterable[str]) -> list[int]:
    return [row_id for mark in marks for row_id in found.get(mark, ())]


def _all(groups: Iterable[Iterable[str]]) -> set[str]:
    return {mark for group in groups for mark in group}


def _marks(entry: OutsideEntry) -> _Marks:
    phones = (parse_phone(text).normal for text in entry.phones)
    contacts = (*filter(None, phones), *(text.casefold() for text in entry.emails))
    in_title = tuple(dict.fromkeys(_names_in(entry.title[:_LONGEST_TITLE])))
    return _Marks(entry.own.get(CUSTOMER, ""), contacts, entry.names, in_title)


def _names_in(title: str) -> Iterator[str]:
    """Yield every part of a title that may be a name: some Chinese letters in a row, or a few words."""
    yield title.strip()
    for run in _HAN.findall(title):
        for length in range(2, _LONGEST_NAME + 1):
            yield from (run[at : at + length] for at in range(len(run) - length + 1))
    words = [found.span() for found in _WORDS.finditer(title)]
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            text = title[words[first][0] : words[last][1]]
            if len(text) > 1:
                yield text
