"""Export files as a layout wants them: columns and names of the shop's own, further sheets, other letters, cards."""

import csv

import pytest
from openpyxl import load_workbook

from crm_desktop.base.text import use_language
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, InteractionKind
from crm_desktop.domain.layout import CsvEncoding, ExportLayout, ExtraSheet, LayoutColumn
from crm_desktop.exchange.formula_guard import unguard
from crm_desktop.services import change_contacts, change_dates, log_interaction, record_consent, tag_customer
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.import_customers import import_customers
from crm_desktop.store.dump import business_dump

EVERY_SHEET = ExportLayout(sheets=tuple(ExtraSheet))
OWN_NAMES = ExportLayout(
    (
        LayoutColumn("phone", "怎么找她"),
        LayoutColumn("name", "何人"),
        LayoutColumn("note"),
        LayoutColumn("birthday", "寿星"),
    )
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", '=HYPERLINK("http://x","y")', "'=1", "''", "a\n=1")
ODD = (
    "a;b,c:d\\e",
    "x=1;;",
    "\\",
    "王;小,明",
    "“引”'号'",
    "👩‍🦰 emoji",
    "مرحبا",
    "très long " * 30,
    "line\nline",
    "100%",
)


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def _rows(path, encoding="utf-8-sig"):
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


@pytest.fixture
def filled(shop):
    one = shop.add("曾参", "13800001234", "01088886666", note="爱喝茶")
    shop.add("李娜", "+44 20 7946 0018")
    change_contacts.add_contact(shop.workplace, one, ContactKind.WECHAT, "zeng-1")
    change_contacts.add_contact(shop.workplace, one, ContactKind.WECHAT, "zeng-2")
    change_contacts.add_contact(shop.workplace, one, ContactKind.ADDRESS, "北京市 朝阳区; 2 楼, 左")
    change_dates.add_date(shop.workplace, one, change_dates.read_date(DateKind.BIRTHDAY, "05-12"))
    change_dates.add_date(shop.workplace, one, change_dates.read_date(DateKind.OTHER, "农历闰八月十五", "中秋"))
    log_interaction.log_interaction(shop.workplace, one, log_interaction.Contact(InteractionKind.CALL, "=问了新茶"))
    record_consent.record_consent(shop.workplace, one, Channel.WECHAT, given=True, how="in person")
    return shop


def test_every_sheet_tells_whose_it_is(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.xlsx", layout=EVERY_SHEET)
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Customers", "Contact details", "Important dates", "Contacts made", "Consents"]
    assert [(row[0].value, row[1].value, row[3].value) for row in list(book["Contact details"])[1:4]] == [
        ("曾参", "Address", "北京市 朝阳区; 2 楼, 左"),
        ("曾参", "Phone", "138 0000 1234"),
        ("曾参", "Phone", "010 8888 6666"),
    ]
    assert [cell.value for cell in book["Important dates"][3]][1:4] == ["Important date", "中秋", "lunar 闰8-15"]
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * 5


def test_what_was_said_is_text_and_when_a_moment(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.xlsx", layout=EVERY_SHEET)
    row = load_workbook(tmp_path / "a.xlsx")["Contacts made"][2]
    assert (row[1].is_date, row[2].value, row[5].value, row[5].data_type) == (True, "Call", "=问了新茶", "s")
    assert row[6].value == "Owner"


def test_a_sheet_without_rows_has_its_headings(shop, tmp_path):
    shop.add("张三")
    export_customers(shop.workplace, tmp_path / "a.xlsx", layout=EVERY_SHEET)
    page = load_workbook(tmp_path / "a.xlsx")["Consents"]
    assert [cell.value for cell in page[1]][:2] == ["Name", "Channel"]
    assert page.max_row == 1


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_workbook_of_every_sheet_comes_back_unchanged(filled, tmp_path, language):
    use_language(language)
    before = _dump(filled)
    export_customers(filled.workplace, tmp_path / "a.xlsx", layout=EVERY_SHEET)
    again = import_customers(filled.workplace, tmp_path / "a.xlsx")

    assert (again.created, again.unchanged, again.errors) == (0, 2, ())
    assert _dump(filled) == before


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_columns_go_out_in_their_order_under_the_shops_own_names_and_come_back(filled, tmp_path, name):
    before = _dump(filled)
    export_customers(filled.workplace, tmp_path / name, layout=OWN_NAMES)
    again = import_customers(filled.workplace, tmp_path / name)
    assert (again.created, again.unchanged, again.errors) == (0, 2, ())
    assert _dump(filled) == before


def test_own_names_stand_as_headings(filled, tmp_path):
    export_customers(filled.workplace, tmp_path / "a.csv", layout=OWN_NAMES)
    assert _rows(tmp_path / "a.csv")[0] == ["怎么找她", "何人", "Note", "寿星", "CRM ID (do not change)"]


def test_two_columns_of_one_name_are_told_apart(filled, tmp_path):
    layout = ExportLayout((LayoutColumn("name", "A"), LayoutColumn("note", "A"), LayoutColumn("phone", "A 2")))
    for name in ("a.csv", "a.xlsx"):
        export_customers(filled.workplace, tmp_path / name, layout=layout)
    assert _rows(tmp_path / "a.csv")[0][:3] == ["A", "A 2", "A 2 2"]
    assert load_workbook(tmp_path / "a.xlsx").active["C1"].value == "A 2 2"


def test_a_csv_in_gb18030_holds_every_letter(shop, tmp_path):
    for place, text in enumerate(ODD):
        shop.add(f"客{place}", note=text)
    before = _dump(shop)
    export_customers(shop.workplace, tmp_path / "a.csv", layout=ExportLayout(encoding=CsvEncoding.GB18030))
    headings, *rows = _rows(tmp_path / "a.csv", "gb18030")
    notes = {unguard(row[headings.index("Note")]) for row in rows}
    assert {text.strip() for text in ODD} <= notes
    assert import_customers(shop.workplace, tmp_path / "a.csv").unchanged == len(ODD)
    assert _dump(shop) == before


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.vcf"])
def test_odd_texts_and_formulas_go_round(shop, tmp_path, name):
    for place, text in enumerate((*ODD, *FORMULAS)):
        one = shop.add(f"客{place}", note=text, likes=text, company=text.strip())
        change_contacts.add_contact(shop.workplace, one, ContactKind.ADDRESS, text.strip().replace("\n", " "))
        tag_customer.add_tag(shop.workplace, one, text.strip()[:30].replace("\n", " "))
    before = _dump(shop)
    export_customers(shop.workplace, tmp_path / name)
    again = import_customers(shop.workplace, tmp_path / name)
    assert again.errors == ()
    after = _dump(shop)
    assert after["customer"] == before["customer"]
    assert after["contact_point"] == before["contact_point"]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_can_run_in_any_format(shop, tmp_path, text):
    shop.add("张三", note=text)
    layout = ExportLayout((LayoutColumn("note", text),))
    for name in ("a.xlsx", "a.csv"):
        export_customers(shop.workplace, tmp_path / name, layout=layout)
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx").active for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    for cell in (cell for row in _rows(tmp_path / "a.csv") for cell in row):
        assert not any(
            line.lstrip(" \u00a0\ufeff").startswith(tuple("=+-@\t＝＋－＠")) for line in cell.split("\n")[:1]
        )


def test_cards_open_on_a_phone(filled, tmp_path):
    import vobject

    export_customers(filled.workplace, tmp_path / "a.vcf")
    text = (tmp_path / "a.vcf").read_bytes().decode("utf-8")
    cards = {card.fn.value: card for card in vobject.readComponents(text)}
    assert [line.value for line in cards["曾参"].contents["tel"]] == ["138 0000 1234", "010 8888 6666"]
    assert cards["曾参"].bday.value == "--05-12"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_customer_of_two_wechats_keeps_both_on_a_card(filled, tmp_path):
    before = _dump(filled)
    export_customers(filled.workplace, tmp_path / "a.vcf")
    again = import_customers(filled.workplace, tmp_path / "a.vcf")
    assert (again.created, again.unchanged, again.errors) == (0, 2, ())
    assert _dump(filled) == before


def test_an_export_by_a_layout_is_noted_with_its_name(filled, tmp_path):
    from dataclasses import replace

    export_customers(filled.workplace, tmp_path / "a.csv", layout=replace(OWN_NAMES, name="给会计"))
    with filled.store.read() as connection:
        noted = connection.exec_driver_sql(
            "SELECT o.kind, o.subject_count, o.reason, p.name FROM operation o JOIN person p ON p.id = o.person_id "
            "ORDER BY o.id DESC"
        ).first()
    assert noted == ("export", 2, "a.csv, layout 给会计", "Owner")
