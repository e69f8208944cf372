"""Looks after the open database: whether it is the file that was opened, and what room its disk has."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.base.records import dataclass
from crm_desktop.base.writable import is_protected, why_not_writable
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store

if TYPE_CHECKING:
    from crm_desktop.store.backup_folder import Backup

EVERY_MS = 30_000
SHORT_BYTES = 500_000_000
"""Below this the user is warned; or below three times the book, which a migration or a restore needs."""
TIMES_THE_BOOK = 3
NO_IMPORTS_BYTES = 50_000_000

Free = Callable[[Path], int]


def free_on_disk(folder: Path) -> int:
    """Return how many bytes are free on the disk of a folder."""
    return shutil.disk_usage(folder).free


@dataclass(frozen=True)
class Look:
    """What a look found: why nothing is written any more, if so, and how much room is left (bytes)."""

    refusal: FaultKind | None
    free: int | None
    is_short: bool


def look(store: Store, free_of: Free = free_on_disk) -> Look:
    """Look at the file and its disk; nothing is opened, and nothing waits for the database."""
    refusal = store.guard.look()
    if refusal is None and is_protected(store.path):
        store.guard.stop_for_disk(FaultKind.DATABASE_READ_ONLY)
        refusal = store.guard.refusal
    try:
        free, size = free_of(store.path.parent), store.path.stat().st_size
    except OSError:
        return Look(refusal, None, is_short=False)
    return Look(refusal, free, is_short=free < max(SHORT_BYTES, TIMES_THE_BOOK * size))


def stop_if_protected(store: Store, places: Places) -> bool:
    """Stop every write where the disk takes none any more; tell whether it is so. A full one may have room again."""
    why = why_not_writable(places.data)
    if why is None or why is FaultKind.DISK_FULL:
        return False
    store.guard.stop_for_disk(why)
    return store.is_only_read


def refuse_without_room(store: Store, free_of: Free = free_on_disk) -> None:
    """Raise Fault DISK_FULL where an import might fill the disk up, DATABASE_READ_ONLY where it takes nothing."""
    store.guard()
    try:
        free = free_of(store.path.parent)
    except OSError:
        return
    if free < NO_IMPORTS_BYTES:
        raise Fault(FaultKind.DISK_FULL, folder=str(store.path.parent))


def rescue(workplace: Workplace, places: Places, key: DataKey) -> Backup:
    """Make a backup through the connection that is open, whatever its file is called now; raises Fault."""
    from crm_desktop.base.lock import backup_turn
    from crm_desktop.domain.backup import BackupReason
    from crm_desktop.store.backup import make_backup
    from crm_desktop.store.faults import as_fault

    store = workplace.store
    with backup_turn(places.data), as_fault(file=str(store.path)), closing(store.writes.raw_connection()) as connection:
        source = connection.driver_connection
        return make_backup(store.path, key, places.data.backups, workplace.now(), BackupReason.RESCUE, source=source)


def reopen_once(store: Store) -> bool:
    """Open the file anew after an error of the disk; tell whether it answers again."""
    store.reopen()
    try:
        store.meta("database_id")
    except Fault:
        return False
    return True
