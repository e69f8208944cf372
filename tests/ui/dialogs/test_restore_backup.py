"""A backup is chosen, its consequence read, and restored; what cannot be restored leaves everything as it was."""

from __future__ import annotations

import pytest

from crm_desktop.services.back_up import back_up
from crm_desktop.services.list_backups import backups_in
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.restore_backup import restore_before_start, restore_in_window
from crm_desktop.ui.widgets.row_list import RowList
from tests.support.counter import Counter
from tests.support.safe_shop import safe_shop


@pytest.fixture
def backup(counter):
    """One customer in the backup, one more behind it."""
    counter.shelf.add("王小明")
    made = back_up(counter.shop.workplace, counter.shop.places, counter.shop.key)
    counter.shelf.add("李娜")
    return made.path


@pytest.fixture
def restarts():
    return []


@pytest.fixture
def dialog(counter, backup, restarts):
    entries = backups_in(counter.shop.places.data.backups)
    return restore_in_window(counter.window, counter.shop, lambda: restarts.append(1), entries)


def names(counter: Counter) -> list[str]:
    with counter.shop.store.read() as connection:
        return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


def rows(counter: Counter) -> list[list[str]]:
    backups = counter.find("restoreList")
    assert isinstance(backups, RowList)
    return backups.texts()


def test_the_list_says_when_how_many_and_why(counter, dialog):
    (row,) = rows(counter)
    assert row[1:3] == ["1", "by hand"]
    assert "4:00" in row[0]
    assert f"goes back to {row[0]}" in counter.read("restoreConsequence")


def test_it_says_who_would_be_missing_before_anything_is_done(counter, dialog):
    counter.wait(lambda: "would be missing" in counter.read("restoreSaid"))
    assert "李娜" in counter.read("restoreSaid")
    lines = counter.find("restoreLines")
    assert isinstance(lines, RowList)
    assert lines.texts()[0][:4] == ["Customers", "2", "1", "-1"]


def test_restoring_brings_the_day_back_and_opens_the_shop_anew(counter, dialog, restarts):
    counter.press("restoreVerb")
    counter.wait(lambda: bool(restarts))
    assert names(counter) == ["王小明"]


def test_what_was_there_before_a_restore_can_be_restored_too(counter, dialog, restarts):
    counter.press("restoreVerb")
    counter.wait(lambda: bool(restarts))
    newest = backups_in(counter.shop.places.data.backups)[0]
    assert (newest.customers, newest.reason) == (2, "restore")


def test_a_damaged_file_is_refused_and_nothing_changes(counter, dialog, backup, restarts, tmp_path):
    broken = tmp_path / "broken.db"
    broken.write_bytes(backup.read_bytes()[:-5000])
    counter.press("restoreBrowse")
    counter.choose_file(broken)
    counter.wait(lambda: len(rows(counter)) == 2)
    counter.press("restoreVerb")
    counter.wait(lambda: counter.see("restoreDialog.faultText"))
    assert "present data is unchanged" in counter.read("restoreDialog.faultText")
    assert (names(counter), restarts) == (["王小明", "李娜"], [])


def test_leaving_it_changes_nothing(counter, dialog, restarts):
    counter.press("restoreCancel")
    assert (names(counter), restarts) == (["王小明", "李娜"], [])


def test_a_backup_of_another_computer_asks_for_its_code(counter, backup, tmp_path, qapp):
    done: list[int] = []
    other = safe_shop(tmp_path / "other computer")
    restore_before_start(counter.window, counter.theme, WayBack(other.places, other.vault), lambda: done.append(1))
    assert rows(counter) == []
    counter.press("restoreBrowse")
    counter.choose_file(backup)
    counter.wait(lambda: len(rows(counter)) == 1)
    counter.press("restoreVerb")
    counter.wait(lambda: counter.see("restoreCode"))
    counter.type("restoreCode", counter.shop.key.recovery_code())
    counter.press("restoreVerb")
    counter.wait(lambda: bool(done))
    assert other.names() == ["王小明"]


def test_a_shop_just_begun_takes_the_backup_of_another_computer_from_its_stick(counter, restarts, tmp_path):
    other = safe_shop(tmp_path / "other computer")
    other.add("赵敏")
    other.back_up(tmp_path / "usb" / "customer-book-00aa11bb")
    with other.open() as (_shop, key):
        code = key.recovery_code()
    dialog = restore_in_window(counter.window, counter.shop, lambda: restarts.append(1), [])
    dialog.take_folder(tmp_path / "usb")
    assert rows(counter)[0][1] == "1"
    counter.press("restoreVerb")
    counter.wait(lambda: counter.see("restoreCode"))
    counter.type("restoreCode", code)
    counter.press("restoreVerb")
    counter.wait(lambda: bool(restarts))


def test_a_folder_without_backups_is_said(counter, dialog, tmp_path):
    dialog.take_folder(tmp_path)
    assert "There is no backup in" in counter.read("restoreDialog.faultText")
    assert len(rows(counter)) == 1


def test_a_mistake_of_ours_leaves_the_dialog_usable(counter, dialog, restarts, monkeypatch):
    def broken(*_args, **_more):
        raise RuntimeError("ours")

    told = []
    counter.notices.crashed.connect(told.append)
    monkeypatch.setattr("crm_desktop.ui.dialogs.restore_backup.restore_open_shop", broken)
    counter.press("restoreVerb")
    counter.wait(lambda: bool(told))
    assert counter.find("restoreVerb").isEnabled()
    assert (names(counter), restarts) == (["王小明", "李娜"], [])
