"""`--self-test`: one line for each thing an installation must be able to do, and an exit code."""

import sys

import pytest

from crm_desktop.cli import run
from crm_desktop.services import self_test
from crm_desktop.services.self_test import SelfCheck, SelfTestError, expect, tried


def _broken(folder):
    (folder / "left.txt").touch()
    expect(False, "it does not answer")


def _whole(folder):
    expect(list(folder.iterdir()) == [], "somebody was here before")
    return "well"


def test_a_whole_installation_passes_and_leaves_nothing(type_, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = type_("--self-test")
    assert answer.code == 0, answer.out
    assert "SQLCipher" in answer.out
    assert answer.out.endswith("Everything works.\n")
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_the_users_language_and_says_what_fails(type_, monkeypatch):
    monkeypatch.setattr(
        "crm_desktop.cli.self_test.self_checks", lambda: [SelfCheck("A", _broken), SelfCheck("B", _whole)]
    )
    answer = type_("--self-test")
    assert answer.code == 1
    assert answer.out.splitlines()[1:3] == ["FAILED: A – SelfTestError: it does not answer", "ok: B – well"]
    assert answer.out.endswith("1 check failed.\n")


def test_each_check_has_an_empty_folder_that_goes_away(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    findings = list(tried([SelfCheck("A", _broken), SelfCheck("B", _whole)]))
    assert [finding.passed for finding in findings] == [False, True]
    assert list(tmp_path.iterdir()) == []


def test_where_the_window_cannot_be_loaded_that_is_a_finding(monkeypatch, capsys):
    def load():
        raise ImportError("libGL.so.1: cannot open shared object file")

    monkeypatch.setattr("crm_desktop.cli.self_test.self_checks", tuple)
    assert run(["--lang", "en", "--self-test"], window=load, pictures=load, window_checks=load) == 1
    assert "FAILED: Qt loaded – ImportError: libGL.so.1" in capsys.readouterr().out


def test_without_anywhere_to_write_it_still_ends_with_its_code(monkeypatch):
    monkeypatch.setattr("crm_desktop.cli.self_test.self_checks", lambda: [SelfCheck("A", _broken)])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    try:
        assert run(["--self-test"], window=tuple, pictures=tuple) == 1
    finally:
        sys.stdout.close()
        sys.stderr.close()


def test_what_does_not_hold_is_found_where_assertions_are_left_out():
    with pytest.raises(SelfTestError, match="sum"):
        expect(1 + 1 == 3, "sum")


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"\x8f\x01 " + "王小明".encode()])
def test_a_database_that_others_can_read_is_found(content):
    with pytest.raises(SelfTestError):
        self_test.expect_encrypted(content)
