"""A statement on paper and in a workbook: every entry, every text as text, and the code."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from crm_desktop.base.errors import Fault
from crm_desktop.services.statement import statement_of
from crm_desktop.services.statement_paper import statement_html, write_statement
from tests.support.loyalty_shop import begin, pay_in, sell


@pytest.fixture
def statement(shop):
    customer = shop.add("<b>王小明</b>")
    begin(shop.workplace)
    sell(shop.workplace, customer, 18800)
    pay_in(shop.workplace, customer, 10_000)
    return statement_of(shop.workplace, customer)


def test_the_paper_shows_every_entry_and_the_code(statement):
    html = statement_html(statement, "CNY")
    assert "+188" in html
    assert "+¥100.00" in html
    assert "data:image/png;base64," in html
    assert "&lt;b&gt;王小明&lt;/b&gt;" in html, "a name is text, whatever stands in it"


def test_the_workbook_holds_the_same_numbers(shop, statement, tmp_path):
    file = tmp_path / "statement.xlsx"
    write_statement(shop.workplace, statement, file)
    rows = list(load_workbook(file).active.iter_rows(min_row=2, values_only=True))
    assert [row[4] for row in rows if row[4] is not None] == [188, 100]
    assert rows[-1][5] == 100


def test_a_pdf_is_written(shop, statement, tmp_path):
    file = tmp_path / "statement.pdf"
    write_statement(shop.workplace, statement, file)
    assert file.read_bytes().startswith(b"%PDF")


def test_another_kind_of_file_is_refused_in_words(shop, statement, tmp_path):
    with pytest.raises(Fault) as refused:
        write_statement(shop.workplace, statement, tmp_path / "statement.doc")
    assert refused.value.values["reason"] == "not_a_statement"
