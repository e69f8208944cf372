"""A disk that takes no writes: the shop opens for looking up, gives its data away, refuses the rest in a sentence."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Source
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.back_up import back_up
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.store.only_read import _copies
from crm_desktop.store.restore import verify_backup
from tests.support.protected import without_room, write_protected
from tests.support.safe_shop import noon, safe_shop
from tests.support.shop import Shop


@pytest.fixture
def shop(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明", "Anna")
    return shop


@contextmanager
def opened(shop):
    """Open the shop as a start does."""
    with closing(open_shop(ShopOptions(shop.places.data.path), Source.WINDOW, shop.vault, noon)) as one:
        yield one


def names_of(one):
    with one.store.read() as connection:
        return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


def leave_log(shop, *names, index):
    """Enter customers and leave what a kill leaves: the log, with its index or without."""
    data = shop.places.data.path
    with shop.open() as (one, _key):
        for name in names:
            one.add(name)
        shutil.copytree(data, data.with_name("killed"))
    shutil.rmtree(data)
    data.with_name("killed").rename(data)
    if not index:
        (data / "customers.db-shm").unlink()


def contents(shop):
    return {path: path.read_bytes() for path in shop.places.data.path.rglob("*") if path.is_file()}


def test_a_protected_folder_opens_for_looking_up_and_nothing_in_it_changes(shop):
    before = contents(shop)
    with write_protected(shop.places.data.path), opened(shop) as one:
        assert one.store.is_only_read
        assert names_of(one) == ["王小明", "Anna"]
        assert len(read_customers.first_screen(one.workplace, CustomerQuery("xiaoming"))) == 1
        assert one.store.data_version() == one.store.data_version()
    assert contents(shop) == before


def test_every_write_is_refused_with_one_sentence(shop):
    with write_protected(shop.places.data.path), opened(shop) as one:
        for _ in range(2):
            with pytest.raises(Fault) as caught:
                Shop(one.store, one.workplace).add("New")
            assert caught.value.kind is FaultKind.DATABASE_READ_ONLY
            assert "can be read but not changed" in sentence_for(caught.value)
        assert names_of(one) == ["王小明", "Anna"]
    shop.add("Later")
    assert shop.names()[-1] == "Later"


def test_the_data_leave_a_protected_folder_as_a_file_and_as_a_backup(shop, tmp_path):
    with write_protected(shop.places.data.path), opened(shop) as one:
        export_customers(one.workplace, tmp_path / "all.csv")
        made = back_up(one.workplace, one.places, one.key, tmp_path / "stick")
        verify_backup(made.path, one.key.key)
    assert "Anna" in (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    assert made.manifest.counts["customer"] == 2


@pytest.mark.parametrize("index", [True, False])
def test_what_lies_in_the_log_alone_is_shown(shop, index):
    leave_log(shop, "In the log", index=index)
    before = contents(shop)
    with write_protected(shop.places.data.path), opened(shop) as one:
        assert names_of(one)[-1] == "In the log"
    assert contents(shop) == before
    assert _copies._folder is None


def test_a_full_disk_opens_for_looking_up(shop, tmp_path):
    with without_room(shop.places.data.path), opened(shop) as one:
        assert names_of(one) == ["王小明", "Anna"]
        with pytest.raises(Fault) as caught:
            Shop(one.store, one.workplace).add("New")
        assert caught.value.kind is FaultKind.DATABASE_READ_ONLY
        assert "no room left" in sentence_for(caught.value)
        assert back_up(one.workplace, one.places, one.key, tmp_path / "stick").manifest.counts["customer"] == 2
    shop.add("Later")


def test_a_full_disk_shows_what_lies_in_the_log_alone(shop):
    leave_log(shop, "In the log", index=True)
    with without_room(shop.places.data.path), opened(shop) as one:
        assert names_of(one)[-1] == "In the log"


def test_a_pin_is_asked_for_and_tries_are_counted_though_nothing_can_be_written(shop):
    from crm_desktop.services.pins import prove, set_own_pin

    with opened(shop) as one:
        set_own_pin(one.workplace, "4711")
    with write_protected(shop.places.data.path), opened(shop) as one:
        owner = one.workplace.person_id or 0
        prove(one.workplace, owner, "4711")
        for _ in range(5):
            with pytest.raises(Fault, match="pin_wrong"):
                prove(one.workplace, owner, "1111")
        with pytest.raises(Fault, match="pin_blocked"):
            prove(one.workplace, owner, "4711")


@pytest.mark.skipif(os.name == "nt", reason="needs permissions of POSIX")
def test_an_older_book_in_a_protected_folder_is_refused_in_words(shop, monkeypatch):
    monkeypatch.setattr("crm_desktop.store.file_state.REVISION", "9999")
    with write_protected(shop.places.data.path), pytest.raises(Fault, match="database_read_only"), opened(shop):
        pass


def test_commands_that_read_work_and_those_that_write_say_one_sentence(shop, tmp_path, capsys, monkeypatch):
    from crm_desktop.cli import run

    monkeypatch.setattr("crm_desktop.services.open_shop.SystemVault", lambda _config: shop.vault)

    def command(*words):
        code = run(["--data-dir", str(shop.places.data.path), "--lang", "en", *map(str, words)], window=no, pictures=no)
        return code, capsys.readouterr()

    def no(*_):
        raise AssertionError

    (tmp_path / "new.csv").write_text("name\nNew\n", encoding="utf-8")
    with write_protected(shop.places.data.path):
        for words in (["find", "Anna"], ["backup", tmp_path / "stick"], ["export", tmp_path / "all.csv"], ["check"]):
            assert command(*words)[0] == 0, words
        for words in (["backup"], ["import", tmp_path / "new.csv"], ["duplicates"]):
            code, printed = command(*words)
            assert (code, printed.err.count("\n")) == (1, 1)
            assert "can be read but not changed" in printed.err
