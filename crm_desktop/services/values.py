"""Checking the values a user gives for a customer's fields, and turning them into columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import Gender, Status
from crm_desktop.store import customers, lookups

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 200
TEXT_LENGTH = 100_000
_CHOICES = {"gender": Gender, "status": Status}


def checked_name(name: object) -> str:
    """Return a name without stray blanks; raise Fault VALUE_INVALID where it is empty or too long."""
    text = clean_text(name)
    if text is None or len(text) > NAME_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="name", reason="empty" if text is None else "too_long")
    return text


def checked_line(value: object, most: int, field: str = "name") -> str:
    """Return a text of one line with single blanks; raise Fault VALUE_INVALID where it is empty or too long."""
    line = " ".join((clean_text(value) or "").split())
    if not line or len(line) > most:
        raise Fault(FaultKind.VALUE_INVALID, field=field, value=line, reason="too_long" if line else "empty")
    return line


def clean_text(value: object) -> str | None:
    """Return a text without control characters and outer blanks; None where nothing is left."""
    text = "".join(c for c in str(value or "") if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
    return text[:TEXT_LENGTH] or None


def customer_columns(work: UnitOfWork, values: Mapping[str, object], customer_id: int | None = None) -> dict[str, Any]:
    """Turn field values into columns of `customer`; companies and households are found or made by name."""
    return dict(_column(work, name, value, customer_id) for name, value in values.items())


def _column(work: UnitOfWork, name: str, value: object, customer_id: int | None) -> tuple[str, Any]:
    text = clean_text(value)
    if name in _BY_NAME:
        column, find = _BY_NAME[name]
        return column, find(work, text) if text else None
    if name == "card_number":
        return name, _free_card_number(work, text, customer_id)
    if name in _REFERENCES:
        return name, _reference(name, text, customer_id)
    if name not in customers.PLAIN_FIELDS:
        raise Fault(FaultKind.VALUE_INVALID, field=name, reason="unknown_field")
    return name, _CHECKS.get(name, _as_it_is)(text)


def _as_it_is(text: str | None) -> str | None:
    return text


def _gender(text: str | None) -> str | None:
    return _choice("gender", text) if text else None


def _status(text: str | None) -> str:
    return _choice("status", text or Status.ACTIVE.value)


_BY_NAME = {"company": ("company_id", customers.company_id), "household": ("household_id", customers.household_id)}
_REFERENCES = frozenset({"introducer_id", "owner_id", "household_id", "company_id"})
_CHECKS: dict[str, Callable[[str | None], str | None]] = {
    "name": checked_name,
    "gender": _gender,
    "status": _status,
}


def _choice(name: str, text: str) -> str:
    if text not in list(_CHOICES[name]):
        raise Fault(FaultKind.VALUE_INVALID, field=name, reason="not_a_choice")
    return text


def _free_card_number(work: UnitOfWork, number: str | None, customer_id: int | None) -> str | None:
    holder = lookups.card_holder(work.connection, number) if number else None
    if holder is not None and holder != customer_id:
        raise Fault(FaultKind.VALUE_TAKEN, field="card_number", value=number, holder=holder)
    return number


def _reference(name: str, text: str | None, customer_id: int | None) -> int | None:
    if text is None:
        return None
    row_id = int(text)
    if name == "introducer_id" and row_id == customer_id:
        raise Fault(FaultKind.VALUE_INVALID, field=name, reason="self")
    return row_id
