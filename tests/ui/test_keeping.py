"""The window keeps the shop safe by itself, and nothing of it stands in anybody's way."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.back_up import back_up
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.ui import keeping as keeping_module
from crm_desktop.ui.keeping import Keeping
from crm_desktop.ui.notices import Level
from tests.services.test_backup_and_restore import flip
from tests.support.counter import Counter


@pytest.fixture
def counter(tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(keeping_module, "LATER_MS", 20)
    counter = Counter(tmp_path, qtbot)
    yield counter
    counter.close()


@pytest.fixture
def keeping(counter):
    made = Keeping(lambda: counter.shop, counter.work, counter.notices)
    counter.window.settle()
    made.serve(counter.window)
    yield made
    made.end()


@pytest.fixture
def kept(keeping):
    found = []
    keeping.kept.connect(found.append)
    return found


def reasons(counter):
    return [backup.manifest.reason.value for backup in list_backups(counter.shop.places.data.backups)]


def said(counter):
    return [notice.text for notice in counter.notices.standing]


def test_what_changed_is_in_a_backup_without_anybody_asking(counter, keeping, kept, monkeypatch):
    monkeypatch.setattr(keeping_module, "FIRST_MS", 20)
    counter.shelf.add("王小明")
    counter.window.settled.emit()
    counter.wait(lambda: len(kept) == 1)
    assert reasons(counter) == ["schedule"]
    assert (counter.toasts, said(counter)) == ([], [])


def test_without_a_change_no_backup_is_made(counter, keeping, kept):
    counter.shelf.add("王小明")
    for times in (1, 2):
        keeping.look()
        counter.wait(lambda times=times: len(kept) == times)
    assert reasons(counter) == ["schedule"]


def test_it_waits_while_an_import_writes(counter, keeping, kept):
    counter.shelf.add("王小明")
    writing = threading.Event()
    counter.work.write_patiently(lambda _somebody_waits: writing.wait(20))
    keeping.look()
    counter.qtbot.wait(100)
    assert reasons(counter) == []
    writing.set()
    counter.wait(lambda: len(kept) == 1)
    assert reasons(counter) == ["schedule"]


def test_it_waits_while_the_data_are_being_replaced(counter, keeping, kept):
    counter.shelf.add("王小明")
    counter.window.set_watching(False)
    keeping.look()
    counter.qtbot.wait(60)
    assert kept == []


def test_a_failure_is_said_calmly_and_goes_when_the_next_one_works(counter, keeping, kept, monkeypatch):
    counter.shelf.add("王小明")

    def full(*_args):
        raise Fault(FaultKind.DISK_FULL, folder="/x")

    with monkeypatch.context() as broken:
        broken.setattr("crm_desktop.services.back_up.make_backup", full)
        keeping.look()
        counter.wait(lambda: len(kept) == 1)
    (text,) = said(counter)
    assert text.startswith("The backup by itself could not be made; work goes on as usual.")
    counter.press("noticeChoice0")
    counter.wait(lambda: len(kept) == 2)
    assert said(counter) == []


def test_the_program_closes_behind_a_backup_under_way(counter, keeping, monkeypatch):
    begun, ended = threading.Event(), []

    def slow(*_args):
        begun.set()
        threading.Event().wait(0.2)
        ended.append(1)

    monkeypatch.setattr("crm_desktop.services.backup_schedule.back_up_if_changed", slow)
    keeping.look()
    assert begun.wait(20)
    keeping.end()
    assert ended == [1]


def test_after_a_week_without_a_second_place_the_strip_says_so_until_put_off(counter, keeping, kept):
    counter.shelf.add("王小明")
    back_up(counter.shop.workplace, counter.shop.places, counter.shop.key)
    keeping._shop = lambda: later(counter.shop, days=8)
    keeping.look()
    counter.wait(lambda: len(kept) == 1)
    assert [text for text in said(counter) if "lost or stolen" in text]
    counter.press("noticeChoice1")
    assert said(counter) == []
    counter.wait(counter.work.is_idle)
    keeping.look()
    counter.wait(lambda: len(kept) == 2)
    assert said(counter) == []


def test_a_backup_that_cannot_be_restored_is_said_in_red_and_replaced_at_the_next_look(counter, keeping, kept):
    counter.shelf.add("王小明")
    flip(back_up(counter.shop.workplace, counter.shop.places, counter.shop.key).path)
    keeping.look()
    counter.wait(lambda: len(kept) == 1)
    (notice,) = counter.notices.standing
    assert (notice.level, "could not be restored" in notice.text) == (Level.FAULT, True)
    keeping.look()
    counter.wait(lambda: len(kept) == 2)
    assert reasons(counter)[0] == "schedule"
    assert kept[1].safety.rehearsal.worked
    assert said(counter) == []


def later(shop, days):
    moment = shop.workplace.now() + timedelta(days=days)
    return replace(shop, workplace=replace(shop.workplace, clock=lambda: moment))
