"""Before many customers are changed a backup holds them; where there can be none, the user decides."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.ui.backup_first import BackupFirst


@pytest.fixture
def first(counter):
    made = BackupFirst(lambda: counter.shop, lambda: counter.window)
    yield made
    made.end()


@pytest.fixture
def done():
    return []


@pytest.fixture
def no_room(monkeypatch):
    def full(*_args):
        raise Fault(FaultKind.DISK_FULL, folder="/x")

    monkeypatch.setattr("crm_desktop.services.back_up.make_backup", full)


def reasons(counter):
    return [backup.manifest.reason.value for backup in list_backups(counter.shop.places.data.backups)]


def test_a_few_are_changed_at_once(counter, first, done):
    first.change_many(99, lambda: done.append(1))
    assert done == [1]
    assert reasons(counter) == []


def test_many_are_changed_when_a_backup_holds_them(counter, first, done):
    first.change_many(100, lambda: done.append(reasons(counter)))
    assert done == []
    counter.wait(lambda: bool(done))
    assert done == [["bulk"]]
    assert counter.notices.standing == []


def test_without_room_for_a_backup_nothing_changes_until_somebody_says_so(counter, first, done, no_room):
    first.change_many(100, lambda: done.append(1))
    counter.wait(lambda: counter.see("confirmDialog"))
    assert "No backup could be made" in counter.read("confirmQuestion")
    assert done == []
    counter.press("confirmVerb")
    assert done == [1]


def test_leaving_it_changes_nothing(counter, first, done, no_room):
    first.change_many(100, lambda: done.append(1))
    counter.wait(lambda: counter.see("confirmDialog"))
    counter.press("confirmBack")
    assert done == []
