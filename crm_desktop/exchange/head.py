"""Finds the headings of a table: one row of known words, or two where groups stand over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from crm_desktop.exchange.clean import ValueProblem, to_text
from crm_desktop.exchange.headings import normalise, score_headings
from crm_desktop.exchange.limits import HEADING_ROWS
from crm_desktop.exchange.plan_words import RowsAre
from crm_desktop.exchange.sale_headings import score_sale_headings
from crm_desktop.exchange.shapes import is_mobile
from crm_desktop.exchange.table import Cell, Row, Table, is_empty

_MOST_ROWS = 2


@dataclass(frozen=True)
class Head:
    """Where the headings are, how many rows they take, and the cells they are made of."""

    row: int | None
    headings: tuple[str, ...]
    rows: int = 1


Known = Callable[[Iterable[str]], int]
"""Counts the cells of a row that are headings of a kind of file."""


def known_headings(kind: str) -> Known:
    """Return what counts the headings of a kind of file; an empty kind is any."""
    return _KNOWN.get(kind, score_headings)


def _any_headings(cells: Iterable[str]) -> int:
    words = list(cells)
    return max(score_headings(words), score_sale_headings(words))


_KNOWN: dict[str, Known] = {RowsAre.PURCHASES: score_sale_headings, "": _any_headings}


def sheet_scorer(kind: str) -> Callable[[Iterator[Row]], float]:
    """Return what judges a sheet by how many known headings the best of its first rows has."""
    known = known_headings(kind)
    return lambda rows: max((float(_score(labels(cells), known)) for _, cells in islice(rows, HEADING_ROWS)), default=0)


def find_head(table: Table, row: int | None = None, rows: int | None = None, known: Known = score_headings) -> Head:
    """Find the headings among the first rows: known words first, else a first row of texts over other values.

    `row` and `rows` are the user's word for where they are; row 0 says that there are none.
    """
    if row == 0:
        return Head(None, _no_headings(table))
    first = [(number, labels(cells), cells) for number, cells in _first_rows(table, row)]
    if row is not None:
        return _given(table, [(number, words) for number, words, _ in first if number >= row], row, rows, known)
    if not first:
        return Head(None, ())
    best = max(range(len(first)), key=lambda place: (_score(first[place][1], known), -place))
    if _score(first[best][1], known) < 1:
        plain = next((place for place, (_, _, cells) in enumerate(first) if _looks_like_headings(cells)), None)
        if plain is None or _is_data(first[plain][1]):
            return Head(None, _no_headings(table))
        return Head(first[plain][0], tuple(first[plain][1]))
    return _with_neighbour([(number, words) for number, words, _ in first], best, known)


def _first_rows(table: Table, row: int | None) -> Iterator[Row]:
    if row is None:
        yield from ((number, cells) for number, cells in islice(table.rows(), HEADING_ROWS) if any(map(_filled, cells)))
        return
    for number, cells in table.rows():
        if number >= row + _MOST_ROWS:
            return
        if number >= row:
            yield number, cells


def _given(table: Table, first: Sequence[tuple[int, list[str]]], row: int, rows: int | None, known: Known) -> Head:
    if not first or first[0][0] != row:
        return Head(row, _no_headings(table))
    two = len(first) > 1 and rows != 1 and (rows == _MOST_ROWS or _belong_together(first[0][1], first[1][1], known))
    words = combine(first[0][1], first[1][1]) if two else first[0][1]
    return Head(row, tuple(words), 2 if two else 1)


def _with_neighbour(first: Sequence[tuple[int, list[str]]], best: int, known: Known) -> Head:
    """Take the row above or below the best one for a part of the headings, where together they say more."""
    pairs = [(upper, lower) for upper, lower in pairwise(first) if first[best] in (upper, lower)]
    beside = [pair for pair in pairs if pair[1][0] == pair[0][0] + 1]
    fitting = [pair for pair in beside if _belong_together(pair[0][1], pair[1][1], known)]
    if fitting:
        upper, lower = max(fitting, key=lambda pair: _score(combine(pair[0][1], pair[1][1]), known))
        return Head(upper[0], tuple(combine(upper[1], lower[1])), 2)
    return Head(first[best][0], tuple(first[best][1]))


def _belong_together(upper: Sequence[str], lower: Sequence[str], known: Known) -> bool:
    """Whether two rows are one heading: together they know more words, or the upper tells equal ones below apart."""
    if _is_data(lower) or _is_data(upper) or sum(map(bool, upper)) < _MOST_ROWS:
        return False
    together, above, below = (_score(words, known) for words in (combine(upper, lower), upper, lower))
    if together > max(above, below):
        return True
    return bool(_repeated(lower)) and together >= below > above


def combine(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return two heading rows as one: the lower words, with their group before those that repeat."""
    repeated = _repeated(lower)
    found, group = [], ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        if not below:
            found.append(above)
            group = ""
            continue
        group = above or group
        found.append(f"{group}{below}" if normalise(below) in repeated else below)
    return found


def _repeated(words: Sequence[str]) -> set[str]:
    return {word for word, count in Counter(normalise(word) for word in words if word).items() if count > 1}


def repeated_headings(headings: Sequence[str]) -> list[str]:
    """Return the headings that stand over more than one column."""
    repeated = _repeated(headings)
    return list(dict.fromkeys(heading.strip() for heading in headings if normalise(heading) in repeated))


def _score(words: Sequence[str], known: Known) -> int:
    """Known words count; a row that also holds a phone is data that happens to hold such a word."""
    count = known(words)
    return count if count and not any(is_mobile(word) for word in words) else 0


def labels(cells: Sequence[Cell]) -> list[str]:
    """Return a row's cells as heading texts."""
    return [cell.strip() if isinstance(cell, str) else _label(cell) for cell in cells]


def _label(cell: Cell) -> str:
    try:
        return to_text(cell)
    except ValueProblem:
        return ""


def _filled(cell: Cell) -> bool:
    return not is_empty(cell)


def _looks_like_headings(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if _filled(cell)]
    texts = [cell for cell in filled if isinstance(cell, str)]
    return len(texts) == len(filled) and len(filled) > len(cells) / 2 and len(set(texts)) == len(texts)


def _is_data(words: Sequence[str]) -> bool:
    if any(is_mobile(word) or "@" in word for word in words):
        return True
    filled = [word for word in words if word]
    return bool(filled) and not any(letter.isalpha() for word in filled for letter in word)


def _no_headings(table: Table) -> tuple[str, ...]:
    return tuple("" for _ in range(table.sheet.columns))
