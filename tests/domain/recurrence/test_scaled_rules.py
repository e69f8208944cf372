from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.anniversaries import DayKey, anniversaries
from crm_desktop.domain.lunar import lunar_day
from crm_desktop.domain.recurrence import (
    Frequency,
    Moment,
    RecurrenceError,
    RecurrenceFault,
    Rule,
    RuleDay,
    RuleMonth,
    Scale,
    Skip,
    occurrences,
    parse_rule,
)

YEARS = (date(2024, 1, 1), date(2034, 12, 31))
numbers = st.integers


def days(text, start, first, last):
    return [one.day for one in occurrences(parse_rule(text), Moment(date.fromisoformat(start)), first, last)]


def texts(text, start, first, last):
    return " ".join(f"{day:%m-%d}" for day in days(text, start, date.fromisoformat(first), date.fromisoformat(last)))


def test_the_31st_goes_back_to_the_end_of_a_month_and_returns():
    rule = "FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD"
    assert texts(rule, "2026-10-31", "2026-11-01", "2027-05-31") == "11-30 12-31 01-31 02-28 03-31 04-30 05-31"
    forward = rule.replace("BACKWARD", "FORWARD")
    assert texts(forward, "2026-10-31", "2026-11-01", "2027-05-31") == "12-01 12-31 01-31 03-01 03-31 05-01 05-31"
    assert texts("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31", "2026-11-01", "2027-05-31") == "12-31 01-31 03-31 05-31"


def test_29_february_is_kept_on_the_28th_of_a_common_year():
    rule = "FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=BACKWARD"
    assert texts(rule, "2024-02-29", "2024-01-01", "2029-01-01") == "02-29 02-28 02-28 02-28 02-29"
    assert texts("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2029-01-01") == "02-29 02-29"


def test_the_end_of_a_year_is_crossed():
    rule = "FREQ=MONTHLY;INTERVAL=3;COUNT=4;RSCALE=GREGORIAN;SKIP=BACKWARD"
    assert texts(rule, "2025-11-30", "2025-01-01", "2027-01-01") == "11-30 02-28 05-30 08-30"


def test_a_leap_month_is_used_where_the_year_has_it():
    rule = "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD"
    assert texts(rule, "2017-07-23", "2024-01-01", "2026-12-31") == "07-06 07-25 07-14"
    assert texts(rule.replace("BACKWARD", "OMIT"), "2017-07-23", "2017-01-01", "2037-12-31") == "07-23 07-25 07-23"
    assert texts(rule.replace("BACKWARD", "FORWARD"), "2017-07-23", "2024-01-01", "2026-12-31") == "08-04 07-25 08-13"


def test_the_30th_of_a_short_lunar_month_is_its_29th():
    rule = "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=12;BYMONTHDAY=30;SKIP=BACKWARD"
    assert texts(rule, "2024-02-09", "2024-01-01", "2027-12-31") == "02-09 01-28 02-16 02-05"
    assert (
        texts(rule.replace("BACKWARD", "FORWARD"), "2024-02-09", "2024-01-01", "2027-12-31")
        == "02-09 01-29 02-17 02-06"
    )


def test_a_yearly_lunar_rule_takes_its_day_from_the_start():
    found = days("RSCALE=CHINESE;FREQ=YEARLY", "2013-02-10", *YEARS)
    assert [lunar_day(day).day for day in found] == [1] * 11
    assert found[:3] == [date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17)]


def test_lunar_months_are_gone_through_with_their_leap_months():
    found = days("FREQ=MONTHLY;RSCALE=CHINESE;BYMONTHDAY=1,15", "2025-06-01", date(2025, 6, 25), date(2025, 9, 21))
    named = [(lunar_day(day).month, lunar_day(day).leap, lunar_day(day).day) for day in found]
    assert named == [(6, False, 1), (6, False, 15), (6, True, 1), (6, True, 15), (7, False, 1), (7, False, 15)]


