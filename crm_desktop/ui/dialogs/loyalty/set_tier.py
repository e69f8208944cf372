"""Set a customer's tier by hand with a reason, hold it there, or let the rules decide again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.set_tier import TierShown, set_tier, tier_history, unlock_tier
from crm_desktop.services.tiers import ShopTier, read_tiers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import CustomerJob, Read
from crm_desktop.ui.loyalty.actions import Desk
from crm_desktop.ui.pages.calendar.kind_look import day_text
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked

_BY_RULES = 0
"""Stands in the list for "as the rules say"."""
_MOST_TOLD = 5


@dataclass(frozen=True)
class TierChoices:
    """The tiers of the shop, and how hers went so far."""

    tiers: list[ShopTier]
    history: list[TierShown]


class SetTierDialog(CustomerJob[TierChoices]):
    """Says below how her tier went so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "setTier", _T("SetTier", "Set the tier"), _T("SetTier", "Set"))

    def read_more(self, place: Workplace, loyalty: Loyalty) -> TierChoices:
        """Return the tiers."""
        tiers = [tier for tier in read_tiers(place) if tier.active]
        return TierChoices(tiers, tier_history(place, loyalty.customer_id))

    def questions(self, read: Read[TierChoices]) -> Sequence[Asked]:
        """Ask which, whether it is held, and why."""
        tiers = [(tier.tier_id, tier.name) for tier in read.more.tiers]
        choices = (*tiers, (None, _T("SetTier", "no tier")), (_BY_RULES, _T("SetTier", "as the rules say")))

        def by_hand(given: Answers) -> bool:
            return given.get("tier_id") != _BY_RULES

        return (
            Asked("tier_id", _T("Loyalty", "Tier"), Ask.CHOICE, choices, optional=True),
            Asked("locked", _T("SetTier", "Hold it, whatever the rules say"), Ask.SWITCH, shown=by_hand),
            Asked("reason", _T("Loyalty", "Reason"), Ask.TEXT),
        )

    def begun(self, read: Read[TierChoices]) -> dict[str, Any]:
        """Begin with the tier she has."""
        tier = read.loyalty.tier
        return {"tier_id": tier.tier_id if tier else None, "locked": True}

    def preview_of(self, read: Read[TierChoices], drafts: dict[str, Any]) -> str:  # noqa: ARG002
        """Say how her tier went so far."""
        today = read.loyalty.today
        lines = [_told(one, today) for one in read.more.history[:_MOST_TOLD]]
        return "\n".join(lines)

    def job(self, read: Read[TierChoices], answers: dict[str, Any]) -> Callable[[], ChangeSet]:
        """Set it."""
        place, customer_id, tier_id = self.desk.workplace, read.loyalty.customer_id, answers["tier_id"]
        if tier_id == _BY_RULES and tier_id is not None:
            return lambda: unlock_tier(place, customer_id, answers["reason"])
        return lambda: set_tier(place, customer_id, tier_id, answers["reason"], locked=answers["locked"])


def _told(one: TierShown, today: date) -> str:
    """Return one change of her tier: when, which and why."""
    parts = (day_text(one.day, today), one.name or _T("SetTier", "no tier"), one.reason)
    return " · ".join(part for part in parts if part)
