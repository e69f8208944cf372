"""What goes out comes back unchanged, opens in any spreadsheet, and runs nothing."""

import csv
import threading

import pytest
from openpyxl import load_workbook

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import ContactKind, DateKind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import (
    change_contacts,
    change_dates,
    define_fields,
    export_reading,
    set_custom_value,
    tag_customer,
)
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.import_customers import import_customers
from crm_desktop.store.dump import business_dump
from tests.support.data import real_data


@pytest.fixture
def filled(shop):
    one = shop.add(
        "曾参", "13800001234", "01088886666", card_number="V001", gender="female", status="frozen", note="a\nb"
    )
    two = shop.add("=1+1", "13900001234", company="好公司", source="抖音", introducer_id=one)
    change_contacts.add_contact(shop.workplace, one, ContactKind.EMAIL, "zeng@example.com")
    change_dates.add_date(shop.workplace, one, change_dates.read_date(DateKind.BIRTHDAY, "农历八月十五"))
    change_dates.add_date(shop.workplace, two, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    tag_customer.add_tag(shop.workplace, one, "洗/剪/吹")
    tag_customer.add_tag(shop.workplace, two, "VIP")
    tag_customer.add_tag(shop.workplace, two, "老客")
    for name, type_ in (("积分", FieldType.NUMBER), ("到期", FieldType.DATE), ("会员", FieldType.YES_NO)):
        define_fields.add_field(shop.workplace, define_fields.FieldDraft(name, type_))
    ids = [field.id for field in define_fields.all_fields(shop.workplace)]
    set_custom_value.set_custom_value(shop.workplace, one, dict(zip(ids, ("35.5", "2024-02-29", "是"), strict=True)))
    return shop


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


@pytest.mark.parametrize("name", ["all.xlsx", "all.csv", "all.vcf"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_goes_out_comes_back_unchanged(filled, tmp_path, name, language):
    use_language(language)
    before = _dump(filled)
    assert export_customers(filled.workplace, tmp_path / name).rows == 2
    again = import_customers(filled.workplace, tmp_path / name)
    assert (again.created, again.updated, again.unchanged, again.errors) == (0, 0, 2, ())
    assert again.operation is None
    assert _dump(filled) == before


def test_a_new_shop_gets_the_same_customers(filled, tmp_path):
    from tests.support.shop import open_shop

    export_customers(filled.workplace, tmp_path / "all.xlsx")
    (tmp_path / "other").mkdir()
    other = open_shop(tmp_path / "other")
    result = import_customers(other.workplace, tmp_path / "all.xlsx")
    assert (result.created, result.errors) == (2, ())
    assert (result.created, import_customers(other.workplace, tmp_path / "all.xlsx").unchanged) == (2, 2)
    names = sorted(row["name"] for row in _dump(other)["customer"].values())
    assert names == ["=1+1", "曾参"]
    assert {row["name"] for row in _dump(other)["tag"].values()} == {"洗/剪/吹", "VIP", "老客"}
    other.store.close()


@pytest.mark.parametrize("name", ["all.xlsx", "all.csv", "all.vcf"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("day", ["农历2020年闰四月初八", "农历闰四月初八"])
def test_a_birthday_in_a_leap_month_comes_back(shop, tmp_path, name, language, day):
    use_language(language)
    one = shop.add("闰月生")
    change_dates.add_date(shop.workplace, one, change_dates.read_date(DateKind.BIRTHDAY, day))
    before = _dump(shop)
    export_customers(shop.workplace, tmp_path / name)
    again = import_customers(shop.workplace, tmp_path / name)
    assert (again.unchanged, again.errors) == (1, ())
    assert _dump(shop) == before
    assert [date.leap_month for date in shop.customer(one).dates] == [True]


def test_rows_keep_the_order_of_the_list_over_many_pages(shop, tmp_path, monkeypatch):
    monkeypatch.setattr(export_reading, "_PAGE", 2)
    monkeypatch.setattr(export_reading, "_PAGES_A_BLOCK", 2)
    monkeypatch.setattr(export_reading, "_BLOCK", 4)
    ids = [shop.add(f"客{number}") for number in range(11)]
    order = [ids[number] for number in (10, 0, 9, 1, 8, 2, 7, 3, 6, 4, 5)]
    told = []
    export_customers(
        shop.workplace,
        tmp_path / "a.csv",
        columns=["name"],
        ids=[*order, 999],
        progress=lambda *done: told.append(done),
    )
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == [f"客{ids.index(row)}" for row in order]
    assert told[-1][1] == 12


def test_a_search_typed_meanwhile_stops_no_export(shop, tmp_path):
    ids = [shop.add(f"客{number}") for number in range(5)]

    def interrupt(_done, _total):
        shop.store.interrupt_reads(threading.get_ident())

    assert export_customers(shop.workplace, tmp_path / "a.csv", ids=ids, progress=interrupt).rows == 5


def test_cells_are_typed_and_texts_stay_texts(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").active
    cells = {page.cell(1, c).value: page.cell(2, c) for c in range(1, page.max_column + 1)}
    both = {page.cell(r, 1).value: r for r in (2, 3)}
    assert page.cell(both["=1+1"], 1).data_type == "s"
    assert cells["Phone"].number_format == "@"
    assert cells["Customer since"].is_date
    row = both["曾参"]
    heads = {page.cell(1, c).value: c for c in range(1, page.max_column + 1)}
    assert page.cell(row, heads["积分"]).value == 35.5
    assert page.cell(row, heads["到期"]).is_date
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref


def test_no_cell_of_a_csv_can_run(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.csv")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_list_goes_out_with_its_own_columns_and_rows(filled, tmp_path):
    result = export_customers(filled.workplace, tmp_path / "a.csv", CustomerQuery(text="曾"), ["phone", "name"])
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert result.rows == 1
    assert rows[0][:2] == ["Phone", "Name"]
    assert rows[1][:2] == ["138 0000 1234", "曾参"]


def test_an_empty_list_goes_out_with_its_headings(shop, tmp_path):
    assert export_customers(shop.workplace, tmp_path / "a.xlsx").rows == 0
    assert load_workbook(tmp_path / "a.xlsx").active["A1"].value == "Name"


def test_texts_too_long_for_a_sheet_are_cut_and_said(shop, tmp_path):
    shop.add("张三", note="茶" * 40_000)
    result = export_customers(shop.workplace, tmp_path / "a.xlsx")
    assert result.cut == ((2, "Note"),)
    assert export_customers(shop.workplace, tmp_path / "a.csv").cut == ()


def test_a_file_held_open_is_said_and_left_alone(shop, tmp_path, monkeypatch):
    target = tmp_path / "a.xlsx"
    target.mkdir()  # what cannot be replaced stands for a file Excel holds open
    with pytest.raises(Fault) as caught:
        export_customers(shop.workplace, target)
    assert caught.value.kind in (FaultKind.FILE_IN_USE, FaultKind.FOLDER_NOT_WRITABLE)
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_folder_that_goes_away_meanwhile_is_said(shop, tmp_path):
    ids = [shop.add("张三")]
    folder = tmp_path / "stick"
    folder.mkdir()
    with pytest.raises(Fault) as caught:
        export_customers(shop.workplace, folder / "a.xlsx", ids=ids, progress=lambda *_: folder.rmdir())
    assert caught.value.kind is FaultKind.FILE_MISSING


def test_a_cancelled_export_leaves_no_file(filled, tmp_path):
    for place in range(600):
        filled.add(f"客户{place}")
    with pytest.raises(Fault) as caught:
        export_customers(filled.workplace, tmp_path / "a.xlsx", cancelled=lambda: True)
    assert caught.value.kind is FaultKind.CANCELLED
    assert not [path for path in tmp_path.iterdir() if "a.xlsx" in path.name]


def test_every_export_is_noted(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.csv")
    with filled.store.read() as connection:
        noted = connection.exec_driver_sql("SELECT kind, subject_count, reason FROM operation ORDER BY id DESC").first()
    assert noted == ("export", 2, "a.csv")


def test_chinook_goes_round(shop, tmp_path):
    import_customers(shop.workplace, real_data("chinook", "customers.xlsx"))
    before = _dump(shop)
    export_customers(shop.workplace, tmp_path / "out.xlsx")
    again = import_customers(shop.workplace, tmp_path / "out.xlsx")
    assert (again.unchanged, again.errors) == (59, ())
    assert _dump(shop) == before
