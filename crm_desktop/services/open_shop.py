"""Open the shop of a data folder: folder, key, database, the acting person; the first start makes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from crm_desktop.base.clock import Clock, clock_from, system_clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import MaintenanceLock, WindowLock
from crm_desktop.base.paths import DataFolder, Places, find_places
from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.base.writable import REFUSING, is_protected, why_not_writable
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_database import open_for_reading, open_or_make
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.key_vault import KeyVault, SystemVault
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store

_FOR_TRYING = ("demo", "test")


@dataclass(frozen=True)
class ShopOptions:
    """What the user may say at start: which folder, which language, and (for trial folders) where the clock starts."""

    data_dir: Path | None = None
    language: str | None = None
    now: datetime | None = None
    password: Callable[[], str] | None = None
    """Asks whoever gave the options for the password, where the book has one; None where a dialog will ask."""
    person: str | None = None
    """In whose name a command acts; None for the owner."""
    pin: Callable[[str], str] | None = None
    """Asks for the PIN of the person with this name."""
    files: tuple[Path, ...] = ()
    """What the window is to open once it stands: files that were double-clicked, or named at the start."""


@dataclass
class HeldKey:
    """The key of an open shop with its present header: whoever holds the shop sees a password set meanwhile."""

    now: DataKey


@dataclass(frozen=True)
class OpenShop:
    """An open shop and what was needed to open it."""

    places: Places
    held: HeldKey
    vault: KeyVault
    workplace: Workplace
    use: MaintenanceLock
    is_new: bool

    @property
    def key(self) -> DataKey:
        """Return the key with the header of this moment."""
        return self.held.now

    @property
    def store(self) -> Store:
        """Return the open database."""
        return self.workplace.store

    def with_key(self, key: object) -> OpenShop:
        """Take the key with a changed header (the sheet was confirmed, a password set), and return the shop."""
        if isinstance(key, DataKey):
            self.held.now = key
        return self

    def close(self) -> None:
        """Note where the journal ends, close the database and say that it is no longer in use here."""
        from crm_desktop.services.audit_marks import note_end_of  # of no use before the end

        try:
            note_end_of(self.store, self.places, self.workplace.now())
        finally:
            self.store.close()
            self.use.release()


def open_shop(
    options: ShopOptions, source: Source, vault: KeyVault | None = None, clock: Clock = system_clock
) -> OpenShop:
    """Open the shop, making it on the first start.

    Raises Fault: FOLDER_* for a folder that is no place for a database, KEY_* and DATABASE_* for one that does not
    open, CLOCK_NOT_ALLOWED where a clock was given for a real shop, PASSWORD_NEEDED where the book has a password
    and `options` cannot ask for it.
    """
    places = find_places(options.data_dir)
    vault = vault or vault_of(places)
    start = clock if options.now is None else clock_from(options.now)
    if options.now is not None and not places.data.has_database():
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
    use = MaintenanceLock(places.data)
    make = partial(_open, places, vault, start, use)
    key, store, is_new = _unlocking(make, LockedShop(places, vault, start), options)
    try:
        _refuse_clock(store, options.now)
        workplace = workplace_of_owner(store, source, start)
        if not store.is_only_read:
            _follow_restore(workplace, places)
        return OpenShop(places, HeldKey(key), vault, workplace, use, is_new)
    except BaseException:
        store.close()
        use.release()
        raise


_DISK_REFUSES = REFUSING | {FaultKind.DISK_FULL}


def _open(places: Places, vault: KeyVault, clock: Clock, use: MaintenanceLock) -> tuple[DataKey, Store, bool]:
    """Open the database, or make it; where the disk refuses to be written, open what is there for looking up."""
    has_book = places.data.has_database()
    why = FaultKind.DATABASE_READ_ONLY if has_book and is_protected(places.data.database) else None
    if why is None:
        try:
            return open_or_make(places, vault, clock, use, owner_word())
        except Fault as fault:
            if not has_book or fault.kind not in _DISK_REFUSES:
                raise
            why = why_not_writable(places.data)
            if why is None:
                raise
    return *open_for_reading(places, vault, use, why), False


def take_for_window(data: DataFolder, lock: WindowLock) -> None:
    """Make what is missing of a data folder and take it for one window; a book that cannot be written needs neither.

    Raises Fault FOLDER_IN_USE, and what stands in the way of a folder without a book.
    """
    try:
        data.make()
        lock.take()
    except Fault as fault:
        if not data.has_database() or fault.kind not in _DISK_REFUSES:
            raise


def owner_word() -> str:
    """Return what the owner is called until she gives her name."""
    return _T("Shop", "Owner")


def _follow_restore(workplace: Workplace, places: Places) -> None:
    """See to what follows a restore, and erase again who was erased before an older book was put in place."""
    if places.data.restored_note.is_file():
        from crm_desktop.services.finish_restore import finish_restore

        finish_restore(workplace, places)
    if workplace.store.path.with_name("kept-lists.json").is_file():
        from crm_desktop.services.after_restore import apply_kept

        apply_kept(workplace)


def vault_of(places: Places) -> KeyVault:
    """Return the vault of this user: handed from one opening to the next, nobody types a password twice."""
    return SystemVault(places.config)


def _unlocking(
    make: Callable[[], tuple[DataKey, Store, bool]], locked: LockedShop, options: ShopOptions
) -> tuple[DataKey, Store, bool]:
    """Open the database, with the password where it needs one and the options can ask for it."""
    try:
        return make()
    except Fault as fault:
        if fault.kind is not FaultKind.PASSWORD_NEEDED or options.password is None:
            raise
    locked.open_with_password(options.password())
    return make()


def _refuse_clock(store: Store, now: datetime | None) -> None:
    """Refuse a clock set by hand for a real shop: it could hide when things happened."""
    if now is not None and not any(store.meta(mark) for mark in _FOR_TRYING):
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
