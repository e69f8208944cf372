"""The tiers as their card lists and changes them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.rules import ONCE, Metric, PointsRules, TierRules
from crm_desktop.services.say_cards import say_tier
from crm_desktop.services.tiers import TierDraft, put_aside_tier, save_tier
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.pages.loyalty.editors import MOST_MONEY
from crm_desktop.ui.pages.loyalty.items import Item
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.sort_questions import name_asked, number_of, row_id
from crm_desktop.ui.widgets.asked import Ask, Asked

_COLOURS = ("slate", "amber", "violet", "blue", "teal", "green", "pink", "red")


def colour_words() -> dict[str, str]:
    """Return what the colours are called."""
    return {
        "slate": _T("Colours", "grey"),
        "amber": _T("Colours", "gold"),
        "violet": _T("Colours", "violet"),
        "blue": _T("Colours", "blue"),
        "teal": _T("Colours", "teal"),
        "green": _T("Colours", "green"),
        "pink": _T("Colours", "pink"),
        "red": _T("Colours", "red"),
    }


class TierSort:
    """The tiers, the lowest first."""

    def __init__(self) -> None:
        self._points = PointsRules()

    def use(self, points: PointsRules | None) -> None:
        """Take the rules that say what tiers are reached by."""
        self._points = points or PointsRules()

    def items(self, shelf: Shelf, amounts: Amounts) -> list[Item]:  # noqa: ARG002
        """Return a row for each: from what on, what it gives, how many are in it."""
        words = shelf.words()
        return [
            Item(
                tier.tier_id,
                tier.name,
                " ".join(said.text for said in say_tier(tier.rules, self._points, words)),
                _T("LoyaltyPage", "%n member(s)", n=tier.members),
                tier.active,
            )
            for tier in shelf.programmes.tiers
        ]

    def questions(self, shelf: Shelf) -> Sequence[Asked]:  # noqa: ARG002
        """Ask what it is called, from when it is had and what it gives."""
        ask = Ask.MONEY if self._points.metric is Metric.SPEND else Ask.NUMBER
        colours = tuple((colour, colour_words()[colour]) for colour in _COLOURS)
        return (
            name_asked(),
            Asked("colour", _T("RuleForm", "Colour"), Ask.CHOICE, colours),
            Asked("threshold", _T("RuleForm", "Reached from"), ask, most=MOST_MONEY),
            Asked("keep", _T("RuleForm", "Kept from (empty: the same)"), ask, most=MOST_MONEY, optional=True),
            Asked("price_off", _T("RuleForm", "Off every price"), Ask.PERCENT, most=10_000),
            Asked("factor", _T("RuleForm", "Points"), Ask.FACTOR, most=100 * ONCE),
            Asked("benefits", _T("RuleForm", "What else members get"), Ask.LINES, optional=True),
        )

    def read(self, shelf: Shelf, key: Hashable | None) -> dict[str, Any]:
        """Return a tier's answers."""
        tier = next((one for one in shelf.programmes.tiers if one.tier_id == key), None)
        if tier is None:
            return {"colour": "amber", "price_off": 0, "factor": ONCE}
        return {**_values(tier.rules), "name": tier.name, "colour": tier.colour}

    def save(self, place: Workplace, key: Hashable | None, answers: dict[str, Any]) -> ChangeSet:
        """Keep it."""
        values = dict(answers)
        name, colour = values.pop("name"), values.pop("colour")
        return save_tier(place, TierDraft(name, TierRules(**values), colour), row_id(key))

    def put_aside(self, place: Workplace, key: Hashable, *, active: bool) -> ChangeSet:
        """Let nobody in any more, or again."""
        return put_aside_tier(place, number_of(key), active)


def _values(rules: TierRules) -> dict[str, Any]:
    return {name: getattr(rules, name) for name in TierRules.__dataclass_fields__}
