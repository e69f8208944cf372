"""Which reminder rings when, by the shop's clock, whatever the clock of the machine does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.reminders import (
    SNOOZE,
    Entry,
    Rung,
    due_rings,
    moment_of,
    next_ring,
    with_default,
)
from crm_desktop.domain.shop_time import ShopTime

SHANGHAI = ShopTime(ZoneInfo("Asia/Shanghai"))
BERLIN = ShopTime(ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 23)
CALL = Entry("7", DAY, time(15), (10,))
RINGS_AT = datetime(2026, 11, 23, 6, 50, tzinfo=UTC)


def rung(memory, ring):
    return memory | {(ring.entry.name, minutes): Rung(ring.entry.due) for minutes in ring.minutes}


def local(moment, clock=BERLIN):
    return f"{clock.local(moment):%d %H:%M}"


def test_an_entry_rings_so_many_minutes_before_its_time_by_the_clock_of_the_shop():
    assert next_ring([CALL], {}, SHANGHAI, RINGS_AT - timedelta(hours=5)) == RINGS_AT
    assert due_rings([CALL], {}, SHANGHAI, RINGS_AT - timedelta(seconds=1)) == []
    assert [ring.entry.name for ring in due_rings([CALL], {}, SHANGHAI, RINGS_AT)] == ["7"]


def test_an_entry_without_a_time_counts_from_the_opening_hour():
    opening = moment_of(ShopTime(UTC, opens_at=8), DAY, None, 60)
    assert opening == datetime(2026, 11, 23, 7, tzinfo=UTC)


def test_a_day_before_is_the_same_hour_over_a_change_to_summer_time():
    assert local(moment_of(BERLIN, date(2027, 3, 28), time(9), 1440)) == "27 09:00"
    assert local(moment_of(BERLIN, date(2026, 10, 25), time(9), 1440)) == "24 09:00"
    assert local(moment_of(BERLIN, date(2027, 3, 28), time(3, 30), 60)) == "28 01:30", "an hour is an hour"


def test_an_hour_that_is_left_out_is_the_one_after_it_and_one_that_comes_twice_is_the_first():
    assert local(moment_of(BERLIN, date(2027, 3, 28), time(2, 30))) == "28 03:30"
    assert moment_of(BERLIN, date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_what_has_rung_rings_no_more_even_when_the_clock_is_set_back_by_a_year():
    (ring,) = due_rings([CALL], {}, SHANGHAI, RINGS_AT)
    memory = rung({}, ring)
    for moment in (RINGS_AT, RINGS_AT - timedelta(days=365), RINGS_AT + timedelta(hours=3)):
        assert next_ring([CALL], memory, SHANGHAI, moment) is None


def test_an_entry_that_is_put_off_rings_anew_and_one_that_is_moved_forward_does_not():
    memory = {("7", 10): Rung(CALL.due)}
    later, earlier = Entry("7", DAY, time(17), (10,)), Entry("7", DAY, time(9), (10,))
    assert next_ring([later], memory, SHANGHAI, RINGS_AT) == RINGS_AT + timedelta(hours=2)
    assert next_ring([earlier], memory, SHANGHAI, RINGS_AT) is None


def test_several_reminders_of_one_entry_that_were_slept_through_are_one():
    entry = Entry("7", DAY, time(15), (0, 60, 1440))
    (ring,) = due_rings([entry], {}, SHANGHAI, RINGS_AT)
    assert ring.minutes == (60, 1440)
    assert next_ring([entry], rung({}, ring), SHANGHAI, RINGS_AT) == RINGS_AT + timedelta(minutes=10)


def test_a_reminder_added_before_the_last_one_that_has_rung_says_nothing():
    added = Entry("7", DAY, time(15), (10, 1440))
    assert due_rings([added], {("7", 10): Rung(CALL.due)}, SHANGHAI, RINGS_AT) == []


def test_a_snooze_rings_at_its_end_unless_the_entry_was_put_off():
    memory = {("7", 10): Rung(CALL.due), ("7", SNOOZE): Rung(CALL.due, RINGS_AT + timedelta(minutes=30))}
    assert next_ring([CALL], memory, SHANGHAI, RINGS_AT) == RINGS_AT + timedelta(minutes=30)
    later = Entry("7", DAY + timedelta(days=1), time(15), (10,))
    assert next_ring([later], memory, SHANGHAI, RINGS_AT) == RINGS_AT + timedelta(days=1)


def test_a_snooze_set_by_a_clock_a_year_ahead_ends_at_once():
    memory = {("7", 10): Rung(CALL.due), ("7", SNOOZE): Rung(CALL.due, RINGS_AT + timedelta(days=365))}
    assert next_ring([CALL], memory, SHANGHAI, RINGS_AT) == RINGS_AT


def test_the_usual_reminder_is_for_entries_with_a_time_and_none_of_their_own():
    assert with_default(None, time(9), 10) == (10,)
    assert with_default((60,), time(9), 10) == (60,)
    assert with_default((), None, 10) == ()
    assert with_default((), time(9), None) == ()


entries = st.lists(
    st.builds(
        Entry,
        st.integers(1, 99).map(str),
        st.integers(-3, 6).map(lambda days: DAY + timedelta(days=days)),
        st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        st.sets(st.sampled_from([0, 10, 60, 1440]), min_size=1).map(lambda found: tuple(sorted(found))),
    ),
    max_size=8,
    unique_by=lambda entry: entry.name,
)
jumps = st.lists(st.integers(-600_000, 600_000), max_size=30)


@given(entries, jumps, st.sampled_from([SHANGHAI, BERLIN]))
def test_however_the_clock_jumps_each_reminder_is_settled_once_and_nothing_due_is_left_out(planned, walk, clock):
    memory, rang, now = {}, [], RINGS_AT
    for minutes in (*walk, 30 * 1440):
        now += timedelta(minutes=minutes)
        for ring in due_rings(planned, memory, clock, now):
            assert not all(memory.get((ring.entry.name, one)) for one in ring.minutes), "something new rings"
            rang.append(ring.entry.name)
            memory = rung(memory, ring)
        upcoming = next_ring(planned, memory, clock, now)
        assert upcoming is None or upcoming > now
    for entry in planned:
        was_due = moment_of(clock, entry.day, entry.time, max(entry.minutes)) <= now
        assert int(was_due) <= rang.count(entry.name) <= len(entry.minutes)
