"""The tiers of the shop: add, change, put aside; their rules are checked together, so that none leaves a hole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from crm_desktop.domain.loyalty.rules import TierRules


@dataclass(frozen=True)
class TierDraft:
    """A tier as the shop writes it; `colour` is one of the theme's tag colours."""

    name: str
    rules: TierRules
    colour: str = "gray"


@dataclass(frozen=True)
class ShopTier(TierDraft):
    """A tier as it is kept; the lowest has position 0."""

    tier_id: int = 0
    position: int = 0
    active: bool = True
    members: int = 0


def read_tiers(workplace: Workplace) -> list[ShopTier]:
    """Return every tier, the lowest first."""
    raise NotImplementedError


def save_tier(workplace: Workplace, draft: TierDraft, tier_id: int | None = None) -> ChangeSet:
    """Keep a tier, new or changed; its place follows from its threshold. Who is in it stays until the next check.

    Raises Fault VALUE_INVALID, VALUE_TAKEN for the name, RULES_INVALID naming a hole or an overlap.
    """
    raise NotImplementedError


def put_aside_tier(workplace: Workplace, tier_id: int, active: bool = False) -> ChangeSet:
    """Let nobody come into a tier any more, or again; who is in it is judged anew by the next check."""
    raise NotImplementedError
