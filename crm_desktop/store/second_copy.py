"""Carries a backup to a second place: a USB stick or a synced folder, where it lies complete or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sync_file, temporary_beside
from crm_desktop.base.paths import make_private_folder
from crm_desktop.store.backup_folder import Backup
from crm_desktop.store.blob_backup import content_path, listed, write_list
from crm_desktop.store.manifest import manifest_path, read_manifest, write_manifest

_CHUNK = 1 << 20
_DOWN_EVERY = 4


Stop = Callable[[], bool]
"""Asked between pieces whether to leave off; what was begun is gone then."""


def never() -> bool:
    """Carry on to the end."""
    return False


def carry_backup(backup: Backup, folder: Path, stop: Stop = never) -> bool:
    """Copy a backup with everything that belongs to it; False where it is there already.

    Each byte is read back from the other disk and compared by SHA-256 with the manifest before the copy gets its
    name. Raises Fault: BACKUP_DAMAGED for a source or copy that is not what was written, DISK_FULL,
    FOLDER_NOT_WRITABLE, CANCELLED; nothing unfinished stays then.
    """
    target = folder / backup.path.name
    if target.is_file() and read_manifest(target) == backup.manifest:
        return False
    hidden = listed(backup.path, backup.manifest.files) or frozenset()
    for name in sorted(hidden):
        carry_sealed(content_path(backup.path.parent, name), content_path(folder, name), stop)
    _carry_file(backup.path, target, backup.manifest.sha256, stop)
    write_list(target, sorted(hidden))
    write_manifest(backup.manifest, target)
    return True


def carry_sealed(source: Path, target: Path, stop: Stop = never) -> None:
    """Copy a sealed file that is not there yet; it tells by itself when it is opened whether it is whole."""
    if target.is_file() or not source.is_file():
        return
    make_private_folder(target.parent)
    draft = temporary_beside(target)
    try:
        with os_faults(target):
            _copy(source, draft, stop)
            replace_file(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _carry_file(source: Path, target: Path, sha256: str, stop: Stop) -> None:
    draft = temporary_beside(target)
    try:
        with os_faults(target):
            if _copy(source, draft, stop) != sha256:
                raise Fault(FaultKind.BACKUP_DAMAGED, file=str(source))
            if _digest(draft, stop) != sha256:
                raise Fault(FaultKind.BACKUP_DAMAGED, file=str(target))
            manifest_path(target).unlink(missing_ok=True)  # of a copy that was not this one
            replace_file(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _copy(source: Path, draft: Path, stop: Stop) -> str:
    """Copy a file, bring it onto the disk, and return the digest of what was read.

    Every few pieces go down to the disk: behind a slow stick megabytes would else wait in memory, and whoever wants to
    stop for all of them.
    """
    digest = hashlib.sha256()
    with os_faults(source, reading=True):
        reading = source.open("rb")
    with reading, draft.open("xb") as writing:
        for number, chunk in enumerate(_chunks(reading, stop), 1):
            digest.update(chunk)
            writing.write(chunk)
            if number % _DOWN_EVERY == 0:
                writing.flush()
                sync_file(writing.fileno())
        writing.flush()
        sync_file(writing.fileno())
        if sys.platform == "linux":  # what is read back shall come from the disk
            os.posix_fadvise(writing.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return digest.hexdigest()


def _digest(path: Path, stop: Stop) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in _chunks(file, stop):
            digest.update(chunk)
    return digest.hexdigest()


def _chunks(file: IO[bytes], stop: Stop) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        if stop():
            raise Fault(FaultKind.CANCELLED)
        yield chunk
