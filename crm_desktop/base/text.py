"""The one way to a text the user reads: English source texts, translated by the catalogue the program installed.

Catalogues are Qt Linguist `.ts` files, read as they are, so that the window and the command line (which loads no Qt)
speak from the same source. `dev.py texts` finds every call of `_T` and keeps the files up to date.
"""

from __future__ import annotations

from importlib import resources
from xml.etree import ElementTree

LANGUAGES = ("zh_CN", "en")


class Catalogue:
    """Translations of one language, by context, source text and comment."""

    def __init__(self, language: str, entries: dict[tuple[str, str, str], list[str]]) -> None:
        self.language = language
        self._entries = entries

    def find(self, context: str, text: str, comment: str | None, n: int | None) -> str:
        """Return the text in this language; the source itself where it has none."""
        forms = self._entries.get((context, text, comment or ""))
        if not forms:
            return text
        return forms[0] if n is None or n == 1 or len(forms) == 1 else forms[1]


def read_catalogue(language: str) -> Catalogue:
    """Read the shipped catalogue of a language ("zh_CN" or "en"); one that is not shipped is empty."""
    file = resources.files("crm_desktop") / "resources" / "i18n" / f"crm_{language}.ts"
    if not file.is_file():
        return Catalogue(language, {})
    return Catalogue(language, dict(_entries(ElementTree.fromstring(file.read_bytes()))))


def _entries(root: ElementTree.Element) -> list[tuple[tuple[str, str, str], list[str]]]:
    found = []
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                key = (name, message.findtext("source") or "", message.findtext("comment") or "")
                found.append((key, forms))
    return found


class _Texts:
    """Holds the catalogue in use; the program has one language at a time."""

    catalogue = Catalogue("en", {})


def use_language(language: str) -> None:
    """Read and use the catalogue of a language for every text asked for from now on."""
    _Texts.catalogue = read_catalogue(language)


def language_in_use() -> str:
    """Return the language of the catalogue in use."""
    return _Texts.catalogue.language


def _T(context: str, text: str, comment: str | None = None, n: int | None = None) -> str:
    """Return `text` in the user's language; "%n" becomes `n`. Placeholders are filled after, with str.format."""
    found = _Texts.catalogue.find(context, text, comment, n)
    return found if n is None else found.replace("%n", str(n))
