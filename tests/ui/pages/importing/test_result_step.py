"""The last page: what was done, taken back in one step, and the rows with errors in a file of their own."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.ui.pages.importing import view as import_view

KEYS = ("created", "updated", "unchanged", "skipped", "errors")


@pytest.fixture
def done(hands):
    hands.open()
    hands.check()
    hands.run()
    return hands


def test_the_numbers_say_what_was_done(done):
    assert [done.read(f"importDone.{key}.number") for key in KEYS] == ["2", "0", "0", "0", "1"]
    assert "鞋号" in done.read("wizard.result.more")


def test_a_row_with_an_error_is_shown_with_the_way_to_mend_it(done):
    ((row, column, problem, fix),) = done.find("importErrorList").texts()
    assert (row, column) == ("4", "生日")
    assert "1985-02-30" in problem
    assert fix


def test_undo_takes_the_whole_import_back(done):
    done.press("wizard.undo")
    done.wait(lambda: "as it was before" in done.read("wizard.result.title"))
    assert done.names() == []


def test_the_list_behind_is_told(done):
    page = done.window.stack.view("customers")
    done.press("wizard.primary")
    assert done.window.stack.current_id == "customers"
    assert page.told[-1].kind == "import"


def test_the_rows_with_errors_are_saved_and_opened(done, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(import_view, "open_file", opened.append)
    done.press("wizard.badRows")
    done.choose_file(tmp_path / "mend.xlsx")
    done.wait(lambda: bool(opened))
    assert opened == [tmp_path / "mend.xlsx"]
    assert (tmp_path / "mend.xlsx").stat().st_size > 1000


def test_a_backup_that_fails_stops_the_import(hands, monkeypatch):
    def fail(_progress):
        raise Fault(FaultKind.DISK_FULL)

    monkeypatch.setattr(hands.view.engine, "back_up", fail)
    hands.open()
    hands.check()
    hands.press("wizard.primary")
    hands.wait_for("wizard.faultText")
    assert "disk is full" in hands.read("wizard.faultText")
    assert hands.find("wizard.primary").isEnabled()
    assert hands.names() == []


def test_no_step_can_be_taken_back_after_the_import(done):
    assert not done.see("wizard.back")
    assert not done.view.bar.buttons[import_view.Step.COLUMNS].isEnabled()


def test_real_customers_come_in_from_a_workbook(hands, real_data):
    hands.open(real_data / "chinook" / "customers.xlsx")
    assert hands.check() == {"New": 59}
    hands.run()
    assert len(hands.names()) == 59
