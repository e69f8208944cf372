"""Changes the data key of a folder so that it opens again whenever the program is killed on the way.

Before anything else a *candidate*, the header of the following key, is written beside the present header. In it each of
the two keys is sealed under the other, so whatever opens the one finds the other. The renaming of the database is the
moment of the change: before it the candidate is dropped, after it the change is brought to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.key_header import KeyHeader, write_header
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.key_wrap import KEY_BYTES, open_sealed, seal
from crm_desktop.store.keys import (
    DataKey,
    candidates_of,
    headers_of,
    headers_to_try,
    keep_key,
    key_at_hand,
    paths_of_change,
    pending_change,
    place_of,
    save_header,
)
from crm_desktop.store.rekey import swap, under_key

_AFTER, _BEFORE = "after", "before"
_PURPOSE = b"crm-desktop change of key 1"


def begin_change(places: Places, present: DataKey, following: DataKey) -> None:
    """Write the candidate; until the database is renamed, `drop_change` takes everything back."""
    database_id = following.database_id
    bridge = {
        _AFTER: seal(following.key, present.key, _PURPOSE, database_id),
        _BEFORE: seal(present.key, following.key, _PURPOSE, database_id),
    }
    candidate = replace(following.header, wraps=following.header.wraps | bridge)
    for path in candidates_of(places, database_id):
        make_private_folder(path.parent)
        write_header(candidate, path)


def end_change(places: Places, vault: KeyVault, following: DataKey) -> DataKey:
    """Let the following key be the key: first where it rests, then in both headers; then the candidate goes.

    The bridge between the keys goes with it: what became known of the former key leads nowhere any more.
    """
    header = plain(following.header)
    kept = keep_key(vault, header, following.key)
    save_header(places, header)
    drop_change(places)
    return kept


def drop_change(places: Places) -> None:
    """Forget a change that has not happened, or is over."""
    for path in paths_of_change(places):
        with os_faults(path):
            path.unlink(missing_ok=True)


def plain(header: KeyHeader) -> KeyHeader:
    """Return a header without the bridge of a change."""
    return header.without(_AFTER, _BEFORE)


def keys_after(places: Places, vault: KeyVault, key: DataKey) -> Iterator[DataKey]:
    """Yield the keys that may open the database where this one does not: a change or a restore was cut short."""
    for header in pending_change(places):
        following = _across(header, _AFTER, key.key)
        if following is not None and header.fits(following):
            yield DataKey(following, plain(header), place_of(vault, header))
        # Whoever typed the new password or code before the moment of the change has the following key alone.
        former = _across(header, _BEFORE, key.key)
        for present in headers_to_try(places):
            if former is not None and present.fits(former):
                yield DataKey(former, present, place_of(vault, present))
    for header in headers_of(places):
        other = key_at_hand(vault, header)
        if header.database_id != key.database_id and other is not None and header.fits(other):
            yield DataKey(other, header, place_of(vault, header))


def settle_change(places: Places, vault: KeyVault, key: DataKey) -> DataKey:
    """Bring a change that was cut short to its end, or drop it; `key` opens the database. Call it when alone."""
    candidate = next((header for header in pending_change(places) if header.check == key.header.check), None)
    if candidate is None:
        drop_change(places)
        return key
    former = _across(candidate, _BEFORE, key.key)
    if former is not None:
        carry_files(places, former, key.key)
    return end_change(places, vault, key)


def carry_files(places: Places, former: bytes, following: bytes) -> None:
    """Bring the file of attached contents under the following key, where it is still under the former one."""
    path = places.data.files_database
    if path.is_file() and not _opens(Blobs(path, following)) and _opens(Blobs(path, former)):
        swap(under_key(path, former, following), path)


def _opens(blobs: Blobs) -> bool:
    try:
        blobs.names()
    except Fault as fault:
        if fault.kind is not FaultKind.DATABASE_DAMAGED:
            raise
        return False
    return True


def _across(header: KeyHeader, bridge: str, key: bytes) -> bytes | None:
    """Return the other key of a change, or None where this key is neither."""
    with suppress(KeyError):
        found = open_sealed(header.wraps[bridge], key, _PURPOSE, header.database_id)
        return found if found is not None and len(found) == KEY_BYTES else None
    return None
