"""A file is shown before anything is written, brought in as one step, and taken back as one."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtWidgets import QComboBox

from crm_desktop.services.list_backups import backups_in
from crm_desktop.ui.dialogs.import_flow import dialog as import_dialog
from crm_desktop.ui.dialogs.import_flow.dialog import show_import
from crm_desktop.ui.dialogs.import_flow.places import PlaceCombo

HEADINGS = ["姓名", "手机", "生日", "积分"]
ROWS = [
    ["王小明", "13800001234", "1990-05-12", "120"],
    ["李娜", "13911112222", "", "80"],
    ["赵敏", "13755667788", "1985-02-30", "5"],
]


@pytest.fixture
def file(tmp_path):
    return write_csv(tmp_path / "customers.csv", HEADINGS, ROWS)


def write_csv(path, headings, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([headings, *rows])
    return path


@pytest.fixture
def open_import(counter):
    def open_file(path):
        return show_import(counter.window, counter.frame, counter.shop, path)

    return open_file


@pytest.fixture
def counted(counter, open_import, file):
    dialog = open_import(file)
    wait_counted(counter)
    return dialog


def wait_counted(counter):
    counter.wait(lambda: counter.see("importCount.created.number") and "…" not in numbers(counter))


def numbers(counter, prefix="importCount"):
    keys = ("created", "updated", "unchanged", "skipped", "errors")
    return [counter.read(f"{prefix}.{key}.number") for key in keys]


def names(counter):
    with counter.shop.store.read() as connection:
        return [name for (name,) in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


def choose(counter, name, data):
    combo = counter.find(name, QComboBox)
    place = isinstance(combo, PlaceCombo)
    combo.setCurrentIndex(combo.findData(data))
    if not place:
        combo.activated.emit(combo.currentIndex())


def staging_files(counter):
    return list(counter.shop.places.data.path.rglob("import-*"))


def bring_in(counter):
    counter.press("importVerb")
    counter.wait_for("importResultSentence")


def test_nothing_is_written_before_the_button_and_everything_is_said(counter, counted):
    assert numbers(counter) == ["2", "0", "0", "0", "1"]
    assert "headings in row 1" in counter.read("importFoundSentence")
    assert "2" in counter.read("importVerb")
    assert "积分" in counter.read("importColumnsSummary")
    assert names(counter) == []


def test_each_heading_stands_beside_its_values_and_its_place(counter, counted):
    assert counter.read("importHeading1") == "手机"
    assert counter.read("importSample1") == "13800001234 · 13911112222 · 13755667788"
    assert counter.find("importColumn1").currentText() == "Phone"
    assert counter.find("importColumn3").currentText() == "A new field of this name"


def test_a_row_with_an_error_is_shown_with_the_way_to_mend_it(counter, counted):
    ((row, column, problem, fix),) = counter.find("importErrorList").texts()
    assert (row, column) == ("4", "生日")
    assert "1985-02-30" in problem
    assert fix


def test_the_import_is_one_step_with_a_backup_before_it(counter, counted):
    bring_in(counter)
    assert names(counter) == ["王小明", "李娜"]
    assert numbers(counter, "importDone") == ["2", "0", "0", "0", "1"]
    assert "积分" in counter.find("importResult").findChild(import_dialog.QWidget, "importResultMore").text()
    assert [backup.reason for backup in backups_in(counter.shop.places.data.backups)] == ["import"]


def test_undo_takes_the_whole_import_back(counter, counted):
    bring_in(counter)
    counter.press("importUndo")
    counter.wait(lambda: "as it was before" in counter.read("importResultSentence"))
    assert names(counter) == []


def test_the_list_behind_is_told(counter, counted):
    page = counter.window.stack.currentWidget()
    bring_in(counter)
    assert page.told[-1].kind == "import"


def test_a_column_put_elsewhere_counts_anew(counter, counted):
    choose(counter, "importColumn2", "note")
    wait_counted(counter)
    assert numbers(counter) == ["3", "0", "0", "0", "0"]
    choose(counter, "importColumn3", "skip")
    wait_counted(counter)
    assert "1 left out" in counter.read("importColumnsSummary")


def test_the_same_file_again_has_nothing_to_bring(counter, counted, open_import, file):
    bring_in(counter)
    counter.press("importClose")
    open_import(file)
    wait_counted(counter)
    assert numbers(counter) == ["0", "0", "2", "0", "1"]
    assert not counter.find("importVerb").isEnabled()
    assert "nothing new" in counter.read("importState") or "No row" in counter.read("importState")


def test_known_customers_are_treated_as_chosen(counter, open_import, file):
    counter.shelf.add("王小明", "13800001234")
    open_import(file)
    wait_counted(counter)
    assert numbers(counter)[:2] == ["1", "1"]
    choose(counter, "importPolicy", "skip")
    wait_counted(counter)
    assert numbers(counter)[:2] == ["1", "0"]


def test_closing_leaves_nothing_behind(counter, counted):
    assert staging_files(counter)
    counter.press("importClose")
    counter.wait(lambda: not staging_files(counter))
    assert names(counter) == []


def test_closing_while_the_file_is_read_leaves_nothing_behind(counter, open_import, file):
    dialog = open_import(file)
    session = dialog.session
    counter.press("importProgress.cancel")
    counter.wait(lambda: not counter.see("importDialog"))
    assert not session.is_running()
    assert staging_files(counter) == []


def test_a_file_that_is_none_is_refused_in_words(counter, open_import, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut in half")
    open_import(broken)
    counter.wait_for("importDialog.faultText")
    assert "broken.xlsx" in counter.read("importDialog.faultText")
    assert not counter.see("importVerb")


def test_the_rows_with_errors_are_saved_and_opened(counter, counted, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(import_dialog, "open_file", opened.append)
    bring_in(counter)
    counter.press("importSaveErrors")
    counter.choose_file(tmp_path / "mend.xlsx")
    counter.wait(lambda: bool(opened))
    assert opened == [tmp_path / "mend.xlsx"]
    assert (tmp_path / "mend.xlsx").stat().st_size > 1000


def test_a_backup_that_fails_stops_the_import(counter, counted, monkeypatch):
    from crm_desktop.base.errors import Fault, FaultKind
    from crm_desktop.ui.dialogs.import_flow import session

    def fail(*_args):
        raise Fault(FaultKind.DISK_FULL)

    monkeypatch.setattr(session, "back_up_if_changed", fail)
    counter.press("importVerb")
    counter.wait_for("importDialog.faultText")
    assert "disk is full" in counter.read("importDialog.faultText")
    assert counter.find("importVerb").isEnabled()
    assert names(counter) == []


def test_the_window_behind_can_be_used_meanwhile(counter, counted):
    assert not counted.isModal()
    counter.shelf.add("孙丽")
    bring_in(counter)
    assert names(counter) == ["孙丽", "王小明", "李娜"]


def test_real_customers_come_in_from_a_workbook(counter, open_import, real_data):
    open_import(real_data / "chinook" / "customers.xlsx")
    wait_counted(counter)
    assert numbers(counter) == ["59", "0", "0", "0", "0"]
    bring_in(counter)
    assert len(names(counter)) == 59
