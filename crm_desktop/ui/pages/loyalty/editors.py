"""How a rule is changed: what is asked for a sentence, read from the rules and written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.services.say_recurrence import weekday_words
from crm_desktop.ui.pages.loyalty.shelf import Choices, Shelf
from crm_desktop.ui.widgets.asked import Ask, Asked

Given = dict[str, Any]

MOST_MONEY = 1_000_000_000
MOST_POINTS = 100_000_000
MOST_DAYS = 36_500
MOST_CHIPS = 60
"""So many goods stand as chips; beyond, categories say it better."""
_HALF_HOUR = 30
_DAY = 24 * 60


@dataclass(frozen=True)
class Editor:
    """Changes one rule, or one of several of a sort.

    `offer` is the text of the button that adds it where no sentence says it; `add` appends one of a sort.
    """

    key: str
    questions: Callable[[Shelf], tuple[Asked, ...]]
    read: Callable[[Any, int], Given]
    write: Callable[[Any, int, Given], Any]
    offer: str = ""
    add: Callable[[Any], Any] | None = None
    remove: Callable[[Any, int], Any] | None = None


def plain_editor(
    key: str,
    questions: Callable[[Shelf], tuple[Asked, ...]],
    *,
    offer: str = "",
    unset: Mapping[str, Any] | None = None,
    inside: str = "",
) -> Editor:
    """Return the editor of fields that are asked for as they are kept; `inside` names the part they lie in.

    `unset` holds the values that take the rule away.
    """

    def part(rules: Any) -> Any:
        return getattr(rules, inside) if inside else rules

    def put(rules: Any, values: Mapping[str, Any]) -> Any:
        changed = replace(part(rules), **values)
        return replace(rules, **{inside: changed}) if inside else changed

    def read(rules: Any, _place: int) -> Given:
        held = part(rules)
        return {name: getattr(held, name) for name in held.__dataclass_fields__}

    def write(rules: Any, _place: int, given: Given) -> Any:
        return put(rules, given)

    remove = None if unset is None else lambda rules, _place: put(rules, unset)
    return Editor(key, questions, read, write, offer, remove=remove)


def hours_questions() -> tuple[Asked, ...]:
    """Return the questions from when until when of a day something holds."""
    moments: Choices = tuple((minute, f"{minute // 60:02}:{minute % 60:02}") for minute in range(0, _DAY, _HALF_HOUR))
    first: Choices = ((None, _T("Rules", "all day")), *moments)
    last: Choices = (*moments[1:], (_DAY, "24:00"))
    return (
        Asked("from_minute", _T("RuleForm", "From"), Ask.CHOICE, first, optional=True),
        Asked(
            "to_minute",
            _T("RuleForm", "Until"),
            Ask.CHOICE,
            last,
            shown=lambda given: given.get("from_minute") is not None,
        ),
    )


def read_hours(hours: tuple[int, int] | None) -> Given:
    """Return the answers for a span of the day."""
    return {"from_minute": hours[0] if hours else None, "to_minute": hours[1] if hours else _DAY}


def take_hours(given: Given) -> tuple[int, int] | None:
    """Take the two answers out and return the span."""
    first, last = given.pop("from_minute", None), given.pop("to_minute", None)
    return None if first is None or last is None else (first, last)


def weekdays_question(label: str) -> Asked:
    """Return the question on which days of the week something holds; none is every day."""
    names = weekday_words()
    days = tuple((day, names[day]) for day in range(7))
    return Asked("weekdays", label, Ask.MANY, days, optional=True)


def number(key: str, label: str, *, most: int = MOST_POINTS, least: int = 0, unit: str = "") -> Asked:
    """Return the question for a whole number."""
    return Asked(key, label, Ask.NUMBER, least=least, most=most, unit=unit)


def money(key: str, label: str, *, least: int = 0) -> Asked:
    """Return the question for an amount."""
    return Asked(key, label, Ask.MONEY, least=least, most=MOST_MONEY)


def switch(key: str, label: str) -> Asked:
    """Return a question to be answered with yes or no."""
    return Asked(key, label, Ask.SWITCH)


def without(items: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    """Return items without one of them."""
    return items[:place] + items[place + 1 :]


def with_item(items: tuple[Any, ...], place: int, item: Any) -> tuple[Any, ...]:
    """Return items with another in one place."""
    return (*items[:place], item, *items[place + 1 :])
