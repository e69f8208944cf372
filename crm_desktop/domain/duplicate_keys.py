"""Keys by which customers who may be one are brought together: only those who share a key are compared.

Each key leaves one thing open: a slip in the phone, in the birthday, in the name. A key that very many share (one
phone for a whole company, one name and a town) says too little and is left out by whoever uses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from crm_desktop.domain.duplicates import Day, names_a_door
from crm_desktop.domain.name_likeness import name_traits

_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile("[a-z]+")
_GROUPS = {
    letter: digit
    for letters, digit in (("bfpv", "1"), ("cgjkqsxz", "2"), ("dt", "3"), ("l", "4"), ("mn", "5"), ("r", "6"))
    for letter in letters
}
_SOUND_LENGTH, _SLIP_LENGTH, _BEGINNING = 4, 3, 1
_TAIL, _HEAD, _LAST = 8, 7, 4
_LONGEST_NAME = 4
"""Words or syllables of a name that make keys; longer ones are companies, compared by what else they share."""


class KeyKind(StrEnum):
    """What two customers share who come under one key."""

    PHONE = "phone"
    EMAIL = "email"
    MAIL_HOST = "mail_host"
    WECHAT = "wechat"
    CARD = "card"
    NAME = "name"
    NAME_AND_PHONE = "name_and_phone"
    NAME_AND_BIRTHDAY = "name_and_birthday"
    PART_AND_BIRTHDAY = "part_and_birthday"
    NAME_AND_ADDRESS = "name_and_address"
    BIRTHDAY_AND_ADDRESS = "birthday_and_address"


Key = tuple[KeyKind, object]

CROWDED_ANYWAY = frozenset({KeyKind.MAIL_HOST})
"""Kinds that help a few (a company's own mail) and whose crowds (everybody's mail) are no news."""


def phone_keys(phone: str) -> Iterator[Key]:
    """Yield the keys of a phone: the number, and its last eight digits whatever stands before them."""
    yield KeyKind.PHONE, phone
    if len(phone) > _TAIL:
        yield KeyKind.PHONE, phone[-_TAIL:]


def email_keys(email: str) -> Iterator[Key]:
    """Yield the keys of an e-mail address: all of it, and each half by its sound, with what a slip leaves alone."""
    yield KeyKind.EMAIL, email
    local, _, domain = email.partition("@")
    letters, numbers = _LETTERS.findall(local), _DIGITS.findall(local)
    if letters and len(local) >= _LAST:
        yield KeyKind.EMAIL, (sound_of("".join(letters))[:_SLIP_LENGTH], *numbers)
    if local and (words := _LETTERS.findall(domain)):
        yield KeyKind.MAIL_HOST, (local[0], sound_of(words[0]))


def person_keys(name: str, phones: Sequence[str], days: Sequence[Day], addresses: Sequence[str]) -> Iterator[Key]:
    """Yield the keys that take the name together with something else."""
    sounds = name_sounds(name)
    whole, initials = "".join(sorted(sounds)), "".join(sorted(sound[0] for sound in sounds))
    chinese = is_chinese_name(name)
    if not chinese:
        yield from ((KeyKind.NAME, pair) for pair in pairs_of(sounds) if " " in pair)
    for phone in phones:
        if sounds:
            yield KeyKind.NAME_AND_PHONE, (initials, phone[-_LAST:])
            yield KeyKind.NAME_AND_PHONE, (whole, phone[:-_LAST][-_HEAD:])
    for date in days:
        yield from _birthday_keys(sounds, date, chinese=chinese)
    for address in addresses:
        if names_a_door(address):
            numbers = _DIGITS.findall(address)
            yield from ((KeyKind.NAME_AND_ADDRESS, (sound, *numbers[:1])) for sound in pairs_of(sounds))
            yield from ((KeyKind.NAME_AND_ADDRESS, (sound, *numbers)) for sound in set(sounds))
            yield from ((KeyKind.BIRTHDAY_AND_ADDRESS, (date, *numbers[:1])) for date in days if date[0])


def is_chinese_name(name: str) -> bool:
    """Tell whether a name is compared by Chinese characters: too many share one to be compared for it alone."""
    return bool(name_traits(name).syllables)


def _birthday_keys(sounds: Sequence[str], date: Day, *, chinese: bool) -> Iterator[Key]:
    year, month, day, lunar = date
    whole = "".join(sorted(sounds))
    if sounds:
        yield KeyKind.NAME_AND_BIRTHDAY, (whole, month, day, lunar)
    if not year:
        return
    if chinese:
        yield KeyKind.NAME_AND_BIRTHDAY, (whole, year, month)
        yield KeyKind.NAME_AND_BIRTHDAY, (whole, year, 0, day)
    for sound in () if chinese else set(sounds):
        yield KeyKind.PART_AND_BIRTHDAY, (sound, year, month)
        yield KeyKind.PART_AND_BIRTHDAY, (sound, month, day)
        yield KeyKind.PART_AND_BIRTHDAY, (sound, year, 0, day)
    yield from ((KeyKind.NAME_AND_BIRTHDAY, (sound, date)) for sound in _ends(sounds, chinese=chinese))
    if not sounds:
        yield KeyKind.NAME_AND_BIRTHDAY, date


def _ends(sounds: Sequence[str], *, chinese: bool) -> set[str]:
    """Return the first and the last part of a name, of words only how they begin: most slips leave one as it was."""
    ends = {sounds[0], sounds[-1]} if sounds else set()
    return ends if chinese else {sound[:_BEGINNING] for sound in ends}


def pairs_of(sounds: Iterable[str]) -> Iterator[str]:
    """Yield every two parts of a name together, in whatever order they stand; a single part by itself."""
    ordered = sorted(set(sounds))
    if len(ordered) < 2:
        yield from ordered
    yield from (f"{one} {other}" for one, other in combinations(ordered, 2))


@lru_cache(maxsize=262_144)
def name_sounds(name: str) -> tuple[str, ...]:
    """Return how the parts of a name sound: pinyin of Chinese characters, a code of words in Latin letters."""
    traits = name_traits(name)
    if traits.syllables:
        return traits.syllables[:_LONGEST_NAME]
    return tuple(sound_of(word) for word in traits.words[:_LONGEST_NAME])


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """Return a code that words keep through the usual slips: the first letter, then groups of like consonants."""
    code, last = word[0], _GROUPS.get(word[0], "")
    for letter in word[1:]:
        group = _GROUPS.get(letter, "")
        if group and group != last:
            code += group
        if letter not in "hw":
            last = group
    return code[:_SOUND_LENGTH]
