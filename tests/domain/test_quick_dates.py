from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import DateOrder
from crm_desktop.domain.quick_dates import QuickDate, QuickDateError, QuickFault, read_due, read_quick

TODAY = date(2026, 11, 24)  # a Tuesday


def day(text):
    found = read_quick(text, TODAY)
    assert found.rest == "", text
    return found.day and found.day.isoformat()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("今天|today|TODAY|今日", "2026-11-24"),
        ("明天|明日|tomorrow|tmr|tmrw|+1", "2026-11-25"),
        ("后天|day after tomorrow|the day after tomorrow|+2d|2天后", "2026-11-26"),
        ("大后天|3天后|三天后|过三天|in 3 days|3 days from now|+3", "2026-11-27"),
        ("昨天|yesterday", "2026-11-23"),
        ("+7|一周后|1个星期后|in a week|in 1 week|+1w|7日后", "2026-12-01"),
        ("两周后|2周后|in 2 weeks|+2w|2 weeks later", "2026-12-08"),
        ("一个月后|in a month|+1m|1个月以后", "2026-12-24"),
        ("半个月后", "2026-12-09"),
        ("一年后|in a year|+1y", "2027-11-24"),
        ("周三|星期三|礼拜三|wed|Wednesday|on Wednesday|本周三|this wed", "2026-11-25"),
        ("周二|tuesday", "2026-12-01"),
        ("周一|mon", "2026-11-30"),
        ("本周一|this monday", "2026-11-23"),
        ("下周三|下星期三|下个礼拜三|next wed|next Wednesday", "2026-12-02"),
        ("下下周三", "2026-12-09"),
        ("下周|下星期|next week", "2026-11-30"),
        ("周末|周六|saturday|sat|on sat|weekend|this weekend", "2026-11-28"),
        ("下周末|next sat|next weekend", "2026-12-05"),
        ("周日|星期天|sunday", "2026-11-29"),
        ("下个月|下月|next month|下月初", "2026-12-01"),
        ("月底|本月底|月末|end of month|eom", "2026-11-30"),
        ("下月底|下个月底|end of next month", "2026-12-31"),
        ("年底|今年底|eoy|end of the year", "2026-12-31"),
        ("25号|二十五号|the 25th|on the 25th", "2026-11-25"),
        ("5号|五号", "2026-12-05"),
        ("31号", "2026-12-31"),
        ("下月5号|下个月5日", "2026-12-05"),
        ("12月25日|12月25号|12/25|12-25|25 Dec|Dec 25|25th December|on 25 dec|十二月二十五号", "2026-12-25"),
        ("2027-05-03|2027/5/3|2027.5.3|2027年5月3日|20270503|3 May 2027|May 3, 2027|3-May-2027", "2027-05-03"),
        ("3/5|5 march|三月五号", "2027-03-05"),
        ("八月十五|农历八月十五|阴历8月15|lunar 8-15", "2027-09-15"),
        ("正月初一|农历正月初一", "2027-02-06"),
        ("腊月三十", "2027-02-05"),
    ],
)
def test_days_are_read_as_people_say_them(texts, expected):
    assert {text: day(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("下午3点|下午三点|15:00|3pm|3 PM|3:00 pm|at 3|at 15:00|3点|三点整|下午3点钟", time(15)),
        ("下午3点半|15:30|3:30pm|三点半|下午3点30分|3点30", time(15, 30)),
        ("上午9点|9点|早上九点|9:00|9am|at 9 am|09:00", time(9)),
        ("三点一刻|下午3:15", time(15, 15)),
        ("中午|中午12点|12点|noon|12pm|at noon", time(12)),
        ("中午1点|下午1点|1pm", time(13)),
        ("晚上8点|晚8点|20:00|8 p.m.", time(20)),
        ("上午", time(9)),
        ("下午", time(15)),
        ("12am|凌晨12点", time(0)),
        ("凌晨3点", time(3)),
    ],
)
def test_times_are_read_as_a_shop_means_them(texts, expected):
    found = {text: read_quick(text, TODAY) for text in texts.split("|")}
    assert found == dict.fromkeys(texts.split("|"), QuickDate(None, expected, ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明天下午3点 回访王女士", ("11-25", time(15), "回访王女士")),
        ("明天下午3点回访王女士", ("11-25", time(15), "回访王女士")),
        ("回访王女士 明天下午三点半", ("11-25", time(15, 30), "回访王女士")),
        ("回访王女士明天下午3点", ("11-25", time(15), "回访王女士")),
        ("tomorrow 3pm call Wang", ("11-25", time(15), "call Wang")),
        ("call Wang tomorrow at 3", ("11-25", time(15), "call Wang")),
        ("3pm tomorrow: call Wang", ("11-25", time(15), "call Wang")),
        ("Call Wang next wed 10:30", ("12-02", time(10, 30), "Call Wang")),
        ("tomorrow morning, call Wang", ("11-25", time(9), "call Wang")),
        ("今晚8点 送货", ("11-24", time(20), "送货")),
        ("明早 送货", ("11-25", time(9), "送货")),
        ("tonight dinner", ("11-24", time(19), "dinner")),
        ("明天晚上12点 盘点", ("11-26", time(0), "盘点")),
        ("周五，送蛋糕", ("11-27", None, "送蛋糕")),
        ("+7 remind about the deposit", ("12-01", None, "remind about the deposit")),
        ("两周后 收尾款 2000 元", ("12-08", None, "收尾款 2000 元")),
        ("明天 15：30 试衣", ("11-25", time(15, 30), "试衣")),
        ("１２月２５日 送圣诞礼物", ("12-25", None, "送圣诞礼物")),
    ],
)
def test_the_rest_of_a_line_is_what_is_to_be_done(text, expected):
    found = read_quick(text, TODAY)
    assert (f"{found.day:%m-%d}", found.time, found.rest) == expected