@given(numbers(1, 12), numbers(1, 30), st.booleans(), st.dates(date(1960, 1, 1), date(2040, 1, 1)))
def test_a_lunar_birthday_as_a_rule_is_the_same_as_by_its_date(month, day, leap, first):
    rule = Rule(
        frequency=Frequency.YEARLY,
        by_month=(RuleMonth(month, leap),),
        by_month_day=(day,),
        scale=Scale.CHINESE,
        skip=Skip.BACKWARD,
    )
    last = first + timedelta(days=3000)
    found = occurrences(rule, Moment(date(1950, 1, 1)), first, last)
    assert [one.day for one in found] == anniversaries(DayKey("lunar", month, day, leap), first, last)


scaled = st.builds(
    Rule,
    frequency=st.sampled_from([Frequency.YEARLY, Frequency.MONTHLY]),
    interval=numbers(1, 4),
    count=st.none() | numbers(1, 30),
    by_month=st.lists(st.builds(RuleMonth, numbers(1, 12)), max_size=3).map(tuple),
    by_month_day=st.lists(numbers(1, 28) | numbers(-28, -1), max_size=3).map(tuple),
    by_day=st.lists(st.builds(RuleDay, numbers(0, 6), numbers(-2, 2)), max_size=3).map(tuple),
    by_hour=st.lists(numbers(0, 23), max_size=2).map(tuple),
    by_position=st.just(()) | st.lists(numbers(1, 3) | numbers(-3, -1), max_size=2).map(tuple),
)


@settings(max_examples=60)
@given(scaled, st.dates(date(2015, 1, 1), date(2030, 1, 28)), numbers(0, 2000), st.sampled_from(Skip))
def test_where_every_month_has_the_days_a_skip_changes_nothing(rule, start, offset, skip):
    # dateutil takes "Mondays and first Mondays" for those that are both; here, and by the standard, it is either.
    assume(all(day.nth for day in rule.by_day) or not any(day.nth for day in rule.by_day))
    begin = Moment(start.replace(day=min(start.day, 28)), time(9, 30))
    first, last = start + timedelta(days=offset), start + timedelta(days=offset + 700)
    named = replace(rule, scale=Scale.GREGORIAN, skip=skip)
    assert occurrences(named, begin, first, last) == occurrences(rule, begin, first, last)


@given(scaled, st.dates(date(2015, 1, 1), date(2030, 1, 1)), numbers(0, 900), numbers(0, 900), st.sampled_from(Skip))
def test_two_spans_side_by_side_are_one(rule, start, offset, length, skip):
    begin, first = Moment(start), start + timedelta(days=offset)
    middle, last = first + timedelta(days=length // 3), first + timedelta(days=length)
    lunar = replace(rule, scale=Scale.CHINESE, skip=skip)
    parts = occurrences(lunar, begin, first, middle) + occurrences(lunar, begin, middle + timedelta(days=1), last)
    assert parts == occurrences(lunar, begin, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYYEARDAY=100;RSCALE=CHINESE",
        "FREQ=YEARLY;BYWEEKNO=20;RSCALE=GREGORIAN;SKIP=BACKWARD",
        "FREQ=DAILY;BYMONTH=8;RSCALE=CHINESE",
    ],
)
def test_what_has_no_meaning_in_a_calendar_is_refused(text):
    with pytest.raises(RecurrenceError) as caught:
        parse_rule(text)
    assert caught.value.fault is RecurrenceFault.UNSUPPORTED


def test_outside_the_lunar_table_nothing_comes():
    assert days("FREQ=YEARLY;RSCALE=CHINESE", "2300-01-01", date(2300, 1, 1), date(2400, 1, 1)) == []
    assert days("FREQ=MONTHLY;RSCALE=CHINESE", "2190-01-01", date(2250, 1, 1), date(2400, 1, 1)) == []


def test_weeks_are_the_same_in_every_calendar():
    assert texts("FREQ=WEEKLY;RSCALE=CHINESE", "2026-11-24", "2026-11-24", "2026-12-08") == "11-24 12-01 12-08"


def test_a_lunar_day_keeps_its_time():
    found = occurrences(
        parse_rule("FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=8;BYMONTHDAY=15"), Moment(date(2026, 1, 1), time(9)), *YEARS
    )
    assert found[0].original == Moment.of(datetime.fromisoformat("2026-09-25T09:00"))
