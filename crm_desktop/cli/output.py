"""What a command says: lines or one JSON value on standard output, one sentence on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crm_desktop.services.import_sentences import RowError


def speak_utf8() -> None:
    """Write UTF-8 into files and pipes on every system; a character the screen cannot show becomes a question mark.

    The built program with a window has nowhere to write to on Windows, unless somebody reads it: then it is nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open for the life of the program
            setattr(sys, name, nowhere)
            continue
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def say(*lines: str) -> None:
    """Write lines for the user."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def say_json(value: Any) -> None:
    """Write one JSON value, and nothing else."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def refuse(sentence: str) -> None:
    """Write the one sentence that says why not and what to do."""
    sys.stderr.write(f"{' '.join(sentence.split())}\n")


def is_read_by_person() -> bool:
    """Tell whether somebody sees what a command says; a program started from the desktop has no terminal."""
    stream: object = sys.stderr
    return stream is not None and sys.stderr.isatty()


def progress_shown(as_text: Callable[[int, int], str]) -> Callable[[int, int], None] | None:
    """Return what shows on a screen how much of how much is done; nothing in files and pipes."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        end = "\r" if done < total else "\n"
        sys.stderr.write(f"{as_text(done, total)}{end}")

    return show


def errors_as_json(errors: Iterable[RowError]) -> list[dict[str, object]]:
    """Return what kept rows of a file from being taken, as scripts read it."""
    return [{"row": one.row, "column": one.column, "problem": one.problem, "fix": one.fix} for one in errors]


def nobody_listens() -> None:
    """Let the rest of the output go nowhere: the reader (`head`, a pager) has closed its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def table(rows: Iterable[Iterable[str]]) -> list[str]:
    """Return rows as lines with aligned columns; a Chinese character is two columns wide."""
    cells = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
