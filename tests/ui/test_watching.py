"""Damage, a moved file and a full disk are noticed in the open window; writing stops, and a way out is offered."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services import watch_database
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.ui import watching as watching_module
from crm_desktop.ui.watching import Watching
from tests.support.counter import Counter
from tests.support.damage import SCHEMA, zero_pages


@pytest.fixture
def counter(tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(watching_module, "FIRST_MS", 20)
    counter = Counter(tmp_path, qtbot)
    yield counter
    counter.close()


@pytest.fixture
def left(counter):
    return []


@pytest.fixture
def watching(counter, left):
    made = Watching(lambda: counter.shop, counter.work, counter.notices, left.append)
    made.serve(counter.window)
    yield made
    made.end()


def said(counter):
    return [notice.text for notice in counter.notices.standing]


def damage(counter):
    """Zero most of the file under an open shop whose caches are empty."""
    counter.shop.store.settle()
    counter.shop.store.reopen()
    path = counter.shop.store.path
    zero_pages(path, *range(SCHEMA, path.stat().st_size // 4096))


def test_a_sound_book_is_looked_through_behind_the_start_and_nothing_said(counter, watching):
    counter.window.settle()
    folder = counter.shop.places.config.of_database(counter.shop.key.database_id)
    counter.wait((folder / "checked.json").is_file)
    assert said(counter) == []


def test_damage_is_noticed_behind_the_start_and_writing_stops(counter, watching, left):
    counter.shelf.add("Anna")
    damage(counter)
    counter.window.settle()
    counter.wait(lambda: said(counter) != [])
    assert "can no longer be read" in said(counter)[0]
    with pytest.raises(Fault) as refused:
        counter.shelf.add("Bea")
    assert refused.value.kind is FaultKind.DATABASE_DAMAGED
    counter.notices.standing[0].choices[0].run()
    assert left == [FaultKind.DATABASE_DAMAGED]


@pytest.mark.expects_log("fault database_damaged")
def test_damage_that_any_page_meets_is_said_once(counter, watching):
    def meet():
        raise Fault(FaultKind.DATABASE_DAMAGED)

    for _ in range(2):
        counter.work.read(meet, lambda _: None)
        counter.wait(counter.work.is_idle)
    assert len(said(counter)) == 1
    assert counter.shop.store.guard.refusal is FaultKind.DATABASE_DAMAGED


def test_a_damaged_backup_stops_nothing(counter, watching):
    watching.hear(Fault(FaultKind.DATABASE_DAMAGED, file="/elsewhere/customers-000001.db"))
    assert said(counter) == []
    counter.shelf.add("Anna")


def test_a_book_renamed_while_open_is_rescued_into_a_backup(counter, watching, left):
    counter.shelf.add("Anna")
    store = counter.shop.store
    store.path.rename(store.path.with_name("moved.db"))
    watching.look()
    counter.wait(lambda: said(counter) != [])
    assert "in a new backup" in said(counter)[0]
    backup = list_backups(counter.shop.places.data.backups)[0]
    assert (backup.manifest.reason.value, backup.manifest.counts["customer"]) == ("rescue", 1)
    with pytest.raises(Fault) as refused:
        counter.shelf.add("Bea")
    assert refused.value.kind is FaultKind.DATABASE_MOVED


def test_little_room_is_said_until_there_is_more(counter, watching, monkeypatch):
    monkeypatch.setattr(watch_database, "SHORT_BYTES", 10**18)
    watching.look()
    counter.wait(lambda: said(counter) != [])
    assert "MB are free" in said(counter)[0]
    monkeypatch.undo()
    watching.look()
    counter.wait(lambda: said(counter) == [])


def test_after_an_error_of_the_disk_the_book_is_opened_anew(counter, watching):
    counter.shelf.add("Anna")
    watching.hear(Fault(FaultKind.DISK_ERROR))
    counter.wait(lambda: said(counter) != [])
    assert "opened anew" in said(counter)[0]
    counter.shelf.add("Bea")
