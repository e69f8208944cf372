"""What the program's own address cards say beside what phones know, `X-CRM-…`, and how texts stand in a card."""

from __future__ import annotations

import re
from collections.abc import Iterator

OWN = "X-CRM-"
_PARTS = re.compile(r"((?:[^\\;]|\\.)*)(?:;|$)")


def escaped(text: str) -> str:
    """Return a text as it stands in a card."""
    lines = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n|\r|\n", r"\\n", lines)


def unescaped(text: str) -> str:
    """Return a text as it was before it was written."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def own_values(card: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what a card says in properties of our own: the name behind `X-CRM-`, and its first two parts."""
    for found in re.finditer(rf"(?m)^{OWN}([A-Z-]+):(.*)$", re.sub(r"\r?\n[ \t]", "", card)):
        yield found[1], [unescaped(part) for part in _PARTS.findall(found[2].rstrip("\r"))[:2]]
