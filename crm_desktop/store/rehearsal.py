"""Restores a backup into a folder of its own, opens and counts it, and takes the folder away again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from secrets import token_hex

from sqlalchemy import func, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import REHEARSAL, DataFolder, make_private_folder
from crm_desktop.store.backup_folder import Backup
from crm_desktop.store.blob_backup import content_path, is_whole, listed, named_contents
from crm_desktop.store.file_state import state_of
from crm_desktop.store.keys import DataKey
from crm_desktop.store.restore import agrees, put_in_place
from crm_desktop.store.store import Store
from crm_desktop.store.tables import customer
from crm_desktop.store.verify import verify_file

_OPENED_FILES = 20
"""Attached contents that are opened; of the others it is seen that they are there."""
_NEEDED_SPACE = 4
"""Times the file: the copy, and where it is older its migration with the backup before that."""


def rehearse(backup: Backup, key: DataKey, data: DataFolder, moment: datetime) -> None:
    """Restore a backup aside and prove that it is what its manifest says.

    Raises Fault BACKUP_DAMAGED where it is not, DISK_FULL where there is no room to try; nothing stays behind.
    """
    size = backup.manifest.size
    if shutil.disk_usage(data.path).free < _NEEDED_SPACE * size + 1_000_000:
        raise Fault(FaultKind.DISK_FULL, folder=str(data.path))
    with _folder_for_a_while(data) as folder:
        put_in_place(backup.path, folder)
        if not agrees(backup.manifest, verify_file(folder.database, key.key)):
            raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path))
        _prove_files(backup, key, folder.database)
        _open(backup, key, folder, moment)


@contextmanager
def _folder_for_a_while(data: DataFolder) -> Iterator[DataFolder]:
    """Give a data folder inside the real one, so that nothing of it lies where others can read."""
    folder = DataFolder(data.path / f"{REHEARSAL}{token_hex(4)}")
    make_private_folder(folder.path)
    try:
        make_private_folder(folder.backups)
        yield folder
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


def _prove_files(backup: Backup, key: DataKey, database: Path) -> None:
    """See that the attached contents which belong to the backup are there, and open some of them."""
    hidden = listed(backup.path, backup.manifest.files)
    beside = backup.path.parent
    if hidden is None and backup.manifest.files:
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path))
    if not hidden:
        return
    names = sorted(named_contents(database, key.key))
    if not all(content_path(beside, name).is_file() for name in hidden):
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path))
    if not all(is_whole(beside, name, key.key) for name in islice(names, _OPENED_FILES)):
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path))


def _open(backup: Backup, key: DataKey, folder: DataFolder, moment: datetime) -> None:
    """Open the restored file as a start would, and count the customers."""
    if state_of(folder.database, key.key).is_older:
        from crm_desktop.store.migrate import migrate

        migrate(folder.database, key, folder.backups, moment)
    store = Store(folder.database, key.key, cache_kib=2_000)
    try:
        with store.read() as connection:
            count = connection.execute(select(func.count()).select_from(customer)).scalar_one()
        known = store.meta("database_id")
    finally:
        store.close()
    if count != backup.manifest.counts.get("customer") or known != backup.manifest.database_id:
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(backup.path))
