"""The shop that benches measure on: made once for each schema, size and seed, kept in `.bench/`."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.schema import CreateIndex, CreateTable

from crm_desktop.base.clock import clock_from
from crm_desktop.base.paths import ConfigFolder, find_places
from crm_desktop.domain import demo, search_text
from crm_desktop.domain.journal import Source
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.store.key_vault import KeyPlace
from crm_desktop.store.schema import GUARDS, SEARCH_TABLE, STATISTICS
from crm_desktop.store.tables import METADATA

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".bench"
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
CUSTOMERS = 1_000_000
SEED = 7


class FileVault:
    """Keeps the keys of bench shops in the config folder, where commands find them without a password store."""

    def __init__(self, config: ConfigFolder) -> None:
        self.opened: dict[str, bytes] = {}
        self._config = config

    def read(self, database_id: str) -> bytes | None:
        file = self._file(database_id)
        return b64decode(file.read_bytes()) if file.is_file() else None

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        file = self._file(database_id)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b64encode(key))
        return KeyPlace.FILE

    def forget(self, database_id: str) -> bool:
        self._file(database_id).unlink(missing_ok=True)
        return True

    def place_of(self, database_id: str) -> KeyPlace:
        return KeyPlace.FILE

    def _file(self, database_id: str) -> Path:
        return self._config.of_database(database_id) / "data.key"


@dataclass(frozen=True)
class BenchShop:
    """A data folder with a shop of a known size."""

    folder: Path
    customers: int

    def open(self) -> OpenShop:
        """Open it at the moment it was made for."""
        return open_bench_shop(self.folder)

    def copy_to(self, folder: Path) -> BenchShop:
        """Copy it for a bench that writes."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return BenchShop(folder, self.customers)


def open_bench_shop(folder: Path) -> OpenShop:
    """Open a data folder under the vault of benches, its clock starting at their noon."""
    os.environ["XDG_CONFIG_HOME"] = str(CACHE / "config")
    vault = FileVault(find_places().config)
    return open_shop(ShopOptions(folder), Source.WINDOW, vault, clock_from(NOON))


def bench_shop(customers: int = CUSTOMERS, seed: int = SEED) -> BenchShop:
    """Return the shop of this size, making it where it is not there yet."""
    folder = CACHE / f"{_digest()}-{customers}-{seed}"
    if not (folder / "made").exists():
        _make(folder, customers, seed)
    return BenchShop(folder, customers)


def _make(folder: Path, customers: int, seed: int) -> None:
    sys.stderr.write(f"Making a shop of {customers:,} customers in {folder} …\n")
    shutil.rmtree(folder, ignore_errors=True)
    _forget_others(folder)
    shop = open_bench_shop(folder)
    fill_demo(shop.workplace, customers, seed)
    shop.close()
    (folder / "made").touch()


def _forget_others(folder: Path) -> None:
    """Remove shops of the same size made for another schema: each is a gigabyte."""
    for other in CACHE.glob(f"*-{folder.name.partition('-')[2]}"):
        shutil.rmtree(other, ignore_errors=True)


def _digest() -> str:
    """Return what changes when the schema, the sample shop or the prepared search text does."""
    parts = [str(CreateTable(table)) for table in METADATA.sorted_tables]
    parts += sorted(str(CreateIndex(index)) for table in METADATA.sorted_tables for index in table.indexes)
    sources = [*Path(str(demo.__file__)).parent.glob("*.py"), Path(str(search_text.__file__))]
    parts += [path.read_text(encoding="utf-8") for path in sorted(sources)]
    return hashlib.sha256("\n".join([*parts, SEARCH_TABLE, *GUARDS, *STATISTICS]).encode()).hexdigest()[:12]
