"""A look through a zipped workbook before any reader opens it: bombs are refused, hidden errors are found.

The fast reader lays a sheet out as a full rectangle and aborts its whole process on a cell in the last corner, and it
gives an empty text for #N/A and for a formula that was never calculated. Both are seen here, on the raw XML, in one
streaming pass.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.content import BROKEN_ARCHIVE, UserFile, source_of
from crm_desktop.exchange.table import BadCell, CellProblem

_CHUNK = 1 << 20
_LONGEST_TOKEN = 24 << 20
"""No cell, row or shared string of a real workbook is longer than this in XML."""
_SMALL_PART = 16 << 20

_CELL_COLUMN = re.compile(rb"""\br=["']([A-Z]+)\d""")
_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["'](\d+)["'][^>]*(?<!/)>""")
_FAR_AWAY = re.compile(rb""" r="(?:[A-Z]{2,}\d+|[A-Z]*\d{7,})"[^>]*(?<!/)>""")
_FAR_AWAY_SINGLE = re.compile(rb""" r='(?:[A-Z]{2,}\d+|[A-Z]*\d{7,})'[^>]*(?<!/)>""")
"""Cells and rows that are more than a style: a sheet may be painted to its last column and hold two words."""
_PLACE = re.compile(rb"""r=["'][A-Z]*(\d+)""")
_SAMPLE = 1 << 15
_REFERENCE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_ERROR_CELL = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""", re.DOTALL
)
_FORMULA_CELL = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_VALUE_MARKS = (b"<v>", b"<v ", b"<is>", b":v>", b":is>")


@dataclass
class SheetScan:
    """What one sheet's XML holds: its real extent and the cells that need a word."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    values: int = 0
    prefixed: bool = False
    """Whether elements carry a namespace prefix."""
    bad_cells: dict[tuple[int, int], BadCell] = field(default_factory=dict)
    """By row and column, both from 0."""

    @property
    def sparse(self) -> bool:
        """Whether a full rectangle would be mostly air."""
        area = self.rows * self.columns
        return area > 2_000_000 and area > 20 * max(self.cells, 1)


@dataclass(frozen=True)
class WorkbookScan:
    """Scans of all sheets by sheet name; empty for formats whose sheets are not XML of this kind."""

    sheets: dict[str, SheetScan]


def scan_workbook(path: UserFile) -> WorkbookScan:
    """Check a zipped workbook and look through its sheets.

    Raises Fault: FILE_HOSTILE, FILE_TOO_LARGE, FILE_ENCRYPTED, FILE_DAMAGED.
    """
    try:
        with zipfile.ZipFile(source_of(path)) as archive:
            _check_sizes(path, archive)
            return WorkbookScan(_scan_parts(path, archive))
    except BROKEN_ARCHIVE:
        raise Fault(FaultKind.FILE_DAMAGED, file=path.name) from None
    except RuntimeError:  # zipfile's word for a part that needs a password
        raise Fault(FaultKind.FILE_ENCRYPTED, file=path.name) from None


def _check_sizes(path: UserFile, archive: zipfile.ZipFile) -> None:
    total = 0
    for part in archive.infolist():
        total += part.file_size
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > limits.SUSPICIOUS_RATIO_BYTES and ratio > limits.SUSPICIOUS_RATIO:
            raise Fault(FaultKind.FILE_HOSTILE, file=path.name, why="ratio")
    if total > limits.MAX_UNPACKED_BYTES:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="unpacked", limit=limits.MAX_UNPACKED_BYTES)


def _scan_parts(path: UserFile, archive: zipfile.ZipFile) -> dict[str, SheetScan]:
    sheets = {part: name for name, part in _sheet_parts(archive).items()}
    found: dict[str, SheetScan] = {}
    for part in archive.infolist():
        name = _part_name(part.filename)
        if name in sheets:
            found[sheets[name]] = _scan_sheet(path, archive, part)
        elif name.endswith(("sharedstrings.xml", "content.xml")) or "worksheets/" in name:
            _scan_sheet(path, archive, part)
        elif name.endswith((".xml", ".rels")) and part.file_size < _SMALL_PART:
            _refuse_doctype(path, archive.read(part))
    return found


