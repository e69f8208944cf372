import warnings
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.recurrence import (
    Frequency,
    Moment,
    RecurrenceError,
    RecurrenceFault,
    Rule,
    RuleDay,
    RuleMonth,
    end_of_day,
    occurrences,
    parse_rule,
)

START = Moment(date(2026, 11, 24), time(9))


def days(text, start, first, last):
    return [one.day for one in occurrences(parse_rule(text), start, first, last)]


def of_dateutil(text, start, first, last):
    """Return the naive times that dateutil says; it is let go on only as far as `last`.

    Where nothing comes, it looks on to the year 9999. So that this takes no seconds, it is asked about the same days
    7,600 years later, after 19 rounds of the calendar, except where a rule names years or Easter, which has no rounds.
    """
    later = timedelta() if "BYEASTER" in text or "UNTIL" in text else 19 * timedelta(days=146_097)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a rule with both a count and an end
        walls = (wall - later for wall in rrulestr(text, dtstart=start + later))
        return [wall for wall in takewhile(lambda wall: wall.date() <= last, walls) if wall.date() >= first]


numbers = st.integers
# One kind of day at a time: two together leave hardly a day, and dateutil looks for it for seconds.
some_days = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"by_month_day": st.lists(numbers(1, 31) | numbers(-31, -1), max_size=3).map(tuple)}),
    st.fixed_dictionaries({"by_year_day": st.lists(numbers(1, 366) | numbers(-366, -1), max_size=3).map(tuple)}),
    st.fixed_dictionaries({"by_week_number": st.lists(numbers(1, 53) | numbers(-53, -1), max_size=2).map(tuple)}),
)
bare_rules = st.builds(
    Rule,
    frequency=st.sampled_from([f for f in Frequency if not f.within_a_day]),
    interval=numbers(1, 5),
    count=st.none() | numbers(1, 40),
    week_start=numbers(0, 6),
    by_month=st.lists(st.builds(RuleMonth, numbers(1, 12)), max_size=3, unique=True).map(tuple),
    by_day=st.lists(st.builds(RuleDay, numbers(0, 6), numbers(-2, 2)), max_size=3, unique=True).map(tuple),
    by_hour=st.just(()) | st.lists(numbers(0, 23), max_size=3, unique=True).map(tuple),
    by_minute=st.just(()) | st.lists(numbers(0, 59), max_size=2, unique=True).map(tuple),
    by_position=st.just(()) | st.just(()) | st.lists(numbers(1, 5) | numbers(-5, -1), max_size=2).map(tuple),
)
rules = st.builds(lambda rule, days: replace(rule, **days), bare_rules, some_days)
starts = st.datetimes(*(datetime.fromisoformat(day) for day in ("2015-01-01", "2030-01-01"))).map(
    lambda wall: wall.replace(microsecond=0)
)


@settings(max_examples=60)
@given(rules, starts, numbers(-40, 3000), numbers(0, 500))
def test_a_plain_rule_is_equal_to_dateutil(rule, start, offset, length):
    first = start.date() + timedelta(days=offset)
    last = first + timedelta(days=length)
    expected = of_dateutil(rule.text, start, first, last)
    found = occurrences(rule, Moment.of(start), first, last)
    assert [datetime.combine(one.day, one.time) for one in found] == sorted(set(expected))


@given(st.sampled_from([f for f in Frequency if not f.within_a_day]), numbers(1, 3), st.dates(), starts, st.booleans())
def test_the_end_of_a_plain_rule_is_equal_to_dateutil(frequency, interval, last, start, timed):
    until = end_of_day(last) if timed else last
    rule = Rule(frequency=frequency, interval=interval, until=until, by_hour=(9, 15))
    first, far = start.date(), start.date() + timedelta(days=4000)
    found = occurrences(rule, Moment.of(start), first, far)
    assert [datetime.combine(one.day, one.time) for one in found] == of_dateutil(rule.text, start, first, far)


@given(st.lists(numbers(-50, 60), min_size=1, max_size=3).map(tuple), numbers(1, 3), starts)
def test_easter_is_equal_to_dateutil(days_from_easter, interval, start):
    rule = Rule(frequency=Frequency.YEARLY, interval=interval, by_easter=days_from_easter)
    first, last = start.date() + timedelta(days=300), start.date() + timedelta(days=3000)
    found = occurrences(rule, Moment.of(start), first, last)
    assert [datetime.combine(one.day, one.time) for one in found] == of_dateutil(rule.text, start, first, last)


