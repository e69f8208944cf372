"""Disks that are full, write-protected or lying: told in the user's words, nothing lost, nothing wrong shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.check_database import check_database
from crm_desktop.services.sentences import sentence_for
from tests.support.protected import write_protected
from tests.support.safe_shop import safe_shop

ROOT = Path(__file__).parents[2]
FILLER = """
import resource, sys
from pathlib import Path
from crm_desktop.base.errors import Fault
from tests.support.protected import write_protected
from tests.support.safe_shop import NOON, safe_shop
from tests.support.keys import MemoryVault

folder, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[3])
shop = safe_shop(folder)
shop.vault.keys[sys.argv[2]] = key
with shop.open() as (one, _key):
    size = sum(path.stat().st_size for path in shop.places.data.path.glob("customers.db*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 150_000, resource.RLIM_INFINITY))
    try:
        for number in range(100_000):
            one.add(f"Filler {number}", note="x" * 1000)
            print("ACK", flush=True)
    except Fault as fault:
        print(fault.kind.value, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    one.add("After")
    print("ACK", flush=True)
"""


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明", "Anna")
    return shop


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_full_disk_loses_nothing_and_the_shop_goes_on_when_there_is_room(shop):
    with shop.open() as (_shop, key):
        arguments = [str(shop.places.data.path.parent), key.database_id, key.key.hex()]
    run = subprocess.run(
        [sys.executable, "-c", FILLER, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    said = run.stdout.split()
    assert set(said) - {"ACK"} <= {"disk_full", "disk_error"}
    assert len(said) > said.count("ACK")
    names = shop.names()
    assert len(names) == 2 + said.count("ACK")
    assert names[-1] == "After"
    with shop.open() as (one, _key):
        assert check_database(one.workplace).is_clean


def test_a_write_protected_folder_is_said_and_not_changed(shop):
    backup = shop.back_up().path
    before = {path: path.read_bytes() for path in shop.places.data.path.rglob("*") if path.is_file()}
    with write_protected(shop.places.data.path):
        for action in (lambda: shop.add("New"), lambda: shop.restore(backup), shop.back_up):
            with pytest.raises(Fault) as caught:
                action()
            assert caught.value.kind in (FaultKind.FOLDER_NOT_WRITABLE, FaultKind.DATABASE_READ_ONLY)
            assert "write" in sentence_for(caught.value)
    assert {path: path.read_bytes() for path in shop.places.data.path.rglob("*") if path.is_file()} == before


def test_a_newer_file_is_refused_byte_for_byte_untouched(shop, monkeypatch):
    monkeypatch.setattr("crm_desktop.store.file_state.REVISION", "0000")
    before = shop.places.data.database.read_bytes()
    with pytest.raises(Fault, match="database_newer") as caught:
        shop.names()
    assert shop.places.data.database.read_bytes() == before
    assert "newer version" in sentence_for(caught.value)


def test_a_database_that_somebody_else_is_writing_says_busy(shop, monkeypatch):
    from crm_desktop.store import driver

    impatient = tuple(pragma.replace("=5000", "=50") for pragma in driver._PRAGMAS)
    monkeypatch.setattr(driver, "_PRAGMAS", impatient)
    with shop.open() as (one, _key), shop.open() as (two, _same):
        with one.store.writes.begin(), pytest.raises(Fault, match="database_busy") as caught:
            two.add("New")
        two.add("Later")
    assert "Try again" in sentence_for(caught.value)
