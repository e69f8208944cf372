"""Another program's cipher reads our files: should ours have no maker one day, no shop loses its book."""

from __future__ import annotations

import pytest

from crm_desktop.services.back_up import back_up
from tests.support.safe_shop import safe_shop

apsw = pytest.importorskip("apsw", reason="apsw-sqlite3mc is not installed")

COUNTED = ("customer", "contact_point", "operation", "change", "change_payload")


def counts_by_the_other(path, key):
    """Open a file by the other cipher library, check it, and count its rows."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for pragma in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{key.hex()}'\""):
            connection.execute(f"PRAGMA {pragma}")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0] for table in COUNTED]
    finally:
        connection.close()


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path)
    with shop.open() as (one, _key):
        for number in range(30):
            one.add(f"Customer {number}", f"139{number:08d}")
    return shop


def test_it_is_the_one_that_knows_ciphers():
    assert hasattr(apsw, "mc_version"), "apsw itself is installed beside apsw-sqlite3mc; only one of them may be"


def test_it_opens_the_customer_book_and_counts_the_same(shop):
    with shop.open() as (one, key), one.store.read() as connection:
        ours = [connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() for table in COUNTED]
    assert counts_by_the_other(shop.places.data.database, key.key) == ours


def test_it_opens_a_backup_as_its_manifest_says(shop):
    with shop.open() as (one, key):
        backup = back_up(one.workplace, shop.places, key)
    found = dict(zip(COUNTED, counts_by_the_other(backup.path, key.key), strict=True))
    assert found == {table: backup.manifest.counts[table] for table in COUNTED}


def test_it_opens_nothing_without_the_key(shop):
    with pytest.raises(apsw.NotADBError):
        counts_by_the_other(shop.places.data.database, bytes(32))
