"""A copy of a damaged file that names its tables again: its first page is made anew, and some that held indexes.

Where the tables begin is known from a note (`store.layout`). Every other page stays as it is, signed or lost; so what
can be read of the copy is as right as what can be read of the file. The new pages take the places of indexes, never
places behind the end: a file that was cut off still points there, and would take them for its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from crm_desktop.base.files import os_faults
from crm_desktop.store.damaged_file import DamagedFile
from crm_desktop.store.file_format import schema_pages
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.layout import Layout
from crm_desktop.store.page_cipher import PAGE, PageCipher

_TRIED = 200
"""So many pages are looked at to see whether a salt is the file's."""
_LOG_HEADER, _FRAME_HEADER = 32, 24

Shapes = dict[str, str]
"""CREATE statements by table: names and types of the columns, without whatever would need an index."""


def rebuild(damaged: Path, key: bytes, layouts: Iterable[tuple[Layout, Shapes]], target: Path) -> bool:
    """Write a readable copy of a file that does not tell its tables; return whether a layout fits it.

    A layout fits if its salt is the file's and the revision that the copy tells is the layout's: tables of another one
    may begin elsewhere.
    """
    for layout, shapes in layouts:
        cipher = PageCipher(key, bytes.fromhex(layout.salt))
        if not _is_salt_of(damaged, cipher):
            continue
        with os_faults(target):
            target.unlink(missing_ok=True)
            if not _write(damaged, cipher, layout, shapes, target):
                continue
        with DamagedFile(target, key) as file:
            if file.opens() and file.value("SELECT version_num FROM alembic_version") == layout.revision:
                return True
    return False


def shapes_in(database: Path, key: bytes) -> Shapes:
    """Return the shapes of the tables of a sound file."""
    with closing(open_read_only(database, key)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _shape(name, connection.execute("SELECT * FROM pragma_table_info(?)", (name,))) for name in names}


def _shape(name: str, columns: Iterable[Any]) -> str:
    found = list(columns)
    has_row_id = sum(1 for column in found if column[5]) == 1

    def said(column: Any) -> str:
        is_row_id = has_row_id and column[5] and str(column[2]).upper() == "INTEGER"
        return f'"{column[1]}" {column[2]}' + (" PRIMARY KEY" if is_row_id else "")

    return f'CREATE TABLE "{name}" ({", ".join(map(said, found))})'


def _is_salt_of(file: Path, cipher: PageCipher) -> bool:
    with os_faults(file, reading=True), file.open("rb") as pages:
        for number in range(1, _TRIED):
            if cipher.is_true(pages.read(PAGE), number):
                return True
    return any(True for _ in _logged(file, cipher))


def _write(damaged: Path, cipher: PageCipher, layout: Layout, shapes: Shapes, target: Path) -> bool:
    """Write the copy; return whether the layout is one that can be written down."""
    shutil.copyfile(damaged, target)
    with target.open("rb+") as copy:
        count = damaged.stat().st_size // PAGE
        for number, page in _logged(damaged, cipher):
            copy.seek((number - 1) * PAGE)
            copy.write(page)
            count = max(count, number)
        tables = {name: (root, shapes[name]) for name, root in layout.roots.items() if name in shapes}
        try:
            first, more = schema_pages(tables, layout.spare, count)
        except (ValueError, OverflowError):
            return False
        copy.truncate(max(count, *more) * PAGE)
        for number, content in more.items():
            copy.seek((number - 1) * PAGE)
            copy.write(cipher.sealed(content, number))
        copy.seek(0)
        copy.write(cipher.sealed(first, 1))
    return True


def _logged(damaged: Path, cipher: PageCipher) -> Iterator[tuple[int, bytes]]:
    """Yield the pages of the file's log that were committed and are true, the oldest first."""
    log = damaged.with_name(damaged.name + "-wal")
    content = log.read_bytes() if log.is_file() else b""
    salts, waiting = content[16:24], list[tuple[int, bytes]]()
    for start in range(_LOG_HEADER, len(content) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        head, page = (
            content[start : start + _FRAME_HEADER],
            content[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE],
        )
        number, size = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
        if head[8:16] != salts or not cipher.is_true(page, number):
            return
        waiting.append((number, page))
        if size:
            yield from waiting
            waiting.clear()
