"""What the user does with backups from the menu: each is said, and a sale passes meanwhile."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from crm_desktop.services.rehearse_backup import last_rehearsal
from crm_desktop.services.second_place import second_place
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.ui.flows import Flows, Ways
from tests.services.test_backup_and_restore import flip
from tests.support.counter import Counter, open_dialogs


@pytest.fixture
def counter(tmp_path, qtbot):
    counter = Counter(tmp_path, qtbot)
    counter.shelf.add("王小明")
    yield counter
    counter.close()


@pytest.fixture
def flows(counter):
    flows = Flows(counter.shop, Ways(restart=lambda: None, on_key=lambda _key: None))
    flows.start(counter.window)
    yield flows
    flows.end()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def said(counter):
    return [notice.text for notice in counter.notices.standing]


def choose_folder(counter, folder):
    counter.wait(lambda: any(isinstance(dialog, QFileDialog) for dialog in open_dialogs()))
    (dialog,) = (dialog for dialog in open_dialogs() if isinstance(dialog, QFileDialog))
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_a_place_is_chosen_and_has_a_backup_at_once(counter, flows, stick):
    counter.window.verbs.run("backup.place")
    choose_folder(counter, stick)
    counter.wait(lambda: bool(counter.toasts))
    assert counter.toasts == ["Backup copied to the second place and read back."]
    place = second_place(counter.shop.places, counter.shop.key)
    assert place.folder.parent == stick
    assert [one.manifest.counts["customer"] for one in list_backups(place.folder)] == [1]


@pytest.mark.expects_log("second_place_missing")
def test_a_missing_stick_is_said_with_what_to_do(counter, flows, stick):
    flows.backups.take_place(stick)
    counter.wait(lambda: bool(counter.toasts))
    folder = second_place(counter.shop.places, counter.shop.key).folder
    folder.rename(stick.parent / "pulled")
    counter.window.verbs.run("backup.carry")
    counter.wait(lambda: bool(said(counter)))
    assert said(counter) == ["sentence for second_place_missing"]


def test_the_newest_is_tried_out_when_asked(counter, flows):
    counter.window.verbs.run("backup.now")
    counter.wait(lambda: len(counter.toasts) == 1)
    counter.window.verbs.run("backup.try")
    counter.wait(lambda: len(counter.toasts) == 2)
    assert counter.toasts[1] == "Tried out: the newest backup can be restored."
    assert last_rehearsal(counter.shop.places).worked


def test_one_that_cannot_be_restored_is_said(counter, flows):
    counter.window.verbs.run("backup.now")
    counter.wait(lambda: len(counter.toasts) == 1)
    flip(list_backups(counter.shop.places.data.backups)[0].path)
    counter.window.verbs.run("backup.try")
    counter.wait(lambda: bool(said(counter)))
    assert "could not be restored in a trial" in said(counter)[0]
    counter.press("noticeChoice0")
    counter.wait(lambda: len(counter.toasts) == 2)


def test_one_errand_at_a_time(counter, flows):
    flows.backups.back_up()
    flows.backups.try_out()
    assert counter.toasts == ["One moment: a backup is being worked on."]
    counter.wait(lambda: len(counter.toasts) == 2)


def test_the_readable_copy_is_saved_where_it_is_asked_for(counter, flows, tmp_path):
    counter.window.verbs.run("backup.now")
    counter.wait(lambda: len(counter.toasts) == 1)
    flows.backups.save_readable(tmp_path / "all.xlsx")
    counter.wait(lambda: len(counter.toasts) == 2)
    assert counter.toasts[1].startswith("Saved as all.xlsx.")
    assert openpyxl.load_workbook(tmp_path / "all.xlsx")["Customers"]["A2"].value == "王小明"
