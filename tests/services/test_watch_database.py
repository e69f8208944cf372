"""What is written goes into the file that the user knows, or is refused."""

from __future__ import annotations

import shutil

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.watch_database import look, refuse_without_room
from crm_desktop.store.only_read import is_only_read
from tests.support.shop import open_shop

MB = 1_000_000


@pytest.fixture
def shop(tmp_path):
    shop = open_shop(tmp_path)
    yield shop
    shop.store.close()


def test_a_renamed_file_takes_no_more(shop):
    shop.add("Anna")
    shop.store.path.rename(shop.store.path.with_name("other.db"))
    with pytest.raises(Fault) as refused:
        shop.add("Bea")
    assert refused.value.kind is FaultKind.DATABASE_MOVED


def test_a_file_that_a_sync_tool_replaced_takes_nothing(shop):
    shop.add("Anna")
    older = shop.store.path.with_name("older.db")
    shutil.copy(shop.store.path, older)
    older.replace(shop.store.path)
    assert look(shop.store).refusal is FaultKind.DATABASE_MOVED
    with pytest.raises(Fault):
        shop.add("Bea")


def test_a_disk_that_refuses_a_file_stopped_before_changes_no_opening_of_it(shop):
    shop.store.guard.stop(FaultKind.DATABASE_DAMAGED)
    shop.store.guard.stop_for_disk(FaultKind.DISK_ERROR)
    with shop.store.apart():
        assert shop.store.guard.refusal is FaultKind.DATABASE_DAMAGED
    shop.store.close()
    assert not is_only_read(shop.store.path)


def test_what_was_stopped_stays_stopped_when_the_file_is_back(shop):
    shop.add("Anna")
    away = shop.store.path.with_name("away.db")
    shop.store.path.rename(away)
    look(shop.store)
    away.rename(shop.store.path)
    with pytest.raises(Fault):
        shop.add("Bea")


def test_the_same_file_is_no_news(shop):
    shop.add("Anna")
    found = look(shop.store, lambda _folder: 10_000 * MB)
    assert (found.refusal, found.is_short) == (None, False)


@pytest.mark.parametrize(("free", "is_short"), [(499 * MB, True), (501 * MB, False)])
def test_little_room_is_short(shop, free, is_short):
    assert look(shop.store, lambda _folder: free).is_short is is_short


def test_without_room_no_import_begins(shop):
    refuse_without_room(shop.store, lambda _folder: 51 * MB)
    with pytest.raises(Fault) as refused:
        refuse_without_room(shop.store, lambda _folder: 49 * MB)
    assert refused.value.kind is FaultKind.DISK_FULL
