"""Staff by commands: who may do what holds there too, and a PIN is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Type


@pytest.fixture
def clerk(demo: Type) -> str:
    assert demo("staff", "add", "Anna", "--role", "clerk").code == 0
    return "Anna"


@pytest.fixture
def pins(demo: Type, clerk: str, tmp_path: Path) -> Path:
    """Give the clerk the PIN 4711 and the owner 2580; return the folder with the files that say so."""
    for name, pin in (("Anna", "4711"), ("owner", "2580")):
        (tmp_path / name).write_text(f"{pin}\n", encoding="utf-8")
    assert demo("staff", "pin", clerk, "--new-pin-file", tmp_path / "Anna").code == 0
    owner = demo("staff", "list", "--json").json[0]["name"]
    assert demo("staff", "pin", owner, "--new-pin-file", tmp_path / "owner").code == 0
    return tmp_path


def listed(answer: Answer) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in answer.json}


def test_everybody_is_listed_with_role_rights_and_pin(demo: Type, clerk: str) -> None:
    one = listed(demo("staff", "list", "--json"))[clerk]
    assert (one["role"], one["active"], one["has_pin"], one["own"]) == ("clerk", True, False, None)
    assert "sell" in one["rights"]
    assert "Clerk" in demo("staff").out


def test_role_and_rights_are_changed_and_said(demo: Type, clerk: str) -> None:
    assert demo("staff", "rights", "anna", "--give", "export", "--take", "sell").out.split()[-2:] == [
        "+export",
        "-sell",
    ]
    assert "Manager" in demo("staff", "role", clerk, "manager").out
    assert "left" in demo("staff", "deactivate", clerk).out


def test_a_command_in_somebodys_name_does_what_she_may(demo: Type, clerk: str, tmp_path: Path) -> None:
    refused = demo("--as", clerk, "export", tmp_path / "a.csv")
    assert refused.code == 1
    assert "is not among your rights" in refused.error
    assert demo("--as", clerk, "find", "a").code == 0
    assert "Nobody called" in demo("--as", "Nobody", "find", "a").error


def test_whoever_has_a_pin_is_asked_for_it(demo: Type, pins: Path) -> None:
    assert "asks for the PIN" in demo("find", "a").error
    assert demo("--pin-file", pins / "owner", "find", "a").code == 0
    wrong = demo("--pin-file", pins / "Anna", "find", "a")
    assert (wrong.code, "not the PIN" in wrong.error) == (1, True)
    assert demo("--as", "Anna", "--pin-file", pins / "Anna", "find", "a").code == 0


def test_what_asks_for_the_pin_again_has_it_already(demo: Type, pins: Path, tmp_path: Path) -> None:
    assert demo("--pin-file", pins / "owner", "export", tmp_path / "a.csv").code == 0
    assert demo("--pin-file", pins / "owner", "staff", "pin", "Anna", "--remove").code == 0
    assert demo("--as", "Anna", "find", "a").code == 0


def test_a_clerks_list_of_hits_shows_no_number(demo: Type, clerk: str) -> None:
    full, hidden = demo("find", "a", "--json"), demo("--as", clerk, "find", "a", "--json")
    assert "****" not in full.out
    assert "**" in hidden.out


def test_a_pin_that_is_none_is_refused(demo: Type, clerk: str, tmp_path: Path) -> None:
    (tmp_path / "short").write_text("12", encoding="utf-8")
    assert "4 to 12 digits" in demo("staff", "pin", clerk, "--new-pin-file", tmp_path / "short").error


def test_a_restore_is_for_whoever_may(demo: Type, pins: Path, folder: Path) -> None:
    assert demo("--pin-file", pins / "owner", "backup").code == 0
    backup = next((folder / "backups").glob("*.db"))
    assert "asks for the PIN" in demo("restore", backup).error
    refused = demo("--as", "Anna", "--pin-file", pins / "Anna", "restore", backup)
    assert "Restore backups" in refused.error
    assert demo("--pin-file", pins / "owner", "restore", backup).code == 0
