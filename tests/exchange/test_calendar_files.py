"""Calendar files of other programs: what can be read is offered, the rest named by its line; ours come back whole."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.calendar_entry import CalendarProblem, OutsideEntry
from crm_desktop.exchange.calendar_reader import read_calendar
from crm_desktop.exchange.calendar_writer import write_calendar
from crm_desktop.exchange.protocol import CalendarRequest, WriteCalendarRequest
from crm_desktop.exchange.sniff import sniff
from tests.support.data import real_data

SHANGHAI = "Asia/Shanghai"


def read(path, zone=SHANGHAI):
    return read_calendar(CalendarRequest(str(path), zone, "2026-11-22"))


@pytest.fixture
def read_text(tmp_path):
    def reading(*lines, zone=SHANGHAI):
        path = tmp_path / "a.ics"
        path.write_text("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]), encoding="utf-8")
        return read(path, zone)

    return reading


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", "SUMMARY:茶", *lines, "END:VEVENT"]


def problems(found):
    return [(one.line, one.problem) for one in found.problems]


# files of other programs


def test_every_real_file_gives_entries_or_a_clear_word():
    entries, refused, named, silent = 0, Counter(), Counter(), []
    files = sorted(real_data("ical", "collective-icalendar").glob("*.ics"))
    for path in files:
        try:
            found = read(path)
        except Fault as fault:
            refused[fault.kind] += 1
            continue
        entries += len(found.entries)
        named.update(one.problem for one in found.problems)
        parts = path.read_bytes().upper().count(b"BEGIN:VEVENT") + path.read_bytes().upper().count(b"BEGIN:VTODO")
        if parts and not found.entries and not found.problems:
            silent.append(path.name)
    assert (len(files), entries, dict(refused), silent) == (159, 109, {FaultKind.NO_CALENDAR: 14}, [])
    assert named[CalendarProblem.NO_DAY] == 73
    assert named.total() == 108


def test_what_is_broken_is_named_by_its_line_and_the_rest_is_taken():
    found = read(real_data("ical", "collective-icalendar", "issue_104_broken_calendar.ics"))
    assert len(found.entries) == 1
    assert problems(found) == [(13, CalendarProblem.BROKEN_LINE)]


# when


def test_a_time_of_another_zone_stands_on_the_shops_clock(read_text):
    found = read_text(*event("DTSTART;TZID=America/New_York:20261122T200000", "DTEND:20261123T013000Z"))
    assert (found.entries[0].start, found.entries[0].length) == ("2026-11-23T09:00:00", 30)


@pytest.mark.parametrize("name", ["China Standard Time", "Asia/Shanghai", "/mozilla.org/2007_1/Asia/Shanghai", "UTC+8"])
def test_a_zone_is_known_by_many_names(read_text, name):
    found = read_text(*event(f'DTSTART;TZID="{name}":20261122T090000'), zone="Europe/Berlin")
    assert (found.entries[0].start, found.problems) == ("2026-11-22T02:00:00", ())


def test_a_zone_without_a_name_is_taken_as_the_file_says_it(read_text):
    offset = ["DTSTART:19700101T000000", "TZOFFSETFROM:+0330", "TZOFFSETTO:+0330"]
    zone = ["BEGIN:VTIMEZONE", "TZID:Mine", "BEGIN:STANDARD", *offset, "END:STANDARD", "END:VTIMEZONE"]
    found = read_text(*event("DTSTART;TZID=Mine:20261122T090000", "RRULE:FREQ=DAILY"), *zone)
    assert (found.entries[0].zone, found.entries[0].start) == ("Asia/Tehran", "2026-11-22T09:00:00")


def test_a_series_keeps_its_zone_and_its_end_on_that_clock(read_text):
    found = read_text(
        *event("DTSTART;TZID=America/New_York:20261101T090000", "RRULE:FREQ=DAILY;UNTIL=20261201T140000Z")
    )
    one = found.entries[0]
    assert (one.zone, one.start) == ("America/New_York", "2026-11-01T09:00:00")
    assert one.rule == "FREQ=DAILY;UNTIL=20261201T090000"


def test_a_single_day_of_a_series_is_found_on_the_clock_of_the_series(read_text):
    moved = event("RECURRENCE-ID:20261123T010000Z", "DTSTART:20261123T030000Z")
    found = read_text(*event("DTSTART;TZID=Asia/Shanghai:20261122T090000", "RRULE:FREQ=DAILY"), *moved)
    assert [(one.original, one.start) for one in found.entries][1] == ("2026-11-23T09:00:00", "2026-11-23T11:00:00")


def test_a_series_changed_from_one_day_on_becomes_two(read_text):
    change = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261207T090000", "DTSTART:20261208T100000")
    found = read_text(*event("DTSTART:20261123T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5"), *change)
    told = [(one.uid, one.start, one.rule) for one in found.entries]
    assert told == [
        ("1", "2026-11-23T09:00:00", "FREQ=WEEKLY;COUNT=2;BYDAY=MO"),
        ("1#2026-12-07T09:00:00", "2026-12-08T10:00:00", "FREQ=WEEKLY;COUNT=3;BYDAY=TU"),
    ]


def test_alarms_count_back_from_the_time_or_from_the_hour_the_shop_opens(read_text):
    alarms = [
        line
        for trigger in ("-PT15M", ";VALUE=DATE-TIME:20261122T000000Z")
        for line in ("BEGIN:VALARM", f"TRIGGER{'' if trigger[0] == ';' else ':'}{trigger}", "END:VALARM")
    ]
    timed, whole = event("DTSTART:20261122T090000", *alarms), event("DTSTART;VALUE=DATE:20261122", *alarms)
    assert read_text(*timed).entries[0].reminders == (15, 60)
    assert read_text(*whole).entries[0].reminders == (60, 555)


# hostile files


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("FREQ=SECONDLY", CalendarProblem.TOO_MANY),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", CalendarProblem.NEVER),
        ("FREQ=NEVER", CalendarProblem.NOT_A_RULE),
    ],
)
def test_a_rule_no_calendar_can_show_is_named(read_text, rule, problem):
    found = read_text(*event("DTSTART:20261122T090000", f"RRULE:{rule}"))
    assert (found.entries, problems(found)) == ((), [(6, problem)])


def test_an_endless_line_is_cut_and_costs_nothing_else(read_text):
    found = read_text(*event("X-PICTURE:" + "x" * 3_000_000, "ATTACH:" + "\r\n y" * 100_000, "DTSTART:20261122T090000"))
    assert len(found.entries) == 1


def test_components_in_each_other_without_end_are_read_to_the_end(read_text):
    found = read_text(*["BEGIN:VEVENT"] * 500, *["BEGIN:X"] * 20_000, *event("DTSTART:20261122T090000"))
    assert [one.title for one in found.entries] == ["茶"]


def test_rules_that_keep_the_computer_busy_end_in_one_sentence(read_text, monkeypatch):
    monkeypatch.setattr(limits, "CALENDAR_CPU_SECONDS", -1)
    with pytest.raises(Fault) as caught:
        read_text(*event("DTSTART:20261122T090000", "RRULE:FREQ=DAILY"))
    assert caught.value.kind is FaultKind.CALENDAR_HOSTILE


def test_more_entries_than_a_shop_has_are_refused(read_text, monkeypatch):
    monkeypatch.setattr(limits, "MAX_CALENDAR_ENTRIES", 3)
    with pytest.raises(Fault) as caught:
        read_text(*event() * 4)
    assert caught.value.kind is FaultKind.FILE_TOO_LARGE


@given(
    st.lists(
        st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "DTSTART:2026", "RRULE:FREQ=", " x", "BEGIN:VALARM", ":", ";="])
    )
)
def test_no_order_of_broken_lines_brings_the_reader_down(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    path.write_text("\n".join(["BEGIN:VCALENDAR", *lines]), encoding="utf-8")
    assert read(path).entries == ()


def test_a_calendar_among_tables_is_told_to_be_one(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    with pytest.raises(Fault) as caught:
        sniff(path)
    assert caught.value.kind is FaultKind.IS_CALENDAR


# what we write


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))).map(lambda text: " ".join(text.split()))
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def entries(draw):
    timed = draw(st.booleans())
    days = sorted(draw(st.sets(DAYS, min_size=4, max_size=4)))
    start, *others = [f"{day}{'T09:30:00' if timed else ''}" for day in days]
    repeats = draw(st.booleans())
    return OutsideEntry(
        uid="1",
        start=start,
        title=draw(TEXTS)[:200],
        note=draw(TEXTS).strip("\\"),
        task=draw(st.booleans()),
        zone=draw(st.sampled_from([None, "America/New_York"])) if timed and repeats else None,
        length=draw(st.sampled_from([None, 30, 2880, 4000])),
        rule=draw(
            st.sampled_from(["", "FREQ=WEEKLY;COUNT=9", "FREQ=MONTHLY;BYMONTHDAY=30;RSCALE=CHINESE;SKIP=BACKWARD"])
        )
        if repeats
        else "",
        extra=tuple(others[:1]) if repeats else (),
        excluded=tuple(others[1:]) if repeats else (),
        status=draw(st.sampled_from(["open", "done", "closed"])),
        priority=draw(st.sampled_from([None, 0, 1, 2])),
        reminders=tuple(sorted(draw(st.sets(st.integers(0, 9_000), max_size=3)))),
        own=draw(st.dictionaries(st.sampled_from(["KIND", "CUSTOMER"]), TEXTS)),
    )


@given(entries())
def test_what_we_write_is_read_as_it_was(tmp_path_factory, entry):
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    write_calendar(WriteCalendarRequest(str(path), SHANGHAI, "20261122T040000Z"), [entry])
    found = read(path)
    assert found.problems == ()
    assert [replace(one, line=0, phones=(), emails=()) for one in found.entries] == [entry]


def test_zones_are_described_so_that_other_programs_agree(tmp_path):
    from dateutil.tz import tzical

    path = tmp_path / "a.ics"
    entry = OutsideEntry(uid="1", start="2026-11-22T09:00:00", zone="America/New_York", rule="FREQ=DAILY")
    write_calendar(WriteCalendarRequest(str(path), SHANGHAI, "20261122T040000Z"), [entry])
    zone = tzical(str(path)).get("America/New_York")
    offsets = [datetime(2030, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    assert [offset.total_seconds() / 3600 for offset in offsets] == [-5, -4]
