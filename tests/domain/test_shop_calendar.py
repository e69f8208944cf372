import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.festivals import Festival, SolarTerm, festivals, solar_term
from crm_desktop.domain.lunar import LunarDay
from crm_desktop.domain.recurrence import Moment, OnClosed, occurrences, parse_rule
from crm_desktop.domain.shop_calendar import (
    ShopCalendar,
    SpecialDay,
    day_labels,
    public_holidays,
)
from tests.support.data import real_data

SUNDAYS = ShopCalendar(closed_weekdays=frozenset({6}))
NATIONAL_DAY = date(2026, 10, 1)


def test_the_table_of_holidays_is_equal_to_its_source():
    expected = {}
    for path in real_data("lunar", "holiday-cn").glob("*.json"):
        for day in json.loads(path.read_text(encoding="utf-8"))["days"]:
            expected[date.fromisoformat(day["date"])] = SpecialDay(day["name"], day["isOffDay"])
    assert len(expected) == 255
    assert public_holidays() == expected
    assert max(public_holidays()).year == 2026


def test_a_shop_is_closed_on_its_weekdays_and_on_holidays():
    assert SUNDAYS.is_closed(date(2026, 11, 22))
    assert not SUNDAYS.is_closed(date(2026, 11, 23))
    assert SUNDAYS.is_closed(NATIONAL_DAY)
    assert not ShopCalendar(closed_on_holidays=False).is_closed(NATIONAL_DAY)


def test_a_make_up_day_is_open_although_its_weekday_is_not():
    made_up = date(2026, 9, 20)
    assert made_up.weekday() == 6
    assert SUNDAYS.label(made_up) == SpecialDay("国庆节", off=False)
    assert not SUNDAYS.is_closed(made_up)


def test_the_users_own_days_win_over_the_table():
    stocktaking = date(2026, 11, 24)
    own = {stocktaking: SpecialDay("Stocktaking", off=True, own=True), NATIONAL_DAY: SpecialDay("Sale", False, True)}
    calendar = ShopCalendar(added=own, removed=frozenset({date(2026, 10, 2)}))
    assert calendar.is_closed(stocktaking)
    assert not calendar.is_closed(NATIONAL_DAY)
    assert calendar.label(date(2026, 10, 2)) is None
    assert ShopCalendar(closed_on_holidays=False, added=own).is_closed(stocktaking)


def test_a_closed_day_is_kept_left_out_or_moved():
    moved = {how: SUNDAYS.shift(NATIONAL_DAY, how) for how in OnClosed}
    assert moved == {
        OnClosed.KEEP: NATIONAL_DAY,
        OnClosed.SKIP: None,
        OnClosed.BEFORE: date(2026, 9, 30),
        OnClosed.AFTER: date(2026, 10, 8),
    }


def test_a_shop_closed_for_longer_than_a_month_moves_nothing():
    never = ShopCalendar(closed_weekdays=frozenset(range(7)), closed_on_holidays=False)
    assert never.shift(NATIONAL_DAY, OnClosed.AFTER) == NATIONAL_DAY
    assert never.shift(date.max, OnClosed.AFTER) == date.max
    assert never.shift(date.min, OnClosed.BEFORE) == date.min


@given(
    st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.sets(st.integers(0, 6), max_size=6), st.sampled_from(OnClosed)
)
def test_a_moved_day_is_open(day, weekdays, how):
    calendar = ShopCalendar(frozenset(weekdays))
    found = calendar.shift(day, how)
    assert found is None or how is OnClosed.KEEP or not calendar.is_closed(found)


def test_a_series_moves_off_closed_days_and_keeps_its_keys():
    start = Moment(date(2026, 9, 24))
    found = occurrences(
        parse_rule("FREQ=WEEKLY"),
        start,
        date(2026, 10, 1),
        date(2026, 10, 8),
        calendar=SUNDAYS,
        on_closed=OnClosed.BEFORE,
    )
    assert [(str(one.original), one.day, one.closed_shift) for one in found] == [("2026-10-08", date(2026, 10, 8), 0)]
    earlier = occurrences(
        parse_rule("FREQ=WEEKLY"),
        start,
        date(2026, 9, 30),
        date(2026, 9, 30),
        calendar=SUNDAYS,
        on_closed=OnClosed.BEFORE,
    )
    assert [(str(one.original), one.closed_shift) for one in earlier] == [("2026-10-01", -1)]


def test_no_two_of_a_series_come_to_stand_on_one_day():
    rule, first, last = parse_rule("FREQ=DAILY"), date(2026, 10, 1), date(2026, 10, 8)
    found = occurrences(rule, Moment(date(2026, 9, 1)), first, last, calendar=SUNDAYS, on_closed=OnClosed.AFTER)
    assert [(one.day, one.closed_shift) for one in found] == [(last, 0)]


def test_the_labels_of_a_day():
    labels = day_labels(date(2026, 2, 17))
    assert labels.lunar == LunarDay(2026, 1, 1)
    assert labels.lunar.day == 1
    assert labels.festivals == (Festival.SPRING_FESTIVAL,)
    assert labels.special == SpecialDay("春节", off=True)
    assert day_labels(date(2026, 11, 7)).term is SolarTerm.LIDONG
    assert day_labels(date(2300, 1, 1)).lunar is None


def test_festivals_are_on_their_days():
    assert festivals(date(2026, 2, 16)) == (Festival.NEW_YEARS_EVE,)
    assert festivals(date(2026, 9, 25)) == (Festival.MID_AUTUMN,)
    assert festivals(date(2025, 10, 6)) == (Festival.MID_AUTUMN,)
    assert festivals(date(2026, 5, 10)) == (Festival.MOTHERS,)
    assert festivals(date(2026, 6, 21)) == (Festival.FATHERS,)
    assert festivals(date(2017, 8, 28)) == (Festival.QIXI,)
    assert festivals(date(2017, 7, 30)) == ()


def test_a_year_has_every_term_and_festival_once():
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [term for term in map(solar_term, year) if term] == list(SolarTerm)
    kept = [festival for day in year for festival in festivals(day)]
    assert sorted(kept) == sorted(Festival)
