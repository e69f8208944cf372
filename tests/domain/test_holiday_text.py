"""Holidays are understood as they are announced, pasted or published."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.holiday_text import read_holidays
from crm_desktop.domain.shop_calendar import public_holidays

ANNOUNCED_2025 = """国务院办公厅关于2025年部分节假日安排的通知
经国务院批准，现将2025年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
"""


def understood(text: str, year: int = 2027) -> list[tuple[str, bool, str]]:
    return [(one.day.isoformat(), one.off, one.name) for one in read_holidays(text, year).days]


def test_the_announcement_of_a_year_is_the_shipped_table_of_that_year() -> None:
    read = read_holidays(ANNOUNCED_2025, 2031)
    shipped = {day: special.off for day, special in public_holidays().items() if day.year == 2025}
    assert {one.day: one.off for one in read.days} == shipped
    assert read.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-01,元旦,true\n2027-01-04,元旦,false",
        "日期;名称;休\n2027/1/1;元旦;休\n2027/1/4;元旦;班",
        "20270101 元旦 休\n20270104 元旦 上班",
        '{"2027-01-01": ["元旦", true], "2027-01-04": ["元旦", false]}',
        '[["2027-01-01", "元旦", true], ["2027-01-04", "元旦", false]]',
        '\ufeff{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},'
        ' {"name": "元旦", "date": "2027-01-04", "isOffDay": false}]}',
        "1月1日 元旦\n1月4日 元旦 补班",
    ],
)
def test_every_common_table_is_understood(text: str) -> None:
    assert understood(text) == [("2027-01-01", True, "元旦"), ("2027-01-04", False, "元旦")]


def test_a_span_over_new_year_goes_into_the_next_year() -> None:
    days = [day for day, _off, _name in understood("12月31日至1月2日 盘点 停业")]
    assert days == ["2027-12-31", "2028-01-01", "2028-01-02"]


def test_what_is_not_understood_is_named_line_by_line_and_the_rest_is_read() -> None:
    read = read_holidays("2027-13-01 元旦\n2027-05-01 劳动节\n2027-01-01至2027-12-31 停业\n", 2027)
    assert read.unread == ((1, "2027-13-01 元旦"), (3, "2027-01-01至2027-12-31 停业"))
    assert [one.day for one in read.days] == [date(2027, 5, 1)]


def test_a_broken_json_file_is_said_to_be_not_understood() -> None:
    assert read_holidays('{"2027-01-01": ', 2027).unread == ((1, '{"2027-01-01":'),)
    assert read_holidays('{"x": ["a", true]}', 2027).unread == ((1, '["x", "a", true]'),)


@given(st.text(alphabet='0123456789-/.年月日至~ ,休班元旦。；（）{}[]"\n', max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    read_holidays(text, 2027)


@given(st.dictionaries(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.booleans(), max_size=20))
def test_a_published_table_comes_through_whole(table: dict[date, bool]) -> None:
    text = json.dumps({day.isoformat(): ["节日", off] for day, off in table.items()}, ensure_ascii=False)
    assert {one.day: one.off for one in read_holidays(text, 2027).days} == table
