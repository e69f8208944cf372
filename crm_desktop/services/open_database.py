"""Makes the database of an empty folder, or opens the one that is there: the guards in front of every start."""

from __future__ import annotations

from contextlib import closing, suppress

from crm_desktop.base.clock import Clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, replace_file, sweep_temporaries, sync_path, temporary_beside
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places
from crm_desktop.services.set_up_shop import set_up_shop
from crm_desktop.store.backup_folder import list_backups, sweep_backups
from crm_desktop.store.file_state import FileState, state_of
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import DataKey, create_key, open_key, pending_change, save_header
from crm_desktop.store.only_read import forget_only_read, tell_only_read
from crm_desktop.store.store import Store

_PATIENCE = 5.0  # seconds that a second first start waits for the first


def open_or_make(
    places: Places, vault: KeyVault, clock: Clock, use: MaintenanceLock, owner: str
) -> tuple[DataKey, Store, bool]:
    """Open the database of a folder, or make that of a new shop; leave `use` shared, and say whether it is new.

    Of two first starts at the same moment one makes the database and the other opens it. Raises what
    `open_database` and `make_database` raise.
    """
    is_new = False
    if not places.data.has_database():
        from crm_desktop.base.folders import refuse_unsafe_folder

        refuse_unsafe_folder(places.data.path)
        places.data.make()
        with use.alone(_PATIENCE):
            is_new = not places.data.has_database()
            if is_new:
                make_database(places, vault, clock, owner)
    use.share()
    try:
        return *open_database(places, vault, clock, use), is_new
    except BaseException:
        use.release()
        raise


def make_database(places: Places, vault: KeyVault, clock: Clock, owner: str) -> None:
    """Make the database of a new shop, whole or not at all.

    Raises Fault: FOLDER_NOT_WRITABLE, DISK_FULL, DATABASE_GONE where backups say that there was one here.
    """
    backups = list_backups(places.data.backups)
    if backups:
        raise Fault(FaultKind.DATABASE_GONE, folder=str(places.data.path), backup=str(backups[0].path))
    key = create_key(places, vault, clock)
    unfinished = temporary_beside(places.data.database)
    with closing(set_up_shop(unfinished, key.key, key.database_id, owner, clock)) as store:
        store.settle()
    with os_faults(unfinished):
        sync_path(unfinished)
        replace_file(unfinished, places.data.database)


def open_database(places: Places, vault: KeyVault, clock: Clock, use: MaintenanceLock) -> tuple[DataKey, Store]:
    """Open the database of a folder; sweep up after a kill, and migrate an older file, where nobody else is in.

    Raises Fault: KEY_*, DATABASE_NEWER, DATABASE_NOT_OURS, DATABASE_DAMAGED with the newest backup, FOLDER_IN_USE
    where the file is older and someone else has it open.
    """
    _sweep(places, use)
    key, state = _key_and_state(places, vault)
    key = _settle(places, vault, key, use)
    if state.is_older:
        _migrate(places, key, clock, use)
    return key, Store(places.data.database, key.key)


def open_for_reading(places: Places, vault: KeyVault, use: MaintenanceLock, why: FaultKind) -> tuple[DataKey, Store]:
    """Open the database of a folder that cannot be written, and change nothing; leave `use` shared.

    Raises Fault as `open_database`, and DATABASE_READ_ONLY where the file is older and would have to be migrated.
    """
    use.share(only_read=True)
    try:
        key = open_key(places, vault, only_read=True)
        tell_only_read(places.data.database)
        if state_of(places.data.database, key.key).is_older:
            raise Fault(FaultKind.DATABASE_READ_ONLY, file=str(places.data.database), why=why)
        return key, Store(places.data.database, key.key, only_read=why)
    except BaseException:
        forget_only_read(places.data.database)
        use.release()
        raise


def _sweep(places: Places, use: MaintenanceLock) -> None:
    """Remove what a killed program left; while others are in, their unfinished work must stay."""
    try:
        with use.alone():
            sweep_temporaries(places.data.path)
            sweep_backups(places.data.backups)
            places.data.sweep_rehearsals()
            for staged in places.data.staged_imports():
                with suppress(OSError):  # its reader may need a moment to notice that nobody listens any more
                    staged.unlink(missing_ok=True)
    except Fault as fault:
        if fault.kind is not FaultKind.FOLDER_IN_USE:
            raise


def _key_and_state(places: Places, vault: KeyVault) -> tuple[DataKey, FileState]:
    key = open_key(places, vault)
    try:
        return key, state_of(places.data.database, key.key)
    except Fault as fault:
        if fault.kind is not FaultKind.DATABASE_DAMAGED:
            raise
        found = _under_another_key(places, vault, key)
        if found is None:
            raise _naming_backup(fault, places) from fault
        return found


def _under_another_key(places: Places, vault: KeyVault, key: DataKey) -> tuple[DataKey, FileState] | None:
    """Return another key of this folder that opens the file: a restore or a change of key was cut short."""
    from crm_desktop.store.key_change import keys_after

    for other in keys_after(places, vault, key):
        try:
            state = state_of(places.data.database, other.key)
        except Fault:
            continue
        if not pending_change(places):
            save_header(places, other.header)
        vault.opened[other.database_id] = other.key
        return other, state
    return None


def _settle(places: Places, vault: KeyVault, key: DataKey, use: MaintenanceLock) -> DataKey:
    """Bring a change of key that was cut short to its end."""
    if not pending_change(places):
        return key
    from crm_desktop.store.key_change import settle_change

    with use.alone(_PATIENCE):
        return settle_change(places, vault, key)


def _naming_backup(fault: Fault, places: Places) -> Fault:
    backups = list_backups(places.data.backups)
    return Fault(fault.kind, **fault.values, backup=str(backups[0].path)) if backups else fault


def _migrate(places: Places, key: DataKey, clock: Clock, use: MaintenanceLock) -> None:
    from crm_desktop.store.migrate import migrate

    with use.alone():
        migrate(places.data.database, key, places.data.backups, clock())
