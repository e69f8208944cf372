"""Gets a damaged shop back: the newest good backup, and from the damaged file what was entered after it.

The mended book is made and proven beside the damaged one and takes its name in one step. Killed at any moment, the
folder holds the damaged file as it was, or the mended one, whole; the damaged files are kept aside in either case.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from crm_desktop.base.clock import Clock, from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, sync_path, temporary_beside
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.services.after_restore import apply_kept, apply_lists
from crm_desktop.services.audit_marks import note_restored
from crm_desktop.services.known_layouts import naming_its_tables
from crm_desktop.services.list_backups import BackupEntry, every_backup
from crm_desktop.services.set_up_shop import set_up_shop, workplace_of_owner
from crm_desktop.services.sign_in import is_locked_at_start
from crm_desktop.store.file_state import state_of
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import DataKey, open_key
from crm_desktop.store.manifest import read_manifest
from crm_desktop.store.pins import bring_pins
from crm_desktop.store.restore import bring_back_files, put_in_place, verify_backup
from crm_desktop.store.salvage import Salvaged, names_of, salvage_into
from crm_desktop.store.set_aside import copy_what_is_readable, set_aside
from crm_desktop.store.store import Store
from crm_desktop.store.verify import verify_file

log = logging.getLogger(__name__)

NAMED = 200
"""So many customers are named at most; the rest is counted."""


class Step(StrEnum):
    """The steps of mending, as they are told."""

    FIND = "find"
    KEEP = "keep"
    READ = "read"
    PROVE = "prove"


Progress = Callable[[Step, int, int], None]
"""Hears what is being done, and how far it is; a total of 0 says that it is not known."""


@dataclass(frozen=True)
class MendPlan:
    """What mending would do: the backup it begins with, and how many newer ones are no good."""

    backup: Path | None
    made_at: datetime | None = None
    customers: int | None = None
    passed_over: int = 0
    is_sound: bool = False
    """Whether the book is in order, and nothing has to be done."""


@dataclass(frozen=True)
class Mended:
    """What came of it. `names` are for the screen alone, `customer_ids` for logs and commands."""

    plan: MendPlan
    kept_aside: Path | None = None
    added: int = 0
    changed: int = 0
    removed: int = 0
    customer_ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    customers: int = 0
    """How many customers are new or differ from the backup."""
    lost: dict[str, int] | None = None
    """How many entries after the backup could not be read, by table; None where nothing after it could be."""
    missing_files: int = 0
    hides_names: bool = False
    """Whether nobody is named, because people of this shop have PINs and none was given yet."""

    @property
    def newer(self) -> int:
        """How many entries came over that were newer than the backup."""
        return self.added + self.changed + self.removed


def mend_plan(places: Places, vault: KeyVault) -> MendPlan:
    """Say what mending would do, and change nothing; raises Fault KEY_* where the key is not at hand."""
    return _plan(places, open_key(places, vault))


def mend(
    places: Places,
    vault: KeyVault,
    clock: Clock,
    *,
    use: MaintenanceLock | None = None,
    progress: Progress = lambda _step, _done, _of: None,
) -> Mended:
    """Put a mended book in the place of the damaged one, which must be closed here; the next start opens it.

    Raises Fault: KEY_* without the key, FOLDER_IN_USE, DISK_FULL, DATABASE_DAMAGED where there is no backup and
    nothing can be read; the folder then holds what it held.
    """
    key = open_key(places, vault)
    with (use or MaintenanceLock(places.data)).alone():
        progress(Step.FIND, 0, 0)
        plan = _plan(places, key)
        if plan.is_sound:
            return Mended(plan)
        progress(Step.KEEP, 0, 0)
        aside = set_aside(places.data, clock())
        apply_lists(places, key, aside)
        return _Mending(places, key, clock, plan, aside, progress).run()


# which backup


def _plan(places: Places, key: DataKey) -> MendPlan:
    if _is_sound(places, key):
        return MendPlan(None, is_sound=True)
    passed_over = 0
    for entry in every_backup(places):
        if not _is_own(entry, key):
            continue
        if _is_good(entry, key):
            return MendPlan(entry.path, entry.made_at, entry.customers, passed_over)
        passed_over += 1
    return MendPlan(None, passed_over=passed_over)


def _is_sound(places: Places, key: DataKey) -> bool:
    try:
        state_of(places.data.database, key.key)
        verify_file(places.data.database, key.key)
    except Fault as fault:
        if fault.kind in _DAMAGE:
            return False
        raise
    return True


def _is_own(entry: BackupEntry, key: DataKey) -> bool:
    manifest = read_manifest(entry.path)
    return manifest is not None and manifest.database_id == key.database_id


def _is_good(entry: BackupEntry, key: DataKey) -> bool:
    try:
        verify_backup(entry.path, key.key)
    except Fault as fault:
        log.info("a backup is passed over: %s, %s", entry.path.name, fault.kind.value)
        return False
    return True


_DAMAGE = frozenset(
    {
        *(FaultKind.DATABASE_DAMAGED, FaultKind.BACKUP_DAMAGED, FaultKind.DATABASE_NOT_OURS),
        *(FaultKind.FILE_MISSING, FaultKind.DISK_ERROR, FaultKind.FILE_NOT_READABLE),
    }
)


# the mended book


@dataclass(frozen=True)
class _Mending:
    """Makes the mended book beside the damaged one, and puts it in place."""

    places: Places
    key: DataKey
    clock: Clock
    plan: MendPlan
    aside: Path
    progress: Progress

    def run(self) -> Mended:
        with self._beside() as unfinished:
            with closing(self._begin(unfinished)) as store:
                mended = self._salvage(store)
                if mended.lost is None and self.plan.backup is None:
                    raise Fault(FaultKind.DATABASE_DAMAGED, file=str(self.places.data.database))
                store.settle()
            self.progress(Step.PROVE, 0, 0)
            verify_file(unfinished, self.key.key)
            missing = bring_back_files(self.plan.backup, self.key, self.places.data) if self.plan.backup else 0
            put_in_place(unfinished, self.places.data)
        note_restored(self.places, self.key, self.clock())
        log.info("mended: %s entries of %s customers came over", mended.newer, mended.customers)
        return replace(mended, missing_files=missing)

    @contextmanager
    def _beside(self) -> Iterator[Path]:
        unfinished = temporary_beside(self.places.data.database)
        try:
            yield unfinished
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)

    def _begin(self, unfinished: Path) -> Store:
        """Open a copy of the backup, or, without any, an empty book of the same id."""
        key = self.key
        if self.plan.backup is None:
            return set_up_shop(unfinished, key.key, key.database_id, _T("Shop", "Owner"), self.clock)
        with os_faults(unfinished):
            copy_what_is_readable(self.plan.backup, unfinished)
            sync_path(unfinished)
        if state_of(unfinished, key.key).is_older:
            from crm_desktop.store.migrate import migrate

            migrate(unfinished, key, self.places.data.backups, self.clock())
        return Store(unfinished, key.key)

    def _salvage(self, store: Store) -> Mended:
        """Bring what is newer over, in one operation of the journal that nobody has in her list of undo."""
        program = workplace_of_owner(store, Source.PROGRAM, self.clock).as_program()
        apply_kept(program)
        with program.unit_of_work(Kind.RESTORE, reason=_reason(self.plan)) as work:
            work.keep_operation()
            with self._damaged(store.path) as damaged:
                found = salvage_into(work, damaged, self.key.key, self._read)
                if found.opens:
                    bring_pins(work.connection, damaged, self.key.key)
            changes = work.commit()
        concerned, hides = _concerned(found, changes.customer_ids), is_locked_at_start(program)
        return Mended(
            self.plan,
            self.aside,
            found.count("added"),
            found.count("changed"),
            found.count("removed"),
            concerned[:NAMED],
            () if hides else _names(store, concerned[:NAMED]),
            len(concerned),
            {one.table: one.unreadable for one in found.tables if one.unreadable} if found.opens else None,
            hides_names=hides,
        )

    @contextmanager
    def _damaged(self, mended: Path) -> Iterator[Path]:
        aside = self.aside / self.places.data.database.name
        with naming_its_tables(aside, self.places, self.key, self.plan.backup, mended) as damaged:
            yield damaged

    def _read(self, done: int, of: int) -> None:
        self.progress(Step.READ, done, of)


def _concerned(found: Salvaged, customers: tuple[int, ...] | None) -> tuple[int, ...]:
    """Return the customers that differ from the backup; of very many only those whose own entries do."""
    if customers is not None:
        return customers
    own = found.of("customer")
    return tuple(sorted({*own.added, *own.changed}))


def _names(store: Store, ids: tuple[int, ...]) -> tuple[str, ...]:
    with store.read() as connection:
        return names_of(connection, ids)


def _reason(plan: MendPlan) -> str:
    if plan.backup is None:
        return _T("Mend", "The customer book was damaged; there was no backup")
    manifest = read_manifest(plan.backup)
    made_at = from_stamp(manifest.made_at).isoformat(timespec="minutes") if manifest else ""
    return f"{plan.backup.name} {made_at}".strip()
