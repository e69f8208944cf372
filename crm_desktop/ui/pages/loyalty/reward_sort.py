"""The rewards as their card lists and changes them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import RewardKind
from crm_desktop.services.rewards import RewardDraft, RewardShown, put_aside_reward, save_reward
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts, count, share
from crm_desktop.ui.pages.loyalty.editors import MOST_POINTS
from crm_desktop.ui.pages.loyalty.items import Item
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.sort_questions import (
    minimum_asked,
    money_off,
    name_asked,
    number_of,
    percent_off,
    product_asked,
    row_id,
    take_value,
)
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked


class RewardSort:
    """What points are exchanged for."""

    def items(self, shelf: Shelf, amounts: Amounts) -> list[Item]:
        """Return a row for each: what it is and what it costs."""
        return [
            Item(reward.reward_id, reward.name, _worth(reward, amounts), _points(reward.cost), reward.active)
            for reward in shelf.rewards
        ]

    def questions(self, shelf: Shelf) -> Sequence[Asked]:
        """Ask what it is, what it costs and what it is worth."""

        def of(*kinds: RewardKind) -> Callable[[Answers], bool]:
            return lambda given: given.get("kind") in kinds

        cards = tuple((card.programme_id, card.name) for card in shelf.programmes.cards if card.active)
        batches = shelf.batch_choices()
        on_bill = of(RewardKind.PERCENT, RewardKind.MONEY)
        return (
            name_asked(),
            Asked("kind", _T("RuleForm", "What it is"), Ask.CHOICE, tuple(reward_words().items())),
            Asked(
                "cost", _T("RuleForm", "Costs"), Ask.NUMBER, least=1, most=MOST_POINTS, unit=_T("RuleForm", "points")
            ),
            money_off(of(RewardKind.MONEY)),
            percent_off(of(RewardKind.PERCENT)),
            Asked("visits", _T("RuleForm", "Visits"), Ask.NUMBER, least=1, most=10_000, shown=of(RewardKind.VISITS)),
            Asked("programme_id", _T("RuleForm", "On the card"), Ask.CHOICE, cards, shown=of(RewardKind.VISITS)),
            product_asked(shelf, of(RewardKind.PRODUCT)),
            Asked("batch_id", _T("RuleForm", "Coupon of"), Ask.CHOICE, batches, shown=of(RewardKind.COUPON)),
            minimum_asked(on_bill),
        )

    def read(self, shelf: Shelf, key: Hashable | None) -> dict[str, Any]:
        """Return a reward's answers."""
        reward = next((one for one in shelf.rewards if one.reward_id == key), None)
        if reward is None:
            return {"kind": RewardKind.MONEY, "minimum": 0}
        return {**vars(reward), _VALUE_KEYS.get(reward.kind, "money"): reward.value}

    def save(self, place: Workplace, key: Hashable | None, answers: dict[str, Any]) -> ChangeSet:
        """Keep it."""
        values = dict(answers)
        value = take_value(values, "money", "percent", "visits")
        return save_reward(place, RewardDraft(**values, value=value), row_id(key))

    def put_aside(self, place: Workplace, key: Hashable, *, active: bool) -> ChangeSet:
        """Offer it no longer, or again."""
        return put_aside_reward(place, number_of(key), active)


_VALUE_KEYS = {RewardKind.MONEY: "money", RewardKind.PERCENT: "percent", RewardKind.VISITS: "visits"}


def reward_words() -> dict[RewardKind, str]:
    """Return what rewards are."""
    return {
        RewardKind.MONEY: _T("Rewards", "money off a bill"),
        RewardKind.PERCENT: _T("Rewards", "per cent off a bill"),
        RewardKind.PRODUCT: _T("Rewards", "a product"),
        RewardKind.COUPON: _T("Rewards", "a coupon"),
        RewardKind.VISITS: _T("Rewards", "visits on a card"),
    }


def _worth(reward: RewardShown, amounts: Amounts) -> str:
    said = {
        RewardKind.MONEY: lambda: _T("Loyalty", "{amount} off").format(amount=amounts.money(reward.value)),
        RewardKind.PERCENT: lambda: _T("Loyalty", "{percent} off").format(percent=share(reward.value)),
        RewardKind.PRODUCT: lambda: reward.product_name,
        RewardKind.COUPON: lambda: _T("Rewards", "coupon: {name}").format(name=reward.batch_name),
        RewardKind.VISITS: lambda: " · ".join((_T("Loyalty", "%n visit(s)", n=reward.value), reward.programme_name)),
    }[reward.kind]()
    if reward.minimum:
        said = f"{said} · {_T('Loyalty', 'from {amount}').format(amount=amounts.money(reward.minimum))}"
    return said


def _points(number: int) -> str:
    return _T("Loyalty", "{count} points").format(count=count(number))
