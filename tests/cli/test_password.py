"""A customer book with a password answers every command to who knows it, and its child processes work as before."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from crm_desktop.cli.session import shop_of
from crm_desktop.domain.journal import Source
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.passwords import set_password
from crm_desktop.services.recovery_sheet import make_sheet
from crm_desktop.services.simulate_rules import RulesDraft, simulate_rules
from tests.cli.conftest import Type
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
WORD = "three green elephants"


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "password.txt"
    file.write_text(f"{WORD}\r\n", encoding="utf-8")
    return file


@pytest.fixture
def locked(quick_passwords, demo: Type, folder: Path) -> Type:
    shop = open_shop(ShopOptions(folder), Source.WINDOW)
    set_password(shop, WORD)
    shop.close()
    return demo


def test_without_the_password_a_command_is_refused_and_says_how(locked: Type) -> None:
    answer = locked("find", "王")
    assert answer.code == 1
    assert "--password-file" in answer.error


def test_a_file_with_the_password_opens_every_command(locked: Type, word: Path) -> None:
    assert locked("check", "--password-file", word).code == 0
    assert locked("--password-file", word, "find", "a", "--json").code == 0


def test_standard_input_brings_the_password(locked: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORD}\n"))
    assert locked("check", "--quick", "--password-file", "-").code == 0


def test_a_person_at_a_terminal_is_asked(locked: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or WORD)
    assert locked("check", "--quick").code == 0
    assert asked == ["Password of the customer book: "]


def test_a_wrong_password_is_told_in_one_sentence_and_the_sixth_has_to_wait(locked: Type, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("three grey elephants", encoding="utf-8")
    said = [locked("check", "--password-file", wrong).error for _ in range(6)]
    assert set(said[:5]) == {"This is not the password of this customer book.\n"}
    assert said[5].startswith("Too many wrong passwords. The next try is possible in")


def test_an_import_reads_and_writes_in_its_child_process(locked: Type, word: Path, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("姓名,手机\n欧阳娜娜,13800001234\n", encoding="utf-8")
    assert locked("import", file, "--password-file", word, "--json").json["created"] == 1
    target = tmp_path / "all.xlsx"
    assert locked("export", target, "--password-file", word).code == 0
    assert target.stat().st_size > 0


def test_duplicates_are_searched_for_in_their_child_process(locked: Type, word: Path) -> None:
    assert locked("duplicates", "--password-file", word, "--json").code == 0


def test_a_backup_goes_back_with_the_password_or_without_it_with_the_code(
    locked: Type, word: Path, folder: Path, tmp_path: Path
) -> None:
    made = locked("backup", "--password-file", word, "--json").json["file"]
    assert locked("restore", made).code == 1
    assert locked("restore", made, "--password-file", word).code == 0
    shop = open_shop(ShopOptions(folder, password=lambda: WORD), Source.WINDOW)
    code = tmp_path / "code.txt"
    code.write_text("-".join(make_sheet(shop.key, shop.workplace.now().date()).groups), encoding="utf-8")
    shop.close()
    assert locked("restore", made, "--code-file", code).code == 0
    assert locked("check", "--password-file", word).code == 0


def test_the_simulator_answers_in_its_child_process(locked: Type, folder: Path) -> None:
    with shop_of(ShopOptions(folder, password=lambda: WORD)) as shop:
        found = simulate_rules(shop.workplace, (RulesDraft(PointsRules()),))
    assert len(found.drafts) == 1
