"""The ledger: accounts, lots and the entries that change them.

An entry changes one lot and is never changed itself. What a lot has left and an account holds is made anew from the
entries at the end of the unit of work (`store.sums`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, or_, select

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.loyalty.lots import Booking, NewLot, settle
from crm_desktop.domain.loyalty.words import Cause, Lot, LotKind, LotSource, ProgrammeKind, Take
from crm_desktop.store import tables
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.unit_of_work import UnitOfWork

_account, _lot, _entry = tables.account, tables.lot, tables.ledger_entry


@dataclass(frozen=True)
class When:
    """The moment of an entry and the shop's day it belongs to."""

    at: int
    day: date


@dataclass(frozen=True)
class AccountRow:
    """An account as it is kept; `balance` counts lots that have expired but are not booked yet."""

    account_id: int
    programme_id: int
    kind: ProgrammeKind
    customer_id: int
    balance: int
    for_household: bool


def when_of(connection: Connection, moment: datetime | int) -> When:
    """Return a moment (or a stamp of the database, such as `work.at`) with the shop's day it belongs to."""
    moment = from_stamp(moment) if isinstance(moment, int) else moment
    return When(to_stamp(moment), shop_time(connection).day_of(moment))


# accounts


# What a merge brought along was moved by it while it belonged to somebody who is merged into the customer now.
_OWN_ACCOUNT = (
    "SELECT a.id FROM account a WHERE +a.programme_id = ? AND a.customer_id = ? AND NOT EXISTS ("
    "SELECT 1 FROM customer l JOIN change c ON c.customer_id = l.id JOIN operation o ON o.id = c.operation_id "
    "WHERE l.merged_into = a.customer_id AND c.entity = 'account' AND c.row_id = a.id AND c.action = 'update' "
    "AND o.kind = 'merge' AND o.undoes IS NULL) ORDER BY a.id LIMIT 1"
)


def open_account(work: UnitOfWork, programme_id: int, customer_id: int, *, for_household: bool = False) -> int:
    """Return the customer's own account of a programme, the oldest of several; it is opened where there is none.

    One that a merge brought along is spent from, but given nothing: taken apart, each has what came to her.
    """
    there = work.connection.exec_driver_sql(_OWN_ACCOUNT, (programme_id, customer_id)).scalar()
    return there or new_account(work, programme_id, customer_id, for_household=for_household)


def new_account(work: UnitOfWork, programme_id: int, customer_id: int, *, for_household: bool = False) -> int:
    """Open one more account of a programme and return its id: each visit card is one of its own."""
    return work.insert_one(
        _account,
        public_id=new_public_id(),
        programme_id=programme_id,
        customer_id=customer_id,
        for_household=int(for_household),
        opened_at=work.at,
    )


def accounts_of(
    connection: Connection, customer_id: int, kind: ProgrammeKind | None = None, programme_id: int | None = None
) -> list[AccountRow]:
    """Return a customer's own accounts, of one kind or programme where asked, the oldest first."""
    rows = _accounts().where(_account.c.customer_id == customer_id)
    if kind is not None:
        rows = rows.where(tables.programme.c.kind == kind.value)
    if programme_id is not None:
        rows = rows.where(_account.c.programme_id + 0 == programme_id)  # by the customer's index, not the programme's
    return [_account_row(row) for row in connection.execute(rows)]


# In two steps, and by the household alone: in one the planner walks through everybody who is live.
_HOME = "SELECT household_id FROM customer WHERE id = ?"
_FAMILY = "SELECT id FROM customer WHERE household_id = ? AND id <> ? AND +deleted_at IS NULL"


def household_accounts(connection: Connection, customer_id: int) -> list[AccountRow]:
    """Return the accounts that others of the customer's household share with her."""
    home = connection.exec_driver_sql(_HOME, (customer_id,)).scalar()
    family = [] if home is None else connection.exec_driver_sql(_FAMILY, (home, customer_id)).scalars().all()
    if not family:
        return []
    rows = _accounts().where(ids_in(_account.c.customer_id, family), _account.c.for_household == 1)
    return [_account_row(row) for row in connection.execute(rows)]


def account_row(connection: Connection, account_id: int) -> AccountRow | None:
    """Return one account."""
    row = connection.execute(_accounts().where(_account.c.id == account_id)).one_or_none()
    return None if row is None else _account_row(row)


def _accounts() -> Select[Any]:
    columns = (_account.c.id, _account.c.programme_id, tables.programme.c.kind, _account.c.customer_id)
    more = (_account.c.balance, _account.c.for_household)
    joined = select(*columns, *more).join(tables.programme, tables.programme.c.id == _account.c.programme_id)
    return joined.order_by(_account.c.id)


def _account_row(row: Row[Any]) -> AccountRow:
    kind, shared = ProgrammeKind(row.kind), bool(row.for_household)
    return AccountRow(row.id, row.programme_id, kind, row.customer_id, row.balance or 0, shared)


# lots


def lots_of(
    connection: Connection, account_ids: Iterable[int], day: date | None = None, *, empty_too: bool = False
) -> list[Lot]:
    """Return the lots of accounts that hold something or are debts; with a day only those not expired by then.

    A lot can be used through its last day. The oldest comes first; `domain.loyalty.lots` puts them in the order of use.
    """
    rows = select(_lot).where(ids_in(_lot.c.account_id, account_ids)).order_by(_lot.c.id)
    if not empty_too:
        rows = rows.where(_lot.c.left != 0)
    if day is not None:
        rows = rows.where(or_(_lot.c.expires_on.is_(None), _lot.c.expires_on >= day.isoformat()))
    return [lot_from(row) for row in connection.execute(rows).mappings()]


