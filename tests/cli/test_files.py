"""Files in and out by command: the same customers come back, and what is refused is said in one sentence."""

import csv
from pathlib import Path

from tests.cli.conftest import Type

HEADINGS = "姓名,手机,卡号\n"


def customers_file(folder: Path, *rows: str) -> Path:
    file = folder / "客户.csv"
    file.write_text(HEADINGS + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def test_an_import_tells_what_it_did_and_how_to_take_it_back(type_: Type, tmp_path: Path) -> None:
    file = customers_file(tmp_path, "王小明,13800001234,A1", "李娜,13900001111,A2")
    done = type_("import", file, "--json").json
    assert {key: done[key] for key in ("created", "updated", "unchanged", "skipped", "errors")} == {
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
        "errors": [],
    }
    assert type_("undo", done["operation"]).code == 0
    assert type_("find", "王小明", "--json").json == []


def test_the_same_file_again_leaves_no_undo_step(type_: Type, tmp_path: Path) -> None:
    file = customers_file(tmp_path, "王小明,13800001234,A1")
    type_("import", file)
    again = type_("import", file, "--json").json
    assert (again["created"], again["unchanged"], again["operation"]) == (0, 1, None)


def test_a_dry_run_writes_nothing(type_: Type, tmp_path: Path) -> None:
    answer = type_("import", customers_file(tmp_path, "王小明,13800001234,A1"), "--dry-run")
    assert answer.code == 0
    assert "Nothing is written yet" in answer.out
    assert type_("find", "王小明", "--json").json == []


def test_bad_rows_are_named_and_written_to_a_copy(type_: Type, tmp_path: Path) -> None:
    file = customers_file(tmp_path, "王小明,13800001234,A1", "李娜,1.39E+10,A2")
    copy = tmp_path / "errors.xlsx"
    answer = type_("import", file, "--errors", copy, "--json")
    (error, *_) = answer.json["errors"]
    assert error["row"] == 3
    assert set(error) == {"row", "column", "problem", "fix"}
    assert copy.stat().st_size > 0


def test_a_file_that_is_not_there_is_refused(type_: Type) -> None:
    answer = type_("import", "nowhere.xlsx")
    assert answer.code == 1
    assert answer.error.count("\n") == 1
    assert "nowhere.xlsx" in answer.error


def test_a_backup_is_made_before_each_import_that_may_write(demo: Type, folder: Path, tmp_path: Path) -> None:
    demo("import", customers_file(tmp_path, "王小明,13800001234,A1"))
    assert len(list((folder / "backups").glob("*.db"))) == 1


def test_a_view_is_exported_with_its_customers_and_columns(demo: Type, tmp_path: Path) -> None:
    file = tmp_path / "vip.csv"
    done = demo("export", file, "--view", "vip 客户", "--json").json
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert done["rows"] == len(rows) > 0
    assert all("VIP" in row["Tags"] for row in rows)
    assert list(rows[0])[:2] == ["Name", "Phone"]


def test_a_search_is_exported(demo: Type, tmp_path: Path) -> None:
    found = {one["name"] for one in demo("find", "王", "--json").json}
    demo("export", tmp_path / "wang.csv", "--query", "王")
    with (tmp_path / "wang.csv").open(encoding="utf-8-sig", newline="") as opened:
        assert {row["Name"] for row in csv.DictReader(opened)} == found


def test_an_export_comes_back_unchanged(demo: Type, tmp_path: Path) -> None:
    written = demo("export", tmp_path / "all.xlsx", "--json").json["rows"]
    back = demo("import", tmp_path / "all.xlsx", "--json").json
    assert (back["created"], back["updated"], back["unchanged"], back["operation"]) == (0, 0, written, None)


def test_a_view_nobody_made_is_refused(demo: Type, tmp_path: Path) -> None:
    answer = demo("export", tmp_path / "x.csv", "--view", "No such view")
    assert answer.code == 1
    assert "No such view" in answer.error
    assert not (tmp_path / "x.csv").exists()


def test_a_fresh_sample_shop_passes_every_check(demo: Type) -> None:
    answer = demo("check", "--json")
    assert (answer.code, answer.json["ok"], answer.json["problems"]) == (0, True, [])
    assert "Everything is in order." in demo("check").out


def test_an_export_by_a_layout_has_its_columns(type_: Type, tmp_path: Path) -> None:
    type_("import", customers_file(tmp_path, "王小明,13800001234,A1"))
    assert type_("layouts", "--json").json == []
    answer = type_("export", tmp_path / "a.csv", "--layout", "books")
    assert (answer.code, answer.error.count("\n")) == (1, 1)
    assert "books" in answer.error


def test_a_csv_in_the_letters_of_older_programs(type_: Type, tmp_path: Path) -> None:
    type_("import", customers_file(tmp_path, "王小明,13800001234,A1"))
    assert type_("export", tmp_path / "a.csv", "--encoding", "gb18030").code == 0
    assert "王小明" in (tmp_path / "a.csv").read_text(encoding="gb18030")


def test_a_single_record_is_a_pdf_and_nothing_else(type_: Type, tmp_path: Path) -> None:
    type_("import", customers_file(tmp_path, "王小明,13800001234,A1"))
    answer = type_("export", tmp_path / "a.xlsx", "--customer", "A1")
    assert (answer.code, answer.error.count("\n")) == (1, 1)
    assert ".pdf" in answer.error
