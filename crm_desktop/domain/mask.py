"""Phone numbers and e-mails with their middle hidden, for whoever may not see them in full."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, TypeVar, cast

from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerRow
from crm_desktop.domain.journal import FieldChange
from crm_desktop.domain.phone import mask_phone

T = TypeVar("T")

_PHONE = re.compile(r"\+?\d(?:[ ()-]{0,2}\d){6,}")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+")
_STARS = "**"


def mask_email(text: str) -> str:
    """Return an address with the name hidden but its first letter: w***@x.com."""
    name, at, host = text.partition("@")
    return f"{name[:1]}***{at}{host}"


def mask_text(text: str) -> str:
    """Return a text with every phone number and e-mail in it masked."""
    without = _EMAIL.sub(lambda found: mask_email(found.group()), text)
    return _PHONE.sub(lambda found: mask_phone(found.group()), without)


def is_masked(text: str) -> bool:
    """Tell whether a text is what somebody was shown instead of a number."""
    return _STARS in text


def mask_contact(point: ContactPoint) -> ContactPoint:
    """Return a contact point as it may be shown; addresses are no numbers."""
    if point.kind is ContactKind.PHONE:
        return replace(point, value=mask_phone(point.shown), normal=None)
    if point.kind is ContactKind.EMAIL:
        return replace(point, value=mask_email(point.value), normal=None)
    if point.kind is ContactKind.WECHAT:
        return replace(point, value=mask_text(point.value), normal=None)
    return point


def shown_masked(text: str, point: ContactPoint) -> bool:
    """Tell whether a text is the masked form of a contact point: who leaves it as it is changes nothing."""
    return is_masked(text) and text == mask_contact(point).value


def masked(value: T) -> T:
    """Return a result with every phone number and e-mail in it masked, however deep they lie.

    It knows contact points, rows of lists, changes of the journal, and fields of dataclasses that are called phone or
    email; what holds none of these comes back as it is.
    """
    return cast(T, _masked(value))


def _masked(value: Any) -> Any:
    if isinstance(value, str | bytes | int | float) or value is None:
        return value
    for kind, rule in _RULES:
        if isinstance(value, kind):
            return rule(value)
    return _dataclass(value) if is_dataclass(value) and not isinstance(value, type) else value


def _row(row: CustomerRow) -> CustomerRow:
    return replace(row, values={key: _by_name(key, one) for key, one in row.values.items()})


def _mapping(values: dict[Any, Any]) -> dict[Any, Any]:
    return {key: _masked(one) for key, one in values.items()}


def _all(values: Any) -> Any:
    made = [_masked(one) for one in values]
    if hasattr(values, "_fields"):
        return type(values)(*made)
    return type(values)(made)


def _dataclass(value: Any) -> Any:
    told = any(str(getattr(value, name, "")) in _NUMBERED for name in ("sign", "field", "key"))
    changed = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = _told(before) if told and field.name in _TELLING else _by_name(field.name, before)
        if after is not before and after != before:
            changed[field.name] = after
    return replace(value, **changed) if changed else value


_TELLING = ("value", "other", "cells", "before", "after", "imported", "now", "put_back")
"""Fields that say what another field of the same object (a sign, a key) speaks of."""
_NUMBERED = frozenset(
    {"phone", "email", "wechat", "same_phone", "near_phone", "shared_phone", "same_email", "near_email", "same_wechat"}
)


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, list | tuple):
        return type(value)(_told(one) for one in value)
    return _masked(value)


_NAMED: dict[str, Callable[[str], str]] = {
    "phone": mask_phone,
    "phones": mask_phone,
    "customer_phone": mask_phone,
    "email": mask_email,
    "wechat": mask_text,
    "why": mask_text,
}


def _by_name(name: str, value: Any) -> Any:
    mask = _NAMED.get(name)
    if mask is None:
        return _masked(value)
    if isinstance(value, str):
        return mask(value) if value else value
    if isinstance(value, list | tuple):
        return type(value)(mask(one) if isinstance(one, str) else _masked(one) for one in value)
    return _masked(value)


def _change(change: FieldChange) -> FieldChange:
    """Mask what a change of the journal tells of contact points, those that came with a customer's import too."""
    inner = change.entity == "contact_point"
    return replace(change, before=_payload(change.before, inner=inner), after=_payload(change.after, inner=inner))


def _payload(values: dict[str, object], *, inner: bool) -> dict[str, object]:
    return {key: _deep(value) if inner or key in ("parts", *_NAMED) else value for key, value in values.items()}


def _deep(value: object) -> object:
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, list):
        return [_deep(one) for one in value]
    if isinstance(value, dict):
        return {key: _deep(one) for key, one in value.items()}
    return value


_RULES: tuple[tuple[type | UnionType, Callable[[Any], Any]], ...] = (
    (ContactPoint, mask_contact),
    (CustomerRow, _row),
    (FieldChange, _change),
    (list | tuple | set | frozenset, _all),
    (dict, _mapping),
)
