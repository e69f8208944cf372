"""The close of a day: what was taken, what should be in the drawer, what is; and what is set right later.

Every slip belongs to the shop's day on which it was written. Closing keeps the figures of that day and counts the
drawer; a slip written later that day is named as such, and its cash is counted by the next close.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.words import Cause, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.takings import (
    Amounts,
    ClerkTakings,
    DayFigures,
    DayShown,
    MethodTakings,
    ProgrammeMoves,
)
from crm_desktop.services.payment_words import method_names
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import day_closes, lookups
from crm_desktop.store.queries import takings
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.tables import cash_movement, day_close, day_correction

_SPENT = frozenset({Cause.SPEND, Cause.USE, Cause.WITHDRAW, Cause.GIVE_BACK})
LONGEST = 500
"""A note or reason has at most so many letters."""


def today_of(workplace: Workplace) -> date:
    """Return the shop's day that is now."""
    with workplace.store.read() as connection:
        return shop_time(connection).day_of(workplace.now())


def read_day(workplace: Workplace, day: date) -> DayShown:
    """Return a day's figures, how it was closed, and what should be in the drawer now."""
    workplace.require(Right.REPORTS)
    with workplace.store.read() as connection:
        return _shown(connection, day)


def close_day(workplace: Workplace, day: date, counted: int, note: str = "") -> ChangeSet:
    """Close a day with what was counted in the drawer; the figures are kept as they are now.

    Raises Fault: DAY_CLOSED for a day that is closed, or lies before one that is; VALUE_INVALID for a day to come, an
    amount below zero, or a difference without a note.
    """
    workplace.require(Right.DAY_CLOSE)
    if counted < 0:
        raise Fault(FaultKind.VALUE_INVALID, field="counted", reason="negative")
    with workplace.unit_of_work(Kind.DAY_CLOSE) as work:
        _must_be_open(work.connection, day)
        if day > shop_time(work.connection).day_of(workplace.now()):
            raise Fault(FaultKind.VALUE_INVALID, field="day", reason="to_come")
        shown = _shown(work.connection, day)
        if counted != shown.expected and not note.strip():
            raise Fault(FaultKind.VALUE_INVALID, field="note", reason="required")
        marks = day_closes.marks_now(work.connection)
        work.insert_one(
            day_close,
            day=day.isoformat(),
            at=work.at,
            person_id=work.person_id,
            last_sale_id=marks.slip,
            last_movement_id=marks.move,
            last_correction_id=marks.correction,
            expected=shown.expected,
            counted=counted,
            note=note.strip()[:LONGEST] or None,
            figures=day_closes.figures_text(shown.figures),
        )
        work.about(count=0, name=day.isoformat())
        return work.commit()


def correct_day(workplace: Workplace, day: date, method: str, amount: int, note: str) -> ChangeSet:
    """Set something right about a closed day, by an entry of today.

    Raises Fault: NOT_FOUND for a day that is not closed, VALUE_INVALID for no amount or no note.
    """
    workplace.require(Right.DAY_CLOSE)
    _must_say(amount, note)
    with workplace.unit_of_work(Kind.DAY_CORRECT) as work:
        if day_closes.close_of(work.connection, day) is None:
            raise Fault(FaultKind.NOT_FOUND, what="day_close", day=day.isoformat())
        values = {"method": method, "amount": amount, "note": note.strip()[:LONGEST]}
        work.insert_one(day_correction, day=day.isoformat(), at=work.at, person_id=work.person_id, **values)
        work.about(count=0, name=day.isoformat())
        return work.commit()


def move_cash(workplace: Workplace, amount: int, reason: str) -> ChangeSet:
    """Note money put into the drawer, or (below zero) taken out; raise Fault VALUE_INVALID without a reason."""
    workplace.require(Right.SELL)
    _must_say(amount, reason)
    with workplace.unit_of_work(Kind.CASH_MOVE) as work:
        day = shop_time(work.connection).day_of(workplace.now())
        values = {"amount": amount, "reason": reason.strip()[:LONGEST]}
        work.insert_one(cash_movement, day=day.isoformat(), at=work.at, person_id=work.person_id, **values)
        return work.commit()


def _must_say(amount: int, why: str) -> None:
    if not amount:
        raise Fault(FaultKind.AMOUNT_WRONG, reason="zero")
    if not why.strip():
        raise Fault(FaultKind.VALUE_INVALID, field="note", reason="required")


def _must_be_open(connection: Connection, day: date) -> None:
    closed = day_closes.closed_through(connection)
    if closed is not None and day <= closed:
        raise Fault(FaultKind.DAY_CLOSED, day=day.isoformat(), closed=closed.isoformat())


def _shown(connection: Connection, day: date) -> DayShown:
    last, counted, marks = day_closes.last_close(connection)
    since = takings.cash_since(connection, slip=marks.slip, move=marks.move, correction=marks.correction)
    shown = DayShown(_figures(connection, day), counted + since, last_closed=last)
    found = day_closes.close_of(connection, day)
    if found is None:
        return shown
    close, ended = found
    late = takings.late_slips(connection, day.isoformat(), ended.slip)
    return replace(shown, close=close, late=late, corrections=day_closes.corrections_of(connection, day))


def _figures(connection: Connection, day: date) -> DayFigures:
    clerks = takings.by_clerk(connection, day.isoformat())
    return DayFigures(
        day,
        _summed(clerks.values()),
        tuple(_methods(connection, day)),
        tuple(_clerks(connection, clerks)),
        tuple(_programmes(connection, day)),
        day_closes.cash_moves_of(connection, day),
    )


def _summed(parts: Iterable[Amounts]) -> Amounts:
    total = Amounts()
    for part in parts:
        total = Amounts(*(a + b for a, b in zip(_values(total), _values(part), strict=True)))
    return total


def _values(amounts: Amounts) -> tuple[int, ...]:
    return (
        *(amounts.sales, amounts.sold, amounts.refunds, amounts.refunded),
        *(amounts.voids, amounts.voided, amounts.top_ups, amounts.topped_up),
    )


def _methods(connection: Connection, day: date) -> Iterable[MethodTakings]:
    found = takings.by_method(connection, day.isoformat())
    for key, (name, is_cash) in method_names(connection).items():
        if key in found:
            yield MethodTakings(key, name, is_cash, found[key])


def _clerks(connection: Connection, found: dict[int | None, Amounts]) -> Iterable[ClerkTakings]:
    names = {person.id: person.name for person in lookups.all_people(connection)}
    for person_id, amounts in sorted(found.items(), key=lambda one: -one[1].taken):
        yield ClerkTakings(person_id, names.get(person_id or 0, ""), amounts)


def _programmes(connection: Connection, day: date) -> Iterable[ProgrammeMoves]:
    moves: dict[int, ProgrammeMoves] = {}
    for row in takings.ledger_moves(connection, day.isoformat()):
        empty = ProgrammeMoves(row["id"], ProgrammeKind(row["kind"]), row["name"], 0, 0, 0)
        moves[row["id"]] = _with_move(moves.get(row["id"], empty), Cause(row["cause"]), row["delta"])
    return moves.values()


def _with_move(moves: ProgrammeMoves, cause: Cause, delta: int) -> ProgrammeMoves:
    if cause is Cause.EXPIRE:
        return replace(moves, expired=moves.expired + delta)
    if cause in _SPENT:
        return replace(moves, spent=moves.spent + delta)
    return replace(moves, given=moves.given + delta)
