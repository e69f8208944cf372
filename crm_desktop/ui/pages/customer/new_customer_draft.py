"""What is typed into the form for a new customer, and the draft made of it; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crm_desktop.base.errors import Fault
from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerDraft, DateKind, Gender, ImportantDate
from crm_desktop.services.change_dates import read_date
from crm_desktop.services.look_alike import LookAlike, look_alikes
from crm_desktop.services.workplace import Workplace

_PHONES = re.compile(r"[;；,，、\n]|\s{2,}")
CONTACTS = {"phone": ContactKind.PHONE, "wechat": ContactKind.WECHAT, "email": ContactKind.EMAIL}
PLAIN = ("company", "job_title", "card_number", "source", "likes", "allergies", "note")


@dataclass(frozen=True)
class Typed:
    """The texts of the form by field, the choices, and the shop's own fields by id."""

    texts: dict[str, str] = field(default_factory=dict)
    gender: str | None = None
    owner_id: int | None = None
    custom: dict[int, str] = field(default_factory=dict)


def draft_of(typed: Typed, region: str) -> CustomerDraft:
    """Return the draft; raise Fault VALUE_INVALID with the field it is about."""
    texts = typed.texts
    values: dict[str, object] = {key: texts[key] for key in PLAIN if texts.get(key, "").strip()}
    if typed.gender:
        values["gender"] = typed.gender
    if typed.owner_id is not None:
        values["owner_id"] = typed.owner_id
    birthday = texts.get("birthday", "").strip()
    return CustomerDraft(
        texts.get("name", ""),
        values,
        _contacts(texts, region),
        (read_date(DateKind.BIRTHDAY, birthday),) if birthday else (),
        tuple(word.strip() for word in re.split(r"[;；,，、]", texts.get("tags", "")) if word.strip()),
        {field_id: text for field_id, text in typed.custom.items() if text.strip()},
    )


def _contacts(texts: dict[str, str], region: str) -> tuple[ContactPoint, ...]:
    found = []
    for key, kind in CONTACTS.items():
        text = texts.get(key, "")
        pieces = phones_in(text) if kind is ContactKind.PHONE else [text.strip()]
        found += [read_contact(kind, piece, None, region) for piece in pieces if piece]
    return tuple(found)


def phones_in(text: str) -> list[str]:
    """Return the phones of a text that may hold several: commas, semicolons or wide gaps stand between."""
    return [piece.strip() for piece in _PHONES.split(text) if piece.strip()]


def alikes_of(workplace: Workplace, typed: Typed, region: str) -> list[LookAlike]:
    """Return who looks like what is typed so far; what cannot be read yet does not count."""
    texts = {key: text.strip() for key, text in typed.texts.items()}
    return look_alikes(
        workplace,
        texts.get("name", ""),
        phones_in(texts.get("phone", "")),
        region,
        emails=[texts["email"]] if texts.get("email") else [],
        card_number=texts.get("card_number") or None,
        birthday=_birthday(texts.get("birthday", "")),
        wechats=[texts["wechat"]] if texts.get("wechat") else [],
        gender=Gender(typed.gender) if typed.gender else None,
    )


def _birthday(text: str) -> ImportantDate | None:
    try:
        return read_date(DateKind.BIRTHDAY, text) if text else None
    except Fault:
        return None  # half a date is typed; the field says so when it is saved
