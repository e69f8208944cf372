from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.recurrence import (
    Frequency,
    Moment,
    OnClosed,
    RecurrenceError,
    Rule,
    RuleDay,
    RuleMonth,
    Scale,
    Skip,
    moved,
    next_after_done,
    occurrences,
    parse_rule,
    split,
    with_wall_end,
)
from crm_desktop.domain.shop_calendar import ShopCalendar

numbers = st.integers
START = Moment(date(2026, 11, 24), time(9))
everyday_rules = st.one_of(
    st.builds(Rule, frequency=st.just(Frequency.DAILY), interval=numbers(1, 9)),
    st.builds(
        Rule,
        frequency=st.just(Frequency.WEEKLY),
        interval=numbers(1, 4),
        week_start=numbers(0, 6),
        by_day=st.lists(st.builds(RuleDay, numbers(0, 6)), max_size=3).map(tuple),
    ),
    st.builds(
        Rule,
        frequency=st.sampled_from([Frequency.MONTHLY, Frequency.YEARLY]),
        interval=numbers(1, 3),
        by_month_day=st.lists(numbers(1, 31) | numbers(-3, -1), max_size=2).map(tuple),
        by_month=st.just(()) | numbers(1, 12).map(lambda month: (RuleMonth(month),)),
        scale=st.sampled_from([None, *Scale]),
        skip=st.sampled_from(Skip),
    ).map(lambda rule: rule if rule.scale else replace(rule, skip=Skip.OMIT)),
    st.builds(
        Rule,
        frequency=st.just(Frequency.MONTHLY),
        by_day=st.builds(RuleDay, numbers(0, 6), st.sampled_from([1, 2, 3, 4, -1])).map(lambda day: (day,)),
    ),
)
ends = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"count": numbers(1, 60)}),
    st.fixed_dictionaries({"until": st.dates(date(2026, 1, 1), date(2034, 1, 1))}),
)
starts = st.builds(Moment, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.none() | st.just(time(9, 30)))


def times(rule, start, last=date(2036, 1, 1)):
    return [] if rule is None else [one.original for one in occurrences(rule, start, date(2020, 1, 1), last)]


@settings(max_examples=200)
@given(everyday_rules, ends, starts, st.data())
def test_two_parts_of_a_series_are_the_whole(rule, end, start, data):
    whole = replace(rule, **end)
    assume(all_of_them := times(whole, start))
    at = data.draw(st.sampled_from(all_of_them[:80]))
    try:
        parts = split(whole, start, at)
    except RecurrenceError:
        assert rule.interval > 1 or rule.skip is not Skip.OMIT
        assume(False)
    earlier, later = times(parts.earlier, start), times(parts.later, parts.start)
    assert earlier + later == all_of_them
    assert later[0] == at


def test_a_count_is_shared_out_and_an_end_is_set_just_before():
    at = Moment(date(2026, 11, 27), time(9))
    counted = split(parse_rule("FREQ=DAILY;COUNT=10"), START, at)
    assert (counted.earlier.text, counted.later.text) == ("FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=7")
    endless = split(parse_rule("FREQ=DAILY"), START, at)
    assert (endless.earlier.text, endless.later.text) == ("FREQ=DAILY;UNTIL=20261127T085959", "FREQ=DAILY")
    whole_days = split(parse_rule("FREQ=DAILY"), Moment(START.day), Moment(at.day))
    assert whole_days.earlier.text == "FREQ=DAILY;UNTIL=20261126"


def test_a_cut_at_either_end_leaves_one_part():
    rule = parse_rule("FREQ=DAILY;COUNT=3")
    assert split(rule, START, START).earlier is None
    assert split(rule, START, Moment(date(2027, 1, 1))).later is None


def test_the_31st_stays_the_31st_when_cut_in_february():
    rule = parse_rule("FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD")
    parts = split(rule, Moment(date(2026, 12, 31)), Moment(date(2027, 2, 28)))
    assert parts.later.text == "FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD"
    assert [str(one) for one in times(parts.later, parts.start, date(2027, 4, 1))] == ["2027-02-28", "2027-03-31"]


