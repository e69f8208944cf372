"""Dates as people write them: solar or lunar, with or without a year, in Chinese and Western forms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

Calendar = Literal["solar", "lunar"]

FIRST_YEAR, LAST_YEAR = 1850, 2199
_LEAP_YEAR = 2000
_LONGEST_LUNAR_MONTH = 30


class DateOrder(StrEnum):
    """How 03/04/2024 is read."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class DateFault(StrEnum):
    """Why a text is no date."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    TWO_READINGS = "two_readings"


class DateError(ValueError):
    """A text that cannot be taken as a date, and why."""

    def __init__(self, fault: DateFault, text: str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.text = text


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day that may lack its year and may be of the lunar calendar."""

    calendar: Calendar
    year: int | None
    month: int
    day: int
    leap_month: bool = False

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        leap = "L" if self.leap_month else ""
        prefix = "lunar:" if self.calendar == "lunar" else ""
        return f"{prefix}{year}-{leap}{self.month:02d}-{self.day:02d}"


_LUNAR_WORDS = re.compile(r"农历|阴历|旧历|古历|農曆|陰曆|lunar[: ]?", re.IGNORECASE)
_SOLAR_WORDS = re.compile(r"公历|阳历|新历|國曆|陽曆|solar[: ]?", re.IGNORECASE)
_TIME = re.compile(
    r"(?<=\d)\s*[T ,]\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M)?\s*(?:Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\s*[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?")
_YMD = re.compile(r"(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号號]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MD = re.compile(r"(?:--?)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?|--(\d{2})(\d{2})")
_ENDS_IN_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})")
_SHORT_CHINESE_YEAR = re.compile(r"(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"([A-Za-z]{3,9})\.?"
_DAY_NAME_YEAR = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}(?:[\s,-]+(\d{{4}}|\d{{2}}))?")
_NAME_DAY_YEAR = re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,]+(\d{{4}}))?")
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_LUNAR = re.compile(
    r"(?:([0-9]{4}|[〇零○一二三四五六七八九]{4})\s*年?[-/.]?)?\s*(闰|閏)?\s*"
    r"(正|冬|腊|臘|十[一二]?|[一二三四五六七八九]|\d{1,2})\s*[月/.-]\s*"
    r"(初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|卅|[一二三四五六七八九]|\d{1,2})\s*[日号]?"
)
_TRADITIONAL_DAY = re.compile(r"月\s*(?:初|廿|卅)|[正冬腊臘]月|[闰閏].{1,2}月")


def parse_date(text: str, order: DateOrder | None = None) -> PartialDate:
    """Read a date in any usual form.

    `order` decides 03/04/2024; without it such a text raises DateError TWO_READINGS. A day that does not exist raises
    IMPOSSIBLE, anything else UNREADABLE.
    """
    plain = unicodedata.normalize("NFKC", text).strip().strip("'")
    if _LUNAR_WORDS.search(plain) or _TRADITIONAL_DAY.search(plain):
        return _lunar(_LUNAR_WORDS.sub("", plain).strip(" ():-"), text)
    plain = _SOLAR_WORDS.sub("", plain)
    plain = _WEEKDAY.sub("", _TIME.sub("", plain)).strip(" ()")
    found = _year_first(plain) or _ends_in_year(plain, text, order) or _with_month_name(plain) or _without_year(plain)
    if found is None:
        raise DateError(DateFault.UNREADABLE, text)
    return solar(*found, text=text)


def typed_day(year: int | None, month: int, day: int, *, leap: bool = False, lunar: str = "") -> str:
    """Return a day as one would type it: 1990-05-12, 05-12; a lunar one behind the word for it, 农历闰8-15."""
    start = "" if year is None else f"{year}-"
    return f"{lunar}{start}{'闰' if leap else ''}{month}-{day}" if lunar else f"{start}{month:02d}-{day:02d}"


def parse_lunar_date(text: str) -> PartialDate:
    """Read a date of a column that says itself that it is lunar."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("'")
    plain = _TIME.sub("", _LUNAR_WORDS.sub("", plain)).strip(" ():")
    compact = _COMPACT.fullmatch(plain)
    return _lunar("-".join(compact.groups()) if compact else plain, text)


def solar(year: int | None, month: int, day: int, text: str = "") -> PartialDate:
    """Return a solar date; raises DateError where there is no such day."""
    try:
        date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        raise DateError(DateFault.IMPOSSIBLE, text) from None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(DateFault.IMPOSSIBLE, text)
    return PartialDate("solar", year, month, day)


def lunar(year: int | None, month: int, day: int, leap_month: bool = False, text: str = "") -> PartialDate:
    """Return a lunar date; raises DateError where that month has no such day, or that year no such leap month."""
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST_LUNAR_MONTH):
        raise DateError(DateFault.IMPOSSIBLE, text)
    if year is not None and not _lunar_day_exists(year, month, day, leap_month):
        raise DateError(DateFault.IMPOSSIBLE, text)
    return PartialDate("lunar", year, month, day, leap_month)


def from_serial(serial: float, base_1904: bool = False) -> PartialDate:
    """Return the day of a spreadsheet's serial number; raises DateError outside the years people use."""
    start = date(1904, 1, 1) if base_1904 else date(1899, 12, 30)
    try:
        day = start + timedelta(days=int(serial))
    except OverflowError:
        raise DateError(DateFault.UNREADABLE, str(serial)) from None
    return solar(day.year, day.month, day.day, str(serial))


