"""Filters in the user's words, free of Qt: operators, values, and whole conditions as chips show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field, ValueType
from crm_desktop.domain.filters import Condition, Group, Joined, Operator
from crm_desktop.ui.pages.customers.words import choice_words, day_words, month_names, number_words, yes_no_words

FieldOf = Callable[[str], Field]


def operator_words(operator: Operator) -> str:
    """Return an operator as it stands between a field and a value."""
    words = {
        Operator.IS: _T("Operators", "is"),
        Operator.IS_NOT: _T("Operators", "is not"),
        Operator.CONTAINS: _T("Operators", "contains"),
        Operator.STARTS_WITH: _T("Operators", "starts with"),
        Operator.IS_EMPTY: _T("Operators", "is empty"),
        Operator.IS_FILLED: _T("Operators", "is filled in"),
        Operator.ANY_OF: _T("Operators", "is any of"),
        Operator.ALL_OF: _T("Operators", "has all of"),
        Operator.NONE_OF: _T("Operators", "is none of"),
        Operator.LESS_THAN: _T("Operators", "is less than"),
        Operator.MORE_THAN: _T("Operators", "is more than"),
        Operator.BETWEEN: _T("Operators", "is between"),
        Operator.BEFORE: _T("Operators", "is before"),
        Operator.AFTER: _T("Operators", "is after"),
        Operator.IN_LAST_DAYS: _T("Operators", "within the last days"),
        Operator.NOT_IN_LAST_DAYS: _T("Operators", "not within the last days"),
        Operator.IN_NEXT_DAYS: _T("Operators", "within the next days"),
    }
    return words[operator]


def joined_words(joined: Joined) -> str:
    """Return how the parts of a group are joined."""
    if joined is Joined.ALL:
        return _T("Filters", "All of these are true")
    return _T("Filters", "At least one of these is true")


def condition_words(condition: Condition, field_of: FieldOf) -> str:
    """Return a condition as a short sentence: "Tags is any of VIP, 茶叶"."""
    field = field_of(condition.field)
    label, operator, value = field.label, condition.operator, condition.value
    if operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        return _T("Filters", "{field} {operator}").format(field=label, operator=operator_words(operator))
    if operator in _DAYS:
        return _days_words(operator, label, int(value))
    return _T("Filters", "{field} {operator} {value}").format(
        field=label, operator=operator_words(operator), value=value_words(field, operator, value)
    )


def filter_words(part: Condition | Group, field_of: FieldOf) -> str:
    """Return a condition or a nested group in words."""
    if isinstance(part, Condition):
        return condition_words(part, field_of)
    joint = _T("Filters", " and ") if part.joined is Joined.ALL else _T("Filters", " or ")
    return joint.join(filter_words(inner, field_of) for inner in part.parts)


def value_words(field: Field, operator: Operator, value: Any) -> str:
    """Return a condition's value as people write it."""
    if operator is Operator.BETWEEN:
        first, last = value
        both = _T("Filters", "{first} and {last}", "between … and …")
        return both.format(first=_one(field, first), last=_one(field, last))
    if isinstance(value, list | tuple):
        return _T("Filters", ", ", "between the values of a list").join(_one(field, item) for item in value)
    return _one(field, value)


_DAYS = frozenset({Operator.IN_LAST_DAYS, Operator.NOT_IN_LAST_DAYS, Operator.IN_NEXT_DAYS})


def _days_words(operator: Operator, label: str, days: int) -> str:
    if operator is Operator.IN_LAST_DAYS:
        return _T("Filters", "{field} in the last %n day(s)", None, days).format(field=label)
    if operator is Operator.NOT_IN_LAST_DAYS:
        return _T("Filters", "{field} not in the last %n day(s)", None, days).format(field=label)
    return _T("Filters", "{field} in the next %n day(s)", None, days).format(field=label)


def _one(field: Field, value: Any) -> str:
    words: Mapping[str, str] = yes_no_words() if field.type is ValueType.YES_NO else choice_words(field.key)
    if value in words:
        return words[value]
    if field.type is ValueType.YEARLY and isinstance(value, int):
        return month_names()[value - 1]
    if field.type in (ValueType.DATE, ValueType.MOMENT):
        return day_words(date.fromisoformat(str(value)))
    return number_words(value) if isinstance(value, int | float) else str(value)
