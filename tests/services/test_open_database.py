"""The first start makes one database, whole; every later start opens it or says calmly why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.services import open_database
from tests.support.safe_shop import safe_shop

ROOT = Path(__file__).parents[2]
STARTER = """
import sys
from pathlib import Path
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import find_places
from crm_desktop.services.open_database import open_or_make
from crm_desktop.store.key_vault import SystemVault
from datetime import datetime, UTC
places = find_places(Path(sys.argv[1]), Path(sys.argv[2]))
use = MaintenanceLock(places.data)
key, store, is_new = open_or_make(places, SystemVault(places.config), lambda: datetime.now(UTC), use, "Owner")
print(key.database_id, is_new)
store.close()
"""


@pytest.fixture
def shop(tmp_path):
    return safe_shop(tmp_path)


def test_of_five_first_starts_at_once_one_makes_the_database_and_all_open_it(tmp_path):
    command = [sys.executable, "-c", STARTER, str(tmp_path / "data"), str(tmp_path / "config")]
    starts = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(5)]
    said = [start.communicate()[0].split() for start in starts]
    assert len({database_id for database_id, _new in said}) == 1
    assert sorted(new for _id, new in said) == ["False"] * 4 + ["True"]


def test_a_first_start_that_is_killed_leaves_nothing_that_looks_like_a_shop(shop, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(open_database, "replace_file", killed)
    with pytest.raises(KeyboardInterrupt):
        shop.add("Anna")
    monkeypatch.undo()
    assert not shop.places.data.has_database()
    shop.add("Anna")
    assert shop.names() == ["Anna"]
    assert not list(shop.places.data.path.glob(".tmp-*"))


def test_a_synchronised_folder_is_refused_for_a_new_shop_and_not_even_made(tmp_path):
    shop = safe_shop(tmp_path / "Dropbox")
    with pytest.raises(Fault, match="folder_synced"):
        shop.add("Anna")
    assert not (tmp_path / "Dropbox").exists()


def test_an_older_file_is_not_migrated_while_somebody_is_in(shop, monkeypatch):
    shop.add("Anna")
    with shop.open():
        monkeypatch.setattr("crm_desktop.store.file_state.REVISION", "9999")
        with pytest.raises(Fault, match="folder_in_use"):
            shop.names()


def test_a_folder_may_have_any_name(tmp_path):
    shop = safe_shop(tmp_path / "客户 #1 100%25 & more")
    shop.add("Anna")
    backup = shop.back_up()
    shop.restore(backup.path)
    assert shop.names() == ["Anna"]


def test_a_lost_header_beside_the_data_is_no_obstacle(shop):
    shop.add("Anna")
    shop.places.data.key_header.unlink()
    assert shop.names() == ["Anna"]
    assert shop.places.data.key_header.exists()


def test_a_refused_start_leaves_the_folder_free(shop):
    shop.add("Anna")
    shop.vault.keys.clear()
    with pytest.raises(Fault, match="key_missing"):
        shop.names()
    with open_database.MaintenanceLock(shop.places.data).alone():
        pass
