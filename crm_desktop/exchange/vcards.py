"""Reads .vcf files of every version as a table, one card a row; a broken card is named, never fatal."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.addresses import Address
from crm_desktop.exchange.content import UserFile
from crm_desktop.exchange.encoding import decode
from crm_desktop.exchange.own_cards import own_values
from crm_desktop.exchange.plan import Target
from crm_desktop.exchange.table import BadCell, Cell, CellProblem, FileKind, NoteKind, ReadNote, Row, SheetInfo, Table

_PICTURES = {"PHOTO", "LOGO", "SOUND", "KEY", "PROFILE", "AGENT", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"}
_PROPERTY = re.compile(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)[;:]")
_KNOWN = {"BEGIN", "END", "VERSION", "N", "FN", "NICKNAME", "TEL", "EMAIL", "ADR", "LABEL", "ORG", "TITLE", "ROLE"}
_KNOWN |= {"BDAY", "NOTE", "URL", "CATEGORIES", "UID", "REV", "IMPP", "GENDER", "ANNIVERSARY"} | _PICTURES
_LINE_END = re.compile(r"\r\n|\r|\n")
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_LABELS = {
    "cell": "mobile",
    "iphone": "mobile",
    "mobile": "mobile",
    "car": "mobile",
    "work": "work",
    "home": "home",
    "fax": "fax",
    "pager": "other",
}
_RETOLD = {Target.FAMILY_NAME, Target.GIVEN_NAME, Target.FILE_NUMBER, Target.TAGS}
"""What our own cards tell phones in their way, and the program itself in another."""
_OWN = {target.value for target in Target} - {Target.CUSTOM, Target.SKIP}
_TEXTS = (
    ("nickname", "nickname", Target.NICKNAME),
    ("title", "job title", Target.JOB_TITLE),
    ("role", "role", Target.CUSTOM),
    ("url", "website", Target.CUSTOM),
    ("x-qq", "QQ", Target.CUSTOM),
    ("note", "note", Target.NOTE),
    ("x-gender", "gender", Target.GENDER),
    ("uid", "uid", Target.FILE_NUMBER),
)
_DATES = (
    ("bday", "birthday", Target.BIRTHDAY),
    ("anniversary", "anniversary", Target.OTHER_DATE),
    ("x-anniversary", "anniversary", Target.OTHER_DATE),
    ("x-evolution-anniversary", "anniversary", Target.OTHER_DATE),
    ("x-ms-anniversary", "anniversary", Target.OTHER_DATE),
)

Field = tuple[str, str]
"""Heading and target of a value of a card."""


def read_vcards(path: UserFile, encoding: str | None = None) -> Table:
    """Read a file of cards.

    Raises Fault: ENCODING_UNKNOWN, FILE_EMPTY, FILE_NOT_READABLE.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise Fault(FaultKind.FILE_NOT_READABLE, file=path.name) from None
    text, encoding = decode(data, path.name, encoding)
    cards = [_read_card(card) for card in split_cards(text)]
    if not cards:
        raise Fault(FaultKind.FILE_EMPTY, file=path.name)
    fields = list(dict.fromkeys(field for card in cards for field in card))[: limits.MAX_COLUMNS]
    rows: list[Row] = [(number, [card.get(field) for field in fields]) for number, card in enumerate(cards, 1)]
    notes = (ReadNote(NoteKind.PHOTOS_LEFT_OUT),) if re.search(r"(?im)^(?:\w+\.)?PHOTO[;:]", text) else ()
    info = SheetInfo("", len(rows), len(fields))
    return Table(FileKind.VCARD, info, partial(iter, rows), (info,), encoding, None, notes, tuple(fields))


def split_cards(text: str) -> Iterator[str]:
    """Yield each card's own lines; cards inside cards stay inside."""
    depth = 0
    lines: list[str] = []
    for line in _LINE_END.split(text):
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            depth += 1
        if depth:
            lines.append(line)
        if word == "END:VCARD" and depth:
            depth -= 1
            if not depth:
                yield "\n".join(lines)
                lines = []
    if lines:
        yield "\n".join(lines)  # cut off: named as broken by whoever reads it


def _without_pictures(card: str) -> str:
    """Drop pictures and keys, whose broken base64 would cost the whole card."""
    kept: list[str] = []
    dropping = False
    for line in card.split("\n"):
        match = _PROPERTY.match(line)
        if match and match[1].upper() in _KNOWN and kept and kept[-1].endswith("="):
            kept[-1] = kept[-1][:-1]  # a soft line break that leads nowhere would eat this property
        if match:
            dropping = match[1].upper() in _PICTURES
        elif dropping and not (line[:1].isspace() or not line or _BASE64_LINE.fullmatch(line.strip())):
            dropping = False
        if not dropping and line.strip():
            kept.append(line)
    return "\n".join(kept) + "\n"


