import subprocess
import sys
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.recurrence import (
    Moment,
    RecurrenceError,
    RecurrenceFault,
    occurrences,
    parse_rule,
    to_utc,
    to_wall,
)

SHANGHAI, NEW_YORK = "Asia/Shanghai", "America/New_York"
moments = st.builds(Moment, st.dates(), st.none() | st.times(timezones=st.none()).map(lambda at: at.replace(fold=0)))


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_time_that_the_clocks_leap_over_is_as_much_later():
    assert to_utc(date(2027, 3, 14), time(2, 30), NEW_YORK) == utc("2027-03-14T07:30")
    assert to_wall(utc("2027-03-14T07:30"), NEW_YORK) == datetime.fromisoformat("2027-03-14T03:30")


def test_a_time_that_comes_twice_is_the_first():
    assert to_utc(date(2027, 11, 7), time(1, 30), NEW_YORK) == utc("2027-11-07T05:30")


def test_a_whole_day_begins_at_midnight_of_the_shop():
    assert to_utc(date(2026, 11, 24), None, SHANGHAI) == utc("2026-11-23T16:00")


def test_a_call_at_nine_stays_at_nine_when_the_clocks_change():
    found = occurrences(
        parse_rule("FREQ=DAILY"), Moment(date(2027, 3, 13), time(9)), date(2027, 3, 13), date(2027, 3, 15)
    )
    assert [one.time for one in found] == [time(9)] * 3
    assert [to_utc(one.day, one.time, NEW_YORK).hour for one in found] == [14, 13, 13]


def test_a_shop_that_moves_to_another_zone_keeps_its_wall_times():
    found = occurrences(
        parse_rule("FREQ=WEEKLY;COUNT=2"), Moment(date(2026, 11, 24), time(9)), date(2026, 11, 1), date(2026, 12, 31)
    )
    assert [str(one.original) for one in found] == ["2026-11-24T09:00:00", "2026-12-01T09:00:00"]
    assert to_utc(found[0].day, found[0].time, SHANGHAI) == utc("2026-11-24T01:00")
    assert to_utc(found[0].day, found[0].time, NEW_YORK) == utc("2026-11-24T14:00")


def test_a_series_from_elsewhere_comes_by_the_clock_of_the_shop():
    start, first, last = Moment(date(2027, 3, 13), time(20)), date(2027, 3, 14), date(2027, 3, 15)
    found = occurrences(parse_rule("FREQ=DAILY"), start, first, last, zone=NEW_YORK, shop_zone=SHANGHAI)
    # New York's clocks leap on 14 March, Shanghai's never do.
    assert [(one.day.day, one.time.hour, str(one.original)) for one in found] == [
        (14, 9, "2027-03-13T20:00:00"),
        (15, 8, "2027-03-14T20:00:00"),
    ]
    whole = occurrences(parse_rule("FREQ=DAILY"), Moment(first), first, last, zone=NEW_YORK, shop_zone=SHANGHAI)
    assert [one.day for one in whole] == [first, last]


def test_a_rule_ends_by_the_clock_of_its_zone_in_the_hour_that_comes_twice():
    rule = parse_rule("FREQ=MINUTELY;INTERVAL=15;UNTIL=20271107T053000Z")
    found = occurrences(rule, Moment(date(2027, 11, 7), time(1)), date(2027, 11, 7), date(2027, 11, 7), zone=NEW_YORK)
    assert [one.time.minute for one in found] == [0, 15, 30]


def test_a_zone_nobody_knows_is_named():
    for name in ("Mars/Olympus", "", "../etc/passwd"):
        with pytest.raises(RecurrenceError) as caught:
            to_utc(date(2026, 11, 24), None, name)
        assert caught.value.fault is RecurrenceFault.ZONE_UNKNOWN


@given(moments)
def test_a_moment_survives_its_own_text(moment):
    assert Moment.parse(str(moment)) == moment


@given(moments, moments)
def test_moments_are_in_order_of_time_with_whole_days_first(one, other):
    assert (one < other) + (other < one) + (one == other) == 1
    if one.day < other.day:
        assert one < other
    assert not Moment(one.day, one.time or time()) < Moment(one.day)


def test_a_start_of_the_program_loads_no_calendar_library():
    heavy = ("dateutil", "lunar_python", "zoneinfo")
    code = (
        "import sys; import crm_desktop.domain.recurrence, crm_desktop.domain.shop_calendar, "
        f"crm_desktop.domain.anniversaries; print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
