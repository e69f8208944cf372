"""The cells of a row as one text, for a dry run in which they are shown and mended."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.exchange.clean import shown
from crm_desktop.exchange.table import BadCell, Cell, CellProblem

_BETWEEN, _BAD, _OF = "\x1f", "\x1e", "\x1d"
_MARKS = str.maketrans({_BETWEEN: " ", _BAD: " ", _OF: " "})


def pack(cells: Sequence[Cell]) -> str:
    """Return a row's cells as one text; what is wrong with a cell goes with it."""
    texts = [cell if isinstance(cell, str) else _packed(cell) for cell in cells]
    packed = _BETWEEN.join(texts)
    if packed.count(_BETWEEN) == len(texts) - 1 and _BAD not in packed:
        return packed
    pairs = zip(cells, texts, strict=True)
    return _BETWEEN.join(text.translate(_MARKS) if isinstance(cell, str) else text for cell, text in pairs)


def _packed(cell: Cell) -> str:
    if isinstance(cell, BadCell):
        return f"{_BAD}{cell.problem.value}{_OF}{cell.text}"
    return shown(cell)


def unpack(packed: str) -> list[Cell]:
    """Return the cells of a row: texts, and bad cells where they were bad."""
    return [_unpacked(text) if text.startswith(_BAD) else text for text in packed.split(_BETWEEN)]


def _unpacked(text: str) -> BadCell:
    problem, _, said = text.removeprefix(_BAD).partition(_OF)
    return BadCell(CellProblem(problem), said)
