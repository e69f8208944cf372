"""Files as they come: whatever was done to them, rows come in, or one sentence says why not."""

import shutil
from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.clean import Problem
from crm_desktop.exchange.mapping import data_rows, propose
from crm_desktop.exchange.plan import Target
from crm_desktop.exchange.reader import read_table
from crm_desktop.exchange.rows import RowCleaner
from crm_desktop.exchange.samples import sample_rows
from crm_desktop.exchange.table import NoteKind
from tests.support.data import real_data
from tests.support.hostile import row, text_cell, workbook

KEY = bytes(range(32))


def _book(path, *rows, merge=(), sheet="客户", formats=()):
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = sheet
    for cells in rows:
        page.append(cells)
    for place in merge:
        page.merge_cells(place)
    for place, number_format in formats:
        page[place].number_format = number_format
    book.save(path)
    return path


def _rows(path, **how):
    table = read_table(path, **how)
    plan = propose(table, path.name)
    cleaner = RowCleaner(plan)
    cells = data_rows(table, plan.heading_row, plan.heading_rows)
    return plan, [cleaner.clean(number, line) for number, line in cells]


def _targets(plan):
    return [column.target for column in plan.columns]


def _refused(path, tmp_path, **more):
    request = protocol.ReadRequest(str(path), str(tmp_path / "import-x.db"), **more)
    with pytest.raises(Fault) as caught:
        worker.read_file(request, KEY)
    return caught.value.kind


def test_merged_headings_of_one_row_keep_their_columns(tmp_path):
    rows = (["会员资料", None, None], ["姓名", "手机", "备注"], ["张三", "13800001234", "常客"])
    path = _book(tmp_path / "a.xlsx", *rows, merge=["A1:C1"])
    plan, rows = _rows(path)
    assert (plan.heading_row, _targets(plan)) == (2, [Target.NAME, Target.PHONE, Target.NOTE])
    assert rows[0].name == "张三"


def test_two_rows_of_merged_headings_are_one(tmp_path):
    head = (["姓名", "联系方式", None, "其他", None], [None, "手机", "微信", "生日", "备注"])
    path = _book(tmp_path / "a.xlsx", *head, ["张三", "13800001234", "zs", "1990.5.3", "常客"],
                 merge=["A1:A2", "B1:C1", "D1:E1"])  # fmt: skip
    plan, rows = _rows(path)
    assert _targets(plan) == [Target.NAME, Target.PHONE, Target.WECHAT, Target.BIRTHDAY, Target.NOTE]
    assert [str(day) for _, _, day in rows[0].dates] == ["1990-05-03"]
    assert len(rows) == 1


def test_blanks_around_and_inside_headings_do_not_matter(tmp_path):
    plan, _ = _rows(_book(tmp_path / "a.xlsx", ["姓 名 ", " 手机号　", "备注\n"], ["张三", "13800001234", "x"]))
    assert _targets(plan) == [Target.NAME, Target.PHONE, Target.NOTE]


def test_the_same_heading_twice_keeps_both_columns(tmp_path):
    plan, rows = _rows(_book(tmp_path / "a.xlsx", ["姓名", "班次", "班次"], ["张三", "金", "银"]))
    assert [column.label for column in plan.columns[1:]] == ["班次", "班次 2"]
    assert {name: stored.text for name, stored in rows[0].customs.items()} == {"班次": "金", "班次 2": "银"}


def test_an_instruction_sheet_before_the_data_is_passed_over(tmp_path):
    from openpyxl import load_workbook

    from crm_desktop.exchange.head import sheet_scorer

    path = _book(tmp_path / "a.xlsx", ["姓名", "手机"], ["张三", "13800001234"])
    book = load_workbook(path)
    how = book.create_sheet("填写说明", 0)
    for line in ("1. 姓名必须填写", "2. 手机号填11位", "3. 请不要改动表头"):
        how.append([line])
    book.save(path)
    table = read_table(path, score=sheet_scorer("customers"))
    assert table.sheet.name == "客户"
    assert [note.text for note in table.notes if note.kind is NoteKind.OTHER_SHEETS] == ["填写说明"]


