"""Custom fields: twelve types, each with one canonical text form and, where it sorts as such, a number or a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass


class FieldType(StrEnum):
    """The types a shop can give a field of its own; the type of a field never changes once it holds values."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    PHONE = "phone"
    EMAIL = "email"
    LINK = "link"


@dataclass(frozen=True)
class CustomField:
    """A field the shop added."""

    id: int
    name: str
    type: FieldType
    required: bool = False
    unique: bool = False
    default: str | None = None
    choices: tuple[str, ...] = ()
    position: int = 0
    active: bool = True

    @property
    def key(self) -> str:
        """Return the key that columns, filters and plans know the field by."""
        return f"custom:{self.id}"


@dataclass(frozen=True)
class Stored:
    """A value as the table holds it: canonical text, and number or ISO date where the type has one."""

    text: str
    number: float | None = None
    date: str | None = None


def store_value(field: CustomField, given: str) -> Stored | None:
    """Return the stored form of what was typed, None for nothing; raise Fault VALUE_INVALID with field and reason."""
    text = given.strip()
    if not text:
        return None
    try:
        return _PARSERS[field.type](field, text)
    except (ValueError, InvalidOperation):
        raise Fault(FaultKind.VALUE_INVALID, field=field.name, reason=f"not_a_{field.type.value}") from None


def _text(_field: CustomField, text: str) -> Stored:
    return Stored(text)


def _number(_field: CustomField, text: str) -> Stored:
    value = Decimal(re.sub(r"[,，\s¥￥$€%]", "", text))
    if not value.is_finite():
        raise ValueError(text)
    plain = format(value.normalize(), "f")
    return Stored(plain, float(value))


def _date(_field: CustomField, text: str) -> Stored:
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if len(parts) == 1 and len(text) == 8:
        parts = [int(text[:4]), int(text[4:6]), int(text[6:])]
    if len(parts) < 3:
        raise ValueError(text)
    day = date(*parts[:3]).isoformat()
    return Stored(day, None, day)


_YES = {"1", "yes", "y", "true", "是", "有", "对", "√", "✓"}
_NO = {"0", "no", "n", "false", "否", "无", "没有", "不", "×"}


def _yes_no(_field: CustomField, text: str) -> Stored:
    word = text.casefold()
    if word not in _YES | _NO:
        raise ValueError(text)
    return Stored("yes", 1.0) if word in _YES else Stored("no", 0.0)


def _choice(field: CustomField, text: str) -> Stored:
    if field.choices and text not in field.choices:
        raise ValueError(text)
    return Stored(text)


def _choices(field: CustomField, text: str) -> Stored:
    words = [word.strip() for word in re.split(r"[;；,，、\n]", text) if word.strip()]
    if field.choices and not set(words) <= set(field.choices):
        raise ValueError(text)
    return Stored("; ".join(dict.fromkeys(words)))


def _phone(_field: CustomField, text: str) -> Stored:
    if not re.search(r"\d{3}", text):
        raise ValueError(text)
    return Stored(text)


def _email(_field: CustomField, text: str) -> Stored:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        raise ValueError(text)
    return Stored(text)


_PARSERS: dict[FieldType, Callable[[CustomField, str], Stored]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _number,
    FieldType.PERCENT: _number,
    FieldType.DATE: _date,
    FieldType.YES_NO: _yes_no,
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.PHONE: _phone,
    FieldType.EMAIL: _email,
    FieldType.LINK: _text,
}
