"""Makes the cells of columns the file does not have: constants, pieces of a column, several columns joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crm_desktop.exchange.clean import half_width, to_text
from crm_desktop.exchange.plan import Made, SplitBy
from crm_desktop.exchange.table import BadCell, Cell, is_empty

_SLASHES = re.compile(r"\s*[/／\\|｜、,，;；\n\r]\s*")
_PHONE = re.compile(r"(?:\+|00)?\(?\d(?:[\d\s().-]|(?<=\d)－)*\d{2,}")
_FEWEST_DIGITS = 7
_BETWEEN = " \t\r\n:：,，;；/／|、-—()（）"


def make_cell(made: Made, cells: Sequence[Cell]) -> Cell:
    """Return the cell a made column has in a row; a bad source cell stays bad.

    Raises ValueProblem for a source whose digits are lost.
    """
    if not made.sources:
        return made.text
    found = [cells[index] if index < len(cells) else None for index in made.sources]
    bad = next((cell for cell in found if isinstance(cell, BadCell)), None)
    if bad is not None:
        return bad
    if made.split is not None:
        return "" if is_empty(found[0]) else piece(made, to_text(found[0]))
    return made.text.join(text for cell in found if not is_empty(cell) and (text := to_text(cell)))


def piece(made: Made, text: str) -> str:
    """Return the piece of a text that a made column takes; empty where the text has fewer."""
    if made.split is SplitBy.PHONE:
        return _around_phones(text)[min(made.place, 1)]
    pieces = _pieces(made, text)
    if made.rest and made.place < len(pieces):
        return _glue(made).join(pieces[made.place :])
    return pieces[made.place] if made.place < len(pieces) else ""


def _pieces(made: Made, text: str) -> list[str]:
    if made.split is SplitBy.SPACE:
        return text.split()
    if made.split is SplitBy.SLASH:
        return [part for part in _SLASHES.split(text) if part]
    return [part.strip() for part in text.split(made.text)] if made.text else [text]


def _glue(made: Made) -> str:
    return {SplitBy.SPACE: " ", SplitBy.SLASH: "/"}.get(made.split or SplitBy.SEPARATOR, made.text)


def _around_phones(text: str) -> tuple[str, str]:
    """Return what is no phone, and the phones, of a cell like "张三 138 0000 1234"."""
    plain = half_width(text)
    phones = [match for match in _PHONE.finditer(plain) if sum(map(str.isdigit, match[0])) >= _FEWEST_DIGITS]
    ends = [0, *(end for match in phones for end in match.span()), len(plain)]
    around = (plain[start:end].strip(_BETWEEN) for start, end in zip(ends[::2], ends[1::2], strict=True))
    return " ".join(part for part in around if part), ";".join(match[0].strip() for match in phones)
