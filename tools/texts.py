"""Every text the user reads: found in the code, held against the translations, and the `.ts` files brought up to date.

Texts are found by reading the syntax tree for calls of `_T`, not by lupdate, which silently leaves out calls with
keyword arguments (`n=count`) and with nested calls (`len(rows)`).

Translators write into the `.ts` files (Qt Linguist opens them), or drop `parts/NAME.json` beside them:
{"Context": {"English source": "中文"}}; `python3 dev.py texts` folds those in and removes them. English plural forms
come from "(s)" or "(is|are)" in the source, or from parts/en_plurals.json: {"source": ["%n customer", "%n customers"]}.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.ts import Text, Translations, read_ts, ts_file

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "crm_desktop"
I18N = PACKAGE / "resources" / "i18n"
PLURALS = "en_plurals.json"

SHOWN_ROOMS = ("ui", "app.py", "cli")
SHOWING_CALLS = frozenset(
    """
    QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMenu
    setText setWindowTitle setTitle setToolTip setStatusTip setWhatsThis setPlaceholderText setPrefix setSuffix
    setAccessibleName setAccessibleDescription setTabText setLabelText setInformativeText showMessage
    addAction addMenu addTab addItem addButton addRow print say refuse
    """.split()  # noqa: SIM905 - a list of thirty quoted names reads worse
)
"""Calls that put their text before the user's eyes: a literal in them has missed `_T`."""
WORD = re.compile(r"[^\W\d_]{2}")


