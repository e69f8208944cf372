"""From raw cells to clean values: digits, dates, gender and status words, numbers; what cannot be taken is a problem.

Nothing is guessed: a phone that Excel turned into 1.38E+10 has lost its digits, and the row says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from crm_desktop.domain.customer import Gender, Status
from crm_desktop.domain.dates import DateError, DateOrder, PartialDate, from_serial, parse_date, parse_lunar_date
from crm_desktop.domain.names import is_chinese
from crm_desktop.exchange.table import BadCell, Cell, CellProblem


class Problem(StrEnum):
    """Why a value of a row was not taken; each has a sentence and a way to mend it."""

    NO_NAME = "no_name"
    DIGITS_LOST = "digits_lost"
    NOT_AN_EMAIL = "not_an_email"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    TWO_READINGS = "two_readings"
    NOT_A_GENDER = "not_a_gender"
    NOT_A_STATUS = "not_a_status"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_CHOICE = "not_a_choice"
    ERROR_VALUE = "error_value"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    BROKEN_CARD = "broken_card"
    TOO_LONG = "too_long"
    CARD_TWICE = "card_twice"
    CARD_TAKEN = "card_taken"
    TOO_LARGE = "too_large"
    NO_DATE = "no_date"
    NO_AMOUNT = "no_amount"
    SLIP_BROKEN = "slip_broken"
    """Another row of the same slip cannot be taken."""
    NOT_WHOLE = "not_whole"
    BELOW_ZERO = "below_zero"
    BALANCE_TWICE = "balance_twice"
    """An earlier row of the file has brought this balance already."""


@dataclass(frozen=True, slots=True)
class ValueProblem(Exception):
    """A cell that cannot be taken, and the text that stood there."""

    problem: Problem
    text: str = ""


TEXT_LENGTH = 100_000
_LARGEST_EXACT = 1e15
_LONGEST_SPREAD = 4
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x2060, 0xFEFF, 0x00AD])
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_ERROR_TEXT = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!)|Err:\d{3}")
_EMPTY_WORDS = frozenset({"-", "--", "—", "/", "\\", "无", "未知", "没有", "null", "none", "n/a", "na", "nil", "nan"})
_EMPTY_DATES = frozenset({"0", "0/0/00", "0/0/0000", "00/00/00", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00"})
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_EMAIL_IN_BRACKETS = re.compile(r"<([^<>@\s]+@[^<>\s]+)>")
_SEVERAL = re.compile(r"\s*(?::::|[,;，；、\n\r|])\s*")
_SEVERAL_PHONES = re.compile(r"\s*(?::::|[,;，；、\n\r|/／])\s*")
_TAG_MARKS = tuple(map(re.compile, (r" ::: |[;；\n\r]", r"[,，、|]", r"[/／]")))
"""The strongest mark in a cell parts its tags; the weaker ones then belong to their names."""
_TAG_STARS = re.compile(r"^\*\s*")
_SERIALS = (10_000, 73_050)
"""Five digits in a date column are a spreadsheet's day number: 1927 to 2099."""


def raise_for_bad(cell: BadCell) -> None:
    """Turn a cell the reader could not read into its problem."""
    problems = {
        CellProblem.ERROR_VALUE: Problem.ERROR_VALUE,
        CellProblem.FORMULA_WITHOUT_VALUE: Problem.FORMULA_WITHOUT_VALUE,
        CellProblem.BROKEN_CARD: Problem.BROKEN_CARD,
    }
    raise ValueProblem(problems[cell.problem], cell.text)


def to_text(cell: Cell) -> str:
    """Return a cell's text with outer blanks and invisible characters off, its own characters kept.

    Whole numbers become their digits; raises ValueProblem for error cells and for numbers that have lost digits.
    """
    if isinstance(cell, str):
        text = cell.strip()
        if not text.isascii():
            if not text.isprintable():  # as invisible characters are not
                text = text.translate(_INVISIBLE).strip()
        elif text[:1] in "#E" and _ERROR_TEXT.fullmatch(text):
            raise ValueProblem(Problem.ERROR_VALUE, text)
        return text
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, BadCell):
        raise_for_bad(cell)
    return _moment_text(cell)


