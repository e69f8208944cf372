"""A customer's statement: every entry of a span, and a signed balance that this program can check with no server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.domain.loyalty.expiry import months_on
from crm_desktop.domain.loyalty.lots import by_expiry, expire
from crm_desktop.domain.loyalty.signed_balance import SignedBalance, read_signed, signed_text
from crm_desktop.domain.loyalty.words import Cause, EntryShown, Lot, LotKind, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import chain, parts, tables
from crm_desktop.store.balances import balances_of
from crm_desktop.store.customers import customer_named
from crm_desktop.store.ledger import accounts_of, lots_of
from crm_desktop.store.merging import survivor_of
from crm_desktop.store.programmes import KeptProgramme, kept_programmes
from crm_desktop.store.queries.entries import ProgrammeEntry, balance_before, entries_between
from crm_desktop.store.shop_settings import all_settings, value_in
from crm_desktop.store.shop_time import shop_time

MONTHS = 12
"""The span of a statement where none is asked for."""


@dataclass(frozen=True)
class StatementPart:
    """One programme on the statement: what stood there before, the entries (the oldest first), and what stands now."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    before: int
    entries: tuple[EntryShown, ...]
    after: int
    principal: int = 0
    gift: int = 0
    expiring: tuple[tuple[date, int], ...] = ()
    """What goes when, as things stand."""


@dataclass(frozen=True)
class Statement:
    """What the page, the PDF and the workbook show; `signed` is the text of the code."""

    customer_id: int
    name: str
    card_number: str
    shop_name: str
    first: date
    last: date
    made_on: date
    parts: tuple[StatementPart, ...]
    signed: str


@dataclass(frozen=True)
class Verified:
    """What a signed text says, and whether this shop signed it."""

    genuine: bool
    customer_id: int | None = None
    name: str = ""
    day: date | None = None
    balances: tuple[tuple[str, int], ...] = ()
    """The name of each programme and what stood there on the day."""
    now: tuple[tuple[str, int], ...] = ()
    """The same today."""


def statement_of(
    workplace: Workplace, customer_id: int, first: date | None = None, last: date | None = None
) -> Statement:
    """Return a customer's statement of a span (the last twelve months); raise Fault NOT_FOUND.

    A statement to today also shows what has expired and is not booked yet: it ends with what can be used.
    """
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        row = parts.get_part(connection, tables.customer, customer_id)
        today = shop_time(connection).day_of(workplace.now())
        last = min(last or today, today)
        first = min(first or months_on(last, -MONTHS) + timedelta(days=1), last)
        signed = _sign(connection, row.public_id, customer_id, today)
        shop_name = value_in(all_settings(connection), SHOP_NAME)
        made = tuple(_parts(connection, customer_id, (first, last), workplace.now()))
    return Statement(customer_id, row.name, row.card_number or "", shop_name, first, last, today, made, signed)


def _parts(connection: Any, customer_id: int, span: tuple[date, date], now: datetime) -> list[StatementPart]:
    accounts = accounts_of(connection, customer_id)
    ids, today = [one.account_id for one in accounts], shop_time(connection).day_of(now)
    before, entries = balance_before(connection, ids, span[0]), entries_between(connection, ids, *span)
    lots = lots_of(connection, ids)
    programmes = {one.programme_id: one for one in kept_programmes(connection)}
    found = []
    for programme_id in dict.fromkeys(one.programme_id for one in accounts):
        mine = {one.account_id for one in accounts if one.programme_id == programme_id}
        held = [lot for lot in lots if lot.account_id in mine]
        part = _part(programmes[programme_id], before.get(programme_id, 0), entries)
        found.append(_to_date(part, held, today, now) if span[1] == today else part)
    return found


def _part(programme: KeptProgramme, before: int, entries: Sequence[ProgrammeEntry]) -> StatementPart:
    """Return one programme; the balance after each entry starts at what stood there before."""
    shown, after = [], before
    for one in entries:
        if one.programme_id == programme.programme_id:
            after += one.entry.delta
            shown.append(replace(one.entry, balance_after=after))
    return StatementPart(programme.programme_id, programme.kind, programme.name, before, tuple(shown), after)


def _to_date(part: StatementPart, lots: Sequence[Lot], today: date, now: datetime) -> StatementPart:
    """Return a part with what has expired since the last booking, and what ends when."""
    lapsed, after = [], part.after
    known = {lot.lot_id: lot for lot in lots}
    for one in expire(lots, today):
        lot = known[one.lot_id]
        after -= one.quantity
        day = (lot.expires_on or today) + timedelta(days=1)
        head = (0, lot.account_id, now, day, Cause.EXPIRE, -one.quantity, after)
        lapsed.append(EntryShown(*head, None, "", "", ""))
    left = [lot for lot in lots if lot.expires_on is None or lot.expires_on >= today]
    of_kind = {kind: sum(lot.left for lot in left if lot.kind is kind) for kind in LotKind}
    ends = tuple((day, much) for day, much in by_expiry(left, today) if day is not None)
    return replace(
        part,
        entries=(*part.entries, *lapsed),
        after=after,
        principal=of_kind[LotKind.PRINCIPAL],
        gift=of_kind[LotKind.GIFT],
        expiring=ends,
    )


def sign_balance(workplace: Workplace, customer_id: int) -> str:
    """Return today's balances as a signed text of capitals, digits and marks, short enough for a small code."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        row = parts.get_part(connection, tables.customer, customer_id)
        today = shop_time(connection).day_of(workplace.now())
        return _sign(connection, row.public_id, customer_id, today)


def _sign(connection: Any, public_id: str, customer_id: int, today: date) -> str:
    held = tuple(_held(connection, customer_id, today).items())
    return signed_text(chain.statement_key(connection), SignedBalance(public_id, today, held))


def _held(connection: Any, customer_id: int, today: date) -> dict[int, int]:
    """Return what a customer can use of each programme, all her accounts together."""
    found: dict[int, int] = {}
    for one in balances_of(connection, customer_id, today, shared=False):
        found[one.programme_id] = found.get(one.programme_id, 0) + one.available
    return found


def verify_statement(workplace: Workplace, text: str) -> Verified:
    """Tell whether this shop signed a text, and what it says; what is no such text is not genuine."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        said = read_signed(chain.statement_key(connection), text)
        if said is None:
            return Verified(genuine=False)
        whose = customer_named(connection, said.public_id)
        names = {one.programme_id: one.name for one in kept_programmes(connection)}
        then = _named(said.held, names)
        if whose is None:
            return Verified(genuine=True, day=said.day, balances=then)
        now_hers = survivor_of(connection, whose)
        row = parts.get_part(connection, tables.customer, now_hers)
        today = shop_time(connection).day_of(workplace.now())
        held = tuple(_held(connection, now_hers, today).items())
        return Verified(True, now_hers, row.name, said.day, then, _named(held, names))


def _named(held: Sequence[tuple[int, int]], names: dict[int, str]) -> tuple[tuple[str, int], ...]:
    return tuple((names.get(programme_id, "…"), amount) for programme_id, amount in held)