def lots_by_id(connection: Connection, lot_ids: Iterable[int]) -> dict[int, Lot]:
    """Return lots, spent and expired ones too."""
    rows = connection.execute(select(_lot).where(ids_in(_lot.c.id, lot_ids))).mappings()
    return {row["id"]: lot_from(row) for row in rows}


def lot_from(row: RowMapping) -> Lot:
    """Return a row of the table as a lot."""
    return Lot(
        row["id"],
        row["account_id"],
        LotKind(row["kind"]),
        LotSource(row["source"]),
        row["quantity"],
        row["left"] or 0,
        date.fromisoformat(row["earned_on"]),
        date.fromisoformat(row["expires_on"]) if row["expires_on"] else None,
        row["version_id"],
        row["sale_id"],
        row["worth"],
    )


def add_lot(
    work: UnitOfWork,
    account_id: int,
    given: NewLot,
    cause: Cause,
    *,
    when: When | None = None,
    sale_id: int | None = None,
    by_line: Mapping[int | None, int] | None = None,
    reverses: int | None = None,
    reason: str | None = None,
) -> int:
    """Give a lot and write its entries; return its id.

    `by_line` tells how much of it each line of a slip brought: each gets an entry of its own. `reverses` is an entry
    that it answers.
    """
    when = when or when_of(work.connection, work.at)
    lot_id = work.insert_one(
        _lot,
        account_id=account_id,
        kind=given.kind.value,
        source=given.source.value,
        quantity=given.quantity,
        worth=given.worth,
        earned_on=given.earned_on.isoformat(),
        expires_on=given.expires_on.isoformat() if given.expires_on else None,
        version_id=given.version_id,
        sale_id=sale_id,
        left=given.quantity,
    )
    said = {"account_id": account_id, "lot_id": lot_id, "sale_id": sale_id, "reverses": reverses, "reason": reason}
    parts = [part for part in (by_line or {None: given.quantity}).items() if part[1]]
    rows = [_entry_row(work, cause, when) | said | {"line_id": line_id, "delta": delta} for line_id, delta in parts]
    work.insert(_entry, rows)
    return lot_id


# entries


def write_booking(
    work: UnitOfWork,
    booking: Booking,
    cause: Cause,
    account_id: int,
    *,
    when: When | None = None,
    sale_id: int | None = None,
    line_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Write what a function of `domain.loyalty.lots` worked out; lots that say no account go to `account_id`."""
    line_ids = [line_id] * len(booking.takes)
    write_takes(work, booking.takes, cause, when=when, sale_id=sale_id, line_ids=line_ids, reason=reason)
    for given in booking.lots:
        whose, by_line = given.account_id or account_id, {line_id: given.quantity}
        add_lot(work, whose, given, cause, when=when, sale_id=sale_id, by_line=by_line, reason=reason)


def settle_debts(
    work: UnitOfWork, account_ids: Iterable[int], lot_id: int, *, when: When | None = None, sale_id: int | None = None
) -> int:
    """Let a new lot fill the debts of accounts first; return how much of it that took."""
    given = lots_by_id(work.connection, [lot_id])[lot_id]
    filled = settle(lots_of(work.connection, account_ids), max(given.left, 0))
    whole = -sum(take.quantity for take in filled)
    if whole:
        write_takes(work, [*filled, Take(lot_id, whole)], Cause.SETTLE, when=when, sale_id=sale_id)
    return whole


def write_takes(
    work: UnitOfWork,
    takes: Sequence[Take],
    cause: Cause,
    *,
    when: When | None = None,
    sale_id: int | None = None,
    line_ids: Sequence[int | None] | None = None,
    reverses: Sequence[int | None] | None = None,
    reason: str | None = None,
) -> range:
    """Write one entry of −quantity for each take, and return their ids; `left` of the lots counts them at once.

    `line_ids` and `reverses` (entries that are answered) go with the takes one by one.
    """
    takes = list(takes)
    if not takes:
        return range(0)
    when = when or when_of(work.connection, work.at)
    accounts = account_of_lots(work.connection, {take.lot_id for take in takes})
    rows = [
        _entry_row(work, cause, when)
        | {"account_id": accounts[take.lot_id], "lot_id": take.lot_id, "delta": -take.quantity}
        | {"sale_id": sale_id, "line_id": line_id, "reverses": answered, "reason": reason}
        for take, line_id, answered in zip(takes, _each(line_ids, takes), _each(reverses, takes), strict=True)
    ]
    written = work.insert(_entry, rows)
    _count(work.connection, takes)
    return written


def account_of_lots(connection: Connection, lot_ids: Iterable[int]) -> dict[int, int]:
    """Return which account each lot belongs to."""
    rows = connection.execute(select(_lot.c.id, _lot.c.account_id).where(ids_in(_lot.c.id, lot_ids)))
    return {row.id: row.account_id for row in rows}


def _each(given: Sequence[int | None] | None, takes: Sequence[Take]) -> Sequence[int | None]:
    return [None] * len(takes) if given is None else given


def _entry_row(work: UnitOfWork, cause: Cause, when: When) -> dict[str, object]:
    return {"cause": cause.value, "at": when.at, "day": when.day.isoformat(), "person_id": work.person_id}


def _count(connection: Connection, takes: Sequence[Take]) -> None:
    """Let what is left follow at once: a later step of the same unit of work reads it."""
    taken = [(take.quantity, take.lot_id) for take in takes]
    connection.exec_driver_sql('UPDATE lot SET "left" = "left" - ? WHERE id = ?', taken)
