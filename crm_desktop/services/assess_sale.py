"""Work a slip out before it is written: prices, what is taken off, how it is paid, what it earns, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.coupons import Coupon, check_coupon, coupon_cut, tidy_code, why_unknown
from crm_desktop.domain.loyalty.earning import Earned, Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.lots import available, take
from crm_desktop.domain.loyalty.pricing import Cut, Priced, PriceLine, price
from crm_desktop.domain.loyalty.rewards import Reward, check_rewards, pay_with, reward_cut
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.domain.loyalty.stored import gift_part, spend
from crm_desktop.domain.loyalty.words import Lot, ProgrammeKind, Reason, Take
from crm_desktop.domain.sales import LineDraft, PayBy, Payment, Product, SaleDraft
from crm_desktop.services.say_money import told_in_money
from crm_desktop.services.slip_checks import checked_lines, checked_payments
from crm_desktop.store.catalogue import all_categories, products_by_id
from crm_desktop.store.coupons import coupon_by_code
from crm_desktop.store.ledger import AccountRow, When, accounts_of, lots_of
from crm_desktop.store.members import MemberRow, active_tiers, read_member
from crm_desktop.store.programme_rows import points_rules, stored_rules
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.slip_rewards import rewards_by_id


@dataclass(frozen=True)
class Purse:
    """A customer's accounts of one kind with what is in them."""

    accounts: tuple[AccountRow, ...] = ()
    lots: tuple[Lot, ...] = ()

    @property
    def account_ids(self) -> list[int]:
        """Return the ids of the accounts."""
        return [account.account_id for account in self.accounts]


@dataclass(frozen=True)
class RewardTaken:
    """A reward that is exchanged on the slip, and the lots its points come from."""

    reward: Reward
    takes: tuple[Take, ...]


@dataclass(frozen=True)
class Bought:
    """Who buys what at which price, and how it is paid."""

    member: MemberRow | None
    lines: tuple[LineDraft, ...]
    products: dict[int, Product]
    priced: Priced
    payments: tuple[Payment, ...]


@dataclass(frozen=True)
class Paid:
    """What a slip takes of lots: points that pay, points of rewards, stored value."""

    points_value: int
    point_takes: tuple[Take, ...]
    rewards: tuple[RewardTaken, ...]
    stored_takes: tuple[Take, ...]
    coupons: tuple[tuple[int, int], ...] = ()
    """The coupons that are used, by id, and what each saved."""


@dataclass(frozen=True)
class Assessed:
    """A slip worked out: everything that is written follows from it."""

    bought: Bought
    paid: Paid
    earned: Earned
    points_programme: int | None
    explanation: tuple[Reason, ...]


def assess(connection: Any, draft: SaleDraft, when: When, moment: datetime, *, paying: bool = True) -> Assessed:
    """Work a slip out; without `paying` it is a preview, which payments need not fit yet."""
    member = _member(connection, draft)
    lines = checked_lines(draft)
    products = products_by_id(connection, [line.product_id for line in lines if line.product_id])
    _check_categories(connection, lines)
    lines = tuple(_with_category(line, products) for line in lines)
    tiers = active_tiers(connection) if member else []
    tier = next((one for one in tiers if member and one.tier_id == member.tier_id), None)
    programme, rules, version = points_rules(connection)
    purse = purse_of(connection, member, ProgrammeKind.POINTS)
    rewards = rewards_by_id(connection, draft.reward_ids)
    coupons = coupons_on(connection, draft.coupon_codes, when.day, draft.customer_id)
    cuts = _cuts(rewards) + [coupon_cut(coupon) for coupon in coupons]
    priced = price(_price_lines(lines, products, member), tier.rules if tier else None, cuts, draft.discount)
    taken, left = _take_rewards(rewards, purse, priced, when)
    points_value = _points_value(draft, rules, left, priced.total, when)
    point_takes = take(left, draft.points_spent, when.day) if draft.points_spent else ()
    payments = checked_payments(connection, draft.payments, priced.total, points_value, paying=paying)
    stored_takes, by_gift = _stored(connection, member, payments, when)
    slip = EarnSlip(_earn_lines(lines, products, priced), points_value, by_gift)
    earned = Earned(0, (0,) * len(lines))
    if member is not None and programme is not None:
        clock = moment.astimezone(shop_time(connection).zone).time()
        earned = Earner(rules, tiers, version).earn(slip, Member(member.tier_id, member.birthday), when.day, clock)
    said = _explained(priced, draft, points_value, earned)
    bought = Bought(member, lines, products, priced, payments)
    saved = {made.cut.key: made.saved for made in priced.cuts}
    used = tuple((coupon.coupon_id, saved[coupon.code]) for coupon in coupons)
    paid = Paid(points_value, point_takes, taken, stored_takes, used)
    return Assessed(bought, paid, earned, programme, said)


def purse_of(connection: Any, member: MemberRow | None, kind: ProgrammeKind) -> Purse:
    """Return the accounts of one kind that a customer holds herself, with their lots."""
    if member is None:
        return Purse()
    accounts = tuple(accounts_of(connection, member.customer_id, kind))
    return Purse(accounts, tuple(lots_of(connection, [one.account_id for one in accounts])))


