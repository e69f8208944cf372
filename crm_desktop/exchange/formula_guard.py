"""Keeps a spreadsheet from running a customer's text as a formula, and takes the guard off again."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"(?:^|[\r\n])[ \u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[ \u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]|''")


def guard(text: str) -> str:
    """Return the text as a CSV cell that every spreadsheet takes as text.

    A text that itself begins with a quote which looks like a guard gets one too, so that the way back is exact.
    """
    return "'" + text if _DANGEROUS.search(text) or _GUARDED.match(text) else text


def unguard(cell: str) -> str:
    """Return the text of a guarded cell; any other cell unchanged."""
    if not cell.startswith("'"):
        return cell
    rest = cell[1:]
    return rest if _DANGEROUS.search(rest) or _GUARDED.match(rest) else cell