@pytest.mark.parametrize("mark", ["示例：王小明", "（示例）张三", "样例", "Example: Amy", "e.g. Bob"])
def test_sample_rows_left_in_a_template_are_known(tmp_path, mark):
    path = _book(tmp_path / "a.xlsx", ["姓名", "手机"], [mark, "13800138000"], ["李示例", "13900002345"])
    table = read_table(path)
    assert sample_rows(table, propose(table, "a.xlsx")) == (2,)


def test_a_formula_nobody_calculated_is_no_blank(tmp_path):
    cells = row(1, text_cell("A1", "姓名"), text_cell("B1", "手机"))
    path = workbook(tmp_path / "a.xlsx", cells + row(2, text_cell("A2", "张三"), '<c r="B2"><f>C2</f></c>'))
    _, rows = _rows(path)
    assert [problem.problem for problem in rows[0].problems] == [Problem.FORMULA_WITHOUT_VALUE]


def test_an_error_cell_is_no_blank(tmp_path):
    cells = row(1, text_cell("A1", "姓名"), text_cell("B1", "手机"))
    path = workbook(tmp_path / "a.xlsx", cells + row(2, text_cell("A2", "张三"), '<c r="B2" t="e"><v>#REF!</v></c>'))
    _, rows = _rows(path)
    assert [(problem.problem, problem.text) for problem in rows[0].problems] == [(Problem.ERROR_VALUE, "#REF!")]


def test_numbers_kept_as_text_and_texts_kept_as_numbers_are_the_same(tmp_path):
    lines = (["姓名", "手机", "积分"], ["张三", 13800001234, "1,234.50"], ["李四", "13900002345", 35])
    path = _book(tmp_path / "a.xlsx", *lines)
    _, rows = _rows(path)
    assert [contact.normal for line in rows for contact in line.contacts] == ["+8613800001234", "+8613900002345"]
    assert [line.customs["积分"].number for line in rows] == [1234.5, 35.0]


@pytest.mark.parametrize("written", [6217001234567890123, 6.2e18, "6.2E+18", "6.217E+18"])
def test_a_card_number_that_lost_its_digits_is_an_error(tmp_path, written):
    _, rows = _rows(_book(tmp_path / "a.xlsx", ["姓名", "卡号"], ["张三", written]))
    assert [problem.problem for problem in rows[0].problems] == [Problem.DIGITS_LOST]


def test_a_card_number_kept_as_text_keeps_all_its_digits(tmp_path):
    _, rows = _rows(_book(tmp_path / "a.xlsx", ["姓名", "卡号"], ["张三", "6217001234567890123"]))
    assert rows[0].values["card_number"] == "6217001234567890123"


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.98])
def test_a_file_cut_in_half_is_said_to_be_damaged(tmp_path, keep):
    whole = real_data("chinook", "customers.xlsx").read_bytes()
    half = tmp_path / "half.xlsx"
    half.write_bytes(whole[: int(len(whole) * keep)])
    assert _refused(half, tmp_path) is FaultKind.FILE_DAMAGED


