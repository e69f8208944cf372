"""Backups from before a change of key: whoever knows the old code can read them, so they can be deleted."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.lock import backup_turn
from crm_desktop.base.paths import Places
from crm_desktop.base.sealed import is_sealed_for, key_for
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.readable_child import PURPOSE
from crm_desktop.services.second_place import second_place
from crm_desktop.store.backup_folder import Backup, list_backups, remove_backups
from crm_desktop.store.keys import DataKey
from crm_desktop.store.readable_folder import readable_copies


def former_backups(places: Places, key: DataKey) -> list[Backup]:
    """Return the backups that an older recovery code opens, in the shop's own folder and in the second place."""
    return [backup for folder in _folders(places, key) for backup in list_backups(folder) if _is_former(backup, key)]


def delete_former_backups(shop: OpenShop) -> int:
    """Delete them, and readable copies under the old key, where a backup under the new one lies; return how many.

    Raises Fault NOT_ALLOWED, PIN_NEEDED; NOT_FOUND where the own folder has no backup under the present key yet.
    """
    shop.workplace.require(Right.KEYS, fresh=True)
    own = shop.places.data.backups
    if not _has_present(own, shop.key):
        raise Fault(FaultKind.NOT_FOUND, what="backup")
    with backup_turn(shop.places.data):
        folders = [folder for folder in _folders(shop.places, shop.key) if _has_present(folder, shop.key)]
        return sum(_delete_in(folder, shop.key) for folder in folders)


def _folders(places: Places, key: DataKey) -> list[Path]:
    second = second_place(places, key)
    return [places.data.backups, *([second.folder] if second.folder is not None and second.is_there() else [])]


def _delete_in(folder: Path, key: DataKey) -> int:
    former = [backup.path for backup in list_backups(folder) if _is_former(backup, key)]
    sealed_for = key_for(key.key, PURPOSE)
    with os_faults(folder):
        for copy in readable_copies(folder, key.database_id):
            if not is_sealed_for(copy.path, sealed_for):
                copy.path.unlink(missing_ok=True)
        return len(remove_backups(folder, former))


def _has_present(folder: Path, key: DataKey) -> bool:
    return any(backup.manifest.header.check == key.header.check for backup in list_backups(folder))


def _is_former(backup: Backup, key: DataKey) -> bool:
    header = backup.manifest.header
    return header.database_id == key.database_id and header.check != key.header.check