def _member(connection: Any, draft: SaleDraft) -> MemberRow | None:
    if draft.customer_id is None:
        if draft.points_spent or draft.reward_ids:
            raise Fault(FaultKind.NOT_ENOUGH, asked=draft.points_spent, available=0)
        return None
    member = read_member(connection, draft.customer_id)
    if member is None:
        raise Fault(FaultKind.NOT_FOUND, customer=draft.customer_id)
    return member


def _check_categories(connection: Any, lines: Sequence[LineDraft]) -> None:
    named = {line.category_id for line in lines if line.category_id is not None}
    if named and (missing := named - {row_id for row_id, _ in all_categories(connection)}):
        raise Fault(FaultKind.NOT_FOUND, what="category", category=min(missing))


def _with_category(line: LineDraft, products: dict[int, Product]) -> LineDraft:
    """Return a line with the category of its product, where it says none itself."""
    if line.product_id is None:
        return line
    if line.product_id not in products:
        raise Fault(FaultKind.NOT_FOUND, what="product", product=line.product_id)
    return replace(line, category_id=line.category_id or products[line.product_id].category_id)


def coupons_on(connection: Any, codes: Sequence[str], day: date, customer_id: int | None) -> list[Coupon]:
    """Return the coupons of a slip; raise Fault COUPON_NOT_VALID with `why`."""
    found: dict[int, Coupon] = {}
    for code in codes:
        row = coupon_by_code(connection, code)
        if row is None:
            raise Fault(FaultKind.COUPON_NOT_VALID, why=why_unknown(tidy_code(code)), code=code)
        if row.coupon_id in found:
            raise Fault(FaultKind.COUPON_NOT_VALID, why="twice", code=row.code, name=row.name)
        found[row.coupon_id] = row.terms()
        check_coupon(found[row.coupon_id], day, customer_id)
    return list(found.values())


def _price_lines(lines: Sequence[LineDraft], products: dict[int, Product], member: MemberRow | None) -> list[PriceLine]:
    """Return the lines to be priced: a member's price is for customers the shop knows."""

    def member_price(line: LineDraft) -> int | None:
        product = products.get(line.product_id or 0)
        return product.member_price if product and member else None

    return [
        PriceLine(
            one.unit_price,
            one.quantity,
            one.discount,
            one.product_id,
            one.category_id,
            member_price(one),
            one.fixed_price,
        )
        for one in lines
    ]


def _cuts(rewards: Sequence[Reward]) -> list[Cut]:
    cuts = []
    for reward in rewards:
        cut = reward_cut(reward)
        if cut is None:
            raise Fault(FaultKind.VALUE_INVALID, field="reward", value=reward.name, reason="not_on_a_slip")
        cuts.append(cut)
    return cuts


def _take_rewards(
    rewards: Sequence[Reward], purse: Purse, priced: Priced, when: When
) -> tuple[tuple[RewardTaken, ...], list[Lot]]:
    """Take the points of rewards; return them, and the lots as they are then."""
    lots = list(purse.lots)
    if rewards:
        check_rewards(rewards, available(lots, when.day), priced.subtotal)
    taken = []
    for reward in rewards:
        takes = take(lots, reward.cost, when.day)
        gone = {one.lot_id: one.quantity for one in takes}
        lots = [replace(lot, left=lot.left - gone.get(lot.lot_id, 0)) for lot in lots]
        taken.append(RewardTaken(reward, takes))
    return tuple(taken), lots


def _points_value(draft: SaleDraft, rules: PointsRules, lots: Sequence[Lot], total: int, when: When) -> int:
    if not draft.points_spent:
        return 0
    return pay_with(rules.spending, draft.points_spent, available(lots, when.day), total)


def _stored(
    connection: Any, member: MemberRow | None, payments: Sequence[Payment], when: When
) -> tuple[tuple[Take, ...], int]:
    """Return what stored value pays: the lots it comes from, and how much of them are gifts."""
    amount = sum(one.amount for one in payments if one.method == PayBy.STORED_VALUE)
    if not amount:
        return (), 0
    _programme, rules, _version = stored_rules(connection)
    lots = purse_of(connection, member, ProgrammeKind.STORED).lots
    with told_in_money(connection):
        takes = spend(lots, amount, when.day, rules.spend_order)
    return takes, gift_part(lots, takes)


def _earn_lines(lines: Sequence[LineDraft], products: dict[int, Product], priced: Priced) -> tuple[EarnLine, ...]:
    def rate(line: LineDraft) -> int | None:
        product = products.get(line.product_id or 0)
        return product.points_rate if product else None

    return tuple(
        EarnLine(one.gross, one.net, line.quantity, line.product_id, line.category_id, rate(line))
        for line, one in zip(lines, priced.lines, strict=True)
    )


def _explained(priced: Priced, draft: SaleDraft, points_value: int, earned: Earned) -> tuple[Reason, ...]:
    said = []
    saved = sum(line.saved for line in priced.lines)
    if saved:
        said.append(Reason(Step.MEMBER_PRICE, {"amount": saved}))
    said += [Reason(Step.CUT, {"name": one.cut.name, "amount": one.saved}) for one in priced.cuts]
    if draft.points_spent:
        said.append(Reason(Step.SPENT, {"points": draft.points_spent, "amount": points_value}))
    return (*said, *earned.reasons)
