from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import (
    DateError,
    DateFault,
    DateOrder,
    PartialDate,
    from_serial,
    parse_date,
    parse_lunar_date,
    possible_orders,
)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-29", "2024/2/29", "2024.2.29", "20240229", "2024年2月29日", "2024年2月29号", "２０２４－０２－２９",
        "2024-02-29 12:30:00", "2024-02-29T00:00:00Z", "2024/2/29 上午 9:05", "2024年2月29日 星期四", "Feb 29, 2024",
        "29 Feb 2024", "29-Feb-24", "February 29 2024", "公历2024年2月29日", " 2024 2 29 ", "29/2/2024", "2/29/2024",
    ],
)  # fmt: skip
def test_every_usual_form_of_a_day_is_read(text):
    assert parse_date(text) == PartialDate("solar", 2024, 2, 29)


@pytest.mark.parametrize("text", ["--03-01", "--0301", "3月1日", "03-01", "3/1", "March 1", "1 Mar", "3月1号"])
def test_a_birthday_may_lack_its_year(text):
    assert parse_date(text) == PartialDate("solar", None, 3, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农历八月十五", PartialDate("lunar", None, 8, 15)),
        ("阴历8月15", PartialDate("lunar", None, 8, 15)),
        ("农历1990年八月十五", PartialDate("lunar", 1990, 8, 15)),
        ("一九九〇年八月廿三(农历)", PartialDate("lunar", 1990, 8, 23)),
        ("腊月三十", PartialDate("lunar", None, 12, 30)),
        ("正月初一", PartialDate("lunar", None, 1, 1)),
        ("农历2020年闰四月初三", PartialDate("lunar", 2020, 4, 3, True)),
        ("农历 1990-08-15", PartialDate("lunar", 1990, 8, 15)),
        ("冬月廿", PartialDate("lunar", None, 11, 20)),
    ],
)
def test_lunar_days_are_read_as_people_say_them(text, expected):
    assert parse_date(text) == expected


def test_a_lunar_column_needs_no_lunar_word():
    assert parse_lunar_date("19900815") == PartialDate("lunar", 1990, 8, 15)
    assert parse_lunar_date("1990/8/15 0:00") == PartialDate("lunar", 1990, 8, 15)


@pytest.mark.parametrize(
    "text",
    ["2024/2/30", "2023-02-29", "13/13/2024", "1700-01-01", "农历2021年闰四月初三", "农历13月1日", "2024年2月30日"],
)
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.fault is DateFault.IMPOSSIBLE


@pytest.mark.parametrize("text", ["", "明天", "2024", "2024-02", "13812345678", "1-2-3-4", "八月", "abc 12", "0x12"])
def test_what_is_no_date_is_said_to_be_none(text):
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.fault is DateFault.UNREADABLE


def test_a_day_with_two_readings_is_decided_by_the_order_only():
    with pytest.raises(DateError) as caught:
        parse_date("03/04/2024")
    assert caught.value.fault is DateFault.TWO_READINGS
    assert parse_date("03/04/2024", DateOrder.DAY_FIRST) == PartialDate("solar", 2024, 4, 3)
    assert parse_date("03/04/2024", DateOrder.MONTH_FIRST) == PartialDate("solar", 2024, 3, 4)
    assert possible_orders("13/04/2024") == {DateOrder.DAY_FIRST}
    assert possible_orders("2024-04-13") == frozenset()


def test_serial_numbers_of_both_bases():
    assert from_serial(45351) == PartialDate("solar", 2024, 2, 29)
    assert from_serial(43889, base_1904=True) == PartialDate("solar", 2024, 2, 29)


@given(st.dates(min_value=date(1850, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_survives_each_written_form(day):
    expected = PartialDate("solar", day.year, day.month, day.day)
    for form in ("{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}{1:02}{2:02}", "{0}年{1}月{2}日"):
        assert parse_date(form.format(day.year, day.month, day.day)) == expected
    assert from_serial((day - date(1899, 12, 30)) / timedelta(days=1)) == expected


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_date_error(text):
    with suppress(DateError):
        assert isinstance(parse_date(text), PartialDate)
