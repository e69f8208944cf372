"""What a customer is found by, and what a typed text asks for: both sides of the search index.

The index holds three columns: `name` (each Chinese character apart, Latin words as they are), `spelling` (pinyin and
first letters, e-mail, WeChat) and `numbers` (digits of every phone, its last four, card and file numbers).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crm_desktop.domain.names import is_chinese, plain, spell
from crm_desktop.domain.phone import search_numbers

_NUMBER = re.compile(r"\+?[\d\s\-().]+")
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class SearchText:
    """One row of the search index."""

    name: str
    spelling: str
    numbers: str


@dataclass(frozen=True)
class Contact:
    """The part of a contact point that search needs."""

    kind: str
    value: str
    normal: str | None


def search_text(
    name: str,
    contacts: Iterable[Contact] = (),
    card_number: str | None = None,
    file_number: str | None = None,
    former_numbers: Iterable[str] = (),
) -> SearchText:
    """Prepare the index row of a customer; `former_numbers` are those of customers merged into this one."""
    words = list(spell(name).words)
    numbers: list[str] = []
    for contact in contacts:
        if contact.kind == "phone":
            numbers += search_numbers(contact.normal, contact.value)
        elif contact.kind != "address":
            words.append(plain(contact.value))
    numbers += [_joined(number) for number in (card_number, file_number, *former_numbers) if number]
    return SearchText(apart(plain(name)), " ".join(words), " ".join(dict.fromkeys(numbers)))


def apart(text: str) -> str:
    """Set each Chinese character apart, so that the index takes it as a word of its own."""
    if text.isascii():
        return text
    return "".join(f" {c} " if is_chinese(c) else c for c in text)


def _joined(number: str) -> str:
    """Return a card number as one word and, where it has several parts, as its parts too."""
    text = plain(number)
    joined = "".join(_TOKEN.findall(text))
    return joined if joined == text else f"{joined} {text}"


def query_words(text: str) -> list[str]:
    """Split what was typed into the words that must all match; a phone number typed with gaps is one word."""
    folded = plain(text)
    if _NUMBER.fullmatch(folded):
        digits = re.sub(r"\D", "", folded)
        if len(digits) > 8 and folded.startswith(("+86", "0086")):
            digits = digits.removeprefix("00").removeprefix("86")
        return [digits] if digits else []
    return [word for word in folded.split() if _TOKEN.search(word)]


def match_expression(words: Iterable[str]) -> str:
    """Return the FTS5 expression that all words must satisfy; Chinese runs as phrases, others as prefixes."""
    return " AND ".join(part for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    parts: list[str] = []
    for chinese, run in _query_runs(word):
        if chinese:
            parts.append(f'name : "{" ".join(run)}"')
            continue
        tokens = _TOKEN.findall(run)
        if tokens:
            quoted = " + ".join(f'"{token}"' for token in tokens)
            parts.append(f"{quoted} *" if run[-1:].isalnum() or run[-1:] == "_" else quoted)
    return parts


def _query_runs(word: str) -> list[tuple[bool, str]]:
    runs: list[tuple[bool, str]] = []
    for character in word:
        chinese = is_chinese(character)
        if runs and runs[-1][0] == chinese:
            runs[-1] = (chinese, runs[-1][1] + character)
        else:
            runs.append((chinese, character))
    return runs
