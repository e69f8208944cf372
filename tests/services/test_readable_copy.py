"""Each week a workbook of everything lies sealed among the backups; any spreadsheet opens it once it is saved."""

from __future__ import annotations

from datetime import timedelta

import openpyxl
import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.services.back_up import back_up
from crm_desktop.services.readable_copy import is_readable_due, make_readable, newest_readable, save_readable
from crm_desktop.services.readable_headings import code_words, sheet_words
from crm_desktop.services.second_place import carry, choose_second_place
from crm_desktop.store.readable_folder import KEPT, readable_copies
from crm_desktop.store.readable_rows import readable_sheets
from tests.services.test_backup_and_restore import flip
from tests.support.loyalty_shop import begin, pay_in, sell
from tests.support.safe_shop import NOON, safe_shop


@pytest.fixture
def opened(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    with shop.open() as (one, key):
        one.add("王小明", "13800138000")
        one.add("=1+1")
        begin(one.workplace, Trade.SALON)
        sell(one.workplace, 1, 19_900)
        pay_in(one.workplace, 1, 50_000)
        yield one.workplace, shop.places, key


def saved(opened, tmp_path):
    target = tmp_path / "everything.xlsx"
    save_readable(*opened, target)
    book = openpyxl.load_workbook(target)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_everything_is_in_it_in_words(opened, tmp_path):
    back_up(*opened)
    book = saved(opened, tmp_path)
    head, *customers = book["Customers"]
    wang = dict(zip(head, customers[0], strict=False))
    assert (wang["Name"], wang["Phone"], wang["Spent"]) == ("王小明", "138 0013 8000", 199)
    assert [row[2:5] for row in book["Contacts"][1:]] == [("Phone", None, "13800138000")]
    slips = [dict(zip(book["Sales"][0], row, strict=True)) for row in book["Sales"][1:]]
    assert (slips[0]["Item"], slips[0]["Total of the slip"], slips[0]["Quantity"]) == ("剪发", 199, 1)
    stored = [row[-1] for row in book["Balances"][1:] if row[3] == code_words()["programme"]["stored"]]
    assert stored == [550], "what was paid in and the bonus"


def test_no_name_is_taken_for_a_formula(opened, tmp_path):
    back_up(*opened)
    save_readable(*opened, tmp_path / "x.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "x.xlsx")["Customers"]["A3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_nothing_of_it_lies_readable_on_the_disk(opened):
    back_up(*opened)
    sealed = make_readable(*opened).path.read_bytes()
    assert b"PK\x03\x04" not in sealed
    assert "王小明".encode() not in sealed
    assert [path.name for path in opened[1].data.backups.iterdir() if path.name.startswith(".tmp")] == []


def test_it_is_due_each_week(opened):
    places, key = opened[1:]
    back_up(*opened)
    assert is_readable_due(places, key, NOON)
    assert make_readable(*opened).number == 1
    assert not is_readable_due(places, key, NOON + timedelta(days=6))
    assert is_readable_due(places, key, NOON + timedelta(days=8))


def test_without_a_backup_there_is_none_to_save(opened, tmp_path):
    assert make_readable(*opened) is None
    with pytest.raises(Fault, match="not_found"):
        save_readable(*opened, tmp_path / "x.xlsx")


def test_a_damaged_one_is_never_saved(opened, tmp_path, monkeypatch):
    back_up(*opened)
    flip(make_readable(*opened).path, 0.9)
    monkeypatch.setattr("crm_desktop.services.readable_copy.newest_readable", lambda places, key: copies(opened)[0])
    with pytest.raises(Fault, match="backup_damaged"):
        save_readable(*opened, tmp_path / "x.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []


def copies(opened):
    return readable_copies(opened[1].data.backups, opened[2].database_id)


def test_the_last_few_are_kept_and_the_newest_is_carried(opened, tmp_path):
    back_up(*opened)
    first = make_readable(*opened).path
    for number in range(2, KEPT + 3):
        (first.parent / first.name.replace("-000001-", f"-{number:06d}-")).write_bytes(first.read_bytes())
    newest = make_readable(*opened)
    assert (len(copies(opened)), copies(opened)[0]) == (KEPT, newest)
    (tmp_path / "usb").mkdir()
    folder = choose_second_place(*opened, tmp_path / "usb").folder
    carry(*opened)
    assert (folder / newest.path.name).read_bytes() == newest.path.read_bytes()


def test_one_of_another_key_is_not_taken_for_ours(opened):
    back_up(*opened)
    path = make_readable(*opened).path
    content = path.read_bytes()
    path.write_bytes(content[:30] + bytes([content[30] ^ 1]) + content[31:])
    assert newest_readable(*opened[1:]) is None


def test_every_column_has_a_heading_in_each_sheet():
    words = sheet_words()
    for sheet in readable_sheets():
        assert len(words[sheet.key]) == len(sheet.columns) + 1
        assert len(set(words[sheet.key][1:])) == len(sheet.columns)
