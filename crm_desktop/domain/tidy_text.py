"""Tidying a text: full-width characters, blanks, upper and lower case; what is tidy already stays as it is."""

from __future__ import annotations

import re
from enum import StrEnum

from crm_desktop.domain.names import is_chinese


class Case(StrEnum):
    """How the Latin letters of a text are written."""

    AS_IT_IS = "as_it_is"
    TITLE = "title"
    UPPER = "upper"
    LOWER = "lower"


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_CHINESE_SIGNS = frozenset(map(ord, "（），：；！？～"))
"""In Chinese writing these are full-width by right: they change only where a text has no Chinese character."""
_LATIN_ONLY = _FULL_WIDTH
_BESIDE_CHINESE = {code: narrow for code, narrow in _FULL_WIDTH.items() if code not in _CHINESE_SIGNS}
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD])
_BLANKS = re.compile(r"[^\S\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    [
        "de",
        "da",
        "di",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "der",
        "den",
        "des",
        "du",
        "la",
        "le",
        "van",
        "von",
        "und",
        "y",
        "bin",
        "ibn",
        "al",
        "el",
        "e",
        "of",
    ]
)
_ROMAN = re.compile(r"[IVX]{2,4}")


def half_width(text: str) -> str:
    """Return full-width letters, digits and signs as half-width ones; the signs of Chinese sentences stay."""
    if text.isascii():
        return text
    return text.translate(_BESIDE_CHINESE if any(map(is_chinese, text)) else _LATIN_ONLY)


def tidy_blanks(text: str) -> str:
    """Return a text with single blanks inside and none around its lines; invisible characters go."""
    lines = (_BLANKS.sub(" ", line).strip() for line in text.translate(_INVISIBLE).splitlines())
    return "\n".join(lines).strip("\n")


def close_up(text: str) -> str:
    """Return a name without the blanks between two Chinese characters, which only line up a table: 王 明, 王明."""
    parts = text.split(" ")
    closed = parts[0]
    for part in parts[1:]:
        beside = closed and part and is_chinese(closed[-1]) and is_chinese(part[0])
        closed += part if beside else f" {part}"
    return closed


def write_case(text: str, case: Case) -> str:
    """Return a text with its Latin letters in another case; Chinese has none and stays."""
    if case is Case.UPPER:
        return text.upper()
    if case is Case.LOWER:
        return text.lower()
    return _title(text) if case is Case.TITLE else text


def _title(text: str) -> str:
    """Write each word with one capital: JOHN O'NEILL, john o'neill. Words of mixed case (McDonald) know better."""

    def one(found: re.Match[str]) -> str:
        word = found[0]
        if not (word.isupper() or word.islower()) or _ROMAN.fullmatch(word):
            return word
        if word in _SMALL_WORDS and found.start() > 0:
            return word
        before = text[found.start() - 1] if found.start() else " "
        if before in "'’" and len(word) == 1:  # the s of Anna's
            return word.lower()
        return word[0].upper() + word[1:].lower()

    return _WORD.sub(one, text)