@pytest.mark.parametrize(
    "text",
    [
        "给周一鸣打电话", "联系王明天", "call Mr. Mayer", "sun cream order", "the cat sat down", "24/7 service",
        "买3.5折券", "打电话 138-0013-8000", "13800138000", "marry 12 couples", "50/50", "第3天后续", "A+7",
        "room 20-30岁",
    ],
)  # fmt: skip
def test_names_and_numbers_are_left_alone(text):
    assert read_quick(text, TODAY) == QuickDate(None, None, text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2月30日", QuickFault.IMPOSSIBLE),
        ("2027-02-29 回访", QuickFault.IMPOSSIBLE),
        ("03/04/2027", QuickFault.TWO_READINGS),
        ("+9999y", QuickFault.TOO_FAR),
        ("in 9999 months", QuickFault.TOO_FAR),
    ],
)
def test_a_day_that_cannot_be_meant_is_named(text, fault):
    with pytest.raises(QuickDateError) as caught:
        read_quick(text, TODAY)
    assert caught.value.fault is fault


def test_the_order_of_the_shop_decides_a_day_with_two_readings():
    assert read_quick("03/04/2027", TODAY, DateOrder.DAY_FIRST).day == date(2027, 4, 3)


def test_the_end_of_a_month_is_not_left_behind():
    assert read_quick("一个月后", date(2027, 1, 31)).day == date(2027, 2, 28)
    assert read_quick("30号", date(2027, 1, 31)).day == date(2027, 3, 30)
    assert read_quick("月底", date(2028, 2, 1)).day == date(2028, 2, 29)
    assert read_quick("2月29日", date(2027, 1, 1)).day == date(2027, 2, 28)


def test_a_field_for_a_day_takes_nothing_else():
    assert read_due("明天下午3点", TODAY) == (date(2026, 11, 25), time(15))
    assert read_due("3pm", TODAY) == (TODAY, time(15))
    for text in ("", "call Wang", "tomorrow call Wang", "  "):
        with pytest.raises(QuickDateError):
            read_due(text, TODAY)


PIECES = (
    "明天 后天 下周三 下月 +7 +9999 年后 月底 31号 2月 30日 12/ 25 / - 2027 农历 闰 正月 初一 下午 3点 半 : 15 pm at "
    "in weeks next wed tonight the 5th may 3 、 \ue000 İ ß"
)
pieces = st.sampled_from([*PIECES.split(), " "])


@given(st.text(max_size=40) | st.lists(pieces, max_size=8).map("".join), st.dates())
def test_any_text_is_read_or_refused_by_an_error_of_ours(text, today):
    with suppress(QuickDateError):
        found = read_quick(text, today)
        assert found.rest == found.rest.strip()


@given(st.dates(date(1900, 1, 1), date(2190, 12, 31)), st.dates(date(1900, 1, 1), date(2190, 12, 31)))
def test_every_day_written_out_is_itself(written, today):
    for form in ("{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}年{1}月{2}日"):
        assert read_quick(form.format(written.year, written.month, written.day), today) == QuickDate(written, None, "")
