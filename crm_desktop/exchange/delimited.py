"""Reads .csv .tsv .txt: encoding, delimiter, quotes, and the odd things spreadsheets do to them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.content import UserFile
from crm_desktop.exchange.encoding import decode
from crm_desktop.exchange.formula_guard import unguard
from crm_desktop.exchange.table import Cell, FileKind, NoteKind, ReadNote, Row, SheetInfo, Table

DELIMITERS = (",", ";", "\t", "|")
BLANKS = " "
"""Any number of blanks; taken only for tables of nothing but numbers, whose columns stand under each other."""
_NUMBERS = re.compile(r"\s*[-+]?[\d.,:/-]+(?:[ ]+[-+]?[\d.,:/-]+){2,}\s*")
_SAMPLE_RECORDS = 50
_LONGEST_FIELD = 1 << 24
_SEP_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_GUARDS = frozenset("='")
"""What a field begins with that an export made safe for Excel."""
_AS_TEXT_FORMULA = re.compile(r'="([^"]*)"')


def read_delimited(path: UserFile, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Read a delimited text file as one table.

    Raises Fault: ENCODING_UNKNOWN, FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_EMPTY.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise Fault(FaultKind.FILE_NOT_READABLE, file=path.name) from None
    text, encoding = decode(data, path.name, encoding)
    return text_table(text, path.name, encoding, delimiter)


def text_table(text: str, name: str, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Return delimited text, from a file or the clipboard, as a table."""
    notes: tuple[ReadNote, ...] = ()
    if "\x00" in text:
        text, notes = text.replace("\x00", ""), (ReadNote(NoteKind.NULS_REMOVED),)
    text, told = _sep_line(text)
    delimiter = delimiter or told or find_delimiter(text)
    quoting = csv.QUOTE_MINIMAL
    if _swallowed_by_a_quote(text, delimiter):
        quoting, notes = csv.QUOTE_NONE, (*notes, ReadNote(NoteKind.QUOTES_IGNORED))
    rows = partial(_rows, text, delimiter, quoting)
    height, width = _measure(_reader(text, delimiter, quoting), name)
    info = SheetInfo("", height, width)
    return Table(FileKind.CSV, info, rows, (info,), encoding, delimiter, notes)


def _sep_line(text: str) -> tuple[str, str | None]:
    match = _SEP_LINE.match(text)
    return (text[match.end() :], match[1]) if match else (text, None)


def _reader(text: str, delimiter: str, quoting: int) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    lines, blanks = io.StringIO(text, newline=""), delimiter == BLANKS
    return csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=blanks)  # type: ignore[arg-type]


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the first records most evenly into more than one column."""
    sample = text[:200_000]
    lines = [line for line in sample.splitlines()[:_SAMPLE_RECORDS] if line.strip()]
    if lines and all(_NUMBERS.fullmatch(line) for line in lines) and len({len(line.split()) for line in lines}) == 1:
        return BLANKS
    scores = {delimiter: _evenness(sample, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > (0, 0) else ","


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    widths = Counter[int]()
    try:
        for count, record in enumerate(_reader(sample, delimiter, csv.QUOTE_MINIMAL)):
            if record:
                widths[len(record)] += 1
            if count >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return 0, 0
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return (round(count / widths.total(), 1), width) if width > 1 else (0, 0)


def _swallowed_by_a_quote(text: str, delimiter: str) -> bool:
    """Whether an opening quote that is never closed has eaten the rest of the file."""
    if text.count('"') % 2 == 0:
        return False
    last: list[str] = []
    try:
        for record in _reader(text, delimiter, csv.QUOTE_MINIMAL):
            last = record
    except csv.Error:
        return True
    return bool(last) and last[-1].count("\n") + last[-1].count("\r") > 3


def _rows(text: str, delimiter: str, quoting: int) -> Iterator[Row]:
    # Looked at here, not in `_field`: a file of half a million lines has millions of fields, and nearly all are plain.
    marks = _GUARDS | {'"'} if quoting == csv.QUOTE_NONE else _GUARDS
    for number, record in enumerate(_reader(text, delimiter, quoting), 1):
        yield number, [_field(value, quoting) if value[:1] in marks else value for value in record]


def _field(value: str, quoting: int) -> Cell:
    """Take off what exports put on against Excel: a guarding quote, or ="…" around digits."""
    if quoting == csv.QUOTE_NONE and len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1].replace('""', '"')
    if value[:1] == "=":
        match = _AS_TEXT_FORMULA.fullmatch(value)
        return match[1] if match else value
    return unguard(value)


def _measure(records: Iterator[list[str]], name: str) -> tuple[int, int]:
    height = width = 0
    try:
        for record in records:
            height += 1
            width = max(width, len(record))
            if width > limits.MAX_COLUMNS:
                raise Fault(FaultKind.FILE_TOO_LARGE, file=name, what="columns", limit=limits.MAX_COLUMNS)
            if height > limits.MAX_ROWS:
                raise Fault(FaultKind.FILE_TOO_LARGE, file=name, what="rows", limit=limits.MAX_ROWS)
    except csv.Error:
        raise Fault(FaultKind.FILE_DAMAGED, file=name) from None
    return height, width