def possible_orders(text: str) -> frozenset[DateOrder]:
    """Return how a text like 03/04/2024 may be read; empty for a text with one reading, whatever the order."""
    match = _ENDS_IN_YEAR.fullmatch(_TIME.sub("", unicodedata.normalize("NFKC", text).strip()))
    if not match:
        return frozenset()
    return frozenset(order for order in DateOrder if _in_order(match, order) is not None)


def _lunar_day_exists(year: int, month: int, day: int, leap_month: bool) -> bool:
    from crm_desktop.domain.lunar import LunarDay, solar_day

    return FIRST_YEAR <= year <= LAST_YEAR and solar_day(LunarDay(year, month, day, leap_month)) is not None


def _lunar(plain: str, text: str) -> PartialDate:
    match = _LUNAR.fullmatch(plain)
    if not match:
        raise DateError(DateFault.UNREADABLE, text)
    year = _chinese_year(match[1]) if match[1] else None
    return lunar(year, _lunar_month(match[3]), _lunar_day(match[4]), bool(match[2]), text)


def _chinese_year(word: str) -> int:
    return int(word) if word.isdigit() and word.isascii() else int("".join(str(_DIGITS[digit]) for digit in word))


def _lunar_month(word: str) -> int:
    named = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
    return named[word] if word in named else _chinese_number(word)


def _lunar_day(word: str) -> int:
    if word[0] == "初":
        return _chinese_number(word[1:])
    if word == "卅":
        return 30
    return 20 + _chinese_number(word[1:] or "〇") if word[0] == "廿" else _chinese_number(word)


def _chinese_number(word: str) -> int:
    if word.isascii():
        return int(word)
    if "十" not in word:
        return _DIGITS[word]
    tens, _, ones = word.partition("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _year_first(plain: str) -> tuple[int | None, int, int] | None:
    match = _YMD.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if match:
        return int(match[1]), int(match[2]), int(match[3])
    short = _SHORT_CHINESE_YEAR.fullmatch(plain)
    return (_full_year(int(short[1])), int(short[2]), int(short[3])) if short else None


def _full_year(short: int) -> int:
    """Two digits of a year, as spreadsheets read them: 30–99 are of the last century."""
    return short + (1900 if short >= 30 else 2000)


def _ends_in_year(plain: str, text: str, order: DateOrder | None) -> tuple[int | None, int, int] | None:
    match = _ENDS_IN_YEAR.fullmatch(plain)
    if not match:
        return None
    readings = {o: found for o in DateOrder if (found := _in_order(match, o)) is not None}
    if not readings:
        raise DateError(DateFault.IMPOSSIBLE, text)
    if order in readings:
        return readings[order]
    if len(set(readings.values())) > 1:
        raise DateError(DateFault.TWO_READINGS, text)
    return next(iter(readings.values()))


def _in_order(match: re.Match[str], order: DateOrder) -> tuple[int, int, int] | None:
    """Return year, month and day read in an order, or nothing where that makes no day."""
    first, second, third = int(match[1]), int(match[2]), int(match[3])
    if order is DateOrder.YEAR_FIRST:
        if len(match[3]) == 4 or len(match[1]) != 2:
            return None
        year, month, day = _full_year(first), second, third
    else:
        year = third if len(match[3]) == 4 else _full_year(third)
        month, day = (second, first) if order is DateOrder.DAY_FIRST else (first, second)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, month, day


def _with_month_name(plain: str) -> tuple[int | None, int, int] | None:
    match = _DAY_NAME_YEAR.fullmatch(plain)
    day, name, year = match.groups() if match else (None, None, None)
    if not match:
        match = _NAME_DAY_YEAR.fullmatch(plain)
        name, day, year = match.groups() if match else (None, None, None)
    if not name or not day or name[:3].lower() not in _MONTHS:
        return None
    number = int(year) if year else None
    if number is not None and number < 100:
        number = _full_year(number)
    return number, _MONTHS.index(name[:3].lower()) + 1, int(day)


def _without_year(plain: str) -> tuple[int | None, int, int] | None:
    match = _MD.fullmatch(plain)
    return (None, int(match[1] or match[3]), int(match[2] or match[4])) if match else None
