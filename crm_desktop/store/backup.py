"""Makes a backup: a compact encrypted copy, verified before it gets its name, with a manifest beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from crm_desktop import __version__
from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sync_path, temporary_beside
from crm_desktop.base.paths import make_private_folder
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.backup_folder import Backup, next_name
from crm_desktop.store.blob_backup import back_up_contents, list_path, write_list
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import state_of
from crm_desktop.store.keys import DataKey
from crm_desktop.store.layout import Layout, layout_of
from crm_desktop.store.manifest import Manifest, manifest_path, write_manifest
from crm_desktop.store.store import FILES_FILE
from crm_desktop.store.tables import RECORDS
from crm_desktop.store.verify import Contents, Verified, contents_of, verify_file


def make_backup(
    database: Path, key: DataKey, folder: Path, moment: datetime, reason: BackupReason, *, source: Any = None
) -> Backup:
    """Copy an open or closed database into a folder and return the verified copy.

    Writers may go on meanwhile; the copy is the database at one moment. Contents of attached files are written beside
    it. The caller has the turn (`base.lock.backup_turn`) where several may make one. `source` is a driver connection to
    read from, where the file's name may stand for another file by now. Raises Fault (DISK_FULL,
    FOLDER_NOT_WRITABLE, BACKUP_DAMAGED …), and then leaves nothing behind.
    """
    make_private_folder(folder)
    _refuse_small_disk(_size(database) if source is None else _size_in(source), folder)
    path = folder / next_name(folder, moment)
    with _unfinished(path) as temporary:
        with as_fault(file=str(database), folder=str(folder)), _source(database, key, source) as connection:
            verified = _copy(connection, key.key, temporary)
            layout = layout_of(connection)
        with os_faults(path):
            sync_path(temporary)
        contents = back_up_contents(Blobs(database.with_name(FILES_FILE), key.key), folder, key.key)
        write_list(path, contents)
        revision = state_of(temporary, key.key).revision
        manifest = _manifest(key, revision, verified, moment, reason, files=len(contents), layout=layout)
        write_manifest(manifest, path)
        with os_faults(path):
            replace_file(temporary, path)
    return Backup(path, manifest)


@contextmanager
def _source(database: Path, key: DataKey, source: Any) -> Iterator[Any]:
    if source is not None:
        yield source
        return
    with closing(raw_connection(database, key.key)) as connection:
        yield connection


def _size(database: Path) -> int:
    with os_faults(database, reading=True):
        return database.stat().st_size


def _size_in(source: Any) -> int:
    (pages,), (size,) = (source.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size"))
    return int(pages) * int(size)  # the driver tells one of them as text


def _refuse_small_disk(needed: int, folder: Path) -> None:
    if shutil.disk_usage(folder).free < needed * 1.1 + 1_000_000:
        raise Fault(FaultKind.DISK_FULL, folder=str(folder))


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Give a temporary name to work under; whatever stops the work, nothing unfinished stays."""
    temporary = temporary_beside(path)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + "-journal").unlink(missing_ok=True)
        if not path.exists():
            manifest_path(path).unlink(missing_ok=True)
            list_path(path).unlink(missing_ok=True)


def _copy(source: Any, key: bytes, target: Path) -> Verified:
    before = contents_of(source)
    source.execute("VACUUM INTO ?", (str(target),))
    verified = verify_file(target, key)
    if verified.contents.last_operation != before.last_operation:
        before = contents_of(source)  # somebody wrote meanwhile; perhaps the copy is as new as this
    source.execute("PRAGMA shrink_memory").fetchall()  # closing a full cache would hold up the window for a frame
    _compare(before, verified.contents, target)
    return verified


def _compare(source: Contents, copy: Contents, path: Path) -> None:
    """Refuse a copy that counts differently; only counts of the same moment of the journal can be compared."""
    if source.last_operation != copy.last_operation:
        return
    journaled = [table.name for table in RECORDS] + ["operation", "change"]
    if (source.last_seal, source.totals) != (copy.last_seal, copy.totals) or any(
        source.counts.get(name) != copy.counts.get(name) for name in journaled
    ):
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(path))


def _manifest(
    key: DataKey,
    revision: str,
    verified: Verified,
    moment: datetime,
    reason: BackupReason,
    *,
    files: int,
    layout: Layout | None,
) -> Manifest:
    return Manifest(
        database_id=key.database_id,
        revision=revision,
        app_version=__version__,
        reason=reason,
        made_at=to_stamp(moment),
        size=verified.size,
        sha256=verified.sha256,
        counts=verified.contents.counts,
        totals=verified.contents.totals,
        files=files,
        last_operation=verified.contents.last_operation,
        last_seal=verified.contents.last_seal,
        header=key.header,
        layout=layout,
    )
