"""Times of day as people type them beside a day: 下午3点半, 晚上, 15:30, 3pm, at 3, tomorrow evening."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time

MARK = "\ue000"
"""Stands in a text where a day was taken out; a time beside it belongs to it."""

NUMBER = r"\d{1,4}|[一二两三四五六七八九十]{1,3}"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}

_EARLY, _MORNING, _NOON, _AFTERNOON, _EVENING, _MIDNIGHT = (
    "early",
    "morning",
    "noon",
    "afternoon",
    "evening",
    "midnight",
)
_PERIODS = {
    "凌晨": _EARLY,
    "清晨": _MORNING,
    "早上": _MORNING,
    "早晨": _MORNING,
    "上午": _MORNING,
    "早": _MORNING,
    "中午": _NOON,
    "正午": _NOON,
    "午后": _AFTERNOON,
    "下午": _AFTERNOON,
    "傍晚": _EVENING,
    "晚上": _EVENING,
    "晚间": _EVENING,
    "夜里": _EVENING,
    "晚": _EVENING,
    "半夜": _MIDNIGHT,
    "午夜": _MIDNIGHT,
    "morning": _MORNING,
    "noon": _NOON,
    "midday": _NOON,
    "afternoon": _AFTERNOON,
    "evening": _EVENING,
    "night": _EVENING,
    "tonight": _EVENING,
    "am": _EARLY,
    "pm": _AFTERNOON,
}
_MEANT = {_MORNING: time(9), _NOON: time(12), _AFTERNOON: time(15), _EVENING: time(19)}
"""What a part of the day without an hour stands for."""

_CHINESE = "|".join(word for word in _PERIODS if not word.isascii())
_LONG_CHINESE = "|".join(word for word in _PERIODS if not word.isascii() and len(word) > 1)
_HALF = r"(?P<period>am|pm|a\.m\.|p\.m\.)(?![a-z])"


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time and where it stands in the text; `next_day` is 1 for the midnight that ends a day."""

    start: int
    end: int
    time: time
    next_day: int = 0


def find_time(text: str) -> FoundTime | None:
    """Return the first time of day in a text, one beside a mark before others; None where there is none."""
    found = [one for one in _times(text) if one is not None]
    marked = text.find(MARK)
    return min(
        found, key=lambda one: (abs(one.start - marked - 1) > 1 if marked >= 0 else False, one.start), default=None
    )


def begins_with_time(text: str) -> bool:
    """Whether a text begins with an hour, or a part of the day and an hour."""
    return any(pattern.match(text.lstrip()) for pattern, read in _PATTERNS if read is not _part_of_day)


def number(word: str) -> int:
    """Return a number in digits or Chinese, up to 99: 15, 十五, 两."""
    if word.isascii():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    value = _DIGITS.get(ones, 0) if len(ones) < 2 else int("".join(str(_DIGITS.get(one, 0)) for one in ones))
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + value


def _times(text: str) -> Iterator[FoundTime | None]:
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            yield read(match)


def _clock(match: re.Match[str]) -> FoundTime | None:
    """Read an hour with o'clock or minutes: 下午3点半, 15:30, 3:30 pm, at 3."""
    groups = match.groupdict()
    period = _PERIODS.get((groups.get("period") or "").replace(".", ""))
    hour, minute = number(groups["hour"]), _minute(groups)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if period is None and 1 <= hour <= 6 and not groups.get("digital"):
        period = _AFTERNOON
    hour, next_day = _hour(hour, period)
    return FoundTime(match.start(), match.end(), time(hour, minute), next_day)


def _minute(groups: dict[str, str | None]) -> int:
    if groups.get("half"):
        return 30
    if quarter := groups.get("quarter"):
        return 15 * number(quarter)
    minute = groups.get("minute") or groups.get("digital")
    return number(minute.removeprefix("零")) if minute else 0


def _hour(hour: int, period: str | None) -> tuple[int, int]:
    """Return the hour of the day, and 1 where it is the midnight at the day's end."""
    if hour == 24 or (hour in (0, 12) and period in (_EVENING, _MIDNIGHT)):
        return 0, 1
    if hour == 12 and period == _EARLY:
        return 0, 0
    late = period in (_AFTERNOON, _EVENING) or (period == _NOON and hour <= 3)
    return (hour + 12 if late and hour < 12 else hour), 0


def _part_of_day(match: re.Match[str]) -> FoundTime | None:
    meant = _MEANT.get(_PERIODS[match["period"]])
    return FoundTime(match.start("said"), match.end("said"), meant) if meant else None


_Reader = Callable[[re.Match[str]], FoundTime | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        re.compile(
            rf"(?:(?P<period>{_CHINESE})\s*)?(?<![\d.])(?P<hour>{NUMBER})\s*[点點]"
            r"(?:(?P<half>半)|(?P<quarter>[一三])刻|\s*(?P<minute>[0-5]\d(?!\d)(?=分?)|(?:零?[一二三四五六七八九]|"
            r"[一二三四五]?十[一二三四五六七八九]?|\d)(?=分))分?|整|钟)?"
        ),
        _clock,
    ),
    (
        re.compile(
            rf"(?:\bat\s+)?(?:(?P<period>{_CHINESE})\s*)?(?<![\d:.])(?P<hour>\d{{1,2}}):(?P<digital>[0-5]\d)(?![\d:])(?!\s*[ap]\.?m)"
        ),
        _clock,
    ),
    (re.compile(rf"(?:\bat\s+)?(?<![\d:.])(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d))?\s*{_HALF}"), _clock),
    (re.compile(r"\bat\s+(?P<hour>\d{1,2})(?![\w:.%])"), _clock),
    (re.compile(rf"(?:^|(?<=[\s，,。；;]))(?P<said>(?P<period>{_LONG_CHINESE}))"), _part_of_day),
    (re.compile(rf"(?<={MARK})\s*(?P<said>(?P<period>{_CHINESE}))"), _part_of_day),
    (
        re.compile(
            rf"(?<={MARK})\s*(?P<said>(?:in the |at )?(?P<period>morning|noon|midday|afternoon|evening|night))\b"
        ),
        _part_of_day,
    ),
    (re.compile(rf"(?<={MARK})\s*(?P<said>(?P<period>tonight))\b"), _part_of_day),
    (re.compile(r"\b(?P<said>(?:at )?(?P<period>noon|midday))\b"), _part_of_day),
)
