"""After a leak nothing that became known opens the book any more; and killed on the way, it opens all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.services import rekey_shop as rekey
from crm_desktop.services.back_up import back_up
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database
from crm_desktop.services.former_backups import delete_former_backups, former_backups
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.passwords import set_password
from crm_desktop.services.recovery_sheet import is_confirmed
from crm_desktop.services.register_customer import CustomerDraft, register_customer
from crm_desktop.services.rekey_shop import rekey_shop
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.second_place import carry, choose_second_place
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.file_state import state_of
from crm_desktop.store.key_header import read_header
from crm_desktop.store.keys import open_with_code, paths_of_change
from crm_desktop.store.readable_folder import next_readable
from crm_desktop.store.restore import verify_backup
from tests.faults.plan import size
from tests.support.keys import MemoryVault
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
WORD, OTHER = "three green elephants", "four blue tigers"
EVERY = 4 if size() == "sample" else 1
"""Which moments a kill is tried at: each one, or each fourth."""
PHOTO = b"a photo of the shop" * 400


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "shop"


def opened(folder, vault):
    return open_shop(ShopOptions(folder), Source.WINDOW, vault)


@pytest.fixture
def shop(folder, vault):
    shop = opened(folder, vault)
    register_customer(shop.workplace, CustomerDraft("王小明"))
    Blobs(shop.places.data.files_database, shop.key.key).put(PHOTO)
    yield shop
    shop.close()


def names(shop):
    with shop.store.read() as connection:
        return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


def kinds(shop):
    with shop.store.read() as connection:
        return [kind for (kind,) in connection.exec_driver_sql("SELECT kind FROM operation ORDER BY id")]


def is_whole(shop):
    """Tell whether everything is there, in the database and in the file of contents, under the key of the shop."""
    photos = Blobs(shop.places.data.files_database, shop.key.key)
    return (
        names(shop) == ["王小明"]
        and [photos.find(name) for name in photos.names()] == [PHOTO]
        and check_database(shop.workplace).is_clean
        and [path for path in paths_of_change(shop.places) if path.exists()] == []
    )


def test_everything_is_under_a_new_key_and_nothing_is_missing(shop, folder, vault):
    former = shop.key
    rekeyed = rekey_shop(shop)
    shop.close()
    with pytest.raises(Fault, match="database_damaged"):
        state_of(shop.places.data.database, former.key)
    with pytest.raises(Fault, match="database_damaged"):
        Blobs(shop.places.data.files_database, former.key).names()
    again = opened(folder, vault.next_start())
    assert again.key == rekeyed.key
    assert is_whole(again)
    assert kinds(again)[-1] == "rekey"
    again.close()


def test_the_new_code_opens_it_and_the_old_one_does_not(shop):
    former = shop.key
    rekeyed = rekey_shop(shop)
    assert open_with_code(shop.places, MemoryVault(), rekeyed.key.recovery_code()).key == rekeyed.key.key
    with pytest.raises(Fault, match="code_wrong"):
        open_with_code(shop.places, MemoryVault(), former.recovery_code())


def test_the_new_code_has_to_be_printed_again(shop):
    rekeyed = rekey_shop(shop)
    assert not is_confirmed(rekeyed.key)
    assert rekeyed.key.database_id == shop.key.database_id


def test_nothing_leads_from_the_old_key_to_the_new_one(shop):
    rekey_shop(shop)
    header = read_header(shop.places.data.key_header)
    assert set(header.wraps) == {"recovery", "sheet"}
    assert [path for path in paths_of_change(shop.places) if path.exists()] == []


def test_the_backup_from_before_opens_with_the_old_code_alone(shop):
    former = shop.key
    rekeyed = rekey_shop(shop)
    (backup,) = former_backups(shop.places, rekeyed.key)
    assert backup.path == rekeyed.backup
    assert backup.manifest.reason == "rekey"
    verify_backup(backup.path, backup.manifest.header.key_from_code(former.recovery_code()))
    with pytest.raises(Fault, match="code_wrong"):
        backup.manifest.header.key_from_code(rekeyed.key.recovery_code())


def test_the_backups_from_before_are_deleted_and_one_under_the_new_key_stays(shop, folder, vault):
    rekey_shop(shop)
    shop.close()
    again = opened(folder, vault)
    assert delete_former_backups(again) == 1
    (kept,) = list_backups(again.places.data.backups)
    assert kept.manifest.header.check == again.key.header.check
    contents = [path for path in (again.places.data.backups / "files").rglob("*") if path.is_file()]
    assert len(contents) == 1
    again.close()


def test_in_the_second_place_they_go_once_a_newer_one_is_there(shop, folder, vault, tmp_path):
    back_up(shop.workplace, shop.places, shop.key)
    second = choose_second_place(shop.workplace, shop.places, shop.key, tmp_path / "stick").folder
    carry(shop.workplace, shop.places, shop.key)
    readable = next_readable(second, shop.key.database_id, shop.workplace.now())
    readable.write_bytes(b"sealed under the old key")
    rekey_shop(shop)
    shop.close()
    again = opened(folder, vault)
    assert delete_former_backups(again) == 2
    assert [backup.path.parent for backup in former_backups(again.places, again.key)] == [second]
    carry(again.workplace, again.places, again.key)
    assert delete_former_backups(again) == 1
    assert former_backups(again.places, again.key) == []
    assert list_backups(second) != []
    assert not readable.exists()
    again.close()


def test_the_only_backups_are_not_deleted(shop, folder, vault):
    rekey_shop(shop)
    shop.close()
    again = opened(folder, vault)
    list_backups(again.places.data.backups)[0].path.unlink()
    with pytest.raises(Fault, match="not_found"):
        delete_former_backups(again)
    again.close()


def test_a_leaked_password_is_replaced_by_another_one(quick_passwords, shop, folder, vault):
    shop.with_key(set_password(shop, WORD))
    with pytest.raises(Fault, match="password_weak"):
        rekey_shop(shop, WORD, WORD)
    with pytest.raises(Fault, match="book_password_wrong"):
        rekey_shop(shop, OTHER, "elephants")
    rekey_shop(shop, OTHER, WORD)
    shop.close()
    later = vault.next_start()
    assert later.keys == {}
    with pytest.raises(Fault, match="book_password_wrong"):
        LockedShop(shop.places, later).open_with_password(WORD)
    LockedShop(shop.places, later).open_with_password(OTHER)
    again = opened(folder, later)
    assert is_whole(again)
    again.close()


def test_while_another_program_is_in_nothing_changes(shop, folder, vault):
    beside = opened(folder, vault)
    with pytest.raises(Fault, match="folder_in_use"):
        rekey_shop(shop)
    assert is_whole(beside)
    beside.close()


def test_a_full_disk_changes_nothing(shop, folder, vault, monkeypatch):
    monkeypatch.setattr("crm_desktop.store.rekey.shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1}))
    with pytest.raises(Fault, match="disk_full"):
        rekey_shop(shop)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent / "config"))
    shop.close()
    again = opened(folder, vault)
    assert again.key.key == shop.key.key
    assert is_whole(again)
    again.close()


def test_a_backup_from_before_comes_back_with_the_old_code_under_the_new_key(shop, folder, vault):
    former = shop.key
    rekeyed = rekey_shop(shop)
    shop.close()
    later = vault.next_start()
    with pytest.raises(Fault, match="key_missing"):
        restore_backup(shop.places, later, rekeyed.backup, shop.workplace.clock)
    restore_backup(shop.places, later, rekeyed.backup, shop.workplace.clock, code=former.recovery_code())
    again = opened(folder, later.next_start())
    assert again.key == rekeyed.key
    assert is_whole(again)
    assert "rekey" not in kinds(again)
    again.close()


# killed on the way


class Killed(BaseException):
    """The power went."""


class Cutter:
    """Cuts the power before the n-th file is renamed or removed, counted from the candidate's first copy on."""

    def __init__(self, patch, after):
        self.left, self.is_armed = after, False
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, self._counting(getattr(Path, name)))
        patch.setattr(rekey, "begin_change", self._armed(rekey.begin_change))

    def _armed(self, real):
        def run(*arguments):
            self.is_armed = True
            real(*arguments)

        return run

    def _counting(self, real):
        def run(path, *arguments, **options):
            if self.is_armed and self.left == 0:
                raise Killed
            self.left -= self.is_armed
            return real(path, *arguments, **options)

        return run


