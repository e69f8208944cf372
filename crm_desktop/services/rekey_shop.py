"""Gives the customer book a new data key, because a password or a recovery code became known to someone."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import backup_turn
from crm_desktop.base.paths import Places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.passwords import refuse_weak
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.passwords import prove_password
from crm_desktop.store.backup import make_backup
from crm_desktop.store.backup_folder import Backup
from crm_desktop.store.key_change import begin_change, carry_files, drop_change, end_change
from crm_desktop.store.key_code import new_code
from crm_desktop.store.key_header import new_header
from crm_desktop.store.key_wrap import new_key
from crm_desktop.store.keys import DataKey, place_of
from crm_desktop.store.manifest import Manifest
from crm_desktop.store.rekey import discard, refuse_small_disk, swap, under_key
from crm_desktop.store.store import Store
from crm_desktop.store.unit_of_work import UnitOfWork
from crm_desktop.store.verify import verify_file

log = logging.getLogger(__name__)
_OF_THE_JOURNAL = frozenset(("operation", "change", "change_payload"))


@dataclass(frozen=True)
class Rekeyed:
    """The new key, whose recovery code has to be printed, and the backup that holds what was there before."""

    key: DataKey
    backup: Path


@dataclass(frozen=True)
class _Act:
    """Who changes the key, when, from where."""

    shop: OpenShop
    moment: datetime
    person_id: int | None

    @property
    def places(self) -> Places:
        return self.shop.places


def rekey_shop(shop: OpenShop, password: str = "", current: str = "") -> Rekeyed:
    """Encrypt everything under a new key with a new recovery code; the shop is closed then and has to be opened anew.

    Under a password, a new one is needed beside the `current` one. Backups made before stay as they are: their own
    code opens them. Killed at any moment, the next start opens the book under the one key or the other.

    Raises Fault: NOT_ALLOWED, PIN_NEEDED, PASSWORD_WEAK, BOOK_PASSWORD_WRONG, TRY_LATER; FOLDER_IN_USE, DISK_FULL,
    BACKUP_DAMAGED: nothing has changed then.
    """
    shop.workplace.require(Right.KEYS, fresh=True)
    if shop.key.header.is_strong:
        refuse_weak(password)
        prove_password(shop.places, shop.key, current, shop.workplace.clock)
    act = _Act(shop, shop.workplace.now(), shop.workplace.person_id)
    following = _following_key(shop, password, act.moment)
    shop.store.close()
    with shop.use.alone():
        return _change(act, shop.key, following)


def _following_key(shop: OpenShop, password: str, moment: datetime) -> DataKey:
    key, former = new_key(), shop.key.header
    header = new_header(former.database_id, key, new_code(), moment)
    if former.is_strong:
        if former.key_from_password(password) is not None:
            raise Fault(FaultKind.PASSWORD_WEAK)  # whoever knows the old one tries it first
        header = header.with_password(key, password)
    return DataKey(key, header, place_of(shop.vault, header))


def _change(act: _Act, former: DataKey, following: DataKey) -> Rekeyed:
    places, data = act.places, act.places.data
    refuse_small_disk(data.database, data.files_database)
    before = _back_up(act, former)
    try:
        begin_change(places, former, following)
        swap(_copy_under(act, former, following, before.manifest), data.database)
    except Exception:
        drop_change(places)
        raise
    try:
        carry_files(places, former.key, following.key)
        following = end_change(places, act.shop.vault, following)
        _back_up(act, following, BackupReason.SCHEDULE)
    except Fault as fault:  # the book is under its new key: the next start brings the rest to its end
        log.info("The change of key goes on at the next start: %s", fault.kind.value)
    act.shop.vault.opened[following.database_id] = following.key
    return Rekeyed(following, before.path)


def _back_up(act: _Act, key: DataKey, reason: BackupReason = BackupReason.REKEY) -> Backup:
    data = act.places.data
    with backup_turn(data):
        return make_backup(data.database, key, data.backups, act.moment, reason)


def _copy_under(act: _Act, former: DataKey, following: DataKey, manifest: Manifest) -> Path:
    """Return the copy under the new key, with the change in its journal, compared with the backup made before."""
    copy = under_key(act.places.data.database, former.key, following.key)
    try:
        with closing(Store(copy, following.key)) as store:
            source = act.shop.workplace.source
            with UnitOfWork(
                store.writes, Kind.REKEY, at=to_stamp(act.moment), person_id=act.person_id, source=source
            ) as work:
                work.keep_operation()
                work.commit()
        _compare(manifest, copy, following.key)
    except BaseException:
        discard(copy)
        raise
    return copy


def _compare(manifest: Manifest, copy: Path, key: bytes) -> None:
    found = verify_file(copy, key).contents
    differs = any(found.counts[name] != count for name, count in manifest.counts.items() if name not in _OF_THE_JOURNAL)
    if differs or found.totals != manifest.totals or found.last_operation != manifest.last_operation + 1:
        raise Fault(FaultKind.BACKUP_DAMAGED, file=str(copy))
