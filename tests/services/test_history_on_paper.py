"""The history as a workbook, and the end of a verified history as a sheet."""

from __future__ import annotations

from openpyxl import load_workbook

from crm_desktop.domain.audit import HistoryFilter, KindGroup
from crm_desktop.domain.journal import Kind
from crm_desktop.services import export_history as export
from crm_desktop.services.audit import AuditResult, verify_history
from crm_desktop.services.audit_sheet import sheet_html, write_audit_sheet
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.read_history import read_history
from tests.support.safe_shop import safe_shop
from tests.support.shop import NOON


def rows_of(path):
    return [[cell.value for cell in row] for row in load_workbook(path).active.iter_rows()]


def test_what_is_shown_is_written_with_each_change_in_words(shop, tmp_path):
    shop.add("王小明", "13800001234")
    change_customer(shop.workplace, 1, {"note": "=1+1 likes tea"})
    written = export.export_history(shop.workplace, HistoryFilter(group=KindGroup.CUSTOMERS), tmp_path / "h.xlsx")
    head, newest, oldest = rows_of(tmp_path / "h.xlsx")
    assert (written.rows, written.cut) == (2, False)
    assert head[:5] == ["Entry", "When", "Who", "What", "About"]
    assert newest[0] == 3
    assert newest[2:5] == ["Owner", "Edited", "王小明"]
    assert newest[8] == "Note: =1+1 likes tea"
    assert "13800001234" in oldest[8]
    (noted,) = read_history(shop.workplace, HistoryFilter(kinds=frozenset({Kind.EXPORT}))).entries
    assert noted.reason == "h.xlsx"


def test_a_history_too_long_for_a_sheet_says_that_it_was_cut(shop, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "MOST_ROWS", 4)
    monkeypatch.setattr(export, "_PAGE", 2)
    for name in "abcdefg":
        shop.add(name)
    written = export.export_history(shop.workplace, HistoryFilter(), tmp_path / "h.xlsx")
    assert (written.rows, written.cut) == (4, True)
    assert len(rows_of(tmp_path / "h.xlsx")) == 5


def test_the_sheet_holds_what_is_to_be_written_down(tmp_path):
    made = safe_shop(tmp_path)
    made.add("Anna")
    with made.open() as (opened, _key):
        result = verify_history(opened.workplace, made.places)
        write_audit_sheet(opened.workplace, result, tmp_path / "sheet.pdf")
    html = sheet_html(result, "<Tea> & Co")
    assert result.seal in html
    assert "&lt;Tea&gt; &amp; Co" in html
    assert "Write this down" in html
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_of_a_history_that_does_not_fit_names_what_is_wrong():
    from crm_desktop.services.audit import Found

    found = Found("entry_changed", 2, "Entry 2 was changed")
    html = sheet_html(AuditResult(False, 3, 3, "ab" * 32, NOON, (found,), 1, (), 0), "")
    assert "Entry 2 was changed" in html
    assert "not as it was written" in html
