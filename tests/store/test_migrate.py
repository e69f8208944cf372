"""An older file becomes today's, whole, or stays exactly as it was; a newer one is not touched."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from sqlalchemy import Column, Text, create_engine
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import find_places
from crm_desktop.store import file_state, schema, tables, verify
from crm_desktop.store.file_state import state_of
from crm_desktop.store.keys import create_key
from crm_desktop.store.migrate import fresh_shape, migrate, run_steps
from crm_desktop.store.migrations import all_steps
from crm_desktop.store.shape import differences, shape_of
from tests.support.keys import MemoryVault
from tests.support.shop import KEY, open_shop

NOW = datetime(2026, 11, 22, tzinfo=UTC)
NEXT = f"{int(schema.REVISION) + 1:04d}"


@pytest.fixture
def old(tmp_path, monkeypatch):
    """A closed database of today under a program one revision newer."""
    places = find_places(tmp_path / "data", tmp_path / "config")
    key = replace(create_key(places, MemoryVault(), lambda: NOW), key=KEY)
    shop = open_shop(places.data.path)
    for name in ("王小明", "Anna", "李"):
        shop.add(name, "13800001234")
    shop.store.close()
    monkeypatch.setattr(file_state, "REVISION", NEXT)
    return SimpleNamespace(database=places.data.database, key=key, backups=places.data.backups)


def step(upgrade, **more):
    return SimpleNamespace(revision=NEXT, down_revision=schema.REVISION, upgrade=upgrade, **more)


def add_colour():
    op.add_column("household", Column("colour", Text))


def fresh_with_colour(connection):
    schema.create_schema(connection)
    connection.exec_driver_sql("ALTER TABLE household ADD COLUMN colour TEXT")


def run(old, upgrade, make_fresh=fresh_with_colour, **more):
    steps = [*all_steps(), step(upgrade, **more)]
    return migrate(old.database, old.key, old.backups, NOW, steps=steps, make_fresh=make_fresh)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_database_and_a_migrated_one_have_the_same_shape():
    creator = lambda: dbapi2.connect(":memory:", isolation_level=None)  # noqa: E731
    engine = create_engine("sqlite://", module=dbapi2, creator=creator, poolclass=NullPool)
    with engine.connect() as connection:
        run_steps(connection, all_steps())
        assert differences(shape_of(connection), fresh_shape()) == []
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == schema.APPLICATION_ID


def test_the_stamp_of_a_new_database_is_the_last_step():
    revisions = [step.revision for step in all_steps()]
    assert revisions[-1] == schema.REVISION
    assert [step.down_revision for step in all_steps()] == [None, *revisions[:-1]]


def test_an_older_file_becomes_todays_with_every_row(old):
    before = verify.verify_file(old.database, KEY).contents.counts
    run(old, add_colour)
    assert state_of(old.database, KEY).revision == NEXT
    assert verify.verify_file(old.database, KEY).contents.counts == before


def test_the_backup_made_before_is_the_old_file(old):
    backup = run(old, add_colour)
    assert state_of(backup.path, KEY).revision == backup.manifest.revision == schema.REVISION
    assert backup.manifest.reason == "migration"


def lose_a_row():
    add_colour()
    op.execute("DELETE FROM contact_point WHERE id = 1")


def lose_a_parent():
    add_colour()
    op.execute("UPDATE contact_point SET customer_id = 4711")


def lose_a_trigger():
    add_colour()
    op.execute("DROP TRIGGER change_is_kept")


def lose_an_index():
    add_colour()
    op.execute("DROP INDEX ux_customer_card")


def break_in_the_middle():
    add_colour()
    op.execute("nonsense")


def forget_ids():
    add_colour()
    op.execute("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'customer'")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (lose_a_row, "rows came or went in contact_point"),
        (lose_a_parent, "rows point at rows that are gone"),
        (lose_a_trigger, "trigger change_is_kept"),
        (lose_an_index, "index ux_customer_card"),
        (forget_ids, "given out again in customer"),
        (break_in_the_middle, "syntax error"),
    ],
)
def test_a_step_that_goes_wrong_leaves_the_old_file_and_names_the_backup(old, wrong, reason):
    before = verify.verify_file(old.database, KEY).contents
    with pytest.raises(Fault) as caught:
        run(old, wrong)
    assert caught.value.kind is FaultKind.MIGRATION_FAILED
    assert reason in str(caught.value.__cause__)
    assert state_of(Path(caught.value.values["backup"]), KEY).revision == schema.REVISION
    assert verify.verify_file(old.database, KEY).contents == before


def test_a_step_may_say_that_it_rewrites_rows(old):
    def merge():
        add_colour()
        op.execute("DELETE FROM contact_point WHERE id = 1")

    run(old, merge, rewrites=("contact_point",))
    assert state_of(old.database, KEY).revision == NEXT


def test_rebuilding_a_table_keeps_the_rows_that_point_at_it(old):
    def rebuild():
        add_colour()
        with op.batch_alter_table("person", recreate="always", copy_from=tables.person):
            pass

    before = verify.verify_file(old.database, KEY).contents.counts
    run(old, rebuild)
    assert verify.verify_file(old.database, KEY).contents.counts == before


def test_a_damaged_file_is_not_migrated(old):
    content = bytearray(old.database.read_bytes())
    content[len(content) // 2] ^= 1
    old.database.write_bytes(content)
    with pytest.raises(Fault, match="database_damaged"):
        run(old, add_colour)
    assert old.database.read_bytes() == content


def test_a_full_disk_is_said_before_anything_is_done(old, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=10_000))
    before = digest(old.database)
    with pytest.raises(Fault, match="disk_full"):
        run(old, add_colour)
    assert digest(old.database) == before
    assert not list(old.backups.glob("*.db"))


def test_a_newer_file_is_refused_byte_for_byte_untouched(old, monkeypatch):
    monkeypatch.setattr(file_state, "REVISION", "0000")
    before = digest(old.database)
    with pytest.raises(Fault, match="database_newer"):
        state_of(old.database, KEY)
    assert digest(old.database) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080)])
def test_a_file_that_is_not_ours_is_refused_untouched(tmp_path, content):
    path = tmp_path / "customers.db"
    path.write_bytes(content)
    with pytest.raises(Fault, match="database_not_ours"):
        state_of(path, KEY)
    assert path.read_bytes() == content


def test_an_encrypted_file_of_another_program_is_refused(tmp_path):
    connection = dbapi2.connect(str(tmp_path / "x.db"))
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    connection.execute("CREATE TABLE t(a)")
    connection.close()
    with pytest.raises(Fault, match="database_not_ours"):
        state_of(tmp_path / "x.db", KEY)
