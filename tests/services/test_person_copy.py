"""A person's copy holds everything that is held of her."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from crm_desktop.services import person_copy
from crm_desktop.services.person_copy import PersonCopy, copy_person
from crm_desktop.services.person_words import part_words
from crm_desktop.store import erasure, merging, tables
from crm_desktop.store.person_rows import linked_tables
from tests.support.person import CANARIES, somebody
from tests.support.shop import Shop

MADE_OF_THEM = {"jinsique", "12345678", "canarycontent", "canaryphoto"}


@pytest.fixture
def made(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PersonCopy:
    monkeypatch.setattr(person_copy, "_draw", lambda path, _title, html: bool(path.write_text(html, encoding="utf-8")))
    return copy_person(shop.workplace, somebody(shop, tmp_path), tmp_path / "copy", checked="knows her")


def test_every_table_that_holds_something_of_a_customer_is_in_the_copy() -> None:
    named = {column.table.name for column in merging.references()}
    assert named <= set(linked_tables())
    hers = {"lot", "ledger_entry", "tier_change", "sale_line", "sale_payment", "coupon_use", "series_exception"}
    assert hers <= set(linked_tables())
    assert set(linked_tables()) <= set(part_words())
    assert {table.name for table in erasure.DROPPED | erasure.KEPT} <= set(linked_tables())
    assert tables.customer.name in linked_tables()


def test_whatever_was_kept_of_her_stands_in_the_json(made: PersonCopy) -> None:
    text = (made.folder / "data.json").read_text(encoding="utf-8")
    assert [word for word in CANARIES if word not in text and word not in MADE_OF_THEM] == []
    assert set(linked_tables()) <= set(json.loads(text)["data"])


def test_a_person_reads_it_in_a_workbook_and_on_paper(made: PersonCopy) -> None:
    book = load_workbook(made.folder / "data.xlsx")
    cells = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    paper = (made.folder / "data.pdf").read_text(encoding="utf-8")
    for word in ("canarynote", "canarytold", "canaryplanned", "canaryslip", "canaryreason", "canaryhow", "Owner"):
        assert word in cells
        assert word in paper
    assert "¥188.00" in cells
    assert {"Record", "Contact details", "Slips", "Log of changes"} <= set(book.sheetnames)


def test_her_files_themselves_lie_beside(made: PersonCopy) -> None:
    contents = [path.read_bytes() for path in sorted((made.folder / "files").iterdir())]
    assert contents == [b"canarycontent" * 10, b"photo canaryphoto"]
    assert (made.files, made.missing_files) == (2, 0)


def test_nobody_elses_rows_are_in_it(made: PersonCopy) -> None:
    data = json.loads((made.folder / "data.json").read_text(encoding="utf-8"))["data"]
    assert "李娜" not in {row["name"] for row in data["customer"]}
    assert "13911112222" not in json.dumps(data)
