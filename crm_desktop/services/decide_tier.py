"""Decide a member's tier anew after something that counts towards it."""

from __future__ import annotations

from crm_desktop.domain.loyalty.tiers import decide
from crm_desktop.domain.loyalty.words import ProgrammeKind, TierCause
from crm_desktop.domain.sale_results import TierMove
from crm_desktop.store.ledger import When, accounts_of, open_account
from crm_desktop.store.members import active_tiers
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.standing import reached, standing_of, standing_without, write_standing
from crm_desktop.store.unit_of_work import UnitOfWork


def decide_tier(
    work: UnitOfWork, customer_id: int, when: When, *, sale_id: int | None = None, answers: int | None = None
) -> TierMove | None:
    """Write the standing a member ought to have by the rules of today; return the move where the tier is another.

    `answers` names the slip of which something came back: a tier that was reached by it alone goes with it, without the
    grace of one that was earned and is no longer kept.
    """
    tiers = active_tiers(work.connection)
    programme, rules, _version = points_rules(work.connection)
    if not tiers or programme is None:
        return None
    accounts = [one.account_id for one in accounts_of(work.connection, customer_id, ProgrammeKind.POINTS)]
    before = standing_of(work.connection, accounts)
    there = reached(work.connection, customer_id, rules, when.day)
    without = standing_without(work.connection, accounts, answers) if answers and not before.locked else None
    after = decide(tiers, without or before, there, when.day, rules.grace_days).standing
    if after == before:
        return None
    for each in accounts or [open_account(work, programme, customer_id)]:
        write_standing(work, each, after, TierCause.RULE, when, sale_id=sale_id)
    if after.tier_id == before.tier_id:
        return None
    names = {tier.tier_id: tier.name for tier in tiers}
    return TierMove(names.get(before.tier_id or 0), names.get(after.tier_id or 0))
