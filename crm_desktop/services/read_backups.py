"""What the page of backups shows, read at once: how safe the shop is, every backup, the way back from a restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.paths import Places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.rights import Right
from crm_desktop.services.list_backups import BackupEntry, every_backup
from crm_desktop.services.readable_copy import newest_readable
from crm_desktop.services.safety import Safety, how_safe
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.keys import DataKey


@dataclass(frozen=True)
class BackupsShown:
    """Everything on the page."""

    safety: Safety
    entries: list[BackupEntry]
    before_restore: BackupEntry | None
    """What was there before the last restore, where that is still among the backups."""
    readable_at: datetime | None
    folder: Path


def read_backups(workplace: Workplace, places: Places, key: DataKey) -> BackupsShown:
    """Read it; manifests and notes alone, no backup itself. Raises Fault NOT_ALLOWED."""
    workplace.require(Right.BACKUP)
    entries = every_backup(places)
    before = next((entry for entry in entries if entry.reason is BackupReason.RESTORE), None)
    readable = newest_readable(places, key)
    safety = how_safe(workplace, places, key)
    return BackupsShown(safety, entries, before, readable.at if readable else None, places.data.backups)
