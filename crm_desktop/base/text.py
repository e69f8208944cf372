"""The one way to a text the user reads: English source texts, translated by the catalogue the program installed.

Catalogues are Qt Linguist `.ts` files, read as they are, so that the window and the command line (which loads no Qt)
speak from the same source. `dev.py texts` finds every call of `_T` and keeps the files up to date.
"""

from __future__ import annotations

import re
from importlib import resources

LANGUAGES = ("zh_CN", "en")

Entries = dict[tuple[str, str], list[str]]
"""The forms of each text of a context, by source and comment."""

_PART = re.compile(r"<(source|comment|translation)(?: type=\"(\w+)\")?[^>]*>(.*?)</\1>", re.DOTALL)
_FORM = re.compile(r"<numerusform[^>]*>(.*?)</numerusform>", re.DOTALL)
_ENTITY = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|lt|gt|quot|apos|amp);")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}


class Catalogue:
    """Translations of one language, by context, source text and comment.

    The file is cut into its contexts; each is read when one of its texts is first asked for. A start needs a few dozen
    of some thousand texts; to decode them all would cost it three times as much as this, an XML parser thirty times.
    """

    def __init__(self, language: str, file: bytes = b"") -> None:
        self.language = language
        self._unread = dict(map(_named, file.split(b"<context>")[1:]))
        self._read: dict[str, Entries] = {}

    def find(self, context: str, text: str, comment: str | None, n: int | None) -> str:
        """Return the text in this language; the source itself where it has none."""
        entries = self._read.get(context)
        if entries is None:
            entries = self._read[context] = _entries(self._unread.get(context, b"").decode().replace("\r\n", "\n"))
        forms = entries.get((text, comment or ""))
        if not forms:
            return text
        return forms[0] if n is None or n == 1 or len(forms) == 1 else forms[1]


def read_catalogue(language: str) -> Catalogue:
    """Read the shipped catalogue of a language ("zh_CN" or "en"); one that is not shipped is empty."""
    file = resources.files("crm_desktop") / "resources" / "i18n" / f"crm_{language}.ts"
    return Catalogue(language, file.read_bytes() if file.is_file() else b"")


def _named(context: bytes) -> tuple[str, bytes]:
    """Return the name of a context, and its messages as they stand in the file."""
    name, _, messages = context.partition(b"</name>")
    return _plain(name.partition(b"<name>")[2].decode()), messages


def _entries(messages: str) -> Entries:
    found: Entries = {}
    for message in messages.split("</message>"):
        parts = {name: (kind, body) for name, kind, body in _PART.findall(message)}
        kind, body = parts.get("translation", ("", ""))
        forms = list(map(_plain, _FORM.findall(body) or [body]))
        if kind not in ("vanished", "obsolete") and all(forms):
            source, comment = (_plain(parts[name][1]) if name in parts else "" for name in ("source", "comment"))
            found[source, comment] = forms
    return found


def _plain(text: str) -> str:
    """Return an XML text with its entities resolved."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name in _NAMED:
        return _NAMED[name]
    return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))


class _Texts:
    """Holds the catalogue in use; the program has one language at a time."""

    catalogue = Catalogue("en")
    is_read = False
    """The first one stands for English before anything was read: it lacks the plurals."""


def use_language(language: str) -> None:
    """Use the catalogue of a language for every text asked for from now on; read it, unless it is in use already."""
    if not _Texts.is_read or _Texts.catalogue.language != language:
        _Texts.catalogue = read_catalogue(language)
        _Texts.is_read = True


def language_in_use() -> str:
    """Return the language of the catalogue in use."""
    return _Texts.catalogue.language


def _T(context: str, text: str, comment: str | None = None, n: int | None = None) -> str:
    """Return `text` in the user's language; "%n" becomes `n`, its thousands apart and below zero with a true minus.

    Placeholders are filled after, with str.format.
    """
    found = _Texts.catalogue.find(context, text, comment, n)
    return found if n is None else found.replace("%n", f"{n:,}".replace("-", "−"))
