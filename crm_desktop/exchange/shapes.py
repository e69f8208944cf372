"""What a column is by the shape of its values, where its heading says nothing: phones, e-mails, names, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder, possible_orders
from crm_desktop.domain.names import is_chinese
from crm_desktop.exchange.clean import ValueProblem, half_width, to_date, to_emails, to_gender, to_number, to_text
from crm_desktop.exchange.plan import Target
from crm_desktop.exchange.table import BadCell, Cell, is_empty

_MOSTLY = 0.8
_ALL = 0.98
_MOBILE = re.compile(r"(?:\+?86|0086)?[\s-]*1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}")
_YES_NO = frozenset({"是", "否", "true", "false", "yes", "no", "y", "n", "√", "×", "有", "无"})
_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


def target_by_values(values: Sequence[Cell]) -> Target | None:
    """Return the place a column's values speak for, or nothing."""
    texts = _texts(values)
    if not texts:
        return None
    for target, fits in _TESTS:
        if _share(texts, fits) >= _MOSTLY:
            return target
    return None


def custom_type(values: Sequence[Cell], order: DateOrder | None) -> FieldType:
    """Return the type of a new field: by all the values given, text where any of them is something else."""
    filled = [value for value in values if not is_empty(value) and not isinstance(value, BadCell)]
    if not filled:
        return FieldType.TEXT
    if all(isinstance(value, date) for value in filled) or _all_take(filled, lambda value: _is_full_date(value, order)):
        return FieldType.DATE
    texts = _texts(filled)
    if texts and all(text.casefold() in _YES_NO for text in texts):
        return FieldType.YES_NO
    if any(_keeps_zeros(text) for text in texts):
        return FieldType.TEXT
    if _all_take(filled, lambda value: bool(to_number(value))):
        return FieldType.NUMBER
    return FieldType.LONG_TEXT if any(len(text) > 200 or "\n" in text for text in texts) else FieldType.TEXT


def date_order(values: Sequence[Cell]) -> DateOrder | None:
    """Return the one order in which every text of a column is a date; nothing where several or none fit."""
    left = {DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST}
    seen = False
    for value in values:
        orders = possible_orders(value) if isinstance(value, str) else frozenset()
        if orders:
            seen = True
            left &= orders
    return next(iter(left)) if seen and len(left) == 1 else None


def has_two_readings(values: Sequence[Cell]) -> bool:
    """Return whether a column has dates that only an order decides."""
    different = {value for value in values if isinstance(value, str)}  # the same moments come again and again
    return any(len(possible_orders(value)) > 1 for value in different)


def _is_full_date(value: Cell, order: DateOrder | None) -> bool:
    text = to_text(value)
    if not re.search(r"\d\D+\d|^\d{8}$", text) or isinstance(value, int | float):
        return False
    found = to_date(value, order)
    return found is not None and found.year is not None and found.calendar == "solar"


def _all_take(values: Sequence[Cell], test: Callable[[Cell], bool]) -> bool:
    good = 0
    for value in values:
        try:
            good += test(value)
        except ValueProblem:
            continue
    return good >= len(values) * _ALL


def _texts(values: Sequence[Cell]) -> list[str]:
    found = []
    for value in values:
        try:
            text = half_width(to_text(value))
        except ValueProblem:
            continue
        if text:
            found.append(text)
    return found


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(1 for text in texts if test(text)) / len(texts)


def is_mobile(text: str) -> bool:
    """Return whether a text is a Chinese mobile number."""
    return bool(_MOBILE.fullmatch(text))


def _is_email(text: str) -> bool:
    try:
        return bool(to_emails(text))
    except ValueProblem:
        return False


def _is_gender(text: str) -> bool:
    try:
        return not text.isdigit() and to_gender(text) is not None
    except ValueProblem:
        return False


def _is_chinese_name(text: str) -> bool:
    return 2 <= len(text) <= 4 and text[0] in _surnames() and all(is_chinese(letter) for letter in text)


@cache
def _surnames() -> frozenset[str]:
    from crm_desktop.domain.names import surname_readings

    return _COMMON_SURNAMES | {name for name in surname_readings() if len(name) == 1}


def _keeps_zeros(text: str) -> bool:
    """Numbers that begin with zeros or are long are marks, not amounts."""
    return (text[:1] == "0" and text.isdigit() and len(text) > 1) or (text.isdigit() and len(text) > 11)


_TESTS: tuple[tuple[Target, Callable[[str], bool]], ...] = (
    (Target.PHONE, is_mobile),
    (Target.EMAIL, _is_email),
    (Target.GENDER, _is_gender),
    (Target.NAME, _is_chinese_name),
)
