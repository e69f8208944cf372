"""The ways to say a day that `quick_dates` knows, and what each means: one pattern and one reader for each."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from crm_desktop.domain.anniversaries import key_of, next_anniversary
from crm_desktop.domain.dates import LAST_YEAR, DateError, DateFault, DateOrder, PartialDate, parse_date, solar
from crm_desktop.domain.lunar import LunarDay, solar_day
from crm_desktop.domain.quick_times import NUMBER, number


@dataclass(frozen=True, slots=True)
class Asked:
    """What a day is worked out from."""

    match: re.Match[str]
    today: date
    order: DateOrder | None


# days from today


def _relative(asked: Asked) -> date:
    word = re.sub(r"\s+", " ", asked.match[0])
    return asked.today + timedelta(days=_RELATIVE[word])


def _in_a_while(asked: Asked) -> date:
    """Read a number of days, weeks, months or years: 3天后, 半个月后, in 2 weeks, +7, +1m."""
    unit = _UNITS[asked.match["unit"] or "d"]
    count = asked.match["count"]
    if count == "半":
        return asked.today + timedelta(days={"m": 15, "y": 182, "w": 4, "d": 1}[unit])
    amount = 1 if count in ("a", "an", "one") else number(count)
    if unit in ("d", "w"):
        return asked.today + timedelta(days=amount * (7 if unit == "w" else 1))
    return _months_on(asked.today, amount * (12 if unit == "y" else 1))


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_YEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# weeks and months


def _weekday(asked: Asked) -> date:
    """Read a weekday: the coming one, or one of this week, the next, or the week after that."""
    which, name = (asked.match["which"] or "").strip(), asked.match["day"]
    weekday = _WEEKDAYS[name] if name in _WEEKDAYS else _WEEKDAYS[name[:3]]
    monday = asked.today - timedelta(days=asked.today.weekday())
    if which in _WEEKS_ON:
        return monday + timedelta(days=7 * _WEEKS_ON[which] + weekday)
    return asked.today + timedelta(days=(weekday - asked.today.weekday() - 1) % 7 + 1)


def _next_week(asked: Asked) -> date:
    return asked.today + timedelta(days=7 - asked.today.weekday())


def _next_month(asked: Asked) -> date:
    return _months_on(asked.today.replace(day=1), 1)


def _month_end(asked: Asked) -> date:
    first = _months_on(asked.today.replace(day=1), 1 if asked.match["next"] else 0)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _year_end(asked: Asked) -> date:
    return date(asked.today.year + (1 if asked.match["next"] else 0), 12, 31)


def _day_of_month(asked: Asked) -> date | None:
    """Read a bare day: of this month, or the next that has it; behind 下月, of next month."""
    day = number(asked.match["day"])
    if not 1 <= day <= 31:
        return None
    first = asked.today.replace(day=1)
    if asked.match.groupdict().get("next"):
        following = _months_on(first, 1)
        if day > monthrange(following.year, following.month)[1]:
            raise DateError(DateFault.IMPOSSIBLE, asked.match[0])
        return following.replace(day=day)
    months = (_months_on(first, ahead) for ahead in range(3))
    days = (month.replace(day=day) for month in months if day <= monthrange(month.year, month.month)[1])
    return next((one for one in days if one >= asked.today), None)


# written dates


def _written(asked: Asked) -> date | None:
    """Read a date as it is written; without a year it is the next one, a lunar one by the lunar calendar."""
    text = (asked.match.groupdict().get("said") or asked.match[0]).strip()
    try:
        return _on(parse_date(text, asked.order), asked.today)
    except DateError as error:
        if error.fault is DateFault.UNREADABLE:
            return None
        raise


def _maybe_written(asked: Asked) -> date | None:
    """Read what may be a day, 12/25, or something else, 24/7."""
    try:
        return _written(asked)
    except DateError:
        return None


def _in_characters(asked: Asked) -> date | None:
    """Read 八月十五 as lunar, and 八月十五号, as people say days of the solar calendar."""
    month, day = asked.match["month"], asked.match["day"]
    if asked.match["solar"]:
        return _on(solar(None, number(month), number(day), asked.match[0]), asked.today)
    return _on(parse_date(f"农历{asked.match['leap']}{month}月{day}"), asked.today)


def _on(found: PartialDate, today: date) -> date | None:
    if found.year is None:
        return next_anniversary(key_of(found), today)
    if found.calendar == "solar":
        return date(found.year, found.month, found.day)
    return solar_day(LunarDay(found.year, found.month, found.day, found.leap_month))


_RELATIVE = {
    "前天": -2,
    "昨天": -1,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "后天": 2,
    "大后天": 3,
    "yesterday": -1,
    "today": 0,
    "": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_UNITS = {
    "d": "d",
    "天": "d",
    "日": "d",
    "w": "w",
    "周": "w",
    "星期": "w",
    "礼拜": "w",
    "m": "m",
    "月": "m",
    "y": "y",
    "年": "y",
}
_UNITS |= {f"{name}{plural}": name[0] for name in ("day", "week", "month", "year") for plural in ("", "s")}
_WEEKDAYS = {character: place for place, character in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}
_WEEKDAYS |= {name: place for place, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAYS |= {"weekend": 5}
_WEEKS_ON = {"本": 0, "这": 0, "这个": 0, "this": 0, "下": 1, "下个": 1, "next": 1, "下下": 2, "下下个": 2}
_WEEKDAY_NAME = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|saturday|sunday|weekend|"
    r"(?:(?<=next )|(?<=this )|(?<=on ))(?:sat|sun)|(?:sat|sun)(?=\s*(?:$|\d|at\b))"
)
"""Sat and sun are also words for what a cat does and a lotion is against."""
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_PREPOSITION = r"(?:(?:on|by|due|until)\s+)?(?:the\s+)?"
_NEXT_MONTH = r"下个?月"

Reader = Callable[[Asked], date | None]
DAYS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"大后天|[今明]天|[今明]日|后天|昨天|前天|[今明](?=早|晚)", _relative),
        (r"(?:the )?day after tomorrow|tomorrow|tmrw?|today|yesterday|(?=\btonight\b)", _relative),
        (rf"过?(?P<count>半|{NUMBER})\s*个?(?P<unit>天|日|周|星期|礼拜|月|年)(?:之后|以后|后)", _in_a_while),
        (rf"过(?P<count>半|{NUMBER})\s*个?(?P<unit>天|日|周|星期|礼拜|月|年)", _in_a_while),
        (r"in (?P<count>\d{1,4}|an?|one) (?P<unit>days?|weeks?|months?|years?)\b", _in_a_while),
        (r"(?P<count>\d{1,4}|an?|one) (?P<unit>days?|weeks?|months?|years?) (?:from now|later)\b", _in_a_while),
        (r"\+(?P<count>\d{1,4})(?:\s?(?P<unit>[dwmy天周月年]))?", _in_a_while),
        (r"(?P<which>下下个?|下个?|本|这个?)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])", _weekday),
        (rf"(?:on )?(?P<which>next |this )?(?P<day>{_WEEKDAY_NAME})\b", _weekday),
        (r"下个?(?:周|星期|礼拜)(?![一二三四五六日天末])|next week\b", _next_week),
        (r"下个?月(?![底末初\d一二三])|下个?月初|next month\b", _next_month),
        (r"(?P<next>下个?)?(?:本|这个)?月[底末]", _month_end),
        (r"end of (?:the |this )?(?P<next>next )?month\b|(?P<eom>eom)\b", _month_end),
        (r"(?:今|(?P<next>明))?年[底末]|end of (?:the |this )?year\b|eoy\b", _year_end),
        (rf"(?P<next>{_NEXT_MONTH})(?P<day>{NUMBER})[号日]", _day_of_month),
        (r"(?:本月|这个月)?(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])号", _day_of_month),
        (r"(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _day_of_month),
        (
            r"(?:农历|阴历|旧历|lunar[: ])\s*(?:\d{4}年?[-/.]?)?\s*闰?"
            r"(?:[正冬腊一二三四五六七八九十]{1,2}|\d{1,2})[月/.-]"
            r"(?:[初廿][一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|\d{1,2})[日号]?",
            _written,
        ),
        (
            r"(?P<leap>闰?)(?P<month>[正冬腊一二三四五六七八九十]|十[一二])月"
            r"(?P<day>[初廿][一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=[号日]))"
            r"(?P<solar>[号日]?)",
            _in_characters,
        ),
        (r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?", _written),
        (r"\d{1,2}月\d{1,2}[日号]?", _written),
        (r"(?:19|20|21)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", _written),
        (r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})", _written),
        (r"\d{1,2}/\d{1,2}(?!/)|\d\d-\d\d(?!\w|-)", _maybe_written),
        (rf"{_PREPOSITION}(?P<said>\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH_NAME}\.?(?:[ ,-]+\d{{4}})?)", _written),
        (rf"{_PREPOSITION}(?P<said>{_MONTH_NAME}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:[ ,]+\d{{4}})?)", _written),
    )
)
