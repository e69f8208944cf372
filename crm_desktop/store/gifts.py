"""Gifts that come once for each occasion: who is due one, giving it, and taking it back with the sale that brought it.

What was given stands in `gift` under a key of its occasion; a gift that is taken back is answered by −1, so that the
occasion can come again. Keys go along in a merge: who got two, got them before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, exists, func, select

from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.loyalty.lots import NewLot, take_back
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind, Take
from crm_desktop.store import plan_events, tables
from crm_desktop.store.ledger import (
    When,
    account_row,
    accounts_of,
    add_lot,
    lots_by_id,
    lots_of,
    open_account,
    settle_debts,
    write_booking,
    write_takes,
)
from crm_desktop.store.unit_of_work import UnitOfWork

_gift, _account, _customer = tables.gift.c, tables.account.c, tables.customer.c

BIRTHDAY = "birthday:"
"""What the keys of birthday gifts begin with; the year follows."""

FRIEND = "friend"
"""The key of what somebody got who was recommended: once in a life."""

REFERRAL = "referral:"
"""What the keys for a recommendation begin with; the friend's number follows."""

APART = 300
"""Days between two birthday gifts at least: a birthday that is corrected, or a lunar one, brings none twice."""


@dataclass(frozen=True)
class Promise:
    """What a gift is: points of a programme that may end, from which source, and the words of its entry."""

    programme_id: int
    version_id: int | None
    points: int
    expires_on: date | None
    source: LotSource


def due_birthdays(connection: Connection, day: date, programme_id: int, at: int, most: int) -> list[int]:
    """Return members whose birthday is kept on a day and who got no gift for one lately, at most so many.

    A member has an account for points. `at` is the stamp the days between two gifts are counted back from.
    """
    lately = at - APART * 86_400_000
    given = (
        select(_gift.customer_id)
        .where(_gift.key.startswith(BIRTHDAY), _gift.at > lately, _gift.customer_id == _customer.id)
        .group_by(_gift.customer_id)
        .having(func.sum(_gift.delta) > 0)
    )
    # Not by the index of programmes: everybody is in this one.
    member = exists().where(_account.customer_id == _customer.id, _account.programme_id + 0 == programme_id)
    whom = plan_events.have_date(DateKind.BIRTHDAY.value, "", day)
    rows = select(_customer.id).where(_customer.id.in_(whom), _customer.deleted_at.is_(None), member, ~exists(given))
    return list(connection.execute(rows.order_by(_customer.id).limit(most)).scalars())


def was_given(connection: Connection, customer_id: int, key: str) -> bool:
    """Tell whether a gift was given for an occasion, and stands."""
    total = select(func.coalesce(func.sum(_gift.delta), 0)).where(_gift.customer_id == customer_id, _gift.key == key)
    count: int = connection.execute(total).scalar_one()
    return count > 0


def note(work: UnitOfWork, customer_ids: Sequence[int], key: str, sale_id: int | None = None) -> None:
    """Note that a gift was given for an occasion."""
    rows = [{"customer_id": one, "key": key, "at": work.at, "sale_id": sale_id, "delta": 1} for one in customer_ids]
    work.insert(tables.gift, rows)


def give_points(work: UnitOfWork, customer_id: int, promise: Promise, when: When, *, sale_id: int | None = None) -> int:
    """Give points to a customer, first to what she owes; return the lot."""
    account_id = open_account(work, promise.programme_id, customer_id)
    lot = NewLot(
        LotKind.POINTS, promise.source, promise.points, when.day, promise.expires_on, version_id=promise.version_id
    )
    lot_id = add_lot(work, account_id, lot, Cause.EARN, when=when, sale_id=sale_id)
    accounts = accounts_of(work.connection, customer_id, ProgrammeKind.POINTS)
    settle_debts(work, [one.account_id for one in accounts], lot_id, when=when, sale_id=sale_id)
    return lot_id


# referrals


def introducer_of(connection: Connection, customer_id: int) -> int | None:
    """Return the live customer who recommended the shop to somebody."""
    named = connection.execute(select(_customer.introducer_id).where(_customer.id == customer_id)).scalar()
    if named is None or named == customer_id:
        return None
    return connection.execute(
        select(_customer.id).where(_customer.id == named, _customer.deleted_at.is_(None))
    ).scalar()


_OTHER_PURCHASE = (
    "SELECT 1 FROM sale s WHERE s.customer_id = ? AND s.id <> ? AND s.kind = 'sale' AND s.live = 1 AND s.total > 0 "
    "AND s.channel IS NOT 'top_up' AND s.total + COALESCE((SELECT sum(r.total) FROM sale r "
    "WHERE r.refers_to = s.id AND r.kind = 'refund' AND r.live = 1), 0) > 0 LIMIT 1"
)


def is_first_purchase(connection: Connection, customer_id: int, sale_id: int) -> bool:
    """Tell whether a customer has bought nothing else that she kept."""
    return connection.exec_driver_sql(_OTHER_PURCHASE, (customer_id, sale_id)).scalar() is None


def total_of(connection: Connection, sale_id: int) -> int:
    """Return what a slip comes to."""
    total: int = connection.execute(select(tables.sale.c.total).where(tables.sale.c.id == sale_id)).scalar_one()
    return total


# taking back


def take_back_with(work: UnitOfWork, sale_id: int, when: When, answers: int, *, below_zero: bool) -> None:
    """Take back what a sale brought as gifts, with the slip that takes the whole sale back.

    Who bought gives hers back, spent or not, as far as the rules let points be owed; who recommended the shop keeps
    what is spent: the return is not her doing.
    """
    connection = work.connection
    rows = connection.execute(
        select(tables.lot.c.id, tables.lot.c.account_id).where(
            tables.lot.c.sale_id == sale_id, tables.lot.c.source == LotSource.REFERRAL.value
        )
    )
    buyer = connection.execute(select(tables.sale.c.customer_id).where(tables.sale.c.id == sale_id)).scalar()
    for row in rows.all():
        holder = account_row(connection, row.account_id)
        if holder is not None:
            _take_back_lot(work, row.id, when, answers, owed=below_zero and holder.customer_id == buyer)
    given = select(_gift.customer_id, _gift.key).where(_gift.sale_id == sale_id, _gift.delta > 0)
    answer = {"at": work.at, "sale_id": answers, "delta": -1}
    found = [dict(row._mapping) | answer for row in connection.execute(given)]
    work.insert(tables.gift, found)


def _take_back_lot(work: UnitOfWork, lot_id: int, when: When, answers: int, *, owed: bool) -> None:
    lot = lots_by_id(work.connection, [lot_id])[lot_id]
    if not owed:
        if lot.left > 0:
            write_takes(work, [Take(lot_id, lot.left)], Cause.TAKE_BACK, when=when, sale_id=answers)
        return
    holder = account_row(work.connection, lot.account_id)
    accounts = accounts_of(work.connection, holder.customer_id, ProgrammeKind.POINTS) if holder else []
    others = lots_of(work.connection, [one.account_id for one in accounts], when.day)
    if lot.expires_on is not None and lot.expires_on < when.day:
        return
    booking = take_back([lot], others, lot.quantity, when.day, below_zero=True, account_id=lot.account_id)
    write_booking(work, booking, Cause.TAKE_BACK, lot.account_id, when=when, sale_id=answers)
