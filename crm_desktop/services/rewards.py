"""What points are exchanged for: the shop's rewards, what a customer can have, and exchanging them at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.expiry import card_last_day
from crm_desktop.domain.loyalty.lots import NewLot, available, take
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind, RewardKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import ONE, WHOLE
from crm_desktop.services.booked import Booked, booked, booked_before, the_member
from crm_desktop.services.values import checked_line, clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import coupons, parts, programmes, stock, tables
from crm_desktop.store import rewards as rows
from crm_desktop.store.ledger import When, accounts_of, add_lot, lots_of, new_account, when_of, write_takes
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 60
LARGEST = 10**9
ON_BILL = (RewardKind.PERCENT, RewardKind.MONEY)
"""Rewards that are taken off a bill, and so go with a sale."""


@dataclass(frozen=True)
class RewardDraft:
    """A reward as the shop writes it.

    `value` is minor units, hundredths of a per cent, visits, or thousandths of a product (0 is one).
    """

    name: str
    kind: RewardKind
    cost: int
    """Points."""
    value: int = 0
    minimum: int = 0
    """The bill from which it can be had, minor units."""
    product_id: int | None = None
    batch_id: int | None = None
    """The coupon batch one is given out of, where the reward is a coupon."""
    programme_id: int | None = None
    """The visit card its visits are good for, where the reward is visits."""


@dataclass(frozen=True)
class RewardShown(RewardDraft):
    """A reward as it is kept, and whether this customer can have it."""

    reward_id: int = 0
    active: bool = True
    product_name: str = ""
    batch_name: str = ""
    programme_name: str = ""
    stock: int | None = None
    missing: int = 0
    """Points that are still missing; 0 where she has enough, or nobody was asked for."""
    on_bill: bool = False
    """Tells that it is taken off a bill, so that it is chosen with a sale and not by itself."""


def read_rewards(workplace: Workplace) -> list[RewardShown]:
    """Return every reward, in the shop's order."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return [_shown(row, 0) for row in rows.reward_rows(connection)]


def _shown(row: rows.RewardRow, missing: int) -> RewardShown:
    return RewardShown(**vars(row), missing=missing, on_bill=row.kind in ON_BILL)


