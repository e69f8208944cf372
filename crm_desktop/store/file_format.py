"""The few pages of SQLite's format that say which tables a file has: https://www.sqlite.org/fileformat2.html."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crm_desktop.store.page_cipher import MAGIC, PAGE, RESERVED, USABLE

_LEAF, _INTERIOR = 0x0D, 0x05
_FILE_HEADER, _LEAF_HEADER, _INTERIOR_HEADER = 100, 8, 12
_LONGEST = USABLE - 35
"""Bytes of a row that lie in its page; a longer one would need pages of its own."""


def schema_pages(
    tables: Mapping[str, tuple[int, str]], spare: Sequence[int], page_count: int
) -> tuple[bytes, dict[int, bytes]]:
    """Return the first page of a file of so many pages, and what goes into some of its `spare` ones.

    `tables` gives each table's first page and its CREATE statement. Raises ValueError for a statement too long, and
    where the spare pages do not suffice.
    """
    leaves: list[list[bytes]] = [[]]
    keys: list[int] = []
    for number, (name, (root, statement)) in enumerate(sorted(tables.items()), start=1):
        cell = _row(number, ("table", name, name, root, statement))
        if sum(len(one) + 2 for one in [*leaves[-1], cell]) > USABLE - _LEAF_HEADER:
            keys.append(number - 1)
            leaves.append([])
        leaves[-1].append(cell)
    if len(spare) < len(leaves):
        raise ValueError(len(spare))
    pages = {number: _page(_LEAF, cells) for number, cells in zip(spare, leaves, strict=False)}
    *numbers, last = pages
    inner = [number.to_bytes(4) + _varint(key) for number, key in zip(numbers, keys, strict=True)]
    header = _file_header(max(page_count, *pages))
    return header + _page(_INTERIOR, inner, right=last, start=_FILE_HEADER), pages


def _file_header(page_count: int) -> bytes:
    header = bytearray(_FILE_HEADER)
    header[:16] = MAGIC
    header[16:18] = PAGE.to_bytes(2)
    header[18:24] = bytes((1, 1, RESERVED, 64, 32, 32))
    for place, value in ((24, 1), (28, page_count), (40, 1), (44, 4), (56, 1), (92, 1), (96, 3_053_004)):
        header[place : place + 4] = value.to_bytes(4)
    return bytes(header)


def _page(kind: int, cells: Sequence[bytes], *, right: int = 0, start: int = 0) -> bytes:
    """Return the usable bytes of a page behind its first `start`: header, pointers, and the cells at its end."""
    page, place = bytearray(USABLE - start), USABLE - start
    size = _INTERIOR_HEADER if kind == _INTERIOR else _LEAF_HEADER
    for number, cell in enumerate(cells):
        place -= len(cell)
        page[place : place + len(cell)] = cell
        page[size + 2 * number : size + 2 * number + 2] = (place + start).to_bytes(2)
    page[0] = kind
    page[3:5] = len(cells).to_bytes(2)
    page[5:7] = (place + start).to_bytes(2)
    if kind == _INTERIOR:
        page[8:12] = right.to_bytes(4)
    return bytes(page)


def _row(number: int, values: Sequence[str | int]) -> bytes:
    types, body = b"", b""
    for value in values:
        content = value.to_bytes(4) if isinstance(value, int) else value.encode()
        types += _varint(4 if isinstance(value, int) else 13 + 2 * len(content))
        body += content
    header = _varint(len(types) + 1) + types
    if len(types) >= 127 or len(header) + len(body) > _LONGEST:
        raise ValueError(values[1])
    return _varint(len(header) + len(body)) + _varint(number) + header + body


def _varint(value: int) -> bytes:
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))