def _number_text(number: float) -> str:
    if abs(number) >= _LARGEST_EXACT:
        raise ValueProblem(Problem.DIGITS_LOST, repr(number))
    if number == int(number):
        return str(int(number))
    return repr(round(number, 10))


def _moment_text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta) else ""


def kept_text(cell: Cell) -> str:
    """Return a text as the program keeps it: no control characters, nothing endless."""
    text = to_text(cell)
    if not text.isprintable():
        text = "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c in "\n\t" or ord(c) >= 0xA0)
    if len(text) > TEXT_LENGTH:
        raise ValueProblem(Problem.TOO_LONG, text)
    return text


def half_width(text: str) -> str:
    """Return a text with full-width letters, digits and signs as half-width ones."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def narrow(text: str) -> str:
    """Return a text with full-width Latin letters, digits and signs half-width, and every other character kept."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def visible(text: str) -> str:
    """Return a text without invisible characters, and without the blanks they kept."""
    return text if text.isascii() else text.translate(_INVISIBLE).strip()


def single_spaces(text: str) -> str:
    """Return a text whose blanks within a line are single."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def unspread(name: str) -> str:
    """Return a short Chinese name without the blanks that make it look even: 张　三; two words stay two."""
    parts = name.split()
    joined = "".join(parts)
    spread = len(parts) > 1 and len(parts[0]) == 1 and len(joined) <= _LONGEST_SPREAD
    return joined if spread and all(map(is_chinese, joined)) else name


def shown(cell: Cell) -> str:
    """Return a raw cell as previews show it, whatever is wrong with it."""
    try:
        return to_text(cell)
    except ValueProblem as problem:
        return problem.text


def is_blank_word(text: str) -> bool:
    """Return whether a cell says in a word that it is empty."""
    return text.casefold() in _EMPTY_WORDS


def to_digits(cell: Cell) -> str:
    """Return card and file numbers: digits as typed; raises ValueProblem where a number has lost its last digits."""
    if isinstance(cell, str) and cell.isdecimal() and cell.isascii():
        return cell
    text = half_width(to_text(cell))
    if _SCIENTIFIC.fullmatch(text):
        raise ValueProblem(Problem.DIGITS_LOST, text)
    return "" if is_blank_word(text) else text.lstrip("'")


def to_phones(cell: Cell) -> list[str]:
    """Return the phones of a cell as typed, half-width; raises ValueProblem where one has lost its digits."""
    text = to_digits(cell)
    if text.isdigit() or not text:
        return [text] if text else []
    return [one for one in (part.strip() for part in _SEVERAL_PHONES.split(text)) if one and not is_blank_word(one)]


def to_emails(cell: Cell) -> list[str]:
    """Return the e-mails of a cell; raises ValueProblem for what is none."""
    text = half_width(to_text(cell))
    if not text or is_blank_word(text):
        return []
    found = _EMAIL_IN_BRACKETS.findall(text) or [part.removeprefix("mailto:") for part in _SEVERAL.split(text) if part]
    for email in found:
        if not _EMAIL.fullmatch(email):
            raise ValueProblem(Problem.NOT_AN_EMAIL, email)
    return found


def to_words(cell: Cell) -> tuple[str, ...]:
    """Return tags of a cell, split on every usual mark."""
    return _words(to_text(cell))


def to_word(cell: Cell) -> tuple[str, ...]:
    """Return the whole cell as one tag."""
    text = to_text(cell)
    return (text,) if text and not is_blank_word(text) else ()


@lru_cache(maxsize=8_192)
def _words(text: str) -> tuple[str, ...]:
    marks = next((marks for marks in _TAG_MARKS if marks.search(text)), _TAG_MARKS[-1])
    parts = (_TAG_STARS.sub("", part).strip() for part in marks.split(text))
    return tuple(dict.fromkeys(part for part in parts if part and part != "myContacts" and not is_blank_word(part)))


def to_date(cell: Cell, order: DateOrder | None = None, *, lunar: bool = False) -> PartialDate | None:
    """Return the day a cell names, or nothing for an empty one; raises ValueProblem."""
    if isinstance(cell, date) and not lunar:
        return PartialDate("solar", cell.year, cell.month, cell.day)
    text = to_text(cell)
    if not text or text in _EMPTY_DATES or is_blank_word(text):
        return None
    return _text_date(text, order, lunar)


@lru_cache(maxsize=65_536)
def _text_date(text: str, order: DateOrder | None, lunar: bool) -> PartialDate:
    from crm_desktop.domain.dates import DateFault

    problems = {DateFault.IMPOSSIBLE: Problem.NO_SUCH_DAY, DateFault.TWO_READINGS: Problem.TWO_READINGS}
    try:
        if text.isdecimal() and len(text) == 5 and _SERIALS[0] <= int(text) <= _SERIALS[1]:
            return from_serial(int(text))
        return parse_lunar_date(text) if lunar else parse_date(text, order)
    except DateError as error:
        raise ValueProblem(problems.get(error.fault, Problem.NOT_A_DATE), text) from None


def to_moment(cell: Cell, order: DateOrder | None = None) -> datetime | None:
    """Return the local moment a cell names; a day without a time is its midnight."""
    if isinstance(cell, datetime):
        return cell
    day = to_date(cell, order)
    if day is None:
        return None
    if day.year is None or day.calendar == "lunar":
        raise ValueProblem(Problem.NOT_A_DATE, str(cell))
    clock = re.search(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", cell) if isinstance(cell, str) else None
    hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (0, 0, 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - the shop's own clock
    except ValueError:
        raise ValueProblem(Problem.NOT_A_DATE, str(cell)) from None


_GENDERS = {
    Gender.FEMALE: (
        "女",
        "女性",
        "女士",
        "小姐",
        "f",
        "female",
        "woman",
        "w",
        "ms",
        "mrs",
        "miss",
        "2",
        "girl",
        "太太",
    ),
    Gender.MALE: ("男", "男性", "先生", "m", "male", "man", "mr", "1", "boy"),
    Gender.OTHER: ("其他", "other", "o", "x", "非二元", "nonbinary", "non-binary"),
}
_GENDER_WORDS = {word: gender for gender, words in _GENDERS.items() for word in words}
_NO_GENDER = _EMPTY_WORDS | {"", "0", "保密", "未填写", "u", "unknown", "unspecified", "不详"}


def to_gender(cell: Cell) -> Gender | None:
    """Return the gender a cell names, nothing for an empty or secret one; raises ValueProblem."""
    return _gender_of(to_text(cell))


@lru_cache(maxsize=1_024)
def _gender_of(text: str) -> Gender | None:
    word = half_width(text).casefold().rstrip(".")
    if word in _NO_GENDER:
        return None
    if word not in _GENDER_WORDS:
        raise ValueProblem(Problem.NOT_A_GENDER, word)
    return _GENDER_WORDS[word]


_STATUSES = {
    Status.ACTIVE: (
        "正常", "有效", "启用", "使用中", "在用", "已激活", "激活", "活跃",
        "active", "normal", "enabled", "valid", "ok", "1",
    ),
    Status.LOST_CARD: ("挂失", "已挂失", "丢失", "遗失", "lost", "lost card", "card lost", "lost_card"),
    Status.FROZEN: (
        "冻结", "已冻结", "停用", "禁用", "暂停", "锁定", "frozen", "disabled", "suspended", "blocked", "inactive", "0",
    ),
    Status.CANCELLED: ("注销", "已注销", "退卡", "已退卡", "作废", "失效", "取消", "cancelled", "canceled", "closed"),
}  # fmt: skip
_STATUS_WORDS = {word: status for status, words in _STATUSES.items() for word in words}


def to_status(cell: Cell) -> Status | None:
    """Return the card's status; raises ValueProblem for a word of another meaning."""
    word = half_width(to_text(cell)).casefold()
    if not word or is_blank_word(word):
        return None
    if word not in _STATUS_WORDS:
        raise ValueProblem(Problem.NOT_A_STATUS, word)
    return _STATUS_WORDS[word]


_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_MONEY_SIGNS = re.compile(r"[¥￥$€£\s元]|RMB|CNY", re.IGNORECASE)


def to_number(cell: Cell) -> str:
    """Return a number's plain text ("1,234.50" → "1234.5"); raises ValueProblem for what is none."""
    text = half_width(to_text(cell))
    if not text or is_blank_word(text):
        return ""
    plain = _MONEY_SIGNS.sub("", text).replace(",", "").removesuffix("%")
    if not _NUMBER.fullmatch(plain):
        raise ValueProblem(Problem.NOT_A_NUMBER, text)
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"
