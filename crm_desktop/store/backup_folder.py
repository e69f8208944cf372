"""What lies in a folder of backups: the finished ones by number, and leftovers to sweep up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.files import sweep_temporaries
from crm_desktop.store.manifest import Manifest, read_manifest

_NAME = re.compile(r"customers-(\d{6})-\d{8}-\d{6}\.db")


@dataclass(frozen=True)
class Backup:
    """A backup file and its manifest."""

    path: Path
    manifest: Manifest


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder that have a manifest, the newest first, by number and not by clock."""
    found = [(path, read_manifest(path)) for path in _backup_files(folder)]
    return [Backup(path, manifest) for path, manifest in reversed(found) if manifest is not None]


def sweep_backups(folder: Path) -> int:
    """Remove what a killed backup left behind; return how many files. Call it when nobody makes one."""
    swept = sweep_temporaries(folder)
    for manifest in folder.glob("customers-*.json"):
        if not manifest.with_suffix(".db").exists():
            manifest.unlink(missing_ok=True)
            swept += 1
    return swept


def _backup_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("customers-*.db") if _NAME.fullmatch(path.name))


def next_name(folder: Path, moment: datetime) -> str:
    """Return the name of the next backup: a number that only grows, and the local time for the eye."""
    numbers = [int(found[1]) for path in folder.glob("customers-*") if (found := _NAME.fullmatch(path.name))]
    return f"customers-{max(numbers, default=0) + 1:06d}-{moment.astimezone():%Y%m%d-%H%M%S}.db"
