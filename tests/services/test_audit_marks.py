"""Where the journal ended is noted outside the database, and no restore of the program's own looks like a crime."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.domain.journal import Kind
from crm_desktop.services.audit import verify_history
from crm_desktop.services.audit_marks import marks_of, note_end_of
from crm_desktop.services.back_up import back_up
from crm_desktop.services.check_database import check_since_backup, report_to_json
from crm_desktop.services.second_place import choose_second_place, second_place
from crm_desktop.store.audit import verify_journal
from crm_desktop.store.audit_marks import read_marks
from crm_desktop.store.driver import raw_connection
from tests.support.safe_shop import noon, safe_shop


@pytest.fixture
def shop(tmp_path):
    made = safe_shop(tmp_path)
    made.add("王小明", "Anna")
    return made


def close_shop(shop):
    """Open and close it as the window does."""
    with shop.open() as (opened, _key):
        note_end_of(opened.store, shop.places, noon())


def troubles(shop):
    with shop.open() as (opened, _key):
        marks = marks_of(opened.store, shop.places)
        with opened.store.read() as connection:
            return [finding.trouble.value for finding in verify_journal(connection, marks).findings]


def cut_off(shop, operations=1):
    with shop.open() as (opened, key), closing(raw_connection(opened.store.path, key.key)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        newest = f"(SELECT id FROM operation ORDER BY id DESC LIMIT {operations})"
        connection.execute(
            f"DELETE FROM change_payload WHERE change_id IN (SELECT id FROM change WHERE operation_id IN {newest})"
        )
        connection.execute(f"DELETE FROM change WHERE operation_id IN {newest}")
        connection.execute(f"DELETE FROM operation WHERE id IN {newest}")


def test_closing_notes_the_end_once(shop):
    close_shop(shop)
    close_shop(shop)
    with shop.open() as (opened, _key):
        folder = shop.places.config.of_database(opened.store.meta("database_id"))
    assert len(read_marks(folder)) == 1


def test_a_cut_off_end_is_found_by_the_note_of_the_last_close(shop):
    close_shop(shop)
    assert troubles(shop) == []
    cut_off(shop)
    assert troubles(shop) == ["end_cut_off"]


def test_a_cut_off_end_is_found_by_the_manifest_of_a_backup_alone(shop):
    shop.back_up()
    cut_off(shop)
    assert troubles(shop) == ["end_cut_off"]


def test_the_quick_check_finds_a_cut_off_end(shop):
    close_shop(shop)
    cut_off(shop)
    with shop.open() as (opened, _key):
        report = report_to_json(check_since_backup(opened.workplace, shop.places))
    assert [one["problem"] for one in report["problems"]] == ["end_cut_off"]


def test_a_restore_is_no_cutting_off(shop):
    backup = shop.back_up()
    shop.add("Later")
    close_shop(shop)
    shop.back_up()
    shop.restore(backup.path)
    assert troubles(shop) == []
    shop.add("After the restore", "And another")
    close_shop(shop)
    assert troubles(shop) == []


def test_a_restore_and_its_way_back_are_no_cutting_off(shop):
    backup = shop.back_up()
    shop.add("Later")
    close_shop(shop)
    restored = shop.restore(backup.path)
    shop.add("Elsewhere")
    close_shop(shop)
    shop.restore(restored.kept_aside)
    assert troubles(shop) == []


def test_a_restore_whose_note_is_lost_is_known_by_its_backup(shop):
    backup = shop.back_up()
    shop.add("Later")
    shop.back_up()
    shop.restore(backup.path)
    with shop.open() as (opened, _key):
        folder = shop.places.config.of_database(opened.store.meta("database_id"))
    (folder / "audit_marks.json").unlink()
    assert troubles(shop) == []


def test_what_is_cut_off_after_a_restore_is_found(shop):
    backup = shop.back_up()
    shop.add("Later")
    shop.restore(backup.path)
    shop.add("After the restore")
    close_shop(shop)
    cut_off(shop)
    assert troubles(shop) == ["end_cut_off"]


def test_a_closed_store_is_not_opened_again_for_a_note(shop):
    with shop.open() as (opened, _key):
        opened.store.close()
        opened.store.path.rename(opened.store.path.with_name("aside.db"))
        note_end_of(opened.store, shop.places, noon())
        assert not opened.store.path.exists()


def test_a_restore_that_only_the_journal_tells_of_is_no_cutting_off(shop):
    shop.add("Later")
    shop.back_up()
    cut_off(shop)
    assert troubles(shop) == ["end_cut_off"]
    with shop.open() as (opened, _key):
        later = replace(opened.workplace, clock=lambda: noon() + timedelta(hours=1))
        with later.unit_of_work(Kind.RESTORE) as work:
            work.keep_operation()
            work.commit()
    assert troubles(shop) == []


def test_a_backup_in_the_second_place_knows_of_a_cut_off_end(shop, tmp_path):
    with shop.open() as (opened, key):
        choose_second_place(opened.workplace, shop.places, key, tmp_path / "stick")
        folder = second_place(shop.places, key).folder
        back_up(opened.workplace, shop.places, key, folder)
    cut_off(shop)
    assert troubles(shop) == []
    with shop.open() as (opened, _key):
        (found,) = verify_history(opened.workplace, shop.places).found
    assert found.code == "end_cut_off"
