"""Commands as an owner types them: what they print, and how they end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crm_desktop.cli import run
from crm_desktop.cli.arguments import moment
from crm_desktop.cli.language import language_for
from crm_desktop.exchange import protocol
from tests.cli.conftest import Type
from tests.support.damage import zero_some

NAMES = (
    "demo",
    "import",
    "export",
    "find",
    "show",
    "undo",
    "duplicates",
    "merge",
    "unmerge",
    "backup",
    "backups",
    "restore",
    "mend",
    "check",
    "pictures",
)


def one_sentence(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and "Traceback" not in text


def test_demo_says_where_the_sample_shop_is(type_: Type, folder: Path) -> None:
    answer = type_("demo", "--customers", 60)
    assert answer.code == 0
    assert answer.out.startswith("A sample shop with 60 customer")
    assert str(folder) in answer.out


def test_demo_goes_only_into_an_empty_folder(demo: Type) -> None:
    answer = demo("demo")
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.error)
    assert "--data-dir" in answer.error


def test_find_answers_with_id_name_phones_and_why(demo: Type) -> None:
    found = demo("find", "王", "--json").json
    assert found
    assert all(set(one) == {"id", "name", "phones", "why"} for one in found)
    assert all("王" in one["name"] and one["why"] == f"name: {one['name']}" for one in found)


def test_find_tells_which_phone_and_which_tag_matched(demo: Type) -> None:
    phone = next(one["phones"][0] for one in demo("find", "13", "--json").json)
    (found, *_) = demo("find", phone[-4:], "--json").json
    assert found["why"] == f"phone: {phone}"
    assert demo("find", "vip", "--json").json[0]["why"] == "tags: VIP"


def test_find_keeps_to_its_limit_and_puts_the_exact_name_first(demo: Type) -> None:
    last = demo("find", "王", "--json").json[-1]["name"]
    (first, *rest) = demo("find", last, "--limit", 1, "--json").json
    assert (first["name"], rest) == (last, [])


def test_nobody_found_is_an_answer_and_no_refusal(demo: Type) -> None:
    assert demo("find", "zzzzzz", "--json").json == []
    assert demo("find", "zzzzzz").out == "Nobody was found for zzzzzz.\n"


def test_show_takes_what_find_prints(demo: Type) -> None:
    found = demo("find", "复购", "--json").json[0]
    shown = demo("show", found["id"], "--json").json
    assert (shown["id"], shown["name"]) == (found["id"], found["name"])
    assert shown["timeline"][0]["at"] >= shown["timeline"][-1]["at"]
    assert demo("show", shown["row"]).out == demo("show", found["id"]).out


def test_show_reads_like_a_card(demo: Type) -> None:
    vip = demo("find", "VIP", "--json").json[0]
    card = demo("show", vip["id"]).out
    assert card.startswith(f"{vip['name']} · {vip['id']} · Active\n")
    assert "\n  Tags: VIP" in card
    assert f": {vip['phones'][0]}\n" in card


def test_show_of_nobody_is_refused(demo: Type) -> None:
    answer = demo("show", "no-such-id")
    assert answer.code == 1
    assert one_sentence(answer.error)


def test_undo_with_nothing_to_take_back_is_refused(demo: Type) -> None:
    answer = demo("undo")
    assert answer.code == 1
    assert one_sentence(answer.error)


def test_the_sample_shop_itself_cannot_be_undone(demo: Type) -> None:
    assert demo("undo", 2).code == 1
    assert len(demo("find", "王", "--json").json) > 0


def test_a_backup_comes_back(demo: Type, tmp_path: Path) -> None:
    made = demo("backup", tmp_path / "elsewhere", "--json").json
    assert made["customers"] == 60
    assert Path(made["file"]).parent == tmp_path / "elsewhere"
    back = demo("restore", made["file"], "--json")
    assert back.code == 0
    assert Path(back.json["kept_aside"]).exists()
    assert demo("find", "王", "--json").json


def test_backups_are_listed_and_a_restore_is_previewed(demo: Type) -> None:
    made = demo("backup", "--json").json
    (listed,) = demo("backups", "--json").json
    assert (listed["file"], listed["reason"], listed["whole"]) == (made["file"], "asked", True)
    assert made["file"] in demo("backups").out
    found = demo("restore", made["file"], "--preview", "--json").json
    assert found["missing_customers"]["count"] == 0
    assert "just what is there now" in demo("restore", made["file"], "--preview").out


def test_a_damaged_book_is_mended(demo: Type, folder: Path) -> None:
    demo("backup")
    zero_some(folder / "customers.db", 3)
    plan = demo("mend", "--preview", "--json").json
    assert (plan["sound"], plan["passed_over"]) == (False, 0)
    assert "The newest good backup is of" in demo("mend", "--preview").out
    found = demo("mend", "--json").json
    assert Path(found["kept_aside"]).is_dir()
    assert demo("check").code == 0
    assert "nothing to do" in demo("mend").out


def test_restore_of_no_file_is_refused_and_changes_nothing(demo: Type, folder: Path) -> None:
    before = (folder / "customers.db").read_bytes()
    answer = demo("restore", "nowhere.db")
    assert answer.code == 1
    assert one_sentence(answer.error)
    assert (folder / "customers.db").read_bytes() == before


def test_the_clock_can_be_set_only_in_a_folder_for_trying(type_: Type, folder: Path) -> None:
    assert type_("find", "x").code == 0
    refused = type_("--now", "2026-11-22T12:00", "find", "x")
    assert refused.code == 1
    assert one_sentence(refused.error)


def test_the_sample_shop_ends_at_the_given_time(demo: Type) -> None:
    newest = max(
        one["timeline"][0]["at"] for one in (demo("show", n, "--json").json for n in range(1, 60)) if one["timeline"]
    )
    assert "2026-11-15" < newest < moment("2026-11-22T12:01").astimezone().isoformat()
    assert demo("--now", "2026-11-23T09:00", "find", "王").code == 0


@pytest.mark.parametrize(
    "arguments", [["frob"], ["find"], ["find", "a", "--limit", "0"], ["--now", "noon"], ["show", "1", "--all"]]
)
def test_wrong_usage_ends_with_2_and_one_sentence(type_: Type, arguments: list[str]) -> None:
    for language in ("en", "zh_CN"):
        answer = type_(*arguments, language=language)
        assert (answer.code, answer.out) == (2, "")
        assert one_sentence(answer.error)


@pytest.mark.parametrize("verb", NAMES)
def test_every_command_explains_itself(type_: Type, verb: str) -> None:
    answer = type_(verb, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Usage: crm-desktop {verb}")


def test_without_a_command_the_window_opens_on_the_folder_named() -> None:
    asked = []

    def window(options: object) -> int:
        asked.append(options)
        return 7

    assert run(["--lang", "en", "--data-dir", "x"], window=window, pictures=window) == 7
    assert (str(asked[0].data_dir), asked[0].language) == ("x", "en")


def test_a_mistake_of_ours_is_one_sentence_and_a_report(
    type_: Type, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("王小明 13800001234")

    monkeypatch.setattr("crm_desktop.services.find_customers.customers.get_customer", broken)
    type_("demo", "--customers", 20)
    answer = type_("find", "王")
    assert answer.code == 1
    assert one_sentence(answer.error)
    report = next((folder / "logs").glob("crash-*.txt"))
    assert str(report) in answer.error
    assert "13800001234" not in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "environment", "language"),
    [
        ([], {"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        (["--lang", "zh_CN"], {"LANG": "de_DE.UTF-8"}, "zh_CN"),
        (["find", "x", "--lang=en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang"], {"LC_ALL": "zh_CN", "LANG": "en_GB"}, "zh_CN"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_computers(
    argv: list[str], environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_for(argv) == language


def test_help_loads_neither_database_nor_window() -> None:
    code = (
        "import sys; from crm_desktop.__main__ import main; main(['--help']); "
        "print([m for m in ('sqlalchemy', 'PySide6', 'sqlcipher3', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way there")
def test_a_reader_that_leaves_early_is_no_mistake(demo: Type, folder: Path) -> None:
    command = f'"{sys.executable}" -m crm_desktop --data-dir "{folder}" find 1 --json | head -c 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "["
    assert done.stderr == ""


def test_the_hidden_child_is_not_in_the_help(type_: Type) -> None:
    assert protocol.VERB not in type_("--help").out