class Found:
    """Texts the code asks for, and where it asks in a way that cannot be translated."""

    def __init__(self) -> None:
        self.texts: set[Text] = set()
        self.problems: list[str] = []

    def read(self, source: str, place: str, shown: bool) -> None:
        """Read one module's source; `shown` tells that its literals reach the user."""
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call):
                self._call(node, f"{place}:{node.lineno}", shown)

    def _call(self, call: ast.Call, place: str, shown: bool) -> None:
        name = _called(call)
        if name == "_T":
            self._text(call, place)
        elif shown and name in SHOWING_CALLS:
            for literal in filter(WORD.search, _literals(call)):
                self.problems.append(f"{place}: {literal!r} reaches the user without _T")

    def _text(self, call: ast.Call, place: str) -> None:
        given = dict(zip(("context", "text", "comment", "n"), call.args, strict=False))
        given |= {word.arg or "": word.value for word in call.keywords}
        context, source = _literal(given.get("context")), _literal(given.get("text"))
        comment = _literal(given.get("comment"))
        if not context or not source or (comment is None and not _is_none(given.get("comment"))):
            self.problems.append(f"{place}: context, text and comment of _T must be plain literals")
            return
        self.texts.add(Text(context, source, comment or "", not _is_none(given.get("n"))))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_none(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _literals(call: ast.Call) -> Iterator[str]:
    """Yield the literal texts among a call's arguments, the fixed parts of f-strings too."""
    for argument in call.args:
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        yield from (text for part in parts if (text := _literal(part)) is not None)


def find_texts(package: Path = PACKAGE) -> Found:
    """Read every module of the program."""
    found = Found()
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        found.read(path.read_text(encoding="utf-8"), str(inside), inside.parts[0] in SHOWN_ROOMS)
    return found


def placeholders(text: str) -> set[str]:
    """Return the placeholders of a text: "{name}" and "%n"; raises ValueError for a lone brace."""
    fields = {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return fields | ({"%n"} if "%n" in text else set())


def english_forms(source: str) -> list[str]:
    """Return singular and plural of an English source: "(s)" and "(es)" mark an ending, "(is|are)" two words."""
    one = re.sub(r"\((\w*)\|\w+\)", r"\1", re.sub(r"\((?:s|es)\)", "", source))
    many = re.sub(r"\(\w*\|(\w+)\)", r"\1", re.sub(r"\((s|es)\)", r"\1", source))
    return [one, many]


def problems(found: Found, chinese: Translations, english: Translations) -> list[str]:
    """Return one line for each text that is not ready for a user in either language."""
    lines = list(found.problems)
    for text in sorted(found.texts):
        name = f"{text.context}: {text.source!r}"
        lines += [f"{name} {wrong}" for wrong in _wrong_with(text, chinese.get(text), english.get(text))]
    unused = sorted((set(chinese) | set(english)) - found.texts)
    return lines + [f"{text.context}: {text.source!r} is translated but no longer asked for" for text in unused]


def _wrong_with(text: Text, chinese: list[str] | None, english: list[str] | None) -> Iterator[str]:
    if not chinese or not all(chinese):
        yield "has no Chinese translation"
    for form in (chinese or []) + (english or []):
        yield from _wrong_placeholders(text.source, form)
    if text.plural and len(english or []) != 2:
        yield "lacks its English singular and plural"


def _wrong_placeholders(source: str, form: str) -> Iterator[str]:
    try:
        if placeholders(source) != placeholders(form):
            yield f"has other placeholders than {form!r}"
    except ValueError as error:
        yield f"or {form!r} is not a valid format: {error}"


def check() -> list[str]:
    """Return what is wrong with the program's texts and the shipped translations."""
    found = find_texts()
    left = [f"{path.name} waits to be folded in: python3 dev.py texts" for path in _parts(I18N)]
    return problems(found, read_ts(I18N / "crm_zh_CN.ts"), read_ts(I18N / "crm_en.ts")) + left


def _parts(folder: Path) -> list[Path]:
    return sorted((folder / "parts").glob("*.json"))


def fold(folder: Path, texts: set[Text], keep_parts: bool = False) -> list[str]:
    """Bring a folder's `.ts` files up to date with the texts asked for and the parts; return what remains to do."""
    chinese, english = read_ts(folder / "crm_zh_CN.ts"), read_ts(folder / "crm_en.ts")
    given, unused = _given(folder, texts)
    chinese |= given
    plurals = {text for text in texts if text.plural}
    forms = _english_plurals(folder)
    for text in plurals:
        english[text] = forms.get(text.source) or english.get(text) or english_forms(text.source)
    _write(folder / "crm_zh_CN.ts", ts_file("zh_CN", texts, chinese))
    _write(folder / "crm_en.ts", ts_file("en", plurals, english))
    if not keep_parts:
        for path in _parts(folder):
            path.unlink()
    return unused + [f"{t.context}: {t.source!r} has no Chinese translation" for t in sorted(texts - set(chinese))]


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")


def _given(folder: Path, texts: set[Text]) -> tuple[Translations, list[str]]:
    """Return the translations in parts/*.json for texts asked for, and a line for each that nothing asks for."""
    given: Translations = {}
    unused: list[str] = []
    for path in (path for path in _parts(folder) if path.name != PLURALS):
        for context, entries in json.loads(path.read_text(encoding="utf-8")).items():
            for source, translation in entries.items():
                asked = [text for text in texts if (text.context, text.source) == (context, source)]
                given |= {text: [translation] for text in asked}
                unused += [] if asked else [f"{path.name}: nothing asks for {context}: {source!r}"]
    return given, unused


def _english_plurals(folder: Path) -> dict[str, list[str]]:
    path = folder / "parts" / PLURALS
    forms: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return forms


def main() -> int:
    """Bring the shipped `.ts` files up to date and say what remains."""
    parser = argparse.ArgumentParser(prog="dev.py texts", description="Bring the translation files up to date.")
    parser.add_argument("--keep-parts", action="store_true", help="leave parts/*.json where they are")
    options = parser.parse_args()
    found = find_texts()
    remaining = found.problems + fold(I18N, found.texts, options.keep_parts)
    print("\n".join([*remaining, f"{len(found.texts)} texts, {len(remaining)} to look at."]))
    return 1 if remaining else 0


if __name__ == "__main__":
    sys.exit(main())
