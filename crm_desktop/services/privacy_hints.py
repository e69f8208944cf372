"""Calm hints beside a record: what does not belong into a note, and whose guardian has to agree."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Customer, DateKind
from crm_desktop.domain.sensitive import Sensitive, is_child, sensitive_in


def text_hint(text: str) -> str:
    """Return the hint for a text that is being written, "" for none."""
    found = sensitive_in(text)
    return (
        _T("Hints", "{what}: better left out. Write only what the shop needs.").format(
            what=_T("Hints", ", ").join(_words()[one] for one in found)
        )
        if found
        else ""
    )


def record_hints(customer: Customer, today: date) -> list[str]:
    """Return the hints for a record: its notes, then the customer's age."""
    texts = (customer.note, customer.likes, customer.dislikes, *(value.text for value in customer.custom_values))
    hint = text_hint("\n".join(text for text in texts if text))
    hints = [hint] if hint else []
    birthdays = (one for one in customer.dates if one.kind is DateKind.BIRTHDAY and not one.lunar)
    if any(is_child(one.year, one.month, one.day, today) for one in birthdays):
        hints.append(_T("Hints", "Under 14: a parent or guardian has to agree, and is written to instead."))
    return hints


def _words() -> dict[Sensitive, str]:
    return {
        Sensitive.ID_CARD: _T("Hints", "This looks like the number of an identity card"),
        Sensitive.BANK_CARD: _T("Hints", "This looks like the number of a bank card"),
        Sensitive.HEALTH: _T("Hints", "This speaks of health"),
    }
