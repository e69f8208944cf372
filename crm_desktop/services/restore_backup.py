"""Restores a backup: proves it first, keeps the present data aside, and takes its place in one step."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.clock import Clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.folders import refuse_unsafe_folder
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places
from crm_desktop.services.audit_marks import note_restored
from crm_desktop.services.finish_restore import note_restore
from crm_desktop.store.key_code import read_code
from crm_desktop.store.key_header import KeyHeader
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import DataKey, find_header, keep_key, key_at_hand, open_key, place_of, save_header
from crm_desktop.store.manifest import read_manifest
from crm_desktop.store.restore import (
    Restored,
    bring_back_files,
    header_of_backup,
    keep_aside,
    put_in_place,
    put_in_place_under,
    verify_backup,
)


def restore_backup(
    places: Places,
    vault: KeyVault,
    backup: Path,
    clock: Clock,
    *,
    code: str | None = None,
    use: MaintenanceLock | None = None,
) -> Restored:
    """Put a backup in the place of the present data, which must be closed here; the next start opens it.

    A backup of another computer or an older key needs its recovery code. `use` is the lock that the caller shares, if
    any. Raises Fault: FILE_MISSING, KEY_MISSING (ask for the code), CODE_WRONG, BACKUP_DAMAGED, DATABASE_NEWER,
    FOLDER_IN_USE, DISK_FULL; the present data is then as it was.
    """
    with os_faults(backup, reading=True):
        backup.stat()
    key = key_of_backup(places, vault, backup, code)
    end = verify_backup(backup, key.key)
    if not places.data.has_database():
        refuse_unsafe_folder(places.data.path)
    places.data.make()
    with (use or MaintenanceLock(places.data)).alone():
        return _replace(places, vault, backup, key, clock, end=end)


def _replace(
    places: Places, vault: KeyVault, backup: Path, key: DataKey, clock: Clock, *, end: tuple[int, str]
) -> Restored:
    present = present_key(places, vault)
    aside = keep_aside(places.data, present, clock())
    note_restore(places.data, backup, end)
    _keep_lists(places, present if present and present.database_id == key.database_id else key, aside, backup)
    if present is not None and present.key == key.key:
        # Contents are only ever added: done before, the renaming of the database is the moment of the change.
        missing = bring_back_files(backup, key, places.data)
        put_in_place(backup, places.data)
    elif present is not None and present.database_id == key.database_id:
        # The key was changed since: what had leaked must not open the book again.
        missing = bring_back_files(backup, key, places.data, present)
        put_in_place_under(backup, key, present, places.data)
        key = present
    else:
        keep_key(vault, key.header, key.key)
        save_header(places, key.header)
        put_in_place(backup, places.data)
        missing = bring_back_files(backup, key, places.data)
    note_restored(places, key, clock())
    return Restored(aside, missing)


def _keep_lists(places: Places, key: DataKey, aside: Path | None, backup: Path) -> None:
    """Bring the lists over that must outlive a restore, ahead of the file: no start sees it without them."""
    from crm_desktop.services.after_restore import apply_lists

    manifest = read_manifest(aside) if aside is not None else None
    is_another_shops = manifest is not None and manifest.database_id != key.database_id
    apply_lists(places, key, None if is_another_shops else aside, backup)


def present_key(places: Places, vault: KeyVault) -> DataKey | None:
    """Return the key of the present data, or None where there is none that opens it."""
    if not places.data.has_database():
        return None
    try:
        return open_key(places, vault)
    except Fault:
        return None


def key_of_backup(places: Places, vault: KeyVault, backup: Path, code: str | None) -> DataKey:
    """Return the key that opens a backup: the one at hand, or by its code; raises Fault KEY_MISSING, CODE_WRONG."""
    header = _header_of(places, backup)
    key = header.key_from_code(read_code(code)) if code else key_at_hand(vault, header)
    if key is None or not header.fits(key):
        raise Fault(FaultKind.KEY_MISSING, folder=str(backup.parent), header=True)
    return DataKey(key, header, place_of(vault, header))


def _header_of(places: Places, backup: Path) -> KeyHeader:
    """Return the header that came with a backup, else the one of this folder: the backup may be its own."""
    header = header_of_backup(backup)
    present = find_header(places)
    if header is None or (present is not None and present.check == header.check):
        header = present or header
    if header is None:
        raise Fault(FaultKind.KEY_MISSING, folder=str(backup.parent), header=False)
    return header
