"""The report of a mistake of ours: where it happened, never with whom.

A traceback's frames name our files, lines and functions; the message of an exception can hold a customer's data, so
everything in quotes and every digit in it is masked.
"""

from __future__ import annotations

import platform
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop import __version__

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|「[^」]*」")
_WORDS_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_DIGITS = re.compile(r"\d")
_ADDRESS = re.compile(r"\S+@\S+")
_NAMES = re.compile(r"\b[A-Z][a-z]+(?:['’-][A-Z][a-z]+)*\b")
"""A word that is written as a name is; a name at the beginning of a sentence is one, too."""


def masked(message: str) -> str:
    """Return a message without quoted texts, addresses, names, digits and anything not plain English."""
    for pattern, cover in _COVERS:
        message = pattern.sub(cover, message)
    return message


_COVERS = ((_QUOTED, "‹…›"), (_ADDRESS, "‹…›"), (_WORDS_NOT_ASCII, "…"), (_NAMES, "‹…›"), (_DIGITS, "0"))


def crash_report(error: BaseException) -> str:
    """Return a text a developer can use and a customer's name cannot be read from."""
    lines = [
        f"Customer book {__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines += _frames(seen)
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}: {masked(str(seen))}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if seen is not None:
            lines += ["", "after"]
    return "\n".join(lines)


def _frames(error: BaseException) -> list[str]:
    found = traceback.extract_tb(error.__traceback__)
    return [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in found]


def _place(filename: str) -> str:
    """Return a file's name from its package on: the folders above can hold the user's name."""
    parts = Path(filename).parts
    roots = [index for index, part in enumerate(parts) if part in ("crm_desktop", "site-packages", "tests")]
    return "/".join(parts[roots[-1] :] if roots else parts[-1:])


def save_report(folder: Path, report: str) -> Path | None:
    """Write a report to the logs folder; None when that is not possible, for the dialog must open all the same."""
    file = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8")
    except OSError:
        return None
    return file
