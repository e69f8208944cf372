"""The report of a mistake says where, never with whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.base.report import crash_report, masked, save_report


def failing(customer: str) -> None:
    raise ValueError(f"cannot save '{customer}' with 13800001234")


def report_of(customer: str) -> str:
    try:
        failing(customer)
    except ValueError as error:
        try:
            raise RuntimeError("while closing") from error
        except RuntimeError as outer:
            return crash_report(outer)
    raise AssertionError


def test_names_and_numbers_are_masked_and_the_place_is_there() -> None:
    report = report_of("王小明")
    assert "王小明" not in report
    assert "13800001234" not in report
    assert "tests/base/test_report.py" in report
    assert "failing" in report
    assert "RuntimeError: while closing" in report


@pytest.mark.parametrize(
    "message",
    [
        "'Sarah Thompson'",
        '"Sarah Thompson"',
        "sarah.thompson@example.com",
        "莎拉 Sarah",
        "tel 020-7946",
        "no Sarah Thompson here",
        "Thompson is not there",
        "Anne-Marie O'Thompson",
    ],
)
def test_personal_words_are_covered(message: str) -> None:
    shown = masked(message)
    assert not any(secret in shown for secret in ("Thompson", "thompson", "莎拉", "7946"))


def test_the_users_own_folders_are_not_named() -> None:
    assert str(Path(__file__).parents[3]) not in report_of("x")


def test_a_report_is_kept_in_the_logs_folder(tmp_path: Path) -> None:
    file = save_report(tmp_path / "logs", "text")
    assert file is not None
    assert file.read_text(encoding="utf-8") == "text"


def test_a_report_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    assert save_report(blocked, "text") is None
