"""A workbook of everything that any spreadsheet opens, made each week and kept sealed among the backups.

It is there for the day on which no program of ours is: whoever has the key can save it as a plain workbook.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from crm_desktop.base.declared_settings import CURRENCY, TIME_ZONE
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sync_file, temporary_beside
from crm_desktop.base.paths import Places
from crm_desktop.base.sealed import NotSealedError, is_sealed_for, key_for, unseal
from crm_desktop.domain.money import places_of
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.worker import Progress, run_verb
from crm_desktop.services.readable_child import PURPOSE, VERB
from crm_desktop.services.readable_headings import code_words, sheet_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.keys import DataKey
from crm_desktop.store.readable_folder import ReadableCopy, next_readable, readable_copies, thin_readable
from crm_desktop.store.schema import REVISION
from crm_desktop.store.shop_settings import all_settings, value_in

EACH = timedelta(days=7)


def newest_readable(places: Places, key: DataKey) -> ReadableCopy | None:
    """Return the newest readable copy that this key opens, or None."""
    sealed_for = key_for(key.key, PURPOSE)
    copies = readable_copies(places.data.backups, key.database_id)
    return next((copy for copy in copies if is_sealed_for(copy.path, sealed_for)), None)


def is_readable_due(places: Places, key: DataKey, now: datetime) -> bool:
    """Whether a week has passed since the last one; a clock that was set back counts as a week."""
    newest = newest_readable(places, key)
    return newest is None or not timedelta(0) <= now - newest.at < EACH


def make_readable(
    workplace: Workplace,
    places: Places,
    key: DataKey,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> ReadableCopy | None:
    """Make a readable copy of the newest backup, in a child process; None without a backup of this version.

    Raises Fault DISK_FULL, CANCELLED …; nothing unfinished stays.
    """
    folder = places.data.backups
    ours = (one for one in list_backups(folder) if one.manifest.database_id == key.database_id)
    backup = next((one for one in ours if one.manifest.header.fits(key.key)), None)
    if backup is None or backup.manifest.revision != REVISION:
        return None
    target = next_readable(folder, key.database_id, workplace.now())
    with workplace.store.read() as connection:
        settings = all_settings(connection)
    request = {
        "path": str(backup.path),
        "target": str(target),
        "sheets": sheet_words(),
        "words": code_words(),
        "zone": value_in(settings, TIME_ZONE),
        "places": places_of(value_in(settings, CURRENCY)),
    }
    run_verb(VERB, key.key, request, progress, is_cancelled)
    thin_readable(folder, key.database_id)
    return newest_readable(places, key)


def save_readable(workplace: Workplace, places: Places, key: DataKey, target: Path) -> ReadableCopy:
    """Save the newest readable copy as a plain workbook, complete or not at all; one is made where there is none.

    Raises Fault NOT_FOUND where nothing was backed up yet, BACKUP_DAMAGED, DISK_FULL, FILE_IN_USE.
    """
    workplace.require(Right.EXPORT)
    copy = newest_readable(places, key) or make_readable(workplace, places, key)
    if copy is None:
        raise Fault(FaultKind.NOT_FOUND, what="backup", text="")
    draft = temporary_beside(target)
    try:
        with os_faults(target):
            with draft.open("xb") as file:
                for piece in unseal(copy.path, key_for(key.key, PURPOSE)):
                    file.write(piece)
                file.flush()
                sync_file(file.fileno())
            replace_file(draft, target)
    except NotSealedError as error:
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(copy.path)) from error
    finally:
        draft.unlink(missing_ok=True)
    return copy
