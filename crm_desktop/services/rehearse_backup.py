"""Tries the newest backup out: restored aside, opened, counted, removed; each week by itself, or when asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import Backup, list_backups
from crm_desktop.store.keys import DataKey
from crm_desktop.store.rehearsal import rehearse
from crm_desktop.store.trials import Trial, note_trial, read_trials

EACH = timedelta(days=7)
_NOT_RESTORABLE = frozenset(
    {
        *(FaultKind.BACKUP_DAMAGED, FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_NOT_OURS),
        *(FaultKind.MIGRATION_FAILED, FaultKind.FILE_MISSING),
    }
)


@dataclass(frozen=True)
class Rehearsal:
    """Which backup was tried out last, when, and whether it could be restored."""

    name: str
    at: datetime
    worked: bool


def last_rehearsal(places: Places) -> Rehearsal | None:
    """Return the last trial, or None."""
    trial = next(iter(read_trials(places.data.backups)), None)
    return Rehearsal(trial.name, from_stamp(trial.at), trial.worked) if trial else None


def is_rehearsal_due(places: Places, key: DataKey, now: datetime) -> bool:
    """Whether a week has passed, or another backup has taken the place of one that failed.

    A clock that was set back counts as a week: trying once more harms nothing.
    """
    newest, last = _newest(places, key), last_rehearsal(places)
    if newest is None:
        return False
    if last is None or not timedelta(0) <= now - last.at < EACH:
        return True
    return not last.worked and last.name != newest.path.name


def rehearse_newest(workplace: Workplace, places: Places, key: DataKey) -> Rehearsal | None:
    """Try the newest backup out and note what came of it; None without any backup.

    Raises Fault BACKUP_DAMAGED for one that cannot be restored, and any fault that says nothing of the backup
    (DISK_FULL …), which is then not noted.
    """
    backup, now = _newest(places, key), workplace.now()
    if backup is None:
        return None
    places.data.sweep_rehearsals()
    name, at = backup.path.name, to_stamp(now)
    try:
        rehearse(backup, key, places.data, now)
    except Fault as fault:
        if fault.kind not in _NOT_RESTORABLE:
            raise
        note_trial(places.data.backups, Trial(name, at, worked=False))
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path)) from fault
    note_trial(places.data.backups, Trial(name, at, worked=True))
    return Rehearsal(name, now, worked=True)


def try_out(workplace: Workplace, places: Places, key: DataKey) -> Rehearsal | None:
    """Try the newest backup out because someone asked; see `rehearse_newest`."""
    workplace.require(Right.BACKUP)
    return rehearse_newest(workplace, places, key)


def _newest(places: Places, key: DataKey) -> Backup | None:
    """Return the newest backup that this key opens: those from before a new key open by the former code alone."""
    ours = (one for one in list_backups(places.data.backups) if one.manifest.database_id == key.database_id)
    return next((one for one in ours if one.manifest.header.fits(key.key)), None)
