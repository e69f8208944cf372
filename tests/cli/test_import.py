"""An import by command: every choice of the wizard in words, or all of them in a plan file."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type

ROWS = "姓名,手机,等级\n张三,13800001234,金卡\n李四,13900002345,银卡\n"


def _file(folder: Path, text: str = ROWS, name: str = "客户.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def test_a_plan_is_saved_changed_and_followed(type_: Type, tmp_path: Path) -> None:
    file, plan = _file(tmp_path), tmp_path / "plan.json"
    saved = type_("import", file, "--save-plan", plan)
    assert saved.code == 0
    assert str(plan) in saved.out
    assert type_("find", "张三", "--json").json == []
    data = json.loads(plan.read_text(encoding="utf-8"))
    data["columns"][2] |= {"target": "tags", "label": ""}
    plan.write_text(json.dumps(data), encoding="utf-8")
    done = type_("import", file, "--plan", plan, "--json").json
    assert (done["created"], done["new_fields"]) == (2, [])
    assert [one["name"] for one in type_("find", "金卡", "--json").json] == ["张三"]


def test_a_plan_is_saved_beside_a_dry_run(type_: Type, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    done = type_("import", _file(tmp_path), "--dry-run", "--save-plan", plan, "--json").json
    assert (done["created"], plan.is_file()) == (2, True)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "colour": "red"}', "no plan"])
def test_a_file_that_is_no_plan_is_refused(type_: Type, tmp_path: Path, text: str) -> None:
    plan = _file(tmp_path, text, "plan.json")
    refused = type_("import", _file(tmp_path), "--plan", plan)
    assert (refused.code, refused.error.count("\n")) == (1, 1)
    assert "plan.json" in refused.error


def test_known_customers_are_treated_as_the_command_says(type_: Type, tmp_path: Path) -> None:
    type_("import", _file(tmp_path))
    changed = _file(tmp_path, "姓名,手机,职务\n张三,13800001234,店长\n", "b.csv")
    skipped = type_("import", changed, "--on-match", "skip", "--json").json
    assert (skipped["updated"], skipped["skipped"]) == (0, 1)
    both = type_("import", changed, "--on-match", "exact=create", "--json").json
    assert (both["created"], both["updated"]) == (1, 0)


def test_marks_are_those_the_command_names(type_: Type, tmp_path: Path) -> None:
    type_("import", _file(tmp_path))
    file = _file(tmp_path, "姓名,手机\n张三,13800001234\n", "b.csv")
    assert type_("import", file, "--match", "card_number,email", "--dry-run", "--json").json["created"] == 1
    assert type_("import", file, "--match", "phone", "--dry-run", "--json").json["unchanged"] == 1


@pytest.mark.parametrize("wrong", [("--match", "nose"), ("--on-match", "eat"), ("--on-match", "sure=update")])
def test_words_that_make_no_sense_are_wrong_usage(type_: Type, tmp_path: Path, wrong: tuple[str, str]) -> None:
    answer = type_("import", _file(tmp_path), *wrong)
    assert (answer.code, answer.error.count("\n")) == (2, 1)


def test_sheet_encoding_delimiter_and_heading_row_are_chosen(type_: Type, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["姓名"])
    book.active.append(["甲一"])
    page = book.create_sheet("二")
    for row in (["姓名", "名单"], ["姓名", "电话"], ["李四", "13900002345"]):
        page.append(row)
    book.save(tmp_path / "book.xlsx")
    chosen = type_("import", tmp_path / "book.xlsx", "--sheet", "二", "--heading-row", 2, "--json").json
    assert (chosen["created"], chosen["errors"]) == (1, [])
    big5 = _file(tmp_path, "姓名,備註\n陳大文,這是繁體中文的備註內容\n", "big5.csv", "big5")
    assert type_("import", big5).code == 1
    assert type_("import", big5, "--encoding", "big5", "--json").json["created"] == 1
    odd = _file(tmp_path, "姓名#手机\n王五#13700003456\n", "odd.csv")
    assert type_("import", odd, "--delimiter", "#", "--json").json["created"] == 1


def test_a_table_comes_through_the_input(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("姓名\t手机\n张三\t13800001234\n"))
    assert type_("import", "-", "--json").json["created"] == 1


def test_a_password_comes_through_the_input_and_a_wrong_one_is_said(
    type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import msoffcrypto
    from openpyxl import Workbook

    book = Workbook()
    for row in (["姓名", "手机"], ["张三", "13800001234"]):
        book.active.append(row)
    book.save(tmp_path / "plain.xlsx")
    locked = tmp_path / "locked.xlsx"
    with (tmp_path / "plain.xlsx").open("rb") as stream, locked.open("wb") as out:
        msoffcrypto.OfficeFile(stream).encrypt("geheim", out)
    assert "password" in type_("import", locked).error
    monkeypatch.setattr("sys.stdin", io.StringIO("falsch\n"))
    wrong = type_("import", locked, "--ask-password")
    assert (wrong.code, "does not open" in wrong.error) == (1, True)
    monkeypatch.setattr("sys.stdin", io.StringIO("geheim\n"))
    assert type_("import", locked, "--ask-password", "--json").json["created"] == 1


def test_imports_are_listed_with_their_counts_and_numbers(type_: Type, tmp_path: Path) -> None:
    assert "Nothing" in type_("imports").out
    done = type_("import", _file(tmp_path), "--json").json
    (entry,) = type_("imports", "--json").json
    assert (entry["operation"], entry["file"], entry["created"], entry["undone"]) == (
        done["operation"],
        "客户.csv",
        2,
        False,
    )
    assert "客户.csv" in type_("imports").out
    type_("undo", entry["operation"])
    assert type_("imports", "--json").json[0]["undone"]
    assert "taken back" in type_("imports").out


def test_a_blank_workbook_is_written_and_comes_in_empty(type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "blank.xlsx"
    assert type_("template", "customers", file, "--json").json == {"file": str(file)}
    done = type_("import", file, "--json").json
    assert (done["created"], done["errors"]) == (0, [])
    assert type_("template", "dinosaurs", file).code == 2


def test_an_import_taken_back_names_what_was_done_since(type_: Type, tmp_path: Path) -> None:
    type_("import", _file(tmp_path, "姓名,手机,备注\n张三,13800001234,旧\n", "a.csv"))
    done = type_(
        "import", _file(tmp_path, "姓名,手机,备注\n张三,13800001234,新\n李四,13900002345,\n", "b.csv"), "--json"
    ).json
    type_("import", _file(tmp_path, "姓名,手机,备注\n张三,13800001234,更新\n李四,13900002345,常客\n", "c.csv"))
    answer = type_("undo", done["operation"], "--json").json
    assert [(one["customer"], one["field"], one["imported"], one["now"]) for one in answer["changed_since"]] == [
        ("张三", "Note", "新", "更新")
    ]
    assert [one["customer"] for one in answer["used_since"]] == ["李四"]
    assert (answer["removed"], answer["undoes"]) == (0, done["operation"])
    assert type_("find", "李四", "--json").json


def test_what_was_done_since_goes_too_where_the_command_says_so(type_: Type, tmp_path: Path) -> None:
    done = type_("import", _file(tmp_path), "--json").json
    type_("import", _file(tmp_path, "姓名,手机,备注\n李四,13900002345,常客\n", "c.csv"))
    answer = type_("undo", done["operation"], "--changed-too", "--used-too")
    assert answer.code == 0
    assert "李四" in answer.out
    assert type_("find", "李四", "--json").json == []


def test_rows_nobody_is_sure_of_are_left_over_and_named(type_: Type, tmp_path: Path) -> None:
    type_("import", _file(tmp_path))
    file = _file(tmp_path, "姓名,手机\n王五,13800001234\n", "b.csv")
    assert "left over: 2" in type_("import", file).out
    assert type_("import", file, "--json").json["asked"] == [2]
    assert type_("import", file, "--on-match", "possible=create", "--json").json["created"] == 1


SALES = """单号,日期,手机,商品编码,商品名称,数量,单价
1,2024-03-01,13800001234,T1,绿茶,2,58
2,2024-03-02,13800001234,T1,绿茶,-1,58
"""


def test_sales_come_in_by_command_and_again_change_nothing(type_: Type, tmp_path: Path) -> None:
    file = _file(tmp_path, SALES, "sales.csv")
    tried = type_("import", file, "--kind", "purchases", "--dry-run")
    assert "1, 1 matched to what they take back" in tried.out
    done = type_("import", file, "--kind", "purchases", "--json").json
    assert (done["created"], done["sales"]["slips"], done["sales"]["net_with_customer"]) == (1, 2, 5800)
    again = type_("import", file, "--kind", "purchases", "--json").json
    assert (again["operation"], again["sales"]["known"]) == (None, 2)


def test_balances_come_in_by_command_with_the_shops_totals(type_: Type, tmp_path: Path) -> None:
    file = _file(tmp_path, "手机,积分,储值余额\n13800001234,120,88.5\n", "members.csv")
    done = type_("import", file, "--kind", "balances", "--as-of", "2026-01-31", "--reason", "moving in", "--json").json
    points = done["balances"]["kinds"]["points"]
    assert (points["file"], points["taken"], points["before"], points["after"]) == (120, 120, 0, 120)
    said = type_("import", file, "--kind", "balances")
    assert "Stored value, paid for  ¥88.50       ¥0.00  ¥88.50  ¥88.50" in said.out


def test_only_known_customers_get_sales_where_that_is_said(type_: Type, tmp_path: Path) -> None:
    file = _file(tmp_path, SALES, "sales.csv")
    done = type_("import", file, "--kind", "purchases", "--known-only", "--json").json
    assert (done["created"], done["sales"]["without_customer"]) == (0, 2)
