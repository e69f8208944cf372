"""Writes address cards (.vcf) that phones take, and that come back into the program whole.

What a phone knows stands in the properties of vCard 3.0. Whatever it does not know, or would not keep to the letter,
stands in properties of our own, `X-CRM-…`, which other programs leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from crm_desktop.domain.dates import typed_day
from crm_desktop.domain.phone import show_phone
from crm_desktop.exchange.own_cards import OWN, escaped
from crm_desktop.exchange.protocol import Column
from crm_desktop.exchange.writers import WriteReport, cell_text, replacing

CONTACTS = "contacts"
"""The column with every phone, e-mail, WeChat and address: [kind, label, value, number]; the primary ones first."""

_LINE_BYTES = 75
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What some readers take for the end of a line."""
_TYPES = {"mobile": "CELL", "work": "WORK", "home": "HOME", "fax": "FAX"}
_KNOWN = {"job_title": "TITLE", "note": "NOTE"}
_GENDERS = {"female": "F", "male": "M", "other": "O"}


def write_vcards(target: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> WriteReport:
    """Write a card for each row."""
    report = WriteReport()
    with replacing(target) as draft, draft.open("w", encoding="utf-8", newline="") as stream:
        for row in rows:
            report.rows += 1
            for line in _card(columns, row):
                plain = _SEPARATORS.sub("\\\\n", line)
                if plain != line:
                    report.cleaned.append((report.rows, columns[0].heading))
                stream.write(folded(plain))
    return report


def _card(columns: Sequence[Column], row: Sequence[Any]) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    for column, value in zip(columns, row, strict=True):
        if value not in (None, "", [], ()):
            yield from _PROPERTIES.get(column.key, _own)(column, value)
    yield "END:VCARD"


def _name(_column: Column, value: Any) -> Iterator[str]:
    yield f"N:;{escaped(value)};;;"
    yield f"FN:{escaped(value)}"


def _company(_column: Column, value: Any) -> Iterator[str]:
    yield f"ORG:{escaped(value)}"


def _plain(column: Column, value: Any) -> Iterator[str]:
    yield f"{_KNOWN[column.key]}:{escaped(value)}"


def _gender(_column: Column, value: Any) -> Iterator[str]:
    yield f"X-GENDER:{_GENDERS[value]}"


def _birthday(_column: Column, value: Any) -> Iterator[str]:
    calendar, year, month, day, leap = value
    if calendar == "lunar":
        yield f"{OWN}LUNAR-BIRTHDAY:{typed_day(year, month, day, leap=bool(leap), lunar=' ').strip()}"
    else:
        yield f"BDAY:{'--' if year is None else f'{year:04d}-'}{month:02d}-{day:02d}"


def _tags(_column: Column, names: Any) -> Iterator[str]:
    yield f"CATEGORIES:{','.join(map(escaped, names))}"
    yield f"{OWN}TAGS:{escaped('; '.join(names) + (';' if len(names) == 1 else ''))}"


def _contacts(_column: Column, contacts: Any) -> Iterator[str]:
    for kind, label, value, normal in contacts:
        type_ = f";TYPE={_TYPES[label]}" if label in _TYPES else ""
        if kind == "phone":
            yield f"TEL{type_}:{escaped(show_phone(normal) if normal else value)}"
        elif kind == "email":
            yield f"EMAIL{type_}:{escaped(value)}"
        elif kind == "wechat":
            yield f"X-WECHAT:{escaped(value)}"
        else:
            yield f"ADR{type_}:;;{escaped(value)};;;;"


def _mark(_column: Column, value: Any) -> Iterator[str]:
    yield f"UID:{escaped(value)}"
    yield f"{OWN}PUBLIC-ID:{escaped(value)}"


def _own(column: Column, value: Any) -> Iterator[str]:
    """Yield a property of our own: a field of the shop goes by its name, which stands before the value."""
    if column.key.startswith("custom:"):
        yield f"{OWN}CUSTOM:{escaped(column.heading)};{escaped(cell_text(value))}"
    else:
        yield f"{OWN}{column.key.upper().replace('_', '-')}:{escaped(cell_text(value))}"


_PROPERTIES: dict[str, Callable[[Column, Any], Iterator[str]]] = {
    "name": _name,
    "company": _company,
    "job_title": _plain,
    "note": _plain,
    "gender": _gender,
    "birthday": _birthday,
    "tags": _tags,
    CONTACTS: _contacts,
    "public_id": _mark,
}


def folded(line: str) -> str:
    """Return a line in pieces of 75 bytes, as the format asks, without parting a letter."""
    packed = line.encode("utf-8", "replace")
    pieces = []
    while len(packed) > _LINE_BYTES:
        end = _LINE_BYTES
        while packed[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(packed[:end])
        packed = b" " + packed[end:]
    return b"\r\n".join([*pieces, packed]).decode() + "\r\n"
