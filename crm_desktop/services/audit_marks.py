"""What is noted of the journal's end outside the database: at each close, after a restore, in every backup."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import Places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.audit_marks import Mark, in_one_course, note_end, read_marks
from crm_desktop.store.backup_folder import Backup, list_backups
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store

log = logging.getLogger(__name__)


def marks_of(store: Store, places: Places, *more: Path) -> list[Mark]:
    """Return all that says where the journal ended: this computer's notes, and the manifests of backups.

    `more` are further folders of backups: a second place.
    """
    database_id = store.meta("database_id") or ""
    backups = _backups_of(database_id, places.data.backups)
    restores = [one.manifest.made_at for one in backups if one.manifest.reason is BackupReason.RESTORE]
    noted = in_one_course(read_marks(places.config.of_database(database_id)), max(restores, default=None))
    last_restore = max((one.at for one in noted if one.is_restore), default=None)
    last_at = max([*restores, *([last_restore] if last_restore is not None else [])], default=None)
    others = [mark for folder in more for mark in _manifests(_backups_of(database_id, folder), last_at)]
    return [*noted, *_manifests(backups, last_restore), *others]


def note_end_of(store: Store, places: Places, moment: datetime) -> None:
    """Note where the journal of an open store ends; where that cannot be read or written, closing goes on."""
    if not store.is_open:
        return
    try:
        database_id = store.meta("database_id") or ""
        with store.read() as connection:
            end = end_of_journal(connection)
        note_end(places.config.of_database(database_id), Mark(to_stamp(moment), *end))
    except Fault as fault:
        log.info("the end of the journal is not noted: %s", fault.kind.value)


def note_restored(places: Places, key: DataKey, moment: datetime) -> None:
    """Note that a restore put a journal there, and where it ends: what was noted before is of another course.

    Where that cannot be written, the restore has been made all the same.
    """
    try:
        with as_fault(), closing(open_read_only(places.data.database, key.key)) as connection:
            last, seal = connection.execute(_END).fetchone() or (0, b"")
        mark = Mark(to_stamp(moment), last, (seal or b"").hex(), is_restore=True)
        note_end(places.config.of_database(key.database_id), mark)
    except Fault as fault:
        log.info("the restore is not noted: %s", fault.kind.value)


_END = "SELECT id, seal FROM operation ORDER BY id DESC LIMIT 1"


def _backups_of(database_id: str, folder: Path) -> list[Backup]:
    """Return the backups of a database in a folder, the oldest first."""
    return [one for one in reversed(list_backups(folder)) if one.manifest.database_id == database_id]


def _manifests(backups: list[Backup], restored_at: int | None) -> list[Mark]:
    """Return what manifests say; a backup made before a restore is that restore's beginning, whatever the clock was."""
    marks = [_mark(one) for one in backups]
    restores = [place for place, one in enumerate(backups) if one.manifest.reason is BackupReason.RESTORE]
    past = max(restores, default=-1)
    marks = [replace(mark, is_past=place <= past) for place, mark in enumerate(marks)]
    return in_one_course(marks, restored_at)


def _mark(backup: Backup) -> Mark:
    manifest = backup.manifest
    return Mark(manifest.made_at, manifest.last_operation, manifest.last_seal, where=backup.path.name)
