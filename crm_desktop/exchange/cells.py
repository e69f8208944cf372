"""From values as the database keeps them to what stands in a cell, by the type of its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from crm_desktop.domain.dates import typed_day
from crm_desktop.domain.phone import show_phone
from crm_desktop.exchange.protocol import Column

Make = Callable[[Any], Any]
"""Makes a cell from a value that is there."""

_PARTING = re.compile(r"[,，、|/／]")


def cell_maker(columns: Sequence[Column], zone: tzinfo) -> Callable[[list[Any]], None]:
    """Return what turns a row of values into cells: texts, numbers, dates, moments of the shop's own clock, or None."""
    makers = [(place, _MAKERS[c.type](c, zone)) for place, c in enumerate(columns) if c.type in _MAKERS]

    def make_cells(row: list[Any]) -> None:
        for place, make in makers:
            value = row[place]
            if value is not None:
                row[place] = make(value)

    return make_cells


def _in_words(column: Column, _zone: tzinfo) -> Make:
    words = column.words
    return lambda value: words.get(value, value)


def _as_flag(column: Column, _zone: tzinfo) -> Make:
    return lambda value: column.words["yes" if value else "no"]


def _as_number(_column: Column, _zone: tzinfo) -> Make:
    return float


def _as_date(_column: Column, _zone: tzinfo) -> Make:
    return date.fromisoformat


def _as_moment(_column: Column, zone: tzinfo) -> Make:
    return lambda stamp: datetime.fromtimestamp(stamp // 1000, zone).replace(tzinfo=None)


def _as_birthday(column: Column, _zone: tzinfo) -> Make:
    lunar = column.words["lunar"]

    def typed(parts: Sequence[Any]) -> str:
        calendar, year, month, day, leap = parts
        return typed_day(year, month, day, leap=bool(leap), lunar=lunar if calendar == "lunar" else "")

    return typed


def _as_tags(_column: Column, _zone: tzinfo) -> Make:
    return lambda names: "; ".join(names) + _end(names) if names else None


def _end(names: Sequence[str]) -> str:
    """Return what closes a single tag, so that a comma that belongs to its name does not part it on the way back."""
    return ";" if len(names) == 1 and _PARTING.search(names[0]) else ""


def _as_texts(_column: Column, _zone: tzinfo) -> Make:
    return lambda texts: "; ".join(texts) if texts else None


def _as_phone(_column: Column, _zone: tzinfo) -> Make:
    return lambda phone: show_phone(phone[1]) if phone[1] else phone[0]


def _as_phones(_column: Column, _zone: tzinfo) -> Make:
    return lambda phones: "; ".join(show_phone(normal) if normal else value for value, normal in phones) or None


_MAKERS: dict[str, Callable[[Column, tzinfo], Make]] = {
    "choice": _in_words,
    "number": _as_number,
    "date": _as_date,
    "moment": _as_moment,
    "birthday": _as_birthday,
    "tags": _as_tags,
    "texts": _as_texts,
    "phone": _as_phone,
    "phones": _as_phones,
    "flag": _as_flag,
}
"""What makes the cells of a type; texts stay as they are."""
