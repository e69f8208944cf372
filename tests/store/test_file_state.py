"""What a file is, is found out even where a power cut broke off a change outside the log."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from crm_desktop.store.file_state import open_read_only, state_of
from tests.support.shop import KEY, open_shop


def keyed(path: Path) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    return connection


def test_a_change_broken_off_outside_the_log_is_taken_back(tmp_path: Path) -> None:
    source, broken = tmp_path / "customers.db", tmp_path / "broken.db"
    open_shop(tmp_path).store.close()
    before = state_of(source, KEY)
    with closing(keyed(source)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE half AS SELECT * FROM operation")
        connection.execute("UPDATE meta SET value = 'half'")
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("INSERT INTO half SELECT half.* FROM half, sqlite_master LIMIT 5000")
        for name in ("", "-journal"):
            shutil.copy(f"{source}{name}", f"{broken}{name}")
        connection.execute("ROLLBACK")
    assert broken.with_name("broken.db-journal").stat().st_size > 0
    assert state_of(broken, KEY) == before
    with closing(open_read_only(broken, KEY)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