@pytest.mark.parametrize(
    ("text", "done", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=10", "2026-11-24", "2026-12-04"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-12-24", "2027-01-07"),
        ("FREQ=MONTHLY", "2027-01-31", "2027-02-28"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-11-30", "2027-02-28"),
        ("FREQ=YEARLY", "2028-02-29", "2029-02-28"),
        ("FREQ=YEARLY;RSCALE=CHINESE;SKIP=BACKWARD", "2025-07-25", "2026-07-14"),
        ("FREQ=DAILY;INTERVAL=10;UNTIL=20261203", "2026-11-24", None),
        ("FREQ=DAILY;INTERVAL=10;UNTIL=20261204T000000", "2026-11-24", "2026-12-04"),
    ],
)
def test_the_next_is_counted_from_the_day_it_was_done(text, done, expected):
    found = next_after_done(parse_rule(text), date.fromisoformat(done))
    assert (found and found.isoformat()) == expected


def test_the_next_after_done_keeps_off_closed_days():
    sundays, daily = ShopCalendar(frozenset({6})), parse_rule("FREQ=DAILY")
    saturday = date(2026, 11, 21)
    found = {how: next_after_done(daily, saturday, sundays, how).day for how in OnClosed}
    assert found == {OnClosed.KEEP: 22, OnClosed.SKIP: 23, OnClosed.BEFORE: 23, OnClosed.AFTER: 23}


@pytest.mark.parametrize("text", ["FREQ=WEEKLY;BYDAY=MO", "FREQ=HOURLY", "FREQ=MONTHLY;BYMONTHDAY=31"])
def test_days_of_a_calendar_cannot_be_counted_from_done(text):
    with pytest.raises(RecurrenceError):
        next_after_done(parse_rule(text), START.day)


@pytest.mark.parametrize(
    ("text", "original", "target", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24T09:00", "2026-11-25T10:00", "FREQ=WEEKLY;BYDAY=WE,TH"),
        ("FREQ=WEEKLY", "2026-11-24T09:00", "2026-11-26T09:00", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=MONTHLY;BYMONTHDAY=24", "2026-11-24T09:00", "2026-11-25T09:00", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("FREQ=MONTHLY;BYDAY=4TU", "2026-11-24T09:00", "2026-11-18T09:00", "FREQ=MONTHLY;BYDAY=3WE"),
        ("FREQ=MONTHLY;BYDAY=-1TU", "2026-11-24T09:00", "2026-11-30T09:00", "FREQ=MONTHLY;BYDAY=-1MO"),
        ("FREQ=DAILY;COUNT=5", "2026-11-24T09:00", "2026-11-25T09:00", "FREQ=DAILY;COUNT=5"),
        ("FREQ=DAILY;BYHOUR=9", "2026-11-24T09:00", "2026-11-24T11:30", "FREQ=DAILY"),
        ("FREQ=WEEKLY;UNTIL=20261230", "2026-11-24T09:00", "2026-11-25T09:00", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE"),
    ],
)
def test_a_series_moves_with_the_one_that_is_dragged(text, original, target, expected):
    to = Moment.of(datetime.fromisoformat(target))
    found = moved(parse_rule(text), START, Moment.of(datetime.fromisoformat(original)), to)
    assert found.rule.text == expected
    assert to in times(found.rule, found.start)


def test_the_other_days_of_a_week_stay_when_one_moves_on():
    found = moved(parse_rule("FREQ=WEEKLY;BYDAY=TU,TH"), START, START, Moment(date(2026, 11, 27), time(9)))
    assert [one.day.day for one in times(found.rule, found.start, date(2026, 12, 5))] == [26, 27, 3, 4]


def test_a_rule_that_cannot_move_as_a_whole_says_so():
    weekdays = parse_rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    with pytest.raises(RecurrenceError):
        moved(weekdays, START, Moment(date(2026, 11, 30), time(9)), Moment(date(2026, 11, 27), time(9)))


@given(everyday_rules, starts, numbers(-20, 20), st.data())
def test_what_is_moved_comes_to_stand_where_it_was_dropped(rule, start, distance, data):
    assume(all_of_them := times(rule, start))
    original = data.draw(st.sampled_from(all_of_them[:40]))
    target = Moment(original.day + timedelta(days=distance), original.time)
    try:
        found = moved(rule, start, original, target)
    except RecurrenceError:
        return
    assert target in times(found.rule, found.start, target.day)


def test_an_end_in_utc_becomes_one_of_the_wall_clock():
    rule = parse_rule("FREQ=DAILY;UNTIL=20270502T160000Z")
    assert with_wall_end(rule, "Asia/Shanghai").text == "FREQ=DAILY;UNTIL=20270503T000000"
    bare = parse_rule("FREQ=DAILY;UNTIL=20270502")
    assert with_wall_end(bare, "Asia/Shanghai") == bare
