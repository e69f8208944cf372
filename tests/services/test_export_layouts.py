"""Layouts of export files: what was arranged comes back, by name, for those who may see it, and can be taken back."""

from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.layout import CsvEncoding, ExportLayout, ExtraSheet, FileFormat, LayoutColumn
from crm_desktop.domain.roles import Role
from crm_desktop.services.export_layouts import layout_named, read_layouts, remove_layout, save_layout
from crm_desktop.services.undo import undo
from tests.support.staff import colleague

FOR_THE_BOOKS = ExportLayout(
    (LayoutColumn("card_number", "会员编号"), LayoutColumn("name")),
    FileFormat.CSV,
    CsvEncoding.GB18030,
    (ExtraSheet.INTERACTIONS,),
    "给会计",
)


def test_a_layout_comes_back_as_it_was_saved(shop):
    save_layout(shop.workplace, FOR_THE_BOOKS)
    (layout,) = read_layouts(shop.workplace)
    assert replace(layout, id=0) == FOR_THE_BOOKS


def test_a_private_layout_is_seen_by_its_owner_alone(shop):
    save_layout(shop.workplace, replace(FOR_THE_BOOKS, person_id=shop.workplace.person_id))
    assert read_layouts(colleague(shop.workplace, Role.MANAGER)) == []
    assert len(read_layouts(shop.workplace)) == 1


def test_a_layout_is_renamed_and_changed(shop):
    save_layout(shop.workplace, FOR_THE_BOOKS)
    (layout,) = read_layouts(shop.workplace)
    save_layout(shop.workplace, replace(layout, name="books", format=FileFormat.XLSX))
    assert [(one.name, one.format) for one in read_layouts(shop.workplace)] == [("books", FileFormat.XLSX)]


def test_a_removed_layout_comes_back_by_undo(shop):
    save_layout(shop.workplace, FOR_THE_BOOKS)
    before = read_layouts(shop.workplace)
    remove_layout(shop.workplace, before[0].id)
    assert read_layouts(shop.workplace) == []
    undo(shop.workplace)
    assert read_layouts(shop.workplace) == before


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_layout_needs_a_name_of_sensible_length(shop, name):
    with pytest.raises(Fault) as caught:
        save_layout(shop.workplace, replace(FOR_THE_BOOKS, name=name))
    assert caught.value.kind is FaultKind.VALUE_INVALID


def test_two_layouts_of_one_name_are_refused(shop):
    save_layout(shop.workplace, replace(FOR_THE_BOOKS, name="Books"))
    with pytest.raises(Fault) as caught:
        save_layout(shop.workplace, replace(FOR_THE_BOOKS, name="books"))
    assert caught.value.kind is FaultKind.VALUE_TAKEN


def test_a_layout_that_is_not_there_is_said_with_those_that_are(shop):
    save_layout(shop.workplace, FOR_THE_BOOKS)
    assert layout_named(shop.workplace, " 给会计 ").columns == FOR_THE_BOOKS.columns
    with pytest.raises(Fault) as caught:
        layout_named(shop.workplace, "books")
    assert caught.value.values["layouts"] == "给会计"