def _read_card(card: str) -> dict[Field, Cell]:
    import vobject

    if not card.rstrip().upper().endswith("END:VCARD"):
        return _broken(card)
    try:
        component = vobject.readOne(_without_pictures(card), ignoreUnreadable=True, allowQP=True)
        values: dict[Field, Cell] = {field: value for field, value in _values(component) if value not in ("", None)}
        return _with_own(values, card) or _broken(card)
    except Exception:  # noqa: BLE001 - the library raises every kind there is on a broken card
        return _broken(card)


def _broken(card: str) -> dict[Field, Cell]:
    name = re.search(r"(?im)^(?:FN|N)([^:\n]*):(.*)$", card)
    text = name[2].strip() if name else ""
    if name and "QUOTED-PRINTABLE" in name[1].upper():
        text = quopri.decodestring(text.encode("ascii", "replace")).decode("utf-8", "replace")
    return {("name", Target.NAME.value): BadCell(CellProblem.BROKEN_CARD, text.strip(";"))}


def _with_own(values: dict[Field, Cell], card: str) -> dict[Field, Cell]:
    """Return a card's values; of one that this program wrote, its own properties go before what phones make of them."""
    own = list(own_values(card))
    if not any(name == "PUBLIC-ID" for name, _ in own):
        return values
    kept = {field: value for field, value in values.items() if Target(field[1]) not in _RETOLD}
    for name, (value, *more) in own:
        key = name.lower().replace("-", "_")
        if name == "CUSTOM" and more:
            kept[_field(value, Target.CUSTOM)] = ";".join(more)
        elif key in _OWN:
            kept[_field(key.replace("_", " "), Target(key))] = value
    return kept


def _values(card: Any) -> Iterator[tuple[Field, Cell]]:
    contents = card.contents
    yield from _names(contents)
    yield from _several(contents, "tel", "phone", Target.PHONE, Target.PHONE_LABEL)
    yield from _several(contents, "email", "email", Target.EMAIL, Target.EMAIL_LABEL)
    for number, line in enumerate(contents.get("x-wechat", ()), 1):
        yield _field(f"wechat {number}" if number > 1 else "wechat", Target.WECHAT), _text(line.value)
    for number, line in enumerate(contents.get("adr", ()), 1):
        yield _field(f"address {number}", Target.ADDRESS), _address(line.value)
        yield _field(f"address {number} type", Target.ADDRESS_LABEL), _label(line)
    for line in contents.get("org", ())[:1]:
        yield _field("company", Target.COMPANY), _text(line.value[0] if isinstance(line.value, list) else line.value)
    for line in contents.get("gender", ())[:1]:
        yield _field("gender", Target.GENDER), _text(line.value).partition(";")[0]
    for name, heading, target in _TEXTS:
        for line in contents.get(name, ())[:1]:
            yield _field(heading, target), _text(line.value)
    for name, heading, target in _DATES:
        for line in contents.get(name, ())[:1]:
            yield _field(heading, target), _text(line.value).partition("T")[0]
    tags = [_text(line.value) for line in contents.get("categories", ())]
    yield _field("tags", Target.TAGS), ",".join(tags)


def _field(heading: str, target: Target) -> Field:
    return heading, target.value


def _names(contents: dict[str, list[Any]]) -> Iterator[tuple[Field, Cell]]:
    full = _text(contents["fn"][0].value) if contents.get("fn") else ""
    name = contents["n"][0].value if contents.get("n") else None
    if name is None:
        yield _field("name", Target.NAME), full
        return
    if hasattr(name, "family"):
        yield _field("name", Target.NAME), full
        yield _field("family name", Target.FAMILY_NAME), _text(name.family)
        yield _field("given name", Target.GIVEN_NAME), _text(name.given)
    else:
        yield _field("name", Target.NAME), full or _text(name)


def _several(
    contents: dict[str, list[Any]], name: str, heading: str, target: Target, label: Target
) -> Iterator[tuple[Field, Cell]]:
    for number, line in enumerate(contents.get(name, ()), 1):
        yield _field(f"{heading} {number}", target), _plain(_text(line.value))
        yield _field(f"{heading} {number} type", label), _label(line)


def _plain(text: str) -> str:
    """Return a phone or e-mail without its address scheme and parameter words."""
    return text.removeprefix("tel:").removeprefix("mailto:").replace(";ext=", " ext. ")


def _label(line: Any) -> str:
    words = [str(word).lower() for word in (*line.params.get("TYPE", ()), *getattr(line, "singletonparams", ()))]
    words = [part for word in words for part in word.split(",")]
    if "fax" in words:
        return "fax"
    return next((_LABELS[word] for word in words if word in _LABELS), "")


def _address(value: Any) -> str:
    if not hasattr(value, "street"):
        return _text(value)
    address = Address()
    parts = {Target.COUNTRY: value.country, Target.PROVINCE: value.region, Target.CITY: value.city}
    parts |= {Target.STREET: [value.street, value.extended, value.box], Target.POSTCODE: value.code}
    for target, part in parts.items():
        if _text(part):
            address.add(target, _text(part))
    return address.joined()


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_text(part) for part in value if part)
    return str(value or "").strip().replace("\\:", ":")
