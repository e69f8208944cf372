"""Puts a key under a password and takes it out again: the same key in a new wrap, so it takes no time at all."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.key_header import KeyHeader
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import DataKey, keep_key, save_header
from crm_desktop.store.manifest import write_manifest

_log = logging.getLogger(__name__)


def put_under_password(places: Places, vault: KeyVault, key: DataKey, password: str) -> DataKey:
    """Seal a key under a password, in the place of an older one, and let it rest nowhere else.

    Raises Fault KEY_STILL_KEPT where the password store does not give it up; nothing has changed then.
    """
    header = key.header.with_password(key.key, password)
    # The header first: killed before the key is forgotten, the next start asks for the password and forgets it then.
    save_header(places, header)
    if not vault.forget(key.database_id):
        save_header(places, key.header)
        raise Fault(FaultKind.KEY_STILL_KEPT)
    _tell_backups(places.data.backups, header)
    return keep_key(vault, header, key.key)


def take_from_under_password(places: Places, vault: KeyVault, key: DataKey) -> DataKey:
    """Let a key rest on this computer again; killed on the way, the next start still asks for the password."""
    header = key.header.without_password()
    kept = keep_key(vault, header, key.key)
    save_header(places, header)
    _tell_backups(places.data.backups, header)
    return kept


def _tell_backups(folder: Path, header: KeyHeader) -> None:
    """Give the shop's own backups the new header: a former password opens them no more, and a copy is there."""
    for backup in list_backups(folder):
        if backup.manifest.header.check == header.check:
            try:
                write_manifest(replace(backup.manifest, header=header), backup.path)
            except Fault as fault:  # the backup is as good as before, with the header it had
                _log.info("A backup keeps its former key header: %s", fault.kind.value)
