"""Reading the text of a rule: RFC 5545 and RFC 7529, as other programs write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from crm_desktop.domain.recurrence.errors import RecurrenceError, RecurrenceFault
from crm_desktop.domain.recurrence.rule import WEEKDAYS, Frequency, Rule, RuleDay, RuleMonth, Scale, Skip
from crm_desktop.domain.recurrence.scaled import is_supported

_INTEGER = re.compile(r"[+-]?[0-9]{1,8}")
_DAY = re.compile(r"([+-]?[0-9]{1,3})?(MO|TU|WE|TH|FR|SA|SU)|(MO|TU|WE|TH|FR|SA|SU)\(([+-]?[0-9]{1,3})\)")
_MONTH = re.compile(r"([0-9]{1,2})(L?)")
_UNTIL = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?", re.ASCII)
_MOST_NTH = 53


def parse_rule(text: str) -> Rule:
    """Read a rule, with or without "RRULE:" before it; raises RecurrenceError for everything that is none."""
    parts = _split(text)
    if "FREQ" not in parts:
        raise RecurrenceError(RecurrenceFault.NO_FREQUENCY, text)
    values: dict[str, Any] = {}
    for name, value in parts.items():
        field, read = _READERS[name]
        values[field] = read(value)
    rule = Rule(**values)
    _check(rule, parts)
    return rule


def _split(text: str) -> dict[str, str]:
    """Return the parts by name; a semicolon too many and blanks are forgiven, as is the order."""
    plain = re.sub(r"\s+", "", text).upper().removeprefix("RRULE:")
    if not plain:
        raise RecurrenceError(RecurrenceFault.EMPTY)
    parts: dict[str, str] = {}
    for part in filter(None, plain.split(";")):
        name, equals, value = part.partition("=")
        if not equals or name not in _READERS:
            raise RecurrenceError(RecurrenceFault.UNKNOWN_PART, part)
        name = _SAME_AS.get(name, name)
        if name in parts:
            raise RecurrenceError(RecurrenceFault.REPEATED_PART, part)
        parts[name] = value
    return parts


def _check(rule: Rule, parts: dict[str, str]) -> None:
    if rule.scale is None and "SKIP" in parts:
        raise RecurrenceError(RecurrenceFault.SKIP_WITHOUT_SCALE, parts["SKIP"])
    if rule.scale is not Scale.CHINESE and any(month.leap for month in rule.by_month):
        raise RecurrenceError(RecurrenceFault.BAD_VALUE, parts["BYMONTH"])
    if not is_supported(rule):
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)


def _bad(value: str) -> RecurrenceError:
    return RecurrenceError(RecurrenceFault.BAD_VALUE, value)


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not _INTEGER.fullmatch(value) or not low <= int(value) <= high:
            raise _bad(value)
        return int(value)

    return read


def _numbers(low: int, high: int) -> Callable[[str], tuple[int, ...]]:
    """Return a reader of numbers between two bounds; where the lower is negative, zero is none of them."""
    one = _number(low, high)

    def read(value: str) -> tuple[int, ...]:
        found = {one(number) for number in value.split(",")}
        if low < 0 and low == -high and 0 in found:
            raise _bad(value)
        return tuple(sorted(found))

    return read


def _easter(value: str) -> tuple[int, ...]:
    return tuple(sorted({_number(-400, 400)(number) for number in value.split(",")}))


def _choice(kind: Callable[[str], Any], fault: RecurrenceFault) -> Callable[[str], Any]:
    def read(value: str) -> Any:
        try:
            return kind(value)
        except ValueError:
            raise RecurrenceError(fault, value) from None

    return read


def _weekday(value: str) -> int:
    if value not in WEEKDAYS:
        raise _bad(value)
    return WEEKDAYS.index(value)


def _days(value: str) -> tuple[RuleDay, ...]:
    return tuple(sorted({_day(one, value) for one in value.split(",")}))


def _day(one: str, value: str) -> RuleDay:
    match = _DAY.fullmatch(one)
    if not match:
        raise _bad(value)
    written = match[1] or match[4]
    nth = int(written) if written else 0
    if written and not 1 <= abs(nth) <= _MOST_NTH:
        raise _bad(value)
    return RuleDay(WEEKDAYS.index(match[2] or match[3]), nth)


def _months(value: str) -> tuple[RuleMonth, ...]:
    return tuple(sorted({_month(one, value) for one in value.split(",")}))


def _month(one: str, value: str) -> RuleMonth:
    match = _MONTH.fullmatch(one)
    if not match or not 1 <= int(match[1]) <= 12:
        raise _bad(value)
    return RuleMonth(int(match[1]), bool(match[2]))


def _until(value: str) -> date | datetime:
    match = _UNTIL.fullmatch(value)
    if not match:
        raise _bad(value)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return day
        zone = UTC if match[7] else None
        return datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), int(match[6] or 0), tzinfo=zone)
    except ValueError:
        raise _bad(value) from None


_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "FREQ": ("frequency", _choice(Frequency, RecurrenceFault.BAD_VALUE)),
    "INTERVAL": ("interval", _number(1, 10_000_000)),
    "COUNT": ("count", _number(1, 10_000_000)),
    "UNTIL": ("until", _until),
    "WKST": ("week_start", _weekday),
    "BYMONTH": ("by_month", _months),
    "BYMONTHDAY": ("by_month_day", _numbers(-31, 31)),
    "BYYEARDAY": ("by_year_day", _numbers(-366, 366)),
    "BYWEEKNO": ("by_week_number", _numbers(-53, 53)),
    "BYEASTER": ("by_easter", _easter),
    "BYDAY": ("by_day", _days),
    "BYWEEKDAY": ("by_day", _days),
    "BYHOUR": ("by_hour", _numbers(0, 23)),
    "BYMINUTE": ("by_minute", _numbers(0, 59)),
    "BYSECOND": ("by_second", _numbers(0, 59)),
    "BYSETPOS": ("by_position", _numbers(-366, 366)),
    "RSCALE": ("scale", _choice(Scale, RecurrenceFault.SCALE_UNKNOWN)),
    "SKIP": ("skip", _choice(Skip, RecurrenceFault.BAD_VALUE)),
}
_SAME_AS = {"BYWEEKDAY": "BYDAY"}
