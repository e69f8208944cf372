"""Chinese names in Latin letters: full pinyin, initials, a sort key, with surnames read as surnames.

A general table reads 曾 as "ceng" and 单 as "dan"; as surnames they are "zeng" and "shan". The
surname readings come from pinyin-pro and overtrue/pinyin, those of single characters from pypinyin (all MIT); both are
shipped in resources/names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from crm_desktop.base.records import dataclass

_MAX_SUFFIX_SYLLABLES = 6
"""Longer names (companies) are spelt whole and by first letters only: nobody starts in their middle."""


_COMMON_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")
_FIRST_IDEOGRAPH, _FIRST_COMMON, _LAST_COMMON = 0x3400, 0x4E00, 0x9FFF
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x323AF), (0xF900, 0xFAFF))


@dataclass(frozen=True)
class Spelling:
    """How a text sounds: `key` sorts lists, `words` are the Latin words it is found by."""

    key: str
    words: tuple[str, ...]


def is_chinese(character: str) -> bool:
    """Tell whether a character is a Chinese one (unified ideographs and their extensions)."""
    code = ord(character)
    if _FIRST_COMMON <= code <= _LAST_COMMON:
        return True
    return code >= _FIRST_IDEOGRAPH and any(first <= code <= last for first, last in _IDEOGRAPHS)


def plain(text: str) -> str:
    """Return a text for comparing: NFKC, case folded, accents off, blanks single."""
    if _COMMON_IDEOGRAPHS.fullmatch(text):  # as most names are: nothing to fold
        return text
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


@cache
def surname_readings() -> dict[str, str]:
    """Return the reading of every surname that a general table would read wrongly, without tone marks."""
    found: dict[str, str] = json.loads(_shipped("surname_readings.json"))
    return found


@cache
def _character_readings() -> str:
    """Return the table of readings as it lies in its file: a line for each character, in order.

    It is looked through, not taken apart: 40,000 entries made into a dictionary hold the interpreter, and so the window
    in which the first Chinese name is spelt, for longer than a frame.
    """
    return _shipped("character_readings.txt")


def _shipped(name: str) -> str:
    file = resources.files("crm_desktop") / "resources" / "names" / name
    return file.read_text(encoding="utf-8")


@lru_cache(maxsize=32_768)
def readings(character: str) -> tuple[str, ...]:
    """Return the pinyin readings of one character, the usual one first; the character itself where it has none."""
    table = _character_readings()
    low, high = 0, len(table)
    while low < high:  # both stand where a line begins, and the line is between them
        start = table.rfind("\n", low, (low + high) // 2) + 1 or low
        end = table.index("\n", start)
        if table[start] == character:
            return tuple(table[start + 1 : end].split(","))
        if table[start] < character:
            low = end + 1
        else:
            high = start
    return (character,)


@lru_cache(maxsize=65_536)
def spell(name: str) -> Spelling:
    """Spell a person's name; Latin parts stay as they are."""
    text = plain(name)
    runs = _runs(text)
    words: list[str] = []
    key: list[str] = []
    for position, (chinese, run) in enumerate(runs):
        if not chinese:
            key.append(run)
            continue
        syllables = _syllables(run, as_name=position == 0)
        key.extend(syllables)
        words.extend(_forms(syllables))
        words.extend(_other_readings(run, syllables))
    return Spelling(" ".join(key), tuple(dict.fromkeys(words)))


@lru_cache(maxsize=65_536)
def sort_key(name: str) -> str:
    """Return the `key` of a name's spelling alone, for who needs no words."""
    return " ".join(
        part
        for position, (chinese, run) in enumerate(_runs(plain(name)))
        for part in (_syllables(run, as_name=position == 0) if chinese else [run])
    )


def _runs(text: str) -> list[tuple[bool, str]]:
    """Split into runs of Chinese characters and runs of anything else."""
    if _COMMON_IDEOGRAPHS.fullmatch(text):
        return [(True, text)]
    runs: list[tuple[bool, str]] = []
    for character in text:
        chinese = is_chinese(character)
        if runs and runs[-1][0] == chinese:
            runs[-1] = (chinese, runs[-1][1] + character)
        else:
            runs.append((chinese, character))
    return [(chinese, run.strip()) for chinese, run in runs if run.strip()]


def _syllables(run: str, *, as_name: bool) -> list[str]:
    known = surname_readings() if as_name else {}
    for length in (2, 1):
        if len(run) >= length and run[:length] in known:
            return known[run[:length]].split() + [readings(c)[0] for c in run[length:]]
    return [readings(c)[0] for c in run]


def _forms(syllables: list[str]) -> list[str]:
    """Return what people type: the whole, the name from each syllable on, and the same by first letters."""
    starts = range(len(syllables)) if len(syllables) <= _MAX_SUFFIX_SYLLABLES else range(1)
    found = ["".join(syllables[start:]) for start in starts]
    initials = "".join(s[0] for s in syllables)
    found += [initials[start:] for start in starts if len(initials) - start > 1]
    return found


def _other_readings(run: str, syllables: list[str]) -> list[str]:
    """Return the forms with the first character's other readings: not every 单 calls himself Shan."""
    others = [r for r in readings(run[0]) if r != syllables[0]][:3]
    return [form for other in others for form in ("".join([other, *syllables[1:]]), _first_letters(other, syllables))]


def _first_letters(first: str, syllables: list[str]) -> str:
    return "".join(s[0] for s in [first, *syllables[1:]])
