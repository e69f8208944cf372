"""What a customer would have after a sale: balances, the tier, and what the till should look at before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.rules import Metric
from crm_desktop.domain.loyalty.tiers import Reached, decide
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind, Reason
from crm_desktop.domain.sales import SaleDraft
from crm_desktop.services.assess_sale import Assessed
from crm_desktop.store.balances import balances_of
from crm_desktop.store.ledger import When, accounts_of
from crm_desktop.store.members import active_tiers
from crm_desktop.store.programme_rows import points_rules, programme_row
from crm_desktop.store.standing import reached, standing_of


def after_sale(
    connection: Any, found: Assessed, draft: SaleDraft, when: When
) -> tuple[tuple[Balance, ...], str | None]:
    """Return the balances and the name of the tier as a sale would leave them."""
    member = found.bought.member
    if member is None:
        return (), None
    balances = balances_of(connection, member.customer_id, when.day)
    points = found.earned.total - draft.points_spent - sum(one.reward.cost for one in found.paid.rewards)
    stored = -sum(take.quantity for take in found.paid.stored_takes)
    if all(one.kind is not ProgrammeKind.POINTS for one in balances) and points:
        balances = (*_first_points(connection, found.points_programme), *balances)
    changed = _first(_first(balances, ProgrammeKind.POINTS, points), ProgrammeKind.STORED, stored)
    return changed, _tier_after(connection, found, when)


def _first_points(connection: Any, programme_id: int | None) -> tuple[Balance, ...]:
    """Return the account that a first earning will open, still empty."""
    row = programme_row(connection, programme_id) if programme_id is not None else None
    return () if row is None else (Balance(0, row.programme_id, ProgrammeKind.POINTS, row.name, 0),)


def _first(balances: tuple[Balance, ...], kind: ProgrammeKind, delta: int) -> tuple[Balance, ...]:
    """Return the balances with the first of a kind changed."""
    place = next((number for number, one in enumerate(balances) if one.kind is kind), None)
    if place is None:
        return balances
    changed = replace(balances[place], available=balances[place].available + delta)
    return (*balances[:place], changed, *balances[place + 1 :])


def _tier_after(connection: Any, found: Assessed, when: When) -> str | None:
    member = found.bought.member
    tiers = active_tiers(connection)
    if member is None or not tiers:
        return None
    _programme, rules, _version = points_rules(connection)
    accounts = [one.account_id for one in accounts_of(connection, member.customer_id, ProgrammeKind.POINTS)]
    there = reached(connection, member.customer_id, rules, when.day)
    more = {Metric.SPEND: found.bought.priced.total, Metric.POINTS: found.earned.total, Metric.VISITS: 1}
    then = Reached(there.value + more[rules.metric], there.last_year)
    decision = decide(tiers, standing_of(connection, accounts), then, when.day, rules.grace_days)
    return next((tier.name for tier in tiers if tier.tier_id == decision.standing.tier_id), None)


def warnings_of(found: Assessed) -> tuple[Reason, ...]:
    """Return what speaks against a sale without keeping it from being written: goods that are said not to be there."""
    asked: dict[int, int] = {}
    for line in found.bought.lines:
        if line.product_id is not None:
            asked[line.product_id] = asked.get(line.product_id, 0) + line.quantity
    products = [found.bought.products[product_id] for product_id in asked]
    return tuple(
        Reason(Step.OUT_OF_STOCK, {"name": one.name, "stock": one.stock or 0})
        for one in products
        if one.counts_stock and (one.stock or 0) < asked[one.product_id]
    )
