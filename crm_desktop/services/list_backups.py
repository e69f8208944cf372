"""What backups there are, as a person chooses among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.files import os_faults
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.manifest import Manifest, read_manifest


@dataclass(frozen=True)
class BackupEntry:
    """One backup: where it is, and, where its manifest tells, when it was made, why, and of how many customers."""

    path: Path
    size: int
    made_at: datetime | None = None
    reason: BackupReason | None = None
    customers: int | None = None


def backups_in(folder: Path) -> list[BackupEntry]:
    """Return the backups in a folder, the newest first; none where there is no such folder."""
    return [_entry(backup.path, backup.manifest) for backup in list_backups(folder)]


def backup_at(path: Path) -> BackupEntry:
    """Return what is known about a file chosen by hand; raises Fault FILE_MISSING or FILE_NOT_READABLE."""
    with os_faults(path, reading=True):
        size = path.stat().st_size
    manifest = read_manifest(path)
    return _entry(path, manifest) if manifest else BackupEntry(path, size)


def _entry(path: Path, manifest: Manifest) -> BackupEntry:
    made_at, customers = from_stamp(manifest.made_at), manifest.counts.get("customer")
    return BackupEntry(path, manifest.size, made_at, manifest.reason, customers)
