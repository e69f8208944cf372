"""`person` and `erase`: a copy of everything, and everything gone."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Type

pytestmark = pytest.mark.usefixtures("demo")


def _somebody(type_: Type) -> tuple[str, str]:
    found = type_("find", "1", "--json").json[0]
    return str(found["id"]), found["name"]


def test_a_copy_lies_in_the_folder(type_: Type, tmp_path: Path) -> None:
    one, name = _somebody(type_)
    assert type_("person", one, "--out", tmp_path / "copy", "--checked", "knows her").code == 0
    data = json.loads((tmp_path / "copy" / "data.json").read_text(encoding="utf-8"))["data"]
    assert data["customer"][0]["name"] == name
    assert (tmp_path / "copy" / "data.xlsx").is_file()


def test_the_name_is_typed_to_erase_and_then_nobody_finds_her(type_: Type, folder: Path) -> None:
    one, name = _somebody(type_)
    assert type_("erase", one, "--name", "wrong").code == 1
    answer = type_("erase", one, "--name", name)
    assert answer.code == 0
    assert "Kept without a name" in answer.out
    assert name not in answer.out
    assert name not in {found["name"] for found in type_("find", name, "--json").json}
    assert len(list((folder / "backups").glob("customers-*.db"))) == 1
    assert type_("check").code == 0


def test_a_file_to_send_offers_by_leaves_out_who_never_agreed(type_: Type, tmp_path: Path) -> None:
    own = type_("export", tmp_path / "own.csv", "--json").json
    offers = type_("export", tmp_path / "offers.csv", "--contact-by", "wechat", "--json").json
    service = type_("export", tmp_path / "service.csv", "--contact-by", "wechat", "--service", "--json").json
    assert (own["left_out"], service["left_out"]) == (0, 0)
    assert offers["rows"] + offers["left_out"] == own["rows"]
    assert offers["left_out"] > 0


def test_where_nobody_can_type_the_name_nothing_is_erased(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    one, name = _somebody(type_)
    monkeypatch.setattr("sys.stdin", StringIO(""))
    answer = type_("erase", one)
    assert (answer.code, answer.error.count("\n")) == (1, 1)
    assert name in {found["name"] for found in type_("find", name, "--json").json}
