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
    lines = [*_head(__version__), f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC", ""]
    seen: BaseException | None = error
    while seen is not None:
        lines += _frames(seen)
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}: {masked(str(seen))}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if seen is not None:
            lines += ["", "after"]
    return "\n".join(lines)


def ending_report(version: str, began: datetime, trace: str) -> str:
    """Return what is known of a window that never closed; `trace` is what Python's handler of fatal signals wrote."""
    lines = [
        *_head(version),
        "The window ended without being closed.",
        f"Opened {began.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC, missed {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "",
    ]
    told = [line for raw in trace.splitlines()[:_MOST_LINES] if (line := _traced(raw)) is not None]
    return "\n".join([*lines, *(told or [_NO_TRACE])])


_MOST_LINES = 600
_NO_TRACE = "It left no trace: the system or a person ended it, memory ran out, or the power failed."
_FRAME = re.compile(r'\s*File "(?P<file>.+)", line (?P<line>\d+) in (?P<name>[\w.<>]+)', re.ASCII)
_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception|Extension modules): [\w .,:()+-]{1,4000}", re.ASCII)


def _traced(line: str) -> str | None:
    """Return a line of a trace that is known to hold nothing of the user's; None for any other."""
    if frame := _FRAME.fullmatch(line):
        return f"  {_place(frame['file'])}:{frame['line']} {frame['name']}"
    if line.startswith(("Current thread", "Thread ")):
        return line.partition(" 0x")[0]
    return line if _FATAL.fullmatch(line) else None


def _head(version: str) -> list[str]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return [f"Customer book {version}", f"{system}, Python {platform.python_version()}"]


def _frames(error: BaseException) -> list[str]:
    found = traceback.extract_tb(error.__traceback__)
    return [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in found]


def _place(filename: str) -> str:
    """Return a file's name from its package on: the folders above can hold the user's name."""
    parts = re.split(r"[/\\]", filename)
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
