"""Only a driver that neither writes plain text nor corrupts its log opens a book."""

import pytest
from sqlcipher3 import dbapi2

from crm_desktop.store.driver import OldDriverError, raw_connection


def test_a_sqlite_that_can_corrupt_its_log_is_refused_before_it_makes_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(OldDriverError):
        raw_connection(tmp_path / "customers.db", bytes(32))
    assert not (tmp_path / "customers.db").exists()


def test_the_driver_in_use_brings_cipher_and_full_text(tmp_path):
    connection = raw_connection(tmp_path / "customers.db", bytes(32))
    assert connection.execute("PRAGMA cipher_version").fetchone()
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    connection.close()
