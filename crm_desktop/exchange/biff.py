"""A look through an old .xls for error cells, which the fast reader gives as empty texts."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from crm_desktop.exchange.content import UserFile
from crm_desktop.exchange.ooxml import SheetScan, WorkbookScan
from crm_desktop.exchange.table import BadCell, CellProblem

_FORMULA, _BOOLERR, _BOUNDSHEET, _BOF, _EOF = 0x0006, 0x0205, 0x0085, 0x0809, 0x000A
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_VALUES = frozenset({0x0003, 0x0004, 0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that hold the value of a cell or of several."""
_END_OF_CHAIN = 0xFFFFFFFC


def scan_biff(path: UserFile) -> WorkbookScan:
    """Return the error cells of every sheet; nothing where the file's insides cannot be followed."""
    try:
        stream = _workbook_stream(path.read_bytes())
        return WorkbookScan(dict(_sheets(stream)) if stream else {})
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return WorkbookScan({})  # the reader itself judges whether the file is damaged


def _sheets(stream: bytes) -> Iterator[tuple[str, SheetScan]]:
    wide_names = stream[4:6] == b"\x00\x06"
    for kind, body, _ in _records(stream, 0):
        if kind == _BOUNDSHEET:
            (offset,) = struct.unpack_from("<I", body)
            yield _sheet_name(body[6:], wide_names), _scan_sheet(stream, offset)


def _sheet_name(data: bytes, wide_names: bool) -> str:
    length = data[0]
    if not wide_names:
        return data[1 : 1 + length].decode("cp1252", "replace")
    wide = data[1] & 1
    return data[2 : 2 + length * 2].decode("utf-16-le") if wide else data[2 : 2 + length].decode("latin-1")


def _scan_sheet(stream: bytes, offset: int) -> SheetScan:
    scan = SheetScan()
    for kind, body, _ in _records(stream, offset):
        if kind == _EOF:
            break
        scan.values += kind in _VALUES
        code = _error_code(kind, body)
        if code is not None:
            row, column = struct.unpack_from("<HH", body)
            scan.bad_cells[row, column] = BadCell(CellProblem.ERROR_VALUE, _ERRORS.get(code, "#?"))
    return scan


def _error_code(kind: int, body: bytes) -> int | None:
    if kind == _BOOLERR and len(body) >= 8 and body[7] == 1:
        return body[6]
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        return body[8]
    return None


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes, int]]:
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length], offset
        offset += 4 + length


def _workbook_stream(data: bytes) -> bytes:
    """Follow the container's sector chains to the stream called Workbook (or Book)."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small_size = 1 << struct.unpack_from("<H", data, 32)[0]
    first_directory, cutoff = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 56)[0]
    table = _allocation_table(data, size)
    directory = _chain(data, first_directory, table, size)
    root_start, root_size = struct.unpack_from("<II", directory, 116)
    for entry in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, entry + 64)[0]
        name = directory[entry : entry + max(length - 2, 0)].decode("utf-16-le").lower()
        if name in ("workbook", "book"):
            start, stream_size = struct.unpack_from("<II", directory, entry + 116)
            if stream_size >= cutoff:
                return _chain(data, start, table, size)[:stream_size]
            small_table_start = struct.unpack_from("<I", data, 60)[0]
            small_table = _numbers(_chain(data, small_table_start, table, size))
            container = _chain(data, root_start, table, size)[:root_size]
            return _small_chain(container, start, small_table, small_size)[:stream_size]
    return b""


def _allocation_table(data: bytes, size: int) -> list[int]:
    sectors = list(struct.unpack_from("<109I", data, 76))
    extra, count = struct.unpack_from("<II", data, 68)
    for _ in range(min(count, len(data) // size)):
        block = _numbers(_sector(data, extra, size))
        sectors += block[:-1]
        extra = block[-1]
    return [number for sector in sectors if sector < _END_OF_CHAIN for number in _numbers(_sector(data, sector, size))]


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))


def _chain(data: bytes, start: int, table: list[int], size: int) -> bytes:
    parts: list[bytes] = []
    while start < _END_OF_CHAIN and len(parts) <= len(table):
        parts.append(_sector(data, start, size))
        start = table[start]
    return b"".join(parts)


def _small_chain(container: bytes, start: int, table: list[int], size: int) -> bytes:
    parts: list[bytes] = []
    while start < _END_OF_CHAIN and len(parts) <= len(table):
        parts.append(container[start * size : (start + 1) * size])
        start = table[start]
    return b"".join(parts)
