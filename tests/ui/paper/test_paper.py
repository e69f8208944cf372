"""Lists and records as PDF files, drawn by a child process."""

import re

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.layout import ExportLayout, LayoutColumn
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.export_person import export_person
from tests.support.shop import open_shop


@pytest.fixture
def shop(tmp_path):
    shop = open_shop(tmp_path)
    yield shop
    shop.store.close()


def _pages(path):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def test_a_list_of_many_customers_takes_several_pages(shop, tmp_path):
    ids = [shop.add(f"客户{number}", f"138{number:08}") for number in range(90)]
    layout = ExportLayout((LayoutColumn("name"), LayoutColumn("phone")))
    assert export_customers(shop.workplace, tmp_path / "a.pdf", layout=layout, ids=ids, title="老客户").rows == 90
    assert _pages(tmp_path / "a.pdf") >= 2


def test_an_empty_list_has_its_page_with_headings(shop, tmp_path):
    assert export_customers(shop.workplace, tmp_path / "a.pdf").rows == 0
    assert _pages(tmp_path / "a.pdf") == 1


def test_a_text_of_more_lines_than_a_cell_has_is_said(shop, tmp_path):
    shop.add("张三", note="茶\n" * 100)
    assert export_customers(shop.workplace, tmp_path / "a.pdf", columns=["name", "note"]).cut == ((1, "Note"),)


def test_a_record_is_a_pdf_and_is_noted(shop, tmp_path):
    one = shop.add("曾参", "13800001234")
    export_person(shop.workplace, one, tmp_path / "曾参.pdf")
    assert _pages(tmp_path / "曾参.pdf") == 1
    with shop.store.read() as connection:
        noted = connection.exec_driver_sql("SELECT kind, subject_id, reason FROM operation ORDER BY id DESC").first()
    assert noted == ("export", one, "曾参.pdf")


def test_a_folder_that_is_not_there_is_said(shop, tmp_path):
    with pytest.raises(Fault) as caught:
        export_customers(shop.workplace, tmp_path / "nowhere" / "a.pdf")
    assert caught.value.kind is FaultKind.FILE_MISSING


def test_without_qt_a_pdf_is_refused_in_one_sentence(shop, tmp_path, monkeypatch):
    (tmp_path / "hidden" / "PySide6").mkdir(parents=True)
    (tmp_path / "hidden" / "PySide6" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hidden"))
    with pytest.raises(Fault) as caught:
        export_customers(shop.workplace, tmp_path / "a.pdf")
    assert caught.value.kind is FaultKind.NO_PAPER
    assert not (tmp_path / "a.pdf").exists()