@given(
    st.sampled_from([Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY]),
    numbers(1, 50),
    st.lists(numbers(0, 23), max_size=3, unique=True).map(tuple),
    starts,
    numbers(0, 9),
)
def test_a_rule_within_a_day_is_equal_to_dateutil(frequency, interval, hours, start, offset):
    seconds = {Frequency.HOURLY: 3600, Frequency.MINUTELY: 60}.get(frequency, 1)
    rule = Rule(frequency=frequency, interval=interval * (600 // min(seconds, 600)), by_hour=hours)
    first = start.date() + timedelta(days=offset)
    try:
        expected = of_dateutil(rule.text, start, first, first + timedelta(days=1))
    except ValueError:  # hours that the steps never reach
        assume(False)
    found = occurrences(rule, Moment.of(start), first, first + timedelta(days=1))
    assert [datetime.combine(one.day, one.time) for one in found] == expected


@given(rules)
def test_a_rule_survives_its_own_text(rule):
    assert parse_rule(rule.text).text == rule.text


def test_the_text_has_one_order():
    assert parse_rule("rrule:byday=+1th, mo;interval=2;freq=weekly;").text == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,1TH"
    assert parse_rule("BYDAY=TH(-1);FREQ=MONTHLY;INTERVAL=1").text == "FREQ=MONTHLY;BYDAY=-1TH"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", RecurrenceFault.EMPTY),
        ("INTERVAL=2", RecurrenceFault.NO_FREQUENCY),
        ("FREQ=OFTEN", RecurrenceFault.BAD_VALUE),
        ("FREQ=DAILY;INTERVAL=0", RecurrenceFault.BAD_VALUE),
        ("FREQ=DAILY;COUNT=-1", RecurrenceFault.BAD_VALUE),
        ("FREQ=DAILY;UNTIL=20260230", RecurrenceFault.BAD_VALUE),
        ("FREQ=MONTHLY;BYDAY=XX", RecurrenceFault.BAD_VALUE),
        ("FREQ=MONTHLY;BYMONTHDAY=0", RecurrenceFault.BAD_VALUE),
        ("FREQ=YEARLY;BYMONTH=5L", RecurrenceFault.BAD_VALUE),
        ("FREQ=DAILY;FREQ=DAILY", RecurrenceFault.REPEATED_PART),
        ("FREQ=DAILY;BYMOON=1", RecurrenceFault.UNKNOWN_PART),
        ("FREQ=YEARLY;RSCALE=HEBREW", RecurrenceFault.SCALE_UNKNOWN),
        ("FREQ=YEARLY;SKIP=BACKWARD", RecurrenceFault.SKIP_WITHOUT_SCALE),
    ],
)
def test_a_text_that_is_no_rule_is_refused_by_name(text, fault):
    with pytest.raises(RecurrenceError) as caught:
        parse_rule(text)
    assert caught.value.fault is fault


@given(st.text(max_size=30) | st.text("FREQ=DAILYMONTHSUWKOB;,+-0123456789", max_size=60).map("FREQ=DAILY;".__add__))
def test_any_text_is_a_rule_or_an_error_of_ours(text):
    with suppress(RecurrenceError):
        assert parse_rule(text).text


def test_an_end_of_day_takes_in_the_last_day_of_a_timed_series():
    first, last = date(2026, 11, 24), date(2027, 1, 1)
    ended = Rule(frequency=Frequency.DAILY, until=end_of_day(date(2026, 11, 26)))
    assert len(occurrences(ended, START, first, last)) == 3
    assert days("FREQ=DAILY;UNTIL=20261126", START, first, last) == [date(2026, 11, 24), date(2026, 11, 25)]
    assert len(days("FREQ=DAILY;UNTIL=20261126", Moment(first), first, last)) == 3


def test_an_end_in_utc_is_compared_in_the_zone():
    rule = parse_rule("FREQ=DAILY;UNTIL=20261126T010000Z")
    found = occurrences(rule, START, date(2026, 11, 24), date(2026, 12, 24), zone="Asia/Shanghai")
    assert [one.day.day for one in found] == [24, 25, 26]
    assert len(occurrences(rule, START, date(2026, 11, 24), date(2026, 12, 24), zone="America/New_York")) == 2
    assert len(occurrences(rule, START, date(2026, 11, 24), date(2026, 12, 24), shop_zone="America/New_York")) == 2


def test_days_left_out_and_added_are_by_what_the_rule_says():
    out, more = Moment(date(2026, 11, 25), time(9)), Moment(date(2026, 11, 25), time(15))
    rule = parse_rule("FREQ=DAILY;COUNT=3")
    found = occurrences(rule, START, date(2026, 11, 1), date(2026, 12, 1), extra=[more, more], excluded={out})
    assert [str(one.original) for one in found] == ["2026-11-24T09:00:00", "2026-11-25T15:00:00", "2026-11-26T09:00:00"]


def test_a_rule_that_can_never_come_or_comes_too_often_ends():
    first, last = date(2026, 11, 24), date(2027, 12, 31)
    for barren in ("DAILY;BYMONTH=2;BYMONTHDAY=30", "DAILY;INTERVAL=7;BYDAY=MO", "MINUTELY;INTERVAL=10080;BYDAY=MO"):
        assert days(f"FREQ={barren}", START, first, last) == []
    with pytest.raises(RecurrenceError) as caught:
        days("FREQ=SECONDLY", START, first, last)
    assert caught.value.fault is RecurrenceFault.TOO_MANY


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(2026, 11, 24)])
def test_the_ends_of_the_calendar_are_no_danger(last):
    assert days("FREQ=YEARLY;INTERVAL=1000", START, date.min, last)[0] == START.day
    assert days("FREQ=DAILY;COUNT=5", Moment(date(9999, 12, 30)), date(9999, 12, 1), date.max) != []


def test_a_series_without_a_rule_is_its_start():
    assert [one.day for one in occurrences(None, START, START.day, START.day)] == [START.day]
    assert occurrences(None, START, date(2027, 1, 1), date(2027, 2, 1)) == []
