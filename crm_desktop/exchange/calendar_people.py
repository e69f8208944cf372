"""Whom an entry of a calendar speaks of: names, phones and e-mail addresses by which a customer may be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm_desktop.exchange.calendar_parts import Part
from crm_desktop.exchange.calendar_values import text_of
from crm_desktop.exchange.content_lines import ContentLine

_PHONE = re.compile(r"(?<![\d+])\+?\d(?:[ -]?\d){6,14}(?!\d)", re.ASCII)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)
_OF_A_PERSON = re.compile(r"X-(?!CRM-).*(?:PHONE|TEL|MOBILE|EMAIL|CONTACT)", re.ASCII)
_MOST = 20
_LETTERS = 1_000
"""Of a longer text only so much is looked through."""


@dataclass(frozen=True, slots=True)
class People:
    """What tells who is meant."""

    names: tuple[str, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]


def people_of(part: Part, title: str) -> People:
    """Return who an entry speaks of: those who attend, its contact, and a number in its title."""
    names: list[str] = []
    texts = [title]
    for line in part.lines:
        if line.name == "ATTENDEE":
            names.append(line.parameter("CN"))
            texts += [_address(line), line.parameter("EMAIL")]
        elif line.name == "CONTACT" or _OF_A_PERSON.fullmatch(line.name):
            text = text_of(line)[:_LETTERS]
            texts.append(text)
            names.append(_name_in(text))
    return People(_some(names), _some(_all(_PHONE, texts)), _some(_all(_EMAIL, texts)))


def _address(line: ContentLine) -> str:
    return re.sub(r"(?i)^(?:mailto|tel|sms):", "", line.value.strip())


def _name_in(text: str) -> str:
    """Return what is left of a contact without its numbers and addresses."""
    return _EMAIL.sub(" ", _PHONE.sub(" ", text)).strip(" ,;·/()")


def _all(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (found[0] for found in pattern.finditer(text[:_LETTERS]))


def _some(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in found if text and len(text) <= 200))[:_MOST]
