"""The first day: a shop brings in its customers, finds one, changes one, takes it back, and speaks another language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from crm_desktop.base.declared_settings import LANGUAGE, THEME
from crm_desktop.services.back_up import newest_backup
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database
from crm_desktop.services.read_customers import read_customer
from tests.journeys.conftest import Counter
from tests.support.data import real_data


def bring_in(counter: Counter) -> None:
    counter.bring_in(real_data("chinook", "customers.xlsx"))
    counter.wait(lambda: counter.list.model.rowCount() == 59)


def test_a_new_shop_is_offered_three_ways_to_begin(counter: Counter) -> None:
    assert [counter.sees(name) for name in ("empty.import", "empty.new", "empty.demo")] == [True, True, True]


def test_a_workbook_comes_in_and_anyone_in_it_is_found(counter: Counter) -> None:
    bring_in(counter)
    assert counter.search("luis gon") == ["Luís Gonçalves"]
    assert "Luís Gonçalves" in counter.search("5555")
    assert counter.search("apple inc") == ["Tim Goyer"]


def test_a_whole_import_is_taken_back_with_one_key(counter: Counter) -> None:
    bring_in(counter)
    counter.do("edit.undo")
    counter.wait(lambda: counter.sees("empty.import"))
    report = check_database(counter.shop.workplace)
    assert report.is_clean
    counter.do("edit.redo")
    counter.wait(lambda: counter.list.model.rowCount() == 59)


def test_an_edit_is_named_in_the_menu_and_taken_back(counter: Counter) -> None:
    bring_in(counter)
    place = counter.shop.workplace
    counter.program.work.write(lambda: change_customer(place, 1, {"name": "王小明"}))
    counter.settle()
    assert counter.search("wxm") == ["王小明"]
    assert counter.window.verbs.action("edit.undo").text().endswith("王小明")
    counter.do("edit.undo")
    assert counter.search("wxm") == []
    assert read_customer(place, 1).name == "Luís Gonçalves"


def test_nobody_found_is_a_new_customer_with_that_name(counter: Counter) -> None:
    bring_in(counter)
    assert counter.search("欧阳娜娜") == []
    counter.press("empty.new")
    assert counter.find(QLineEdit, "new.name").text() == "欧阳娜娜"
    counter.find(QLineEdit, "new.phone").setText("138 0000 1234")
    counter.press("new.save")
    counter.window.stack.open("customers")
    assert counter.search("1234") == ["欧阳娜娜"]


def test_the_language_changes_and_what_is_being_typed_stays(counter: Counter) -> None:
    bring_in(counter)
    counter.search("lui")
    counter.program.settings.set(LANGUAGE, "zh_CN")
    counter.wait(lambda: counter.window.windowTitle() == "客户管家")
    counter.wait(lambda: 0 < counter.list.model.rowCount() < 59)
    counter.wait(lambda: "Luís Gonçalves" in counter.names())


def test_the_look_changes_after_the_language_did(counter: Counter) -> None:
    bring_in(counter)
    counter.program.settings.set(LANGUAGE, "zh_CN")
    counter.wait(lambda: counter.window.windowTitle() == "客户管家")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    counter.program.settings.set(THEME, "dark")
    counter.settle()
    assert counter.window.frame.theme.tokens.dark


def test_the_sample_shop_shows_its_views_at_once(counter: Counter) -> None:
    counter.press("empty.demo")
    counter.wait(lambda: counter.list.model.rowCount() > 100)
    counter.settle()
    assert counter.list.layout_.tabs.count() > 5


def test_a_click_on_the_status_bar_leads_to_the_backups(counter: Counter) -> None:
    folder = counter.shop.places.data.backups
    assert newest_backup(folder) is None
    counter.press("statusBackup")
    counter.settle()
    counter.press("backup.wayOut")
    counter.wait(lambda: newest_backup(folder) is not None)
    counter.wait(lambda: "none yet" not in counter.find(QPushButton, "statusBackup").text())


def test_a_mistake_in_the_last_backup_locks_nobody_in(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(_safe: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("crm_desktop.services.backup_schedule.close_safely", mistaken)
    counter.window.close()
    counter.wait(lambda: counter.sees("crashSentence"))
    counter.press("crashClose")
    assert counter.window.isVisible()
    counter.window.close()
    assert not counter.window.isVisible()
