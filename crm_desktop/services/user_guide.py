"""The user guide that lies in the program: topics in both languages, as they are read and searched.

    topic = read_topic("backups", "en")           # Markdown, its sections, the pictures it shows
    for hit in search_guide("second place", "en"): …

A topic is `resources/guide/LANGUAGE/TOPIC.md`; a heading carries the place it is reached at, the same in both:
`## <a id="restore"></a>Bring a backup back`. `**Name**` is a name the program shows, `` `Ctrl+K` `` a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from crm_desktop.base.text import LANGUAGES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

TOPICS = (
    "start",
    "import",
    "find",
    "record",
    "follow-ups",
    "calendar",
    "till",
    "takings",
    "balances",
    "loyalty",
    "duplicates",
    "export",
    "staff",
    "backups",
    "password",
    "damage",
    "history",
    "privacy",
    "settings",
    "shortcuts",
    "commands",
    "trouble",
    "news",
)
"""Every topic, in the order of the contents."""

FIRST, NEWS = TOPICS[0], TOPICS[-1]

_HEADING = re.compile(r"^(#{1,3}) +(?:<a id=\"([a-z0-9.-]+)\"></a>)?(.+?)\s*$", re.MULTILINE)
_GONE = re.compile(r"!\[[^\]]*\]\([^)]*\)|^\|[-:| ]+\|$|^> |^ *(?:-|\d+\.) |[*`]", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EXCERPT = 36
"""Characters of a text on each side of a word that was found in it."""


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, without marks; `anchor` is "" where nothing leads to it."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True)
class Topic:
    """One page of the guide; its first section is the page's title and opening."""

    id: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.sections[0].title


@dataclass(frozen=True)
class Hit:
    """A section that holds what was searched for, and the words around it ("" where the heading says it)."""

    topic_id: str
    anchor: str
    title: str
    excerpt: str


def guide_folder() -> Traversable:
    """Return where the guide lies: a folder for each language, and `pictures`."""
    return resources.files("crm_desktop") / "resources" / "guide"


@cache
def read_topic(topic_id: str, language: str) -> Topic:
    """Return a topic in "zh_CN" or "en"; raises KeyError for one that is not there."""
    if topic_id not in TOPICS:
        raise KeyError(topic_id)
    text = (guide_folder() / language / f"{topic_id}.md").read_text(encoding="utf-8")
    return Topic(topic_id, _HEADING.sub(r"\1 \3", text), tuple(_sections(text)))


def contents(language: str) -> Sequence[Topic]:
    """Return every topic in a language, in order."""
    return [read_topic(topic_id, language) for topic_id in TOPICS]


def search_guide(text: str, language: str) -> list[Hit]:
    """Return the sections that hold every word, those whose heading does first.

    A word of the other language finds the section too, and pinyin or its initials find a Chinese heading.
    """
    words = text.casefold().split()
    if not words:
        return []
    found = [
        (rank, hit)
        for topic, other in zip(contents(language), contents(_other(language)), strict=True)
        for pair in zip(topic.sections, other.sections, strict=False)
        if (hit := _hit(topic.id, *pair, words)) is not None
        for rank in [_rank(topic, pair[0], words)]
    ]
    return [hit for _, hit in sorted(found, key=lambda ranked: ranked[0])]


def _sections(text: str) -> Iterator[Section]:
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=True):
        body = _LINK.sub(r"\1", _GONE.sub("", text[heading.end() : end])).replace("|", " ")
        yield Section(heading[2] or "", heading[3], " ".join(body.split()))


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)


def _hit(topic_id: str, section: Section, other: Section, words: Sequence[str]) -> Hit | None:
    here, there = (f"{one.title} {one.text}".casefold() for one in (section, other))
    said = any(all(word in text for word in words) for text in (here, there))
    if not said and not all(_sounds(section.title, word) for word in words):
        return None
    return Hit(topic_id, section.anchor, section.title, _excerpt(section.text, words))


def _sounds(title: str, word: str) -> bool:
    from crm_desktop.domain.names import spell

    return word.isascii() and not title.isascii() and any(form.startswith(word) for form in spell(title).words)


def _rank(topic: Topic, section: Section, words: Sequence[str]) -> tuple[bool, bool]:
    """Put pages before their parts, and headings that say it before texts that do."""
    says = all(word in section.title.casefold() for word in words)
    return not says, section is not topic.sections[0]


def _excerpt(text: str, words: Sequence[str]) -> str:
    places = [at for word in words if (at := text.casefold().find(word)) >= 0]
    if not places:
        return text[: 2 * _EXCERPT].rstrip() + "…" if len(text) > 2 * _EXCERPT else text
    first, last = max(0, min(places) - _EXCERPT), min(places) + _EXCERPT
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"
