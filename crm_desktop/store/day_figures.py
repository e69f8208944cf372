"""A day of the shop added up: slips by clerk and way of payment, entries by programme, the drawer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.domain.loyalty.words import Cause, ProgrammeKind
from crm_desktop.domain.takings import (
    Amounts,
    ClerkTakings,
    DayFigures,
    DayShown,
    MethodTakings,
    MonthDay,
    ProgrammeMoves,
)
from crm_desktop.store import day_closes, lookups
from crm_desktop.store.queries import takings
from crm_desktop.store.shop_time import shop_time

_SPENT = frozenset({Cause.SPEND, Cause.USE, Cause.WITHDRAW, Cause.GIVE_BACK})

Methods = Mapping[str, tuple[str, bool]]
"""The ways to pay in the order they are shown: the name of each, and whether it goes into the drawer."""


def day_shown(connection: Connection, day: date, methods: Methods) -> DayShown:
    """Return a day's figures, how it was closed, and what should be in the drawer now."""
    last, counted, marks = day_closes.last_close(connection)
    since = takings.cash_since(connection, slip=marks.slip, move=marks.move, correction=marks.correction)
    shown = DayShown(day_figures(connection, day, methods), counted + since, last_closed=last)
    found = day_closes.close_of(connection, day)
    if found is None:
        return shown
    return replace(shown, close=found, corrections=day_closes.corrections_of(connection, day))


def day_figures(connection: Connection, day: date, methods: Methods) -> DayFigures:
    """Return what was taken on a day."""
    clerks = takings.by_clerk(connection, day.isoformat())
    return DayFigures(
        day,
        _summed(clerks.values()),
        tuple(_methods(connection, day, methods)),
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


def _methods(connection: Connection, day: date, methods: Methods) -> Iterable[MethodTakings]:
    found = takings.by_method(connection, day.isoformat())
    for key, (name, is_cash) in methods.items():
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


def month_days(connection: Connection, first: date, last: date) -> tuple[MonthDay, ...]:
    """Return each day of a span with its slips, turnover, buyers and new members."""
    found = takings.month_rows(connection, first.isoformat(), last.isoformat())
    new = _registered(connection, first, last)
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(MonthDay(day, **found.get(day.isoformat(), {}), new_members=new[day]) for day in every)


def _registered(connection: Connection, first: date, last: date) -> Counter[date]:
    clock = shop_time(connection)
    starts = time(clock.day_starts_at)
    span = (datetime.combine(day, starts, clock.zone) for day in (first, last + timedelta(days=1)))
    low, high = map(to_stamp, span)
    return Counter(clock.day_of(from_stamp(stamp)) for stamp in takings.joined(connection, low, high - 1))