def _part_name(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _scan_sheet(path: UserFile, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> SheetScan:
    scan = SheetScan()
    strings = 0
    with archive.open(part) as stream:
        for piece in _pieces(path, stream):
            _look(path, piece, scan)
            strings += 0 if scan.cells else piece.count(b"<si>") + piece.count(b":si>")
            if strings > limits.MAX_SHARED_STRINGS or scan.cells > limits.MAX_DENSE_CELLS:
                raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="cells", limit=limits.MAX_DENSE_CELLS)
    return scan


def _pieces(path: UserFile, stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the part in pieces that end where a cell, row or shared string ends."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        buffer = rest + chunk
        end = max(buffer.rfind(mark) for mark in (b"</c>", b"</row>", b"</si>", b":c>", b":row>", b":si>", b"/>"))
        cut = buffer.find(b">", end) + 1 if end >= 0 else 0
        if cut:
            yield buffer[:cut]
        rest = buffer[cut:]
        if len(rest) > _LONGEST_TOKEN:
            raise Fault(FaultKind.FILE_HOSTILE, file=path.name, why="one endless cell")
    yield rest


def _look(path: UserFile, piece: bytes, scan: SheetScan) -> None:
    """Take note of one piece; every search here is a plain scan of the bytes, and the rarer ones run only if needed."""
    if not scan.cells:
        _refuse_doctype(path, piece)
        scan.prefixed = b"<worksheet" not in piece
    scan.cells += piece.count(b"<c ") + (piece.count(b":c ") if scan.prefixed else 0)
    if not scan.values:
        scan.values = sum(map(piece.count, _VALUE_MARKS))
    far = _FAR_AWAY.findall(piece) + (_FAR_AWAY_SINGLE.findall(piece) if b" r='" in piece else [])
    for sample in (piece[:_SAMPLE], piece[-_SAMPLE:], b" ".join(set(far))):
        columns = {_column_index(letters) for letters in _CELL_COLUMN.findall(sample)}
        scan.columns = max(scan.columns, max(columns, default=-1) + 1)
    rows = _ROW_NUMBER.findall(piece[-_SAMPLE:]) + [_digits(place) for place in set(far)]
    scan.rows = max(scan.rows, max(map(int, rows), default=0))
    if scan.rows > limits.MAX_ROWS:
        raise Fault(FaultKind.FILE_HOSTILE, file=path.name, why="row number")
    if b'="e"' in piece or b"='e'" in piece:
        _note_errors(piece, scan)
    if b"<f" in piece or (scan.prefixed and b":f" in piece):
        _note_formulas(piece, scan)


def _digits(place: bytes) -> bytes:
    """Return the row number of a far place."""
    match = _PLACE.search(place)
    return match[1] if match else b"0"


def _note_errors(piece: bytes, scan: SheetScan) -> None:
    for match in _ERROR_CELL.finditer(piece):
        where = _position(match[1])
        if where:
            text = match[2].decode("ascii", "replace")
            scan.bad_cells[where] = BadCell(CellProblem.ERROR_VALUE, text)


def _note_formulas(piece: bytes, scan: SheetScan) -> None:
    for match in _FORMULA_CELL.finditer(piece):
        attributes, empty_value = match[1], match[2]
        if empty_value and b'"str"' in attributes:
            continue  # a formula whose calculated text is empty
        where = _position(attributes)
        if where:
            scan.bad_cells[where] = BadCell(CellProblem.FORMULA_WITHOUT_VALUE)


def _position(attributes: bytes) -> tuple[int, int] | None:
    match = _REFERENCE.search(b" " + attributes)
    return (int(match[2]) - 1, _column_index(match[1])) if match else None


def _column_index(letters: bytes) -> int:
    index = 0
    for letter in letters[:4]:
        index = index * 26 + letter - 64
    return index - 1


def _refuse_doctype(path: UserFile, piece: bytes) -> None:
    """Entities are the road of every XML bomb; no office program writes a document type."""
    if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece or b"<\x00!\x00D\x00O\x00C\x00T" in piece:
        raise Fault(FaultKind.FILE_HOSTILE, file=path.name, why="doctype")


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet by sheet name; nothing for a workbook that is not OOXML."""
    parts = {_part_name(info.filename): info for info in archive.infolist()}
    workbook = next((part for kind, part in _relations(archive, parts, "").values() if kind == "officeDocument"), None)
    root = _parse(archive, parts, workbook) if workbook else None
    if workbook is None or root is None:
        return {}
    relations = _relations(archive, parts, workbook)
    found = {}
    for element in root.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
            if key in relations:
                found[element.get("name", "")] = relations[key][1]
    return found


def _relations(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], owner: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part: id → (kind, target part)."""
    folder, name = posixpath.split(owner)
    root = _parse(archive, parts, posixpath.join(folder, "_rels", name + ".rels"))
    if root is None:
        return {}
    found = {}
    for element in root:
        target = element.get("Target", "")
        part = target if target.startswith("/") else posixpath.join(folder, target)
        found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], _part_name(part))
    return found


def _parse(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], name: str) -> Element | None:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    info = parts.get(_part_name(name))
    if info is None or info.file_size > _SMALL_PART:
        return None
    try:
        root: Element = fromstring(archive.read(info), forbid_dtd=True)
    except DefusedXmlException:
        raise Fault(
            FaultKind.FILE_HOSTILE, file=Path(archive.filename).name if archive.filename else "", why="doctype"
        ) from None
    except (ParseError, LookupError):
        return None
    return root
