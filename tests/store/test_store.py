"""The file on disk: encrypted from the first row, sealed, append-only in its journal."""

from pathlib import Path
from threading import get_ident
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlcipher3 import dbapi2

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store import chain, tables
from crm_desktop.store.schema import PAYLOADS_MAY_GO
from crm_desktop.store.store import Store
from crm_desktop.store.tables import METADATA, TableKind
from tests.support.shop import Shop


def test_no_name_or_phone_can_be_read_from_the_file(shop: Shop) -> None:
    shop.add("Canary Customer", "13912345678")
    shop.store.close()
    written = b"".join(path.read_bytes() for path in shop.store.path.parent.iterdir())
    assert b"Canary" not in written
    assert b"13912345678" not in written
    assert not written.startswith(b"SQLite format")


def test_a_wrong_key_opens_nothing(shop: Shop) -> None:
    shop.store.close()
    with pytest.raises(Fault):
        Store(shop.store.path, bytes(32)).data_version()


def test_the_reading_side_cannot_write(shop: Shop) -> None:
    with pytest.raises(Fault) as fault, shop.store.read() as connection:
        connection.execute(text("DELETE FROM customer"))
    assert fault.value.kind is FaultKind.DATABASE_READ_ONLY


def test_the_journal_refuses_to_forget(shop: Shop) -> None:
    shop.add("王小明")
    for statement in ("DELETE FROM operation", "DELETE FROM change", "UPDATE change SET entity = 'x'"):
        with pytest.raises(DatabaseError, match="append-only"), shop.store.writes.begin() as connection:
            connection.execute(text(statement))


def test_an_edited_operation_breaks_the_chain(shop: Shop) -> None:
    shop.add("王小明")
    shop.add("李娜")
    with shop.store.writes.begin() as connection:
        connection.execute(text("UPDATE operation SET reason = 'forged' WHERE id = 2"))
    with shop.store.read() as connection:
        assert list(chain.broken_seals(connection)) == [2]


def test_a_removed_payload_leaves_the_chain_whole(shop: Shop) -> None:
    shop.add("王小明")
    with shop.store.writes.begin() as connection:
        connection.execute(text("INSERT INTO meta VALUES (:key, '1')"), {"key": PAYLOADS_MAY_GO})
        connection.execute(text("DELETE FROM change_payload"))
    with shop.store.read() as connection:
        assert list(chain.broken_seals(connection)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM change_payload",
        "UPDATE change_payload SET after = '{}'",
        "UPDATE operation SET at = 0",
        "UPDATE operation SET seal = NULL",
        "DELETE FROM operation",
        "UPDATE change SET row_id = 0",
    ],
)
def test_the_journal_is_append_only(shop: Shop, statement: str) -> None:
    shop.add("王小明")
    with pytest.raises(DBAPIError, match="append-only"), shop.store.writes.begin() as connection:
        connection.execute(text(statement))


def test_every_table_says_what_it_is() -> None:
    assert {t.name for t in METADATA.tables.values() if t.info.get("kind") not in set(TableKind)} == set()


@pytest.mark.parametrize("table", tables.RECORDS, ids=lambda t: t.name)
def test_records_hold_only_what_the_journal_can_keep(table: object) -> None:
    kinds = {type(c.type).__name__ for c in table.columns}  # type: ignore[attr-defined]
    assert kinds <= {"Integer", "Text", "Double"}


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda t: t.name)
def test_what_points_at_a_customer_is_indexed(shop: Shop, table: object) -> None:
    with shop.store.read() as connection:
        for column in table.columns:  # type: ignore[attr-defined]
            if any(key.column.table is tables.customer for key in column.foreign_keys):
                plan = connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column.name} = 1"
                ).all()
                assert "SEARCH" in plan[0][3]


def test_two_places_may_read_while_one_writes(shop: Shop, tmp_path: Path) -> None:
    customer = shop.add("王小明")
    with shop.store.read() as first, shop.store.read() as second:
        shop.add("李娜")
        counted = [c.execute(text("SELECT count(*) FROM customer")).scalar() for c in (first, second)]
    assert counted == [2, 2]
    assert shop.customer(customer).name == "王小明"


def test_a_busy_database_is_said_and_the_store_stays_usable(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Store(shop.store.path, shop.store.key)
    with shop.store.writes.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    with other.writes.begin(), pytest.raises(Fault) as fault:
        shop.add("王小明")
    other.close()
    assert fault.value.kind is FaultKind.DATABASE_BUSY
    assert shop.add("王小明") > 0


def test_an_error_at_commit_is_not_booked_twice(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    dialect = shop.store.writes.dialect
    real = dialect.do_commit

    def commit_and_complain(connection: Any) -> None:
        real(connection)
        monkeypatch.undo()
        raise dbapi2.OperationalError("disk I/O error")

    monkeypatch.setattr(dialect, "do_commit", commit_and_complain)
    assert shop.add("王小明") == 1
    assert shop.customer(1).name == "王小明"


def test_a_typed_search_stops_what_its_own_thread_reads_and_nothing_else(shop: Shop) -> None:
    long = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 9000) SELECT x FROM n"
    with shop.store.read() as connection:
        rows = connection.exec_driver_sql(long)
        shop.store.interrupt_reads(get_ident() + 1)
        assert len(rows.fetchmany(5000)) == 5000
        shop.store.interrupt_reads(get_ident())
        with pytest.raises(DBAPIError, match="interrupted"):
            rows.fetchall()
