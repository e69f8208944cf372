"""Duplicates, merge and un-merge as an owner types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Type

MEMBERS = """姓名,手机号,会员卡号,备注
王小明,13800001234,V001,老客
王晓明,13800001234,V002,喜欢绿茶
李娜,13900005678,V003,
"""


@pytest.fixture
def members(type_: Type, tmp_path: Path) -> Type:
    """Type commands for a shop with three customers, two of whom are one person."""
    file = tmp_path / "members.csv"
    file.write_text(MEMBERS, encoding="utf-8-sig")
    assert type_("import", file).code == 0
    return type_


def ids(members: Type, *names: str) -> list[str]:
    return [members("find", name, "--json").json[0]["id"] for name in names]


def test_duplicates_are_printed_with_score_and_reasons(members: Type) -> None:
    answer = members("duplicates", "--json").json
    (pair,) = answer["pairs"]
    assert (pair["score"], pair["band"], answer["customers"]) == (75, "possible", 3)
    assert {reason["sign"]: reason["points"] for reason in pair["reasons"]} == {"same_phone": 60, "same_sound": 15}
    assert {one["id"] for one in pair["customers"]} == set(ids(members, "王小明", "王晓明"))


def test_the_last_search_is_printed_without_a_new_one(members: Type) -> None:
    first = members("duplicates", "--json").json
    assert members("duplicates", "--last", "--json").json["seconds"] == first["seconds"]
    assert "Same phone: 138 0000 1234 (+60)" in members("duplicates", "--last").out


def test_merge_then_unmerge_by_the_number_it_printed(members: Type) -> None:
    one, other = ids(members, "王小明", "王晓明")
    merged = members("merge", one, other, "--json").json
    assert (merged["survivor"], merged["name"]) == (one, "王小明")
    assert [one["id"] for one in members("find", "V002", "--json").json] == [one]
    assert members("show", other, "--json").json["id"] == one
    back = members("unmerge", merged["operation"], "--json").json
    assert (back["survivor"], back["restored"], back["later"]) == (one, [other], [])
    assert members("show", other, "--json").json["name"] == "王晓明"
    assert members("check").code == 0


def test_merge_takes_the_word_of_the_user_on_who_stays_and_what(members: Type) -> None:
    one, other = ids(members, "王小明", "王晓明")
    merged = members("merge", one, other, "--prefer", other, "--prefer", f"name={one}", "--json").json
    assert (merged["survivor"], merged["name"]) == (other, "王小明")
    assert members("show", other, "--json").json["note"].splitlines() == ["喜欢绿茶", "老客"]


def test_a_dry_run_writes_nothing(members: Type) -> None:
    one, other = ids(members, "王小明", "王晓明")
    said = members("merge", one, other, "--dry-run").out
    assert "Nothing is written yet." in said
    assert members("show", other, "--json").json["name"] == "王晓明"


@pytest.mark.parametrize(
    "arguments", [("V001",), ("V001", "V001"), ("V001", "V009"), ("V001", "V002", "--prefer", "hat=V001")]
)
def test_what_makes_no_sense_is_said_in_one_sentence(members: Type, arguments: tuple[str, ...]) -> None:
    answer = members("merge", *arguments)
    assert (answer.code, answer.out) == (1, "")
    assert answer.error.count("\n") == 1


def test_an_action_that_was_no_merge_is_not_unmerged(members: Type) -> None:
    assert members("unmerge", 1).code == 1
