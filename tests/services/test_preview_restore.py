"""Before a restore it is said what would be missing; afterwards the journal tells of it, and the way back is there."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.query import Selection
from crm_desktop.services.back_up import back_up
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.list_backups import backups_under, every_backup
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.preview_restore import preview_restore, preview_sentences
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.second_place import carry, choose_second_place
from tests.services.test_backup_and_restore import ruin
from tests.support.loyalty_shop import sell
from tests.support.safe_shop import noon, safe_shop


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明", "Anna")
    return shop


def lines(preview):
    return {line.kind: (line.now, line.then, line.difference) for line in preview.lines}


def test_it_says_how_many_now_and_then_and_who_would_be_missing(shop):
    backup = shop.back_up()
    with shop.open() as (one, _key):
        one.add("李娜")
        sell(one.workplace, 1, 9_900)
        delete_customers(one.workplace, Selection(frozenset({2})))
        preview = preview_restore(shop.places, shop.vault, backup.path)
    assert lines(preview)["customers"] == (2, 2, 0)
    assert lines(preview)["sales"] == (1, 0, -1)
    assert (preview.gone_names, preview.back_names) == (("李娜",), ("Anna",))
    assert preview.gone_slips[0].customer == "王小明"
    assert preview.money_now["sales"] - preview.money_then["sales"] == 9_900
    said = preview_sentences(preview)
    assert "李娜" in said[0]
    assert "(王小明)" in said[1]
    assert "Anna" in said[2]


def test_up_to_twenty_are_named(shop):
    backup = shop.back_up()
    shop.add(*(f"New {number}" for number in range(23)))
    preview = preview_restore(shop.places, shop.vault, backup.path)
    assert (preview.gone_customers, len(preview.gone_names), preview.gone_names[0]) == (23, 20, "New 22")
    assert preview_sentences(preview)[0].endswith("…")


def test_a_backup_of_just_now_changes_nothing(shop):
    backup = shop.back_up()
    preview = preview_restore(shop.places, shop.vault, backup.path)
    assert preview.changes_nothing
    assert preview_sentences(preview) == ["The backup holds just what is there now."]


def test_beside_data_that_does_not_open_only_the_backup_is_told(shop):
    backup = shop.back_up()
    content = bytearray(shop.places.data.database.read_bytes())
    content[100] ^= 1
    shop.places.data.database.write_bytes(content)
    preview = preview_restore(shop.places, shop.vault, backup.path)
    assert lines(preview)["customers"] == (None, 2, None)
    ruin(backup.path)
    with pytest.raises(Fault):
        preview_restore(shop.places, shop.vault, backup.path)


def test_on_a_new_computer_the_code_opens_it(shop, tmp_path):
    backup = shop.back_up(tmp_path / "usb")
    with shop.open() as (_shop, key):
        code = key.recovery_code()
    new = safe_shop(tmp_path / "new")
    with pytest.raises(Fault, match="key_missing"):
        preview_restore(new.places, new.vault, backup.path)
    assert lines(preview_restore(new.places, new.vault, backup.path, code))["customers"] == (None, 2, None)
    assert not new.places.data.has_database()


# what follows


def opened(shop):
    return open_shop(ShopOptions(data_dir=shop.places.data.path), Source.WINDOW, shop.vault, noon)


def journal(shop):
    one = opened(shop)
    try:
        with one.store.read() as connection:
            return [kind for (kind,) in connection.exec_driver_sql("SELECT kind FROM operation ORDER BY id")]
    finally:
        one.close()


@pytest.fixture
def places_known(shop, monkeypatch):
    monkeypatch.setattr("crm_desktop.services.open_shop.find_places", lambda _folder: shop.places)


@pytest.mark.usefixtures("places_known")
def test_the_restored_journal_tells_of_it_once(shop):
    backup = shop.back_up()
    shop.add("Later")
    restore_backup(shop.places, shop.vault, backup.path, noon)
    assert journal(shop)[-1] == Kind.RESTORE.value
    assert journal(shop).count(Kind.RESTORE.value) == 1
    assert not shop.places.data.restored_note.exists()


@pytest.mark.usefixtures("places_known")
def test_a_restore_killed_before_the_file_took_its_place_leaves_no_entry(shop, monkeypatch):
    backup = shop.back_up()
    shop.add("Later")

    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("crm_desktop.services.restore_backup.put_in_place", killed)
        with pytest.raises(KeyboardInterrupt):
            restore_backup(shop.places, shop.vault, backup.path, noon)
    assert Kind.RESTORE.value not in journal(shop)
    assert not shop.places.data.restored_note.exists()


@pytest.mark.usefixtures("places_known")
def test_a_first_opening_killed_behind_the_entry_does_not_enter_it_twice(shop):
    backup = shop.back_up()
    restore_backup(shop.places, shop.vault, backup.path, noon)
    note = shop.places.data.restored_note.read_bytes()
    journal(shop)
    shop.places.data.restored_note.write_bytes(note)
    assert journal(shop).count(Kind.RESTORE.value) == 1


def test_lists_are_brought_over_before_the_file_takes_its_place(shop, monkeypatch):
    asked = []

    def apply(places, key, before, beside):
        asked.append((places, key.database_id, before, shop.names()))

    monkeypatch.setattr("crm_desktop.services.after_restore.apply_lists", apply)
    backup = shop.back_up()
    shop.add("Later")
    monkeypatch.setattr("crm_desktop.services.restore_backup.MaintenanceLock.alone", lambda *_: nullcontext())
    restored = restore_backup(shop.places, shop.vault, backup.path, noon)
    ((places, database_id, before, names),) = asked
    assert (places, before) == (shop.places, restored.kept_aside)
    assert database_id == backup.manifest.database_id
    assert names == ["王小明", "Anna", "Later"]


# lists


def test_backups_of_both_places_are_one_list(shop, tmp_path):
    (tmp_path / "usb").mkdir()
    with shop.open() as (one, key):
        place = one.workplace, shop.places, key
        folder = choose_second_place(*place, tmp_path / "usb").folder
        first = back_up(*place)
        carry(*place)
        back_up(*place)
        for path in shop.places.data.backups.glob("customers-000001-*"):
            path.unlink()
        entries = every_backup(shop.places)
    assert [(entry.here, entry.there) for entry in entries] == [(True, False), (False, True)]
    assert entries[1].path == folder / first.path.name
    assert [entry.path for entry in backups_under(tmp_path / "usb")] == [folder / first.path.name]
