"""What stands on a customer's accounts: balances, lots, tier, visits left, coupons, and what to say to her now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.loyalty import visits
from crm_desktop.domain.loyalty.lots import spend_first, usable
from crm_desktop.domain.loyalty.rules import Tier, VisitRules
from crm_desktop.domain.loyalty.tiers import Standing, missing_to_next
from crm_desktop.domain.loyalty.words import Balance, EntryShown, Lot, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.coupons import CouponShown, own_coupons
from crm_desktop.services.say_now import Told, say_now
from crm_desktop.services.visit_cards import card_rules
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables, tier_history, visit_cards
from crm_desktop.store.balances import balances_of
from crm_desktop.store.ledger import AccountRow, accounts_of, household_accounts, lots_of
from crm_desktop.store.members import MemberRow, active_tiers, read_member
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.queries.contact_sql import standings
from crm_desktop.store.queries.entries import newest_entries
from crm_desktop.store.rewards import reward_rows
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.standing import reached, standing_of


@dataclass(frozen=True)
class TierStanding:
    """A customer's tier, and what is missing to the next.

    `measured`, `needed` and `missing` are in the metric of the rules: minor units, points or visits.
    """

    tier_id: int | None
    name: str
    colour: str
    since: date | None
    keep_until: date | None
    """The day until which it is kept although too little was reached; None where enough was."""
    locked: bool
    reason: str
    benefits: str
    metric: str
    measured: int
    next_name: str = ""
    needed: int = 0
    missing: int = 0


@dataclass(frozen=True)
class CardHeld:
    """A visit card she can use: her own, or one of her household's."""

    account_id: int
    programme_id: int
    name: str
    left: int
    expires_on: date | None
    """The first day that any of it ends on."""
    services: tuple[str, ...]
    """The products and categories it is good for; none: any."""
    weekdays: tuple[int, ...]
    """The days it is good on, Monday 0; none: every day."""
    per_day: int | None
    used_today: int
    for_household: bool
    holder_id: int
    holder_name: str
    problem: str = ""
    """Why it cannot be used today, as CARD_NOT_VALID says it in `why`, or "per_day"; "" where it can."""


@dataclass(frozen=True)
class Loyalty:
    """Everything the loyalty tab and the counter show of a customer. `points` may be below zero: a debt."""

    customer_id: int
    name: str
    card_number: str
    today: date
    points: int
    principal: int
    gift: int
    balances: tuple[Balance, ...]
    """Her own; points and stored value once for each programme, whatever accounts a merge brought together."""
    lots: tuple[Lot, ...]
    """All that is left, the nearest expiry first."""
    tier: TierStanding | None
    cards: tuple[CardHeld, ...]
    household_cards: tuple[CardHeld, ...]
    coupons: tuple[CouponShown, ...]
    say_now: tuple[str, ...]
    """Sentences worth saying to her now, the most important first."""

    @property
    def stored_value(self) -> int:
        """Return principal and gift together, minor units."""
        return self.principal + self.gift


def loyalty_of(workplace: Workplace, customer_id: int) -> Loyalty:
    """Return what stands on a customer's accounts today; raise Fault NOT_FOUND."""
    workplace.require(Right.LOYALTY_READ)
    now = workplace.now()
    with workplace.store.read() as connection:
        return read_loyalty(connection, customer_id, now)


def read_loyalty(connection: Any, customer_id: int, now: datetime) -> Loyalty:
    """Return what stands on a customer's accounts at a moment; raise Fault NOT_FOUND."""
    row = parts.get_part(connection, tables.customer, customer_id)
    member = read_member(connection, customer_id) or _gone(row)
    day = shop_time(connection).day_of(now)
    balances = one_each(balances_of(connection, customer_id, day, shared=False))
    accounts = accounts_of(connection, customer_id)
    lots = [lot for lot in lots_of(connection, _ids(accounts)) if lot.left < 0 or usable(lot, day)]
    cards = _cards(connection, accounts, now)
    shared = household_accounts(connection, customer_id) if row.household_id is not None else []
    household = _cards(connection, shared, now)
    tier = _tier(connection, member, accounts, day)
    coupons = tuple(own_coupons(connection, customer_id, day))
    rewards = [one for one in reward_rows(connection) if one.active]
    stored = [one for one in balances if one.kind is ProgrammeKind.STORED]
    points = sum(one.available for one in balances if one.kind is ProgrammeKind.POINTS)
    offers = standings(connection, (customer_id,), Purpose.MARKETING)[customer_id]
    told = Told(day, points, member.birthday, balances, (*cards, *household), coupons, tier, tuple(rewards), offers)
    return Loyalty(
        customer_id,
        row.name,
        row.card_number or "",
        day,
        points,
        sum(one.principal for one in stored),
        sum(one.gift for one in stored),
        balances,
        tuple(sorted(lots, key=spend_first)),
        tier,
        cards,
        household,
        coupons,
        say_now(connection, told),
    )


def _gone(row: Any) -> MemberRow:
    """Return somebody in the recycle bin as the till would see her: what she has is still shown."""
    return MemberRow(row.id, row.name, row.tier_id, row.introducer_id, row.household_id, row.sales or 0, None)


