"""Calendars by command: in and out, with the same answers as tables."""

from pathlib import Path

import pytest

from tests.cli.conftest import Type

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:回访
DTSTART:20261124T090000
RRULE:FREQ=WEEKLY
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:never
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "日历.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    return path


def test_a_calendar_is_looked_through_brought_in_and_taken_back(type_: Type, calendar: Path) -> None:
    seen = type_("import", calendar, "--dry-run", "--json").json
    assert (seen["created"], seen["operation"], seen["errors"][0]["row"]) == (1, None, 10)
    done = type_("import", calendar)
    assert "New 1, changed 0" in done.out
    assert "line 10: “never” is no day or time. The entry is left out." in done.out
    listed = type_("followups", "--from", "2026-12-01", "--to", "2026-12-01", "--json").json
    assert [one["title"] for one in listed] == ["回访"]
    assert type_("imports", "--json").json[0]["kind"] == "calendar"
    assert "Imported a calendar" in type_("undo").out or type_("followups", "--json").json == []


def test_what_is_written_is_read_again(type_: Type, calendar: Path, tmp_path: Path) -> None:
    type_("import", calendar)
    file = tmp_path / "out.ics"
    written = type_("export", file, "--from", "2026-11-01", "--to", "2027-01-31", "--json").json
    assert (written["file"], written["rows"]) == (str(file), 1)
    again = type_("import", file, "--json").json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 1)


def test_an_argument_that_says_nothing_of_such_a_file_is_refused(type_: Type, calendar: Path, tmp_path: Path) -> None:
    assert "--sheet says nothing of a calendar file" in type_("import", calendar, "--sheet", "x").error
    assert "--from is only for a calendar file" in type_("export", tmp_path / "a.csv", "--from", "today").error


def test_what_is_no_calendar_is_told_in_one_sentence(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text("hello", encoding="utf-8")
    answer = type_("import", path)
    assert (answer.code != 0, answer.error.count("\n")) == (True, 1)
    assert "is no calendar" in answer.error


def test_a_calendar_is_known_by_how_it_begins_too(type_: Type, calendar: Path, tmp_path: Path) -> None:
    other = calendar.rename(tmp_path / "calendar.txt")
    assert type_("import", other, "--json").json["created"] == 1
