"""Exchange points for a reward without a sale: what she can have, and what is missing for the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.services.booked import Booked
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.rewards import RewardShown, redeem, rewards_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import count
from crm_desktop.ui.dialogs.loyalty.customer_job import CustomerJob, Instead, Read
from crm_desktop.ui.loyalty.actions import Desk, sell, set_up
from crm_desktop.ui.widgets.asked import Ask, Asked

_MOST_SHORT = 3


class RedeemDialog(CustomerJob[list[RewardShown]]):
    """Offers what she has points for; what goes with a bill is named, and chosen with the sale."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "redeem", _T("Redeem", "Redeem a reward"), _T("Redeem", "Redeem"), ems=52)

    def read_more(self, place: Workplace, loyalty: Loyalty) -> list[RewardShown]:
        """Return the shop's rewards."""
        return rewards_for(place, loyalty.customer_id)

    def questions(self, read: Read[list[RewardShown]]) -> Sequence[Asked]:
        """Ask which one."""
        can = tuple((reward.reward_id, _named(reward)) for reward in _can_have(read.more))
        return (
            Asked("reward_id", _T("Redeem", "Reward"), Ask.CHOICE, can),
            Asked("note", _T("Loyalty", "Note"), Ask.TEXT, optional=True),
        )

    def begun(self, read: Read[list[RewardShown]]) -> dict[str, Any]:
        """Begin with the first she can have."""
        return {"reward_id": _can_have(read.more)[0].reward_id}

    def instead(self, read: Read[list[RewardShown]]) -> Instead | None:
        """Say what is missing, or that what she can have goes with a sale; the till is the next step for both."""
        if _can_have(read.more):
            return None
        if not read.more:
            text = _T("Redeem", "The shop offers no rewards yet. Say what points can be exchanged for.")
            return Instead(text, _T("Redeem", "Set up rewards"), set_up("rewards"))
        has = _T("Redeem", "She has {points} points.").format(points=count(read.loyalty.points))
        return Instead("\n".join([has, *_more_there_is(read.more)]), _T("Redeem", "Sell her something"), sell)

    def preview_of(self, read: Read[list[RewardShown]], drafts: dict[str, Any]) -> str:
        """Say what is left after it, and what else there would be."""
        chosen = next((reward for reward in read.more if reward.reward_id == drafts.get("reward_id")), None)
        said = []
        if chosen is not None:
            left = count(read.loyalty.points - chosen.cost)
            said.append(_T("Redeem", "{left} points are left after it.").format(left=left))
        return "\n".join([*said, *_more_there_is(read.more)])

    def job(self, read: Read[list[RewardShown]], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        place, slip_id = self.desk.workplace, self.slip_id
        customer_id = read.loyalty.customer_id
        return lambda: redeem(place, customer_id, answers["reward_id"], slip_id, answers["note"])


def _more_there_is(rewards: list[RewardShown]) -> list[str]:
    """Say what she has too few points for, and what goes with a sale."""
    missing = _T("Redeem", "{reward}: {missing} points are missing.")
    short = sorted((reward for reward in rewards if reward.missing), key=lambda reward: reward.missing)[:_MOST_SHORT]
    said = [missing.format(reward=reward.name, missing=count(reward.missing)) for reward in short]
    on_bill = [reward.name for reward in rewards if reward.on_bill and not reward.missing]
    if on_bill:
        comma = _T("Filters", ", ", "between the values of a list")
        said.append(_T("Redeem", "With a sale: {rewards}.").format(rewards=comma.join(on_bill)))
    return said


def _can_have(rewards: list[RewardShown]) -> list[RewardShown]:
    return [reward for reward in rewards if not reward.missing and not reward.on_bill]


def _named(reward: RewardShown) -> str:
    return _T("Redeem", "{reward} · {cost} points").format(reward=reward.name, cost=count(reward.cost))
