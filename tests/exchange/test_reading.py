import json
import warnings
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.encoding import decode
from crm_desktop.exchange.reader import read_table
from crm_desktop.exchange.table import BadCell, CellProblem, FileKind, NoteKind
from tests.support.data import real_data, real_data_folder
from tests.support.hostile import row, text_cell, workbook

_SUFFIXES = {".xlsx", ".xls", ".xlsb", ".ods", ".xlsm", ".csv", ".vcf"}
_ONE_SENTENCE = {
    FaultKind.FILE_EMPTY,
    FaultKind.FILE_DAMAGED,
    FaultKind.FILE_ENCRYPTED,
    FaultKind.FILE_HOSTILE,
    FaultKind.FILE_KIND_UNKNOWN,
}


def _real_files():
    folder = real_data_folder()
    if folder is None:
        return []
    return sorted(
        f
        for name in ("xlsx", "csv", "contacts", "chinook")
        for f in (folder / name).rglob("*")
        if f.suffix in _SUFFIXES
    )


def _cells(path, **how):
    return [cells for _, cells in read_table(path, **how).rows()]


@pytest.mark.parametrize("path", _real_files(), ids=lambda path: path.name)
def test_every_real_file_gives_rows_or_one_sentence(path):
    with suppress(Fault):
        table = read_table(path)
        assert sum(1 for _ in table.rows()) == table.sheet.rows >= 1
        return
    with pytest.raises(Fault) as caught:
        read_table(path)
    assert caught.value.kind in _ONE_SENTENCE


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("calamine/strict_iso_paths.xlsx", 76),
        ("closedxml/TryToLoad/LO/xlsx/universal-content-strict.xlsx", 4),
        ("closedxml/TryToLoad/SheetsWithoutRelId.xlsx", 1),
        ("calamine/issue_530.xlsx", 5),
        ("readxl/mtcars.xls", 7),
        ("calamine/any_sheets.xlsb", 5),
        ("calamine/number_rows_repeated.ods", 8),
    ],
)
def test_odd_workbooks_give_their_rows(name, rows):
    assert read_table(real_data("xlsx", name)).sheet.rows == rows


def test_dates_of_both_bases_are_dates():
    for name in ("date.xlsx", "date_1904.xlsx", "date.xls", "date_1904.xls", "date.xlsb", "date_1904.xlsb"):
        assert str(_cells(real_data("xlsx", "calamine", name))[0][0]) == "2021-01-01", name


def test_error_cells_are_never_taken_as_blank():
    cells = [line[0] for line in _cells(real_data("xlsx", "calamine", "errors.xlsx"))]
    assert cells[0] == BadCell(CellProblem.ERROR_VALUE, "#DIV/0!")
    assert cells[-1] == BadCell(CellProblem.ERROR_VALUE, "#N/A")


def test_a_sheet_painted_to_its_last_column_is_read_at_once():
    assert read_table(real_data("xlsx", "calamine", "issue_174.xlsx")).sheet.columns == 11


def test_a_formula_nobody_calculated_is_reported(tmp_path):
    cells = row(1, text_cell("A1", "姓名"), '<c r="B1"><f>1+1</f></c>', '<c r="C1"><f>A1</f><v></v></c>')
    path = workbook(tmp_path / "a.xlsx", cells + row(2, text_cell("A2", "张三"), '<c r="B2"><f>1+1</f><v>2</v></c>'))
    first, second = _cells(path)
    assert first[1] == BadCell(CellProblem.FORMULA_WITHOUT_VALUE)
    assert second[1] == 2.0


def test_a_formula_whose_text_is_empty_is_empty(tmp_path):
    path = workbook(tmp_path / "a.xlsx", row(1, text_cell("A1", "x"), '<c r="B1" t="str"><f>""</f><v></v></c>'))
    assert _cells(path)[0][1] == ""


@pytest.mark.parametrize(
    "name", ["comma_in_quotes", "empty", "escaped_quotes", "json", "newlines", "quotes_and_newlines", "simple", "utf8"]
)
def test_csv_spectrum_reads_as_its_answer_says(name):
    head, *rows = _cells(real_data("csv", "csv-spectrum", "csvs", f"{name}.csv"))
    answer = json.loads(real_data("csv", "csv-spectrum", "json", f"{name}.json").read_text(encoding="utf-8"))
    assert [dict(zip(head, row, strict=True)) for row in rows] == answer


@pytest.mark.parametrize(
    "name",
    [
        "utf8",
        "utf8bom",
        "utf16le",
        "utf16lebom",
        "utf16be",
        "utf16bebom",
        "utf32le",
        "utf32lebom",
        "utf32be",
        "utf32bebom",
        "win1252",
    ],
)
def test_every_encoding_gives_the_same_words(name):
    rows = _cells(real_data("csv", "phpspreadsheet", f"premiere.{name}.csv"))
    assert rows[0] == ["première", "second", "troisième"]


@given(
    st.text(alphabet="姓名张三李四手机号码生日备注1380,\n"),
    st.sampled_from(["gb18030", "utf-8", "utf-8-sig", "utf-16"]),
)
def test_chinese_text_is_decoded_whatever_wrote_it(text, encoding):
    text = "姓名,手机号\n张三,13800001234\n" + text
    assert decode(text.encode(encoding), "a.csv")[0] == text


def test_a_short_gbk_line_is_chinese():
    assert decode("姓名\n曾参\n".encode("gbk"), "a.csv") == ("姓名\n曾参\n", "gb18030")


