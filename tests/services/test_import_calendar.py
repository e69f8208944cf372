"""A calendar brought in: once, whole, one step back; and our own files come back as the shop they were."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.base.errors import Fault
from crm_desktop.domain.customer import ContactKind, Outcome
from crm_desktop.domain.follow_up import FollowUpKey, Scope
from crm_desktop.exchange import worker
from crm_desktop.exchange.calendar_reader import read_calendar
from crm_desktop.services import change_contacts
from crm_desktop.services.change_follow_up import change_follow_up, move_follow_up
from crm_desktop.services.check_database import check_database
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.import_calendar import import_calendar
from crm_desktop.services.import_history import imports, preview_undo_import, undo_import
from crm_desktop.services.read_calendar import read_days
from crm_desktop.services.read_follow_up import read_follow_up
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.read_today import read_today
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import business_dump
from tests.support.data import real_data


def dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def only(shop):
    (row_id,) = dump(shop)["follow_up"]
    return row_id


@pytest.fixture
def bring(shop, tmp_path):
    def bringing(*lines, **how):
        path = tmp_path / "calendar.ics"
        path.write_text("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]), encoding="utf-8")
        return import_calendar(shop.workplace, path, **how)

    return bringing


def event(*lines, uid="1", title="回访"):
    return ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"]


WEEKLY = event(
    "DTSTART;TZID=Asia/Shanghai:20261123T090000", "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Asia/Shanghai:20261130T090000"
)
MOVED = event("RECURRENCE-ID;TZID=Asia/Shanghai:20261207T090000", "DTSTART;TZID=Asia/Shanghai:20261208T100000")


def test_an_import_is_one_step_back_to_the_very_same_shop(shop, bring):
    before = dump(shop)
    result = bring(*WEEKLY, *MOVED, *event("DTSTART;VALUE=DATE:20261124", uid="2"))
    assert (result.created, result.updated, result.unchanged, result.counts.exceptions) == (3, 0, 0, 1)
    after = dump(shop)
    undo(shop.workplace)
    assert dump(shop) == before
    redo(shop.workplace)
    assert dump(shop) == after


def test_the_same_file_again_changes_nothing(shop, bring):
    bring(*WEEKLY, *MOVED)
    after = dump(shop)
    again = bring(*WEEKLY, *MOVED)
    assert (again.created, again.updated, again.unchanged, again.operation) == (0, 0, 2, None)
    assert dump(shop) == after


def test_a_changed_file_changes_what_it_says_otherwise_and_nothing_else(shop, bring):
    bring(*event("DTSTART:20261124T010000Z"))
    row = only(shop)
    move_follow_up(shop.workplace, FollowUpKey(row), date(2026, 11, 26))
    again = bring(*event("DTSTART:20261124T010000Z", title="回访，改期"))
    assert (again.created, again.updated) == (0, 1)
    found = read_follow_up(shop.workplace, FollowUpKey(row)).draft
    assert (found.title, found.day, found.time) == ("回访，改期", date(2026, 11, 24), time(1))


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("回访王小明", ()),
        ("回访", ("ATTENDEE;CN=x:mailto:Wang@Example.com",)),
        ("回访 138 0000 1234", ()),
        ("回访", ("CONTACT:王小明 13912345678",)),
    ],
)
def test_the_one_customer_that_fits_is_found(shop, bring, title, more):
    customer = shop.add("王小明", "13800001234")
    change_contacts.add_contact(shop.workplace, customer, ContactKind.EMAIL, "wang@example.com")
    shop.add("王小", "13900001234")
    result = bring(*event("DTSTART:20261124T010000Z", *more, title=title))
    assert result.counts.with_customer == 1
    assert read_follow_up(shop.workplace, FollowUpKey(only(shop))).draft.customer_id == customer


def test_the_customers_history_says_where_it_came_from(shop, bring):
    customer = shop.add("王小明")
    bring(*event("DTSTART:20261124T010000Z", title="回访王小明"))
    timeline = read_timeline(shop.workplace, customer)
    brought = timeline.entries[0].event
    assert event_title(brought, timeline.names) == "Brought in from a file"
    assert event_lines(brought, timeline.names) == ["回访王小明: 2026-11-24 01:00"]


def test_of_two_customers_of_one_name_none_is_taken(shop, bring):
    shop.add("王小明"), shop.add("王小明")
    assert bring(*event("DTSTART:20261124T010000Z", title="回访王小明")).counts.with_customer == 0


def test_events_of_days_gone_by_are_done_and_nobody_is_late(shop, bring):
    result = bring(*event("DTSTART:20200101T010000Z"), *event("DTSTART:20261101T010000Z", "RRULE:FREQ=DAILY", uid="2"))
    assert result.counts.over == 1 + 21
    today = read_today(shop.workplace)
    assert (today.overdue_count, len(today.due)) == (0, 1)


def test_a_task_of_days_gone_by_is_late_unless_it_is_done(shop, bring):
    task = ["BEGIN:VTODO", "UID:1", "SUMMARY:a", "DUE:20261101T010000Z", "END:VTODO"]
    done = ["BEGIN:VTODO", "UID:2", "SUMMARY:b", "DUE:20261101T010000Z", "STATUS:COMPLETED", "END:VTODO"]
    bring(*task, *done)
    assert read_today(shop.workplace).overdue_count == 1


def test_what_is_no_use_here_is_counted_and_what_is_broken_told_by_line(shop, bring):
    result = bring("BEGIN:VJOURNAL", "END:VJOURNAL", *event("DTSTART:never"))
    assert (result.created, result.skipped, result.operation) == (0, 1, None)
    assert [(one.row, one.problem) for one in result.errors] == [(7, "“never” is no day or time.")]


def test_a_dry_run_writes_nothing_and_says_what_would_come(shop, bring):
    before = dump(shop)
    result = bring(*WEEKLY, *MOVED, dry_run=True)
    assert (result.created, result.operation, dump(shop)) == (2, None, before)


def test_a_single_entry_that_repeats_since_becomes_the_first_of_its_series(shop, bring):
    bring(*event("DTSTART:20261124T010000Z"))
    bring(*event("DTSTART:20261124T010000Z", "RRULE:FREQ=WEEKLY"))
    days = read_days(shop.workplace, date(2026, 11, 23), date(2026, 12, 2))
    assert [(one.day.day, one.repeats) for one in days] == [(24, True), (1, True)]


# taking back


def test_the_list_of_imports_has_it_and_takes_it_back_whole(shop, bring):
    before = dump(shop)
    bring(*WEEKLY, *MOVED)
    entry = imports(shop.workplace)[0]
    assert (entry.kind, entry.created, entry.can_undo) == ("calendar", 2, True)
    undo_import(shop.workplace, entry.id)
    assert dump(shop) == before


def test_what_was_done_since_stays_when_an_import_is_taken_back(shop, bring):
    bring(*event("DTSTART:20261124T010000Z"), *event("DTSTART:20261125T010000Z", uid="2", title="别的"))
    kept = next(row_id for row_id, row in dump(shop)["follow_up"].items() if row["title"] == "回访")
    finish_follow_up(shop.workplace, FollowUpKey(kept), Finish(Outcome.REACHED))
    entry = imports(shop.workplace)[0]
    preview = preview_undo_import(shop.workplace, entry.id)
    assert (preview.going, [value.customer for value in preview.kept_values]) == (1, ["回访"])
    undo_import(shop.workplace, entry.id)
    assert list(dump(shop)["follow_up"]) == [kept]


def test_a_series_with_something_done_since_stays_with_it(shop, bring):
    bring(*WEEKLY)
    first = read_days(shop.workplace, date(2026, 11, 23), date(2026, 11, 23))[0]
    finish_follow_up(shop.workplace, first.key, Finish(Outcome.REACHED))
    before = dump(shop)["series_exception"]
    entry = imports(shop.workplace)[0]
    preview = preview_undo_import(shop.workplace, entry.id)
    assert (preview.going, preview.kept_series) == (0, 1)
    assert len(undo_import(shop.workplace, entry.id).conflicts) == 1
    assert (len(dump(shop)["follow_up_series"]), dump(shop)["series_exception"]) == (1, before)


def test_a_follow_up_that_was_done_goes_all_the_same_where_it_is_ticked(shop, bring):
    bring(*event("DTSTART:20261124T010000Z"))
    finish_follow_up(shop.workplace, FollowUpKey(only(shop)), Finish(Outcome.REACHED))
    entry = imports(shop.workplace)[0]
    ticked = {value.change_id for value in preview_undo_import(shop.workplace, entry.id).kept_values}
    undo_import(shop.workplace, entry.id, put_back=frozenset(ticked))
    assert dump(shop)["follow_up"] == {}


# real files


def test_every_real_file_is_brought_in_or_refused_and_all_is_taken_back(shop, monkeypatch):
    monkeypatch.setattr(worker, "read_calendar", lambda request, cancelled: read_calendar(request))
    before, created, problems = dump(shop), 0, 0
    files = sorted(real_data("ical", "collective-icalendar").glob("*.ics"))
    for path in files:
        with suppress(Fault):
            result = import_calendar(shop.workplace, path)
            created, problems = created + result.created, problems + len(result.errors)
    assert (len(files), created, problems) == (159, 79, 108)
    assert check_database(shop.workplace).is_clean
    for entry in imports(shop.workplace):
        if entry.can_undo:
            undo_import(shop.workplace, entry.id)
    assert dump(shop) == before


def test_marks_of_our_own_that_somebody_made_twice_bring_nothing_down(shop, bring):
    marks = ["X-CRM-PUBLIC-ID:0123456789abcdef", "X-CRM-SERIES:0123456789abcdef", "X-CRM-REPEAT:FREQ=DAILY"]
    more = ["X-CRM-SERIES-START:9999-99-99", "X-CRM-OUTCOME:x", "X-CRM-KIND:own:x", "X-CRM-ON-CLOSED:x"]
    day = ["RECURRENCE-ID:20261124T010000Z", *marks, *more]
    result = bring(
        *event("DTSTART:20261124T010000Z", *marks, *more),
        *event("DTSTART:20261124T010000Z", *marks, *more, uid="2"),
        *event("DTSTART:20261124T010000Z", "RRULE:FREQ=DAILY", *marks, *more, uid="3"),
        *event("DTSTART:20261124T010000Z", *day, uid="3"),
        *event("DTSTART:20261124T010000Z", *day, uid="4"),
    )
    assert (result.created, result.errors) == (5, ())
    again = bring(*event("DTSTART:20261125T010000Z", "RRULE:FREQ=DAILY", *marks, uid="5"))
    assert again.created + again.updated == 1


# zones


NEW_YORK = event("DTSTART;TZID=America/New_York:20261026T200000", "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO")


def test_a_series_of_another_zone_stands_on_the_shops_clock_through_the_change_of_its_clocks(shop, bring):
    change_setting(shop.workplace, TIME_ZONE.key, "Asia/Shanghai")
    bring(*NEW_YORK)
    days = read_days(shop.workplace, date(2026, 10, 1), date(2026, 12, 1))
    told = [(one.day.month, one.day.day, one.time.hour) for one in days]
    assert told == [(10, 27, 8), (11, 3, 9), (11, 10, 9), (11, 17, 9)]


def test_a_series_of_another_zone_goes_with_the_shop_when_that_moves(shop, bring):
    bring(*event("DTSTART;TZID=America/New_York:20261123T200000", "RRULE:FREQ=WEEKLY;COUNT=2"))
    before = [(one.day.day, one.time.hour) for one in read_days(shop.workplace, date(2026, 11, 1), date(2026, 12, 9))]
    change_setting(shop.workplace, TIME_ZONE.key, "Asia/Shanghai")
    days = read_days(shop.workplace, date(2026, 11, 1), date(2026, 12, 9))
    assert before == [(24, 1), (1, 1)]
    assert [(one.day.day, one.time.hour) for one in days] == [(24, 9), (1, 9)]
    assert check_database(shop.workplace).is_clean


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.LATER])
def test_a_series_of_another_zone_that_is_moved_here_goes_by_the_shops_clock(shop, bring, scope):
    change_setting(shop.workplace, TIME_ZONE.key, "Asia/Shanghai")
    bring(*event("DTSTART;TZID=America/New_York:20261123T200000", "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO"))
    first, second = read_days(shop.workplace, date(2026, 11, 20), date(2026, 12, 2))
    moved = first if scope is Scope.ALL else second
    move_follow_up(shop.workplace, moved.key, moved.day + timedelta(days=1), time=time(15), scope=scope)
    days = [
        (one.day.isoformat(), one.time.hour) for one in read_days(shop.workplace, date(2026, 11, 1), date(2027, 1, 1))
    ]
    late = [("2026-12-02", 15), ("2026-12-09", 15), ("2026-12-16", 15)]
    assert days == [("2026-11-25", 15) if scope is Scope.ALL else ("2026-11-24", 9), *late]
    assert check_database(shop.workplace).is_clean
    before = dump(shop)
    undo(shop.workplace)
    redo(shop.workplace)
    assert dump(shop) == before


def test_a_series_of_another_zone_that_is_only_renamed_stays_on_its_clock(shop, bring):
    change_setting(shop.workplace, TIME_ZONE.key, "Asia/Shanghai")
    bring(*NEW_YORK)
    entry = read_days(shop.workplace, date(2026, 11, 10), date(2026, 11, 10))[0]
    draft = replace(read_follow_up(shop.workplace, entry.key).draft, title="改名")
    change_follow_up(shop.workplace, entry.key, draft, Scope.ALL)
    (series,) = dump(shop)["follow_up_series"].values()
    assert (series["zone"], series["title"]) == ("America/New_York", "改名")
