"""What lies in a folder of backups: the finished ones by number, and leftovers to sweep up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.files import sweep_temporaries
from crm_desktop.base.records import dataclass
from crm_desktop.domain.backup import Copy, to_thin
from crm_desktop.store.manifest import Manifest, read_manifest

_BESIDE = (".json", ".files")
"""What lies beside a backup under its name: the manifest, and the list of its attached contents."""
_NAME = re.compile(r"customers-(\d{6})-\d{8}-\d{6}\.db")


@dataclass(frozen=True)
class Backup:
    """A backup file and its manifest."""

    path: Path
    manifest: Manifest

    @property
    def number(self) -> int:
        """The number that its folder gave it."""
        found = _NAME.fullmatch(self.path.name)
        return int(found[1]) if found else 0


def is_backup_name(name: str) -> bool:
    """Tell whether a file's name is one that the program gives its backups."""
    return _NAME.fullmatch(name) is not None


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder that have a manifest, the newest first, by number and not by clock."""
    found = [(path, read_manifest(path)) for path in _backup_files(folder)]
    return [Backup(path, manifest) for path, manifest in reversed(found) if manifest is not None]


def sweep_backups(folder: Path) -> int:
    """Remove what a killed backup left behind; return how many files. Call it when nobody makes one."""
    swept = sweep_temporaries(folder)
    for ending in _BESIDE:
        for left in folder.glob(f"customers-*{ending}"):
            if not left.with_suffix(".db").exists():
                left.unlink(missing_ok=True)
                swept += 1
    return swept


def thin(folder: Path, distrusted: frozenset[str] = frozenset()) -> list[Path]:
    """Remove the backups of a folder that may go, and contents of files that belong to none any more.

    `distrusted` names backups that were found damaged. Returns what went; a file that another program holds open stays
    until the next time.
    """
    return remove_backups(folder, [backup.path for backup in _to_thin(list_backups(folder), distrusted)])


def remove_backups(folder: Path, paths: Iterable[Path]) -> list[Path]:
    """Remove backups of a folder, and contents of files that belong to none any more; return what went.

    A file that another program holds open stays.
    """
    backups = list_backups(folder)
    gone = [path for path in paths if _remove(path) is not None]
    if gone:
        _remove_contents(folder, [backup for backup in backups if backup.path not in gone])
    return gone


def _to_thin(backups: list[Backup], distrusted: frozenset[str]) -> list[Backup]:
    """Return the backups that may go; those of each database are thinned by themselves."""
    owner = lambda backup: backup.manifest.database_id  # noqa: E731
    found: list[Backup] = []
    for _, of_one in groupby(sorted(backups, key=owner), key=owner):
        numbered = {backup.number: backup for backup in of_one}
        copies = [
            Copy(number, from_stamp(one.manifest.made_at).astimezone().date(), one.path.name not in distrusted)
            for number, one in numbered.items()
        ]
        found += [numbered[number] for number in sorted(to_thin(copies))]
    return found


def _remove(path: Path) -> Path | None:
    """Remove a backup, the database first: what is left without it is swept up."""
    try:
        for part in (path, *(path.with_suffix(ending) for ending in _BESIDE)):
            part.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _remove_contents(folder: Path, kept: list[Backup]) -> None:
    """Remove contents that belong to no backup; where one does not know its own, everything stays."""
    from crm_desktop.store.blob_backup import listed, remove_unlisted

    aside = [backup for place in folder.glob("set-aside-*") for backup in list_backups(place)]
    named = [listed(backup.path, backup.manifest.files) for backup in (*kept, *aside)]
    if len(kept) == len(_backup_files(folder)) and None not in named:
        remove_unlisted(folder, frozenset().union(*(names for names in named if names is not None)))


def _backup_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("customers-*.db") if _NAME.fullmatch(path.name))


def next_name(folder: Path, moment: datetime) -> str:
    """Return the name of the next backup: a number that only grows, and the local time for the eye."""
    numbers = [int(found[1]) for path in folder.glob("customers-*") if (found := _NAME.fullmatch(path.name))]
    return f"customers-{max(numbers, default=0) + 1:06d}-{moment.astimezone():%Y%m%d-%H%M%S}.db"
