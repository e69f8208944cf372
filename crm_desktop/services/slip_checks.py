"""What a slip must be before it is worked out: sensible amounts, payments that add up, a day that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.sales import WHOLE, LineDraft, PayBy, Payment, SaleDraft, StaffShare
from crm_desktop.services.clock_check import behind_in
from crm_desktop.services.values import checked_line
from crm_desktop.store import sales
from crm_desktop.store.day_closes import closed_through
from crm_desktop.store.ledger import When, when_of
from crm_desktop.store.lookups import all_people
from crm_desktop.store.payment_methods import method_keys

NAME_LENGTH = 200
ID_LENGTH = 100
MOST_MONEY = 10**11
"""The highest amount of one line, minor units: a thousand million yuan."""
MOST_QUANTITY = 10**9
"""A million of a thing, in thousandths."""
MOST_LINES = 1_000
AHEAD = timedelta(days=2)
"""How far ahead of the clock a slip may be dated: for a shop that has closed its day before midnight."""
BEHIND = timedelta(days=1)
"""How far the clock may be behind the newest entry before somebody is asked: selling goes on where it can."""


def checked_lines(draft: SaleDraft) -> tuple[LineDraft, ...]:
    """Return the lines with tidy names; raise Fault AMOUNT_WRONG or VALUE_INVALID."""
    if not 0 < len(draft.lines) <= MOST_LINES:
        raise Fault(FaultKind.AMOUNT_WRONG, what="lines", value=len(draft.lines))
    for line in draft.lines:
        for what, value, most in (
            ("price", line.unit_price, MOST_MONEY),
            ("quantity", line.quantity, MOST_QUANTITY),
            ("discount", line.discount, MOST_MONEY),
        ):
            if value > most:
                raise Fault(FaultKind.AMOUNT_WRONG, what=what, value=value)
    if all(line.unit_price == 0 for line in draft.lines):
        raise Fault(FaultKind.AMOUNT_WRONG, what="amount", value=0)
    return tuple(replace(line, name=checked_line(line.name, NAME_LENGTH)) for line in draft.lines)


def checked_payments(
    connection: Any, given: Sequence[Payment], total: int, points_value: int, *, paying: bool
) -> tuple[Payment, ...]:
    """Return how a slip is paid: as given, with what points pay, and in cash where nothing is given.

    Raises Fault PAYMENTS_DIFFER with `paid` and `total`, AMOUNT_WRONG, VALUE_INVALID for a way that is not known.
    """
    known = method_keys(connection)
    for one in given:
        if one.method not in known:
            raise Fault(FaultKind.VALUE_INVALID, field="method", value=one.method, reason="not_a_choice")
        if one.amount <= 0 or (one.tendered is not None and one.tendered < one.amount):
            raise Fault(FaultKind.AMOUNT_WRONG, what="payment", value=one.amount)
    payments = list(given)
    if points_value and not any(one.method == PayBy.POINTS for one in given):
        payments.append(Payment(PayBy.POINTS.value, points_value))
    if not given and total > points_value:
        payments.insert(0, Payment(PayBy.CASH.value, total - points_value))
    paid = sum(one.amount for one in payments)
    by_points = sum(one.amount for one in payments if one.method == PayBy.POINTS)
    if paying and (paid != total or by_points != points_value):
        raise Fault(FaultKind.PAYMENTS_DIFFER, paid=paid, total=total, missing=total - paid)
    return tuple(payments)


def checked_staff(connection: Any, draft: SaleDraft) -> tuple[StaffShare, ...]:
    """Return who served; raise Fault VALUE_INVALID for shares that are none, NOT_FOUND for nobody's."""
    served = (*draft.staff, *(share for line in draft.lines for share in line.staff))
    for one in served:
        if not 0 < one.share <= WHOLE:
            raise Fault(FaultKind.VALUE_INVALID, field="share", value=one.share, reason="not_a_percent")
    known = {person.id for person in all_people(connection)} if served else set()
    if missing := {one.person_id for one in served} - known:
        raise Fault(FaultKind.NOT_FOUND, what="person", person=min(missing))
    return draft.staff


def checked_slip_id(slip_id: str) -> str:
    """Return the id a till gave a slip; raise Fault VALUE_INVALID for none: all slips without one would be the same."""
    if not slip_id.strip() or len(slip_id) > ID_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="slip_id", reason="too_long" if slip_id.strip() else "empty")
    return slip_id


def checked_when(connection: Any, now: datetime, given: datetime | None) -> When:
    """Return when a slip was written; raise Fault TIME_BEHIND, DAY_CLOSED, or VALUE_INVALID for a day to come.

    What is sold after the close of a day belongs to the next one, as the money does; only a slip that is dated by hand
    can ask for a closed day.
    """
    given = given.astimezone() if given is not None and given.tzinfo is None else given
    if given is not None and given > now + AHEAD:
        raise Fault(FaultKind.VALUE_INVALID, field="at", value=f"{given:%Y-%m-%d}", reason="date_too_far")
    when = when_of(connection, given or now)
    behind = behind_in(connection, now, BEHIND, sales.newest_at(connection)) if given is None else None
    if behind is not None:
        raise Fault(FaultKind.TIME_BEHIND, now=f"{now:%Y-%m-%d %H:%M}", newest=f"{behind.newest:%Y-%m-%d %H:%M}")
    closed = closed_through(connection)
    if closed is None or when.day > closed:
        return when
    if given is not None:
        raise Fault(FaultKind.DAY_CLOSED, day=when.day.isoformat(), closed=closed.isoformat())
    return replace(when, day=closed + timedelta(days=1))