def _ids(accounts: Sequence[AccountRow]) -> list[int]:
    return [one.account_id for one in accounts]


def one_each(balances: Sequence[Balance]) -> tuple[Balance, ...]:
    """Return balances with points and stored value of one programme added up: a merge may leave several accounts."""
    found: dict[tuple[int, int], Balance] = {}
    for one in balances:
        key = (one.programme_id, one.account_id if one.kind is ProgrammeKind.VISITS else 0)
        found[key] = _added(found[key], one) if key in found else one
    return tuple(found.values())


def _added(one: Balance, other: Balance) -> Balance:
    ends = [each.next_expiry for each in (one, other) if each.next_expiry is not None]
    first = min(ends, default=None)
    return replace(
        one,
        available=one.available + other.available,
        principal=one.principal + other.principal,
        gift=one.gift + other.gift,
        next_expiry=first,
        expiring=sum(each.expiring for each in (one, other) if first is not None and each.next_expiry == first),
    )


# visit cards


def _cards(connection: Any, accounts: Sequence[AccountRow], now: datetime) -> tuple[CardHeld, ...]:
    """Return the cards among accounts that something is left of, the one that ends first before the others."""
    held = [one for one in accounts if one.kind is ProgrammeKind.VISITS]
    if not held:
        return ()
    clock = shop_time(connection)
    day, at = clock.day_of(now), clock.local(now).time()
    lots = lots_of(connection, _ids(held), day)
    used = visit_cards.uses_on(connection, _ids(held), day)
    found = []
    for card in held:
        mine = [lot for lot in lots if lot.account_id == card.account_id and usable(lot, day)]
        if mine:
            rules = card_rules(connection, card, mine)
            wish = visits.Use(1, day, at, used.get(card.account_id, 0))
            found.append(_card(connection, card, mine, rules, wish))
    return tuple(sorted(found, key=lambda one: (one.expires_on or date.max, one.account_id)))


def _card(connection: Any, card: AccountRow, lots: list[Lot], rules: VisitRules, wish: visits.Use) -> CardHeld:
    name: str = parts.get_part(connection, tables.programme, card.programme_id).name
    holder: str = parts.get_part(connection, tables.customer, card.customer_id).name
    return CardHeld(
        card.account_id,
        card.programme_id,
        name,
        sum(lot.left for lot in lots),
        min((lot.expires_on for lot in lots if lot.expires_on), default=None),
        tuple(_services(connection, rules)),
        tuple(sorted(rules.weekdays)),
        rules.per_day or None,
        wish.used_today,
        card.for_household,
        card.customer_id,
        holder,
        _problem(rules, wish),
    )


def _services(connection: Any, rules: VisitRules) -> list[str]:
    goods = [(tables.product, row_id) for row_id in sorted(rules.product_ids)]
    goods += [(tables.product_category, row_id) for row_id in sorted(rules.category_ids)]
    return [parts.get_part(connection, table, row_id).name for table, row_id in goods]


def _problem(rules: VisitRules, wish: visits.Use) -> str:
    """Return why nobody can use a card today, whatever for."""
    if rules.per_day and wish.used_today >= rules.per_day:
        return "per_day"
    return visits.refusal(replace(rules, product_ids=frozenset(), category_ids=frozenset()), wish)


# tier


def _tier(connection: Any, member: MemberRow, accounts: Sequence[AccountRow], day: date) -> TierStanding | None:
    tiers = active_tiers(connection)
    programme, rules, _version = points_rules(connection)
    if not tiers or programme is None:
        return None
    points = [one.account_id for one in accounts if one.kind is ProgrammeKind.POINTS]
    standing = standing_of(connection, points)
    value = reached(connection, member.customer_id, rules, day).value
    mine = next((one for one in tiers if one.tier_id == standing.tier_id), None)
    since, reason = _since(connection, member.customer_id, standing)
    shown = TierStanding(
        mine.tier_id if mine else None,
        mine.name if mine else "",
        mine.colour if mine else "",
        since,
        standing.keep_until,
        standing.locked,
        reason,
        mine.rules.benefits if mine else "",
        rules.metric.value,
        value,
    )
    return _with_next(shown, tiers, standing, value)


def _with_next(shown: TierStanding, tiers: list[Tier], standing: Standing, value: int) -> TierStanding:
    following = missing_to_next(tiers, standing, value)
    if following is None:
        return shown
    tier = following.tier
    return replace(shown, next_name=tier.name, needed=tier.rules.threshold, missing=following.missing)


def _since(connection: Any, customer_id: int, standing: Standing) -> tuple[date | None, str]:
    """Return since when the tier has been hers without a break, and why it was last set."""
    history = tier_history.history_of(connection, customer_id)
    since = None
    for row in history:
        if row.tier_id != standing.tier_id:
            break
        since = row.day
    return since, history[0].reason if history else ""


def ledger_of(
    workplace: Workplace, customer_id: int, offset: int = 0, limit: int = 100, programme_id: int | None = None
) -> list[EntryShown]:
    """Return a customer's entries, the newest first, each with the balance of its programme after it.

    What one slip did to a programme is one line.
    """
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        accounts = accounts_of(connection, customer_id, programme_id=programme_id)
        return newest_entries(connection, _ids(accounts), offset, limit)
