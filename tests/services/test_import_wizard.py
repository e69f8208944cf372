"""What the wizard shows of a file before anything is staged, and what it remembers of the last one."""

from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import plan_edit
from crm_desktop.exchange.plan import MatchBy, RowDecision, SplitBy, Target
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_history import imports
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_wizard import FileChoices, look, match_rules, samples
from crm_desktop.services.undo import undo
from tests.support.data import real_data

ROWS = "姓名,手机,等级\n张三,13800001234,金卡\n李四,13900002345,银卡\n"


def _file(tmp_path, text=ROWS, name="客户.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return ImportSource(path)


def _book(tmp_path, name="book.xlsx", **sheets):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(tmp_path / name)
    return ImportSource(tmp_path / name)


def _targets(look_):
    return [column.target.value for column in look_.plan.columns]


def test_a_file_shows_its_rows_with_the_numbers_excel_shows(shop, tmp_path):
    seen = look(shop.workplace, _file(tmp_path))
    assert (seen.rows, seen.heading_row, seen.encoding, seen.delimiter) == (2, 1, "utf-8", ",")
    assert (seen.preview[1].number, seen.preview[1].cells) == (2, ("张三", "13800001234", "金卡"))
    assert samples(seen, seen.plan)[2] == ("金卡", "银卡")


def test_an_instruction_sheet_before_the_data_is_not_taken_for_it(shop, tmp_path):
    source = _book(
        tmp_path, 填表说明=[["请按模板填写"], ["姓名必填"]], 客户=[["姓名", "手机"], ["张三", "13800001234"]]
    )
    seen = look(shop.workplace, source)
    assert [(sheet.name, sheet.looks_like_data) for sheet in seen.sheets] == [("填表说明", False), ("客户", True)]
    assert (seen.plan.sheet, seen.rows) == ("客户", 1)


def test_another_sheet_is_chosen_and_the_first_can_be_chosen_again(shop, tmp_path):
    source = _book(tmp_path, 一=[["姓名", "手机"], ["张三", "1"]], 二=[["姓名"], ["李四"], ["王五"]])
    seen = look(shop.workplace, source, FileChoices(sheet="二"))
    assert (seen.plan.sheet, seen.rows, len(seen.sheets)) == ("二", 2, 2)
    assert look(shop.workplace, source, FileChoices(sheet="一")).plan.sheet == "一"


def test_the_heading_row_is_the_users_to_choose(shop, tmp_path):
    source = _file(tmp_path, "名单,,\n姓名,手机,备注\n姓名,电话,地址\n张三,13800001234,上海\n")
    assert look(shop.workplace, source).heading_row == 2
    seen = look(shop.workplace, source, FileChoices(heading_row=3))
    assert (seen.heading_row, seen.rows, _targets(seen)) == (3, 1, ["name", "phone", "address"])


def test_a_file_without_headings_is_known_by_its_values(shop, tmp_path):
    seen = look(shop.workplace, _file(tmp_path, "张三,13800001234\n李四,13900002345\n"), FileChoices(heading_row=0))
    assert (seen.rows, _targets(seen)) == (2, ["name", "phone"])


def test_columns_nobody_knows_are_the_users_to_place(shop, tmp_path):
    source = _file(tmp_path, "甲,乙\n红,绿\n")
    with pytest.raises(Fault) as caught:
        look(shop.workplace, source)
    assert caught.value.kind is FaultKind.NO_HEADINGS
    assert _targets(look(shop.workplace, source, force=True)) == ["custom", "custom"]


def test_a_pasted_table_comes_in(shop):
    source = ImportSource(text="姓名\t手机\n张三\t13800001234\n")
    seen = look(shop.workplace, source)
    assert (seen.rows, seen.delimiter) == (1, "\t")
    assert import_customers(shop.workplace, source, seen.plan).created == 1
    assert look(shop.workplace, source).seen[0].file == "pasted table"


def test_the_same_file_again_is_noticed(shop, tmp_path):
    source = _file(tmp_path)
    assert look(shop.workplace, source).seen == ()
    import_customers(shop.workplace, source)
    (entry,) = look(shop.workplace, source).seen
    assert (entry.file, entry.created, entry.person, entry.undone) == ("客户.csv", 2, "Owner", False)
    undo(shop.workplace)
    assert look(shop.workplace, source).seen[0].undone


def test_imports_are_listed_the_newest_first(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    import_customers(shop.workplace, _file(tmp_path, "姓名\n王五\n", "b.csv"))
    import_customers(shop.workplace, _file(tmp_path, "姓名\n王五\n", "b.csv"))
    found = [(entry.file, entry.created, entry.can_undo) for entry in imports(shop.workplace)]
    assert found == [("b.csv", 0, False), ("b.csv", 1, True), ("客户.csv", 2, True)]


def test_what_was_chosen_for_these_headings_is_chosen_again(shop, tmp_path):
    source = _file(tmp_path)
    plan = plan_edit.constant(plan_edit.to_note(look(shop.workplace, source).plan, 2), Target.SOURCE, "地推")
    import_customers(shop.workplace, source, plan)
    seen = look(shop.workplace, _file(tmp_path, "姓名,手机,等级\n王五,13700003456,铜卡\n", "下月.csv"))
    assert seen.remembered
    assert _targets(seen) == ["name", "phone", "note", "source"]
    assert seen.plan.columns[2].guessed_by == "memory"


def test_a_remembered_column_counts_for_a_plain_import_too(shop, tmp_path):
    source = _file(tmp_path)
    import_customers(shop.workplace, source, plan_edit.to_note(look(shop.workplace, source).plan, 2))
    import_customers(shop.workplace, _file(tmp_path, "姓名,手机,等级\n王五,13700003456,铜卡\n", "下月.csv"))
    assert shop.customer(3).note == "等级: 铜卡"


def test_headings_nobody_changed_are_not_remembered(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    assert not look(shop.workplace, _file(tmp_path)).remembered


def test_leftover_sample_rows_are_left_out_and_said(shop, tmp_path):
    source = _file(tmp_path, "姓名,手机\n示例：王小明,13800138000\n张三,13800001234\n")
    seen = look(shop.workplace, source)
    assert (seen.sample_rows, seen.plan.decisions) == ((2,), {2: RowDecision.SKIP})
    assert ("sample_rows", "2") in seen.notes
    assert import_customers(shop.workplace, source).created == 1


def test_two_rows_of_headings_are_one(shop, tmp_path):
    rows = [["姓名", "联系方式", None, "生日"], [None, "手机", "微信", None], ["张三", "13800001234", "zs", "1990-5-3"]]
    seen = look(shop.workplace, _book(tmp_path, 客户=rows))
    assert (seen.heading_row, seen.plan.heading_rows, seen.rows) == (1, 2, 1)
    assert _targets(seen) == ["name", "phone", "wechat", "birthday"]


def test_groups_over_equal_headings_tell_them_apart(shop, tmp_path):
    rows = [[None, "家庭", None, "公司", None], ["姓名", "电话", "地址", "电话", "地址"],
            ["张三", "13800001234", "上海", "02112345678", "北京"]]  # fmt: skip
    seen = look(shop.workplace, _book(tmp_path, 客户=rows))
    assert [column.heading for column in seen.plan.columns] == ["姓名", "家庭电话", "家庭地址", "公司电话", "公司地址"]
    import_customers(shop.workplace, _book(tmp_path, 客户=rows))
    assert {contact.label for contact in shop.customer(1).contacts} == {"home", "work"}


def test_a_title_over_the_headings_is_no_part_of_them(shop, tmp_path):
    rows = [["会员资料表"], ["姓名", "手机", "手机"], ["张三", "13800001234", "13900002345"]]
    seen = look(shop.workplace, _book(tmp_path, 客户=rows))
    assert (seen.heading_row, seen.plan.heading_rows) == (2, 1)


def test_the_same_heading_twice_loses_neither_column(shop, tmp_path):
    source = _file(tmp_path, "姓名 ,班次,班次, 手机,手机\n张三,1,2,13800001234,13900002345\n")
    seen = look(shop.workplace, source)
    assert ("headings_twice", "班次, 手机") in seen.notes
    import_customers(shop.workplace, source)
    zhang = shop.customer(1)
    assert ([value.text for value in zhang.custom_values], len(zhang.contacts)) == (["1", "2"], 2)


@pytest.mark.parametrize(("name", "password"), [("pass_protected.xlsx", "123"), ("pass_protected.xlsb", "1234")])
def test_a_password_is_asked_for_and_a_wrong_one_said(shop, name, password):
    path = real_data("xlsx", "calamine", name)
    for given, kind in ((None, FaultKind.FILE_ENCRYPTED), ("no", FaultKind.PASSWORD_WRONG)):
        with pytest.raises(Fault) as caught:
            look(shop.workplace, ImportSource(path, password=given))
        assert caught.value.kind is kind
    with pytest.raises(Fault) as caught:
        look(shop.workplace, ImportSource(path, password=password))
    assert caught.value.kind in (FaultKind.FILE_EMPTY, FaultKind.NO_HEADINGS)


@pytest.mark.parametrize(("given", "opens"), [("geheim", True), (None, False), ("x", False)])
def test_a_locked_workbook_comes_in_by_its_password(shop, tmp_path, given, opens):
    import msoffcrypto

    plain = _book(tmp_path, 客户=[["姓名", "手机"], ["张三", "13800001234"]]).path
    with plain.open("rb") as stream, (tmp_path / "locked.xlsx").open("wb") as locked:
        msoffcrypto.OfficeFile(stream).encrypt("geheim", locked)
    source = ImportSource(tmp_path / "locked.xlsx", password=given)
    if not opens:
        with pytest.raises(Fault):
            look(shop.workplace, source)
        return
    assert import_customers(shop.workplace, source).created == 1
    assert not list(tmp_path.glob("import-*"))


def test_marks_the_file_does_not_bring_are_told(shop, tmp_path):
    rules = {view.rule: view.usable for view in match_rules(look(shop.workplace, _file(tmp_path)).plan)}
    assert rules[MatchBy.PHONE]
    assert rules[MatchBy.SIMILAR]
    assert not rules[MatchBy.CARD_NUMBER]
    assert not rules[MatchBy.NAME_BIRTHDAY]


def test_samples_of_a_made_column_are_its_pieces(shop, tmp_path):
    seen = look(shop.workplace, _file(tmp_path, "客户,电话\n张三 138 0000 1234,\n"))
    plan = plan_edit.split(seen.plan, 0, SplitBy.PHONE, [Target.NAME, Target.PHONE])
    made = [column.index for column in plan.columns if column.made]
    assert [samples(seen, plan)[index] for index in made] == [("张三",), ("138 0000 1234",)]


def test_a_plan_made_elsewhere_is_used_on_the_same_headings(shop, tmp_path):
    source = _file(tmp_path)
    plan = replace(plan_edit.to_note(look(shop.workplace, source).plan, 2), file="another.csv")
    assert import_customers(shop.workplace, source, plan).new_fields == ()
