"""A shop with everything around it that keeps it safe: folders, key, vault, locks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.store.backup_folder import Backup
from crm_desktop.store.keys import DataKey
from crm_desktop.store.restore import Restored
from tests.support.keys import MemoryVault
from tests.support.shop import Shop

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@dataclass
class SafeShop:
    """A data folder that can be opened, closed, backed up and restored."""

    places: Places
    vault: MemoryVault

    @contextmanager
    def open(self) -> Iterator[tuple[Shop, DataKey]]:
        """Open the shop for a block, making it the first time."""
        use = MaintenanceLock(self.places.data)
        key, store, _is_new = open_or_make(self.places, self.vault, noon, use, "Owner")
        try:
            yield Shop(store, workplace_of_owner(store, Source.WINDOW, noon)), key
        finally:
            store.close()
            use.release()

    def add(self, *names: str) -> None:
        """Register customers."""
        with self.open() as (shop, _key):
            for name in names:
                shop.add(name)

    def names(self) -> list[str]:
        """Return the names of all customers."""
        with self.open() as (shop, _key), shop.store.read() as connection:
            return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]

    def back_up(self, folder: Path | None = None) -> Backup:
        """Make a backup."""
        with self.open() as (shop, key):
            return back_up(shop.workplace, self.places, key, folder)

    def restore(self, backup: Path, code: str | None = None) -> Restored:
        """Restore a backup into the closed folder."""
        return restore_backup(self.places, self.vault, backup, noon, code=code)


def safe_shop(folder: Path) -> SafeShop:
    """Return a shop in a folder of its own; nothing is made yet."""
    return SafeShop(find_places(folder / "data", folder / "config"), MemoryVault())
