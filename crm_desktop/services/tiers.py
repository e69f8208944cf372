"""The tiers of the shop: add, change, put aside; their rules are checked together, so that none leaves a hole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.rule_checks import check_tiers
from crm_desktop.domain.loyalty.rules import Tier, TierRules
from crm_desktop.domain.rights import Right
from crm_desktop.services.change_tags import checked_colour
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store import programmes as rows
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 40


@dataclass(frozen=True)
class TierDraft:
    """A tier as the shop writes it; `colour` is one of the theme's tag colours."""

    name: str
    rules: TierRules
    colour: str = "slate"


@dataclass(frozen=True)
class ShopTier(TierDraft):
    """A tier as it is kept; the lowest has position 0."""

    tier_id: int = 0
    position: int = 0
    active: bool = True
    members: int = 0


def read_tiers(workplace: Workplace) -> list[ShopTier]:
    """Return every tier, the lowest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        members = rows.tier_counts(connection)
        return [_shop_tier(one, members.get(one.tier.tier_id, 0)) for one in rows.kept_tiers(connection)]


def _shop_tier(kept: rows.KeptTier, members: int) -> ShopTier:
    tier = kept.tier
    return ShopTier(tier.name, tier.rules, tier.colour, tier.tier_id, tier.position, kept.active, members)


def save_tier(workplace: Workplace, draft: TierDraft, tier_id: int | None = None) -> ChangeSet:
    """Keep a tier, new or changed; its place follows from its threshold. Who is in it stays until the next check.

    Raises Fault VALUE_INVALID, VALUE_TAKEN for the name, RULES_INVALID naming a hole or an overlap.
    """
    workplace.require(Right.PROGRAMMES)
    name, colour = checked_line(draft.name, NAME_LENGTH), checked_colour(draft.colour)
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        kept = rows.kept_tiers(work.connection)
        if tier_id is not None:
            parts.get_part(work.connection, tables.tier, tier_id)
        if any(one.tier.name == name and one.tier.tier_id != tier_id for one in kept):
            raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name)
        others = [one.tier for one in kept if one.active and one.tier.tier_id != tier_id]
        keep_in_order(work, [*others, Tier(tier_id or 0, name, draft.rules, 0, colour)])
        if tier_id is not None:
            work.update(tables.tier, tier_id, active=1)
        return work.commit()


def keep_in_order(work: UnitOfWork, tiers: list[Tier]) -> None:
    """Keep these tiers, the lowest threshold first; raise Fault RULES_INVALID where one leaves a hole or overlaps."""
    ordered = sorted(tiers, key=lambda tier: tier.rules.threshold)
    placed = [replace(tier, position=place) for place, tier in enumerate(ordered)]
    check_tiers(placed)
    for tier in placed:
        rows.save_tier(work, tier)


def put_aside_tier(workplace: Workplace, tier_id: int, active: bool = False) -> ChangeSet:
    """Let nobody come into a tier any more, or again; who is in it is judged anew by the next check."""
    workplace.require(Right.PROGRAMMES)
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        parts.get_part(work.connection, tables.tier, tier_id)
        work.update(tables.tier, tier_id, active=int(active))
        keep_in_order(work, rows.active_tiers(work.connection))
        return work.commit()
