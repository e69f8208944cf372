"""A backup is whole or absent, brings everything back, and nothing that is not proven takes the data's place."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.journal import Kind
from crm_desktop.services.back_up import back_up, back_up_if_changed
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.store.backup_folder import list_backups, sweep_backups
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.keys import open_key
from crm_desktop.store.manifest import manifest_path
from crm_desktop.store.restore import agrees
from crm_desktop.store.tables import attachment
from crm_desktop.store.verify import verify_file
from tests.support.loyalty_shop import sell
from tests.support.safe_shop import noon, safe_shop


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明", "Anna")
    return shop


def flip(path, place=0.5):
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 1
    path.write_bytes(content)


def ruin(path, page=4096):
    """Damage every page but the first: some alone would be indexes, which a copy makes anew."""
    content = bytearray(path.read_bytes())
    content[page + 100 :: page] = bytes(value ^ 1 for value in content[page + 100 :: page])
    path.write_bytes(content)


def attach(shop, content):
    """Attach a file to the first customer."""
    with shop.open() as (open_shop, key):
        sha256 = Blobs(shop.places.data.files_database, key.key).put(content)
        with open_shop.workplace.unit_of_work(Kind.FILE_ADD) as work:
            values = {"public_id": sha256[:16], "name": "a.jpg", "size": len(content), "added_at": 0}
            work.insert_one(attachment, customer_id=1, sha256=sha256, **values)
            work.commit()
    return sha256


def content_of(shop, sha256):
    with shop.open() as (_shop, key):
        return Blobs(shop.places.data.files_database, key.key).find(sha256)


# making


def test_a_backup_brings_back_what_was_there_when_it_was_made(shop):
    backup = shop.back_up()
    shop.add("Later")
    shop.restore(backup.path)
    assert shop.names() == ["王小明", "Anna"]


def test_a_backup_tells_what_it_holds(shop):
    manifest = shop.back_up().manifest
    with shop.open() as (_shop, key):
        assert manifest.database_id == key.database_id
        assert manifest.header == key.header
    assert manifest.counts["customer"] == 2
    assert manifest.last_operation == 3
    assert manifest.reason == "asked"


def test_a_backup_is_unreadable_without_the_key(shop):
    backup = shop.back_up()
    everything = backup.path.read_bytes() + manifest_path(backup.path).read_bytes()
    with shop.open() as (_shop, key):
        assert key.recovery_code().encode() not in everything
        assert key.key not in everything
    assert b"SQLite format" not in everything
    assert "王小明".encode() not in everything


def test_backups_are_counted_on_and_listed_newest_first(shop):
    made = [shop.back_up() for _ in range(3)]
    assert [path.name[10:16] for path in (b.path for b in made)] == ["000001", "000002", "000003"]
    assert list_backups(shop.places.data.backups) == made[::-1]


def test_closing_makes_a_backup_only_after_a_change(shop):
    with shop.open() as (one, key):
        assert back_up_if_changed(one.workplace, shop.places, key).manifest.reason == "close"
        assert back_up_if_changed(one.workplace, shop.places, key) is None
        one.add("New")
        assert back_up_if_changed(one.workplace, shop.places, key, BackupReason.IMPORT).manifest.reason == "import"


def test_a_backup_is_made_while_somebody_writes(shop):
    with shop.open() as (one, key), one.workplace.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        backup = back_up(one.workplace, shop.places, key)
        work.connection.exec_driver_sql("UPDATE customer SET name = 'half'")
    shop.restore(backup.path)
    assert shop.names() == ["王小明", "Anna"]


def test_a_full_disk_leaves_no_half_backup(shop, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(Fault, match="disk_full"):
        shop.back_up()
    assert list(shop.places.data.backups.iterdir()) == []


def test_a_copy_that_does_not_verify_never_gets_a_name(shop, monkeypatch):
    monkeypatch.setattr("crm_desktop.store.verify._refuse", lambda path, _problems: _damaged(path))
    with pytest.raises(Fault, match="backup_damaged"):
        shop.back_up()
    assert list(shop.places.data.backups.iterdir()) == []


def _damaged(path):
    raise Fault(FaultKind.BACKUP_DAMAGED, file=str(path))


def test_leftovers_of_a_killed_backup_are_swept_and_backups_stay(shop):
    backup = shop.back_up()
    folder = shop.places.data.backups
    (folder / ".tmp-1234-customers-000002-20261122-120000.db").write_bytes(b"half")
    (folder / "customers-000002-20261122-120000.json").write_text("{}")
    assert sweep_backups(folder) == 2
    assert list_backups(folder) == [backup]


def test_leftovers_are_swept_at_start_but_not_while_others_are_in(shop):
    data = shop.places.data
    leftovers = [data.backups / ".tmp-1234-customers-000001-20261122-120000.db", data.path / "import-0011.db"]
    for leftover in leftovers:
        leftover.write_bytes(b"somebody is at work")
    with MaintenanceLock(data):
        shop.names()
    assert all(leftover.exists() for leftover in leftovers)
    shop.names()
    assert not any(leftover.exists() for leftover in leftovers)


def test_a_backup_goes_to_another_folder_when_one_is_named(shop, tmp_path):
    backup = shop.back_up(tmp_path / "usb")
    assert backup.path.parent == tmp_path / "usb"
    shop.restore(backup.path)


# restoring


def test_a_restore_can_be_taken_back(shop):
    backup = shop.back_up()
    shop.add("Later")
    restored = shop.restore(backup.path)
    shop.restore(restored.kept_aside)
    assert shop.names() == ["王小明", "Anna", "Later"]


def test_a_new_computer_needs_the_backup_and_the_code(shop, tmp_path):
    backup = shop.back_up(tmp_path / "usb")
    with shop.open() as (_shop, key):
        code = key.recovery_code()
    new = safe_shop(tmp_path / "new")
    with pytest.raises(Fault, match="key_missing"):
        new.restore(backup.path)
    new.restore(backup.path, code)
    assert new.names() == ["王小明", "Anna"]


def test_a_wrong_code_changes_nothing_on_a_new_computer(shop, tmp_path):
    backup = shop.back_up(tmp_path / "usb")
    new = safe_shop(tmp_path / "new")
    with pytest.raises(Fault, match="code_wrong"):
        new.restore(backup.path, "2222-" * 7)
    assert not new.places.data.has_database()


def test_the_backup_of_another_shop_replaces_this_one_only_with_its_code(shop, tmp_path):
    other = safe_shop(tmp_path / "other")
    other.add("Else")
    backup = other.back_up(tmp_path / "usb")
    with other.open() as (_shop, key):
        code = key.recovery_code()
    aside = shop.restore(backup.path, code).kept_aside
    assert shop.names() == ["Else"]
    shop.restore(aside)
    assert shop.names() == ["王小明", "Anna"]


def test_a_lost_manifest_does_not_lose_the_backup_here(shop):
    backup = shop.back_up()
    manifest_path(backup.path).unlink()
    shop.add("Later")
    shop.restore(backup.path)
    assert shop.names() == ["王小明", "Anna"]


@pytest.mark.parametrize("place", [0.001, 0.3, 0.999])
def test_a_damaged_backup_is_refused_and_the_data_stays(shop, place):
    backup = shop.back_up()
    shop.add("Later")
    flip(backup.path, place)
    with pytest.raises(Fault, match="backup_damaged"):
        shop.restore(backup.path)
    assert shop.names() == ["王小明", "Anna", "Later"]


def test_a_cut_off_backup_is_refused(shop):
    backup = shop.back_up()
    backup.path.write_bytes(backup.path.read_bytes()[:-4096])
    with pytest.raises(Fault, match="backup_damaged"):
        shop.restore(backup.path)


def test_a_whole_backup_under_another_ones_manifest_is_refused(shop):
    first = shop.back_up()
    shop.add("Later")
    second = shop.back_up()
    shutil.copy(first.path, second.path)
    with pytest.raises(Fault, match="backup_damaged"):
        shop.restore(second.path)


def test_a_backup_of_a_newer_program_is_refused(shop, monkeypatch):
    backup = shop.back_up()
    monkeypatch.setattr("crm_desktop.store.file_state.REVISION", "0000")
    with pytest.raises(Fault, match="database_newer"):
        shop.restore(backup.path)


def test_nothing_is_restored_while_somebody_is_in(shop):
    backup = shop.back_up()
    with shop.open(), pytest.raises(Fault, match="folder_in_use"):
        shop.restore(backup.path)


def test_the_window_restores_under_the_lock_that_it_shares(shop):
    backup = shop.back_up()
    shop.add("Later")
    with MaintenanceLock(shop.places.data) as use:
        restore_backup(shop.places, shop.vault, backup.path, noon, use=use)
    assert shop.names() == ["王小明", "Anna"]


def test_a_missing_file_is_said(shop, tmp_path):
    with pytest.raises(Fault, match="file_missing"):
        shop.restore(tmp_path / "gone.db")


def test_a_damaged_database_is_kept_aside_as_it_is_and_replaced(shop):
    backup = shop.back_up()
    ruin(shop.places.data.database)
    damaged = shop.places.data.database.read_bytes()
    restored = shop.restore(backup.path)
    assert (restored.kept_aside / "customers.db").read_bytes() == damaged
    assert shop.names() == ["王小明", "Anna"]


def test_a_gone_database_with_backups_is_never_made_anew_in_silence(shop):
    backup = shop.back_up()
    shop.places.data.database.unlink()
    with pytest.raises(Fault, match="database_gone") as caught, shop.open():
        pass
    assert caught.value.values["backup"] == str(backup.path)
    shop.restore(backup.path)
    assert shop.names() == ["王小明", "Anna"]


def test_a_damaged_database_names_the_backup_to_take(shop):
    backup = shop.back_up()
    flip(shop.places.data.database, 0)
    with pytest.raises(Fault, match="database_damaged") as caught:
        shop.names()
    assert caught.value.values["backup"] == str(backup.path)


def test_a_restore_killed_before_the_file_was_replaced_still_opens_the_old_data(shop, tmp_path, monkeypatch):
    other = safe_shop(tmp_path / "other")
    other.add("Else")
    backup = other.back_up(tmp_path / "usb")
    with other.open() as (_shop, key):
        code = key.recovery_code()
    monkeypatch.setattr("crm_desktop.services.restore_backup.put_in_place", _killed)
    with pytest.raises(KeyboardInterrupt):
        shop.restore(backup.path, code)
    assert shop.names() == ["王小明", "Anna"]
    assert open_key(shop.places, shop.vault).database_id != key.database_id


def _killed(*_args):
    raise KeyboardInterrupt


# attached files


def test_attached_files_come_back_with_a_restore(shop):
    sha256 = attach(shop, b"photo")
    backup = shop.back_up()
    shop.places.data.files_database.unlink()
    assert shop.restore(backup.path).missing_files == 0
    assert content_of(shop, sha256) == b"photo"


def test_attached_files_come_to_a_new_computer(shop, tmp_path):
    sha256 = attach(shop, b"photo")
    backup = shop.back_up(tmp_path / "usb")
    with shop.open() as (_shop, key):
        code = key.recovery_code()
    new = safe_shop(tmp_path / "new")
    new.add("Somebody")
    attach(new, b"other photo")
    assert new.restore(backup.path, code).missing_files == 0
    assert content_of(new, sha256) == b"photo"


def test_only_new_contents_are_copied_and_none_is_readable(shop):
    attach(shop, b"photo of a customer")
    shop.back_up()
    folder = shop.places.data.backups / "files"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    attach(shop, b"second")
    shop.back_up()
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert before.items() <= after.items()
    assert len(after) == 2
    assert all(b"photo" not in path.read_bytes() for path in after)


def test_a_damaged_content_is_counted_as_missing_and_never_shown(shop):
    sha256 = attach(shop, b"photo")
    backup = shop.back_up()
    (sealed,) = (path for path in (shop.places.data.backups / "files").rglob("*") if path.is_file())
    flip(sealed)
    shop.places.data.files_database.unlink()
    assert shop.restore(backup.path).missing_files == 1
    assert content_of(shop, sha256) is None


# totals


def test_a_backup_tells_what_the_shop_took(shop):
    with shop.open() as (one, key):
        sell(one.workplace, 1, 19_900)
        backup = back_up(one.workplace, shop.places, key)
    assert backup.manifest.totals == {"sales": 19_900, "points": 0, "stored": 0, "visits": 0}


def test_a_file_that_adds_up_otherwise_is_not_the_one_of_the_manifest(shop):
    with shop.open() as (one, key):
        sell(one.workplace, 1, 19_900)
        backup = back_up(one.workplace, shop.places, key)
        verified = verify_file(backup.path, key.key)
    assert agrees(backup.manifest, verified)
    assert not agrees(replace(backup.manifest, totals={**backup.manifest.totals, "sales": 19_901}), verified)
    assert agrees(replace(backup.manifest, totals={}), verified), "from before there were totals"
    assert not agrees(replace(backup.manifest, last_seal="00"), verified)
