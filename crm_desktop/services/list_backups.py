"""What backups there are, as a person chooses among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import Places
from crm_desktop.base.reachable import is_reachable
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.second_place import second_place_of
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.keys import find_header
from crm_desktop.store.manifest import Manifest, read_manifest
from crm_desktop.store.trials import distrusted


@dataclass(frozen=True)
class BackupEntry:
    """One backup: where it is, and, where its manifest tells, when it was made, why, and of how much."""

    path: Path
    size: int
    made_at: datetime | None = None
    reason: BackupReason | None = None
    customers: int | None = None
    sales: int | None = None
    is_whole: bool = True
    """Whether it was read back when it was made, and no trial since found it otherwise."""
    here: bool = True
    there: bool = False
    """Whether it lies on this computer, and whether in the second place, as far as that is there now."""


def backups_in(folder: Path) -> list[BackupEntry]:
    """Return the backups in a folder, the newest first; none where there is no such folder."""
    failed = distrusted(folder)
    return [
        replace(_entry(backup.path, backup.manifest), is_whole=backup.path.name not in failed)
        for backup in list_backups(folder)
    ]


def backups_under(folder: Path) -> list[BackupEntry]:
    """Return the backups in a folder or in those right inside it: a stick holds a folder for each shop."""
    found = backups_in(folder)
    inside = [entry for path in sorted(folder.glob("customer-book-*")) for entry in backups_in(path)]
    return found or sorted(inside, key=lambda entry: entry.path.name, reverse=True)


def every_backup(places: Places) -> list[BackupEntry]:
    """Return the backups of this computer and those that lie in the second place alone, the newest first."""
    here = backups_in(places.data.backups)
    header = find_header(places)
    folder = second_place_of(places, header.database_id).folder if header else None
    if folder is None or not is_reachable(folder):
        return here
    there = {entry.path.name: entry for entry in backups_in(folder)}
    both = [replace(entry, there=entry.path.name in there) for entry in here]
    known = {entry.path.name for entry in here}
    alone = [replace(entry, here=False, there=True) for name, entry in there.items() if name not in known]
    return sorted([*both, *alone], key=lambda entry: entry.path.name, reverse=True)


def backup_at(path: Path) -> BackupEntry:
    """Return what is known about a file chosen by hand; raises Fault FILE_MISSING or FILE_NOT_READABLE."""
    with os_faults(path, reading=True):
        size = path.stat().st_size
    manifest = read_manifest(path)
    return _entry(path, manifest) if manifest else BackupEntry(path, size)


def _entry(path: Path, manifest: Manifest) -> BackupEntry:
    made_at, counts = from_stamp(manifest.made_at), manifest.counts
    return BackupEntry(path, manifest.size, made_at, manifest.reason, counts.get("customer"), counts.get("sale"))
