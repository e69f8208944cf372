"""The first page: a file is chosen, dropped or pasted, and how it is read can be said otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from crm_desktop.base.errors import FaultKind

TITLED = [["会员名单 2026", "", ""], ["姓名", "手机", "备注"], ["王小明", "13800001234", "茶"]]


def test_a_file_shows_its_rows_with_the_numbers_excel_shows(hands):
    hands.open(hands.file(*_split(TITLED)))
    preview = hands.view.file.found.preview
    assert preview.numbers() == (1, 2, 3)
    assert preview.item(1, 0).text() == "姓名"
    assert "headings in row 2" in hands.read("wizard.file.lead")


def test_a_click_on_a_row_says_that_the_headings_are_there(hands):
    hands.open(hands.file(["编号", "内容", "x"], [["姓名", "手机", "备注"], ["王小明", "13800001234", "茶"]]))
    preview = hands.view.file.found.preview
    other = 2 if hands.view.draft.look.heading_row == 1 else 1
    preview.cellClicked.emit(other - 1, 0)
    hands.wait(lambda: hands.view.draft is not None)
    assert hands.view.draft.look.heading_row == other


def test_a_file_without_headings_is_said_to_have_none(hands):
    hands.open()
    hands.press("wizard.noHeadings")
    hands.wait(lambda: hands.view.draft is not None)
    assert hands.view.draft.look.heading_row is None
    assert hands.view.draft.look.rows == 4


def test_cells_from_the_clipboard_come_in_with_one_key(hands):
    QGuiApplication.clipboard().setText("姓名\t手机\n王小明\t13800001234\n李娜\t13911112222\n")
    hands.view.focus_first()
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: hands.view.draft is not None)
    assert hands.view.draft.look.rows == 2
    assert hands.check() == {"New": 2}


def test_an_empty_clipboard_is_said_and_nothing_else_happens(hands):
    QGuiApplication.clipboard().setText("  ")
    hands.press("wizard.paste")
    assert "no table on the clipboard" in hands.read("wizard.faultText")
    assert hands.see("wizard.choose")


def test_another_encoding_is_read_at_once(hands):
    path = hands.folder / "b.csv"
    path.write_bytes("姓名,手机\n王小明,13800001234\n".encode("gb18030"))
    hands.open(path)
    assert hands.view.draft.look.encoding == "gb18030"
    hands.choose("wizard.encoding", "big5")
    hands.wait(lambda: hands.view.draft is not None or hands.see("wizard.fault"))
    assert hands.view.file.choices.encoding == "big5"


def test_the_sheets_of_a_workbook_are_offered_with_their_rows(hands, real_data):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "说明"
    book.active.append(["请勿修改"])
    sheet = book.create_sheet("名单")
    for row in (["姓名", "手机"], ["王小明", "13800001234"], ["李娜", "13911112222"]):
        sheet.append(row)
    book.save(hands.folder / "two.xlsx")
    hands.open(hands.folder / "two.xlsx")
    assert hands.view.draft.plan.sheet == "名单"
    hands.choose("wizard.sheet", "说明")
    hands.wait(lambda: hands.see("wizard.fault") or hands.view.draft is not None)
    assert hands.view.file.choices.sheet == "说明"


def test_a_file_that_is_none_is_refused_in_words_and_another_can_be_chosen(hands):
    broken = hands.folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut in half")
    hands.view.open(_files(broken))
    hands.wait_for("wizard.fault")
    assert "broken.xlsx" in hands.read("wizard.fault")
    assert not hands.see("wizard.primary")
    hands.press("wizard.other")
    hands.choose_file(hands.file())
    hands.wait(lambda: hands.view.draft is not None)


def test_a_file_without_known_headings_can_be_shown_all_the_same(hands):
    path = hands.file(["甲", "乙"], [["一", "二"], ["三", "四"]])
    hands.view.open(_files(path))
    hands.wait(lambda: hands.see("wizard.fault") or hands.view.draft is not None)
    if hands.see("wizard.anyway"):
        hands.press("wizard.anyway")
        hands.wait(lambda: hands.view.draft is not None)
    assert hands.view.draft.look.preview[0].cells[:2] == ("甲", "乙")


def test_a_password_is_asked_for_and_tried(hands, monkeypatch):
    from crm_desktop.base.errors import Fault

    asked = []
    real = hands.view.engine.look

    def locked(source, choices, progress, *, force=False):
        asked.append(source.password)
        if source.password != "tea":
            kind = FaultKind.FILE_ENCRYPTED if source.password is None else FaultKind.PASSWORD_WRONG
            raise Fault(kind, file="a.csv")
        return real(source, choices, progress, force=force)

    monkeypatch.setattr(hands.view.engine, "look", locked)
    hands.view.open(_files(hands.file()))
    hands.wait_for("wizard.password")
    hands.type("wizard.password", "milk")
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: asked == [None, "milk"] and hands.see("wizard.password"))
    hands.type("wizard.password", "tea")
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: hands.view.draft is not None)
    assert asked == [None, "milk", "tea"]


def test_a_file_that_came_in_before_is_noticed(hands):
    path = hands.file()
    hands.open(path)
    hands.check()
    hands.run()
    hands.press("wizard.primary")
    hands.open(path)
    assert "This very file was brought in on" in hands.read("wizard.seen")
    assert "2 added" in hands.read("wizard.seen")


def test_stopping_while_a_file_is_read_leaves_nothing(hands):
    hands.view.open(_files(hands.file()))
    hands.press("wizard.reading.cancel")
    hands.wait(lambda: hands.window.stack.current_id == "customers")
    assert hands.staging_files() == []
    assert hands.view.source is None


@pytest.mark.parametrize("name", ["wizard.choose", "wizard.template"])
def test_each_way_to_begin_opens_what_it_says(hands, name):
    hands.press(name)
    expected = {"wizard.choose": "chooseFile.import", "wizard.template": "chooseFile.template"}
    hands.wait_for(expected[name])


def test_earlier_imports_are_one_button_away(hands):
    hands.press("wizard.history")
    assert hands.window.stack.current_id == "imports"


def _files(path):
    from crm_desktop.ui.pages.importing.page import Files

    return Files([path])


def _split(rows):
    return rows[0], rows[1:]