def test_an_old_workbook_cut_in_half_is_one_sentence(tmp_path):
    whole = real_data("xlsx", "readxl", "mtcars.xls").read_bytes()
    half = tmp_path / "half.xls"
    half.write_bytes(whole[: len(whole) // 2])
    assert _refused(half, tmp_path) in (FaultKind.FILE_DAMAGED, FaultKind.FILE_EMPTY, FaultKind.SHEET_UNREADABLE)


def test_a_csv_called_xlsx_comes_in_and_is_said(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("姓名,手机\n张三,13800001234\n", encoding="gb18030")
    table = read_table(path)
    assert table.notes[0].kind is NoteKind.MISNAMED
    assert _rows(path)[1][0].name == "张三"


def test_an_html_table_called_xls_comes_in_and_is_said(tmp_path):
    path = tmp_path / "a.xls"
    cells = "<tr><th>姓名</th><th>手机</th></tr><tr><td>张三</td><td>13800001234</td></tr>"
    path.write_text(f'<html><meta charset="utf-8"><table>{cells}</table></html>', encoding="utf-8")
    assert read_table(path).notes[0].kind is NoteKind.MISNAMED
    assert _rows(path)[1][0].contacts[0].normal == "+8613800001234"


def test_a_strict_workbook_is_never_empty():
    assert read_table(real_data("xlsx", "calamine", "strict_iso_paths.xlsx")).sheet.rows == 76


@pytest.mark.parametrize(("name", "password"), [("pass_protected.xlsx", "123"), ("pass_protected.xlsb", "1234")])
def test_a_password_opens_and_a_wrong_one_is_said(name, password, tmp_path):
    path = real_data("xlsx", "calamine", name)
    assert _refused(path, tmp_path) is FaultKind.FILE_ENCRYPTED
    assert _refused(path, tmp_path, password="no") is FaultKind.PASSWORD_WRONG
    assert _refused(path, tmp_path, password=password) in (FaultKind.FILE_EMPTY, FaultKind.NO_HEADINGS)


def test_a_calc_workbook_under_a_password_says_the_way_out(tmp_path):
    path = real_data("xlsx", "calamine", "pass_protected.ods")
    assert _refused(path, tmp_path, password="1234") is FaultKind.FILE_ENCRYPTED


def test_a_workbook_that_is_only_write_protected_opens_by_itself(tmp_path):
    import msoffcrypto

    plain, locked = _book(tmp_path / "a.xlsx", ["姓名"], ["张三"]), tmp_path / "b.xlsx"
    with plain.open("rb") as stream, locked.open("wb") as out:
        msoffcrypto.OfficeFile(stream).encrypt("VelvetSweatshop", out)
    assert [line.name for line in _rows(locked)[1]] == ["张三"]


def test_a_locked_file_that_is_damaged_is_said_to_be(tmp_path):
    whole = real_data("xlsx", "calamine", "pass_protected.xlsx").read_bytes()
    half = tmp_path / "half.xlsx"
    half.write_bytes(whole[: len(whole) // 2])
    assert _refused(half, tmp_path, password="123") in (FaultKind.FILE_DAMAGED, FaultKind.PASSWORD_WRONG)


def test_what_was_under_a_password_never_lies_open(tmp_path):
    import msoffcrypto

    plain, locked = _book(tmp_path / "a.xlsx", ["姓名", "手机"], ["张三", "13800001234"]), tmp_path / "in" / "b.xlsx"
    locked.parent.mkdir()
    with plain.open("rb") as stream, locked.open("wb") as out:
        msoffcrypto.OfficeFile(stream).encrypt("geheim", out)
    staging = tmp_path / "in" / "import-x.db"
    worker.read_file(protocol.ReadRequest(str(locked), str(staging), password="geheim"), KEY)
    assert sorted(file.name for file in locked.parent.iterdir()) == ["b.xlsx", "import-x.db"]
    assert "张三".encode() not in staging.read_bytes()


def test_a_file_may_go_while_it_is_looked_at(tmp_path):
    path = _book(tmp_path / "a.xlsx", ["姓名"], ["张三"])
    shutil.move(path, tmp_path / "b.xlsx")
    assert _refused(path, tmp_path) is FaultKind.FILE_MISSING


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_an_empty_clipboard_is_one_sentence(text, tmp_path):
    assert _refused("pasted", tmp_path, text=text) is FaultKind.FILE_EMPTY


def test_what_is_pasted_may_hold_quotes_and_line_ends(tmp_path):
    text = '姓名\t备注\n张三\t"第一行\n第二行"\n'
    request = protocol.ReadRequest("pasted", str(tmp_path / "import-x.db"), text=text)
    result = worker.read_file(replace(request, preview_only=True), KEY)
    assert (result.data_rows, result.preview[1]) == (1, ("张三", "第一行\n第二行"))


@pytest.mark.parametrize("own", ["1e12345678901234", "1234567890123456", "a1e4567890123456"])
def test_our_own_number_is_kept_even_where_it_looks_like_a_damaged_one(tmp_path, own):
    _, rows = _rows(_book(tmp_path / "a.xlsx", ["Name", "CRM ID"], ["王小明", own]))
    assert rows[0].problems == []
    assert rows[0].values["public_id"] == own