def rewards_for(workplace: Workplace, customer_id: int) -> list[RewardShown]:
    """Return the rewards in use, those she can have first, each with what is missing."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        day = when_of(connection, workplace.now()).day
        points = available(lots_of(connection, _accounts(connection, customer_id)), day)
        offered = [row for row in rows.reward_rows(connection) if row.active]
    shown = [_shown(row, max(row.cost - max(points, 0), 0)) for row in offered]
    return sorted(shown, key=lambda one: (one.missing > 0, one.stock == 0))


def _accounts(connection: Any, customer_id: int) -> list[int]:
    return [one.account_id for one in accounts_of(connection, customer_id, ProgrammeKind.POINTS)]


def save_reward(workplace: Workplace, draft: RewardDraft, reward_id: int | None = None) -> ChangeSet:
    """Keep a reward, new or changed; raise Fault VALUE_INVALID with the `field`, NOT_FOUND."""
    workplace.require(Right.PROGRAMMES)
    name = checked_line(draft.name, NAME_LENGTH)
    with workplace.unit_of_work(Kind.REWARD_EDIT) as work:
        _check(work, draft)
        kept = {**vars(draft), "name": name, "kind": draft.kind.value}
        values = {field: kept[field] for field in RewardDraft.__dataclass_fields__}
        if reward_id is None:
            place = rows.next_position(work.connection)
            work.insert_one(tables.reward, public_id=new_public_id(), position=place, active=1, **values)
        else:
            parts.get_part(work.connection, tables.reward, reward_id)
            work.update(tables.reward, reward_id, active=1, **values)
        return work.commit()


def _check(work: UnitOfWork, draft: RewardDraft) -> None:
    most = WHOLE if draft.kind is RewardKind.PERCENT else LARGEST
    least = 0 if draft.kind in (RewardKind.PRODUCT, RewardKind.COUPON) else 1
    for field, value, lowest, highest in (
        ("cost", draft.cost, 1, LARGEST),
        ("value", draft.value, least, most),
        ("minimum", draft.minimum, 0, LARGEST),
    ):
        if not lowest <= value <= highest:
            raise Fault(FaultKind.VALUE_INVALID, field=field, value=value, reason="not_a_number")
    needs = {
        RewardKind.PRODUCT: ("product_id", tables.product, draft.product_id),
        RewardKind.COUPON: ("batch_id", tables.coupon_batch, draft.batch_id),
        RewardKind.VISITS: ("programme_id", tables.programme, draft.programme_id),
    }
    if draft.kind in needs:
        field, table, row_id = needs[draft.kind]
        if row_id is None:
            raise Fault(FaultKind.VALUE_INVALID, field=field, reason="empty")
        parts.get_part(work.connection, table, row_id)


def put_aside_reward(workplace: Workplace, reward_id: int, active: bool = False) -> ChangeSet:
    """Offer a reward no longer, or again."""
    workplace.require(Right.PROGRAMMES)
    with workplace.unit_of_work(Kind.REWARD_EDIT) as work:
        parts.get_part(work.connection, tables.reward, reward_id)
        work.update(tables.reward, reward_id, active=int(active))
        return work.commit()


def order_rewards(workplace: Workplace, reward_ids: list[int]) -> ChangeSet:
    """Put the rewards in this order."""
    workplace.require(Right.PROGRAMMES)
    with workplace.unit_of_work(Kind.REWARD_EDIT) as work:
        for place, reward_id in enumerate(reward_ids):
            work.update(tables.reward, reward_id, position=place)
        return work.commit()


def redeem(workplace: Workplace, customer_id: int, reward_id: int, slip_id: str, note: str = "") -> Booked:
    """Exchange points for a product, a coupon or visits, without a sale. Percent and money off go with a sale.

    Raises Fault NOT_ENOUGH, OUT_OF_STOCK, NOT_FOUND, VALUE_INVALID for a reward that goes with a bill.
    """
    workplace.require(Right.REDEEM)
    with workplace.unit_of_work(Kind.REDEEM, reason=clean_text(note), public_id=slip_id.strip() or None) as work:
        there = booked_before(work, slip_id, customer_id)
        if there is not None:
            return there
        the_member(work, customer_id)
        when = when_of(work.connection, workplace.now())
        reward = next((one for one in rows.reward_rows(work.connection) if one.reward_id == reward_id), None)
        if reward is None or not reward.active:
            raise Fault(FaultKind.NOT_FOUND, entity=tables.reward.name, id=reward_id)
        if reward.kind in ON_BILL:
            raise Fault(FaultKind.VALUE_INVALID, field="reward", value=reward.name, reason="goes_with_a_sale")
        lots = lots_of(work.connection, _accounts(work.connection, customer_id))
        takes = take(lots, reward.cost, when.day)
        write_takes(work, takes, Cause.SPEND, when=when, reason=reward.name)
        _GIVEN[reward.kind](work, reward, customer_id, when)
        return booked(work, customer_id, when.day)


def _give_product(work: UnitOfWork, reward: rows.RewardRow, _customer_id: int, when: When) -> None:
    quantity = reward.value or ONE
    if reward.stock is None:
        return
    if reward.stock < quantity:
        raise Fault(FaultKind.OUT_OF_STOCK, name=reward.product_name)
    stock.book(work, {reward.product_id or 0: -quantity}, when, reason=reward.name)


def _give_coupon(work: UnitOfWork, reward: rows.RewardRow, customer_id: int, when: When) -> None:
    batch = next(iter(coupons.batch_rows(work.connection, reward.batch_id)), None)
    if batch is None or not batch.active:
        raise Fault(FaultKind.NOT_FOUND, entity=tables.coupon_batch.name, id=reward.batch_id)
    coupons.issue(work, batch, when.day, [customer_id])


def _give_visits(work: UnitOfWork, reward: rows.RewardRow, customer_id: int, when: When) -> None:
    sort = next(iter(programmes.kept_programmes(work.connection, reward.programme_id)), None)
    if sort is None or not sort.active or not isinstance(sort.rules, VisitRules):
        raise Fault(FaultKind.NOT_FOUND, entity=tables.programme.name, id=reward.programme_id)
    account_id = new_account(work, sort.programme_id, customer_id, for_household=sort.rules.for_household)
    ends = card_last_day(sort.rules, when.day)
    lot = NewLot(LotKind.VISITS, LotSource.REWARD, reward.value, when.day, ends, version_id=sort.version_id)
    add_lot(work, account_id, lot, Cause.EARN, when=when, reason=reward.name)


_GIVEN = {RewardKind.PRODUCT: _give_product, RewardKind.COUPON: _give_coupon, RewardKind.VISITS: _give_visits}
