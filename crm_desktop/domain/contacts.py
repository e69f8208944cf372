"""Ways to reach a customer, checked and normalised as they are typed."""

from __future__ import annotations

import re

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind, ContactPoint
from crm_desktop.domain.mask import is_masked
from crm_desktop.domain.phone import DEFAULT_REGION, parse_phone

LONGEST = 500
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")


def read_contact(kind: ContactKind, text: str, label: str | None, region: str = DEFAULT_REGION) -> ContactPoint:
    """Return a contact point of what was typed; raise Fault VALUE_INVALID with field and reason.

    A phone keeps what was typed beside its normal form, and one that is no known number (an internal line) is kept
    as long as it has three digits.
    """
    typed = text.strip()
    if not typed or len(typed) > LONGEST:
        raise Fault(FaultKind.VALUE_INVALID, field=kind.value, value=typed, reason="too_long" if typed else "empty")
    if kind is not ContactKind.ADDRESS and is_masked(typed):
        raise Fault(FaultKind.VALUE_INVALID, field=kind.value, value=typed, reason="masked")
    return ContactPoint(kind, typed, _normal(kind, typed, region), (label or "").strip() or None)


def _normal(kind: ContactKind, typed: str, region: str) -> str | None:
    if kind is ContactKind.PHONE:
        phone = parse_phone(typed, region)
        if phone.normal is None and len(re.findall(r"\d", typed)) < 3:
            raise Fault(FaultKind.VALUE_INVALID, field=kind.value, value=typed, reason="not_a_phone")
        return phone.normal
    if kind is ContactKind.EMAIL:
        if not _EMAIL.fullmatch(typed):
            raise Fault(FaultKind.VALUE_INVALID, field=kind.value, value=typed, reason="not_an_email")
        return typed.casefold()
    return None
