from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.anniversaries import (
    DayKey,
    age_on,
    anniversaries,
    key_of,
    keys_on,
    next_anniversary,
)
from crm_desktop.domain.dates import parse_date

days = st.dates(date(1990, 1, 1), date(2080, 12, 31))
lunar_keys = st.builds(DayKey, st.just("lunar"), st.integers(1, 12), st.integers(1, 30), st.booleans())
solar_keys = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: DayKey("solar", day.month, day.day))


@given(days, st.integers(0, 500), lunar_keys | solar_keys)
def test_the_days_of_a_date_and_the_dates_of_a_day_agree(first, length, key):
    last = first + timedelta(days=length)
    asked = [first + timedelta(days=number) for number in range(length + 1)]
    assert anniversaries(key, first, last) == [day for day in asked if key in keys_on(day)]
    assert any(key in keys_on(day) for day in asked) == bool(anniversaries(key, first, last))


@given(days, lunar_keys | solar_keys)
def test_every_date_comes_round_within_the_longest_span(day, key):
    assert day <= next_anniversary(key, day) <= day + timedelta(days=385)


def test_a_lunar_birthday_is_on_its_right_days():
    birthday = parse_date("农历1990年八月十五")
    festivals = "2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12 2031-10-01 2032-09-19"
    expected = [date.fromisoformat(day) for day in f"{festivals} 2033-09-08 2034-09-27".split()]
    assert anniversaries(birthday, date(2024, 1, 1), date(2034, 12, 31)) == expected
    assert [age_on(birthday, day) for day in expected] == list(range(34, 45))


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("2000-02-29", "2026-01-01", "2028-12-31", ["2026-02-28", "2027-02-28", "2028-02-29"]),
        ("农历腊月三十", "2024-01-01", "2027-12-31", ["2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05"]),
        ("农历闰六月初一", "2024-01-01", "2026-12-31", ["2024-07-06", "2025-07-25", "2026-07-14"]),
        ("农历六月初一", "2024-01-01", "2026-12-31", ["2024-07-06", "2025-06-25", "2026-07-14"]),
        ("农历冬月廿五", "2023-01-01", "2023-12-31", []),
        ("2020-05-01", "2018-01-01", "2021-12-31", ["2020-05-01", "2021-05-01"]),
        ("05-01", "2018-01-01", "2019-12-31", ["2018-05-01", "2019-05-01"]),
    ],
)
def test_days_that_a_year_has_not_fall_on_the_one_before(text, first, last, expected):
    found = anniversaries(parse_date(text), date.fromisoformat(first), date.fromisoformat(last))
    assert [day.isoformat() for day in found] == expected


def test_an_age_is_known_only_with_a_year():
    assert age_on(parse_date("05-01"), date(2026, 5, 1)) is None
    assert age_on(parse_date("1990-05-01"), date(2026, 5, 1)) == 36
    # The lunar year ends in February: who was born in its last month is a year older only by solar years.
    assert age_on(parse_date("农历1990年腊月初八"), date(2026, 1, 26)) == 35


def test_the_key_is_what_is_stored():
    assert key_of(parse_date("农历2020年闰四月初三")) == DayKey("lunar", 4, 3, True)


def test_no_date_is_asked_for_beyond_the_ends_of_the_calendar():
    assert anniversaries(parse_date("05-01"), date.min, date(2, 1, 1)) == [date(1, 5, 1)]
    assert next_anniversary(DayKey("lunar", 1, 1), date(2300, 1, 1)) is None
    assert next_anniversary(DayKey("solar", 1, 1), date(9999, 12, 1)) is None
