"""The sixth page: every row is shown with what becomes of it; cells are mended and rows decided here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from crm_desktop.ui.pages.importing.dry_model import FIRST_CELL, PAGE, WHO


@pytest.fixture
def known(hands):
    hands.shelf.add("王小明", "13800001234")
    return hands


def stand_on(hands, row, column=WHO):
    table = hands.view.dry.table
    table.stand_on(row)
    table.setCurrentIndex(table.model().index(row, column))
    table.setFocus()
    return table


def wait_edited(hands, true):
    hands.wait(lambda: true() and hands.view.session._edit_job is None)
    hands.wait(hands.work.is_idle)


def test_each_row_stands_in_the_tab_of_what_becomes_of_it(known):
    known.open()
    assert known.check() == {"New": 1, "To update": 1, "With errors": 1}
    assert [row[1] for row in known.rows()] == ["李娜"]
    known.tab("With errors")
    assert [row[0] for row in known.rows()] == ["4"]


def test_an_update_shows_before_and_after(known):
    known.open()
    known.check()
    known.tab("To update")
    stand_on(known, 0)
    known.wait_for("wizard.row.differences")
    said = [label.text() for label in known.find("wizard.row.differences").findChildren(type(known.view.dry.lead))]
    assert any("1990" in text for text in said)


def test_a_wrong_cell_is_mended_in_place(hands):
    hands.open()
    assert hands.check() == {"New": 2, "With errors": 1}
    hands.tab("With errors")
    table = stand_on(hands, 0)
    hands.key(Qt.Key.Key_F2)
    assert table.currentIndex().column() == FIRST_CELL + 2, "F2 goes to the cell that is wrong"
    editor = table.viewport().findChild(QLineEdit)
    editor.setText("1985-02-28")
    hands.qtbot.keyClick(editor, Qt.Key.Key_Return)
    wait_edited(hands, lambda: hands.counts() == {"New": 3})
    hands.run()
    assert hands.names() == ["王小明", "李娜", "赵敏"]


def test_a_row_is_left_out_by_one_key_and_taken_in_again(hands):
    hands.open()
    hands.check()
    stand_on(hands, 0)
    hands.key(Qt.Key.Key_L)
    wait_edited(hands, lambda: hands.counts().get("Left out") == 1)
    hands.tab("Left out")
    stand_on(hands, 0)
    hands.key(Qt.Key.Key_Backspace)
    wait_edited(hands, lambda: "Left out" not in hands.counts())


def test_a_row_to_decide_shows_who_it_may_be(known):
    known.open()
    known.go("match")
    known.choose("wizard.match.on_match", "ask")
    known.choose("wizard.match.on_probable", "ask")
    assert known.check()["To decide"] == 1
    known.tab("To decide")
    stand_on(known, 0)
    known.wait_for("wizard.candidate1")
    assert "王小明" in known.read("wizard.candidate1")
    known.key(Qt.Key.Key_1)
    wait_edited(known, lambda: known.counts().get("To update") == 1)


def test_rows_left_to_decide_come_in_later_with_the_rest(known):
    known.open()
    known.go("match")
    known.choose("wizard.match.on_match", "ask")
    known.choose("wizard.match.on_probable", "ask")
    known.check()
    known.run()
    assert known.read("wizard.rest") == "Import the rest (1)"
    known.press("wizard.rest")
    known.wait_checked()
    assert known.counts() == {"To decide": 1}


def test_a_decision_holds_for_all_chosen_rows(hands):
    hands.open(hands.file(rows=[[f"客{n}", f"1380000{n:04}", "", ""] for n in range(250)]))
    assert hands.check() == {"New": 250}
    table = stand_on(hands, 0)
    table.selectAll()
    assert "250 rows chosen" in hands.read("wizard.row.sentence")
    hands.press("wizard.decide.skip")
    wait_edited(hands, lambda: hands.counts() == {"Left out": 250})


def test_only_the_rows_in_sight_are_read(hands, monkeypatch):
    hands.open(hands.file(rows=[[f"客{n}", f"1380000{n:04}", "", ""] for n in range(1_000)]))
    asked = []
    real = hands.view.engine.page

    def page(staged, tab, offset, limit):
        asked.append((offset, limit))
        return real(staged, tab, offset, limit)

    monkeypatch.setattr(hands.view.engine, "page", page)
    hands.check()
    assert set(asked) == {(0, PAGE)}
    table = hands.view.dry.table
    table.scrollToBottom()
    hands.wait(lambda: (900, PAGE) in asked)
    assert len(set(asked)) <= 3


def test_nothing_to_do_is_said_and_the_button_rests(hands):
    hands.open()
    hands.check()
    hands.run()
    hands.press("wizard.primary")
    hands.open(hands.file(rows=[["王小明", "13800001234", "1990-05-12", "120"]], name="b.csv"))
    assert hands.check() == {"As before": 1}
    assert "nothing new" in hands.read("wizard.dry_run.lead")
    assert not hands.find("wizard.primary").isEnabled()


def test_a_changed_policy_is_compared_without_reading_the_file_again(known, monkeypatch):
    known.open()
    known.check()
    read = []
    monkeypatch.setattr(known.view.engine, "stage", lambda *a: read.append(a))
    known.go("match")
    known.choose("wizard.match.on_match", "skip")
    known.choose("wizard.match.on_probable", "skip")
    assert known.check() == {"New": 1, "With errors": 1, "Left out": 1}
    assert read == []


def test_stopping_the_check_goes_back(hands, monkeypatch):
    from crm_desktop.base.errors import Fault, FaultKind

    def stage(source, plan, progress):
        while not progress.is_cancelled():
            pass
        raise Fault(FaultKind.CANCELLED)

    monkeypatch.setattr(hands.view.engine, "stage", stage)
    hands.open()
    hands.press("wizard.primary")
    hands.press("wizard.checking.cancel")
    hands.wait(lambda: hands.see("wizard.preview"))
    assert hands.names() == []
