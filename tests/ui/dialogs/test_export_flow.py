"""An export asks what goes into the file, writes it with progress, and says where it is."""

from __future__ import annotations

import threading

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.query import CustomerQuery, Selection
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
        return 3


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
    assert (order.selection, order.columns) == (Selection(frozenset(ids[:2])), ("name", "phone"))
    assert order.path.read_text() == "whole"


def test_everybody_goes_with_every_column(counter, dialog, exporter, tmp_path):
    for choice in ("exportWhat.all", "exportColumns.all", "exportKind.csv"):
        counter.press(choice)
    write_to(counter, tmp_path / "all")
    counter.wait(lambda: bool(counter.toasts))
    (order,) = exporter.orders
    assert (order.query, order.selection, order.columns) == (CustomerQuery(), None, None)
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
