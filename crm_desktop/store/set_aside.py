"""Keeps damaged files as they are: copied block by block, also from a disk that cannot read some of them."""

from __future__ import annotations

import shutil
from datetime import datetime
from io import FileIO
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, sync_path
from crm_desktop.base.paths import DataFolder, make_private_folder

_BESIDE = ("", "-wal", "-journal")
_PAGE = 4_096
_AT_ONCE = 256 * _PAGE


def set_aside(data: DataFolder, moment: datetime) -> Path:
    """Copy the database, its journals, its files and the key header into a folder of their own; return it.

    Nothing is taken away. Raises Fault DISK_FULL, FOLDER_NOT_WRITABLE; nothing has been changed then.
    """
    wanted = [path for one in (data.database, data.files_database) for path in _all_of(one)]
    needed = sum(path.stat().st_size for path in wanted)
    if shutil.disk_usage(data.path).free < 3 * needed + 1_000_000:  # this copy, the mended one, and its journal
        raise Fault(FaultKind.DISK_FULL, folder=str(data.path))
    folder = _new_folder(data, moment)
    for path in (*wanted, *(one for one in (data.key_header,) if one.is_file())):
        copy = folder / path.name
        with os_faults(copy):
            copy_what_is_readable(path, copy)
            sync_path(copy)
    return folder


def copy_what_is_readable(source: Path, target: Path) -> int:
    """Copy a file; a block that the disk cannot read becomes zeros, which no page of ours is. Return how many."""
    lost = 0
    with target.open("xb") as out:
        target.chmod(0o600)
        with os_faults(source, reading=True), FileIO(source) as file:
            size = source.stat().st_size
            for start in range(0, size, _AT_ONCE):
                length = min(_AT_ONCE, size - start)
                try:
                    block = _read(file, start, length)
                except OSError:
                    block, missing = _page_by_page(file, start, length)
                    lost += missing
                out.write(block)
    return lost


def _page_by_page(file: FileIO, start: int, length: int) -> tuple[bytes, int]:
    parts, missing = [], 0
    for place in range(start, start + length, _PAGE):
        size = min(_PAGE, start + length - place)
        try:
            parts.append(_read(file, place, size))
        except OSError:
            parts.append(bytes(size))
            missing += 1
    return b"".join(parts), missing


def _read(file: FileIO, start: int, length: int) -> bytes:
    """Read so many bytes from a place, with zeros for what a file that was cut meanwhile has no more."""
    file.seek(start)
    found = bytearray()
    while len(found) < length:
        more = file.read(length - len(found))
        if not more:
            break
        found += more
    return bytes(found).ljust(length, b"\x00")


def _all_of(database: Path) -> list[Path]:
    return [path for path in (database.with_name(database.name + ending) for ending in _BESIDE) if path.is_file()]


def _new_folder(data: DataFolder, moment: datetime) -> Path:
    """Make a folder that is not there yet: what was set aside before stays whole."""
    name = f"set-aside-{moment.astimezone():%Y%m%d-%H%M%S}"
    choices = (data.backups / (name if number == 1 else f"{name}-{number}") for number in range(1, 1_000))
    folder = next((one for one in choices if not one.exists()), None)
    if folder is None:
        raise Fault(FaultKind.FOLDER_NOT_WRITABLE, folder=str(data.backups))
    make_private_folder(folder)
    return folder
