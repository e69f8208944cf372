"""Puts a backup in the database's place; what was there is kept aside first, so that a restore can be undone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sync_path, temporary_beside
from crm_desktop.base.lock import backup_turn
from crm_desktop.base.paths import DataFolder, make_private_folder
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.backup import make_backup
from crm_desktop.store.blob_backup import named_contents, restore_contents
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.file_state import state_of
from crm_desktop.store.key_header import KeyHeader, read_header
from crm_desktop.store.keys import DataKey
from crm_desktop.store.manifest import Manifest, read_manifest
from crm_desktop.store.rekey import copy_under_key, swap
from crm_desktop.store.verify import Verified, verify_file

_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Restored:
    """What a restore did: where the former data is, and which attached files the backup could not bring back."""

    kept_aside: Path | None
    missing_files: int


def header_of_backup(backup: Path) -> KeyHeader | None:
    """Return the key header that came with a backup: in its manifest, or beside it."""
    manifest = read_manifest(backup)
    return manifest.header if manifest else read_header(backup.with_name("key.json"))


def verify_backup(backup: Path, key: bytes) -> tuple[int, str]:
    """Prove a backup before anything is touched, and return where its journal ends.

    Raises Fault BACKUP_DAMAGED, DATABASE_NEWER, DATABASE_NOT_OURS.
    """
    try:
        state_of(backup, key)
    except Fault as fault:
        if fault.kind is FaultKind.DATABASE_DAMAGED:
            raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup)) from fault
        raise
    verified = verify_file(backup, key)
    manifest = read_manifest(backup)
    if manifest and not agrees(manifest, verified):
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup))
    return verified.contents.last_operation, verified.contents.last_seal


def agrees(manifest: Manifest, verified: Verified) -> bool:
    """Whether a file is the one that its manifest speaks of: every byte, every count, every total."""
    found = verified.contents
    return (
        (manifest.sha256, manifest.counts) == (verified.sha256, found.counts)
        and (not manifest.totals or manifest.totals == found.totals)
        and (manifest.last_operation, manifest.last_seal) == (found.last_operation, found.last_seal)
    )


def keep_aside(data: DataFolder, key: DataKey | None, moment: datetime) -> Path | None:
    """Keep the present database: as a verified backup, or, where it does not open, its files as they are.

    Raises Fault, and then nothing has been changed.
    """
    if not data.has_database():
        return None
    if key is not None:
        try:
            with backup_turn(data):
                backup = make_backup(data.database, key, data.backups, moment, BackupReason.RESTORE)
        except Fault as fault:
            if fault.kind not in (FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_NOT_OURS, FaultKind.BACKUP_DAMAGED):
                raise
        else:
            return backup.path
    return _copy_as_it_is(data, moment)


def _copy_as_it_is(data: DataFolder, moment: datetime) -> Path:
    folder = data.backups / f"set-aside-{moment.astimezone():%Y%m%d-%H%M%S}"
    with os_faults(folder):
        make_private_folder(folder)
        for path in (*_files_of(data.database), *_files_of(data.files_database), data.key_header):
            if path.exists():
                shutil.copy2(path, folder / path.name)
                sync_path(folder / path.name)
    return folder


def put_in_place(backup: Path, data: DataFolder) -> None:
    """Replace the database by a verified backup; the caller holds the maintenance lock alone.

    The new file lies complete on the disk before the old one's journal goes, and takes its name in one step: killed
    at any moment, the folder holds the one or the other, whole.
    """
    unfinished = temporary_beside(data.database)
    try:
        with os_faults(unfinished):
            shutil.copyfile(backup, unfinished)
            unfinished.chmod(0o600)
            sync_path(unfinished)
            for path in _files_of(data.database)[1:]:
                path.unlink(missing_ok=True)
            replace_file(unfinished, data.database)
    finally:
        unfinished.unlink(missing_ok=True)


def put_in_place_under(backup: Path, key: DataKey, present: DataKey, data: DataFolder) -> None:
    """Replace the database by a backup from before a change of key, under the present key, in the same one step."""
    swap(copy_under_key(backup, data.database, key.key, present.key), data.database)


def bring_back_files(backup: Path, key: DataKey, data: DataFolder, present: DataKey | None = None) -> int:
    """Put the attached files that a backup names back, under the `present` key; return how many are nowhere."""
    names = named_contents(backup, key.key)
    blobs = _blobs_under(present or key, data)
    return len(restore_contents(names, backup.parent, key.key, blobs)) if names else 0


def _blobs_under(key: DataKey, data: DataFolder) -> Blobs:
    """Return the file of contents under this key; one of another database is moved aside."""
    blobs = Blobs(data.files_database, key.key)
    try:
        blobs.names()
    except Fault as fault:
        if fault.kind is not FaultKind.DATABASE_DAMAGED:
            raise
        for path in _files_of(data.files_database)[1:]:
            path.unlink(missing_ok=True)
        data.files_database.replace(data.backups / f"set-aside-{data.files_database.name}")
    return blobs


def _files_of(database: Path) -> list[Path]:
    """Return a database file and, behind it, the names of its journals."""
    return [database, *(database.with_name(database.name + ending) for ending in _BESIDE)]
