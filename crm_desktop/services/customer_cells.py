"""A customer's fields as text, for putting customers side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.customer import Customer
from crm_desktop.domain.fields import standard_fields
from crm_desktop.domain.merge_plan import CONTACT_FIELDS, STANDARD_FIELDS, birthday, custom_text
from crm_desktop.services import words
from crm_desktop.services.say_dates import date_text

SEPARATOR = "; "


def compared_labels(fields: Sequence[CustomField], customers: Sequence[Customer]) -> dict[str, str]:
    """Return the fields to compare and their labels: the program's own, then the shop's that anybody has filled."""
    labels = {field.key: field.label for field in standard_fields()} | {"photo": _T("Field", "Photo")}
    found = {key: labels[key] for key in STANDARD_FIELDS}
    filled = {value.field_id for one in customers for value in one.custom_values}
    return found | {f"custom:{field.id}": field.name for field in fields if field.id in filled}


def cell(one: Customer, key: str, fields: Sequence[CustomField], zone: tzinfo | None = None) -> str:
    """Return a customer's value of a field as people read it, "" for none."""
    if key in CONTACT_FIELDS:
        return SEPARATOR.join(contact.shown for contact in one.contacts_of(CONTACT_FIELDS[key]))
    if key.startswith("custom:"):
        return _custom(one, int(key.partition(":")[2]), fields)
    if key == "created_at":
        return f"{one.created_at.astimezone(zone):%Y-%m-%d}"
    say = _SAID.get(key)
    return say(one) if say else str(getattr(one, key) or "")


def _birthday(one: Customer) -> str:
    day = birthday(one)
    return date_text(day) if day else ""


def _status(one: Customer) -> str:
    parts = (words.status_words()[one.status], one.status_reason)
    return " · ".join(part for part in parts if part)


def _photo(one: Customer) -> str:
    return _T("Merge", "photo {mark}").format(mark=one.photo_sha256[:6]) if one.photo_sha256 else ""


_SAID: dict[str, Callable[[Customer], str]] = {
    "birthday": _birthday,
    "tags": lambda one: SEPARATOR.join(tag.name for tag in one.tags),
    "gender": lambda one: words.gender_words()[one.gender] if one.gender else "",
    "status": _status,
    "photo": _photo,
}


def _custom(one: Customer, field_id: int, fields: Sequence[CustomField]) -> str:
    text = custom_text(one, field_id) or ""
    field = next((field for field in fields if field.id == field_id), None)
    if text and field is not None and field.type is FieldType.YES_NO:
        return words.yes_no(text == "yes")
    return text
