"""Rows as the list shows them, free of Qt: every text made once, when its page of rows is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import CustomerRow
from crm_desktop.domain.fields import CHANNEL_FIELDS, Field, ValueType
from crm_desktop.domain.money import places_of
from crm_desktop.domain.phone import mask_phone
from crm_desktop.services.say_money import money_text
from crm_desktop.ui.pages.customers.words import (
    ago_words,
    amount_words,
    birthday_words,
    choice_words,
    consent_words,
    day_words,
    due_day_words,
    moment_words,
    number_words,
    yes_no_words,
)

NEXT, DUE_DAYS = "next_follow_up", "due_days"
"""The day of the next follow-up, and in how many of the shop's days that is: it comes with every row."""

Pill = tuple[str, str]
"""A tag's text and the name of its colour."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: a text for each column, the tags as pills, plain values, and more about some of them."""

    id: int
    texts: tuple[str, ...]
    pills: tuple[Pill, ...]
    values: dict[str, Any]
    tips: dict[str, str]


def sentence(cells: Cells, columns: Sequence[Field]) -> str:
    """Return a row as a screen reader speaks it: the name, and each column that holds something."""
    parts = [
        _T("Row", "{label}: {value}").format(label=field.label, value=text)
        for field, text in zip(columns, cells.texts, strict=True)
        if text and field.key != "name"
    ]
    return _T("Row", "; ", "between the parts of a spoken row").join([str(cells.values["name"]), *parts])


class CellMaker:
    """Turns rows of one arrangement of columns into cells; safe to use on the reading thread."""

    def __init__(
        self, columns: Sequence[Field], today: date, zone: tzinfo | None, mask: bool, currency: str = "CNY"
    ) -> None:
        self.columns = tuple(columns)
        self._today = today
        self._zone = zone
        self._mask = mask
        self._currency = currency
        self._makers = [self._maker(field) for field in columns]
        self._due_at = next((place for place, field in enumerate(columns) if field.key == NEXT), None)
        self._moments = [field.key for field in columns if field.type is ValueType.MOMENT]

    def make(self, row: CustomerRow) -> Cells:
        """Return the cells of a row."""
        values = row.values
        texts = tuple(make(values.get(key)) for key, make in self._makers)
        if self._due_at is not None:
            texts = (*texts[: self._due_at], _due(values), *texts[self._due_at + 1 :])
        pills = tuple((tag.name, tag.colour) for tag in values.get("tags") or ())  # type: ignore[attr-defined]
        return Cells(row.id, texts, pills, values, self._tips(values))

    def _tips(self, values: dict[str, Any]) -> dict[str, str]:
        """Return the moments behind words such as "3 weeks ago"."""
        return {key: moment_words(self._local(values[key])) for key in self._moments if values.get(key) is not None}

    def _maker(self, field: Field) -> tuple[str, Callable[[Any], str]]:
        return field.key, self._makers_by_key().get(field.key) or self._makers_by_type(field)

    def _makers_by_key(self) -> dict[str, Callable[[Any], str]]:
        return {
            "phone": self._phone,
            "birthday": lambda value: birthday_words(*value) if value else "",
            "last_contact_at": self._last_contact,
            **dict.fromkeys(CHANNEL_FIELDS, consent_words),
            **dict.fromkeys(("spent", "stored_value"), self._money),
        }

    def _makers_by_type(self, field: Field) -> Callable[[Any], str]:
        if field.unit:
            return lambda value: amount_words(_number(value), field.unit, self._currency)
        words = choice_words(field.key)
        if words:
            return lambda value: words.get(value, _text(value))
        made: dict[ValueType, Callable[[Any], str]] = {
            ValueType.MOMENT: lambda value: "" if value is None else day_words(self._local(value).date()),
            ValueType.DATE: _day,
            ValueType.NUMBER: _number,
            ValueType.YES_NO: lambda value: yes_no_words().get(value, ""),
            ValueType.TAGS: _tags,
        }
        return made.get(field.type, _text)

    def _phone(self, value: Any) -> str:
        return mask_phone(_text(value)) if self._mask else _text(value)

    def _money(self, value: Any) -> str:
        """Return an amount that comes in the currency's own unit with all its decimals: they stand under each other."""
        return "" if value is None else money_text(round(value * 10 ** places_of(self._currency)), self._currency)

    def _last_contact(self, value: Any) -> str:
        return (
            _T("Ago", "Never", "last contact") if value is None else ago_words(self._local(value).date(), self._today)
        )

    def _local(self, stamp: int) -> datetime:
        return datetime.fromtimestamp(stamp / 1000, UTC).astimezone(self._zone)


def _text(value: Any) -> str:
    """Return a text on one line."""
    if value is None:
        return ""
    text = str(value)
    return " ".join(text.split()) if "\n" in text or "\t" in text else text


def _day(value: Any) -> str:
    try:
        return day_words(date.fromisoformat(value)) if value else ""
    except ValueError:
        return _text(value)


def _due(values: dict[str, Any]) -> str:
    """Return when the next follow-up is due."""
    day, ahead = values.get(NEXT), values.get(DUE_DAYS)
    return due_day_words(None if day is None else date.fromisoformat(day), ahead)


def _number(value: Any) -> str:
    try:
        return "" if value in (None, "") else number_words(float(value))
    except ValueError:
        return _text(value)


def _tags(value: Any) -> str:
    return ", ".join(tag.name for tag in value or ())
