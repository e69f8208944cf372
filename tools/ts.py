"""Qt Linguist `.ts` files, read and written so that a change in one text is a change in one place of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape


@dataclass(frozen=True, order=True)
class Text:
    """One text the program asks for: its context, English source and comment, and whether it counts something."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


Translations = dict[Text, list[str]]
"""Finished translations: one form, or one per plural form of the language."""


def read_ts(path: Path) -> Translations:
    """Return the finished translations of a `.ts` file; none where there is no file."""
    if not path.is_file():
        return {}
    found: Translations = {}
    for context in ElementTree.fromstring(path.read_bytes()).iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and not translation.get("type"):
                found[_key(name, message)] = _forms(translation)
    return found


def _key(context: str, message: ElementTree.Element) -> Text:
    source, comment = message.findtext("source") or "", message.findtext("comment") or ""
    return Text(context, source, comment, message.get("numerus") == "yes")


def _forms(translation: ElementTree.Element) -> list[str]:
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def ts_file(language: str, texts: Iterable[Text], translations: Mapping[Text, list[str]]) -> str:
    """Return a whole `.ts` file in a fixed order; a text without a translation is marked unfinished."""
    head = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    body: list[str] = []
    for context, members in groupby(sorted(texts), key=lambda text: text.context):
        body += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in members:
            body += _message(text, translations.get(text))
        body.append("</context>")
    return "\n".join([*head, *body, "</TS>", ""])


def _message(text: Text, forms: list[str] | None) -> list[str]:
    comment = [f"        <comment>{escape(text.comment)}</comment>"] if text.comment else []
    return [
        '    <message numerus="yes">' if text.plural else "    <message>",
        f"        <source>{escape(text.source)}</source>",
        *comment,
        *_translation(text, forms),
        "    </message>",
    ]


def _translation(text: Text, forms: list[str] | None) -> list[str]:
    mark = "" if forms else ' type="unfinished"'
    if not text.plural:
        return [f"        <translation{mark}>{escape(forms[0] if forms else '')}</translation>"]
    inner = [f"            <numerusform>{escape(form)}</numerusform>" for form in forms or [""]]
    return [f"        <translation{mark}>", *inner, "        </translation>"]
