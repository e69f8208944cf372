"""Gives every entry of a menu a letter of its own: verbs come from many pages and cannot know each other's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

_AT_END = re.compile(r"\(&(\w)\)")
"""Chinese texts carry their letter behind the words: "导入(&I)…"."""
_INSIDE = re.compile(r"&(\w)")


def distinct(texts: Iterable[str]) -> list[str]:
    """Return the texts of a menu with letters that differ, as far as there are any; the first to want one keeps it."""
    given = list(texts)
    taken: set[str] = set()
    keeps = [_take(text, taken) for text in given]
    return [text if kept else _another(text, taken) for text, kept in zip(given, keeps, strict=True)]


def letter(text: str) -> str:
    """Return the letter of a text in lower case, "" where it has none."""
    found = _INSIDE.search(text.replace("&&", "  "))
    return found.group(1).casefold() if found else ""


def _take(text: str, taken: set[str]) -> bool:
    """Note the text's letter; False where another has it."""
    wanted = letter(text)
    if not wanted:
        return True
    is_free = wanted not in taken
    taken.add(wanted)
    return is_free


def _another(text: str, taken: set[str]) -> str:
    """Return the text with a free letter, or with none."""
    at_end = _AT_END.search(text)
    bare = _AT_END.sub("", text) if at_end else _INSIDE.sub(r"\1", text)
    for place in [] if at_end else _places(bare):
        if bare[place].casefold() not in taken:
            taken.add(bare[place].casefold())
            return f"{bare[:place]}&{bare[place:]}"
    free = next((one for one in ascii_uppercase if one.casefold() not in taken), None)
    if at_end is None or free is None:
        return bare
    taken.add(free.casefold())
    return f"{text[: at_end.start()]}(&{free}){text[at_end.end() :]}"


def _places(text: str) -> Iterator[int]:
    """Yield where a letter may be: first the beginnings of words, then any."""
    letters = [number for number, sign in enumerate(text) if sign.isascii() and sign.isalpha()]
    yield from (number for number in letters if number == 0 or not text[number - 1].isalpha())
    yield from letters
