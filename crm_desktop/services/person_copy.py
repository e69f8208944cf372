"""A person's copy of everything the shop holds of her: to read (PDF, .xlsx) and for other programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, write_whole
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.person_words import column_words, part_words
from crm_desktop.services.say_money import currency_in, money_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, erasure, lookups
from crm_desktop.store.files import read_content
from crm_desktop.store.person_rows import person_rows
from crm_desktop.store.shop_settings import all_settings, value_in

_MONEY = frozenset({"total", "subtotal", "discount", "amount", "net", "unit_price", "tendered", "spent", "worth"})
_PEOPLE = frozenset({"person_id", "owner_id", "created_by", "closed_by", "deleted_by", "handed_from"})
_LEFT_OUT = frozenset({"name_key", "photo_sha256", "sha256", "explanation", "is_primary", "live", "filled", "normal"})
"""Columns that are only of use to the program; the JSON has them."""


@dataclass(frozen=True)
class PersonCopy:
    """Where the copy lies, what is in it, and whether there was something to draw a PDF with."""

    folder: Path
    counts: dict[str, int]
    files: int
    missing_files: int
    has_pdf: bool


@dataclass(frozen=True)
class Part:
    """One table for reading."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def copy_person(workplace: Workplace, customer_id: int, folder: Path, *, checked: str = "") -> PersonCopy:
    """Write everything that is held of a customer, and of records merged into hers, to a new folder.

    `checked` says how it was made sure who she is; it goes into the journal. Raises Fault: NOT_FOUND, DISK_FULL,
    FOLDER_NOT_WRITABLE, FILE_IN_USE.
    """
    workplace.require(Right.PRIVACY, fresh=True)
    with workplace.store.read() as connection:
        family = erasure.family_of(connection, customer_id)
        who = customers.get_customer(connection, family[0])
        rows = person_rows(connection, family)
        people = {person.id: person.name for person in lookups.all_people(connection)}
        currency, shop = currency_in(connection), str(value_in(all_settings(connection), SHOP_NAME) or "")
    parts = _parts(rows, people, currency)
    with os_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
    day = workplace.now().astimezone().date().isoformat()
    head = {"shop": shop, "as_of": day, "format": 1}
    write_whole(folder / "data.json", _as_json(head | {"data": rows}))
    worker.write_file(*_workbook(folder / "data.xlsx", parts))
    has_pdf = _draw(folder / "data.pdf", who.name, _html(who.name, shop, day, parts))
    files, missing = _copy_files(workplace, rows, folder / "files")
    _log(workplace, family[0], checked)
    return PersonCopy(folder, {name: len(found) for name, found in rows.items()}, files, missing, has_pdf)


def _as_json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _parts(rows: dict[str, list[dict[str, Any]]], people: dict[int, str], currency: str) -> list[Part]:
    words, columns = part_words(), column_words()
    ordered = [*(name for name in words if name in rows), *(name for name in rows if name not in words)]
    return [
        _part(words.get(name, name), rows[name], columns, _Reader(people, currency)) for name in ordered if rows[name]
    ]


def _part(title: str, rows: Sequence[dict[str, Any]], columns: dict[str, str], reader: _Reader) -> Part:
    keys = [key for key in dict.fromkeys(key for row in rows for key in row) if _is_read(key)]
    known = sorted(keys, key=lambda key: list(columns).index(key) if key in columns else len(columns))
    told = tuple(tuple(reader.text(key, row.get(key)) for key in known) for row in rows)
    return Part(title, tuple(columns.get(key, key) for key in known), told)


def _is_read(key: str) -> bool:
    return key in _PEOPLE or (key not in _LEFT_OUT and key != "id" and not key.endswith("_id")) or key == "public_id"


@dataclass(frozen=True)
class _Reader:
    """Says values as a person reads them."""

    people: dict[int, str]
    currency: str

    def text(self, key: str, value: Any) -> str:
        """Return a value: stamps as moments, minor units as money, staff by name."""
        if value is None:
            return ""
        if key in _PEOPLE:
            return self.people.get(value, "")
        if key in _MONEY and isinstance(value, int):
            return money_text(value, self.currency)
        if (key == "at" or key.endswith("_at")) and isinstance(value, int):
            return f"{from_stamp(value).astimezone():%Y-%m-%d %H:%M}"
        if isinstance(value, dict):
            return "; ".join(f"{inner}: {self.text(inner, of)}" for inner, of in value.items() if of is not None)
        return str(value)


def _workbook(path: Path, parts: Sequence[Part]) -> tuple[protocol.WriteRequest, Iterable[bytes]]:
    sheets = tuple(
        protocol.Sheet(
            part.title, tuple(protocol.Column(str(n), text, width=18.0) for n, text in enumerate(part.headings))
        )
        for part in parts
    )
    frames = [
        frame
        for part in parts
        for frame in (protocol.plain_frame(protocol.dumps(part.rows).encode()), protocol.END_OF_ROWS)
    ]
    return protocol.WriteRequest(str(path), "xlsx", sheets), frames


def _draw(path: Path, title: str, html: str) -> bool:
    """Draw a PDF; tell whether anything here can."""
    try:
        worker.write_page(protocol.PageRequest(str(path), title, html))
    except Fault as fault:
        if fault.kind is not FaultKind.NO_PAPER:
            raise
        return False
    return True


def _html(name: str, shop: str, day: str, parts: Sequence[Part]) -> str:
    said = _T("PersonCopy", "Everything that {shop} holds of you, as of {day}.").format(shop=shop or "–", day=day)
    rights = _T(
        "PersonCopy",
        "You may have what is wrong corrected, take back any consent, and ask for your data to be erased.",
    )
    head = f"<h1>{escape(name)}</h1><p>{escape(said)}<br>{escape(rights)}</p>"
    return head + "".join(map(_part_html, parts))


def _part_html(part: Part) -> str:
    heads = "".join(f'<th align="left">{escape(text)}</th>' for text in part.headings)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in part.rows)
    table = f'<table cellpadding="3" style="font-size:8pt"><tr>{heads}</tr>{rows}</table>'
    return f"<h2>{escape(part.title)}</h2>{table}"


def _copy_files(workplace: Workplace, rows: dict[str, list[dict[str, Any]]], folder: Path) -> tuple[int, int]:
    """Write her files and photo; return how many, and how many are lost."""
    named = [(row["name"], row["sha256"]) for row in rows["attachment"]]
    named += [("photo", row["photo_sha256"]) for row in rows["customer"] if row.get("photo_sha256")]
    written = missing = 0
    for number, (name, sha256) in enumerate(named, 1):
        try:
            content = read_content(workplace.store, sha256)
        except Fault as fault:
            if fault.kind not in (FaultKind.FILE_MISSING, FaultKind.FILE_DAMAGED, FaultKind.NOT_FOUND):
                raise
            missing += 1
            continue
        with os_faults(folder):
            folder.mkdir(exist_ok=True)
        plain = "".join("_" if c in '<>:"/\\|?*' or not c.isprintable() else c for c in name).strip(" .")
        write_whole(folder / f"{number:02} {plain or 'file'}", content)
        written += 1
    return written, missing


def _log(workplace: Workplace, customer_id: int, checked: str) -> None:
    said = _T("PersonCopy", "Copy of all data for the person; identity: {how}").format(how=checked.strip() or "–")
    note_export(workplace, said, customer_id)
