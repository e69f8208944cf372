"""The window's verbs for import, export, backup, people, fields, recovery code and the sample shop."""

from __future__ import annotations

import csv
import threading

import pytest

from crm_desktop.services.back_up import newest_backup
from crm_desktop.services.recovery_sheet import is_confirmed
from crm_desktop.ui.flows import Flows, Ways


class Assembler:
    """Remembers what the flows asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ways(self) -> Ways:
        return Ways(
            restart=lambda: self.asked.append("restart"),
            on_key=lambda _key: self.asked.append("key"),
            backed_up=lambda: self.asked.append("backup"),
        )


@pytest.fixture
def assembler():
    return Assembler()


@pytest.fixture
def flows(counter, assembler):
    flows = Flows(counter.shop, assembler.ways())
    flows.start(counter.window)
    return flows


@pytest.mark.parametrize(
    ("verb", "dialog"),
    [
        ("import", "chooseFile.import"),
        ("imports", "imports.empty"),
        ("backup.restore", "restoreDialog"),
        ("people", "page.staff"),
        ("pin.own", "setPin"),
        ("fields", "fieldsDialog"),
        ("recovery", "recoveryDialog"),
        ("recovery.check", "recoveryDialog"),
        ("keys", "keysDialog"),
        ("export", "exportDialog"),
    ],
)
def test_each_verb_opens_its_window(counter, flows, verb, dialog):
    counter.window.verbs.run(verb)
    counter.wait_for(dialog)
    assert counter.frame.verbs.action(verb).isEnabled()


def test_a_backup_is_made_and_said(counter, flows, assembler):
    counter.window.verbs.run("backup.now")
    counter.wait(lambda: bool(counter.toasts))
    assert counter.toasts == ["Backup made and checked."]
    assert newest_backup(counter.shop.places.data.backups) is not None
    assert assembler.asked == ["backup"]


def test_the_flows_go_on_with_the_key_whose_code_is_on_paper(counter, flows, assembler):
    code = counter.shop.key.recovery_code()
    counter.window.verbs.run("recovery")
    counter.wait_for("recoveryNext")
    counter.press("recoveryNext")
    for number in range(1, 8):
        if counter.see(f"recoveryGroup{number}"):
            counter.type(f"recoveryGroup{number}", code[4 * number - 4 : 4 * number])
    counter.press("recoveryConfirm")
    counter.wait(lambda: assembler.asked == ["key"])
    assert is_confirmed(flows.shop.key)


def keys(counter):
    return [notice.key for notice in counter.notices.standing]


def test_the_sample_shop_fills_an_empty_one_and_says_what_it_is(counter, flows):
    counter.window.verbs.run("demo")
    assert keys(counter) == ["sample.filling"]
    counter.wait(lambda: keys(counter) == ["sample"])
    with counter.shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM customer").scalar_one() == 182


def test_the_sample_shop_can_be_ended_to_begin_in_earnest(counter, flows, assembler):
    counter.window.verbs.run("demo")
    counter.wait(lambda: keys(counter) == ["sample"])
    counter.notices.standing[0].choices[0].run()
    counter.press("confirmVerb")
    counter.wait(lambda: assembler.asked == ["restart"])
    assert not counter.shop.places.data.database.exists()


def test_a_window_made_anew_still_says_that_it_is_a_sample(counter, flows, assembler):
    counter.window.verbs.run("demo")
    counter.wait(lambda: keys(counter) == ["sample"])
    counter.notices.withdraw("sample")
    window = counter.make_window()
    Flows(counter.shop, assembler.ways()).start(window)
    counter.wait(lambda: keys(counter) == ["sample"])
    window.deleteLater()


@pytest.mark.expects_log("database_not_empty")
def test_the_sample_shop_leaves_own_customers_alone(counter, flows):
    counter.shelf.add("王小明")
    counter.window.verbs.run("demo")
    counter.wait(lambda: keys(counter) == ["fault.database_not_empty"])
    with counter.shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM customer").scalar_one() == 1


def write_customers(path, rows=1):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["Name", "Phone"], *[[path.stem, "13800001234"]] * rows])
    return path


def test_dropped_files_are_imported_one_after_the_other(counter, flows, tmp_path):
    flows.import_files([write_customers(tmp_path / f"{name}.csv") for name in ("one", "two")])
    counter.wait(lambda: counter.see("wizard.preview") and counter.read("wizard.file.title") == "one.csv")
    assert counter.read("wizard.waiting") == "1 more file waits"
    counter.press("wizard.cancel")
    counter.wait(lambda: counter.see("wizard.preview") and counter.read("wizard.file.title") == "two.csv")
    counter.press("wizard.cancel")
    assert counter.window.stack.current_id == "customers"


def test_a_file_dropped_meanwhile_waits_its_turn(counter, flows, tmp_path):
    flows.import_files([write_customers(tmp_path / "one.csv")])
    counter.wait_for("wizard.preview")
    flows.import_files([write_customers(tmp_path / "two.csv")])
    assert counter.read("wizard.file.title") == "one.csv"
    assert counter.read("wizard.waiting") == "1 more file waits"


def test_an_import_goes_on_in_a_window_made_anew(counter, flows, tmp_path):
    flows.import_files([write_customers(tmp_path / "one.csv")])
    counter.wait_for("wizard.preview")
    counter.press("wizard.lookAtColumns")
    old, counter.window = counter.window, counter.make_window()
    flows.start(counter.window)
    counter.window.restore_state(old.save_state())
    old.retire()
    old.close()
    old.deleteLater()
    counter.window.show()
    counter.wait_for("wizard.columns.table")
    assert "Columns" in counter.find("wizard.step.columns").text()


def test_closing_the_window_ends_an_import_that_is_being_read(counter, flows, tmp_path):
    flows.import_files([write_customers(tmp_path / "one.csv", rows=50_000)])
    counter.wait_for("wizard.preview")
    counter.press("wizard.primary")
    counter.window.close()
    counter.wait(counter.work.is_idle)
    assert not [thread for thread in threading.enumerate() if thread.name == "long job"]
    assert not list(counter.shop.places.data.path.rglob("import-*"))
