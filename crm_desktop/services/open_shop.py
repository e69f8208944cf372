"""Open the shop of a data folder: folder, key, database, the acting person; the first start makes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import Clock, clock_from, system_clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Source
from crm_desktop.services.audit_marks import note_end_of
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.set_up_shop import workplace_of_owner
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


@dataclass(frozen=True)
class OpenShop:
    """An open shop and what was needed to open it."""

    places: Places
    key: DataKey
    vault: KeyVault
    workplace: Workplace
    use: MaintenanceLock
    is_new: bool

    @property
    def store(self) -> Store:
        """Return the open database."""
        return self.workplace.store

    def with_key(self, key: object) -> OpenShop:
        """Return the same shop with its key's header changed (the recovery sheet was confirmed)."""
        return replace(self, key=key) if isinstance(key, DataKey) else self

    def close(self) -> None:
        """Note where the journal ends, close the database and say that it is no longer in use here."""
        note_end_of(self.store, self.places, self.workplace.now())
        self.store.close()
        self.use.release()


def open_shop(
    options: ShopOptions, source: Source, vault: KeyVault | None = None, clock: Clock = system_clock
) -> OpenShop:
    """Open the shop, making it on the first start.

    Raises Fault: FOLDER_* for a folder that is no place for a database, KEY_* and DATABASE_* for one that does not
    open, CLOCK_NOT_ALLOWED where a clock was given for a real shop.
    """
    places = find_places(options.data_dir)
    vault = vault or SystemVault(places.config)
    start = clock if options.now is None else clock_from(options.now)
    if options.now is not None and not places.data.has_database():
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
    use = MaintenanceLock(places.data)
    key, store, is_new = open_or_make(places, vault, start, use, _T("Shop", "Owner"))
    try:
        _refuse_clock(store, options.now)
        return OpenShop(places, key, vault, workplace_of_owner(store, source, start), use, is_new)
    except BaseException:
        store.close()
        use.release()
        raise


def _refuse_clock(store: Store, now: datetime | None) -> None:
    """Refuse a clock set by hand for a real shop: it could hide when things happened."""
    if now is not None and not any(store.meta(mark) for mark in _FOR_TRYING):
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