class Bench:
    """One shop that is put back as it was before each kill: paths stand in its notes, so it stays where it is."""

    def __init__(self, home, monkeypatch, password=""):
        monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "now" / "config"))
        self.now, self.then = home / "now", home / "then"
        self.patch = monkeypatch
        self.vault = MemoryVault()
        shop = opened(self.now / "shop", self.vault)
        register_customer(shop.workplace, CustomerDraft("王小明"))
        Blobs(shop.places.data.files_database, shop.key.key).put(PHOTO)
        if password:
            shop.with_key(set_password(shop, password))
        self.former = shop.key
        shop.close()
        shutil.copytree(self.now, self.then)
        self.keys = dict(self.vault.keys)

    def kill(self, after, *passwords):
        """Change the key and cut the power on the way; return the vault, and whether that came too late."""
        shutil.rmtree(self.now)
        shutil.copytree(self.then, self.now)
        vault = MemoryVault()
        vault.keys = dict(self.keys)
        vault.opened = {self.former.database_id: self.former.key}
        shop = opened(self.now / "shop", vault)
        with self.patch.context() as patch:
            Cutter(patch, after)
            try:
                rekey_shop(shop, *passwords)
            except Killed:
                return vault.next_start(), False
            finally:
                patch.undo()
                shop.close()
        return vault.next_start(), True