def test_what_may_be_two_encodings_is_asked():
    data = "姓名,電話,備註\n陳大文,0912345678,這是繁體中文的備註內容\n".encode("big5")
    with pytest.raises(Fault) as caught:
        decode(data, "a.csv")
    assert caught.value.kind is FaultKind.ENCODING_UNKNOWN
    assert decode(data, "a.csv", "big5")[0].startswith("姓名,電話")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    path = tmp_path / "a.csv"
    path.write_text(
        delimiter.join(("姓名", "电话", "备注")) + "\n" + delimiter.join(["张三", "138", '"a,b;c"']) + "\n",
        encoding="utf-8",
    )
    assert _cells(path)[1] == ["张三", "138", "a,b;c"]


def test_a_sep_line_decides(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na;b,c\n1;2,3\n", encoding="utf-8")
    assert _cells(path) == [["a", "b,c"], ["1", "2,3"]]


def test_guards_against_excel_are_taken_off(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name,phone\n\'=1+1,"=""13800001234"""\n\'normal,x\n', encoding="utf-8")
    assert _cells(path)[1:] == [["=1+1", "13800001234"], ["'normal", "x"]]


def test_a_quote_that_is_never_closed_costs_no_rows(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name,note\n"张三,x\n' + "李四,y\n" * 30, encoding="utf-8")
    table = read_table(path)
    assert table.sheet.rows == 32
    assert NoteKind.QUOTES_IGNORED in [note.kind for note in table.notes]


def test_nuls_are_taken_out_and_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,电话\n张\x00三,138\n".encode() + b"x,y\n" * 50)
    table = read_table(path)
    assert [cells for _, cells in table.rows()][1] == ["张三", "138"]
    assert table.notes[0].kind is NoteKind.NULS_REMOVED


def test_a_csv_called_xlsx_is_read_and_said(tmp_path):
    path = tmp_path / "members.xlsx"
    path.write_text("姓名,手机\n张三,13800001234\n", encoding="gbk")
    table = read_table(path)
    assert (table.kind, table.sheet.rows) == (FileKind.CSV, 2)
    assert table.notes[0].kind is NoteKind.MISNAMED


def test_an_html_table_called_xls_is_read_and_said(tmp_path):
    path = tmp_path / "export.xls"
    path.write_text(
        "<html><table><tr><th>姓名<th colspan=2>电话</tr><tr><td>张三</td><td>138<br>139</td></tr></table>",
        encoding="utf-8",
    )
    table = read_table(path)
    assert table.kind is FileKind.HTML
    assert [cells for _, cells in table.rows()] == [["姓名", "电话", ""], ["张三", "138\n139"]]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", FaultKind.FILE_EMPTY),
        (b"\x00" * 500, FaultKind.FILE_EMPTY),
        (b"%PDF-1.4 ...", FaultKind.FILE_KIND_UNKNOWN),
        (b"<html><body>no table</body></html>", FaultKind.FILE_MISNAMED),
        (b"PK\x03\x04" + b"\x00" * 100, FaultKind.FILE_DAMAGED),
        (bytes(range(1, 32)) * 40, FaultKind.FILE_KIND_UNKNOWN),
    ],
)
def test_what_is_no_table_is_named(tmp_path, content, kind):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(Fault) as caught:
        read_table(path)
    assert caught.value.kind is kind


def test_a_file_cut_in_half_is_damaged(tmp_path):
    whole = real_data("chinook", "customers.xlsx").read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Fault) as caught:
        read_table(path)
    assert caught.value.kind is FaultKind.FILE_DAMAGED


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(Fault) as caught:
        read_table(tmp_path / "nothing.xlsx")
    assert caught.value.kind is FaultKind.FILE_MISSING


def test_cells_keep_the_row_numbers_of_the_users_program(tmp_path):
    path = workbook(tmp_path / "a.xlsx", row(3, text_cell("B3", "姓名")) + row(7, text_cell("B7", "张三")))
    assert [number for number, cells in read_table(path).rows() if any(cells)] == [3, 7]


def _hostile(tmp_path, rows, **parts):
    with pytest.raises(Fault) as caught:
        read_table(workbook(tmp_path / "bomb.xlsx", rows, **parts))
    return caught.value.kind


def test_entities_are_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert _hostile(tmp_path, row(1, text_cell("A1", "&b;")), before=bomb) is FaultKind.FILE_HOSTILE


def test_a_row_number_of_four_billion_is_refused(tmp_path):
    assert _hostile(tmp_path, row(4_000_000_000, text_cell("A4000000000", "x"))) is FaultKind.FILE_HOSTILE


def test_one_endless_text_is_refused(tmp_path):
    assert _hostile(tmp_path, row(1, text_cell("A1", "x" * 70_000_000))) is FaultKind.FILE_HOSTILE


def test_a_part_that_unpacks_without_end_is_refused(tmp_path):
    strings = "<sst>" + "<si><t/></si>" * 8_000_000 + "</sst>"
    assert _hostile(tmp_path, row(1, text_cell("A1", "x")), shared=strings) is FaultKind.FILE_HOSTILE


def test_cells_in_far_corners_cost_nothing(tmp_path):
    path = workbook(
        tmp_path / "corners.xlsx", row(1, text_cell("A1", "姓名")) + row(1_048_576, text_cell("Z1048576", "张三"))
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert _cells(path) == [["姓名", None], [None, "张三"]]


def test_a_sheet_wider_than_the_limit_is_said_to_be_too_large(tmp_path):
    cells = "".join(
        text_cell(f"{letter}{other}A1", "x")
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for other in "ABCDEFGHIJKLMNOPQRSTUV"
    )
    assert _hostile(tmp_path, row(1, cells)) is FaultKind.FILE_TOO_LARGE


def test_the_sheet_with_known_headings_is_chosen():
    from crm_desktop.exchange.head import sheet_scorer

    path = real_data("xlsx", "calamine", "any_sheets.xlsx")
    assert read_table(path, score=sheet_scorer("customers")).sheet.name == "Visible"
