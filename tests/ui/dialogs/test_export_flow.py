"""An export asks what goes into the file, writes it with progress, and says where it is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.layout import CsvEncoding, ExportLayout, ExtraSheet, FileFormat, LayoutColumn
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.export_layouts import read_layouts, save_layout
from crm_desktop.ui.dialogs import export_flow
from crm_desktop.ui.dialogs.export_flow import show_export
from crm_desktop.ui.showing import Showing


class Exporter:
    """Writes a line, or what the test lets happen instead."""

    def __init__(self) -> None:
        self.orders = []
        self.fault: Fault | None = None
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, order, progress):
        self.orders.append(order)
        progress.report(1, 3)
        while not self.gate.wait(0.01):
            if progress.is_cancelled():
                raise Fault(FaultKind.CANCELLED)
        if self.fault:
            raise self.fault
        order.path.write_text("whole", encoding="utf-8")
        return 3, 1


@pytest.fixture
def exporter():
    return Exporter()


@pytest.fixture
def ids(counter):
    return [counter.shelf.add(name) for name in ("王小明", "李娜", "Sarah Thompson")]


@pytest.fixture
def dialog(counter, exporter, ids):
    showing = Showing(CustomerQuery("王"), ("name", "phone"), Selection(frozenset(ids[:2])), "VIP: 茶/咖啡")
    shown = show_export(counter.window, counter.frame, counter.shop.workplace, exporter, showing)
    counter.wait(lambda: "(2)" in counter.read("exportWhat.selection"))
    return shown


def write_to(counter, path):
    counter.press("exportVerb")
    counter.choose_file(path)


def test_each_choice_says_how_many_customers_it_is(counter, dialog):
    said = [counter.read(f"exportWhat.{what}") for what in ("selection", "view", "all")]
    assert said == ["The selected customers (2)", "What the list shows now (1)", "All customers (3)"]
    counter.press("exportWhat.all")
    assert "3" in counter.read("exportVerb")


def test_the_selection_goes_with_the_columns_of_the_list(counter, dialog, exporter, ids, tmp_path):
    write_to(counter, tmp_path / "some.xlsx")
    counter.wait(lambda: bool(counter.toasts))
    (order,) = exporter.orders
    assert order.selection == Selection(frozenset(ids[:2]))
    assert order.layout == ExportLayout((LayoutColumn("name"), LayoutColumn("phone")))
    assert order.path.read_text() == "whole"


def test_everybody_goes_with_every_column(counter, dialog, exporter, tmp_path):
    for choice in ("exportWhat.all", "exportColumns.all", "exportKind.csv"):
        counter.press(choice)
    write_to(counter, tmp_path / "all")
    counter.wait(lambda: bool(counter.toasts))
    (order,) = exporter.orders
    assert (order.query, order.selection, order.layout.columns) == (CustomerQuery(), None, ())
    assert order.path == tmp_path / "all.csv"


def test_the_name_proposed_is_the_views_and_fits_every_system(counter, dialog):
    counter.press("exportVerb")
    counter.wait(lambda: counter.see("fileNameEdit"))
    assert counter.read("fileNameEdit") == "VIP- 茶-咖啡 2026-11-22.xlsx"


def test_the_toast_opens_the_folder(counter, dialog, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(export_flow, "open_folder", opened.append)
    write_to(counter, tmp_path / "some.xlsx")
    counter.wait_for("toastNext")
    assert counter.read("toastNext") == "Open folder"
    counter.press("toastNext")
    assert opened == [tmp_path]


def test_cancel_stops_and_leaves_the_questions_as_they_were(counter, dialog, exporter, tmp_path):
    exporter.gate.clear()
    write_to(counter, tmp_path / "some.xlsx")
    counter.wait(lambda: counter.see("exportProgress.count") and counter.read("exportProgress.count") == "1 of 3")
    counter.press("exportProgress.cancel")
    counter.wait(lambda: counter.see("exportVerb"))
    assert not (tmp_path / "some.xlsx").exists()
    assert not counter.see("exportDialog.faultText")


def test_a_file_that_excel_holds_open_is_said_and_can_be_tried_again(counter, dialog, exporter, tmp_path):
    exporter.fault = Fault(FaultKind.FILE_IN_USE, file="some.xlsx")
    write_to(counter, tmp_path / "some.xlsx")
    counter.wait(lambda: counter.see("exportDialog.faultText"))
    assert "Close it in Excel or WPS" in counter.read("exportDialog.faultText")
    exporter.fault = None
    write_to(counter, tmp_path / "some.xlsx")
    counter.wait(lambda: bool(counter.toasts))


def test_without_a_list_in_sight_there_is_one_choice(counter, exporter, ids):
    show_export(counter.window, counter.frame, counter.shop.workplace, exporter, None)
    counter.wait(lambda: counter.read("exportWhat.all") == "All customers (3)")
    assert not counter.see("exportWhat.view")
    assert not counter.see("exportColumns.list")


def test_a_list_of_nobody_cannot_be_exported(counter, exporter, ids):
    showing = Showing(CustomerQuery("nobody"), ("name",))
    show_export(counter.window, counter.frame, counter.shop.workplace, exporter, showing)
    counter.wait(lambda: counter.read("exportWhat.view") == "What the list shows now (0)")
    assert not counter.find("exportVerb").isEnabled()
    counter.press("exportWhat.all")
    assert counter.find("exportVerb").isEnabled()


FOR_THE_BOOKS = ExportLayout(
    (LayoutColumn("phone", "Reach"), LayoutColumn("name")),
    FileFormat.CSV,
    CsvEncoding.GB18030,
    (ExtraSheet.DATES,),
    "Books",
)


@pytest.fixture
def columns(counter, dialog):
    """The list of columns, once it is filled."""
    counter.wait(lambda: dialog.columns.list.topLevelItemCount() > 5)
    return dialog.columns.list


def previewed(dialog):
    return dialog.preview.texts()


def choose_row(columns, name):
    (item,) = columns.findItems(name, Qt.MatchFlag.MatchExactly, 0)
    columns.setCurrentItem(item)
    return item


def test_the_columns_of_the_list_are_ticked_first_and_the_others_follow(dialog, columns):
    ticked = [columns.topLevelItem(row).checkState(0) is Qt.CheckState.Checked for row in range(4)]
    assert ticked == [True, True, False, False]
    assert [columns.topLevelItem(row).text(0) for row in range(2)] == ["Name", "Phone"]


def test_a_tick_makes_the_columns_the_users_own(counter, dialog, columns):
    choose_row(columns, "Note").setCheckState(0, Qt.CheckState.Checked)
    assert counter.find("exportColumns.own").isChecked()
    assert [column.key for column in dialog.file_layout().columns] == ["name", "phone", "note"]


def test_a_column_moves_by_keyboard(counter, dialog, columns):
    choose_row(columns, "Phone")
    counter.qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [column.key for column in dialog.file_layout().columns] == ["phone", "name"]
    counter.press("exportColumnDown")
    assert [column.key for column in dialog.file_layout().columns] == ["name", "phone"]


def test_a_column_gets_another_name(counter, dialog, columns):
    choose_row(columns, "Phone")
    counter.press("exportColumnName")
    editor = counter.find("exportColumnList.name", QLineEdit)
    editor.setText("Reach")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    own = (LayoutColumn("name"), LayoutColumn("phone", "Reach"))
    counter.wait(lambda: dialog.file_layout().columns == own)
    counter.wait(lambda: previewed(dialog)[0] == ["Name", "Reach"])


def test_the_first_rows_are_shown_as_they_will_stand_there(counter, dialog, columns):
    counter.wait(lambda: len(previewed(dialog)) > 1)
    assert {row[0] for row in previewed(dialog)[1:]} == {"王小明", "李娜"}
    counter.press("exportWhat.view")
    counter.wait(lambda: [row[0] for row in previewed(dialog)[1:]] == ["王小明"])


def test_letters_and_sheets_are_asked_for_where_they_matter(counter, dialog):
    assert counter.see("exportSheet.contacts")
    assert not counter.see("exportEncoding")
    counter.press("exportKind.csv")
    assert counter.see("exportEncoding")
    assert not counter.see("exportSheet.contacts")


def test_address_cards_have_no_columns_to_choose(counter, dialog):
    counter.press("exportKind.vcf")
    assert not counter.find("exportColumnList").isEnabled()
    assert not counter.see("exportPreview")


def test_a_layout_is_saved_and_chosen_again(counter, dialog, columns, exporter, tmp_path):
    counter.press("exportKind.csv")
    counter.press("exportLayoutSave")
    counter.wait_for("askName.field")
    counter.type("askName.field", "Books")
    counter.press("askName.go")
    counter.wait(lambda: dialog.layouts.current() is not None)
    (layout,) = read_layouts(counter.shop.workplace)
    assert (layout.name, layout.format, layout.person_id) == ("Books", FileFormat.CSV, None)
    assert [column.key for column in layout.columns] == ["name", "phone"]


def test_a_chosen_layout_arranges_everything(counter, exporter, ids):
    save_layout(counter.shop.workplace, FOR_THE_BOOKS)
    dialog = show_export(counter.window, counter.frame, counter.shop.workplace, exporter, None)
    box = counter.find("exportLayout")
    counter.wait(lambda: box.count() == 2 and dialog.columns.list.topLevelItemCount() > 5)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dialog.file_layout() == FOR_THE_BOOKS
    counter.wait(lambda: previewed(dialog)[0] == ["Reach", "Name"])


def test_a_name_that_is_taken_is_said(counter, dialog, columns):
    save_layout(counter.shop.workplace, FOR_THE_BOOKS)
    counter.press("exportLayoutSave")
    counter.wait_for("askName.field")
    counter.type("askName.field", "books")
    counter.press("askName.go")
    counter.wait(lambda: counter.see("exportDialog.faultText"))
    assert "books" in counter.read("exportDialog.faultText")


def test_a_layout_is_deleted_after_a_question(counter, exporter, ids):
    save_layout(counter.shop.workplace, FOR_THE_BOOKS)
    dialog = show_export(counter.window, counter.frame, counter.shop.workplace, exporter, None)
    box = counter.find("exportLayout")
    counter.wait(lambda: box.count() == 2)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    dialog.layouts.ask_delete()
    counter.wait_for("confirmVerb")
    counter.press("confirmVerb")
    counter.wait(lambda: box.count() == 1)
    assert read_layouts(counter.shop.workplace) == []
