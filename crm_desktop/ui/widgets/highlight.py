"""Where the words of a search stand in a text: without regard to case, width of characters, or spaces in numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_COMMON_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")
"""Characters that have one form only, as those of most names."""

Range = tuple[int, int]
"""A start and a length in characters of the text."""


def ranges(text: str, query: str) -> list[Range]:
    """Return the places of the query's words, in order and never overlapping."""
    found: set[int] = set()
    for word in _words(query):
        found |= _places(text, word)
    return _runs(found) if found else []


def _places(text: str, word: str) -> set[int]:
    """Return the positions covered by a word; digits are looked for through the blanks of a number."""
    folded, origin = _folded(text, skip_gaps=word.isdigit())
    found: set[int] = set()
    at = folded.find(word)
    while at >= 0:
        first, last = origin[at], origin[at + len(word) - 1]
        found |= set(range(first, last + 1))
        at = folded.find(word, at + 1)
    return found


@lru_cache(maxsize=16)
def _words(query: str) -> list[str]:
    return _folded(query)[0].split()


@lru_cache(maxsize=2048)
def _folded(text: str, skip_gaps: bool = False) -> tuple[str, Sequence[int]]:
    """Return the text in comparable form, and for each of its characters the place it came from."""
    if not skip_gaps and (text.isascii() or _COMMON_IDEOGRAPHS.fullmatch(text)):
        return text.lower(), range(len(text))
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        if skip_gaps and character in " -\u00a0\u2011\u2013()":
            continue
        for part in unicodedata.normalize("NFKC", character).casefold():
            folded.append(part)
            origin.append(place)
    return "".join(folded), origin


def _runs(places: set[int]) -> list[Range]:
    runs: list[Range] = []
    for place in sorted(places):
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
