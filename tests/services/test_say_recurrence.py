from datetime import date, time

import pytest
from hypothesis import given

from crm_desktop.base.text import use_language
from crm_desktop.domain.recurrence import Anchor, Moment, OnClosed, parse_rule
from crm_desktop.services.say_recurrence import closed_words, say_rule
from tests.domain.recurrence.test_plain_rules import rules

START = Moment(date(2026, 11, 24), time(9))

SAID = [
    ("FREQ=DAILY", "Every day", "每天"),
    ("FREQ=DAILY;INTERVAL=3;COUNT=10", "Every 3 days, 10 times", "每 3 天，共 10 次"),
    ("FREQ=DAILY;COUNT=1", "Every day, 1 time", "每天，共 1 次"),
    ("FREQ=WEEKLY", "Every week on Tue", "每周二"),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270503T235959",
        "Every 2 weeks on Mon and Thu until 3 May 2027",
        "每 2 周的周一、周四，到2027年5月3日为止",
    ),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "Every week on Mon, Wed and Fri", "每周一、周三、周五"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every day from Mon to Fri", "每周一至周五"),
    ("FREQ=DAILY;BYDAY=SA,SU", "Every week on Sat and Sun", "每周六、周日"),
    ("FREQ=MONTHLY", "Every month on the 24th", "每月24日"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,22,-1", "Every month on the 1st, the 22nd and the last day", "每月1日、22日、最后一天"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD",
        "Every month on the 31st (or the last day of the month)",
        "每月31日（没有这一天时取月末）",
    ),
    ("FREQ=MONTHLY;BYDAY=2TU", "Every month on the 2nd Tue", "每月第 2 个周二"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "Every 3 months on the last Fri", "每 3 个月的最后一个周五"),
    ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2", "Every month on the 2nd to last Fri", "每月倒数第 2 个周五"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "Every month on the last day from Mon to Fri",
        "每月最后一个工作日（周一至周五）",
    ),
    ("FREQ=YEARLY", "Every year on 24 November", "每年11月24日"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=3TH", "Every year on the 3rd Thu of November", "每年11月第 3 个周四"),
    ("FREQ=YEARLY;RSCALE=CHINESE", "Every year on lunar month 10, day 16", "每年农历十月十六"),
    (
        "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=6L;BYMONTHDAY=30;SKIP=BACKWARD",
        "Every year on lunar leap month 6, day 30 (or the last day of the month)",
        "每年农历闰六月三十（没有这一天时取月末）",
    ),
    ("FREQ=MONTHLY;RSCALE=CHINESE;BYMONTHDAY=1,15", "Every lunar month on day 1 and day 15", "每个农历月的初一、十五"),
    ("FREQ=DAILY;BYMONTH=1,2", "Every day in January and February", "每天，限1月、2月"),
    ("FREQ=DAILY;BYHOUR=9,15", "Every day at 09:00 and 15:00", "每天 09:00、15:00"),
    ("FREQ=HOURLY;INTERVAL=2", "Every 2 hours", "每 2 小时"),
    ("FREQ=YEARLY;BYYEARDAY=100", "Every year, only where BYYEARDAY=100", "每年，另有条件：BYYEARDAY=100"),
    ("FREQ=DAILY;UNTIL=20261130", "Every day until 29 November 2026", "每天，到2026年11月29日为止"),
]


@pytest.mark.parametrize(("text", "english", "chinese"), SAID)
def test_a_rule_is_said_in_both_languages(text, english, chinese):
    assert say_rule(parse_rule(text), START) == english
    use_language("zh_CN")
    assert say_rule(parse_rule(text), START) == chinese


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("FREQ=DAILY;INTERVAL=10", "10 days after it was done", "完成后 10 天"),
        ("FREQ=WEEKLY", "1 week after it was done", "完成后 1 周"),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=3", "2 months after it was done, 3 times", "完成后 2 个月，共 3 次"),
        ("FREQ=YEARLY;RSCALE=CHINESE", "1 lunar year after it was done", "完成后 1 个农历年"),
    ],
)
def test_what_counts_from_done_says_so(text, english, chinese):
    assert say_rule(parse_rule(text), START, Anchor.AFTER_DONE) == english
    use_language("zh_CN")
    assert say_rule(parse_rule(text), START, Anchor.AFTER_DONE) == chinese


@given(rules)
def test_every_rule_can_be_said(rule):
    assert say_rule(rule, START)


def test_every_way_past_closed_days_has_words():
    assert set(closed_words()) == set(OnClosed)
