"""Moves a whole shop into a folder of its own among the backups, so that the next start begins with an empty one."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import DataFolder, make_private_folder

_BESIDE = ("", "-wal", "-shm", "-journal")


def put_aside(data: DataFolder, moment: datetime) -> Path:
    """Move database, files and backups away and return where to; the caller holds the maintenance lock alone.

    The database goes last: killed at any moment before, the folder still holds the shop. Raises Fault.
    """
    folder = data.backups / f"set-aside-{moment.astimezone():%Y%m%d-%H%M%S}"
    with os_faults(folder):
        make_private_folder(folder)
        if data.key_header.is_file():
            shutil.copy2(data.key_header, folder / data.key_header.name)
        backups = [*sorted(data.backups.glob("customers-*")), *sorted(data.backups.glob("readable-*"))]
        for path in [*backups, *_all_of(data.files_database), *_all_of(data.database)]:
            path.replace(folder / path.name)
    return folder


def _all_of(database: Path) -> list[Path]:
    """Return a database's journals and, behind them, the file itself."""
    found = [database.with_name(database.name + ending) for ending in reversed(_BESIDE)]
    return [path for path in found if path.is_file()]
