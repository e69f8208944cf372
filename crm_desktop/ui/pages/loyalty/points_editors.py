"""The editors of the rules of points: earning, promotions, spending, ending, occasions, tiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import (
    EVERYTHING,
    ONCE,
    Base,
    BirthdayTime,
    ExpiryMode,
    Metric,
    Multiplier,
    PointsRules,
    Rounding,
    Stacking,
    Window,
)
from crm_desktop.ui.pages.loyalty.editors import (
    MOST_CHIPS,
    MOST_DAYS,
    Editor,
    Given,
    hours_questions,
    money,
    number,
    plain_editor,
    read_hours,
    switch,
    take_hours,
    weekdays_question,
    with_item,
    without,
)
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.asked import Ask, Asked

EARNING = (
    "points", "per_visit", "product_points", "product_rates", "category_rates", "minimum", "base",
    "earn_on_points_part", "rounding",
)  # fmt: skip
PROMOTIONS = ("multipliers", "stacking")
USING = ("expiry", "spending", "refund_may_go_below_zero")
OCCASIONS = ("birthday", "referral")
TIERS = ("metric",)


def points_editors() -> dict[str, Editor]:
    """Return every editor by its key."""
    found = [*_earning(), _promotion(), _stacking(), *_using(), *_occasions(), _metric()]
    return {editor.key: editor for editor in found}


def _earning() -> list[Editor]:
    d_unit = _T("RuleForm", "points")
    return [
        plain_editor(
            "points",
            lambda _: (
                number("points", _T("RuleForm", "Points"), unit=d_unit),
                money("money", _T("RuleForm", "for every"), least=1),
            ),
        ),
        plain_editor(
            "per_visit",
            lambda _: (number("per_visit", _T("RuleForm", "For each purchase"), unit=d_unit),),
            offer=_T("RuleForm", "Points for each purchase"),
            unset={"per_visit": 0},
        ),
        _category_rates(),
        _product("product_points"),
        _product("product_rates"),
        plain_editor(
            "minimum",
            lambda _: (money("minimum", _T("RuleForm", "A purchase of at least")),),
            offer=_T("RuleForm", "A least amount"),
            unset={"minimum": 0},
        ),
        plain_editor("base", lambda _: (Asked("base", _T("RuleForm", "Counted"), Ask.CHOICE, _bases()),)),
        plain_editor(
            "earn_on_points_part",
            lambda _: (
                switch("earn_on_points_part", _T("RuleForm", "What is paid with points earns points, too")),
                switch("earn_on_gift_part", _T("RuleForm", "What is paid with gifts earns points, too")),
            ),
        ),
        plain_editor("rounding", lambda _: (Asked("rounding", _T("RuleForm", "Rounded"), Ask.CHOICE, _roundings()),)),
    ]


def _category_rates() -> Editor:
    """Return the editor with a factor for each category; an empty one is as usual, nought earns nothing."""

    def questions(shelf: Shelf) -> tuple[Asked, ...]:
        return tuple(
            Asked(
                f"category.{row_id}", name, Ask.FACTOR, most=100 * ONCE, optional=True, hint=_T("RuleForm", "as usual")
            )
            for row_id, name in shelf.categories
        )

    def read(rules: PointsRules, _place: int) -> Given:
        return {f"category.{row_id}": rate for row_id, rate in rules.category_rates.items()}

    def write(rules: PointsRules, _place: int, given: Given) -> PointsRules:
        rates = {int(key.partition(".")[2]): rate for key, rate in given.items() if rate is not None}
        return replace(rules, category_rates=rates)

    return Editor(
        "category_rates",
        questions,
        read,
        write,
        _T("RuleForm", "Other points for a category"),
        remove=lambda rules, _place: replace(rules, category_rates={}),
    )


def _product(key: str) -> Editor:
    """Return the editor of what single goods bring: points on top, or a factor; empty takes it away."""
    of_points = key == "product_points"
    label = _T("RuleForm", "Points on top") if of_points else _T("RuleForm", "Factor")
    ask = Ask.NUMBER if of_points else Ask.FACTOR

    def questions(shelf: Shelf) -> tuple[Asked, ...]:
        return (
            Asked("product_id", _T("RuleForm", "For"), Ask.CHOICE, shelf.product_choices()),
            Asked("value", label, ask, most=100_000, optional=True),
        )

    def held(rules: PointsRules) -> dict[int, int]:
        found: dict[int, int] = getattr(rules, key)
        return found

    def put(rules: PointsRules, values: dict[int, int]) -> PointsRules:
        return replace(rules, product_points=values) if of_points else replace(rules, product_rates=values)

    def read(rules: PointsRules, place: int) -> Given:
        items = list(held(rules).items())
        product_id, value = items[place] if place < len(items) else (None, None)
        return {"product_id": product_id, "value": value}

    def write(rules: PointsRules, _place: int, given: Given) -> PointsRules:
        values = {**held(rules), given["product_id"]: given["value"]}
        return put(rules, {one: value for one, value in values.items() if value is not None})

    def remove(rules: PointsRules, place: int) -> PointsRules:
        items = list(held(rules).items())
        return put(rules, dict(items[:place] + items[place + 1 :]))

    text = _T("RuleForm", "Points on top for something") if of_points else _T("RuleForm", "A factor for something")
    return Editor(key, questions, read, write, text, remove=remove)


def _promotion() -> Editor:
    def questions(shelf: Shelf) -> tuple[Asked, ...]:
        found = [
            Asked("name", _T("RuleForm", "Name"), Ask.TEXT),
            Asked("factor", _T("RuleForm", "Points"), Ask.FACTOR, least=1, most=100 * ONCE),
            number("plus", _T("RuleForm", "On top"), unit=_T("RuleForm", "points")),
            weekdays_question(_T("RuleForm", "Only on")),
            *hours_questions(),
            Asked("birthday", _T("RuleForm", "For a birthday"), Ask.CHOICE, _birthdays(), optional=True),
            Asked("first", _T("RuleForm", "From day"), Ask.DAY, optional=True),
            Asked("last", _T("RuleForm", "To day"), Ask.DAY, optional=True),
        ]
        if shelf.tiers:
            found.append(Asked("tier_ids", _T("RuleForm", "Only for"), Ask.MANY, shelf.tier_choices(), optional=True))
        if shelf.categories:
            label = _T("RuleForm", "Only for goods")
            found.append(Asked("category_ids", label, Ask.MANY, shelf.category_choices(), optional=True))
        if shelf.products:
            label, goods = _T("RuleForm", "Only for products"), shelf.product_choices()[:MOST_CHIPS]
            found.append(Asked("product_ids", label, Ask.MANY, goods, optional=True))
        return tuple(found)

    def read(rules: PointsRules, place: int) -> Given:
        one = rules.multipliers[place]
        return {name: getattr(one, name) for name in Multiplier.__dataclass_fields__} | read_hours(one.hours)

    def write(rules: PointsRules, place: int, given: Given) -> PointsRules:
        values = dict(given)
        values["hours"] = take_hours(values)
        for name in ("weekdays", "tier_ids", "category_ids", "product_ids"):
            if name in values:
                values[name] = frozenset(values[name])
        one = replace(rules.multipliers[place], **values)
        return replace(rules, multipliers=with_item(rules.multipliers, place, one))

    def add(rules: PointsRules) -> PointsRules:
        return replace(rules, multipliers=(*rules.multipliers, Multiplier(_T("RuleForm", "Double points"), 2 * ONCE)))

    def remove(rules: PointsRules, place: int) -> PointsRules:
        return replace(rules, multipliers=without(rules.multipliers, place))

    return Editor("multipliers", questions, read, write, _T("RuleForm", "A promotion"), add, remove)


def _stacking() -> Editor:
    choices = (
        (Stacking.BEST, _T("RuleForm", "the best one counts")),
        (Stacking.SUM, _T("RuleForm", "they are added")),
        (Stacking.MULTIPLY, _T("RuleForm", "they are multiplied")),
    )
    questions = (
        Asked("stacking", _T("RuleForm", "Where several meet"), Ask.CHOICE, choices),
        Asked("cap", _T("RuleForm", "Together at most"), Ask.FACTOR, most=100 * ONCE, optional=True),
    )

    def read(rules: PointsRules, _place: int) -> Given:
        return {"stacking": rules.stacking, "cap": rules.cap or None}

    def write(rules: PointsRules, _place: int, given: Given) -> PointsRules:
        return replace(rules, stacking=given["stacking"], cap=given["cap"] or 0)

    return Editor("stacking", lambda _: questions, read, write)


def _using() -> list[Editor]:
    return [
        plain_editor("expiry", lambda _: _expiry_questions(), inside="expiry"),
        _spending(),
        plain_editor(
            "refund_may_go_below_zero",
            lambda _: (
                switch("refund_may_go_below_zero", _T("RuleForm", "Points that were spent are owed after a return")),
                number(
                    "days_after_return",
                    _T("RuleForm", "Points that come back live at least"),
                    most=MOST_DAYS,
                    unit=_T("RuleForm", "days"),
                ),
            ),
        ),
    ]


def _expiry_questions() -> tuple[Asked, ...]:
    modes = (
        (ExpiryMode.NONE, _T("RuleForm", "never")),
        (ExpiryMode.DAYS, _T("RuleForm", "so many days after they were given")),
        (ExpiryMode.MONTHS, _T("RuleForm", "so many months after they were given")),
        (ExpiryMode.YEAR_END, _T("RuleForm", "with the year, or so many years later")),
        (ExpiryMode.INACTIVITY, _T("RuleForm", "so many months without a purchase")),
    )
    return (
        Asked("mode", _T("RuleForm", "Points end"), Ask.CHOICE, modes),
        Asked(
            "count",
            _T("RuleForm", "How many"),
            Ask.NUMBER,
            most=MOST_DAYS,
            shown=lambda given: given.get("mode") not in (None, ExpiryMode.NONE),
        ),
        Asked(
            "month_end",
            _T("RuleForm", "On the last day of the month"),
            Ask.SWITCH,
            shown=lambda given: given.get("mode") is ExpiryMode.MONTHS,
        ),
    )


def _spending() -> Editor:
    def pays(given: Mapping[str, Any]) -> bool:
        return bool(given.get("pays"))

    questions = (
        switch("pays", _T("RuleForm", "Points can pay")),
        replace(number("points", _T("RuleForm", "Points"), least=1), shown=pays),
        replace(money("money", _T("RuleForm", "pay"), least=1), shown=pays),
        replace(number("minimum", _T("RuleForm", "At least at a time")), shown=pays),
        replace(number("step", _T("RuleForm", "In steps of"), least=1), shown=pays),
        Asked("max_share", _T("RuleForm", "At most of a bill"), Ask.PERCENT, least=1, most=EVERYTHING, shown=pays),
    )

    def read(rules: PointsRules, _place: int) -> Given:
        held = rules.spending
        values = {name: getattr(held, name) for name in ("points", "money", "minimum", "step", "max_share")}
        return {**values, "points": held.points or 100, "pays": held.allowed}

    def write(rules: PointsRules, _place: int, given: Given) -> PointsRules:
        values = dict(given)
        if not values.pop("pays"):
            return replace(rules, spending=replace(rules.spending, points=0))
        return replace(rules, spending=replace(rules.spending, **values))

    return Editor("spending", lambda _: questions, read, write)


def _occasions() -> list[Editor]:
    d_points, d_days = _T("RuleForm", "points"), _T("RuleForm", "days")
    return [
        plain_editor(
            "birthday",
            lambda shelf: (
                number("points", _T("RuleForm", "For the birthday"), unit=d_points),
                Asked(
                    "batch_id",
                    _T("RuleForm", "and the coupon"),
                    Ask.CHOICE,
                    ((None, _T("RuleForm", "none")), *shelf.batch_choices()),
                    optional=True,
                ),
                number("days_before", _T("RuleForm", "Given before it"), most=366, unit=d_days),
                number("valid_days", _T("RuleForm", "Good for (0: as usual)"), most=MOST_DAYS, unit=d_days),
            ),
            offer=_T("RuleForm", "A gift for birthdays"),
            unset={"points": 0, "batch_id": None, "days_before": 0, "valid_days": 0},
            inside="birthday",
        ),
        plain_editor(
            "referral",
            lambda _: (
                number("introducer", _T("RuleForm", "Who brings a friend gets"), unit=d_points),
                number("friend", _T("RuleForm", "The friend gets"), unit=d_points),
                money("minimum", _T("RuleForm", "With a first purchase of at least")),
            ),
            offer=_T("RuleForm", "A thank-you for recommendations"),
            unset={"introducer": 0, "friend": 0, "minimum": 0},
            inside="referral",
        ),
    ]


def _metric() -> Editor:
    metrics = (
        (Metric.SPEND, _T("RuleForm", "what is spent")),
        (Metric.POINTS, _T("RuleForm", "points earned")),
        (Metric.VISITS, _T("RuleForm", "days of visits")),
    )
    windows = (
        (Window.ROLLING, _T("RuleForm", "within 12 months")),
        (Window.YEAR, _T("RuleForm", "within a calendar year")),
        (Window.LIFE, _T("RuleForm", "ever")),
    )
    return plain_editor(
        "metric",
        lambda _: (
            Asked("metric", _T("RuleForm", "Tiers are reached by"), Ask.CHOICE, metrics),
            Asked("window", _T("RuleForm", "in the time"), Ask.CHOICE, windows),
            number(
                "grace_days",
                _T("RuleForm", "Kept when too little was reached for"),
                most=MOST_DAYS,
                unit=_T("RuleForm", "days"),
            ),
        ),
    )


def _bases() -> tuple[tuple[Base, str], ...]:
    return (
        (Base.AFTER_DISCOUNT, _T("RuleForm", "on what is left after discounts")),
        (Base.BEFORE_DISCOUNT, _T("RuleForm", "on prices before discounts")),
    )


def _roundings() -> tuple[tuple[Rounding, str], ...]:
    return (
        (Rounding.FLOOR, _T("RuleForm", "down")),
        (Rounding.HALF_UP, _T("RuleForm", "a half goes up")),
        (Rounding.CEIL, _T("RuleForm", "up")),
    )


def _birthdays() -> tuple[tuple[BirthdayTime | None, str], ...]:
    return (
        (None, _T("RuleForm", "no matter")),
        (BirthdayTime.DAY, _T("RuleForm", "on the day")),
        (BirthdayTime.MONTH, _T("RuleForm", "in its month")),
    )
