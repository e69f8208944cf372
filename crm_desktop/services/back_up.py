"""Makes backups: when asked, by itself, when the shop closes, and before much is changed at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.lock import backup_turn
from crm_desktop.base.paths import Places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup import make_backup
from crm_desktop.store.backup_folder import Backup, list_backups, thin
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store
from crm_desktop.store.trials import distrusted


def back_up(workplace: Workplace, places: Places, key: DataKey, folder: Path | None = None) -> Backup:
    """Make a backup because someone asked for it, in the data folder's own place or another; raises Fault."""
    workplace.require(Right.BACKUP)
    return _make(workplace, places, key, BackupReason.ASKED, folder or places.data.backups)


def back_up_if_changed(
    workplace: Workplace, places: Places, key: DataKey, reason: BackupReason = BackupReason.CLOSE
) -> Backup | None:
    """Make a backup unless the newest one holds the same; return it, or None where none was needed."""
    if _is_backed_up(workplace.store, places, key):
        return None
    return _make(workplace, places, key, reason, places.data.backups)


def back_up_before(workplace: Workplace, places: Places, key: DataKey, reason: BackupReason) -> Backup:
    """Make sure that a verified backup holds what is there now, before something that changes much of it.

    Returns the backup to go back to: a new one, or the newest where it holds the same. Raises Fault.
    """
    made = back_up_if_changed(workplace, places, key, reason)
    return made or list_backups(places.data.backups)[0]


def newest_backup(folder: Path) -> datetime | None:
    """Return when the newest backup in a folder was made, or None."""
    newest = next(iter(list_backups(folder)), None)
    return from_stamp(newest.manifest.made_at) if newest else None


def _is_backed_up(store: Store, places: Places, key: DataKey) -> bool:
    newest, failed = next(iter(list_backups(places.data.backups)), None), distrusted(places.data.backups)
    if newest is None or newest.manifest.database_id != key.database_id or newest.path.name in failed:
        return False
    with store.read() as connection:
        return end_of_journal(connection) == (newest.manifest.last_operation, newest.manifest.last_seal)


def _make(workplace: Workplace, places: Places, key: DataKey, reason: BackupReason, target: Path) -> Backup:
    if workplace.store.is_only_read:  # nobody else makes one here; the folder takes not even a lock
        if target == places.data.backups:
            workplace.store.guard()
        return make_backup(workplace.store.path, key, target, workplace.now(), reason)
    with backup_turn(places.data):
        backup = make_backup(workplace.store.path, key, target, workplace.now(), reason)
        if target == places.data.backups:
            thin(target, distrusted(target))
    return backup