def test_killed_at_any_moment_the_book_opens_whole(tmp_path, monkeypatch):
    bench, outcomes, is_over, after = Bench(tmp_path, monkeypatch), set(), False, 0
    while not is_over:
        vault, is_over = bench.kill(after)
        again = opened(bench.now / "shop", vault)
        outcomes.add(again.key.key == bench.former.key)
        assert is_whole(again), after
        assert open_with_code(again.places, MemoryVault(), again.key.recovery_code()).key == again.key.key
        again.close()
        after += EVERY
    assert outcomes == {True, False}
    assert after > 10


@pytest.mark.parametrize("words", [(OTHER, WORD), (WORD, OTHER)], ids=["the new one first", "the old one first"])
def test_killed_at_any_moment_a_password_opens_it(quick_passwords, tmp_path, monkeypatch, words):
    """Until the change is over the one leads to the key of the other; then the new one alone does."""
    bench, is_over, after = Bench(tmp_path, monkeypatch, WORD), False, 0
    while not is_over:
        vault, is_over = bench.kill(after, OTHER, WORD)
        assert vault.keys == {}
        places = find_places(bench.now / "shop")
        open_with_either(places, vault, words)
        again = opened(bench.now / "shop", vault)
        assert is_whole(again), after
        assert vault.keys == {}
        again.close()
        after += 2 * EVERY
    with pytest.raises(Fault, match="book_password_wrong"):
        LockedShop(places, vault.next_start()).open_with_password(WORD)


def open_with_either(places, vault, words):
    for word in words:
        try:
            LockedShop(places, vault).open_with_password(word)
        except Fault as fault:
            assert fault.kind == "book_password_wrong"  # noqa: PT017
        else:
            return
    raise AssertionError("neither password opens it")


def test_an_edit_after_the_change_is_sealed_on(shop, folder, vault):
    rekey_shop(shop)
    shop.close()
    again = opened(folder, vault)
    change_customer(again.workplace, 1, {"note": "after"})
    assert check_database(again.workplace).is_clean
    again.close()
